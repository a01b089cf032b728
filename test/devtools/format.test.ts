import { expect, it } from 'vitest';
import { dayAndTime, inShort, lengthOf, moment, toJson, toShownJson } from '../../src/devtools/format.ts';

it.each([
  [0, '0 s'],
  [999, '0 s'],
  [45_000, '45 s'],
  [3_600_000, '1 h'],
  [90 * 60_000, '1 h 30 min'],
  [-2 * 86_400_000, '2 d'],
  [2 * 86_400_000 + 5_000, '2 d'],
  [Infinity, 'for ever'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(lengthOf(milliseconds)).toBe(text);
});

it('a moment says how far away it is, and what has none is for ever', () => {
  expect(moment(7_200_000, 3_600_000)).toMatch(/\(in 1 h\)$/);
  expect(moment(0, 3_600_000)).toMatch(/\(1 h ago\)$/);
  expect(moment(Infinity, 0)).toBe('for ever');
  expect(dayAndTime(9e15)).toBe('for ever');
});

it('data stand on one line, and a huge value is not written out', () => {
  expect(inShort({ choice: 'Trust', of: [1, 2], more: { a: 1 }, none: null })).toBe(
    'choice: Trust, of: [2], more: {…}, none: null',
  );
  expect(inShort({ text: 'x'.repeat(1e6) }).length).toBeLessThan(60);
  expect(inShort(undefined)).toBe('');
  expect(inShort('text')).toBe('text');
});

it('JSON of a loop names the trouble instead of throwing', () => {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  expect(toJson(loop)).toMatch(/^No JSON: TypeError/);
  expect(toJson(undefined)).toBe('undefined');
  expect(toShownJson({ text: 'x'.repeat(1e6) })).toHaveLength(20_000);
});

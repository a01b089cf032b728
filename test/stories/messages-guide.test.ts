import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from '../../src/internal/messages.ts';

const guide = readFileSync('stories/guides/messages.mdx', 'utf8');
const sections = new Map(
  guide
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
);

describe('the guide "Messages"', () => {
  it('has one section for each developer message, in order, and none for others', () => {
    expect([...guide.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(
      Object.keys(messages).map((code) => `SY-${code}`),
    );
  });

  it('lists each hundred of them at its top', () => {
    const hundreds = new Set(Object.keys(messages).map((code) => `SY-${code.slice(0, -2)}xx`));
    expect([...guide.matchAll(/^- (SY-\d+xx): /gm)].map(([, range]) => range)).toEqual([...hundreds]);
  });

  it.each(Object.entries(messages))(
    'section SY-%s quotes its message, says when it comes and how to mend it',
    (code, message) => {
      const section = sections.get(`SY-${code}`) ?? '';
      const quote = /<Message code=\{(\d+)\} details=\{(\[.*\])\} \/>/.exec(section);
      expect(quote?.[1]).toBe(code);
      expect(quote?.[2]?.match(/'(?:[^'\\]|\\.)*'/g) ?? []).toHaveLength(message.length);
      expect(section).toMatch(/^\*\*When\.\*\* .{20}/m);
      expect(section).toMatch(/^\*\*Mend it\.\*\* .{20}/m);
    },
  );

  it.each(Object.entries(messages))(
    'message %s says what happened, why it matters and what to do',
    (_code, message) => {
      const text = (message as (...details: string[]) => string)('A', 'B', 'C');
      expect(text.match(/[.!?](\s|$)/g)?.length).toBeGreaterThanOrEqual(3);
    },
  );
});

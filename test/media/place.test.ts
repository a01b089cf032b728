import { describe, expect, it } from 'vitest';
import { readPlace, writePlace } from '../../src/media/place.ts';

describe('a place', () => {
  it('comes back as it was written, to a tenth of a second', () => {
    const note = writePlace({ at: 731.249, parts: [[0, 700.04] as const, [720, 731.249] as const] }, 1_920);
    expect(note).toBe('731.2 0 700 720 731.2');
    expect(readPlace(note)).toEqual({
      at: 731.2,
      parts: [
        [0, 700],
        [720, 731.2],
      ],
    });
  });

  it.each([
    ['in the first seconds', 9, 60],
    ['in the last ones', 51, 60],
    ['in a recording that is as short as that', 10, 12],
    ['in what is live', 30, Number.POSITIVE_INFINITY],
    ['where the length is not known', 30, Number.NaN],
  ])('is none %s', (_where, at, duration) => {
    expect(writePlace({ at, parts: [] }, duration)).toBe('');
  });

  it('keeps a note short, however much a visitor has jumped about', () => {
    const parts = Array.from({ length: 5_000 }, (_, index) => [index * 2, index * 2 + 1] as const);
    expect(writePlace({ at: 20, parts }, 10_000).length).toBeLessThan(1_000);
  });

  it.each([undefined, null, '', 'x', '{"at":30}', 'Infinity 0 5', '-30', 'NaN 1 2', '5 0 5'])(
    'is none in a note that says %j',
    (note) => {
      expect(readPlace(note)).toBeUndefined();
    },
  );

  it('counts nothing of a part that is none', () => {
    expect(readPlace('30 0 5 x 9 20 10 7 Infinity 40')?.parts).toEqual([[0, 5]]);
  });
});

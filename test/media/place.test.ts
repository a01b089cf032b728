import { describe, expect, it } from 'vitest';
import { createCoverage } from '../../src/internal/coverage.ts';
import { createPlaceKeeper, readPlace, writePlace } from '../../src/media/place.ts';
import type { VisitorMemory } from '../../src/provider/memory.ts';

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

/** A place that an earlier visit has left at second 30. */
function comeBack() {
  let note = '30 0 30';
  let coverage = createCoverage(0.5);
  const memory = { get: () => note, set: (_key: string, text: string) => void (note = text) };
  const place = createPlaceKeeper(
    () => 'film',
    memory as unknown as VisitorMemory,
    () => coverage,
  );
  const anew = () => {
    place.forget();
    coverage = createCoverage(0.5);
  };
  return {
    place,
    anew,
    reached: (duration: number) => coverage.reached(duration),
    coverage: () => coverage,
    note: () => note,
  };
}

describe('the place of an earlier visit', () => {
  it('brings what was seen once, and none of its milestones', () => {
    const { place, reached, coverage } = comeBack();
    expect(place.recall()).toBe(30);
    expect(place.recall()).toBeUndefined();
    expect(coverage().parts()).toEqual([[0, 30]]);
    place.passOver(40);
    expect(reached(40)).toEqual([]);
  });

  it('takes no milestone from what follows once it is forgotten', () => {
    const { place, anew, reached, coverage } = comeBack();
    place.recall();
    // Before the length of the recording is known.
    anew();
    coverage().add(0, 30);
    place.passOver(40);
    expect(reached(40)).toEqual([25, 50, 75]);
  });

  it('is not written over by a player that was not begun', () => {
    const { place, note } = comeBack();
    place.keep(0, 40);
    expect(note()).toBe('30 0 30');
    place.recall();
    place.keep(20, 40);
    expect(note()).toBe('20 0 30');
  });
});

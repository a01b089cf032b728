import { describe, expect, it } from 'vitest';
import { coverageOf, createCoverage, createTrail } from '../../src/internal/coverage.ts';
import { createRandom } from '../events/random.ts';

describe('a coverage', () => {
  it('counts each part once', () => {
    const coverage = createCoverage();
    coverage.add(0, 10);
    coverage.add(5, 10);
    coverage.add(0, 10);
    expect(coverage.total()).toBe(10);
    coverage.add(20, 25);
    coverage.add(8, 21);
    expect(coverage.total()).toBe(25);
  });

  it('covers what a set of whole places covers, in any order, whatever overlaps', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = createRandom(seed);
      const gap = random.below(4);
      const coverage = createCoverage(gap);
      const places = new Set<number>();
      for (let adds = 0; adds < 25; adds++) {
        const from = random.below(100);
        const to = from + random.below(12) - 2;
        coverage.add(from, to);
        for (let place = from; place < to; place++) places.add(place);
        // Holes up to the gap count, those at the ends do not.
        const known = [...places].sort((a, b) => a - b);
        let naive = known.length;
        for (const [index, place] of known.entries()) {
          const hole = (known[index + 1] ?? place + 1) - place - 1;
          if (hole <= gap) naive += hole;
        }
        expect(coverage.total(), `seed ${seed}, ${adds} parts`).toBe(naive);
      }
    }
  });

  it.each([
    ['the wrong way round', 10, 2],
    ['of no length', 4, 4],
    ['from nowhere', Number.NaN, 4],
    ['to nowhere', 4, Number.NaN],
  ])('takes no part that is %s', (_name, from, to) => {
    const coverage = createCoverage();
    coverage.add(from, to);
    expect(coverage.total()).toBe(0);
  });

  it('tells each milestone once, the ones that were jumped over as well, lowest first', () => {
    const coverage = createCoverage();
    coverage.add(0, 24);
    expect(coverage.reached(100)).toEqual([]);
    coverage.add(0, 60);
    expect(coverage.reached(100)).toEqual([25, 50]);
    expect(coverage.reached(100)).toEqual([]);
    coverage.add(60, 100);
    expect(coverage.reached(100)).toEqual([75, 100]);
    coverage.add(0, 100);
    expect(coverage.reached(100)).toEqual([]);
  });

  it('forgives a gap at the ends of the whole, and no more', () => {
    const coverage = createCoverage(0.5);
    coverage.add(0.3, 19.6);
    expect(coverage.reached(20)).toEqual([25, 50, 75]);
    coverage.add(19.6, 19.8);
    expect(coverage.reached(20)).toEqual([100]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0, -5])('tells nothing of a whole of %s', (whole) => {
    const coverage = createCoverage(0.5);
    coverage.add(0, 10);
    expect(coverage.reached(whole)).toEqual([]);
    // Known by now, the whole is told of.
    expect(coverage.reached(10)).toEqual([25, 50, 75, 100]);
  });

  it('belongs to an attempt: the same one finds it again, another begins anew', () => {
    const attempt = {};
    coverageOf(attempt).add(0, 5);
    expect(coverageOf(attempt).total()).toBe(5);
    expect(coverageOf({}).total()).toBe(0);
  });
});

describe('a trail', () => {
  const begin = () => {
    const coverage = createCoverage(0.5);
    return { coverage, trail: createTrail(coverage) };
  };

  it('covers what was passed at its pace', () => {
    const { coverage, trail } = begin();
    for (let second = 0; second <= 10; second += 0.25) trail.move(second, 100 + second, 1);
    expect(coverage.total()).toBe(10);
  });

  it('covers nothing by a jump, forward or back', () => {
    const { coverage, trail } = begin();
    trail.move(0, 0, 1);
    trail.move(1, 1, 1);
    trail.move(90, 1.25, 1);
    trail.move(91, 2.25, 1);
    trail.move(10, 2.5, 1);
    trail.move(11, 3.5, 1);
    expect(coverage.total()).toBe(3);
  });

  it('follows twice as fast when played twice as fast', () => {
    const { coverage, trail } = begin();
    trail.move(0, 0, 2);
    trail.move(8, 4, 2);
    expect(coverage.total()).toBe(8);
    trail.move(18, 8, 2);
    expect(coverage.total()).toBe(8);
  });

  it('covers nothing while it is lifted', () => {
    const { coverage, trail } = begin();
    trail.move(0, 0, 1);
    trail.move(2, 2, 1);
    trail.lift();
    trail.move(5, 5, 1);
    trail.move(6, 6, 1);
    expect(coverage.total()).toBe(3);
  });
});

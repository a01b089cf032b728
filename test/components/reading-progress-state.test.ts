import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/components/reading-progress/reading-progress-state.ts';
import { createCoverage } from '../../src/internal/coverage.ts';
import { createRandom } from '../events/random.ts';

describe('the reader', () => {
  it('reads what stands on the screen from above to below, at its pace', () => {
    const coverage = createCoverage();
    const read = createReader();
    for (let second = 0; second < 3; second++) read(coverage, 0, 100, 10);
    expect(coverage.total()).toBe(30);
  });

  it('waits at the lower end of the screen', () => {
    const coverage = createCoverage();
    const read = createReader();
    for (let second = 0; second < 99; second++) read(coverage, 0, 50, 10);
    expect(coverage.total()).toBe(50);
    // What it could not read meanwhile is not saved up.
    read(coverage, 40, 90, 10);
    expect(coverage.total()).toBe(60);
  });

  it('has not read what was scrolled past', () => {
    const coverage = createCoverage();
    const read = createReader();
    read(coverage, 0, 50, 10);
    read(coverage, 950, 1_000, 10);
    expect(coverage.total()).toBe(20);
    read(coverage, 0, 50, 10);
    // Read once already: going back inflates nothing.
    expect(coverage.total()).toBe(20);
    read(coverage, 0, 50, 10);
    expect(coverage.total()).toBe(30);
  });

  it('never covers more than the pace allows, nor what was never on the screen', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { next: random } = createRandom(seed);
      const coverage = createCoverage();
      const read = createReader();
      const shown = new Array<boolean>(1_000).fill(false);
      let allowed = 0;
      for (let step = 0; step < 60; step++) {
        const from = Math.floor(random() * 900);
        const to = Math.min(1_000, from + Math.floor(random() * 200));
        const most = random() * 40;
        shown.fill(true, from, to);
        allowed += most;
        read(coverage, from, to, most);
      }
      expect(coverage.total()).toBeLessThanOrEqual(allowed + 1e-6);
      expect(coverage.total()).toBeLessThanOrEqual(shown.filter(Boolean).length + 1e-6);
    }
  });
});

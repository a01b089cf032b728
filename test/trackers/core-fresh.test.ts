import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFresh } from '../../src/trackers/core/fresh.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what a client may still hold', () => {
  it('goes once more for ten seconds, and once', () => {
    const fresh = createFresh();
    const sent: string[] = [];
    fresh.keep(() => sent.push('old'));
    vi.advanceTimersByTime(6_000);
    fresh.keep(() => sent.push('new'));
    vi.advanceTimersByTime(6_000);
    fresh.sendAgain();
    fresh.sendAgain();
    expect(sent).toEqual(['new']);
  });

  it.each([-86_400_000, 86_400_000])('does so whatever clock the device has: put right by %i ms', (jump) => {
    const fresh = createFresh();
    const sent: string[] = [];
    fresh.keep(() => sent.push('old'));
    vi.advanceTimersByTime(11_000);
    fresh.keep(() => sent.push('new'));
    vi.setSystemTime(Date.now() + jump);
    fresh.sendAgain();
    expect(sent).toEqual(['new']);
  });
});

import { expect, it, vi } from 'vitest';
import { loadOnce } from '../../src/internal/load-once.ts';

it('brings a part once, however often it is asked for', async () => {
  const bring = vi.fn(async () => 'part');
  const [load] = loadOnce(bring);
  expect(bring).not.toHaveBeenCalled();
  expect(await Promise.all([load(), load()])).toEqual(['part', 'part']);
  expect(await load()).toBe('part');
  expect(bring).toHaveBeenCalledTimes(1);
});

it('tells everyone who waits that it did not come, and tries again at the next call', async () => {
  const bring = vi.fn(async () => 'part').mockRejectedValueOnce(new Error('offline'));
  const [load] = loadOnce(bring);
  const waiting = [load(), load()];
  expect(await Promise.allSettled(waiting)).toEqual([
    { status: 'rejected', reason: new Error('offline') },
    { status: 'rejected', reason: new Error('offline') },
  ]);
  expect(await load()).toBe('part');
  expect(bring).toHaveBeenCalledTimes(2);
});

it('can be asked again by whoever has just heard that it did not come', async () => {
  const bring = vi.fn(async () => 'part').mockRejectedValueOnce(new Error('offline'));
  const [load] = loadOnce(bring);
  expect(await load().catch(() => load())).toBe('part');
});

it('brings it anew once it was forgotten', async () => {
  let count = 0;
  const [load, forget] = loadOnce(async () => ++count);
  expect(await load()).toBe(1);
  forget();
  expect(await load()).toBe(2);
});

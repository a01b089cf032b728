import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeLock } from '../../../src/server/writers/ndjson/lock.ts';

vi.mock('node:fs/promises', { spy: true });

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'smallyes-lock-'));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(directory, { recursive: true, force: true });
});

it.each([
  ['EMFILE', true],
  ['EIO', true],
  // Somebody has removed it: another process may have the directory now.
  ['ENOENT', false],
])('a lock whose file cannot be read once, with %s, is held: %s', async (code, isHeld) => {
  const lock = await takeLock(directory);
  vi.mocked(readFile)
    .mockClear()
    .mockRejectedValueOnce(Object.assign(new Error('not now'), { code }));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(readFile).toHaveBeenCalledTimes(2);
  expect(lock.isHeld()).toBe(isHeld);
  await lock.release();
});

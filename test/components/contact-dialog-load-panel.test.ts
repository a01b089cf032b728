// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { loadPanel } from '../../src/components/contact-dialog/load-panel.ts';

afterEach(() => void vi.useRealTimers());

it('a dialog that has come is waited for no longer', async () => {
  vi.useFakeTimers();
  await loadPanel();
  expect(vi.getTimerCount()).toBe(0);
});

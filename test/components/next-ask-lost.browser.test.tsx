import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { standBefore } from '../support/network.ts';
import { asks, mount, refusable, spot, star } from './next-ask.support.tsx';

it('what a banner needs is asked for again once the network has lost it', async () => {
  localStorage.clear();
  const network = await standBefore('*watch-banner*');
  try {
    mount({ asks: { author: asks.author }, appearance: 'banner' }, { provider: { ladder: refusable } });
    await expect.element(page.getByRole('region', { name: 'A short question' })).toBeVisible();
    const lost = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('watch-banner'));
    await expect.poll(lost).toHaveLength(1);
    network.hold();
    (star('author').element() as HTMLElement).focus();
    await expect.poll(() => network.held.length).toBe(1);
    await network.release();
    await vi.waitFor(async () => {
      await userEvent.keyboard('{Escape}');
      expect(spot().dataset['empty']).toBe('true');
    }, 5_000);
  } finally {
    await network.end();
  }
});

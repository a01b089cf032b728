import { render } from '@testing-library/react';
import { PushOptIn, type PushOptInProps } from 'smallyes/push-opt-in';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/push-opt-in.css';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectConsole } from '../support/console.ts';
import { standBefore } from '../support/network.ts';
import { forgetWorkers, setPermission, stubPushService } from './push-opt-in.support.ts';

const push = (phase: string): EventLine => `push-opt-in.allow ${phase}` as EventLine;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const allow = () => page.getByRole('button', { name: 'Allow messages' });
const basics = {
  id: 'order-news',
  what: 'A message when your order is on its way',
  often: 'Three for each order at most',
  publicKey: `B${'x'.repeat(86)}`,
  serviceWorkerUrl: new URL('./push-opt-in.worker.js', import.meta.url).pathname,
  onSubmit: () => undefined,
} satisfies PushOptInProps;

// One walk: what has come once is there for good.
it('loses no press and claims nothing while its late part is on its way', { timeout: 30_000 }, async () => {
  expectConsole('warn', 'SY-1442');
  stubPushService();
  await setPermission('denied');
  const network = await standBefore('*push-subscription*');
  try {
    network.hold();
    const first = createRecorder();
    const { container, unmount } = render(
      <first.Provider>
        <PushOptIn {...basics} />
      </first.Provider>,
    );
    const root = () => container.querySelector('[data-sy-ask]')!;
    await expect.poll(() => network.held.length, { timeout: 10_000 }).toBe(1);
    // Long enough to be seen: what the browser has refused before is no exposure, and a press on it no start.
    await wait(1_300);
    await userEvent.click(allow());
    expect(root().getAttribute('data-stage')).toBe('asking');
    expect(root().querySelector('[role=status]')!.textContent).toBe('');
    expectEvents(first, []);
    unmount();

    await setPermission('prompt');
    const ask = vi.spyOn(Notification, 'requestPermission').mockRejectedValueOnce(new TypeError('not here'));
    const unheard = vi.fn();
    addEventListener('unhandledrejection', unheard);
    const none = createRecorder();
    const failing = render(
      <none.Provider>
        <PushOptIn {...basics} />
      </none.Provider>,
    );
    await userEvent.click(allow());
    // A question that fails is heard without the late part.
    await expect
      .poll(() => failing.container.querySelector('[role=alert]')?.textContent)
      .toContain('you will get no messages');
    removeEventListener('unhandledrejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
    failing.unmount();

    ask.mockReset().mockResolvedValue('granted');
    const second = createRecorder();
    render(
      <second.Provider>
        <PushOptIn {...basics} />
      </second.Provider>,
    );
    await userEvent.click(allow());
    // The browser asks within the press, whatever the network does.
    expect(ask).toHaveBeenCalledTimes(1);
    await expect.element(page.getByText('Your browser is asking …')).toBeVisible();
    await wait(300);
    expectEvents(second, [push('seen'), push('started')]);
    await setPermission('granted');
    await network.release();
    await expect.element(page.getByText('Done! You will get these messages on this device.')).toBeVisible();
    expectEvents(second, [push('seen'), push('started'), push('committed')]);
  } finally {
    await network.end();
    await forgetWorkers();
    await setPermission('prompt');
  }
});

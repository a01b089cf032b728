import { render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { PushOptIn, type PushOptInElement, type PushOptInProps } from 'smallyes/push-opt-in';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/push-opt-in.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { endpoint, forgetWorkers, setPermission, stubPushService } from './push-opt-in.support.ts';

const push = (phase: string): EventLine => `push-opt-in.allow ${phase}` as EventLine;
const yes = [push('seen'), push('started'), push('committed')];
const allow = () => page.getByRole('button', { name: 'Allow messages' });
const stop = () => page.getByRole('button', { name: 'Stop messages' });
const status = () => page.getByRole('status').first();
const says = (words: string) => expect.element(status()).toHaveTextContent(words);
const done = 'Done! You will get these messages on this device.';
const stopped = 'Stopped. This device gets no more of these messages.';
const workers = () => navigator.serviceWorker.getRegistrations();

const publicKey = `B${'x'.repeat(86)}`;
const basics = {
  id: 'order-news',
  what: 'A message when your order is on its way',
  often: 'Three for each order at most',
  publicKey,
  serviceWorkerUrl: new URL('./push-opt-in.worker.js', import.meta.url).pathname,
  onSubmit: () => undefined,
} satisfies PushOptInProps;

let service: ReturnType<typeof stubPushService>['state'];
let earlier: ReturnType<typeof stubPushService>['earlier'];

beforeEach(async () => {
  forgetMessages();
  await forgetWorkers();
  await setPermission('granted');
  ({ state: service, earlier } = stubPushService());
});
afterEach(async () => {
  await forgetWorkers();
  await setPermission('prompt');
});

function mount(props: Partial<PushOptInProps> = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <PushOptIn {...basics} {...props} />
      </recorder.Provider>,
    ),
  };
}

describeConformance('PushOptIn', {
  component: 'push-opt-in',
  render: (props) => <PushOptIn {...basics} {...props} />,
  async commit() {
    service.current = null;
    await userEvent.click(allow());
    await expect.element(stop(), { timeout: 3_000 }).toBeVisible();
  },
  events: yes,
  vetoes: ['onClick'],
});

describe('a yes', () => {
  it('counts once the server has the subscription, by a real service worker', async () => {
    let answer = () => {};
    const got: unknown[] = [];
    const { recorder, container } = mount({
      onSubmit: (given) =>
        new Promise<void>((resolve) => {
          got.push(given);
          answer = resolve;
        }),
    });
    expect(await workers()).toHaveLength(0);
    const place = () => allow().element().getBoundingClientRect().top;
    const before = place();
    await userEvent.dblClick(allow());
    await expect.poll(() => got.length).toBe(1);
    // What appears must not push away what is pressed.
    expect(place()).toBe(before);
    const [worker] = await workers();
    expect(worker?.active?.scriptURL).toContain('push-opt-in.worker.js');
    expect(service.calls).toEqual([{ userVisibleOnly: true, applicationServerKey: publicKey }]);
    expect(got).toEqual([
      {
        subscription: { endpoint: `${endpoint}1`, keys: { p256dh: 'public', auth: 'secret' } },
        allowed: true,
      },
    ]);
    await says('One moment …');
    expectEvents(recorder, yes.slice(0, 2));
    answer();
    await says(done);
    expectEvents(recorder, [yes[0]!, yes[1]!, [push('committed'), {}]]);
    expect(JSON.stringify(recorder.events)).not.toContain('push.example');
    expect(container.firstElementChild!.getAttribute('data-stage')).toBe('allowed');
    await expect.element(stop()).toHaveFocus();
    expect(await findings(container)).toEqual([]);
  });

  it('asks the browser within the press, and never before', async () => {
    const asked: boolean[] = [];
    let isPressing = false;
    const ask = vi.spyOn(Notification, 'requestPermission').mockImplementation(async () => {
      asked.push(isPressing);
      return 'granted';
    });
    await setPermission('prompt');
    mount({
      onEvent({ phase }) {
        isPressing = phase === 'started';
        // Whatever waits for anything comes after this.
        queueMicrotask(() => {
          isPressing = false;
        });
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(ask).not.toHaveBeenCalled();
    expect(service.calls).toEqual([]);
    expect(await workers()).toHaveLength(0);
    await expect.element(page.getByText('Your browser asks you next.')).toBeVisible();
    await userEvent.click(allow());
    expect(asked).toEqual([true]);
    await says(done);
  });

  it('by keyboard alone, and without the word that the browser asks, where it has its answer', async () => {
    mount();
    expect(page.getByText('Your browser asks you next.').query()).toBeNull();
    await userEvent.tab();
    await expect.element(allow()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await says(done);
  });

  it('goes through a registration of the page, which need not be ready', async () => {
    const registration = navigator.serviceWorker.register(basics.serviceWorkerUrl);
    mount({ registration, serviceWorkerUrl: undefined });
    await userEvent.click(allow());
    await says(done);
    expect((await registration).active).not.toBeNull();
  });

  it('takes the place of a subscription with another key, and the developer is told', async () => {
    expectConsole('warn', 'SY-1444');
    await setPermission('prompt');
    vi.spyOn(Notification, 'requestPermission').mockResolvedValue('granted');
    earlier();
    service.errors = [new DOMException('another key', 'InvalidStateError')];
    const got: unknown[] = [];
    mount({ onSubmit: ({ subscription }) => void got.push(subscription.endpoint) });
    await userEvent.click(allow());
    await says(done);
    expect(got).toEqual([`${endpoint}2`]);
  });

  it('that the server knows is no second one', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already' }) });
    await userEvent.click(allow());
    await says(done);
    expectEvents(recorder, yes.slice(0, 2));
  });

  it('is not recorded for an attempt that was reset meanwhile, and leaves nothing behind', async () => {
    const ref = createRef<PushOptInElement>();
    let answer: (word: NotificationPermission) => void = () => {};
    vi.spyOn(Notification, 'requestPermission').mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const { recorder } = mount({ ref, onSubmit: () => expect.fail('sent') });
    await userEvent.click(allow());
    await says('Your browser is asking …');
    ref.current!.reset();
    answer('granted');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(recorder.commitments).toEqual([]);
    expect(service.current).toBeNull();
    await expect.element(allow()).toBeVisible();
  });
});

describe('a no', () => {
  it('to the browser says how to change it, offers another way, and is a dismissal', async () => {
    await setPermission('prompt');
    vi.spyOn(Notification, 'requestPermission').mockImplementation(async () => {
      await setPermission('denied');
      return 'denied';
    });
    const { recorder, container } = mount({
      alternative: <p>By mail, then?</p>,
      next: ({ phase }) => <p>After: {phase}</p>,
      onSubmit: () => expect.fail('sent'),
    });
    await userEvent.click(allow());
    await says('Your browser lets no messages from this site through.');
    await expect.element(page.getByText(/open the site settings/)).toBeVisible();
    await expect.element(page.getByText('By mail, then?')).toBeVisible();
    await expect.element(page.getByText('After: dismissed')).toBeVisible();
    await expect.element(status()).toHaveFocus();
    expectEvents(recorder, [yes[0]!, yes[1]!, push('dismissed')]);
    expect(service.calls).toEqual([]);
    expect(await findings(container)).toEqual([]);
  });

  it('that closes the question says neither yes nor no, by the real browser', async () => {
    await setPermission('prompt');
    const { recorder } = mount();
    await userEvent.click(allow());
    await says('Nothing has changed. You can decide whenever you like.');
    await expect.element(allow()).toHaveFocus();
    expectEvents(recorder, yes.slice(0, 2));
    await setPermission('granted');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(allow());
    await says(done);
    expectEvents(recorder, yes);
  });

  it('of the quiet way out comes back when it is wanted', async () => {
    const { recorder } = mount({ skippable: true, next: ({ phase }) => <p>After: {phase}</p> });
    (page.getByRole('button', { name: 'No, thanks' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    // The button that had the focus is gone: who pressed it reads what became of it.
    await expect.element(status()).toHaveFocus();
    await says('All right. It stays here in case you change your mind.');
    await expect.element(page.getByText('After: dismissed')).toBeVisible();
    expectEvents(recorder, [yes[0]!, push('dismissed')]);
    await userEvent.click(page.getByRole('button', { name: 'Show it again' }));
    await expect.element(allow()).toBeVisible();
  });

  it('that comes too late leaves the focus at what became of the yes', async () => {
    let settle = () => {};
    mount({
      skippable: true,
      onSubmit: () =>
        new Promise<void>((resolve) => {
          settle = resolve;
        }),
    });
    await userEvent.click(allow());
    await expect.poll(() => service.calls).toHaveLength(1);
    await userEvent.click(page.getByRole('button', { name: 'No, thanks' }));
    settle();
    await expect.element(stop()).toBeVisible();
    await expect.element(status()).toHaveFocus();
  });

  it('of an earlier visit is no exposure', async () => {
    await setPermission('denied');
    const { recorder, container } = mount();
    await says('Your browser lets no messages from this site through.');
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expectEvents(recorder, []);
    expect(document.activeElement).toBe(document.body);
    expect(await findings(container)).toEqual([]);
  });
});

describe('a failure', () => {
  it('of the server gives the subscription up, so that the next visit does not take it for a yes', async () => {
    let turn = 0;
    const { recorder, container } = mount({
      onSubmit: () => (turn++ ? undefined : { status: 'failed', message: 'We are closed for an hour.' }),
    });
    await userEvent.click(allow());
    await expect.element(page.getByRole('alert')).toHaveTextContent('We are closed for an hour.');
    expect(service.current).toBeNull();
    expectEvents(recorder, [yes[0]!, yes[1]!, push('failed')]);
    expect(await findings(container)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(allow());
    await says(done);
    expectEvents(recorder, [yes[0]!, yes[1]!, push('failed'), yes[2]!]);
    expect(page.getByRole('alert').query()).toBeNull();
  });

  it.each([
    ['of the push service', { errors: [new DOMException('push service error', 'AbortError')] }, {}],
    ['for want of a service worker', {}, { serviceWorkerUrl: undefined }],
    ['of a service worker that is not there', {}, { serviceWorkerUrl: '/test/nowhere/sw.js' }],
    ['of one on another origin', {}, { serviceWorkerUrl: 'https://elsewhere.example/sw.js' }],
    ['of an address that could run code', {}, { serviceWorkerUrl: 'javascript:alert(1)' }],
  ])('%s is told, and can be tried again', async (_, state, props) => {
    expectConsole('warn', 'SY-1442');
    Object.assign(service, state);
    const { recorder } = mount({ ...props, onSubmit: () => expect.fail('sent') });
    await userEvent.click(allow());
    await expect.element(page.getByText(/you will get no messages/)).toHaveAttribute('role', 'alert');
    await expect.element(allow()).toHaveFocus();
    expectEvents(recorder, [yes[0]!, yes[1]!, push('failed')]);
  });

  it.each([
    ['throws at once', () => expect.fail('not here')],
    ['rejects', () => Promise.reject(new TypeError('not here'))],
  ])(
    'of a browser whose question %s, as inside some apps, is told, and can be tried again',
    async (_, ask) => {
      expectConsole('warn', 'SY-1442');
      await setPermission('prompt');
      const question = vi.spyOn(Notification, 'requestPermission').mockImplementation(ask);
      const onSubmit = vi.fn();
      const { recorder } = mount({ onSubmit });
      await userEvent.click(allow());
      await expect.element(page.getByText(/you will get no messages/)).toHaveAttribute('role', 'alert');
      expectEvents(recorder, [yes[0]!, yes[1]!, push('failed')]);
      expect(onSubmit).not.toHaveBeenCalled();
      question.mockImplementation(async () => {
        await setPermission('granted');
        return 'granted';
      });
      await new Promise((resolve) => setTimeout(resolve, 600));
      await userEvent.click(allow());
      await says(done);
      expectEvents(recorder, [yes[0]!, yes[1]!, push('failed'), yes[2]!]);
    },
  );

  describe('of a push service that is silent', () => {
    /** Presses, and lets half a minute pass. */
    async function waitInVain() {
      expectConsole('warn', /SY-1442 .*no answer within 30000 ms/);
      const subscribe = vi.spyOn(PushManager.prototype, 'subscribe');
      let arrive = (_: PushSubscription) => {};
      subscribe.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        (allow().element() as HTMLElement).click();
        while (!subscribe.mock.calls.length) await new Promise(requestAnimationFrame);
        vi.advanceTimersByTime(30_000);
      } finally {
        vi.useRealTimers();
      }
      await expect.element(page.getByRole('alert')).toBeVisible();
      return () => arrive(earlier());
    }

    it('ends in time, and what comes after it, with nobody waiting, is given up', async () => {
      const { recorder } = mount();
      const answer = await waitInVain();
      expectEvents(recorder, [yes[0]!, yes[1]!, push('failed')]);
      answer();
      expect(service.current).not.toBeNull();
      await expect.poll(() => service.current).toBeNull();
    });

    it('is waited for once more by the next press, which takes what comes', async () => {
      const { recorder } = mount();
      const answer = await waitInVain();
      (allow().element() as HTMLElement).click();
      await says('One moment …');
      answer();
      await says(done);
      expect(service.current).not.toBeNull();
      expectEvents(recorder, [yes[0]!, yes[1]!, push('failed'), yes[2]!]);
    });
  });
});

describe('a subscription', () => {
  it('of an earlier visit is shown, can be ended, and the server hears of it', async () => {
    earlier();
    await navigator.serviceWorker.register(basics.serviceWorkerUrl);
    const got: unknown[] = [];
    const { recorder } = mount({
      onSubmit: ({ allowed, subscription }) => void got.push([allowed, subscription.endpoint]),
    });
    await says(done);
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expectEvents(recorder, []);
    await userEvent.click(stop());
    await says(stopped);
    expect(service.current).toBeNull();
    expect(got).toEqual([[false, `${endpoint}0`]]);
    expect(recorder.phases().at(-1)).toBe(push('withdrawn'));
    await expect.element(allow()).toHaveFocus();
  });

  it('made with another key is no yes, since nothing comes of it any more', async () => {
    const old = new TextEncoder().encode('another key').buffer;
    Object.assign(earlier(), { options: { applicationServerKey: old, userVisibleOnly: true } });
    await navigator.serviceWorker.register(basics.serviceWorkerUrl);
    mount({ check: () => expect.fail('asked about') });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect.element(allow()).toBeVisible();
    expect(stop().query()).toBeNull();
  });

  it('made with this key is one', async () => {
    const bytes = Uint8Array.from(atob(`${publicKey}=`), (sign) => sign.charCodeAt(0));
    Object.assign(earlier(), { options: { applicationServerKey: bytes.buffer, userVisibleOnly: true } });
    await navigator.serviceWorker.register(basics.serviceWorkerUrl);
    mount();
    await says(done);
  });

  it.each([
    ['knows', true],
    ['knows no more', false],
  ])('that the server %s is shown as such', async (_, isKnown) => {
    earlier();
    await navigator.serviceWorker.register(basics.serviceWorkerUrl);
    let answer: (is: boolean) => void = () => {};
    const asked: unknown[] = [];
    const { recorder } = mount({
      check(subscription, { signal }) {
        asked.push([subscription.endpoint, signal.aborted]);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    await expect.poll(() => asked).toEqual([[`${endpoint}0`, false]]);
    // Nobody is told what nobody knows yet.
    expect(page.getByText(done).query()).toBeNull();
    answer(isKnown);
    if (isKnown) await says(done);
    else {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await expect.element(allow()).toBeVisible();
      await userEvent.click(allow());
      await says(done);
      expect(recorder.phases()).toContain(push('committed'));
    }
  });

  it('of which the server cannot tell is asked for once more, and the developer is told', async () => {
    expectConsole('warn', 'SY-1449');
    earlier();
    await navigator.serviceWorker.register(basics.serviceWorkerUrl);
    let count = 0;
    mount({
      check() {
        count++;
        throw new Error('offline');
      },
    });
    await expect.poll(() => count).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.element(allow()).toBeVisible();
  });

  it('ends also when the server does not answer, and withdraws the yes of this attempt', async () => {
    expectConsole('warn', 'SY-401');
    const { recorder } = mount({
      onSubmit: ({ allowed }) => (allowed ? undefined : Promise.reject(new Error('offline'))),
    });
    await userEvent.click(allow());
    await says(done);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(stop());
    await says(stopped);
    expectEvents(recorder, [...yes, push('withdrawn')]);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(1);
  });

  it('that the browser keeps stays a yes, and says so', async () => {
    expectConsole('warn', 'SY-1442');
    const { recorder } = mount();
    await userEvent.click(allow());
    await says(done);
    service.keeps = true;
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(stop());
    await expect.element(page.getByText(/block messages in the settings/)).toHaveAttribute('role', 'alert');
    await expect.element(stop()).toBeVisible();
    expect(recorder.phases()).not.toContain(push('withdrawn'));
  });

  it('ends when the visitor takes the permission back in the settings, under StrictMode too', async () => {
    const recorder = createRecorder();
    render(
      <StrictMode>
        <recorder.Provider>
          <PushOptIn {...basics} />
        </recorder.Provider>
      </StrictMode>,
    );
    await userEvent.click(allow());
    await says(done);
    await setPermission('denied');
    await says('Your browser lets no messages from this site through.');
    expectEvents(recorder, [...yes, push('withdrawn')]);
    service.current = null;
    await setPermission('granted');
    await expect.element(allow()).toBeVisible();
  });
});

describe('a browser', () => {
  const without = (name: string) => {
    const there = Object.getOwnPropertyDescriptor(window, name)!;
    Reflect.deleteProperty(window, name);
    return () => Object.defineProperty(window, name, there);
  };

  it('without such messages gets another way, and no button that does nothing', async () => {
    const restore = without('PushManager');
    try {
      const { recorder, container } = mount({ alternative: <p>By mail, then?</p> });
      await says('This browser cannot show messages of a site.');
      await expect.element(page.getByText('By mail, then?')).toBeVisible();
      expect(page.getByRole('button').elements()).toHaveLength(0);
      expect(container.firstElementChild!.getAttribute('data-stage')).toBe('unsupported');
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      expectEvents(recorder, []);
      expect(await findings(container)).toEqual([]);
    } finally {
      restore();
    }
  });

  it('whose frame is sandboxed denies messages, and forbids even the look at a service worker', async () => {
    await setPermission('denied');
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      get() {
        throw new DOMException('the context is sandboxed', 'SecurityError');
      },
    });
    try {
      const { container } = mount({ alternative: <p>By mail, then?</p> });
      await expect.element(page.getByText('By mail, then?')).toBeVisible();
      expect(container.firstElementChild!.getAttribute('data-stage')).toBe('denied');
    } finally {
      Reflect.deleteProperty(navigator, 'serviceWorker');
    }
  });

  it('of an iPhone is told that it needs the installed app', async () => {
    const restore = without('PushManager');
    Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
    try {
      const { container } = mount();
      await expect.element(page.getByRole('status').filter({ hasText: /Add to Home Screen/ })).toBeVisible();
      expect(container.firstElementChild!.getAttribute('data-stage')).toBe('install');
    } finally {
      Reflect.deleteProperty(navigator, 'standalone');
      restore();
    }
  });

  it('that runs no script reads what it is about, and where to turn to', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(
      <PushOptIn {...basics} fallback={{ label: 'Write to us', href: 'mailto:hello@northwind.example' }} />,
    );
    expect(host.textContent).toContain(basics.often);
    expect(host.querySelector('form')!.className).toContain('sy-only-with-script');
    // Where scripts run, a browser takes what is in it for mere text.
    const fallback = host.querySelector('noscript')!;
    expect(fallback.textContent).toContain('To turn on messages, your browser needs JavaScript.');
    expect(fallback.textContent).toContain('href="mailto:');
  });
});

describe('the developer', () => {
  it('is told of a key that is none, and of a subscription that goes nowhere', () => {
    expectConsole('warn', 'SY-1441');
    expectConsole('warn', 'SY-1443');
    mount({ publicKey: 'my-key', onSubmit: undefined });
  });
});

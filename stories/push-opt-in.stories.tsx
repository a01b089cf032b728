import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { PushOptIn, type PushOptInProps } from 'smallyes/push-opt-in';
import { expect, fn, type Mock, userEvent } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';
import { de } from '../src/locales/de.ts';

/**
 * What the browser says in a story: a story registers no service worker, and its visitor is not asked in earnest. The tests of
 * this ask run with a real one.
 */
function inBrowser(permission: NotificationPermission | 'unsupported' | 'install', answer = permission) {
  return () => {
    const put = (target: object, name: string, value: unknown) => {
      const there = Object.getOwnPropertyDescriptor(target, name);
      Object.defineProperty(target, name, { value, configurable: true, writable: true });
      return () => {
        if (there) Object.defineProperty(target, name, there);
        else Reflect.deleteProperty(target, name);
      };
    };
    const take = (target: object, name: string) => {
      const there = Object.getOwnPropertyDescriptor(target, name);
      Reflect.deleteProperty(target, name);
      return () => {
        if (there) Object.defineProperty(target, name, there);
      };
    };
    let now = permission;
    const undo = [
      put(window, 'Notification', {
        get permission() {
          return now;
        },
        async requestPermission() {
          now = answer;
          return now;
        },
      }),
    ];
    if (permission === 'unsupported' || permission === 'install') undo.push(take(window, 'PushManager'));
    if (permission === 'install') undo.push(put(navigator, 'standalone', false));
    return () => {
      for (const one of undo) one();
    };
  };
}

/** A registration whose push service answers at once. */
function worker(error?: Error) {
  let current: object | null = null;
  const subscription = {
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'public', auth: 'secret' } }),
    async unsubscribe() {
      current = null;
      return true;
    },
  };
  return {
    active: {},
    pushManager: {
      getSubscription: async () => current,
      async subscribe() {
        if (error) throw error;
        current = subscription;
        return subscription;
      },
    },
  } as unknown as ServiceWorkerRegistration;
}

/**
 * Asks for leave to send push messages: first in your words, then by the browser's own question, in the same press and never
 * before. The yes counts once your server has the subscription. It can be taken back in the same place.
 */
const meta = {
  component: PushOptIn,
  tags: ['medium'],
  args: {
    id: 'order-news',
    what: 'A message when your order is on its way',
    often: 'Three for each order at most',
    publicKey: 'BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U',
    registration: worker(),
    onSubmit: () => undefined,
    onEvent: fn(),
  },
  beforeEach: inBrowser('default', 'granted'),
} satisfies Meta<PushOptInProps>;

export default meta;

type Story = StoryObj<PushOptInProps>;

const phases = (args: PushOptInProps) =>
  (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];
const press = (canvas: Canvas, name = 'Allow messages') =>
  userEvent.click(canvas.getByRole('button', { name }));

/** What, how often, how to stop; then one button. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByText('Three for each order at most')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Allow messages' })).toBeVisible();
    await expect(canvas.getByText('Your browser asks you next.')).toBeVisible();
  },
};

/** Allowed, and your server has the subscription. */
export const Allowed: Story = {
  args: { registration: worker(), next: <p>Shall we also write to you when your size is back?</p> },
  async play({ canvas, args }) {
    await press(canvas);
    await expect(await canvas.findByText('Done! You will get these messages on this device.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop messages' })).toHaveFocus();
    await expect(canvas.getByText('Shall we also write to you when your size is back?')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Allowed, and stopped again: the yes is taken back. */
export const Stopped: Story = {
  args: { registration: worker() },
  async play({ canvas, args }) {
    await press(canvas);
    await canvas.findByText('Done! You will get these messages on this device.');
    // A double click is one press.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await press(canvas, 'Stop messages');
    await expect(
      await canvas.findByText('Stopped. This device gets no more of these messages.'),
    ).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed', 'withdrawn']);
  },
};

/** While the browser asks. */
export const Asking: Story = {
  beforeEach() {
    const { requestPermission } = Notification;
    Notification.requestPermission = () => new Promise(() => {});
    return () => {
      Notification.requestPermission = requestPermission;
    };
  },
  async play({ canvas, args }) {
    await press(canvas);
    await expect(await canvas.findByText('Your browser is asking …')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** The question was closed without an answer, which is neither a yes nor a no. */
export const Closed: Story = {
  beforeEach: inBrowser('default', 'default'),
  async play({ canvas, args }) {
    await press(canvas);
    await expect(
      await canvas.findByText('Nothing has changed. You can decide whenever you like.'),
    ).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** Blocked: how to change it, and another way to hear from you. */
export const Denied: Story = {
  args: {
    alternative: (
      <div className="sy-actions">
        <a className="sy-button" href="#newsletter">
          Get it by mail instead
        </a>
      </div>
    ),
  },
  beforeEach: inBrowser('default', 'denied'),
  async play({ canvas, args }) {
    await press(canvas);
    await expect(
      await canvas.findByText('Your browser lets no messages from this site through.'),
    ).toBeVisible();
    await expect(canvas.getByText(/open the site settings/)).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Get it by mail instead' })).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'dismissed']);
  },
};

/** A browser without such messages: no button that does nothing, but another way. */
export const Unsupported: Story = {
  args: {
    alternative: (
      <div className="sy-actions">
        <a className="sy-button" href="#newsletter">
          Get it by mail instead
        </a>
      </div>
    ),
  },
  beforeEach: inBrowser('unsupported'),
  async play({ canvas }) {
    await expect(canvas.getByText('This browser cannot show messages of a site.')).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** An iPhone, where messages need the app on the Home Screen. */
export const OnAnIPhone: Story = {
  beforeEach: inBrowser('install'),
  async play({ canvas }) {
    await expect(canvas.getByText(/Add to Home Screen/)).toBeVisible();
  },
};

/** The browser has allowed it, and your server could not be reached: nothing is left behind, and it can be tried again. */
export const Failed: Story = {
  args: { registration: worker(), onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas, args }) {
    await press(canvas);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/you will get no messages/);
    await expect(canvas.getByRole('button', { name: 'Allow messages' })).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'failed']);
  },
};

/** With a quiet way out. */
export const Skippable: Story = {
  args: { skippable: true },
  async play({ canvas, args }) {
    await press(canvas, 'No, thanks');
    await expect(await canvas.findByText(/It stays here in case you change your mind/)).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'dismissed']);
  },
};

/** Long words, in German. */
export const LongText: Story = {
  args: {
    what: 'Eine Benachrichtigung, sobald Ihr Reparaturauftrag abgeschlossen und abholbereit ist',
    often: 'Höchstens drei für jeden Auftrag: Eingang, Kostenvoranschlag, Fertigstellung',
    skippable: true,
  },
  decorators: [
    (Story) => (
      <div lang="de">
        <CommitmentProvider locale="de" labels={de}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: { what: 'رسالة حين يكون طلبك في الطريق', often: 'ثلاث رسائل لكل طلب على الأكثر', skippable: true },
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <CommitmentProvider locale="ar" labels={ar}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
};

/** On a dark page. */
export const Dark: Story = { args: { skippable: true }, globals: { theme: 'dark' } };

/** Without a card. */
export const Plain: Story = { args: { appearance: 'plain' } };

import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  AccountForm,
  type AccountFormElement,
  type AccountFormProps,
  type PasskeyOptions,
} from 'smallyes/account-form';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';
import { de } from '../src/locales/de.ts';

type Props = AccountFormProps;

const address = 'jana@northwind.example';
const password = 'four boots under the bed';

/** What a server sends: see `generateRegistrationOptions()` of SimpleWebAuthn. */
const options: PasskeyOptions = {
  challenge: 'c21hbGx5ZXMtc3Rvcnk',
  rp: { name: 'Northwind' },
  user: { id: 'dXNlci0x', name: address, displayName: address },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
};

/**
 * Asks for an account: an address, with a password, a passkey or a link by mail. A password needs its length and nothing else,
 * can be pasted and shown. Nobody can find out here who has an account, unless you let them. What is typed goes to `onSubmit`,
 * never into an event.
 */
const meta = {
  component: AccountForm as unknown as (props: Props) => React.JSX.Element,
  tags: ['medium'],
  args: {
    id: 'account',
    description: 'Your orders, your sizes and the care of your boots, in one place.',
    signInHref: '#sign-in',
    onSubmit: () => ({ status: 'pending' }),
    onEvent: fn(),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

const phases = (args: Props) =>
  (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

async function send(canvas: Canvas, words?: string) {
  await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail address' }), address);
  if (words) await userEvent.type(canvas.getByLabelText('Password'), words);
  await userEvent.click(canvas.getByRole('button', { name: 'Create account' }));
}

/** An address and a password. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByLabelText('Password')).toHaveAttribute('autocomplete', 'new-password');
    await expect(canvas.getByRole('button', { name: 'Create account' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Sign in' })).toBeVisible();
  },
};

/** A mail is on its way. Whoever has an account already reads the same. */
export const Mailed: Story = {
  async play({ canvas, args }) {
    await send(canvas, password);
    await expect(await canvas.findByText(/One step left: open the mail/)).toBeVisible();
    await expect(await canvas.findByRole('button', { name: /^Send it again in/ })).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
    const { calls } = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock;
    await expect(calls.at(-1)?.[0].data).toEqual({ fields: ['email', 'password'] });
  },
};

/** Your server has made the account at once. */
export const Created: Story = {
  args: { onSubmit: () => ({ status: 'ok' }), next: <p>Shall we remember your size?</p> },
  async play({ canvas, args }) {
    await send(canvas, password);
    await expect(await canvas.findByText('Welcome! Your account is ready.')).toBeVisible();
    await expect(canvas.getByText('Shall we remember your size?')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Your server says that the link in the mail was opened: the same yes, confirmed. */
export const Confirmed: Story = {
  args: { next: <p>Shall we remember your size?</p> },
  async play({ canvas, canvasElement, args }) {
    await send(canvas, password);
    await expect(await canvas.findByText(/One step left: open the mail/)).toBeVisible();
    canvasElement.querySelector<AccountFormElement>('[data-sy-ask]')?.confirm();
    await expect(await canvas.findByText('Confirmed! Your account is ready.')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed', 'confirmed']);
  },
};

/** There was an account. The visitor sees what a new one sees, and nothing counts. */
export const AlreadyThere: Story = {
  args: { onSubmit: () => ({ status: 'already' }) },
  async play({ canvas, args }) {
    await send(canvas, password);
    await expect(await canvas.findByText(/One step left: open the mail/)).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** The same where you let visitors know: then anybody can find out who is registered. */
export const AlreadyThereRevealed: Story = {
  args: { revealKnown: true, onSubmit: () => ({ status: 'already' }) },
  async play({ canvas, args }) {
    await send(canvas, password);
    await expect(await canvas.findByText('There is an account with this address already.')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** Shown by the button in the field, and judged by a function of your own. */
export const PasswordShown: Story = {
  args: {
    strength: (typed) =>
      typed.length > 20 ? 'Hard to guess: it would take centuries.' : 'Easy to guess: add another word.',
  },
  async play({ canvas }) {
    await userEvent.type(canvas.getByLabelText('Password'), 'four boots');
    await userEvent.click(canvas.getByRole('button', { name: 'Show password' }));
    await expect(canvas.getByRole('button', { name: 'Show password' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(canvas.getByLabelText('Password')).toHaveAttribute('type', 'text');
    await expect(await canvas.findByText('Easy to guess: add another word.')).toBeVisible();
  },
};

/** Too short, and the terms are not accepted: each is said at its place. */
export const Refused: Story = {
  args: {
    terms: { label: 'I accept the terms of Northwind.', link: { label: 'Read them', href: '#terms' } },
  },
  async play({ canvas, args }) {
    await send(canvas, 'boots');
    await expect(await canvas.findByText('Please write at least 15 characters.')).toBeVisible();
    await expect(canvas.getByText('Please tick this box to go on.')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** Your server cannot be reached: what was typed stays. */
export const Failed: Story = {
  args: { onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas, args }) {
    await send(canvas, password);
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(canvas.getByLabelText('Password')).toHaveValue(password);
    await expect(phases(args)).toEqual(['seen', 'started', 'failed']);
  },
};

/** While your server, or the device, has not answered. */
export const Sending: Story = {
  args: { onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await send(canvas, password);
    await expect(await canvas.findByRole('button', { name: 'Sending …' })).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** A passkey: the device asks, and there is nothing to remember. In a browser without passkeys it becomes a link by mail. */
export const Passkey: Story = {
  args: { method: 'passkey', passkeyOptions: () => options } as object,
  async play({ canvas }) {
    await expect(canvas.getByText(/Your device asks for your fingerprint, face or PIN\./)).toBeVisible();
    await expect(canvas.queryByLabelText('Password')).toBeNull();
  },
};

/** The visitor has closed the question of the device: neither an error nor a yes. */
export const PasskeyCancelled: Story = {
  args: { method: 'passkey', passkeyOptions: () => options } as object,
  async play({ canvas, args }) {
    const { credentials } = navigator;
    const real = credentials.create;
    credentials.create = () => Promise.reject(new DOMException('closed', 'NotAllowedError'));
    try {
      await send(canvas);
      await waitFor(() =>
        expect(canvas.getByText('No passkey was made. You can try again whenever you like.')).toBeVisible(),
      );
      await expect(phases(args)).toEqual(['seen', 'started']);
    } finally {
      credentials.create = real;
    }
  },
};

/** A link by mail signs in: the address is all there is to fill in. */
export const MagicLink: Story = {
  args: { method: 'link' } as object,
  async play({ canvas, args }) {
    await send(canvas);
    await expect(await canvas.findByText(/One step left: open the mail/)).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Long words, in German, with a name and the terms. */
export const LongText: Story = {
  args: {
    description:
      'Mit einem Konto sehen Sie Ihre Bestellungen, verwalten Rücksendungen und erinnern sich an Imprägnierungstermine.',
    fields: [{ type: 'text', name: 'name', label: 'Vor- und Nachname', required: true }],
    terms: {
      label: 'Ich akzeptiere die Allgemeinen Geschäftsbedingungen und die Datenschutzbestimmungen.',
      link: { label: 'Nachlesen', href: '#agb' },
    },
  } as object,
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
  args: { description: 'طلباتك ومقاساتك في مكان واحد.' },
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
export const Dark: Story = { globals: { theme: 'dark' } };

/** Without a card. */
export const Plain: Story = { args: { appearance: 'plain' } };

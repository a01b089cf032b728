import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  ContactDialog,
  type ContactDialogProps,
  ContactDialogTrigger,
  contactDialogId,
} from 'smallyes/contact-dialog';
import type { CommitmentEvent } from 'smallyes/events';
import { EmailField, LongTextField, TextField } from 'smallyes/fields';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, screen, userEvent, waitFor } from 'storybook/test';
import * as z from 'zod';
import './contact-dialog.css';

const fields = [
  { type: 'text', name: 'name', label: 'Your name', autoComplete: 'name' },
  { type: 'email', name: 'email', label: 'E-mail', required: true },
  { type: 'long-text', name: 'message', label: 'What is it about?', required: true, maxLength: 1000 },
] as const;

/**
 * A button, or a link to your contact page, that opens a form. Opening is a small yes of its own, sending the larger one.
 * The dialog, the form and its checks load when the visitor turns to the trigger. What was typed outlives closing, a
 * reload and a failing server.
 */
const meta = {
  component: ContactDialog,
  subcomponents: { ContactDialogTrigger },
  tags: ['weak', 'medium'],
  parameters: { docs: { story: { inline: false, height: '40rem' } } },
  args: {
    id: 'talk',
    trigger: 'Talk to an adviser',
    title: 'Talk to an adviser',
    description: 'Thirty minutes by phone, free of charge. Anna Lindqvist reads every message herself.',
    fallbackHref: '#contact',
    fields,
    exchange: { give: ['your e-mail address'], get: ['an answer within one working day'] },
    onSubmit: fn(),
    onEvent: fn(),
  },
} satisfies Meta<ContactDialogProps>;

export default meta;

type Story = StoryObj<ContactDialogProps>;

const trigger = (name: RegExp | string = 'Talk to an adviser') => screen.getByRole('link', { name });
const open = async (name?: RegExp | string) => {
  await userEvent.click(trigger(name));
  return screen.findByRole('dialog');
};
const field = (name: RegExp) => screen.findByRole('textbox', { name });
const write = async () => {
  await userEvent.type(await field(/E-mail/), 'mara.kovac@example.com');
  await userEvent.type(
    await field(/about/),
    'We sell tea in three countries and want to know what to mend first.',
  );
};
const send = () => userEvent.click(screen.getByRole('button', { name: 'Send' }));

/** A link to the contact page without JavaScript; with it, a dialog. */
export const Default: Story = {
  async play({ args }) {
    const dialog = await open();
    await expect(dialog).toHaveAccessibleName('Talk to an adviser');
    await expect(dialog).toHaveAccessibleDescription(/Thirty minutes by phone/);
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Your name/ })).toHaveFocus());
    await expect(linesOf(args.onEvent)).toEqual(['open seen', 'open started', 'open committed']);
  },
};

/** One dialog, opened from the head, the text and the foot of a page. Each place is measured by itself. */
export const SeveralTriggers: Story = {
  args: { trigger: undefined, onOpenChange: fn() },
  render: (args) => (
    <div className="story-page">
      <header className="story-bar">
        <strong>Northlight Advisers</strong>
        <ContactDialogTrigger for="talk" placement="header" fallbackHref="#contact" variant="primary">
          Contact
        </ContactDialogTrigger>
      </header>
      <p>
        Most shops lose a sale at the last step.{' '}
        <ContactDialogTrigger for="talk" placement="text" fallbackHref="#contact" variant="link">
          Ask us where yours is
        </ContactDialogTrigger>
        .
      </p>
      <footer>
        <ContactDialogTrigger for="talk" placement="foot" fallbackHref="#contact">
          Write to us
        </ContactDialogTrigger>
      </footer>
      <ContactDialog {...args} />
    </div>
  ),
  async play({ args }) {
    await open('Ask us where yours is');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(trigger('Ask us where yours is')).toHaveFocus());
    await open('Write to us');
    const events = eventsOf(args.onEvent).filter(({ phase }) => phase === 'committed');
    await expect(events.map(({ ask }) => ask.placement)).toEqual(['text', 'foot']);
    await expect(events.map(({ data }) => data)).toEqual([{ trigger: 'text' }, { trigger: 'foot' }]);
  },
};

const contact = z.object({
  email: z.email().meta({ title: 'Work e-mail' }),
  size: z
    .enum(['Just me', '2 to 10', '11 to 50', 'More'])
    .meta({ title: 'How many are you?', field: { as: 'select', trackable: true } }),
  message: z.string().min(10).max(1000).meta({ title: 'What should we look at?' }),
  terms: z.literal(true).meta({ title: 'You may answer me by e-mail.' }),
});

/** The schema alone: it yields the fields, checks them, and types what `onSubmit` gets. */
export const FromASchema: Story = {
  args: { fields: undefined, schema: contact, description: undefined },
  async play({ args }) {
    await open();
    await userEvent.type(await field(/Work e-mail/), 'mara.kovac@example.com');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /How many/ }), '2 to 10');
    await userEvent.type(await field(/look at/), 'Our checkout on phones.');
    await send();
    await expect(await screen.findByText('Please tick this box to go on.')).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox'));
    await send();
    await expect(await screen.findByText('Thank you! It has arrived.')).toBeVisible();
    await expect((args.onSubmit as Mock).mock.calls[0]?.[0]).toEqual({
      email: 'mara.kovac@example.com',
      size: '2 to 10',
      message: 'Our checkout on phones.',
      terms: true,
    });
    await expect(eventsOf(args.onEvent).at(-1)?.data).toEqual({
      fields: ['email', 'size', 'message', 'terms'],
      answers: { size: '2 to 10' },
    });
  },
};

const about = contactDialogId<{ product: string; price: number }>('talk-product');

/** Each trigger says what it is about; the heading, the fields and `onSubmit` know, typed from end to end. */
export const WithPayload: Story = {
  args: { trigger: undefined, onSubmit: fn() },
  render: ({ onSubmit, onEvent }) => (
    <div className="story-page">
      {[
        { product: 'Shop audit', price: 890 },
        { product: 'Pricing workshop', price: 1450 },
      ].map((payload) => (
        <p key={payload.product}>
          <strong>{payload.product}</strong>, {payload.price} euros.{' '}
          <ContactDialogTrigger for={about} payload={payload} placement={payload.product} variant="link">
            Ask about the {payload.product.toLowerCase()}
          </ContactDialogTrigger>
        </p>
      ))}
      <ContactDialog
        id={about}
        title={({ payload }) => (payload ? `Ask about the ${payload.product.toLowerCase()}` : 'Ask us')}
        fields={fields}
        onEvent={onEvent}
        onSubmit={(values, context) => onSubmit?.(values, context)}
      />
    </div>
  ),
  async play({ args }) {
    await userEvent.click(screen.getByRole('button', { name: 'Ask about the pricing workshop' }));
    await expect(await screen.findByRole('dialog')).toHaveAccessibleName('Ask about the pricing workshop');
    await write();
    await send();
    await screen.findByText('Thank you! It has arrived.');
    const [, context] = (args.onSubmit as Mock).mock.calls[0] as [
      unknown,
      { payload: unknown; trigger: string },
    ];
    await expect(context.payload).toEqual({ product: 'Pricing workshop', price: 1450 });
    await expect(context.trigger).toBe('Pricing workshop');
  },
};

/** Fields as elements, arranged by you. */
export const FieldsAsElements: Story = {
  args: {
    fields: undefined,
    children: (
      <>
        <TextField name="name" label="Your name" />
        <EmailField name="email" label="E-mail" required />
        <LongTextField name="message" label="What is it about?" required />
      </>
    ),
  },
  async play({ args }) {
    await open();
    await write();
    await send();
    await screen.findByText('Thank you! It has arrived.');
    await expect((args.onSubmit as Mock).mock.calls[0]?.[0]).toMatchObject({
      email: 'mara.kovac@example.com',
    });
  },
};

/** The server takes its time: the button says so, and a second press does nothing. */
export const Sending: Story = {
  args: { onSubmit: fn(() => new Promise<void>(() => {})) },
  async play({ args }) {
    await open();
    await write();
    await send();
    const button = await screen.findByRole('button', { name: /Sending/ });
    await userEvent.click(button);
    await expect(args.onSubmit).toHaveBeenCalledTimes(1);
  },
};

/** The server refuses one value: the reason stands at its field, and everything typed is still there. */
export const ServerRefuses: Story = {
  args: {
    onSubmit: fn(() => ({
      status: 'invalid' as const,
      errors: { email: 'This mailbox is full. Do you have another one?' },
    })),
  },
  async play({ args }) {
    await open();
    await write();
    await send();
    await expect(await screen.findByText('This mailbox is full. Do you have another one?')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('textbox', { name: /E-mail/ })).toHaveFocus());
    await expect(linesOf(args.onEvent).slice(3)).toEqual(['submit progressed', 'submit failed']);
  },
};

/** The network fails: nothing typed is lost, and the same button tries again. */
export const NetworkFailure: Story = {
  args: { onSubmit: fn(() => ({ status: 'failed' as const })) },
  async play({ args }) {
    await open();
    await write();
    await send();
    await expect(await screen.findByRole('alert')).toHaveTextContent(/was not sent/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledTimes(2));
    const keys = (args.onSubmit as Mock).mock.calls.map(([, context]) => context.idempotencyKey);
    await expect(keys[0]).toBe(keys[1]);
  },
};

/** After the yes: thanks, what happens next, and the next ask. It stays until the visitor closes it. */
export const SuccessWithNextAsk: Story = {
  args: {
    success: 'Anna Lindqvist calls you on the next working day, between nine and twelve.',
    next: <StarRating id="talk-ease" label="How easy was it to reach us?" appearance="plain" />,
  },
  async play({ args }) {
    await open();
    await write();
    await send();
    await expect(await screen.findByText('Thank you! It has arrived.')).toBeVisible();
    await expect(screen.getByRole('radiogroup', { name: 'How easy was it to reach us?' })).toBeVisible();
    await expect(screen.getByRole('dialog')).toHaveFocus();
    await expect(linesOf(args.onEvent).slice(3)).toEqual(['submit progressed', 'submit committed']);
    await expect(eventsOf(args.onEvent).at(-1)?.data).toEqual({ fields: ['email', 'message'] });
  },
};

/** Closed without an answer: a smaller ask stands where the visitor looks, at the trigger. */
export const DismissedWithSmallerAsk: Story = {
  args: {
    dismissed: <StarRating id="talk-why" label="Was this page clear enough?" appearance="plain" />,
  },
  async play({ args }) {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(trigger()).toHaveFocus();
    await expect(screen.getByRole('radiogroup', { name: 'Was this page clear enough?' })).toBeVisible();
    await expect(linesOf(args.onEvent).slice(3)).toEqual(['submit dismissed']);
  },
};

/** Something is written, and the visitor presses beside the dialog: it stays, and says how to leave. */
export const PressedBeside: Story = {
  async play() {
    const dialog = await open();
    await write();
    await userEvent.click(dialog);
    await expect(screen.getByText(/Still here, with what you wrote/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await open();
    await expect(await field(/E-mail/)).toHaveValue('mara.kovac@example.com');
  },
};

/** A link in a mail, `…/advice#talk`, opens it; Back closes, Forward opens again. */
export const DeepLink: Story = {
  args: { hash: 'talk', onOpenChange: fn() },
  async play({ args }) {
    await open();
    await waitFor(() => expect(location.hash).toBe('#talk'));
    history.back();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(location.hash).toBe('');
    await expect((args.onOpenChange as Mock).mock.calls.at(-1)).toMatchObject([false, { reason: 'hash' }]);
    history.forward();
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(location.hash).toBe(''));
  },
};

/** A long form scrolls under its heading, and the page behind keeps still. */
export const LongContent: Story = {
  args: {
    title: 'Tell us about your shop, your customers and what you have already tried this year',
    fields: [
      {
        type: 'choice',
        name: 'goal',
        label: 'What matters most?',
        options: ['More visitors', 'More orders', 'Larger orders', 'Fewer returns'],
        required: true,
      },
      {
        type: 'choices',
        name: 'tried',
        label: 'What have you tried?',
        options: [
          'Search ads',
          'Newsletter',
          'Discounts',
          'Marketplaces',
          'Printed catalogue',
          'Trade fairs',
        ],
      },
      { type: 'email', name: 'email', label: 'E-mail', required: true },
      { type: 'consent', name: 'answer', label: 'You may answer me by e-mail.', required: true },
    ],
  },
  async play() {
    const dialog = await open();
    await waitFor(() => expect(isOnScreen(dialog)).toBe(true));
  },
};

/** Right to left, with the Arabic texts. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: {
    trigger: 'تحدّث إلى مستشار',
    title: 'تحدّث إلى مستشار',
    description: 'ثلاثون دقيقة عبر الهاتف، مجانًا.',
    exchange: { give: ['بريدك الإلكتروني'], get: ['رد خلال يوم عمل واحد'] },
    fields: [
      { type: 'text', name: 'name', label: 'الاسم' },
      { type: 'email', name: 'email', label: 'البريد الإلكتروني', required: true },
      { type: 'long-text', name: 'message', label: 'ما الموضوع؟', required: true },
    ],
  },
  async play() {
    const dialog = await open('تحدّث إلى مستشار');
    await expect(getComputedStyle(dialog).direction).toBe('rtl');
    await expect(screen.getByRole('button', { name: 'إغلاق' })).toBeInTheDocument();
  },
};

/** Opened from a part of the page that is dark by itself: the dialog looks like the place it came from. */
export const Dark: Story = {
  render: (args) => (
    <div className="story-dark" data-sy-theme="dark">
      <ContactDialog {...args} />
    </div>
  ),
  async play() {
    const dialog = await open();
    await expect(getComputedStyle(dialog).colorScheme).toBe('dark');
    await expect(dialog).toHaveAttribute('data-sy-theme', 'dark');
  },
};

/** On a phone it is a sheet at the lower edge, which follows the keyboard. */
export const Phone: Story = {
  globals: { viewport: { value: 'mobile1' } },
  async play() {
    const dialog = await open();
    await waitFor(() => expect(dialog).toBeVisible());
  },
};

/** Whether all of the dialog is on the screen. */
function isOnScreen(dialog: HTMLElement) {
  const { top, bottom } = dialog.firstElementChild?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
  return top >= 0 && bottom <= innerHeight;
}

function eventsOf(onEvent: unknown): CommitmentEvent[] {
  return (onEvent as Mock).mock.calls.map(([event]) => event as CommitmentEvent);
}

function linesOf(onEvent: unknown): string[] {
  return eventsOf(onEvent).map(({ kind, phase }) => `${kind.split('.')[1]} ${phase}`);
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  CallbackRequest,
  type CallbackRequestProps,
  type CallbackResult,
  type CallbackValues,
} from 'smallyes/callback-request';
import type { CommitmentEvent } from 'smallyes/events';
import { expect, fn, type Mock, userEvent } from 'storybook/test';

const weekday = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '17:00' },
];

/**
 * Asks for a telephone number and the times that suit: the largest of the small yeses. The number is checked by the rules of its
 * country, times are the visitor's own, and who has no telephone asks for a mail.
 */
const meta = {
  component: CallbackRequest,
  tags: ['strong'],
  args: {
    id: 'call-me',
    heading: 'A trainer calls you back',
    description: 'Ten minutes about your goals, free of charge. No contract comes of it.',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    // A Monday far ahead, so that the story is the same on each day.
    now: Date.parse('2046-01-15T07:00:00Z'),
    windows: {
      timeZone: 'Europe/Berlin',
      hours: { 1: weekday, 2: weekday, 4: weekday, 5: [{ from: '09:00', to: '12:00' }] },
    },
    onSubmit: fn((_values: CallbackValues): CallbackResult | Promise<CallbackResult> => ({ status: 'ok' })),
    onEvent: fn(),
  },
} satisfies Meta<CallbackRequestProps>;

export default meta;

type Story = StoryObj<typeof meta>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const at10 = 'Monday, January 15, 10:00 – 11:00 AM';

/** A number, and the times at which somebody can call. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
    await expect(await canvas.findByRole('checkbox', { name: at10 })).toBeEnabled();
  },
};

/** The request has arrived: the visitor reads when the telephone will ring. */
export const Requested: Story = {
  args: { next: <p>Meanwhile, would you like to see how a first hour goes?</p> },
  async play({ canvas, args }) {
    await ask(canvas);
    await expect(await canvas.findByText(`Thank you! We call you: ${at10}.`)).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Somebody else was quicker: the time is marked, and all else stays as it was. */
export const Taken: Story = {
  args: {
    onSubmit: fn(
      (_values: CallbackValues): CallbackResult => ({
        status: 'invalid',
        taken: ['2046-01-15T10:00:00+01:00'],
      }),
    ),
  },
  async play({ canvas, args }) {
    await ask(canvas);
    await expect(await canvas.findByText(/Somebody else was quicker/)).toBeVisible();
    await expect(canvas.getByRole('checkbox', { name: `${at10}, taken` })).toBeDisabled();
    await expect(canvas.getByRole('textbox', { name: 'Phone number' })).toHaveValue('030 901820');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** The server does not answer: a mail takes along what was entered, so that nobody writes it twice. */
export const Failed: Story = {
  args: {
    onSubmit: fn((_values: CallbackValues): CallbackResult => ({ status: 'failed' })),
    fallback: { label: 'team@northwind.example', href: 'mailto:team@northwind.example?subject=Call%20me' },
  },
  async play({ canvas, args }) {
    await ask(canvas);
    const link = await canvas.findByRole('link', { name: 'team@northwind.example' });
    await expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('+4930901820');
    await expect(canvas.getByRole('textbox', { name: 'Phone number' })).toHaveValue('030 901820');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** The free times as a server knows them at this moment. When one was taken meanwhile, they are asked for once more. */
export const FromTheServer: Story = {
  args: {
    slots: fn(() =>
      Promise.resolve(
        [9, 10, 13].map((hour) => ({
          start: new Date(Date.UTC(2046, 0, 15, hour)).toISOString(),
          end: new Date(Date.UTC(2046, 0, 15, hour + 1)).toISOString(),
        })),
      ),
    ),
  },
  async play({ canvas }) {
    // They are asked for once the form was seen.
    await expect(await canvas.findByRole('checkbox', { name: at10 }, { timeout: 4_000 })).toBeEnabled();
  },
};

/** A number that its country does not have. */
export const WrongNumber: Story = {
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Phone number' }), '00000000');
    await userEvent.click(await canvas.findByRole('checkbox', { name: at10 }));
    await userEvent.click(canvas.getByRole('button', { name: 'Call me back' }));
    await expect(await canvas.findByText(/^There is no such number .* \(Germany\)/)).toBeVisible();
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** The server takes its time. */
export const Pending: Story = {
  args: {
    onSubmit: fn(
      (_values: CallbackValues): CallbackResult | Promise<CallbackResult> => new Promise(() => {}),
    ),
  },
  async play({ canvas }) {
    await ask(canvas);
    await expect(await canvas.findByRole('button', { name: 'Sending …' })).toBeVisible();
  },
};

/** A visitor in New York reads the times of New York, and whose time it is here. */
export const AnotherTimeZone: Story = {
  args: { timeZone: 'America/New_York' },
  async play({ canvas }) {
    await expect(await canvas.findByText(/We are in Central European/)).toBeVisible();
  },
};

/** Who has no telephone asks for a mail. */
export const ByMail: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'I would rather have a mail' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail address' }), 'jana@northwind.example');
    await userEvent.click(canvas.getByRole('button', { name: 'Write to me' }));
    await expect(await canvas.findByText('Thank you! We write to jana@northwind.example.')).toBeVisible();
  },
};

/** All that it can hold, with long words. */
export const LongText: Story = {
  args: {
    heading:
      'Somebody of our team in Berlin, Potsdam or Frankfurt calls you back, and you say how it goes on',
    note: 'What should we know before we call you, such as an injury, an earlier training or a goal?',
    exchange: { give: ['phone number'], get: ['ten minutes of advice'] },
    footnote: 'We use your number for this call alone, and delete it afterwards.',
  },
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: {
    id: 'call-me-ar',
    heading: 'يعاود مدرب الاتصال بك',
    description: 'عشر دقائق عن أهدافك، مجانًا ودون أي عقد.',
    country: 'EG',
    timeZone: 'Africa/Cairo',
    windows: { timeZone: 'Africa/Cairo', hours: { 7: weekday, 1: weekday, 2: weekday, 3: weekday } },
    note: 'ما الذي ينبغي أن نعرفه قبل المكالمة؟',
    exchange: { give: ['رقم هاتفك'], get: ['عشر دقائق من المشورة'] },
    footnote: 'نستخدم رقمك لهذه المكالمة وحدها، ثم نحذفه.',
  },
  globals: { direction: 'rtl', locale: 'ar' },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'رقم الهاتف' }), '0100 123 4567');
    await userEvent.click((await canvas.findAllByRole('checkbox', { name: /^الاثنين/ }))[1]!);
    await expect(canvas.getByText(/^اختر 3 أوقات على الأكثر.* حسب توقيت شرق أوروبا/)).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' } };

async function ask(canvas: Canvas): Promise<void> {
  await userEvent.type(canvas.getByRole('textbox', { name: 'Phone number' }), '030 901820');
  await userEvent.click(await canvas.findByRole('checkbox', { name: at10 }));
  await userEvent.click(canvas.getByRole('button', { name: 'Call me back' }));
}

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);
}

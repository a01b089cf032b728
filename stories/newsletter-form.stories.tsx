import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { ar } from 'smallyes/locales/ar';
import { NewsletterForm, type NewsletterFormProps } from 'smallyes/newsletter-form';
import { CommitmentProvider } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';

type Props = NewsletterFormProps;

/**
 * A sign-up by mail. It says "subscribed" only once your server does; until the link in the mail was opened it says what is
 * still to do. The confirmation counts for the sign-up that it belongs to: same attempt, new event.
 */
const meta = {
  component: NewsletterForm,
  tags: ['medium'],
  args: {
    id: 'letter',
    get: 'One idea for small shops, every Tuesday',
    description: 'Two minutes to read, one thing to try. 4,200 owners read it.',
    note: 'No more than one mail a week. Stop it with one click in any of them.',
    onSubmit: fn(() => ({ status: 'ok' }) as const),
    onEvent: fn(),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

/** One field, one button, what to expect. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('form', { name: 'One idea for small shops, every Tuesday' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('');
    await expect(canvas.getByRole('button', { name: 'Subscribe' })).toBeVisible();
  },
};

/** Subscribed at once, where no confirmation is asked for; the next ask follows. */
export const Subscribed: Story = {
  args: { next: <StarRating id="letter-rating" label="How easy was that?" /> },
  async play({ canvas, args }) {
    await answer(canvas);
    const words = await canvas.findByText('Thank you! You are subscribed.');
    await waitFor(() => expect(words.closest('[role=status]')).toHaveFocus());
    await expect(canvas.getByRole('radiogroup', { name: 'How easy was that?' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
    await expect(lastEvent(args.onEvent)).toMatchObject({ data: { fields: ['email'] } });
  },
};

/** A mail asks for confirmation: what is left to do, another mail after a wait, a way back to a wrong address. */
export const Pending: Story = {
  args: { onSubmit: () => ({ status: 'pending' }) },
  async play({ canvas, args }) {
    await answer(canvas);
    await expect(
      await canvas.findByText(
        'One step left: confirm by the link that we have just sent to jana@shop.example.',
      ),
    ).toBeVisible();
    await expect(
      await canvas.findByRole('button', { name: /^Send it again in \d+ seconds$/ }),
    ).toHaveAttribute('aria-disabled', 'true');
    await expect(canvas.queryByText(/subscribed/)).not.toBeInTheDocument();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** "Wrong address?" goes back, with the text that was typed. */
export const WrongAddress: Story = {
  args: { onSubmit: () => ({ status: 'pending' }) },
  async play({ canvas, args }) {
    await answer(canvas, 'jana@shop.exampel');
    await userEvent.click(await canvas.findByRole('button', { name: 'Wrong address?' }));
    const field = canvas.getByRole('textbox', { name: 'E-mail address' });
    await waitFor(() => expect(field).toHaveFocus());
    await expect(field).toHaveValue('jana@shop.exampel');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** The page behind the link in the mail. Here the link carries the attempt, so that it counts on any device. */
export const Confirmed: Story = {
  args: {
    confirmed: '01a2021f-23c7-71ba-bdf0-ac11a56dec4d',
    loadCoupon: () => ({
      code: 'WELCOME10',
      description: '10% off your first order',
      expires: '2999-12-24',
    }),
    next: <StarRating id="letter-rating" label="How easy was that?" />,
  },
  beforeEach: () => localStorage.clear(),
  async play({ canvas, args }) {
    await expect(canvas.getByText('Confirmed! You are subscribed.')).toBeVisible();
    await waitFor(() => expect(canvas.getByText('WELCOME10')).toBeVisible());
    await expect(linesOf(args.onEvent)).toEqual(['confirmed']);
    await expect(lastEvent(args.onEvent)).toMatchObject({ attempt: '01a2021f-23c7-71ba-bdf0-ac11a56dec4d' });
  },
};

/** A code for subscribers. It comes with the server's answer, and its date is the one on which it really ends. */
export const WithCoupon: Story = {
  args: {
    get: '10% off your first order, and one idea every Tuesday',
    description: undefined,
    onSubmit: () => ({
      status: 'ok',
      coupon: { code: 'WELCOME10', description: '10% off your first order', expires: '2999-12-24' },
    }),
  },
  async play({ canvas, canvasElement }) {
    await expect(canvasElement.innerHTML).not.toContain('WELCOME10');
    await answer(canvas);
    await waitFor(() =>
      expect(canvas.getByRole('region', { name: '10% off your first order' })).toBeVisible(),
    );
    await expect(canvas.getByText('Valid until December 24, 2999.')).toBeVisible();
    // A page in a frame, as here, may be refused the clipboard.
    await userEvent.click(canvas.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(canvas.getByText(/^(Copied|Your browser did not allow it.*)$/)).toBeVisible());
  },
};

/** One that has ended says so. */
export const CouponOver: Story = {
  args: { onSubmit: () => ({ status: 'ok', coupon: { code: 'SPRING', expires: '2026-03-31' } }) },
  async play({ canvas }) {
    await answer(canvas);
    await waitFor(() => expect(canvas.getByText('It was valid until March 31, 2026.')).toBeVisible());
    await expect(canvas.queryByRole('button', { name: 'Copy' })).not.toBeInTheDocument();
  },
};

/** The code did not arrive. */
export const CouponFailed: Story = {
  args: { loadCoupon: () => Promise.reject(new Error('offline')) },
  async play({ canvas }) {
    // The developer is told as well: SY-1435.
    const { warn } = console;
    console.warn = () => {};
    await answer(canvas);
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible());
    console.warn = warn;
  },
};

/** Topics, how often, and a box for offers that nobody has to tick. */
export const WithChoices: Story = {
  args: {
    heading: 'Read what other shops have learned',
    topics: [
      'Prices',
      { value: 'trust', label: 'Trust and reviews' },
      { value: 'shipping', label: 'Shipping and returns' },
      'Photos',
    ],
    frequencies: [
      { value: 'weekly', label: 'Every Tuesday' },
      { value: 'monthly', label: 'Once a month', description: 'The four ideas in one mail' },
    ],
    consent: {
      label: 'Also tell me about courses and offers.',
      link: { label: 'How we treat your address', href: '#privacy' },
    },
    skippable: true,
  },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Trust and reviews' }));
    await userEvent.click(canvas.getByRole('radio', { name: /Once a month/ }));
    await expect(canvas.getByRole('checkbox', { name: /courses and offers/ })).not.toBeChecked();
    await answer(canvas);
    await waitFor(() => expect(canvas.getByText('Thank you! You are subscribed.')).toBeVisible());
    await expect((args.onSubmit as Mock).mock.lastCall?.[0]).toEqual({
      email: 'jana@shop.example',
      topics: ['trust'],
      frequency: 'monthly',
      marketing: false,
    });
  },
};

/** The same, before anybody has answered. */
export const WithChoicesAsking: Story = { args: { ...WithChoices.args, id: 'letter-choices' } };

/** Known to the list already: no second yes. */
export const Already: Story = {
  args: { onSubmit: () => ({ status: 'already' }) },
  async play({ canvas, args }) {
    await answer(canvas);
    await waitFor(() => expect(canvas.getByText(/is on the list already/)).toBeVisible());
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** The server has not answered yet. */
export const Sending: Story = {
  args: { onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await answer(canvas);
    await expect(await canvas.findByRole('button', { name: 'Sending …' })).toHaveAttribute('data-pending');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** It was not taken: nothing typed is lost. */
export const Failed: Story = {
  args: { onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas, args }) {
    await answer(canvas);
    await waitFor(() => expect(canvas.getByText(/^This was not sent/)).toBeVisible());
    await expect(canvas.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('jana@shop.example');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** What is no address is said at the field. */
export const Invalid: Story = {
  async play({ canvas }) {
    await answer(canvas, 'jana@');
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'E-mail address' })).toBeInvalid());
  },
};

/** A domain that misses a well-known one by a letter: asked, never refused. */
export const DidYouMean: Story = {
  async play({ canvas }) {
    const field = canvas.getByRole('textbox', { name: 'E-mail address' });
    await userEvent.type(field, 'jana@gmial.com');
    // The checks come with the first turn to the field.
    await waitFor(
      async () => {
        await userEvent.click(field);
        await userEvent.tab();
        await expect(canvas.getByRole('button', { name: 'Did you mean jana@gmail.com?' })).toBeVisible();
      },
      { timeout: 5_000 },
    );
  },
};

/** A quiet way out. */
export const Skipped: Story = {
  args: { skippable: true },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'No, thanks' }));
    await waitFor(() => expect(canvas.getByText(/^All right/)).toBeVisible());
    await expect(linesOf(args.onEvent)).toContain('dismissed');
  },
};

/** Words of any length find their place. */
export const LongText: Story = {
  args: {
    get: 'Everything that we learn about prices, trust, photographs, shipping, returns and the weeks before Christmas in small shops',
    description:
      'We write down what has worked in forty shops that we visit in turn, with the figures, the pictures and the words of their owners, and what has not.',
    labels: { submit: 'Yes, send me the next letter and all those that follow' },
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  args: {
    get: 'فكرة للمتاجر الصغيرة كل يوم ثلاثاء',
    description: 'دقيقتان للقراءة، وشيء واحد لتجربته.',
    note: 'لا أكثر من رسالة في الأسبوع.',
    onSubmit: () => ({ status: 'ok', coupon: { code: 'WELCOME10', expires: '2999-12-24' } }),
  },
  decorators: [
    (Story) => (
      <CommitmentProvider locale="ar" labels={ar}>
        <div dir="rtl" lang="ar">
          <Story />
        </div>
      </CommitmentProvider>
    ),
  ],
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('textbox'), 'jana@shop.example');
    await userEvent.click(canvas.getByRole('button', { name: 'اشتراك' }));
    await waitFor(() => expect(canvas.getByText('WELCOME10')).toBeVisible());
  },
};

/** On a dark page. */
export const Dark: Story = {
  args: { ...WithCoupon.args },
  decorators: [
    (Story) => (
      <div data-sy-theme="dark" style={{ background: '#1b1b1a', padding: '1.5rem' }}>
        <Story />
      </div>
    ),
  ],
  async play({ canvas }) {
    await answer(canvas);
    await waitFor(() => expect(canvas.getByText('WELCOME10')).toBeVisible());
  },
};

/** Without the card, as in a footer. */
export const Plain: Story = { args: { appearance: 'plain', headingLevel: 3, description: undefined } };

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

async function answer(canvas: Canvas, email = 'jana@shop.example') {
  await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail address' }), email);
  await userEvent.click(canvas.getByRole('button', { name: 'Subscribe' }));
}

function eventsOf(heard: unknown): CommitmentEvent[] {
  return (heard as Mock).mock.calls.map(([event]) => event as CommitmentEvent);
}

function linesOf(heard: unknown): string[] {
  return eventsOf(heard).map(({ phase }) => phase);
}

function lastEvent(heard: unknown): CommitmentEvent | undefined {
  return eventsOf(heard).at(-1);
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import {
  StarRating,
  StarRatingField,
  StarRatingItem,
  type StarRatingMax,
  type StarRatingProps,
  type StarRatingStep,
} from 'smallyes/star-rating';
import { expect, fn, type Mock, userEvent } from 'storybook/test';

type Props = StarRatingProps<StarRatingMax, StarRatingStep>;

/**
 * One question, one click, from one to five stars. Arrow keys only look; a click, Space or Enter is the yes. The
 * visitor may take it back. Symbols, their number and their texts are yours.
 */
const meta = {
  component: StarRating,
  subcomponents: { StarRatingItem, StarRatingField },
  tags: ['weak'],
  args: { id: 'article-checkout', label: 'Did this article help your shop?', onEvent: fn() },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

const grades = ['Not at all', 'A little', 'Somewhat', 'A good deal', 'Very much'];

/** Not rated yet: no star is picked, and none counts as zero. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('radiogroup', { name: 'Did this article help your shop?' })).toBeVisible();
    await expect(canvas.getAllByRole('radio')).toHaveLength(5);
    for (const radio of canvas.getAllByRole('radio')) await expect(radio).not.toBeChecked();
  },
};

/** One click later: the visitor sees that it counted, and can take it back. */
export const Rated: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '4 stars' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('You rated 4 of 5. Thank you!');
    await expect(canvas.getByRole('button', { name: 'Clear rating' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
    await expect(lastData(args.onEvent)).toEqual({ value: 4, max: 5 });
  },
};

/** Two radios for each star, spoken as "3.5 of 5". */
export const HalfStars: Story = {
  args: { id: 'course-pricing', label: 'How do you rate the course "Pricing for small shops"?', step: 0.5 },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '3.5 of 5' }));
    await expect(lastData(args.onEvent)).toEqual({ value: 3.5, max: 5 });
  },
};

/** Each value has a text, which the pointer shows and a screen reader speaks. */
export const WithLabels: Story = {
  args: { valueLabels: grades, description: 'One click is enough. Your name is not recorded.' },
  async play({ canvas }) {
    await expect(canvas.getByText('1 = Not at all, 5 = Very much')).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: '4 stars, A good deal' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('You rated 4 of 5, A good deal. Thank you!');
  },
};

/** A symbol of your own, drawn for both states. A plain node works too; it takes the colour of the text. */
export const CustomSymbols: Story = {
  args: {
    id: 'tool-audit',
    label: 'How much do you love the free shop audit?',
    max: 5,
    symbol: ({ filled }) => <Heart filled={filled} />,
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: '3 of 5' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('You rated 3 of 5. Thank you!');
  },
};

/** Items of your own, each with its face. */
export const Parts: Story = {
  args: {
    id: 'support-chat',
    label: 'How was the chat with our team?',
    max: 3,
    valueLabels: ['Not good', 'All right', 'Great'],
  },
  render: (args) => (
    <StarRating {...args}>
      <StarRatingItem value={1}>
        {({ filled }) => <Face filled={filled} mouth="M8 16.2c1-1.5 2.4-2.2 4-2.2s3 .7 4 2.2" />}
      </StarRatingItem>
      <StarRatingItem value={2}>
        {({ filled }) => <Face filled={filled} mouth="M8.2 15h7.6" />}
      </StarRatingItem>
      <StarRatingItem value={3}>
        {({ filled }) => <Face filled={filled} mouth="M8 14c1 1.7 2.4 2.5 4 2.5s3-.8 4-2.5" />}
      </StarRatingItem>
    </StarRating>
  ),
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '2 of 3, All right' }));
    await expect(lastData(args.onEvent)).toEqual({ value: 2, max: 3 });
  },
};

/** After the pick there is room for words. They go to your server, and into no event. */
export const WithComment: Story = {
  args: { comment: { maxLength: 500 }, onSubmit: fn() },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '2 stars' }));
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Comment (optional)' }),
      'I missed an example for fashion shops.',
    );
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
    await userEvent.click(canvas.getByRole('button', { name: 'Send rating' }));
    await expect(lastData(args.onEvent)).toEqual({ value: 2, max: 5, commented: true });
  },
};

/** The comment field is open; nothing is sent yet. */
export const Commenting: Story = {
  args: { comment: true },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '3 stars' }));
    await expect(canvas.getByRole('textbox')).toBeVisible();
    await expect(linesOf(args.onEvent)).not.toContain('committed');
  },
};

/** The stars are set at once, the event waits for the server. */
export const Pending: Story = {
  args: { onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '5 stars' }));
    await expect(canvas.getByRole('radio', { name: '5 stars' })).toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent('Saving your rating …');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** The server did not take it: the choice stays, and the visitor can try again. */
export const Failed: Story = {
  args: {
    onSubmit: () => ({
      status: 'failed',
      message: 'We could not save your rating. Please check your connection.',
    }),
  },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '4 stars' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('We could not save your rating.');
    await expect(canvas.getByRole('radio', { name: '4 stars' })).toBeChecked();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** The yes leads to the next, slightly larger ask, the same for every rating. */
export const WithNext: Story = {
  args: {
    next: (
      <StarRating
        id="author"
        label="And how clearly does Jana explain things?"
        valueLabels={['Confusing', 'Hard to follow', 'Clear', 'Very clear', 'A joy to read']}
      />
    ),
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: '5 stars' }));
    await expect(
      canvas.getByRole('radiogroup', { name: 'And how clearly does Jana explain things?' }),
    ).toBeVisible();
  },
};

/** Shown, not asked. */
export const ReadOnly: Story = {
  args: { label: 'Your rating of the course', readOnly: true, defaultValue: 4, valueLabels: grades },
  async play({ canvas, args }) {
    await expect(canvas.getByRole('radio', { name: '4 stars, A good deal' })).toBeChecked();
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument();
    await expect(linesOf(args.onEvent)).toEqual([]);
  },
};

/** Closed for now: nothing can be picked. */
export const Disabled: Story = {
  args: {
    id: 'webinar-returns',
    label: 'How useful was the webinar?',
    description: 'Ratings open when it ends, at 4 pm.',
    disabled: true,
  },
  async play({ canvas }) {
    for (const radio of canvas.getAllByRole('radio')) await expect(radio).toBeDisabled();
  },
};

/** Long words, a scale of ten, and a card that holds them on a phone. */
export const LongText: Story = {
  args: {
    id: 'webinar',
    label:
      'How likely is it that you will put at least one of the three ideas from the webinar "Returns, refunds and reputation" into practice within the next four weeks?',
    description:
      'Think of what is really on your list, your team and your budget. There is no right answer, and nobody will call you about it.',
    max: 10,
    valueLabels: [
      'Out of the question, we have entirely different problems at the moment',
      ...Array.from({ length: 8 }, (_, index) => `Somewhere in between, ${index + 2} of 10`),
      'Already scheduled for the coming week, with somebody in charge of it',
    ],
  },
  async play({ canvas }) {
    await expect(canvas.getAllByRole('radio')).toHaveLength(10);
  },
};

/** The first star stands on the right, and halves fill from the right. */
export const RightToLeft: Story = {
  args: {
    dir: 'rtl',
    lang: 'ar',
    label: 'هل أفادك هذا المقال؟',
    step: 0.5,
    defaultValue: 2.5,
    labels: {
      outOf: '{value} من {max}',
      hint: 'اختر من {min} إلى {max}',
      rated: 'تقييمك {rating}. شكرًا لك!',
      clear: 'مسح التقييم',
      submit: 'إرسال التقييم',
    },
  },
  async play({ canvas }) {
    const [first, second] = canvas.getAllByRole('radio');
    await expect(first!.getBoundingClientRect().left).toBeGreaterThan(second!.getBoundingClientRect().left);
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { valueLabels: grades, defaultValue: 4 },
};

/** A brand sets one colour; stars may have their own. */
export const Branded: Story = {
  decorators: [
    (Story) => (
      <div
        ref={(element) => {
          element?.style.setProperty('--sy-accent', '#7c3aed');
          element?.style.setProperty('--sy-star-color', '#b45309');
        }}
      >
        <Story />
      </div>
    ),
  ],
  args: { defaultValue: 4 },
};

/** No card around it, for the end of an article. Without any stylesheet it is a plain form with radios. */
export const Plain: Story = {
  args: { appearance: 'plain' },
};

/** A field in a form of yours: no events, no form of its own, an ordinary value in an ordinary post. */
export const InAForm: Story = {
  render: () => (
    <form data-sy-ask="" onSubmit={(event) => event.preventDefault()} aria-label="Rate the shop audit">
      <StarRatingField
        label="The report"
        name="report"
        description="Its numbers, its language, its length."
        valueLabels={grades}
        required
      />
      <StarRatingField label="The call" name="call" error="Please rate the call as well." />
      <div className="sy-actions">
        <button className="sy-button" data-variant="primary" type="submit">
          Send
        </button>
      </div>
    </form>
  ),
  async play({ canvas }) {
    const form = canvas.getByRole<HTMLFormElement>('form');
    const [report] = canvas.getAllByRole('radio', { name: '4 stars, A good deal' });
    await userEvent.click(report!);
    await expect(Object.fromEntries(new FormData(form))).toEqual({ report: '4' });
    await expect(canvas.getByRole('radiogroup', { name: 'The call' })).toBeInvalid();
  },
};

/** Everything is one prop away from the texts of another language. */
export const German: Story = {
  render: (args) => (
    <CommitmentProvider locale="de">
      <StarRating
        {...args}
        lang="de"
        label="Hat Ihnen der Artikel weitergeholfen?"
        step={0.5}
        defaultValue={3.5}
        labels={{
          outOf: '{value} von {max}',
          rated: 'Ihre Bewertung: {rating}. Vielen Dank!',
          clear: 'Bewertung löschen',
        }}
      />
    </CommitmentProvider>
  ),
  async play({ canvas }) {
    await expect(canvas.getByRole('status')).toHaveTextContent('Ihre Bewertung: 3,5 von 5. Vielen Dank!');
  },
};

function Face({ filled, mouth }: { filled: boolean; mouth: string }) {
  const features = filled ? 'var(--sy-surface)' : 'currentColor';
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeWidth="1.5"
    >
      <circle cx="12" cy="12" r="9.5" stroke="currentColor" fill={filled ? 'currentColor' : 'none'} />
      <path d={`M9 9.5v.1M15 9.5v.1${mouth}`} stroke={features} />
    </svg>
  );
}

function Heart({ filled }: { filled: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
    >
      <path
        d="M12 20.3S3.2 15 3.2 8.9A4.6 4.6 0 0 1 12 7.1a4.6 4.6 0 0 1 8.8 1.8c0 6.1-8.8 11.4-8.8 11.4z"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function eventsOf(handler: unknown): CommitmentEvent[] {
  return (handler as Mock).mock.calls.map(([event]) => event as CommitmentEvent);
}

function linesOf(handler: unknown) {
  return eventsOf(handler).map(({ phase }) => phase);
}

function lastData(handler: unknown) {
  return eventsOf(handler).at(-1)?.data;
}

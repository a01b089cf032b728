import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { ReviewForm, type ReviewFormProps, type ReviewName } from 'smallyes/review-form';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';
import { de } from '../src/locales/de.ts';

type Props = ReviewFormProps<ReviewName>;

const words = 'Stiff for a week, then the best boots I have had. They keep the water out.';

/**
 * Asks for a review: stars, a title, words, a name. Whoever gives one star gets the same form and the same thanks as who gives
 * five: to ask only the happy ones is review gating, which the FTC (16 CFR 465) and Google's policy for contributions forbid.
 */
const meta = {
  component: ReviewForm,
  tags: ['strong'],
  args: {
    id: 'review-boots',
    heading: 'How are your boots?',
    draft: false,
    onSubmit: () => ({ status: 'pending' }),
    onEvent: fn(),
  },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const phases = (args: Props) =>
  (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);

async function answer(canvas: Canvas, stars: string) {
  await userEvent.click(canvas.getByRole('radio', { name: stars }));
  await userEvent.type(canvas.getByRole('textbox', { name: 'Your review' }), words);
  await userEvent.click(canvas.getByRole('button', { name: 'Send review' }));
}

/** Stars and words must be there; a title and a name may. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('radiogroup', { name: 'Your rating' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Name (optional)' })).toBeVisible();
  },
};

/** It waits for approval. The event says the rating, and no word. */
export const Moderated: Story = {
  async play({ canvas, args }) {
    await answer(canvas, '4 stars');
    await expect(await canvas.findByText('Thank you! Your review waits for approval.')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
    const { calls } = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock;
    await expect(calls.at(-1)?.[0].data).toEqual({ value: 4, max: 5 });
  },
};

/** One star: the same form, the same thanks. */
export const OneStar: Story = {
  args: { onSubmit: () => ({ status: 'ok' }), next: <p>What should we do better? Talk to us.</p> },
  async play({ canvas, args }) {
    await answer(canvas, '1 star');
    await expect(await canvas.findByText('Thank you! Your review is published.')).toBeVisible();
    await expect(canvas.getByText('What should we do better? Talk to us.')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Sent without stars and words: what is missing stands at its field. */
export const Incomplete: Story = {
  async play({ canvas, args }) {
    const title = canvas.getByRole<HTMLInputElement>('textbox', { name: 'Title (optional)' });
    await userEvent.type(title, 'Dry feet');
    // Until the form's own checks have come, the browser's hold.
    await waitFor(() => expect(title.form?.noValidate).toBe(true));
    await userEvent.click(canvas.getByRole('button', { name: 'Send review' }));
    await expect(await canvas.findByRole('radiogroup')).toHaveAttribute('aria-invalid', 'true');
    await expect(phases(args)).not.toContain('committed');
  },
};

/** The network is gone: nothing that was written is lost. */
export const Failed: Story = {
  args: {
    onSubmit: () => ({ status: 'failed', message: 'We could not save your review. Please try again.' }),
  },
  async play({ canvas, args }) {
    await answer(canvas, '5 stars');
    await expect(await canvas.findByText('We could not save your review. Please try again.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Your review' })).toHaveValue(words);
    await expect(phases(args)).toEqual(['seen', 'started', 'failed']);
  },
};

/** A text for each rating, and how reviews are handled. */
export const ValueLabels: Story = {
  args: {
    valueLabels: ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'],
    description: 'We publish every review that is about the boots, praise and blame alike.',
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: /Very good/ }));
    await expect(canvas.getByRole('radio', { name: /Very good/ })).toBeChecked();
  },
};

/** Long words, in German. */
export const LongText: Story = {
  args: {
    heading: 'Wie zufrieden sind Sie mit Ihren Wanderstiefeln nach den ersten vier Wochen im Gelände?',
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
  args: {
    id: 'review-boots-ar',
    heading: 'ما رأيك في حذائك؟',
    description: 'ننشر كل مراجعة تخص الحذاء، مدحًا كانت أم نقدًا.',
    valueLabels: ['سيئ', 'مقبول', 'جيد', 'جيد جدًا', 'ممتاز'],
  },
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <CommitmentProvider locale="ar" labels={ar}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: /جيد جدًا/ }));
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'مراجعتك' }),
      'كان قاسيًا أسبوعًا، ثم صار أفضل حذاء لديّ. لا يدخله الماء.',
    );
    await expect(canvas.getByRole('radio', { name: /جيد جدًا/ })).toBeChecked();
    await expect(canvas.getByRole('button', { name: 'إرسال المراجعة' })).toBeEnabled();
  },
};

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** Without a card. */
export const Plain: Story = { args: { appearance: 'plain' } };

import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { Reactions, type ReactionsProps, thumbs } from 'smallyes/reactions';
import { expect, fn, type Mock, userEvent } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

type Props = ReactionsProps<string, boolean>;

/**
 * One press says what a visitor thinks of something: a heart, a thumb, an emoji of yours. The screen goes ahead, the event
 * waits for your server, and another press takes the reaction back.
 */
const meta = {
  component: Reactions,
  tags: ['weak'],
  args: { id: 'article-returns', onEvent: fn() },
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

const emoji = [
  { value: 'love', label: 'Love it', symbol: '❤️' },
  { value: 'insight', label: 'Learned something', symbol: '💡' },
  { value: 'surprise', label: 'Surprising', symbol: '😮' },
  { value: 'party', label: 'Well done', symbol: '🎉' },
];

/** A heart and how many gave it, as your server says. */
export const Default: Story = {
  args: { counts: { like: 128 } },
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'Like 128', pressed: false })).toBeVisible();
  },
};

/** One press later: the count has moved, and the visitor sees that it counted. */
export const Given: Story = {
  args: { counts: { like: 128 } },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Like 128' }));
    await expect(canvas.getByRole('button', { name: 'Like 129', pressed: true })).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('Thank you!');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** A reaction of an earlier visit, as your server knows it. A press takes it back: the event is `withdrawn`. */
export const TakenBack: Story = {
  args: { counts: { like: 128 }, defaultValue: 'like' },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Like 128', pressed: true }));
    await expect(canvas.getByRole('button', { name: 'Like 127', pressed: false })).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('Taken back.');
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'withdrawn']);
  },
};

/** Up or down: one replaces the other. */
export const Thumbs: Story = {
  args: { id: 'help-refunds', label: 'Did this answer your question?', set: thumbs },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Thumbs down' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Thumbs up' }));
    await expect(canvas.getByRole('button', { name: 'Thumbs up', pressed: true })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed', 'withdrawn', 'committed']);
  },
};

/** Symbols of your own, several of which may be given. Large counts are shortened. */
export const Emoji: Story = {
  args: {
    id: 'launch-notes',
    label: 'What do you think of the new checkout?',
    set: emoji,
    multiple: true,
    counts: { love: 1_249, insight: 86, surprise: 4, party: 12_400 },
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Love it 1.2K' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Surprising 4' }));
    await expect(canvas.getAllByRole('button', { pressed: true })).toHaveLength(2);
  },
};

/** The server is slow: the screen has gone ahead, and the event waits. */
export const Pending: Story = {
  args: { counts: { like: 128 }, onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Like 128' }));
    await expect(canvas.getByRole('button', { name: 'Like 129', pressed: true })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** The server did not take it: the screen goes back, and says so. */
export const Failed: Story = {
  args: { counts: { like: 128 }, onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Like 128' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('That was not saved. Please try again.');
    await expect(canvas.getByRole('button', { name: 'Like 128', pressed: false })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** A yes leads to a larger one. */
export const ThenTheNextAsk: Story = {
  args: { counts: { like: 128 }, next: <p>Would you tell a friend about it?</p>, appearance: 'card' },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Like 128' }));
    await expect(canvas.getByText('Would you tell a friend about it?')).toBeVisible();
  },
};

/** Long words break, and the buttons take as many rows as they need. */
export const LongText: Story = {
  args: {
    label:
      'Which of these best describes how you felt while you read our story of the first winter in the new warehouse?',
    set: emoji,
    counts: { love: 999, insight: 999, surprise: 999, party: 999 },
  },
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: {
    id: 'article-returns-ar',
    label: 'هل أفادتك هذه المقالة؟',
    counts: { like: 1_280 },
    next: <p>هل نرسل إليك مقالة كهذه كل شهر؟</p>,
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
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: /^أعجبني/, pressed: false }));
    await expect(canvas.getByRole('button', { name: /^أعجبني/, pressed: true })).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('شكرًا لك!');
    await expect(canvas.getByText('هل نرسل إليك مقالة كهذه كل شهر؟')).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** On a dark page. */
export const Dark: Story = {
  args: { set: emoji, defaultValue: 'love', counts: { love: 128 }, appearance: 'card' },
  globals: { theme: 'dark' },
};

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import { Challenge, type ChallengeProps } from 'smallyes/challenge';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, userEvent } from 'storybook/test';

const tasks = [
  {
    id: 'count',
    title: 'Buy something in your own shop',
    body: 'On your phone, with a stopwatch. Write down how long it took and how many screens you saw.',
  },
  {
    id: 'cut',
    title: 'Take one field out of your checkout',
    body: 'The one that you have never used: often the second address line or the title.',
  },
  {
    id: 'costs',
    title: 'Show shipping before the basket',
    body: 'A line below the price is enough. Costs that come late are the reason that visitors name most.',
  },
  {
    id: 'friend',
    title: 'Watch a friend buy',
    body: 'Say nothing. Where they stop, you have found tomorrow’s work.',
  },
  { id: 'repeat', title: 'Buy again, and compare', body: 'Same phone, same stopwatch.' },
] as const;

/**
 * A few small tasks that a visitor ticks off, today or over several days. Each tick is a small yes and can be taken back;
 * all of them are a larger one. Tasks that open later say so, in plain words.
 */
const meta = {
  component: Challenge,
  tags: ['medium'],
  args: {
    id: 'calmer-checkout',
    title: 'Five days to a calmer checkout',
    description: 'One task of ten minutes a day. Tick off what you have done, and come back tomorrow.',
    tasks,
    unlock: 'daily',
    next: <StarRating id="challenge-liked" label="Was it worth your time?" />,
    onEvent: fn(),
  },
} satisfies Meta<ChallengeProps>;

export default meta;

type Story = StoryObj<ChallengeProps>;

/** A day such as `2026-01-07`, so many days ago where the visitor is. */
function daysAgo(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((one) => `${one}`.padStart(2, '0'))
    .join('-');
}

/** The first day: one task is open, the others say when they will be. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('group', { name: 'Five days to a calmer checkout' })).toBeVisible();
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(1);
    await expect(await canvas.findByText('Opens tomorrow')).toBeVisible();
    await expect(canvas.getByText('Opens in 4 days')).toBeVisible();
  },
};

/** The day's task is done: it counted, and the visitor knows when it goes on. */
export const TickedToday: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Buy something in your own shop' }));
    await expect(canvas.getByRole('checkbox')).toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent(
      'Well done: 1 of 5. That is all for today. The next task opens tomorrow.',
    );
    await expect(linesOf(args.onEvent)).toEqual([
      'challenge.task seen',
      'challenge.task started',
      'challenge.task committed',
    ]);
    await expect(lastData(args.onEvent)).toEqual({ step: 'count', position: 1, of: 5 });
  },
};

/** The third day, with what an account remembers. */
export const ThirdDay: Story = {
  args: { id: 'third-day', start: daysAgo(2), defaultDone: ['count', 'cut'] },
  async play({ canvas }) {
    await expect(
      await canvas.findByRole('checkbox', { name: 'Show shipping before the basket' }),
    ).toBeVisible();
    await expect(canvas.getAllByRole('checkbox', { checked: true })).toHaveLength(2);
    await expect(canvas.getByText('2 of 5 done')).toBeVisible();
  },
};

/** The last task: a larger yes, and the next ask. */
export const Complete: Story = {
  args: { id: 'complete', start: daysAgo(6), defaultDone: ['count', 'cut', 'costs', 'friend'] },
  async play({ canvas, args }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Buy again, and compare' }));
    await expect(canvas.getByText('All 5 tasks done. You made it!')).toBeVisible();
    await expect(canvas.getByRole('radiogroup', { name: 'Was it worth your time?' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual([
      'challenge.task seen',
      'challenge.task started',
      'challenge.task committed',
      'challenge.complete committed',
    ]);
    await expect(lastData(args.onEvent)).toEqual({ tasks: 5 });
  },
};

/** Everything at once, for an afternoon. */
export const AllOpen: Story = {
  args: {
    id: 'all-open',
    unlock: 'all',
    title: 'Tidy up your shop in an afternoon',
    description: undefined,
    tasks: tasks.slice(0, 3),
  },
  async play({ canvas, args }) {
    const box = canvas.getByRole('checkbox', { name: 'Take one field out of your checkout' });
    await userEvent.click(box);
    await expect(box).toBeChecked();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(box);
    await expect(box).not.toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent('Taken back.');
    await expect(linesOf(args.onEvent).slice(-2)).toEqual([
      'challenge.task committed',
      'challenge.task withdrawn',
    ]);
  },
};

/** The server did not take it: the tick goes, and the visitor can try again. */
export const Failed: Story = {
  args: { id: 'failed', onSubmit: () => ({ status: 'failed' }) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('checkbox'));
    await expect(canvas.getByRole('alert')).toHaveTextContent('That was not saved. Please try again.');
    await expect(canvas.getByRole('checkbox')).not.toBeChecked();
    await expect(linesOf(args.onEvent).at(-1)).toBe('challenge.task failed');
  },
};

/** Long words still fit a phone. */
export const LongText: Story = {
  args: {
    id: 'long',
    unlock: 'all',
    title:
      'The Donaudampfschifffahrtsgesellschaftskapitänsmützen challenge for people who have far too little time',
    tasks: [
      {
        id: 'one',
        title:
          'Go through every e-mail that your shop has sent by itself in the last thirty days and read each one aloud to somebody who has never bought anything from you',
        body: 'https://example.com/a-very-long-address/that-nobody-should-have-to-type/but-which-must-not-break-the-page',
      },
      { id: 'two', title: 'Rest' },
    ],
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: {
    id: 'rtl',
    title: 'ثلاثة أيام نحو متجر أهدأ',
    description: 'مهمة واحدة من عشر دقائق كل يوم.',
    tasks: [
      { id: 'count', title: 'اشترِ شيئًا من متجرك', body: 'بهاتفك ومع ساعة توقيت.' },
      { id: 'cut', title: 'احذف حقلًا واحدًا', body: 'الحقل الذي لم تستخدمه قط.' },
      { id: 'friend', title: 'راقب صديقًا وهو يشتري' },
    ],
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('checkbox'));
    await expect(canvas.getByRole('checkbox')).toBeChecked();
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { id: 'dark', start: daysAgo(2), defaultDone: ['count', 'cut'] },
};

/** No card: it stands in the page as if it was its text. */
export const Plain: Story = {
  args: { id: 'plain', appearance: 'plain' },
};

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock).mock.calls.map(([event]) => `${event.kind} ${event.phase}`);
}

function lastData(onEvent: unknown): unknown {
  return (onEvent as Mock).mock.lastCall?.[0].data;
}

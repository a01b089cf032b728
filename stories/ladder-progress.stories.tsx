import type { Meta, StoryObj } from '@storybook/react-vite';
import { defineLadder } from 'smallyes/ladder';
import { LadderProgress, type LadderProgressProps } from 'smallyes/ladder-progress';
import { Poll } from 'smallyes/poll';
import type { PartialLabels } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

const ladder = defineLadder({
  id: 'shop-check',
  goal: 'quote',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'useful', kind: 'star-rating.rate' },
    { ask: 'checklist', kind: 'lead-gate.unlock' },
    { ask: 'quote', kind: 'step-form.submit' },
  ],
});

/** The same path, walked to its end by two clicks. */
const short = defineLadder({
  id: 'shop-feedback',
  goal: 'useful',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'useful', kind: 'star-rating.rate' },
  ],
});

/**
 * How far a visitor has come. For paths where it helps to see the end, such as a check of their shop in four steps. Only
 * steps that you name are shown, and only those that this visitor can come to.
 */
const meta = {
  component: LadderProgress,
  parameters: { provider: { ladder } },
  args: {
    steps: {
      hurdle: 'Your question',
      useful: 'Your rating',
      checklist: 'The checklist',
      quote: 'Your quote',
    },
  },
  render: (args) => (
    <div style={{ display: 'grid', gap: '1.5rem', maxInlineSize: '36rem' }}>
      <LadderProgress {...args} />
      <Poll
        id="hurdle"
        question="What holds your shop back most?"
        options={['Traffic', 'Trust', 'Price']}
        remember={false}
      />
      <StarRating id="useful" label="Did this article help your shop?" clearable={false} />
    </div>
  ),
} satisfies Meta<LadderProgressProps>;

export default meta;

type Story = StoryObj<LadderProgressProps>;

/** At the beginning: the first step is at hand. */
export const Default: Story = {
  async play({ canvas }) {
    const list = canvas.getByRole('list', { name: /Step 1 of 4/ });
    const steps = within(list).getAllByRole('listitem');
    await expect(steps).toHaveLength(4);
    await expect(steps[0]).toHaveAttribute('aria-current', 'step');
  },
};

/** After two steps: each yes is a check. */
export const Halfway: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await userEvent.click(canvas.getByRole('radio', { name: '5 stars' }));
    const list = await canvas.findByRole('list', { name: /Step 3 of 4/ });
    const steps = within(list).getAllByRole('listitem');
    await expect(steps[0]).toHaveTextContent('Your question, done');
    await expect(steps[1]).toHaveTextContent('Your rating, done');
    await expect(steps[2]).toHaveAttribute('aria-current', 'step');
  },
};

/** All of it: the visitor sees that nothing more is wanted. */
export const Complete: Story = {
  parameters: { provider: { ladder: short } },
  args: { steps: { hurdle: 'Your question', useful: 'Your rating' } },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await userEvent.click(canvas.getByRole('radio', { name: '4 stars' }));
    await waitFor(() => expect(canvas.getByRole('list', { name: 'All done' })).toBeVisible());
  },
};

/** Steps with no name are left out: two of the four. */
export const NamedOnly: Story = {
  args: { steps: { hurdle: 'Your question', quote: 'Your quote' } },
  async play({ canvas }) {
    await expect(within(canvas.getByRole('list', { name: /of 2/ })).getAllByRole('listitem')).toHaveLength(2);
  },
};

/** Long names wrap below their marks; with little room only the current one is shown. */
export const LongText: Story = {
  args: {
    steps: {
      hurdle: 'What holds your shop back most of all',
      useful: 'How much this article has helped you',
      checklist: 'The twelve-point checklist for more trust',
      quote: 'Your personal quote, without any obligation',
    },
  },
};

/** From right to left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  parameters: { provider: { ladder, locale: 'ar', labels: ar as PartialLabels } },
  args: { steps: { hurdle: 'سؤالك', useful: 'تقييمك', checklist: 'القائمة', quote: 'عرضك' } },
  async play({ canvas }) {
    const [first, second] = within(canvas.getAllByRole('list')[0]!).getAllByRole('listitem');
    await expect(first!.getBoundingClientRect().left).toBeGreaterThan(second!.getBoundingClientRect().left);
  },
};

/** Dark. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await expect(await canvas.findByRole('list', { name: /Step 2 of 4/ })).toBeVisible();
  },
};

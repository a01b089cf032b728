import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { Poll } from 'smallyes/poll';
import { expect, fn, type Mock, userEvent } from 'storybook/test';

/**
 * Net Promoter Score: 0 to 10, with the bucket in the event. The next ask can follow the bucket; ask everyone for the
 * same kind of thing, so that no one is kept from a public review.
 */
const meta = {
  component: Poll,
  tags: ['weak'],
  args: { id: 'nps', onEvent: fn() },
  render: ({ onEvent }) => (
    <Poll
      id="nps"
      question="How likely are you to recommend us to another shop owner?"
      scale="nps"
      onEvent={onEvent as never}
      next={({ data }) =>
        data.bucket === 'detractor' ? (
          <a href="#mend">Tell us what to mend first</a>
        ) : (
          <a href="#more">Tell us what to keep</a>
        )
      }
    />
  ),
} satisfies Meta<typeof Poll<never>>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Eleven numbers, with words at both ends. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getAllByRole('radio')).toHaveLength(11);
  },
};

/** A low score leads to a question that fits. */
export const Detractor: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '4' }));
    await expect(canvas.getByRole('link', { name: 'Tell us what to mend first' })).toBeVisible();
    await expect(lastData(args.onEvent)).toEqual({ choice: 4, bucket: 'detractor' });
  },
};

/** A high score leads elsewhere. */
export const Promoter: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: '10' }));
    await expect(canvas.getByRole('link', { name: 'Tell us what to keep' })).toBeVisible();
    await expect(lastData(args.onEvent)).toEqual({ choice: 10, bucket: 'promoter' });
  },
};

/** With everyone's answers. */
export const Answered: Story = {
  render: () => (
    <Poll
      id="nps-results"
      question="How likely are you to recommend us to another shop owner?"
      scale="nps"
      results={{ 0: 3, 1: 1, 2: 2, 3: 4, 4: 5, 5: 12, 6: 20, 7: 38, 8: 61, 9: 44, 10: 52 }}
      votedFor={8}
    />
  ),
};

function lastData(onEvent: unknown): unknown {
  return ((onEvent as Mock).mock.calls.at(-1)?.[0] as CommitmentEvent | undefined)?.data;
}

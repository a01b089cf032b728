import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { expect, fn, type Mock, userEvent, waitFor, within } from 'storybook/test';
import { AdviserArticle } from './adviser-article.tsx';

/**
 * A whole article as a reader meets it: a little question in the middle of the text, a rating at its end, and a
 * comment after the rating. Read, answer, and watch the panel "Commitments".
 */
const meta = {
  component: AdviserArticle,
  parameters: { layout: 'fullscreen' },
  tags: ['weak'],
  args: { onEvent: fn() },
} satisfies Meta<typeof AdviserArticle>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The page as it arrives: nothing is asked before the reader has read. */
export const Unread: Story = {};

/** A reader votes, rates and writes a note. Every event of the visit, in order. */
export const ReadToTheEnd: Story = {
  async play({ canvas, args }) {
    const poll = within(canvas.getByRole('group', { name: 'Where do most visitors leave your shop?' }));
    await see('poll.vote seen', poll.getByRole('radio', { name: 'I do not know' }), args.onEvent);
    await userEvent.click(poll.getByRole('radio', { name: 'I do not know' }));
    await expect(canvas.getByRole('link', { name: 'How to find out by Friday' })).toBeVisible();

    const rating = within(canvas.getByRole('radiogroup', { name: 'Was this article useful to you?' }));
    await see('star-rating.rate seen', rating.getAllByRole('radio')[3], args.onEvent);
    await userEvent.click(rating.getAllByRole('radio')[3] as HTMLElement);

    const comment = await canvas.findByRole('textbox', { name: 'What should we add or leave out?' });
    await see('comment-form.post seen', comment, args.onEvent);
    await userEvent.type(comment, 'More about prices, please.');
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await expect(canvas.getByText('Thank you. Ines reads every note.')).toBeVisible();

    await expect(linesOf(args.onEvent)).toEqual([
      'poll.vote seen {}',
      'poll.vote started {}',
      'poll.vote committed {"choice":"unknown"}',
      'star-rating.rate seen {}',
      'star-rating.rate started {}',
      'star-rating.rate committed {"value":4,"max":5}',
      'comment-form.post seen {}',
      'comment-form.post started {}',
      'comment-form.post committed {"fields":["comment"]}',
    ]);
  },
};

/** A reader who found it useless is asked the same as one who loved it. */
export const PoorRating: Story = {
  async play({ canvas }) {
    const rating = within(canvas.getByRole('radiogroup', { name: 'Was this article useful to you?' }));
    await userEvent.click(rating.getAllByRole('radio')[0] as HTMLElement);
    await expect(
      await canvas.findByRole('textbox', { name: 'What should we add or leave out?' }),
    ).toBeVisible();
  },
};

/** The same page at night. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** The same page in a script that runs from the right: everything mirrors but the charts' axes. */
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

type Heard = ((event: CommitmentEvent) => void) | undefined;

function eventsOf(onEvent: Heard): CommitmentEvent[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([event]) => event);
}

function linesOf(onEvent: Heard): string[] {
  return eventsOf(onEvent).map(({ kind, phase, data }) => `${kind} ${phase} ${JSON.stringify(data)}`);
}

/** Scrolls to an element and stays until the kit has taken notice. */
async function see(line: string, element: HTMLElement | undefined, onEvent: Heard): Promise<void> {
  element?.scrollIntoView({ block: 'center' });
  await waitFor(
    () => expect(eventsOf(onEvent).map(({ kind, phase }) => `${kind} ${phase}`)).toContain(line),
    { timeout: 3000 },
  );
}

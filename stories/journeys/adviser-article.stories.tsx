import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { expect, fn, type Mock, userEvent, waitFor, within } from 'storybook/test';
import { AdviserArticle } from './adviser-article.tsx';

/**
 * A whole article as a reader meets it, with asks that grow: a little question in the middle of the text, a checklist for
 * an address, a rating and a comment at the end, a way to a person in the head and the foot, a quote in four steps. Read,
 * answer, and watch the panel "Commitments".
 */
const meta = {
  component: AdviserArticle,
  parameters: { layout: 'fullscreen' },
  tags: ['weak', 'medium', 'strong'],
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

/** A reader gives an address for the checklist, asks for a quote, and gets a word back at each step. */
export const ToTheQuote: Story = {
  async play({ canvas, args }) {
    const gate = within(canvas.getByRole('form', { name: 'The first page checklist' }));
    await userEvent.type(gate.getByRole('textbox', { name: 'E-mail address' }), 'ada@example.com');
    await userEvent.click(gate.getByRole('button', { name: 'Get it now' }));
    const checklist = await canvas.findByText('The first line names what you sell.', {}, late);
    await waitFor(() => expect(checklist).toBeVisible());

    await userEvent.click(canvas.getByRole('radio', { name: 'Up to 100' }));
    const reply = await canvas.findByText(/Then we would measure second clicks/, {}, late);
    await waitFor(() => expect(reply).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(await canvas.findByRole('heading', { name: 'Where should we look?' }, late)).toHaveFocus();
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Cart and checkout' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Address of your shop' }), 'bags.example');
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    const yours = await canvas.findByRole('heading', { name: 'Where do we send the quote?' }, late);
    await expect(yours).toHaveFocus();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your name' }), 'Ada');
    await userEvent.type(canvas.getByRole('textbox', { name: 'E-mail' }), 'ada@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(await canvas.findByRole('heading', { name: 'Is this right, Ada?' }, late)).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }));
    await canvas.findByRole('heading', { name: /^Your quote is on its way, Ada/ }, late);

    const yeses = eventsOf(args.onEvent).filter(({ phase }) => phase === 'committed');
    await expect(yeses.map(({ kind, grade }) => `${kind} ${grade}`)).toEqual([
      'lead-gate.unlock 2',
      'step-form.step 1',
      'step-form.step 1',
      'step-form.step 1',
      'step-form.submit 3',
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

/** The forms' own part comes with the first touch, their server answers after a moment. */
const late = { timeout: 8000 };

type Heard = ((event: CommitmentEvent) => void) | undefined;

function eventsOf(onEvent: Heard): CommitmentEvent[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([event]) => event);
}

function linesOf(onEvent: Heard): string[] {
  const small = eventsOf(onEvent).filter(({ kind }) => /^(poll|star-rating|comment-form)\./.test(kind));
  return small.map(({ kind, phase, data }) => `${kind} ${phase} ${JSON.stringify(data)}`);
}

/** Scrolls to an element and stays until the kit has taken notice. */
async function see(line: string, element: HTMLElement | undefined, onEvent: Heard): Promise<void> {
  element?.scrollIntoView({ block: 'center' });
  await waitFor(
    () => expect(eventsOf(onEvent).map(({ kind, phase }) => `${kind} ${phase}`)).toContain(line),
    { timeout: 3000 },
  );
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import {
  Poll,
  PollActions,
  PollOption,
  PollOptions,
  type PollProps,
  PollQuestion,
  PollResults,
  PollSubmit,
} from 'smallyes/poll';
import { expect, fn, type Mock, userEvent, waitFor, within } from 'storybook/test';

const hurdles = ['Traffic', 'Trust', 'Price', 'Delivery'] as const;
const votes = { Traffic: 96, Trust: 214, Price: 131, Delivery: 59 };

/**
 * One question, one vote, and what everyone said. By default a click is the vote; arrow keys only look. Figures come
 * from your server alone: without `results` the visitor gets thanks, and no made-up numbers.
 */
const meta = {
  component: Poll,
  tags: ['weak'],
  args: {
    id: 'biggest-hurdle',
    question: 'What holds your shop back most?',
    options: [...hurdles],
    onEvent: fn(),
  },
} satisfies Meta<typeof Poll<string>>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Waiting for a click. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('group', { name: 'What holds your shop back most?' })).toBeVisible();
    await expect(canvas.getAllByRole('radio')).toHaveLength(4);
    for (const radio of canvas.getAllByRole('radio')) await expect(radio).not.toBeChecked();
  },
};

/** A visitor who has voted sees what everyone said, in the same rows. */
export const Answered: Story = {
  args: { results: votes, votedFor: 'Trust' },
  async play({ canvas, args }) {
    const rows = await canvas.findAllByRole('listitem');
    await expect(
      rows.map((row) => row.lastElementChild?.previousElementSibling?.textContent ?? ''),
    ).toContain('Trust: 43 percent, 214 votes, your choice');
    await expect(canvas.getByRole('status')).toHaveTextContent('500 votes');
    await expect(linesOf(args.onEvent)).not.toContain('poll.vote committed');
  },
};

/** A click is the vote. The visitor's own vote is in the figures at once. */
export const OneClick: Story = {
  args: { results: votes },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Price' }));
    await expect(await canvas.findByText('Price: 26 percent, 132 votes, your choice')).toBeInTheDocument();
    await expect(canvas.getByRole('status')).toHaveTextContent('Thanks for voting. 501 votes');
    await expect(linesOf(args.onEvent)).toEqual([
      'poll.vote seen',
      'poll.vote started',
      'poll.vote committed',
    ]);
    await expect(lastData(args.onEvent)).toEqual({ choice: 'Price' });
  },
};

/** A button votes. Nothing is sent while the visitor is still choosing. */
export const ExplicitSubmit: Story = {
  args: { commitOn: 'submit', results: votes },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await expect(linesOf(args.onEvent)).not.toContain('poll.vote committed');
    await userEvent.click(canvas.getByRole('button', { name: 'Vote' }));
    await expect(lastData(args.onEvent)).toEqual({ choice: 'Trust' });
  },
};

/** Several answers, at most two of them. */
export const Multiple: StoryObj = {
  render: () => (
    <Poll
      id="channels"
      question="Where do your buyers come from?"
      multiple
      max={2}
      options={['Search', 'Marketplaces', 'Newsletter', 'Fairs']}
      results={{ Search: 310, Marketplaces: 204, Newsletter: 88, Fairs: 41 }}
    />
  ),
  async play({ canvas }) {
    for (const name of ['Search', 'Newsletter', 'Fairs'])
      await userEvent.click(canvas.getByRole('checkbox', { name }));
    await userEvent.click(canvas.getByRole('button', { name: 'Vote' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('Pick up to 2.');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Fairs' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Vote' }));
    await expect(canvas.getAllByText('your choice')).toHaveLength(2);
  },
};

/** Choosing the free answer is not yet a vote: its text comes first. The text goes to `onSubmit`, never into an event. */
export const WithOther: Story = {
  args: { other: true, onSubmit: fn() } as object,
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Something else' }));
    await expect(linesOf(args.onEvent)).not.toContain('poll.vote committed');
    await userEvent.type(canvas.getByRole('textbox', { name: 'In your own words' }), 'Too few photos');
    await userEvent.click(canvas.getByRole('button', { name: 'Vote' }));
    await expect(lastData(args.onEvent)).toEqual({ choice: 'other' });
    const { onSubmit } = args as unknown as { onSubmit: Mock };
    await expect(onSubmit.mock.calls[0]?.[0]).toEqual({ choice: 'other', otherText: 'Too few photos' });
  },
};

/** A second line under an option, and one that cannot be picked. */
export const Described: StoryObj = {
  render: () => (
    <Poll
      id="next-step"
      question="Which repair would you start with?"
      description="We send the one-page plan for the repair that wins."
      options={[
        { value: 'speed', label: 'Faster pages', description: 'Half a day, no developer' },
        { value: 'proof', label: 'Reviews on product pages', description: 'Two days, one plug-in' },
        { value: 'checkout', label: 'A shorter checkout', description: 'One week, with a developer' },
        { value: 'search', label: 'Better search', description: 'Planned for spring', disabled: true },
      ]}
      results={{ speed: 120, proof: 95, checkout: 164, search: 0 }}
    />
  ),
};

/** Numbers in a row, with words at both ends. */
export const Scale: StoryObj = {
  render: () => (
    <Poll
      id="confidence"
      question="How sure are you that your prices are right?"
      scale={5}
      endLabels={['A guess', 'Tested']}
      results={{ 1: 41, 2: 88, 3: 130, 4: 62, 5: 19 }}
    />
  ),
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: '3' }));
    await expect(await canvas.findByText('3: 38 percent, 131 votes, your choice')).toBeInTheDocument();
  },
};

/** The guess turns one vote into two commitments: own answer first, then what most others will say. */
export const Prediction: Story = {
  args: { predict: true, results: votes } as object,
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Price' }));
    await expect(canvas.getByText('What will most others say?')).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: /^Trust/ }));
    await expect(await canvas.findByText('You guessed right.')).toBeVisible();
    await expect(linesOf(args.onEvent).slice(-2)).toEqual(['poll.vote committed', 'poll.predict committed']);
    await expect(lastData(args.onEvent)).toEqual({ choice: 'Trust', correct: true });
  },
};

/** Nine votes say nothing yet, so no figures are shown. */
export const FewVotes: Story = {
  args: { results: { Traffic: 2, Trust: 4, Price: 2, Delivery: 0 } },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await canvas.findByText(/Results show from 20 votes\./);
    await expect(canvas.queryByText(/percent/)).toBeNull();
  },
};

/** The source takes its time. */
export const ResultsPending: Story = {
  args: { results: () => new Promise<Record<string, number>>(() => {}) },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('Thanks for voting. Counting…');
  },
};

/** The source fails, or lies: the visitor gets thanks and no figures, the developer message SY-203. */
export const ResultsFail: Story = {
  args: { results: () => Promise.reject(new Error('503')) },
  async play({ canvas }) {
    const warn = console.warn;
    console.warn = () => {};
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/^Thanks for voting\.$/));
    console.warn = warn;
  },
};

/** The vote does not arrive: the selection stays, the words stand where the visitor looks, the same click tries again. */
export const SubmitFails: Story = {
  args: {
    onSubmit: fn(async () => ({ status: 'failed' as const })),
  },
  async play({ canvas, args }) {
    const warn = console.warn;
    console.warn = () => {};
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Your vote did not arrive.');
    await expect(canvas.getByRole('radio', { name: 'Trust' })).toBeChecked();
    await expect(linesOf(args.onEvent)).toContain('poll.vote failed');
    console.warn = warn;
  },
};

/** The vote is on its way; the screen is already there. */
export const Sending: Story = {
  args: { onSubmit: fn(() => new Promise<void>(() => {})) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('Sending…');
    await expect(linesOf(args.onEvent)).not.toContain('poll.vote committed');
  },
};

/** No more votes; the results stay. */
export const Closed: Story = {
  args: { closed: true, results: votes },
  async play({ canvas }) {
    await canvas.findByText('This poll is closed. 500 votes');
    await expect(canvas.queryAllByRole('radio')).toHaveLength(0);
  },
};

/** A quiet way out, and a smaller ask after it. */
export const Skipped: Story = {
  args: { skippable: true, next: <a href="#guide">Read the guide without answering</a> },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Skip' }));
    await expect(canvas.getByRole('link', { name: 'Read the guide without answering' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['poll.vote seen', 'poll.vote dismissed']);
  },
};

/** A visitor may think again: the old vote is withdrawn, the new one committed. */
export const Change: Story = {
  args: { results: votes },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Price' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Change' }));
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await expect(canvas.getByText('Trust: 43 percent, 215 votes, your choice')).toBeInTheDocument();
    await expect(linesOf(args.onEvent).slice(-3)).toEqual([
      'poll.vote committed',
      'poll.vote withdrawn',
      'poll.vote committed',
    ]);
  },
};

/** The next ask stands in the same card. */
export const WithNext: Story = {
  args: {
    results: votes,
    next: (
      <Poll
        id="trust-signals"
        question="Which proof do you already show?"
        options={['Reviews', 'A seal', 'Neither']}
      />
    ),
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    const next = within(canvas.getByRole('group', { name: 'Which proof do you already show?' }));
    await userEvent.click(next.getByRole('radio', { name: 'Neither' }));
    await expect(canvas.getByText('Trust: 43 percent, 215 votes, your choice')).toBeInTheDocument();
  },
};

/** Long words and long sentences break; nothing leaves the card. */
export const LongText: Story = {
  args: {
    question:
      'When you look back at the last twelve months, which of these cost your shop more orders than anything else did?',
    options: [
      'Delivery costs that a buyer first sees on the very last page of the checkout',
      'Lebensmittelunternehmensregistrierungsnummernverzeichnis',
      'Prices',
    ],
    results: { Prices: 1_204_311 },
    votedFor: 'Prices',
  },
};

/** Bars grow from the right. */
export const RightToLeft: StoryObj = {
  globals: { direction: 'rtl', locale: 'ar' },
  render: () => (
    <Poll
      id="hurdle-ar"
      question="ما الذي يعيق متجرك أكثر؟"
      options={['الزيارات', 'الثقة', 'السعر']}
      results={{ الزيارات: 96, الثقة: 214, السعر: 131 }}
      votedFor="الثقة"
    />
  ),
};

/** On a dark page. */
export const Dark: Story = { args: { results: votes, votedFor: 'Price' }, globals: { theme: 'dark' } };

/** No card: for a place that has a frame already. */
export const Plain: Story = { args: { appearance: 'plain' } };

/** The parts, arranged by hand. */
export const Parts: StoryObj = {
  render: () => (
    <Poll
      id="parts"
      question="What holds your shop back most?"
      options={[...hurdles]}
      commitOn="submit"
      results={votes}
    >
      <PollQuestion />
      <PollOptions>
        {({ key, value, label }) => (
          <PollOption key={key} value={value}>
            {label} <span aria-hidden="true">→</span>
          </PollOption>
        )}
      </PollOptions>
      <PollResults />
      <PollActions>
        <PollSubmit>Count me in</PollSubmit>
      </PollActions>
    </Poll>
  ),
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Count me in' }));
    await expect(canvas.getByText('Trust: 43 percent, 215 votes, your choice')).toBeInTheDocument();
  },
};

type OnEvent = PollProps<string>['onEvent'];

function eventsOf(onEvent: OnEvent): CommitmentEvent[] {
  return (onEvent as unknown as Mock).mock.calls.map(([event]) => event as CommitmentEvent);
}

function linesOf(onEvent: OnEvent): string[] {
  return eventsOf(onEvent).map(({ kind, phase }) => `${kind} ${phase}`);
}

function lastData(onEvent: OnEvent): unknown {
  return eventsOf(onEvent).at(-1)?.data;
}

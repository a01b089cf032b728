import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { Poll } from 'smallyes/poll';
import { ReturnVisit, type ReturnVisitProps } from 'smallyes/return-visit';
import { expect, fn, type Mock, waitFor } from 'storybook/test';
import './attention.css';

/** A visitor who was here before, so many days ago, for the so manieth time. */
const wasHere =
  (days: number, visits = 1) =>
  () => {
    const record = {
      id: crypto.randomUUID(),
      sid: crypto.randomUUID(),
      n: visits,
      last: Date.now() - days * 86_400_000 - 60_000,
      segments: [],
    };
    localStorage.setItem('smallyes:visit', JSON.stringify(record));
  };

/**
 * Who comes back has said more than a click says: it is a yes of grade 2. It is counted once a session, and only where the
 * visitor allows memory. What stands inside is for those who have come back; a first visit and a server show nothing, and take
 * no room for it. Since it comes once the page is alive, put it where it moves nothing that is being read: below the first
 * screen, at the end of an article, or in a place of a fixed height.
 */
const meta = {
  component: ReturnVisit,
  tags: ['medium'],
  beforeEach: wasHere(3),
  args: {
    id: 'welcome-back',
    onEvent: fn(),
    children: ({ days }) => (
      <>
        <h2>Good to see you again</h2>
        <p>
          {days > 1 ? `You were here ${days} days ago.` : 'You were here not long ago.'} Your basket still
          holds what you put in, and the quiet grinder is back in stock.
        </p>
      </>
    ),
  },
} satisfies Meta<ReturnVisitProps>;

export default meta;

type Story = StoryObj<ReturnVisitProps>;

/** After three days: a welcome, and the return is counted. */
export const Default: Story = {
  async play({ canvas, args }) {
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Good to see you again' })).toBeVisible());
    await expect(canvas.getByText(/You were here 3 days ago/)).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
    await expect(lastData(args.onEvent)).toEqual({ days: 3 });
  },
};

/** The first time: nothing is shown, and nothing is counted. */
export const FirstVisit: Story = {
  beforeEach: () => localStorage.removeItem('smallyes:visit'),
  render: (args) => (
    <>
      <p>Kessler Coffee: grinders that do not wake the neighbours.</p>
      <ReturnVisit {...args} />
    </>
  ),
  async play({ canvas, args }) {
    await expect(canvas.getByText(/Kessler Coffee/)).toBeVisible();
    await expect(canvas.queryByRole('heading')).toBeNull();
    await expect(args.onEvent).not.toHaveBeenCalled();
  },
};

/** What is asked of somebody who has come back may be larger than what a stranger is asked. */
export const WithNext: Story = {
  beforeEach: wasHere(9, 4),
  args: {
    children: ({ visits }) => (
      <>
        <h2>Your visit number {visits}</h2>
        <p>You seem to be looking for something. Shall we help?</p>
      </>
    ),
    next: (
      <Poll
        id="still-looking"
        question="What is still missing for a decision?"
        options={['A test at home', 'A better price', 'Somebody to ask']}
        remember={false}
      />
    ),
  },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Your visit number 5' })).toBeVisible());
    await expect(canvas.getAllByRole('radio')).toHaveLength(3);
  },
};

/** The visitor has said no to memory: nobody is known, so nobody has come back. */
export const WithoutConsent: Story = {
  parameters: { provider: { consent: { analytics: true, functional: false } } },
  render: FirstVisit.render!,
  async play({ canvas, args }) {
    await expect(canvas.queryByRole('heading')).toBeNull();
    await expect(args.onEvent).not.toHaveBeenCalled();
  },
};

/** Long words in a narrow place. */
export const LongText: Story = {
  args: {
    children: (
      <>
        <h2>
          Welcome back to the only shop for extraordinarily quiet coffee grinders in all of northern Germany
        </h2>
        <p>
          Since your last visit we have written down how each of them sounds at six in the morning, through a
          wall, with the kitchen door open and with the kitchen door closed, and what the neighbours said to
          us on the stairs.
        </p>
      </>
    ),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: '20rem' }}>
        <Story />
      </div>
    ),
  ],
};

/** From right to left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: {
    children: (
      <>
        <h2>أهلاً بعودتك</h2>
        <p>ما زالت سلتك كما تركتها، وقد عادت المطحنة الهادئة إلى المتجر.</p>
      </>
    ),
  },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'أهلاً بعودتك' })).toBeVisible());
  },
};

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' }, play: Default.play! };

/** No card: the words stand in the page. */
export const Plain: Story = { args: { appearance: 'plain' }, play: Default.play! };

/** Only counted: nothing is shown. */
export const OnlyCounted: Story = {
  args: { children: undefined },
  async play({ args }) {
    await waitFor(() => expect(linesOf(args.onEvent)).toContain('committed'));
  },
};

function calls(onEvent: unknown): CommitmentEvent[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([event]) => event);
}

function linesOf(onEvent: unknown): string[] {
  return calls(onEvent).map(({ phase }) => phase);
}

function lastData(onEvent: unknown): unknown {
  return calls(onEvent).at(-1)?.data;
}

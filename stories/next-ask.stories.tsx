import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { ContactDialog } from 'smallyes/contact-dialog';
import type { CommitmentEvent } from 'smallyes/events';
import { defineLadder } from 'smallyes/ladder';
import { LeadGate } from 'smallyes/lead-gate';
import { NextAsk, type NextAskProps } from 'smallyes/next-ask';
import { Poll } from 'smallyes/poll';
import type { PartialLabels } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

const ladder = defineLadder({
  id: 'shop-advice',
  goal: 'talk',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'checklist', kind: 'lead-gate.unlock', otherwise: { ask: 'useful', kind: 'star-rating.rate' } },
    { ask: 'talk', kind: 'contact-dialog.submit' },
  ],
});

/** A path of two steps, with an end that a click reaches. */
const feedback = defineLadder({
  id: 'course-feedback',
  goal: 'useful',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'useful', kind: 'star-rating.rate' },
  ],
});

/** A path that begins with what may be refused. */
const guide = defineLadder({
  id: 'guide',
  goal: 'checklist',
  rungs: [
    { ask: 'checklist', kind: 'lead-gate.unlock', otherwise: { ask: 'useful', kind: 'star-rating.rate' } },
  ],
});

const hurdle = (
  <Poll
    id="hurdle"
    question="What holds your shop back most?"
    options={['Traffic', 'Trust', 'Price', 'Delivery']}
    results={{ Traffic: 96, Trust: 214, Price: 131, Delivery: 59 }}
    remember={false}
  />
);
const checklist = (
  <LeadGate
    id="checklist"
    get="The 12-point trust checklist (PDF)"
    heading="Would a stranger buy in your shop?"
    onSubmit={() => ({ status: 'ok', grant: 'g-2026' }) as const}
    href={(grant) => `#checklist-${grant}`}
  >
    <p>Twelve questions on two pages. Most shop owners find three things to mend in an afternoon.</p>
  </LeadGate>
);
const useful = <StarRating id="useful" label="Did this article help your shop?" clearable={false} />;
const talk = (
  <ContactDialog
    id="talk"
    trigger="Talk to an adviser"
    title="Talk to an adviser"
    fields={[
      { name: 'email', type: 'email', label: 'E-mail address', required: true },
      { name: 'message', type: 'long-text', label: 'What is it about?' },
    ]}
    onSubmit={fn()}
  />
);

const heard = fn();

/**
 * A spot for the next ask of your ladder. It shows one ask at a time, whichever the ladder has chosen for this visitor, and
 * nothing while the ladder rests. Several spots on one page never ask at once.
 */
const meta = {
  component: NextAsk,
  parameters: { provider: { ladder, onEvent: heard } },
  args: { asks: { hurdle, checklist, useful, talk } },
} satisfies Meta<NextAskProps>;

export default meta;

type Story = StoryObj<NextAskProps>;

/** The first ask of the ladder, in its place. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('group', { name: 'What holds your shop back most?' })).toBeVisible();
    await expect(canvas.queryByRole('form')).not.toBeInTheDocument();
    await expect(canvas.queryByRole('button', { name: 'Not now' })).not.toBeInTheDocument();
  },
};

/** A yes in the spot: the thanks stay, and the next, slightly larger ask stands below. */
export const Answered: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await waitFor(() =>
      expect(canvas.getByRole('form', { name: 'Would a stranger buy in your shop?' })).toBeVisible(),
    );
    await expect(await canvas.findByText(/501 votes/)).toBeVisible();
    await expect(linesOf(heard)).toContain('hurdle committed');
    await expect(lastOf(heard, 'hurdle').ladder).toMatchObject({
      id: 'shop-advice',
      rung: 1,
      of: 3,
      next: 'checklist',
    });
  },
};

/** The spot in the `next` of a poll: its yes leads to the guide, within the same card. */
export const AfterYes: Story = {
  args: { asks: { checklist, talk } },
  render: (args) => (
    <Poll
      id="hurdle"
      question="What holds your shop back most?"
      options={['Traffic', 'Trust', 'Price', 'Delivery']}
      results={{ Traffic: 96, Trust: 214, Price: 131, Delivery: 59 }}
      remember={false}
      next={<NextAsk {...args} />}
    />
  ),
  async play({ canvas }) {
    await expect(canvas.queryByRole('form', { name: /stranger/ })).not.toBeInTheDocument();
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await waitFor(() =>
      expect(canvas.getByRole('form', { name: 'Would a stranger buy in your shop?' })).toBeVisible(),
    );
    await expect(linesOf(heard)).toContain('hurdle committed');
  },
};

/** A no leads to something smaller, or to nothing; never to something larger. */
export const AfterNo: Story = {
  parameters: { provider: { ladder: guide, onEvent: heard } },
  args: { asks: { checklist, useful }, dismissible: true },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Not now' }));
    await waitFor(() =>
      expect(canvas.getByRole('radiogroup', { name: 'Did this article help your shop?' })).toBeVisible(),
    );
    await expect(canvas.queryByRole('form', { name: /stranger/ })).not.toBeInTheDocument();
    await expect(linesOf(heard)).toContain('checklist dismissed');
    await expect(linesOf(heard)).not.toContain('useful committed');
  },
};

/** In the flow of the page, as wide as it: a strip that can be sent away. */
export const Banner: Story = {
  args: { appearance: 'banner' },
  decorators: [
    (Story) => (
      <Article>
        <Story />
      </Article>
    ),
  ],
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'A short question' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Not now' })).toBeVisible();
  },
};

/** A banner with one small question is hardly higher than its words. */
export const BannerSlim: Story = {
  parameters: {
    provider: {
      ladder: defineLadder({
        id: 'slim',
        goal: 'useful',
        rungs: [{ ask: 'useful', kind: 'star-rating.rate' }],
      }),
      onEvent: heard,
    },
  },
  args: { appearance: 'banner', asks: { useful } },
  decorators: [
    (Story) => (
      <Article>
        <Story />
      </Article>
    ),
  ],
  async play({ canvas, canvasElement }) {
    canvas.getByRole('radio', { name: '1 star' }).focus();
    // What hears it comes a moment after the banner.
    await waitFor(async () => {
      await userEvent.keyboard('{Escape}');
      await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
    });
    await expect(linesOf(heard)).toEqual(['useful seen', 'useful dismissed']);
    // The reading place stays where the banner was.
    await expect(canvasElement.ownerDocument.activeElement).toHaveClass('sy-next-ask');
  },
};

/** Over the page, if you must: at the end edge, never over what has the focus, and away with one click. */
export const BannerOverlay: Story = {
  args: { overlay: true, asks: { hurdle } },
  decorators: [
    (Story) => (
      <Article>
        <Story />
      </Article>
    ),
  ],
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'A short question' })).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: 'Price' }));
    // The thanks can be sent away as well.
    await expect(await canvas.findByRole('button', { name: 'Close' })).toBeVisible();
  },
};

/** Two spots and one ask: the second waits until the first has been answered. */
export const Queue: Story = {
  render: () => (
    <Article>
      <NextAsk asks={{ hurdle }} />
      <h3>What the winners did differently</h3>
      <p>They asked one question at a time, and they said what comes next.</p>
      <NextAsk asks={{ checklist }} />
    </Article>
  ),
  async play({ canvas }) {
    await expect(canvas.queryByRole('form', { name: /stranger/ })).not.toBeInTheDocument();
    await userEvent.click(canvas.getByRole('radio', { name: 'Delivery' }));
    await waitFor(() => expect(canvas.getByRole('form', { name: /stranger/ })).toBeVisible());
  },
};

/** At the goal the ladder asks for nothing more; what stands here then is yours. */
export const Done: Story = {
  parameters: { provider: { ladder: feedback, onEvent: heard } },
  args: { asks: { hurdle, useful } },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Price' }));
    await userEvent.click(await canvas.findByRole('radio', { name: '5 stars' }));
    await waitFor(() => expect(canvas.getByText('You rated 5 of 5. Thank you!')).toBeVisible());
    await expect(canvas.queryByRole('form', { name: /stranger/ })).not.toBeInTheDocument();
    await expect(linesOf(heard).filter((line) => line.endsWith('committed'))).toEqual([
      'hurdle committed',
      'useful committed',
    ]);
  },
};

/** Nothing to ask for: the fallback, or nothing at all. */
export const Fallback: Story = {
  args: { asks: {}, fallback: <p>New articles come on Thursdays.</p> },
  async play({ canvas }) {
    await expect(canvas.getByText('New articles come on Thursdays.')).toBeVisible();
  },
};

/** Long words, and a way out that says more. */
export const LongText: Story = {
  args: {
    appearance: 'banner',
    labels: { dismiss: 'Not now, please ask me again another time' },
    asks: {
      hurdle: (
        <Poll
          id="hurdle"
          question="If you think of the last twelve months in your shop, the good weeks and the bad ones: what was it that held you back most of all?"
          options={[
            'Too few visitors, although we advertise more than ever before',
            'Visitors who come and look around, but do not trust a shop that they have never heard of',
            'Prices that the large marketplaces undercut',
          ]}
          remember={false}
        />
      ),
    },
  },
};

/** From right to left: the way out stands on the left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  parameters: {
    provider: { ladder, onEvent: heard, locale: 'ar', labels: ar as PartialLabels },
  },
  args: {
    appearance: 'banner',
    asks: {
      hurdle: (
        <Poll
          id="hurdle"
          question="ما أكثر ما يعيق متجرك؟"
          options={['عدد الزوار', 'الثقة', 'السعر']}
          remember={false}
        />
      ),
    },
  },
  async play({ canvas }) {
    const out = canvas.getByRole('button', { name: 'ليس الآن' });
    const { left } = canvas.getByRole('region').getBoundingClientRect();
    await expect(out.getBoundingClientRect().left - left).toBeLessThan(innerWidth / 2);
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { appearance: 'banner' },
};

/** Asks without their cards, between two paragraphs. */
export const Plain: Story = {
  args: {
    dismissible: true,
    asks: { hurdle: <Poll {...hurdle.props} appearance="plain" /> },
  },
  decorators: [
    (Story) => (
      <Article>
        <Story />
      </Article>
    ),
  ],
};

/** As an article of the site looks, which the kit leaves alone. */
function Article({ children }: { children: ReactNode }) {
  return (
    <div
      style={{ maxInlineSize: '46rem', marginInline: 'auto', font: '1.0625rem/1.6 system-ui, sans-serif' }}
    >
      <h2>Why strangers do not buy</h2>
      <p>
        Most visitors do not buy at the first visit. They look around, they compare, they put the phone away.
        What you can win today is a small yes: a vote, a rating, an address for something useful.
      </p>
      {children}
      <p>
        Last spring we watched 41 shops for six weeks. Those that asked for little, and gave something back at
        once, had more than twice as many visitors on their contact page.{' '}
        <a href="#method">How we measured</a>
      </p>
    </div>
  );
}

function linesOf(heard: Mock) {
  return heard.mock.calls.map(
    ([event]) => `${(event as CommitmentEvent).ask.id} ${(event as CommitmentEvent).phase}`,
  );
}

function lastOf(heard: Mock, ask: string): CommitmentEvent {
  return heard.mock.calls
    .map(([event]) => event as CommitmentEvent)
    .findLast((event) => event.ask.id === ask)!;
}

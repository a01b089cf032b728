import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent, waitFor, within } from 'storybook/test';
import { HurdlePoll } from './adviser-asks.tsx';
import { adviserLadder } from './adviser-ladder.ts';
import { AdviserPath, type AdviserPathProps } from './adviser-path.tsx';

/**
 * The adviser's article with a ladder. One ask at a time: the question in the text, then what fits its answer, then the quote. A
 * no is followed by something smaller or by nothing. Turn the devtools on in the toolbar to see why an ask is shown or not.
 */
const meta = {
  component: AdviserPath,
  parameters: { layout: 'fullscreen', provider: { ladder: adviserLadder } },
  tags: ['weak', 'medium', 'strong'],
  args: { onEvent: fn() },
  beforeEach: () => () => {
    Date.now = realNow;
  },
} satisfies Meta<typeof AdviserPath>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The page as it arrives: one small question in its place, and nothing else of the path. */
export const Unread: Story = {
  async play({ canvas }) {
    await expect(openAsks()).toEqual(['where-visitors-leave']);
    await expect(canvas.queryByText('You have answered it already, thank you.')).not.toBeInTheDocument();
    await expect(canvas.queryByRole('list', { name: /Step/ })).not.toBeInTheDocument();
  },
};

/** A reader whose visitors leave at the door: the question, the checklist in its thanks, the quote. */
export const WalkedToTheQuote: Story = {
  async play({ args }) {
    await vote('I do not know', args);
    await see('lead-gate.unlock seen', gate(), args);
    await expect(gate().closest('.sy-poll')).toBeInTheDocument();
    await expect(page.getByRole('list', { name: /^Step 2 of 3/ })).toBeVisible();
    await expect(openAsks()).toEqual(['first-page-checklist']);

    await unlock();
    await waitFor(() => expect(openAsks()).toEqual(['audit-quote']));
    await expect(page.queryByRole('list', { name: /^Step \d of 3/ })).not.toBeInTheDocument();
    await see('step-form.step seen', page.getByRole('radio', { name: 'Up to 100' }), args);
    await quote();
    await expect(openAsks()).toEqual([]);

    await expect(linesOf(args)).toEqual([
      'poll.vote seen 1/6',
      'poll.vote started 1/6',
      'poll.vote committed 1/6 > first-page-checklist',
      'lead-gate.unlock seen 4/6',
      'lead-gate.unlock started 4/6',
      'lead-gate.unlock committed 4/6 > audit-quote',
      'step-form.step seen 6/6',
      'step-form.step started 6/6',
      'step-form.step committed 6/6',
      'step-form.step committed 6/6',
      'step-form.step committed 6/6',
      'step-form.submit committed 6/6',
    ]);
  },
};

/** The other branch: a rating once half of the page is read, a note, the quote. Never the checklist. */
export const WalkedByTheRating: Story = {
  async play({ args }) {
    await vote('In the cart', args);
    await expect(page.getByRole('link', { name: 'Three repairs that cost nothing' })).toBeVisible();
    await expect(openAsks()).toEqual([]);

    scrollTo(0, document.documentElement.scrollHeight);
    const stars = await page.findByRole('radiogroup', { name: 'Was this article useful to you?' });
    const star = within(stars).getByRole('radio', { name: '4 stars, Useful' });
    await see('star-rating.rate seen', star, args);
    await userEvent.click(star);
    const note = await page.findByRole('textbox', { name: 'What should we add or leave out?' });
    await expect(openAsks()).toEqual(['second-click-comment']);
    await expect(note.closest('.sy-star-rating')).toBeInTheDocument();
    await see('comment-form.post seen', note, args);
    await userEvent.type(note, 'More about prices, please.');
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(openAsks()).toEqual(['audit-quote']));
    await expect(page.queryByRole('form', { name: 'The first page checklist' })).not.toBeInTheDocument();

    await expect(linesOf(args)).toEqual([
      'poll.vote seen 1/6',
      'poll.vote started 1/6',
      'poll.vote committed 1/6 > second-click-rating',
      'star-rating.rate seen 2/6 > second-click-comment',
      'star-rating.rate started 2/6 > second-click-comment',
      'star-rating.rate committed 2/6 > second-click-comment',
      'comment-form.post seen 3/6 > audit-quote',
      'comment-form.post started 3/6 > audit-quote',
      'comment-form.post committed 3/6 > audit-quote',
    ]);
  },
};

/** A no to the checklist: one click is asked for instead, and nothing larger follows. After two weeks it comes again. */
export const Refusals: Story = {
  parameters: { provider: false },
  async play({ args, mount }) {
    const clock = setClock();
    await mount(<AdviserPath {...args} />);
    await vote('On the first page', args);
    await see('lead-gate.unlock seen', gate(), args);
    await refuse();
    const wish = await page.findByRole('group', { name: 'What would you rather have?' });
    await expect(wish.closest('.sy-next')).toBeInTheDocument();
    await see('poll.vote seen reader-wish', wish, args);
    await userEvent.click(within(wish).getByRole('radio', { name: 'What an audit costs' }));
    await expect(await page.findByText('960 to 1,600 euros, fixed before we begin.')).toBeVisible();
    await pass(1000);
    await expect(openAsks()).toEqual([]);
    // Whoever wants the quote gets it all the same.
    await expect(page.getByRole('link', { name: 'Get a quote in four questions' })).toBeVisible();

    await expect(linesOf(args)).toEqual([
      'poll.vote seen 1/6',
      'poll.vote started 1/6',
      'poll.vote committed 1/6 > first-page-checklist',
      'lead-gate.unlock seen 4/6',
      'lead-gate.unlock dismissed 4/6 > reader-wish',
      'poll.vote seen 4/6',
      'poll.vote started 4/6',
      'poll.vote committed 4/6',
    ]);

    clock.forward(59 * minute);
    await mount(<AdviserPath key="cooldown" {...args} />);
    await pass(500);
    await expect(openAsks()).toEqual([]);

    clock.forward(13 * day);
    await mount(<AdviserPath key="rest" {...args} />);
    await waitFor(() => expect(openAsks()).toEqual(['talk']));

    clock.forward(day);
    await mount(<AdviserPath key="again" {...args} />);
    await waitFor(() => expect(openAsks()).toEqual(['first-page-checklist']));
    await expect(gate()).toBeVisible();
  },
};

/** The next visit: what was answered is not asked again, the refused checklist rests, and a word with a person is offered. */
export const AWeekLater: Story = {
  parameters: { provider: false },
  async play({ args, mount }) {
    await comeBackLater(args, mount);
    await expect(openAsks()).toEqual(['talk']);
    await expect(page.getByText('You have answered it already, thank you.')).toBeVisible();
    await expect(page.queryByRole('form', { name: 'The first page checklist' })).not.toBeInTheDocument();
    await expect(page.queryByRole('group', { name: /rather|leave your shop/ })).not.toBeInTheDocument();
  },
};

/** The banner goes at once, and the no is said to it, not to the button in the head, which stays. */
export const BannerRefused: Story = {
  parameters: { provider: false },
  async play({ args, mount }) {
    const banner = await comeBackLater(args, mount);
    await userEvent.click(within(banner).getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(openAsks()).toEqual([]));
    await expect(page.queryByRole('region', { name: 'A word with us' })).not.toBeInTheDocument();
    await expect(page.getByText('Talk to us')).toBeVisible();
    await expect(eventsOf(args).at(-1)).toMatchObject({
      phase: 'dismissed',
      ask: { id: 'talk', placement: 'banner' },
      session: { n: 2 },
      ladder: { id: 'adviser', rung: 5, of: 6 },
    });
  },
};

/** A yes in another tab: this page moves on, without the thanks of a click that was not made here. */
export const SecondTab: Story = {
  async play({ args, mount }) {
    await mount(<AdviserPath {...args} />);
    await expect(openAsks()).toEqual(['where-visitors-leave']);
    const place = document.createElement('div');
    document.body.append(place);
    const other = createRoot(place);
    other.render(
      <CommitmentProvider ladder={adviserLadder}>
        <HurdlePoll />
      </CommitmentProvider>,
    );
    const there = within(place);
    await userEvent.click(await there.findByRole('radio', { name: 'I do not know' }));
    await there.findByRole('link', { name: 'How to find out by Friday' });
    other.unmount();
    place.remove();
    // Browsers tell all tabs but the one that wrote.
    dispatchEvent(new StorageEvent('storage', { key: 'smallyes:ladder:adviser' }));
    await waitFor(() => expect(openAsks()).toEqual(['first-page-checklist']));
    await expect(page.getByText('You have answered it already, thank you.')).toBeVisible();
    await expect(linesOf(args)).toEqual([]);
  },
};

/** Nobody has asked for consent: the path is the same, and ends with the page. */
export const NoConsent: Story = {
  parameters: { provider: false },
  args: { consent: {} },
  async play({ args, mount }) {
    await mount(<AdviserPath {...args} />);
    await vote('I do not know', args);
    await see('lead-gate.unlock seen', gate(), args);
    await expect(linesOf(args).at(-1)).toBe('lead-gate.unlock seen 4/6');
    await expect(notes()).toEqual([]);
    await mount(<AdviserPath key="reload" {...args} />);
    await waitFor(() => expect(openAsks()).toEqual(['where-visitors-leave']));
  },
};

/** Consent in the middle of the way: what was done before it counts. */
export const ConsentLater: Story = {
  parameters: { provider: false },
  render: (args) => <WithConsentBar {...args} />,
  async play({ args, mount }) {
    await mount();
    await vote('I do not know', args);
    await waitFor(() => expect(openAsks()).toEqual(['first-page-checklist']));
    await expect(notes()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Remember it' }));
    await expect(openAsks()).toEqual(['first-page-checklist']);
    await expect(notes()).toContain('smallyes:ladder:adviser');
    await mount(<AdviserPath key="reload" {...args} consent={{ functional: true }} />);
    await waitFor(() => expect(openAsks()).toEqual(['first-page-checklist']));
    await expect(page.getByText('You have answered it already, thank you.')).toBeVisible();
  },
};

/** Storage is cleared in the middle of the way: on this page nobody is asked twice, and the next yes is kept again. */
export const StorageWiped: Story = {
  parameters: { provider: false },
  async play({ args, mount }) {
    await mount(<AdviserPath {...args} />);
    await vote('I do not know', args);
    await waitFor(() => expect(openAsks()).toEqual(['first-page-checklist']));
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: null }));
    await expect(openAsks()).toEqual(['first-page-checklist']);
    await unlock();
    await waitFor(() => expect(openAsks()).toEqual(['audit-quote']));
    await mount(<AdviserPath key="reload" {...args} />);
    await waitFor(() => expect(openAsks()).toEqual(['audit-quote']));
  },
};

/** The same page at night, with the checklist in the thanks of the poll. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ args }) => {
    await vote('I do not know', args);
    await waitFor(() => expect(openAsks()).toEqual(['first-page-checklist']));
  },
};

/** The same page in a script that runs from the right. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: async ({ args }) => {
    await vote('I do not know', args);
    await waitFor(() => expect(openAsks()).toEqual(['first-page-checklist']));
  },
};

/** A site that asks before it remembers. */
function WithConsentBar(props: AdviserPathProps) {
  const [isAllowed, setAllowed] = useState(false);
  return (
    <>
      {!isAllowed && (
        <section className="adviser-consent" aria-label="Your data">
          <p>May we remember in this browser what you have answered?</p>
          <button className="sy-button" type="button" onClick={() => setAllowed(true)}>
            Remember it
          </button>
        </section>
      )}
      <AdviserPath {...props} consent={isAllowed ? { functional: true } : {}} />
    </>
  );
}

const realNow = Date.now;
const minute = 60_000;
const day = 24 * 60 * minute;
const page = within(document.body);
/** The forms' own part comes with the first touch, their server answers after a moment. */
const late = { timeout: 8000 };

const gate = () => page.getByRole('form', { name: 'The first page checklist' });

const pass = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** The ids of the asks that the page's spots have open. */
function openAsks(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.sy-next-ask[data-ask]')].map(
    ({ dataset }) => dataset['ask'] ?? '',
  );
}

const notes = () => Object.keys(localStorage).filter((key) => key.startsWith('smallyes:'));

/**
 * Moves the machine's clock; `beforeEach` puts it right again. Not by Storybook's `spyOn`, which reads the clock to write each
 * call down.
 */
function setClock() {
  let offset = 0;
  Date.now = () => realNow.call(Date) + offset;
  return {
    forward(by: number) {
      offset += by;
    },
  };
}

async function vote(answer: string, args: AdviserPathProps): Promise<void> {
  const poll = await page.findByRole('group', { name: 'Where do most visitors leave your shop?' });
  await see('poll.vote seen', poll, args);
  await userEvent.click(within(poll).getByRole('radio', { name: answer }));
}

/** Refuses the checklist, and comes back after a week. */
async function comeBackLater(
  args: AdviserPathProps,
  mount: (page: ReactElement) => Promise<unknown>,
): Promise<HTMLElement> {
  const clock = setClock();
  await mount(<AdviserPath {...args} />);
  await vote('I do not know', args);
  await see('lead-gate.unlock seen', gate(), args);
  await refuse();
  await page.findByRole('group', { name: 'What would you rather have?' });
  clock.forward(7 * day);
  await mount(<AdviserPath key="later" {...args} />);
  return page.findByRole('region', { name: 'A word with us' });
}

async function unlock(): Promise<void> {
  await userEvent.type(within(gate()).getByRole('textbox', { name: 'E-mail address' }), 'ada@example.com');
  await userEvent.click(within(gate()).getByRole('button', { name: 'Get it now' }));
  const checklist = await page.findByText('The first line names what you sell.', {}, late);
  await waitFor(() => expect(checklist).toBeVisible());
}

async function refuse(): Promise<void> {
  await userEvent.click(within(gate()).getByRole('button', { name: 'No, thanks' }));
}

async function quote(): Promise<void> {
  const go = () => userEvent.click(page.getByRole('button', { name: 'Continue' }));
  const arrive = (name: string | RegExp) => page.findByRole('heading', { name }, late);
  await userEvent.click(page.getByRole('radio', { name: 'Up to 100' }));
  await page.findByText(/Then we would measure second clicks/, {}, late);
  await go();
  await arrive('Where should we look?');
  await userEvent.click(page.getByRole('checkbox', { name: 'Cart and checkout' }));
  await userEvent.type(page.getByRole('textbox', { name: 'Address of your shop' }), 'bags.example');
  await go();
  await arrive('Where do we send the quote?');
  await userEvent.type(page.getByRole('textbox', { name: 'Your name' }), 'Ada');
  await userEvent.type(page.getByRole('textbox', { name: 'E-mail' }), 'ada@example.com');
  await go();
  await arrive('Is this right, Ada?');
  await userEvent.click(page.getByRole('button', { name: /^Send/ }));
  await arrive(/^Your quote is on its way, Ada/);
}

function heardBy({ onEvent }: AdviserPathProps): Mock<(event: CommitmentEvent) => void> {
  return onEvent as Mock<(event: CommitmentEvent) => void>;
}

/** The events of the path. The buttons in head and foot are seen on the way, earlier or later. */
function eventsOf(args: AdviserPathProps): CommitmentEvent[] {
  return heardBy(args).mock.calls.map(([event]) => event);
}

function linesOf(args: AdviserPathProps): string[] {
  return eventsOf(args)
    .filter(({ kind }) => !kind.startsWith('contact-dialog.'))
    .map(({ kind, phase, ladder }) => {
      const place = ladder?.id === 'adviser' ? `${ladder.rung}/${ladder.of}` : 'off the ladder';
      return `${kind} ${phase} ${place}${ladder?.next ? ` > ${ladder.next}` : ''}`;
    });
}

/** Scrolls to an element and stays until the kit has taken notice. The line may name the ask as well. */
async function see(line: string, element: HTMLElement, args: AdviserPathProps): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  await waitFor(
    () =>
      expect(
        eventsOf(args).some(({ kind, phase, ask }) => `${kind} ${phase} ${ask.id}`.startsWith(line)),
        line,
      ).toBe(true),
    { timeout: 4000 },
  );
}

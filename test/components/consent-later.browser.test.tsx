import { act, render } from '@testing-library/react';
import { type ReactNode, StrictMode, useState } from 'react';
import { renderToString } from 'react-dom/server';
import { Challenge } from 'smallyes/challenge';
import { Checkout, useCheckout } from 'smallyes/checkout';
import { defineLadder } from 'smallyes/ladder';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { NextAsk } from 'smallyes/next-ask';
import { Poll } from 'smallyes/poll';
import type { CommitmentProviderProps, ConsentInput } from 'smallyes/provider';
import { Quiz } from 'smallyes/quiz';
import { Reactions } from 'smallyes/reactions';
import { ReturnVisit } from 'smallyes/return-visit';
import { SearchBox } from 'smallyes/search-box';
import { StoryPath } from 'smallyes/story-path';
import { createRecorder, type EventLine } from 'smallyes/testing';
import { VideoPlayer } from 'smallyes/video-player';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { rope } from './quiz.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '');
});

const yes = { analytics: true, functional: true };
const no = { analytics: false, functional: false };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const text = (words: string | RegExp) => page.getByText(words);
const radio = (name: string) => page.getByRole('radio', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const email = () => page.getByRole('textbox', { name: 'E-mail address' });
const press = (name: string | RegExp) => userEvent.click(button(name));
const isVisible = (words: string | RegExp) => expect.element(text(words)).toBeVisible();
const keys = () =>
  Object.keys({ ...localStorage, ...sessionStorage }).filter((key) => /^smallyes:/.test(key));

/** A page of a site whose consent tool says `word` when the page comes, and whatever it is told later. */
function visit(
  ask: ReactNode,
  word?: ConsentInput,
  isHydrated?: boolean,
  provider?: CommitmentProviderProps,
) {
  const recorder = createRecorder({ keepMemory: true });
  let tell: (word: ConsentInput | undefined) => void = () => {};
  function Site() {
    const [consent, setConsent] = useState(word);
    tell = setConsent;
    return (
      <recorder.Provider {...provider} consent={consent}>
        {ask}
      </recorder.Provider>
    );
  }
  const site = (
    <StrictMode>
      <Site />
    </StrictMode>
  );
  const container = document.body.appendChild(document.createElement('div'));
  if (isHydrated) container.innerHTML = renderToString(site);
  const { unmount } = render(site, { container, hydrate: isHydrated });
  return {
    recorder,
    say: (next?: ConsentInput) => act(() => tell(next)),
    leave() {
      unmount();
      container.remove();
    },
  };
}

const searchField = () => page.getByRole('searchbox').or(page.getByRole('combobox'));
async function search(words: string) {
  await userEvent.fill(searchField(), words);
  await expect.element(page.getByRole('combobox')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await isVisible('3 results');
}
async function isOffered(words: string) {
  await userEvent.clear(searchField());
  await userEvent.click(searchField());
  await expect.element(page.getByRole('option', { name: new RegExp(words) })).toBeVisible();
}
const take = async (...answers: string[]) => {
  for (const one of answers) await userEvent.click(radio(one));
  await press('See my result');
};

/** An ask that knows a visitor again. */
interface Keeper {
  readonly name: string;
  /** On the page to which the visitor comes back, if another one. */
  readonly ask: (isBack?: boolean) => ReactNode;
  /** What the visitor did on an earlier visit, or has left in storage. */
  readonly act: (() => Promise<unknown>) | Readonly<Record<string, string>>;
  /** What shows that it is known. */
  readonly known: () => Promise<unknown>;
  /** What the visitor does on this page before storage may be read, and what shows it, beside what was known or in its place. */
  readonly early?: () => Promise<unknown>;
  readonly holds?: () => Promise<unknown>;
  /** What is told of coming back. */
  readonly events?: readonly EventLine[];
}

const ladder = defineLadder({
  id: 'path',
  goal: 'second',
  rungs: [
    { ask: 'first', kind: 'poll.vote' },
    { ask: 'second', kind: 'poll.vote' },
  ],
});
const feelings = ['Like', 'Love'].map((label) => ({ value: label, label, symbol: label[0] }));
const poll = (id: string, ...options: string[]) => (
  <Poll key={id} id={id} question={`What about ${id}?`} options={options} />
);
const day = 86_400_000;
const past = () =>
  JSON.stringify({
    id: crypto.randomUUID(),
    sid: crypto.randomUUID(),
    n: 1,
    last: Date.now() - 2 * day,
    segments: [],
  });

const keepers: Keeper[] = [
  {
    name: 'Poll',
    ask: () => poll('one', 'Trust', 'Price'),
    act: () => userEvent.click(radio('Trust')),
    known: () => expect.element(text('Trust, your choice')).toBeInTheDocument(),
    early: () => userEvent.click(radio('Price')),
    holds: () => expect.element(text('Price, your choice')).toBeInTheDocument(),
  },
  {
    name: 'Reactions',
    ask: () => <Reactions id="one" set={feelings} multiple />,
    act: () => press('Like'),
    known: () => expect.element(button('Like')).toHaveAttribute('aria-pressed', 'true'),
    early: () => press('Love'),
    async holds() {
      await expect.element(button('Love')).toHaveAttribute('aria-pressed', 'true');
      await expect.element(button('Like')).toHaveAttribute('aria-pressed', 'true');
    },
  },
  {
    name: 'Challenge',
    ask: () => (
      <Challenge
        id="one"
        title="Three days"
        tasks={[
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B' },
        ]}
      />
    ),
    act: () => userEvent.click(page.getByRole('checkbox', { name: 'A' })),
    known: () => expect.element(page.getByRole('checkbox', { name: 'A' })).toBeChecked(),
    early: () => userEvent.click(page.getByRole('checkbox', { name: 'B' })),
    holds: () => isVisible('2 of 2 done'),
  },
  {
    name: 'StoryPath',
    ask: () => <StoryPath id="one" steps={['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, body: id }))} />,
    async act() {
      await press('Go on');
      await press('Go on');
    },
    known: () => isVisible('Continue at step 3'),
    early: () => press('Go on'),
    holds: () => isVisible('Continue at step 2'),
  },
  {
    name: 'Quiz',
    ask: () => <Quiz id="one" quiz={rope} />,
    async act() {
      await take('Figure eight', 'Both of us');
      await isVisible('Ready to lead');
    },
    known: () => isVisible('Ready to lead'),
    early: () => take('A bow', 'Nobody'),
    holds: () => isVisible('Stay on the ground'),
  },
  {
    name: 'VideoPlayer',
    ask: () => <VideoPlayer id="one" label="A talk" sources="/nowhere.mp4" tracks={[]} length={7_512} />,
    act: { 'video-player:one:place': '3723 0 3723' },
    known: () => expect.element(button(/^Continue at 1:02:03/)).toBeVisible(),
  },
  {
    name: 'LeadGate',
    ask: () => (
      <LeadGate
        id="one"
        get="The list"
        onSubmit={() => ({ status: 'ok', grant: 'g1' })}
        href={(grant) => `#${grant}`}
      >
        <p>A taste.</p>
      </LeadGate>
    ),
    async act() {
      await userEvent.fill(email(), 'jana@shop.example');
      await press('Get it now');
      await expect.element(page.getByRole('link', { name: 'Open: The list' })).toBeVisible();
    },
    known: () =>
      expect.element(page.getByRole('link', { name: 'Open: The list' })).toHaveAttribute('href', '#g1'),
  },
  {
    name: 'NewsletterForm',
    ask: (isBack) => (
      <NewsletterForm id="one" get="Tips" confirmed={isBack} onSubmit={() => ({ status: 'pending' })} />
    ),
    async act() {
      await userEvent.fill(email(), 'jana@shop.example');
      await press(/^Subscribe/);
      await isVisible(/One step left/);
    },
    known: () => isVisible(/Confirmed!/),
    events: ['newsletter-form.subscribe confirmed'],
  },
  {
    name: 'SearchBox',
    ask: () => <SearchBox id="one" recent onSearch={() => 3} />,
    async act() {
      await search('boots');
    },
    known: () => isOffered('boots'),
    early: () => search('shoes'),
    async holds() {
      await isOffered('shoes');
      await isOffered('boots');
    },
  },
  {
    name: 'ReturnVisit',
    ask: () => <ReturnVisit id="one">{({ days }) => <p>Back after {days} days</p>}</ReturnVisit>,
    act: { visit: past() },
    known: () => isVisible('Back after 2 days'),
    events: ['return-visit.return seen', 'return-visit.return started', 'return-visit.return committed'],
  },
];

/** Was here before; `visit` is the page after. */
async function wasHere({ ask, act }: Keeper) {
  if (typeof act !== 'function')
    return Object.entries(act).forEach(([key, note]) => {
      localStorage.setItem(`smallyes:${key}`, note);
    });
  const first = visit(ask(), yes);
  await act();
  await pause(50);
  first.leave();
  // Drafts are of this tab.
  sessionStorage.clear();
}

const row = (one: Keeper) => [one.name, one] as const;

describe('a visitor who was here before', () => {
  it.each(keepers.map(row))('is known by %s once storage may be read', async (name, keeper) => {
    const { ask, known, events = [] } = keeper;
    await wasHere(keeper);
    const stored = { ...localStorage };
    const { recorder, say } = visit(ask(true), undefined, true);
    if (name === 'NewsletterForm') expectConsole('warn', /SY-1431/);
    await pause(300);
    expect(recorder.events).toEqual([]);
    expect({ ...localStorage }).toEqual(stored);
    say(yes);
    await known();
    // As long as it takes until an ask counts as seen.
    await pause(1_200);
    const isOver = !/StoryPath|SearchBox|Challenge|VideoPlayer/.test(name);
    expect(recorder.phases().filter((line) => isOver || !line.endsWith('seen'))).toEqual(events);
  });

  it.each(keepers.filter(({ early }) => early).map(row))(
    'and was quicker than the consent tool has that kept by %s',
    async (_, keeper) => {
      await wasHere(keeper);
      const { say, leave } = visit(keeper.ask());
      await keeper.early?.();
      await pause(50);
      say(yes);
      // A story that is under way offers no other place to go on.
      if (keeper.name !== 'StoryPath') await keeper.holds?.();
      leave();
      visit(keeper.ask(), yes);
      await keeper.holds?.();
    },
  );

  it.each(keepers.map(row))('leaves nothing to read after a no, and %s works', async (_, keeper) => {
    await wasHere(keeper);
    const { say } = visit(keeper.ask());
    say(yes);
    await pause(300);
    say(no);
    expect(keys()).toEqual([]);
    // What was opened stays so on this page.
    if (typeof keeper.act === 'function' && keeper.name !== 'LeadGate') await keeper.act();
    await pause(50);
    expect(keys()).toEqual([]);
  });

  it('is remembered by a gate with the grant that came last', async () => {
    localStorage.setItem('smallyes:gate:one', JSON.stringify({ v: 1, at: Date.now(), grant: 'ended' }));
    const gate = keepers.find(({ name }) => name === 'LeadGate') as Keeper;
    const { say, leave } = visit(gate.ask());
    if (typeof gate.act === 'function') await gate.act();
    say(yes);
    await gate.known();
    leave();
    visit(gate.ask(), yes);
    await gate.known();
  });

  it('and signs up anew is confirmed for that sign-up', async () => {
    const letter = keepers.find(({ name }) => name === 'NewsletterForm') as Keeper;
    await wasHere(letter);
    visit(letter.ask(true), yes).leave();
    const { recorder, say, leave } = visit(letter.ask());
    if (typeof letter.act === 'function') await letter.act();
    say(yes);
    leave();
    const later = visit(letter.ask(true), yes);
    await later.recorder.waitFor('newsletter-form.subscribe confirmed');
    expect(later.recorder.events[0]?.attempt).toBe(recorder.events[0]?.attempt);
  });

  it.each(['useCheckout', 'Checkout'])('goes on with a purchase: %s tells of one attempt', async (name) => {
    function Steps() {
      const { ref, finish } = useCheckout({ id: 'one', steps: ['cart', 'address'] });
      return (
        <div ref={ref}>
          <button type="button" onClick={() => finish('cart')}>
            Go on
          </button>
        </div>
      );
    }
    const steps = ['cart', 'address'].map((id) => ({ id, title: id, body: <p>{id}</p>, goOn: 'Go on' }));
    const ask =
      name === 'Checkout' ? (
        <Checkout id="one" steps={steps} onSubmit={() => ({ status: 'ok', order: 'A-1' })} />
      ) : (
        <Steps />
      );
    const first = visit(ask, yes);
    await first.recorder.waitFor('checkout.step seen');
    await userEvent.click(button('Go on').first());
    first.leave();
    const { recorder, say } = visit(ask);
    await pause(300);
    say(yes);
    await pause(1_200);
    expect(recorder.phases()).toEqual([]);
  });

  it('reads a story to its end once, whatever the consent tool says when', async () => {
    const story = keepers.find(({ name }) => name === 'StoryPath') as Keeper;
    const read = async () => {
      for (let step = 0; step < 3; step++) await press('Go on');
    };
    await wasHere({ ...story, act: read });
    const { recorder, say } = visit(story.ask());
    await press('Go on');
    say(yes);
    await press('Go on');
    await press('Go on');
    expect(recorder.commitments).toEqual([]);
  });
});

describe('a visit whose pages all begin before the consent tool has its word', () => {
  it.each([
    ['a ladder', ladder],
    ['none', undefined],
  ])('is one session, with %s', async (_, ladder) => {
    const asks = { first: poll('first', 'Trust', 'Price'), second: poll('second', 'Speed', 'Care') };
    const site = (one: keyof typeof asks) => (ladder ? <NextAsk asks={asks} /> : asks[one]);
    const first = visit(site('first'), yes, undefined, { ladder });
    await userEvent.click(radio('Trust'));
    first.leave();
    const second = visit(site('second'), undefined, undefined, { ladder });
    await pause(300);
    second.say(yes);
    await userEvent.click(radio('Speed'));
    const sessions = [first, second].map(({ recorder }) =>
      recorder.commitments.map(({ session }) => session),
    );
    expect(sessions[1]).toEqual(sessions[0]);
    expect(second.recorder.commitments[0]?.visitor).toEqual(first.recorder.commitments[0]?.visitor);
    expect(second.recorder.phases('first')).toEqual([]);
  });
});

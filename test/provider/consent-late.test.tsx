// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import type { CommitmentEvent } from 'smallyes/events';
import { defineLadder } from 'smallyes/ladder';
import { NextAsk } from 'smallyes/next-ask';
import { without } from 'smallyes/privacy';
import type { CommitmentProviderProps, ConsentInput } from 'smallyes/provider';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { createMemory } from '../../src/provider/memory.ts';
import { createVisit } from '../../src/provider/visit.ts';
import { Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

const yes = { analytics: true, functional: true };
const no = { analytics: false, functional: false };
const ids = ['a', 'b', 'c', 'd'];

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page of a site, with what its tracker got and what `onEvent` heard. */
function open(word: ConsentInput, provider?: CommitmentProviderProps) {
  const recorder = createRecorder({ keepMemory: true });
  const spy = createSpy();
  const tree = (consent: ConsentInput) => (
    <recorder.Provider {...provider} consent={consent} trackers={[spy.tracker]}>
      {provider?.children ?? ids.map((id) => <Vote key={id} id={id} />)}
    </recorder.Provider>
  );
  const { rerender, unmount } = render(tree(word));
  return {
    heard: recorder.events,
    told: spy.events,
    say: (word: ConsentInput) => rerender(tree(word)),
    leave: () => act(unmount),
  };
}
type Page = ReturnType<typeof open>;

const sessionsOf = (...all: (readonly CommitmentEvent[])[]) => [
  ...new Set(all.flat().map(({ session: { id, n } }) => `${id} ${n}`)),
];
/** The visitor is quicker than the consent tool, and goes on after it. */
const visit = (word: ConsentInput, provider?: CommitmentProviderProps) => {
  const page = open(word, provider);
  vote('a');
  page.say(yes);
  vote('b');
  page.leave();
  return page;
};
const storage = (key: string | null) =>
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
const comeBack = () =>
  act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })));
const known = ({ session, visitor }: CommitmentEvent) => [session.id, visitor?.id];

describe('a visitor who is quicker than the consent tool on each page', () => {
  it('is in one session for trackers, by the very events that the page heard of', () => {
    const pages = [visit({}), visit({}), visit({})];
    expect(sessionsOf(...pages.map(({ told }) => told))).toHaveLength(1);
    for (const { heard, told } of pages) {
      expect(told.map(({ id }) => id)).toEqual(heard.map(({ id }) => id));
      expect(told.every((event) => Object.isFrozen(event) && Object.isFrozen(event.session))).toBe(true);
      const [first] = told;
      expect(heard[0]).toEqual({ ...first, session: heard[0]?.session });
    }
  });

  it('is in the next one, told with its number from its first event on, when the one before is over', () => {
    const { id, sid } = { id: crypto.randomUUID(), sid: crypto.randomUUID() };
    const last = Date.now() - 3_600_000;
    localStorage.setItem('smallyes:visit', JSON.stringify({ id, sid, n: 4, last, segments: [] }));
    const { told } = visit({});
    expect(sessionsOf(told)).toEqual([expect.stringMatching(/ 5$/)]);
    expect(sessionsOf(told)[0]).not.toContain(sid);
  });

  it.each([
    ['at once', { analytics: true }],
    ['after an earlier yes to another purpose', {}],
  ])('keeps the session of a page whose events went out %s', (_, word) => {
    visit(yes);
    const page = open(word);
    vote('a');
    page.say({ analytics: true });
    act(() => void window.dispatchEvent(new Event('pagehide')));
    page.say(yes);
    vote('b');
    page.leave();
    expect(new Set(page.told.map(({ session }) => session.id))).toEqual(new Set([page.heard[0]?.session.id]));
    expect(page.told.at(-1)?.ask.id).toBe('b');
  });

  it('keeps the session that was told under another name', () => {
    visit(yes);
    const redact = (event: CommitmentEvent) => ({
      ...event,
      session: { ...event.session, id: event.session.id.slice(9) },
    });
    const page = open({ analytics: true }, { redact });
    vote('a');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    page.say(yes);
    vote('b');
    page.leave();
    expect(new Set(page.told.map(({ session }) => session.id)).size).toBe(1);
  });

  it('gets no campaign back that the site has taken out', () => {
    window.history.replaceState(null, '', '/?utm_source=ads');
    visit(yes);
    const { told } = visit({}, { redact: without('campaign') });
    expect(told.some(({ session }) => 'campaign' in session)).toBe(false);
  });

  it('gets no number back that the site has taken out', () => {
    visit(yes);
    const { told } = visit(
      {},
      { redact: (event) => ({ ...event, session: { id: event.session.id } }) as CommitmentEvent },
    );
    expect(told.map(({ session }) => Object.keys(session))).toEqual(told.map(() => ['id']));
    expect(told).not.toEqual([]);
  });

  it('takes no event down that a redact has left no session', () => {
    visit(yes);
    const { told } = visit({}, { redact: (event) => ({ ...event, session: undefined }) as never });
    expect(told).not.toEqual([]);
  });
});

describe('a no', () => {
  const turns: readonly [string, (page: Page) => void][] = [
    ['on this page, and a yes after it', (page) => [no, yes].forEach(page.say)],
    ['on this page, to a tool that asks anew', (page) => [{}, no, yes].forEach(page.say)],
    ['in another tab', () => [localStorage.clear(), storage('smallyes:visit')]],
    ['in a tab where all was cleared', () => [localStorage.clear(), storage(null)]],
    ['while the browser had put the page aside', () => [localStorage.clear(), comeBack()]],
  ];
  it.each(turns)('%s makes another visitor, in another visit', (_, turn) => {
    vi.useFakeTimers();
    visit(yes);
    const page = open(yes);
    vote('a');
    turn(page);
    // The visit is written down once a minute.
    vi.advanceTimersByTime(61_000);
    vote('c');
    page.leave();
    const [before, after] = [page.told.at(0), page.told.at(-1)] as [CommitmentEvent, CommitmentEvent];
    expect(after.ask.id).toBe('c');
    expect(known(after).filter((one) => known(before).includes(one))).toEqual([]);
    expect(known(visit(yes).told[0] as CommitmentEvent)).toEqual(known(after));
  });

  it('that was never a yes begins no other visit', () => {
    const page = open({ analytics: true });
    vote('a');
    page.say({ analytics: true, functional: false });
    vote('b');
    page.leave();
    expect(sessionsOf(page.told)).toHaveLength(1);
  });

  it('is none where the browser has put the page aside and nothing was removed', () => {
    const page = open(yes);
    vote('a');
    comeBack();
    storage('cart');
    vote('b');
    page.leave();
    expect(new Set(page.told.map((event) => known(event).join())).size).toBe(1);
  });

  it.each([
    ['first', ['visit', 'ladder:shop']],
    ['last', ['ladder:shop', 'visit']],
  ])(
    'in another tab takes the ladder’s history, whose note goes before or after the visit’s: %s',
    (_, notes) => {
      const ladder = defineLadder({
        id: 'shop',
        goal: 'd',
        rungs: ids.map((ask) => ({ ask, kind: 'poll.vote' as const })),
      });
      const asks = Object.fromEntries(ids.map((id) => [id, <Vote key={id} id={id} />]));
      const children = <NextAsk asks={asks} />;
      const first = open(yes, { ladder, children });
      vote('a');
      first.leave();
      open(yes, { ladder, children });
      vote('b');
      const key = 'smallyes:ladder:shop';
      expect(localStorage.getItem(key)).toMatch(/"a":\[/);
      localStorage.clear();
      for (const note of notes) storage(`smallyes:${note}`);
      expect(localStorage.getItem(key)).toBeNull();
      vote('c');
      expect(localStorage.getItem(key)).toMatch(/"c":\[/);
      expect(localStorage.getItem(key)).not.toMatch(/"[ab]":\[/);
    },
  );
});

describe('a page that the browser had put aside', () => {
  it.each([
    ['no', no],
    ['nothing yet', {}],
  ])('and whose own tool says %s goes on as it was', (_, word) => {
    const page = open(yes);
    vote('a');
    page.say(word);
    vote('b');
    comeBack();
    vote('c');
    page.leave();
    expect(sessionsOf(page.heard.filter(({ ask }) => ask.id !== 'a'))).toHaveLength(1);
  });

  it('is of another visitor after a no meanwhile, though it began before the first answer of all', () => {
    const page = open({});
    vote('a');
    page.say(yes);
    vote('b');
    localStorage.clear();
    comeBack();
    vote('c');
    page.leave();
    const [b, c] = ['b', 'c'].map((id) => page.told.find(({ ask }) => ask.id === id) as CommitmentEvent);
    expect(known(c as CommitmentEvent).filter((one) => known(b as CommitmentEvent).includes(one))).toEqual(
      [],
    );
  });

  it('is of the visitor who said yes anew meanwhile', () => {
    vi.useFakeTimers();
    const page = open(yes);
    vote('a');
    localStorage.clear();
    const later = createMemory();
    later.follow('granted');
    const { session, visitor } = createVisit(later);
    const now = [session().id, visitor().id];
    comeBack();
    vote('b');
    vi.advanceTimersByTime(61_000);
    comeBack();
    vote('c');
    page.leave();
    const after = page.told.filter(({ ask }) => ask.id !== 'a');
    expect(new Set(after.map((event) => known(event).join()))).toEqual(new Set([now.join()]));
    expect(localStorage.getItem('smallyes:visit')).toContain(now[1]);
  });
});

it('what has waited over a no goes out in the visit of its time', () => {
  visit(yes);
  const page = open({});
  vote('a');
  page.say({ functional: true });
  vote('b');
  page.say({ functional: false });
  vote('c');
  // In another tab the visitor has said yes anew.
  const other = createMemory();
  other.follow('granted');
  createVisit(other).session();
  page.say(yes);
  vote('d');
  page.leave();
  const [a, b, c, d] = ids.map((id) => page.told.find(({ ask }) => ask.id === id)?.session.id);
  expect([a, c]).toEqual([b, d]);
  expect(a).not.toBe(c);
});

it('a tracker that leaves with the answer gets what waited in the visit that is remembered', () => {
  const before = visit(yes);
  const [recorder, old] = [createRecorder({ keepMemory: true }), createSpy('old')];
  const tree = (consent: ConsentInput, isOld: boolean) => (
    <recorder.Provider consent={consent} trackers={[isOld && old.tracker]}>
      <Vote id="a" />
    </recorder.Provider>
  );
  const { rerender } = render(tree({}, true));
  vote('a');
  rerender(tree(yes, false));
  expect(sessionsOf(old.events)).toEqual(sessionsOf(before.told));
});

describe('a note that another tab has removed', () => {
  it.each(['smallyes:poll:a', null])('is none here (%s)', (key) => {
    const memory = createMemory();
    memory.follow('granted');
    memory.set('poll:a', 'Trust');
    localStorage.clear();
    memory.hear(key);
    expect(memory.get('poll:a')).toBeNull();
  });

  it.each(['poll:a', 'ninechar:poll:a', 'smallyes:poll'])('stays where it is %s of the site', (key) => {
    const memory = createMemory();
    memory.set('poll:a', 'Trust');
    memory.hear(key);
    expect(memory.get('poll:a')).toBe('Trust');
  });
});

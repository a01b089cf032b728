// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { CommitmentProvider, type ConsentInput } from 'smallyes/provider';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { createMemory } from '../../src/provider/memory.ts';
import { createVisit } from '../../src/provider/visit.ts';
import { Vote, vote } from './asks.tsx';

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);
const land = (address: string) => window.history.replaceState(null, '', address);

/** A page load: a new memory and a new visit over the storage that is there. */
function load(functional: 'granted' | 'denied' | 'unknown' = 'granted') {
  const memory = createMemory();
  memory.follow(functional);
  const visit = createVisit(memory);
  return { memory, visit };
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  land('/');
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 1, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a visit', () => {
  it('lasts while something happens every half hour, over page loads', () => {
    const first = load().visit.session();
    expect(first.n).toBe(1);
    minutes(29);
    expect(load().visit.session()).toEqual(first);
    minutes(29);
    expect(load().visit.session()).toEqual(first);
  });

  it('ends after 30 minutes without an event, and the next one counts up', () => {
    const { visit } = load();
    const first = visit.session();
    minutes(31);
    const second = visit.session();
    expect(second).toMatchObject({ n: 2 });
    expect(second.id).not.toBe(first.id);
    minutes(60 * 24);
    expect(load().visit.session().n).toBe(3);
  });

  it('knows for how long the visitor was away, on each of its pages', () => {
    expect(load().visit.comeback()).toEqual({ visits: 1, away: 0 });
    minutes(60 * 24);
    const back = { visits: 2, away: 60 * 24 * 60_000 };
    expect(load().visit.comeback()).toEqual(back);
    minutes(10);
    expect(load().visit.comeback()).toEqual(back);
  });

  it('takes over how long that was when consent comes late', () => {
    load().visit.session();
    minutes(60 * 3);
    const { memory, visit } = load('unknown');
    expect(visit.comeback()).toEqual({ visits: 1, away: 0 });
    memory.follow('granted');
    visit.reload();
    expect(visit.comeback()).toEqual({ visits: 2, away: 60 * 3 * 60_000 });
  });

  it('keeps the visitor, who is new during the first visit only', () => {
    const { visit } = load();
    const { id } = visit.visitor();
    expect(visit.visitor()).toEqual({ id, isNew: true, segments: [] });
    minutes(31);
    expect(load().visit.visitor()).toEqual({ id, isNew: false, segments: [] });
  });

  it('stays the first where nothing may be stored', () => {
    load('denied').visit.session();
    minutes(31);
    expect(load('denied').visit.session().n).toBe(1);
    expect(localStorage).toHaveLength(0);
  });

  it('leaves storage alone until the first event: the first look at it holds a page up', () => {
    const read = vi.spyOn(Storage.prototype, 'getItem');
    render(<CommitmentProvider>Nothing asks yet</CommitmentProvider>);
    expect(read).not.toHaveBeenCalled();
  });

  it('looks into storage once, however often a page reads what is known of nobody', () => {
    const { visit } = load();
    const read = vi.spyOn(Storage.prototype, 'getItem');
    for (let i = 0; i < 10; i++) expect(visit.segments()).toBe(visit.segments());
    expect(read).toHaveBeenCalledOnce();
    read.mockRestore();
  });

  it('writes to storage at most once a minute', () => {
    const { memory, visit } = load();
    const set = vi.spyOn(memory, 'set');
    for (let i = 0; i < 100; i++) visit.session();
    expect(set).toHaveBeenCalledOnce();
    minutes(2);
    visit.session();
    expect(set).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['no JSON', '{'],
    ['of another shape', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"visit"'],
    ['without ids', '{"n":3,"last":5,"segments":[]}'],
    ['with ids that are none', '{"id":1,"sid":2,"n":3,"last":5,"segments":[]}'],
    ['with a number in words', record({ n: '5' })],
    ['with part of a visit', record({ n: 1.5 })],
    ['with no visit at all', record({ n: 0 })],
    ['with a time that is none', record({ last: 'yesterday' })],
    ['with segments that are none', record({ segments: { a: 1 } })],
    ['with segments of any kind', record({ segments: [1, null, { a: 1 }, 'x'.repeat(900)] })],
    ['with a hundred segments', record({ segments: Array.from({ length: 100 }, (_, i) => `s${i}`) })],
    ['with a campaign that is none', record({ first: 'spring', latest: 7 })],
    [
      'with a campaign of any kind',
      record({ first: { utm_source: 'x'.repeat(900), evil: 'y', utm_id: 'a@b.de' } }),
    ],
    ['of the future', record({ last: Date.UTC(2060, 0, 1) })],
    ['with fields of tomorrow', record({ theme: 'dark', v: 9 })],
  ])('bears storage that is %s: events are valid, and the visit can end', (_name, note) => {
    localStorage.setItem('smallyes:visit', note);
    const { Provider, events } = createRecorder();
    render(
      <Provider>
        <Vote id="a" />
        <Vote id="b" />
      </Provider>,
    );
    vote('a');
    minutes(31);
    vote('b');
    for (const event of events) expect(commitmentEventSchema.parse(event)).toEqual(event);
    expect(events.at(-1)?.session.id).not.toBe(events[0]?.session.id);
    expect(events.at(-1)!.session.n).toBe(events[0]!.session.n + 1);
  });
});

function record(change: object): string {
  return JSON.stringify({
    id: '01a1ffe8-2730-7799-9363-8585fd79b188',
    sid: '01a1ffe8-2730-779a-8488-79ab3a60242d',
    n: 3,
    last: Date.UTC(2026, 5, 1, 11),
    segments: [],
    ...change,
  });
}

describe('the campaign', () => {
  it('has the first and the latest arrival that carried parameters', () => {
    land('/?utm_source=podcast&utm_medium=audio');
    expect(load().visit.session().campaign).toEqual({
      first: { utm_source: 'podcast', utm_medium: 'audio' },
      last: { utm_source: 'podcast', utm_medium: 'audio' },
    });
    land('/pricing');
    load().visit.session();
    minutes(60);
    land('/?utm_source=newsletter');
    load().visit.session();
    land('/thanks');
    expect(load().visit.session().campaign).toEqual({
      first: { utm_source: 'podcast', utm_medium: 'audio' },
      last: { utm_source: 'newsletter' },
    });
  });

  it('is absent when nobody carried any', () => {
    land('/?page=2');
    expect(load().visit.session()).not.toHaveProperty('campaign');
  });

  it('takes six parameters and no other, at most 100 characters each, and nothing like an e-mail address', () => {
    land(
      `/?utm_source=ads&utm_medium=cpc&utm_campaign=${'x'.repeat(300)}&utm_id=7&utm_content=ada%40example.org&utm_term=shoes&gclid=abc&email=ada@example.org&utm_secret=1`,
    );
    expect(load().visit.session().campaign?.last).toEqual({
      utm_source: 'ads',
      utm_medium: 'cpc',
      utm_campaign: 'x'.repeat(100),
      utm_id: '7',
      utm_term: 'shoes',
    });
  });
});

describe('what a mailing tool writes into a link', () => {
  it.each([
    ['an address, encoded twice', 'utm_content', 'ada%2540example.org'],
    ['the hash of an address', 'utm_term', '0bc83cb571cd1c50ba6f3e8a78ef1346'],
    ['a signed key', 'utm_id', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2ln'],
  ])('to know who clicked, %s, stands in no event and in no storage', (_, name, value) => {
    land(`/?utm_source=mail&${name}=${value}`);
    const { visit } = load();
    const { campaign } = visit.session();
    expect(campaign?.last).toMatchObject({ utm_source: 'mail' });
    expect(JSON.stringify(campaign)).not.toContain(decodeURIComponent(value).slice(0, 8));
    expect(JSON.stringify(localStorage)).not.toContain(decodeURIComponent(value).slice(0, 8));
  });

  it.each(['__proto__', 'constructor', 'prototype'])('and names like %s change no object', (name) => {
    land(`/?utm_source=mail&${name}=x&${name}[utm_medium]=y&utm_source[__proto__]=z`);
    expect(load().visit.session().campaign?.last).toEqual({ utm_source: 'mail' });
    expect(({} as Record<string, unknown>)['utm_medium']).toBeUndefined();
  });
});

describe('consent that comes late', () => {
  it('joins the page’s visitor to the one remembered: the older id, the next visit, both campaigns', () => {
    land('/?utm_source=podcast');
    const earlier = load();
    const { id } = earlier.visit.visitor();
    earlier.visit.setSegments(['hurdle:trust']);
    minutes(60 * 24);

    land('/?utm_source=newsletter');
    const recorder = createRecorder({ keepMemory: true });
    const tree = (consent: ConsentInput) => (
      <recorder.Provider consent={consent}>
        <Vote id="a" />
        <Vote id="b" />
      </recorder.Provider>
    );
    const { rerender } = render(tree({ analytics: true }));
    vote('a');
    rerender(tree({ analytics: true, functional: true }));
    vote('b');
    const [before, after] = recorder.commitments as [CommitmentEvent, CommitmentEvent];
    expect(before.visitor).toBeUndefined();
    expect(before.session.n).toBe(1);
    expect(after.visitor).toEqual({ id, isNew: false, segments: ['hurdle:trust'] });
    expect(after.session).toEqual({
      id: before.session.id,
      n: 2,
      campaign: { first: { utm_source: 'podcast' }, last: { utm_source: 'newsletter' } },
    });
    expect(load().visit.visitor().id).toBe(id);
  });

  it('names the visitor in events only while functional and analytics are granted', () => {
    const recorder = createRecorder();
    const cases: ConsentInput[] = [
      { functional: true, analytics: true },
      { functional: true, analytics: false },
      { functional: true },
      { functional: false, analytics: true },
      {},
    ];
    const tree = (index: number) => (
      <recorder.Provider consent={cases[index]}>
        {cases.map((consent, i) => (
          <Vote key={JSON.stringify(consent)} id={`ask-${i}`} />
        ))}
      </recorder.Provider>
    );
    const { rerender } = render(tree(0));
    for (const index of cases.keys()) {
      rerender(tree(index));
      vote(`ask-${index}`);
    }
    expect(recorder.commitments.map(({ visitor }) => visitor !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

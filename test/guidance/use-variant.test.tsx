// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { useNextAsk, useVariant, type VariantHandle } from '../../src/guidance/index.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { defineExperiment, type Experiment, variantOf } from '../../src/ladder/experiment.ts';
import { readHistory } from '../../src/ladder/history-text.ts';
import { defineLadder } from '../../src/ladder/index.ts';
import { useHub } from '../../src/provider/context.ts';
import type { Hub } from '../../src/provider/hub.ts';
import { CommitmentProvider } from '../../src/provider/index.ts';
import { setHidden, showPage, View, Vote, vote } from '../provider/asks.tsx';
import { exposuresIn, Form, form, unitIn, visitorIn, wasHere } from './variant.support.tsx';

const text = () => document.querySelector('p')?.textContent;
const remember = (unit: string) => ({ notes: {}, time: Date.now(), unit });
const note = () => JSON.parse(localStorage.getItem('smallyes:experiments') ?? 'null');
const ladder = defineLadder({
  id: 'b2b',
  goal: 'hurdle',
  rungs: [{ ask: 'hurdle', kind: 'poll.vote' }],
  cooldown: { shown: '1h' },
});

/** One page load over the storage that is there. */
function open(page: Parameters<ReturnType<typeof createRecorder>['Provider']>[0] = {}) {
  const recorder = createRecorder({ keepMemory: true });
  const { Provider } = recorder;
  const view = render(
    <StrictMode>
      <Provider {...page}>
        {page.children ?? <Form />}
        <Vote />
      </Provider>
    </StrictMode>,
  );
  return {
    ...recorder,
    exposures: () => exposuresIn(recorder.events),
    rerender: (next: typeof page) =>
      view.rerender(
        <StrictMode>
          <Provider {...next}>
            {next.children ?? <Form />}
            <Vote />
          </Provider>
        </StrictMode>,
      ),
    close: view.unmount,
  };
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => {
  showPage();
  vi.useRealTimers();
});

describe('the variant', () => {
  it.each(['long', 'short'])('is the one that a returning visitor is in: %s', (name) => {
    wasHere(visitorIn(form, name));
    open();
    expect(text()).toBe(name);
  });

  it('is that of the unit, where the server knows one, at the first render already', () => {
    for (const name of ['long', 'short']) {
      const renders: string[] = [];
      const page = open({ remembered: remember(unitIn(form, name)), children: <Form renders={renders} /> });
      expect(new Set(renders)).toEqual(new Set([name]));
      page.close();
    }
  });

  it('is the same on the next visit, and for every component', () => {
    wasHere(visitorIn(form, 'short'));
    open({
      children: (
        <>
          <Form />
          <Form />
        </>
      ),
    });
    expect([...document.querySelectorAll('p')].map((one) => one.textContent)).toEqual(['short', 'short']);
  });

  it('of a new visitor is kept with the id that they get', () => {
    open().close();
    const first = JSON.parse(localStorage.getItem('smallyes:visit') ?? '').id as string;
    open();
    expect(text()).toBe(variantOf(form, first));
  });

  it('stays the first one for those who are kept out, who are told apart', () => {
    const held = defineExperiment({ id: 'held', variants: { long: 1, short: 1 }, holdout: 0.5 });
    const page = open({
      remembered: remember(unitIn(held, 'holdout')),
      children: <Form experiment={held} />,
    });
    expect(text()).toBe('long (kept out)');
    expect(page.exposures()).toEqual(['held holdout']);
    vote();
    expect(page.commitments[0]?.experiments).toEqual({ held: 'holdout' });
  });

  it('is typed by the names of the definition', () => {
    function Show() {
      const { variant } = useVariant(form);
      expectTypeOf(variant).toEqualTypeOf<'long' | 'short'>();
      return null;
    }
    open({ children: <Show /> });
  });

  it('is the first one without a provider, and nobody is exposed', () => {
    let hub: Hub | undefined;
    let handle: VariantHandle | undefined;
    const Look = () => {
      hub = useHub();
      return <Form handle={(next) => (handle = next)} />;
    };
    render(<Look />);
    // An ask outside any provider may put the visitor into a segment; that is no reason to begin.
    act(() => hub?.site.visit.setSegments(['trust']));
    act(() => handle?.expose());
    expect(text()).toBe('long');
  });

  it('is the first one where the definition is unusable in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const broken = defineExperiment({ id: 'broken', variants: { a: 1, b: 0 } });
    vi.unstubAllEnvs();
    const page = open({ remembered: remember('ada'), children: <Form experiment={broken} /> });
    expect([text(), page.exposures()]).toEqual(['a', []]);
  });

  it('of another experiment in the same component is dealt anew', () => {
    const other = defineExperiment({ id: 'other', variants: { a: 1, b: 1 } });
    let unit = 0;
    while (variantOf(form, `u${unit}`) !== 'short' || variantOf(other, `u${unit}`) !== 'b') unit++;
    const remembered = remember(`u${unit}`);
    const page = open({ remembered, children: <Form /> });
    page.rerender({ remembered, children: <Form experiment={other} /> });
    expect(text()).toBe('b');
    expect(page.exposures()).toEqual(['form-length short', 'other b']);
  });
});

describe('the exposure', () => {
  it('is one valid event of phase seen, which no onCommit hears', () => {
    const onCommit = vi.fn();
    const page = open({ remembered: remember(unitIn(form, 'short')), onCommit });
    expect(page.phases()).toEqual(['experiment.expose seen']);
    const [event] = page.events;
    expect(commitmentEventSchema.parse(event)).toEqual(event);
    expect(event).toMatchObject({
      grade: 1,
      ask: { id: 'form-length' },
      data: { experiment: 'form-length', variant: 'short' },
      experiments: { 'form-length': 'short' },
    });
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('goes out once for two components, a second mount, and a reload', () => {
    const remembered = remember(unitIn(form, 'short'));
    const two = (
      <>
        <Form />
        <Form />
      </>
    );
    const page = open({ remembered, children: two });
    page.rerender({ remembered, children: <i /> });
    page.rerender({ remembered, children: two });
    expect(page.exposures()).toEqual(['form-length short']);
    page.close();
    expect(open({ remembered }).exposures()).toEqual([]);
  });

  it('goes out once for two tabs', () => {
    const remembered = remember(unitIn(form, 'short'));
    const other = defineExperiment({ id: 'other', variants: { a: 1 } });
    const one = open({ remembered, children: <Form experiment={other} /> });
    const two = open({ remembered, children: <Form /> });
    // The first tab has written its own note before the second did.
    one.rerender({ remembered, children: <Form /> });
    expect([one.exposures(), two.exposures()]).toEqual([['other a'], ['form-length short']]);
    expect(note().exposed).toEqual({ other: ['a'], 'form-length': ['short'] });
  });

  it('has one id in two tabs that cannot hear of each other, and another for another variant or person', () => {
    const idIn = (experiment: Experiment, person: string, unit?: string) => {
      localStorage.clear();
      wasHere(person);
      const page = open({
        children: <Form experiment={experiment} />,
        ...(unit ? { remembered: remember(unit) } : {}),
      });
      const [event] = page.events.filter(({ kind }) => kind === 'experiment.expose');
      expect(commitmentEventSchema.safeParse(event).error).toBeUndefined();
      page.close();
      return event?.id;
    };
    const person = visitorIn(form, 'long');
    const ids = [
      idIn(form, person),
      idIn(form, visitorIn(form, 'short')),
      idIn(form, person, unitIn(form, 'long')),
      idIn(form, person, unitIn(form, 'long', 1)),
      idIn(form, person, unitIn(form, 'short')),
      idIn(defineExperiment({ id: 'other', variants: { long: 1, short: 1 } }), person),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(idIn(form, person)).toBe(ids[0]);
    // And in every version of the kit.
    expect([person, ids[0]]).toEqual([
      '018f3a5e-0000-7000-8000-000000000000',
      '00dc751c-6400-79c4-895f-25e4b0c156b3',
    ]);
  });

  it('goes out for another visitor of the same browser', () => {
    const [ada, bob] = [unitIn(form, 'short'), unitIn(form, 'short', 1)];
    open({ remembered: remember(ada) }).close();
    expect(open({ remembered: remember(bob) }).exposures()).toEqual(['form-length short']);
  });

  it('goes out anew when the variant has become another, and not a third time when it is the first again', () => {
    const unit = unitIn(form, 'long');
    const assigned = (name: string) =>
      defineExperiment({ id: 'form-length', variants: { long: 1, short: 1 }, assign: () => name });
    const said = ['long', 'short', 'long'].map((name) => {
      const page = open({ remembered: remember(unit), children: <Form experiment={assigned(name)} /> });
      vote();
      const told = page.commitments[0]?.experiments;
      page.close();
      return [page.exposures(), told];
    });
    expect(said).toEqual([
      [['form-length long'], { 'form-length': 'long' }],
      [['form-length short'], { 'form-length': 'short' }],
      [[], { 'form-length': 'long' }],
    ]);
  });

  it('waits until the page is visible', () => {
    setHidden(true);
    const page = open({ remembered: remember('ada') });
    expect(page.exposures()).toEqual([]);
    setHidden(false);
    expect(page.exposures()).toHaveLength(1);
    setHidden(true);
    setHidden(false);
    expect(page.exposures()).toHaveLength(1);
  });

  it('waits for the call of expose when it is manual, and then carries', () => {
    let it_: VariantHandle | undefined;
    const remembered = remember(unitIn(form, 'short'));
    const handle = (next: VariantHandle) => {
      it_ = next;
    };
    const page = open({ remembered, children: <Form exposure="manual" handle={handle} /> });
    vote();
    expect(page.commitments[0]?.experiments).toBeUndefined();
    act(() => it_?.expose());
    act(() => it_?.expose());
    expect(page.exposures()).toEqual(['form-length short']);
  });

  it('is not recorded while all is off, and goes out on the next page', () => {
    const remembered = remember('ada');
    const page = open({ remembered, disabled: true });
    expect(page.events).toEqual([]);
    page.close();
    expect(open({ remembered }).exposures()).toHaveLength(1);
  });

  it('reaches every later event of the page, and none before', () => {
    const remembered = remember(unitIn(form, 'short'));
    const page = open({ remembered, children: <i /> });
    vote();
    page.rerender({ remembered, children: <Form /> });
    vote();
    page.rerender({ remembered, children: <i /> });
    act(() => vote());
    const [before] = page.commitments;
    expect(before?.experiments).toBeUndefined();
    expect(page.events.at(-1)).toMatchObject({ experiments: { 'form-length': 'short' } });
  });

  it('of an earlier page is carried where the hook is used, for another experiment too', () => {
    const remembered = remember(unitIn(form, 'short'));
    open({ remembered }).close();
    const other = defineExperiment({ id: 'other', variants: { a: 1 } });
    const page = open({ remembered, children: <Form experiment={other} /> });
    vote();
    expect(page.commitments[0]?.experiments).toEqual({ 'form-length': 'short', other: 'a' });
  });

  it('keeps the twenty experiments that came last', () => {
    const remembered = remember('ada');
    const all = Array.from({ length: 25 }, (_, index) =>
      defineExperiment({ id: `e${index}`, variants: { a: 1 } }),
    );
    const page = open({ remembered, children: all.map((one) => <Form key={one.id} experiment={one} />) });
    vote();
    expect(Object.keys(page.commitments[0]?.experiments ?? {})).toEqual(all.slice(5).map(({ id }) => id));
  });
});

describe('with a ladder', () => {
  it('is carried on pages without the hook, and starts no clock', () => {
    const remembered = remember(unitIn(form, 'short'));
    const first = open({ ladder, remembered });
    expect(first.exposures()).toEqual(['form-length short']);
    expect(readHistory(localStorage.getItem('smallyes:ladder:b2b'), Date.now())).toEqual({
      since: 0,
      site: {},
      asks: {},
      exposed: { 'form-length': 'short' },
    });
    first.close();
    const second = open({ ladder, remembered, children: <i /> });
    vote();
    expect(second.commitments[0]?.experiments).toEqual({ 'form-length': 'short' });
    expect(second.commitments[0]?.ladder?.id).toBe('b2b');
  });

  it('is not told again when the browser has lost its own note, and the ladder has not', () => {
    const remembered = remember(unitIn(form, 'short'));
    open({ ladder, remembered }).close();
    localStorage.removeItem('smallyes:experiments');
    expect(open({ ladder, remembered }).exposures()).toEqual([]);
  });

  it('is heard by the ladders of all providers that show experiments, whichever shows this one', () => {
    const needs = (id: string) =>
      defineLadder({
        id,
        goal: 'a',
        rungs: [{ ask: 'a', kind: 'poll.vote', when: { variant: { inner: 'b' } } }],
      });
    const inner = defineExperiment({ id: 'inner', variants: { a: 1, b: 1 }, assign: () => 'b' });
    const seen: string[] = [];
    function Next({ of }: { of: string }) {
      const { ask, ref } = useNextAsk();
      if (ask) seen.push(`${ask} of ${of}`);
      return <i ref={ref} />;
    }
    const recorder = createRecorder();
    const [outer, within] = [needs('outer'), needs('within')];
    render(
      <recorder.Provider ladder={outer}>
        <Next of="outer" />
        <Form />
        <CommitmentProvider ladder={within}>
          <Next of="within" />
          <Form experiment={inner} />
        </CommitmentProvider>
      </recorder.Provider>,
    );
    expect(new Set(seen)).toEqual(new Set(['a of within', 'a of outer']));
  });

  it('is not told again on a page of another ladder', () => {
    const remembered = remember(unitIn(form, 'short'));
    const other = defineLadder({
      id: 'other',
      goal: 'hurdle',
      rungs: [{ ask: 'hurdle', kind: 'poll.vote' }],
    });
    open({ ladder, remembered }).close();
    expect(open({ ladder: other, remembered }).exposures()).toEqual([]);
  });
});

describe('consent', () => {
  const short = visitorIn(form, 'short');

  it('that nobody has asked for yet leaves the first variant, and exposes nobody, on this page view', () => {
    wasHere(short);
    const page = open({ consent: undefined });
    expect([text(), page.exposures()]).toEqual(['long', []]);
    page.rerender({ consent: { functional: true, analytics: true } });
    expect([text(), page.exposures()]).toEqual(['long', []]);
    page.close();
    const next = open({ consent: { functional: true, analytics: true } });
    expect([text(), next.exposures()]).toEqual(['short', ['form-length short']]);
  });

  it('that comes counts from the next page view of the same page load', () => {
    wasHere(short);
    const page = (path: string, consent?: object) => ({
      consent,
      children: (
        <>
          <View path={path} />
          <Form />
        </>
      ),
    });
    const { rerender, exposures } = open(page('/a'));
    rerender(page('/a', { functional: true }));
    expect([text(), exposures()]).toEqual(['long', []]);
    rerender(page('/b', { functional: true }));
    expect([text(), exposures()]).toEqual(['short', ['form-length short']]);
  });

  it('that is refused lets the visitor be somebody else on each page load, and stores nothing', () => {
    wasHere(short);
    const seen = new Set<string | null | undefined>();
    for (let load = 0; load < 40; load++) {
      const page = open({ consent: { functional: false } });
      seen.add(text());
      expect(page.exposures()).toHaveLength(1);
      page.close();
    }
    expect([...seen].sort()).toEqual(['long', 'short']);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('that is withdrawn takes away what earlier pages exposed, and not what this one shows', () => {
    const remembered = remember(unitIn(form, 'short'));
    const other = defineExperiment({ id: 'other', variants: { a: 1 } });
    open({ remembered, children: <Form experiment={other} /> }).close();
    const page = open({ remembered, consent: { functional: true } });
    page.rerender({ remembered, consent: { functional: false } });
    vote();
    expect(text()).toBe('short');
    expect(page.commitments[0]?.experiments).toEqual({ 'form-length': 'short' });
    expect(note()).toBeNull();
  });
});

describe('what is stored', () => {
  it('names neither visitor nor unit', () => {
    open({ remembered: remember('ada@example.com') });
    expect(localStorage.getItem('smallyes:experiments')).not.toContain('ada');
    expect(note()).toMatchObject({ v: 1, exposed: { 'form-length': [expect.any(String)] } });
  });

  it.each([
    'no JSON',
    '[]',
    'null',
    '{"v":1}',
    '{"v":1,"exposed":[]}',
    '{"v":1,"exposed":{"form-length":"short"}}',
    '{"v":1,"exposed":{"form-length":[]}}',
    '{"v":1,"exposed":{"__proto__":["x"],"form-length":[{"a":1}]}}',
    '{"v":0,"exposed":{"form-length":["short"]}}',
    `{"v":1,"exposed":{"${'x'.repeat(5_000)}":["${'y'.repeat(5_000)}"]}}`,
  ])('and is broken, %.60s, counts as nothing and makes no invalid event', (stored) => {
    localStorage.setItem('smallyes:experiments', stored);
    const page = open({ remembered: remember(unitIn(form, 'short')) });
    expect(page.exposures()).toEqual(['form-length short']);
    for (const event of page.events) expect(commitmentEventSchema.safeParse(event).success).toBe(true);
    expect(note()).toMatchObject({ v: 1 });
  });

  it('by a later version is left alone', () => {
    const later = '{"v":2,"exposed":{"form-length":["short"]}}';
    localStorage.setItem('smallyes:experiments', later);
    const page = open({ remembered: remember(unitIn(form, 'short')) });
    expect(page.exposures()).toEqual(['form-length short']);
    expect(localStorage.getItem('smallyes:experiments')).toBe(later);
  });

  it('is not needed: storage that refuses still gives one exposure a page', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const remembered = remember('ada');
    const page = open({ remembered });
    page.rerender({ remembered, children: <i /> });
    page.rerender({ remembered });
    expect(page.exposures()).toHaveLength(1);
  });
});

describe('a flag source', () => {
  /** A service whose flags come when they come. */
  function service() {
    let flag: string | undefined;
    const listeners = new Set<() => void>();
    return {
      assign: () => flag,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      say: (next: string | undefined) => {
        flag = next;
        act(() => {
          for (const listener of listeners) listener();
        });
      },
      listeners,
    };
  }
  const variants = { long: 1, short: 1 };
  const pageAt = (path: string, experiment: Experiment) => ({
    children: (
      <>
        <View path={path} />
        <Form experiment={experiment} />
      </>
    ),
  });

  it('that is late counts from the next page view, without flicker', () => {
    const { assign, say } = service();
    const flagged = defineExperiment({ id: 'flagged', variants, assign });
    const page = open(pageAt('/a', flagged));
    say('short');
    page.rerender(pageAt('/a', flagged));
    expect([text(), page.exposures()]).toEqual(['long', []]);
    page.rerender(pageAt('/b', flagged));
    expect([text(), page.exposures()]).toEqual(['short', ['flagged short']]);
  });

  it('that is late switches at once with subscribe, and lets go of it', () => {
    const { assign, subscribe, say, listeners } = service();
    const flagged = defineExperiment({ id: 'flagged', variants, assign, subscribe });
    const page = open({
      children: (
        <>
          <Form experiment={flagged} />
          <Form experiment={flagged} />
        </>
      ),
    });
    expect([text(), page.exposures()]).toEqual(['long', []]);
    say('short');
    expect([...document.querySelectorAll('p')].map((one) => one.textContent)).toEqual(['short', 'short']);
    expect(page.exposures()).toEqual(['flagged short']);
    page.close();
    expect(listeners.size).toBe(0);
  });

  it('that changes its mind while the visitor looks changes nothing before the next page view', () => {
    const { assign, say } = service();
    say('short');
    const flagged = defineExperiment({ id: 'flagged', variants, assign });
    const page = open(pageAt('/a', flagged));
    say('long');
    page.rerender(pageAt('/a', flagged));
    expect(text()).toBe('short');
    page.rerender(pageAt('/b', flagged));
    expect(text()).toBe('long');
    expect(page.exposures()).toEqual(['flagged short', 'flagged long']);
  });

  it.each([
    ['throws', () => Object(undefined).client.onFeatureFlags()],
    ['is no function', true],
    ['cannot be stopped', () => 'subscribed'],
  ])('whose subscribe %s takes no page down, and the first variant stays', (_, subscribe) => {
    vi.stubEnv('NODE_ENV', 'production');
    const late = defineExperiment({
      id: 'late',
      variants,
      assign: () => undefined,
      subscribe: subscribe as () => undefined,
    });
    const recorder = createRecorder();
    const { unmount } = render(
      <recorder.Provider>
        <Form experiment={late} />
      </recorder.Provider>,
    );
    expect(screen.getByText('long')).toBeDefined();
    unmount();
    vi.unstubAllEnvs();
    expect(recorder.events).toEqual([]);
  });

  it('whose subscribe throws is told of', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const late = defineExperiment({
      id: 'late',
      variants,
      assign: () => undefined,
      subscribe: () => {
        throw new TypeError('no client');
      },
    });
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Form experiment={late} />
      </recorder.Provider>,
    );
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/SY-1243 .*no client/)]]);
  });

  it('that names no variant is told of once, and nobody is exposed', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const flagged = defineExperiment({ id: 'flagged', variants, assign: () => 'shorter' });
    const page = open(pageAt('/a', flagged));
    expect([text(), page.exposures()]).toEqual(['long', []]);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('SY-1242')]]);
  });

  it('is asked though the visitor has not been asked for consent, without a unit', () => {
    const asked: unknown[] = [];
    const flagged = defineExperiment({
      id: 'flagged',
      variants,
      assign: ({ unit }) => {
        asked.push(unit);
        return 'short';
      },
    });
    const page = open({ consent: undefined, ...pageAt('/a', flagged) });
    expect([text(), page.exposures()]).toEqual(['short', ['flagged short']]);
    expect(new Set(asked)).toEqual(new Set([undefined]));
  });
});

describe('a page view', () => {
  it('that turns keeps the component, its variant and its exposure', () => {
    const remembered = remember(unitIn(form, 'short'));
    const renders: string[] = [];
    const page = (path: string) => ({
      remembered,
      children: (
        <>
          <View path={path} />
          <Form renders={renders} />
        </>
      ),
    });
    const { rerender, exposures } = open(page('/a'));
    rerender(page('/b'));
    expect(new Set(renders)).toEqual(new Set(['short']));
    expect(exposures()).toHaveLength(1);
  });

  it('that comes later shows the variant of this browser’s visitor at the first render', () => {
    wasHere(visitorIn(form, 'short'));
    const page = open({ children: <Form /> });
    const renders: string[] = [];
    page.rerender({ children: <Form key="next" renders={renders} /> });
    expect(new Set(renders)).toEqual(new Set(['short']));
  });

  it('costs no second commit where the variant is known', () => {
    const renders: string[] = [];
    const recorder = createRecorder();
    render(
      <recorder.Provider remembered={remember(unitIn(form, 'short'))}>
        <Form renders={renders} />
      </recorder.Provider>,
    );
    expect(renders).toEqual(['short']);
    expect(screen.getByText('short')).toBeTruthy();
  });
});

/** Nothing of the kit's own puts a variant into an event that no exposure came before. */
it('never shows up in an event before its exposure', () => {
  const events: CommitmentEvent[] = [];
  open({ remembered: remember('ada'), onEvent: (event) => events.push(event) });
  vote();
  const first = events.findIndex(({ experiments }) => experiments);
  expect(events[first]?.kind).toBe('experiment.expose');
});

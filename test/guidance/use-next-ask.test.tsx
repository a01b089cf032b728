// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Activity, Profiler, StrictMode, Suspense, use, useState } from 'react';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commitmentEventSchema } from '../../src/events/schema.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { NextSlot } from '../../src/internal/next-slot.tsx';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import { CommitmentProvider, usePageView } from '../../src/provider/index.ts';
import { expectConsole } from '../support/console.ts';
import { Ask, asksIn, path, press, Spot } from './spot.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers({
    now: Date.UTC(2026, 5, 1, 12),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const note = () => JSON.parse(localStorage.getItem('smallyes:ladder:path') ?? 'null');

/** The quote is for a visitor who has come back: the head of the page has nothing to show. */
const later = defineLadder({
  id: 'later',
  goal: 'quote',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'checklist', kind: 'lead-gate.unlock' },
    { ask: 'quote', kind: 'step-form.submit', when: { visits: 2 } },
  ],
});

describe('useNextAsk', () => {
  it.each([
    ['once', false],
    ['under StrictMode', true],
  ])('leads from the first ask to the goal, %s', (_how, isStrict) => {
    const recorder = createRecorder();
    const page = (
      <recorder.Provider ladder={path}>
        <Spot />
      </recorder.Provider>
    );
    render(isStrict ? <StrictMode>{page}</StrictMode> : page);
    const spot = () => screen.getByRole('region', { name: 'spot' }).dataset;
    expect(asksIn()).toEqual(['hurdle']);
    expect(spot()).toMatchObject({ rung: '1', of: '4' });
    press('yes to hurdle');
    expect(asksIn()).toEqual(['hurdle', 'article']);
    expect(screen.getByText('thanks for hurdle')).toBeDefined();
    press('yes to article');
    expect(asksIn()).toEqual(['article', 'checklist']);
    expect(spot()).toMatchObject({ rung: '3' });
    press('yes to checklist');
    press('yes to quote');
    expect(asksIn()).toEqual(['quote']);
    expect(spot()).toMatchObject({ done: 'true' });
    expect(recorder.commitments.map(({ ladder }) => ladder)).toEqual([
      { id: 'path', rung: 1, of: 4, next: 'article' },
      { id: 'path', rung: 2, of: 4, next: 'checklist' },
      { id: 'path', rung: 3, of: 4, next: 'quote' },
      { id: 'path', rung: 4, of: 4 },
    ]);
    for (const event of recorder.events) expect(commitmentEventSchema.safeParse(event).error).toBeUndefined();
  });

  it('offers a smaller ask after a no', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Spot asks={['checklist', 'follow', 'quote']} />
      </recorder.Provider>,
    );
    expect(asksIn()).toEqual(['checklist']);
    press('no to checklist');
    expect(asksIn()).toEqual(['follow']);
    press('no to follow');
    expect(asksIn()).toEqual([]);
  });

  it('shows one ask on a page with many spots', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Spot name="first" asks={['article']} />
        <Spot name="second" order={1} />
        <Spot name="third" />
      </recorder.Provider>,
    );
    expect(['first', 'second', 'third'].flatMap((name) => asksIn(name))).toHaveLength(1);
    expect(asksIn('third')).toEqual(['hurdle']);
  });

  it.each([false, true])(
    'shows the same one where its spots come later, all at once (StrictMode: %s)',
    (strict) => {
      const recorder = createRecorder();
      function Page() {
        const [isThere, show] = useState(false);
        return (
          <>
            <button type="button" onClick={() => show(true)}>
              Read on
            </button>
            <Spot name="head" asks={['quote']} />
            {isThere && (
              <>
                <Spot name="first" asks={['checklist']} />
                <Spot name="second" order={1} />
                <Spot name="third" />
              </>
            )}
          </>
        );
      }
      const page = (
        <recorder.Provider ladder={later}>
          <Page />
        </recorder.Provider>
      );
      render(strict ? <StrictMode>{page}</StrictMode> : page);
      press('Read on');
      expect(asksIn('first').concat(asksIn('second'))).toEqual([]);
      expect(asksIn('third')).toEqual(['hurdle']);
    },
  );

  describe('after an answer on the page', () => {
    const branch = defineLadder({
      id: 'branch',
      goal: 'quote',
      rungs: [
        { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
        { ask: 'article', kind: 'star-rating.rate', when: { segment: 'trust' } },
        { ask: 'quote', kind: 'reactions.react', when: { segment: 'trust' } },
      ],
      cooldown: { committed: '1h' },
    });
    function Page({ hasSuccess }: { hasSuccess: boolean }) {
      const [isAnswered, setAnswered] = useState(false);
      const next = hasSuccess && <Spot name="success" asks={['article']} />;
      return (
        <>
          <Spot name="page" asks={['article']} />
          <Ask id="hurdle" onYes={() => setAnswered(true)} />
          {isAnswered && <NextSlot next={next} outcome={{ phase: 'committed', data: {} }} />}
        </>
      );
    }

    it('comes at once in the success view, though the page could show it and the site rests', () => {
      const recorder = createRecorder();
      render(
        <recorder.Provider ladder={branch}>
          <Page hasSuccess />
        </recorder.Provider>,
      );
      expect(asksIn('page')).toEqual([]);
      press('yes to hurdle');
      expect(asksIn('success')).toEqual(['article']);
      act(() => vi.advanceTimersByTime(2 * 3_600_000));
      expect(asksIn('page')).toEqual([]);
    });

    it('comes elsewhere on the page when the rest of the site is over', () => {
      const recorder = createRecorder();
      render(
        <recorder.Provider ladder={branch}>
          <Page hasSuccess={false} />
        </recorder.Provider>,
      );
      press('yes to hurdle');
      act(() => vi.advanceTimersByTime(3_599_999));
      expect(asksIn('page')).toEqual([]);
      act(() => vi.advanceTimersByTime(1));
      expect(asksIn('page')).toEqual(['article']);
    });
  });

  it('keeps its ask, and the state of it, when its options are written inline and the page renders again', () => {
    const recorder = createRecorder();
    const page = (order: number) => (
      <recorder.Provider ladder={path}>
        <Spot asks={['hurdle', 'article']} order={order} />
      </recorder.Provider>
    );
    const { rerender } = render(page(0));
    press('yes to hurdle');
    rerender(page(0));
    rerender(page(5));
    expect(asksIn()).toEqual(['hurdle', 'article']);
    expect(screen.getByText('thanks for hurdle')).toBeDefined();
  });

  it('goes with its spot, and the ask moves on', () => {
    const recorder = createRecorder();
    const page = (isThere: boolean) => (
      <recorder.Provider ladder={path}>
        {isThere && <Spot name="first" />}
        <Spot name="second" />
      </recorder.Provider>
    );
    const { rerender } = render(page(true));
    expect(asksIn('first')).toEqual(['hurdle']);
    rerender(page(false));
    expect(asksIn('second')).toEqual(['hurdle']);
  });

  it.each([
    ['Activity', false],
    ['Activity', true],
    ['Suspense', false],
    ['Suspense', true],
  ])(
    'keeps what stands in it while its part of the page is out of sight (%s, StrictMode: %s)',
    async (how, isStrict) => {
      const recorder = createRecorder();
      let come = () => {};
      const data = new Promise<void>((resolve) => {
        come = resolve;
      });
      const Late = () => {
        use(data);
        return null;
      };
      const page = (isAway: boolean) => (
        <recorder.Provider ladder={path}>
          {how === 'Activity' ? (
            <Activity mode={isAway ? 'hidden' : 'visible'}>
              <Spot />
            </Activity>
          ) : (
            <Suspense fallback={<p>Loading</p>}>
              <Spot />
              {isAway && <Late />}
            </Suspense>
          )}
        </recorder.Provider>
      );
      const view = render(isStrict ? <StrictMode>{page(false)}</StrictMode> : page(false));
      const set = (isAway: boolean) =>
        act(async () => view.rerender(isStrict ? <StrictMode>{page(isAway)}</StrictMode> : page(isAway)));
      press('yes to hurdle');
      const button = screen.getByRole('button', { name: 'yes to article' });
      await set(true);
      expect(screen.queryByRole('region', { name: 'spot' })).toBeNull();
      if (how === 'Suspense') await act(async () => come());
      else await set(false);
      expect(asksIn()).toEqual(['hurdle', 'article']);
      expect(screen.getByText('thanks for hurdle')).toBeDefined();
      expect(screen.getByRole('button', { name: 'yes to article' })).toBe(button);
    },
  );

  it('begins anew with a page view', () => {
    const recorder = createRecorder();
    function View({ to }: { to: string }) {
      usePageView(to);
      return null;
    }
    const page = (to: string) => (
      <recorder.Provider ladder={path}>
        <View to={to} />
        <Spot />
      </recorder.Provider>
    );
    const { rerender } = render(page('/one'));
    press('yes to hurdle');
    expect(asksIn()).toEqual(['hurdle', 'article']);
    rerender(page('/two'));
    expect(asksIn()).toEqual(['article']);
  });

  it('finds what earlier pages knew, before the first paint', () => {
    const first = createRecorder();
    const { unmount } = render(
      <first.Provider ladder={path}>
        <Spot />
      </first.Provider>,
    );
    press('yes to hurdle');
    unmount();
    const renders: string[] = [];
    const recorder = createRecorder({ keepMemory: true });
    render(
      <recorder.Provider ladder={path}>
        <Spot renders={renders} />
      </recorder.Provider>,
    );
    expect(renders).toEqual(['spot: nothing', 'spot: article']);
  });

  it('renders a click once more at most, and nothing for what changes nothing', () => {
    const recorder = createRecorder();
    const commits: string[] = [];
    render(
      <recorder.Provider ladder={path}>
        <Profiler id="spot" onRender={(id) => commits.push(id)}>
          <Spot />
        </Profiler>
        <Profiler id="other" onRender={(id) => commits.push(id)}>
          <Spot name="other" asks={['quote']} />
        </Profiler>
      </recorder.Provider>,
    );
    commits.length = 0;
    press('further in hurdle');
    expect(commits).toEqual([]);
    press('yes to hurdle');
    expect(commits).toEqual(['spot']);
    act(() => vi.advanceTimersByTime(60_000));
    expect(commits).toEqual(['spot']);
  });

  it('guides nobody without a ladder, and says so once', () => {
    expectConsole('warn', 'SY-1211 useNextAsk');
    render(
      <CommitmentProvider>
        <Spot name="one" />
        <Spot name="two" />
      </CommitmentProvider>,
    );
    expect(screen.getByRole('region', { name: 'one' }).dataset).toMatchObject({ of: '0' });
  });

  it('offers no name that has nothing in common with what was written', () => {
    expectConsole('warn', /SY-1212 .*"zz".*Give it a rung/);
    const short = defineLadder({ id: 'short', goal: 'a', rungs: [{ ask: 'a', kind: 'poll.vote' }] });
    render(
      <CommitmentProvider ladder={short}>
        <Spot asks={['zz']} />
      </CommitmentProvider>,
    );
  });

  it('tells of asks that the ladder does not know, with the nearest name', () => {
    expectConsole('warn', /SY-1212 .*"cheklist".*"path".*If "checklist" is meant/);
    expectConsole('warn', /SY-1212 .*"webinar".*Give it a rung/);
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Spot asks={['hurdle', 'cheklist', 'webinar']} />
      </recorder.Provider>,
    );
    expect(asksIn()).toEqual(['hurdle']);
  });

  it('tells of an ask that no component stands for after half a minute', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Spot ids={{ hurdle: 'other' }} />
      </recorder.Provider>,
    );
    act(() => vi.advanceTimersByTime(29_999));
    expectConsole('warn', /SY-1213 .*"hurdle"/);
    act(() => vi.advanceTimersByTime(1));
  });

  it('says nothing of an ask that stands there', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Spot />
      </recorder.Provider>,
    );
    act(() => vi.advanceTimersByTime(120_000));
  });
});

describe('consent', () => {
  const page = (consent: { functional?: boolean }, recorder: ReturnType<typeof createRecorder>) => (
    <recorder.Provider ladder={path} consent={consent}>
      <Spot />
    </recorder.Provider>
  );

  it('given stores what was done; refused removes it and remembers nothing', () => {
    const recorder = createRecorder();
    const { rerender } = render(page({ functional: true }, recorder));
    press('yes to hurdle');
    expect(Object.keys(note().a)).toEqual(['hurdle']);
    rerender(page({ functional: false }, recorder));
    expect(note()).toBeNull();
    press('yes to article');
    expect(note()).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('not given yet keeps it on this page; given later stores it', () => {
    const recorder = createRecorder();
    const { rerender } = render(page({}, recorder));
    press('yes to hurdle');
    expect(note()).toBeNull();
    rerender(page({ functional: true }, recorder));
    expect(Object.keys(note().a)).toEqual(['hurdle']);
    expect(asksIn()).toEqual(['hurdle', 'article']);
  });

  it('begins the visit with what storage has, not before it may be read', () => {
    const recorder = createRecorder();
    const { unmount } = render(page({ functional: true }, recorder));
    press('yes to hurdle');
    const before = localStorage.getItem('smallyes:visit');
    unmount();
    const again = createRecorder({ keepMemory: true });
    render(page({ functional: true }, again));
    press('yes to article');
    expect(JSON.parse(localStorage.getItem('smallyes:visit') ?? '')).toMatchObject({
      sid: JSON.parse(before ?? '').sid,
      n: 1,
    });
    expect(again.commitments[0]?.session.n).toBe(1);
  });
});

describe('storage', () => {
  it('that refuses takes nothing from the page', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('quota');
    });
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('denied');
    });
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Spot />
      </recorder.Provider>,
    );
    press('yes to hurdle');
    press('yes to article');
    expect(asksIn()).toEqual(['article', 'checklist']);
  });

  it('that another tab has written while no spot was on the page is read when one comes', () => {
    const recorder = createRecorder();
    const page = (isThere: boolean) => (
      <recorder.Provider ladder={path}>{isThere && <Spot />}</recorder.Provider>
    );
    const view = render(page(true));
    expect(asksIn()).toEqual(['hurdle']);
    press('further in hurdle');
    view.rerender(page(false));
    const now = Date.now();
    const other = {
      v: 1,
      s: 0,
      t: [null, null, [now, 'hurdle']],
      e: {},
      a: { hurdle: [0, 0, 0, 0, 0, now, ['Trust'], ['trust'], 0] },
    };
    localStorage.setItem('smallyes:ladder:path', JSON.stringify(other));
    view.rerender(page(true));
    expect(asksIn()).toEqual(['article']);
  });

  it('that another tab has written is heard', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={path}>
        <Spot />
      </recorder.Provider>,
    );
    const history = { v: 1, s: 0, t: [], e: {}, a: {} };
    localStorage.setItem('smallyes:ladder:path', JSON.stringify(history));
    fireEvent(window, new StorageEvent('storage', { key: 'smallyes:ladder:path' }));
    expect(asksIn()).toEqual(['hurdle']);
  });
});

// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { Activity, Fragment, type ReactNode, StrictMode, Suspense, useState } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLadder } from '../../src/guidance/index.ts';
import { writeHistory } from '../../src/ladder/fit-history.ts';
import { emptyHistory, type History } from '../../src/ladder/history.ts';
import type { Remembered } from '../../src/ladder/ladder.ts';
import { note } from '../../src/ladder/recall.ts';
import { usePageView } from '../../src/provider/index.ts';
import { expectConsole } from '../support/console.ts';
import { Ask, asksIn, path, press, Spot } from './spot.support.tsx';

const now = Date.UTC(2026, 5, 1, 12);
const day = 24 * 3_600_000;
let root: Root | undefined;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  act(() => root?.unmount());
  root = undefined;
  document.body.innerHTML = '';
  vi.useRealTimers();
});

/** A history in which these asks were answered. */
function answered(asks: readonly string[], time = now - day, from: History = emptyHistory()): History {
  return asks.reduce((history, id) => {
    const kind = path.rungs.find(({ ask }) => ask === id)?.kind ?? 'poll.vote';
    return note(history, path, { kind, phase: 'committed', ask: { id }, data: { choice: 'Trust' } }, time, 1);
  }, from);
}

const remember = (history: History, more: Partial<Remembered> = {}): Remembered => ({
  notes: { path: writeHistory(history) },
  time: now,
  ...more,
});

/** Renders on a server, then in a browser over that markup. Nothing may reach the console. */
function serve(
  content: ReactNode,
  remembered: Remembered | undefined,
  consent?: { functional: boolean },
  Mode: typeof StrictMode | typeof Fragment = StrictMode,
) {
  const recorder = createRecorder({ keepMemory: true });
  const page = (
    <Mode>
      <recorder.Provider ladder={path} remembered={remembered} {...(consent && { consent })}>
        {content}
      </recorder.Provider>
    </Mode>
  );
  const container = document.createElement('main');
  container.innerHTML = renderToString(page);
  document.body.append(container);
  const server = container.innerHTML;
  return {
    recorder,
    server,
    hydrate() {
      const errors: unknown[] = [];
      act(() => {
        root = hydrateRoot(container, page, { onRecoverableError: (error) => errors.push(error) });
      });
      expect(errors).toEqual([]);
    },
  };
}

describe('the first paint', () => {
  it('waits for the smaller ask of a later spot, and shows no larger one before it', () => {
    const spots = (
      <>
        <Spot name="first" asks={['checklist', 'quote']} order={1} />
        <Spot name="second" asks={['article']} order={2} />
      </>
    );
    const page = serve(spots, remember(answered(['hurdle'])));
    const asks = () =>
      [...document.querySelectorAll<HTMLElement>('[data-ask]')].map((one) => one.dataset['ask']);
    expect(asks()).toEqual(['article']);
    page.hydrate();
    expect(asks()).toEqual(['article']);
  });

  it.each([
    ['a newcomer', [], 'hurdle'],
    ['one who has voted', ['hurdle'], 'article'],
    ['one who has come far', ['hurdle', 'article', 'checklist'], 'quote'],
  ])('shows the ask of %s, and the browser keeps it', (_who, asks, expected) => {
    const renders: string[] = [];
    const page = serve(<Spot renders={renders} />, remember(answered(asks)));
    expect(asksIn()).toEqual([expected]);
    renders.length = 0;
    page.hydrate();
    expect(asksIn()).toEqual([expected]);
    expect(new Set(renders)).toEqual(new Set([`spot: ${expected}`]));
  });

  it('shows nothing when the server does not know the visitor, then what the browser knows', () => {
    localStorage.setItem('smallyes:ladder:path', writeHistory(answered(['hurdle'])));
    const page = serve(<Spot />, undefined);
    expect(asksIn()).toEqual([]);
    page.hydrate();
    expect(asksIn()).toEqual(['article']);
  });

  it('shows one ask however many spots there are, and the browser the same one in the same spot', () => {
    const page = serve(
      <>
        <Spot name="first" asks={['hurdle']} />
        <Spot name="second" />
        <Spot name="third" order={-1} />
      </>,
      remember(answered(['hurdle'])),
    );
    const shown = () => ['first', 'second', 'third'].map((name) => asksIn(name));
    expect(shown()).toEqual([[], ['article'], []]);
    page.hydrate();
    expect(shown()).toEqual([[], ['article'], []]);
  });

  it('stands in the same spot where a part of the page is taken over later', () => {
    const page = serve(
      <>
        <Suspense>
          <Spot name="first" />
        </Suspense>
        <Spot name="second" />
      </>,
      remember(answered(['hurdle'])),
      undefined,
      // StrictMode takes each spot back once while others stand already, as development alone does.
      Fragment,
    );
    const shown = () => ['first', 'second'].map((name) => asksIn(name));
    expect(shown()).toEqual([['article'], []]);
    page.hydrate();
    expect(shown()).toEqual([['article'], []]);
    press('yes to article');
    act(() => vi.advanceTimersByTime(1_000));
    expect(shown()).toEqual([['article', 'checklist'], []]);
  });

  it('is over when a spot comes back in a later page view', () => {
    const remembered = remember(emptyHistory());
    let turn = (_: string) => {};
    let hide = (_: boolean) => {};
    function Page() {
      const [at, setAt] = useState('/a');
      const [isHidden, setHidden] = useState(false);
      turn = setAt;
      hide = setHidden;
      usePageView(at);
      return (
        <>
          <Activity mode={isHidden ? 'hidden' : 'visible'}>
            <Spot />
          </Activity>
          <Ask id="article" />
        </>
      );
    }
    const page = serve(<Page />, remembered);
    page.hydrate();
    expect(asksIn()).toEqual(['hurdle']);
    act(() => hide(true));
    press('yes to article');
    act(() => turn('/b'));
    act(() => hide(false));
    expect(asksIn()).toEqual(['checklist']);
  });

  it('gives way when the browser knows more than the cookie', () => {
    localStorage.setItem('smallyes:ladder:path', writeHistory(answered(['hurdle'])));
    const page = serve(<Spot />, remember(emptyHistory()));
    expect(asksIn()).toEqual(['hurdle']);
    page.hydrate();
    expect(asksIn()).toEqual(['article']);
  });

  it('brings back what a browser has purged, before anything else is asked', () => {
    const renders: string[] = [];
    const page = serve(
      <Spot renders={renders} asks={['hurdle', 'article']} />,
      remember(answered(['hurdle', 'article'])),
    );
    expect(asksIn()).toEqual([]);
    page.hydrate();
    expect(new Set(renders)).toEqual(new Set(['spot: nothing']));
    expect(Object.keys(JSON.parse(localStorage.getItem('smallyes:ladder:path') ?? '').a)).toHaveLength(2);
  });

  it('keeps nothing of a cookie from a visitor who has refused storage', () => {
    const content = (
      <>
        <Progress />
        <Spot />
      </>
    );
    const page = serve(content, remember(answered(['hurdle'])), { functional: false });
    expect(screen.getByText('1 known, trust')).toBeDefined();
    page.hydrate();
    expect(screen.getByText('0 known,')).toBeDefined();
    // What stands there already stays.
    press('yes to article');
    expect(screen.getByText('1 known,')).toBeDefined();
    expect(localStorage).toHaveLength(0);
  });

  it('goes on by the answers given after it', () => {
    const page = serve(<Spot />, remember(answered(['hurdle'])));
    page.hydrate();
    press('yes to article');
    expect(asksIn()).toEqual(['article', 'checklist']);
    expect(page.recorder.commitments[0]?.ladder).toEqual({ id: 'path', rung: 2, of: 4, next: 'checklist' });
  });

  it('holds for the visit that the server can tell: what was seen minutes ago stands there again', () => {
    const seen = (ago: number) =>
      note(
        emptyHistory(),
        path,
        { kind: 'poll.vote', phase: 'seen', ask: { id: 'hurdle' }, data: {} },
        now - ago,
        3,
      );
    serve(<Spot name="soon" />, remember(seen(5 * 60_000)));
    expect(asksIn('soon')).toEqual(['hurdle']);
    document.body.innerHTML = '';
    serve(<Spot name="later" />, remember(seen(2 * 3_600_000)));
    expect(asksIn('later')).toEqual(['article']);
  });

  it.each(['{', '{"v":2}', '"x"'])('takes the note %s of a cookie for none', (text) => {
    if (text.includes('2')) expectConsole('warn', 'SY-1214');
    const page = serve(<Spot />, { notes: { path: text }, time: now });
    expect(asksIn()).toEqual(['hurdle']);
    page.hydrate();
    expect(asksIn()).toEqual(['hurdle']);
  });
});

function Progress() {
  const { progress, history, segments } = useLadder();
  return (
    <>
      <ol>
        {progress.map(({ ask, rung, state }) => (
          <li key={ask}>{`${rung} ${ask} ${state}`}</li>
        ))}
      </ol>
      <p>{`${Object.keys(history.asks).length} known, ${segments.join()}`}</p>
    </>
  );
}
const steps = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

describe('useLadder in the first paint', () => {
  it('knows what the server remembers, and goes on from there', () => {
    const page = serve(
      <>
        <Progress />
        <Spot />
      </>,
      remember(answered(['hurdle'])),
    );
    const expected = ['1 hurdle done', '2 article current', '3 checklist ahead', '4 quote ahead'];
    expect(steps()).toEqual(expected);
    expect(screen.getByText('1 known, trust')).toBeDefined();
    page.hydrate();
    expect(steps()).toEqual(expected);
    press('yes to article');
    expect(steps()).toEqual(['1 hurdle done', '2 article done', '3 checklist current', '4 quote ahead']);
  });

  it('knows nothing when the server does not', () => {
    const page = serve(<Progress />, undefined);
    expect(steps()).toEqual([]);
    page.hydrate();
    expect(steps()).toEqual(['1 hurdle current', '2 article ahead', '3 checklist ahead', '4 quote ahead']);
  });
});

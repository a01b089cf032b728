import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type LadderHandle, useLadder } from '../../src/guidance/index.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import { writeHistory } from '../../src/ladder/fit-history.ts';
import { emptyHistory } from '../../src/ladder/history.ts';
import type { Ladder } from '../../src/ladder/ladder.ts';
import { note } from '../../src/ladder/recall.ts';
import type { Conditions } from '../../src/ladder/rung.ts';
import { usePageView } from '../../src/provider/index.ts';
import { asksIn, path, press, Spot } from './spot.support.tsx';

const start = Date.UTC(2026, 5, 1, 12);
const home = location.pathname;
let handle: LadderHandle;

function Look() {
  handle = useLadder();
  return null;
}
function View({ to }: { to: string }) {
  usePageView(to);
  return null;
}

/** A path whose first ask has conditions. */
const when = (conditions: Conditions<'hurdle' | 'quote', never>) =>
  defineLadder({
    id: 'when',
    goal: 'quote',
    rungs: [
      { ask: 'hurdle', kind: 'poll.vote', when: conditions },
      { ask: 'quote', kind: 'reactions.react' },
    ],
  });

function show(ladder: Ladder = path, content?: ReactNode) {
  const recorder = createRecorder();
  return render(
    <recorder.Provider ladder={ladder}>
      <Spot asks={['hurdle']} />
      <Look />
      {content}
    </recorder.Provider>,
  );
}

const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
const hide = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};
const found = (rule: string) => handle.explain('hurdle').rules.find((one) => one.rule === rule)?.found;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(async () => {
  Reflect.deleteProperty(document, 'hidden');
  vi.useRealTimers();
  scrollTo(0, 0);
  history.replaceState(null, '', home);
  await page.viewport(800, 900);
});

describe('seconds', () => {
  it('are waited for with one timer, and pause while the page is hidden', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    show(when({ seconds: 5 }));
    const armed = () => timers.mock.calls.filter(([, time = 0]) => time > 1_000 && time <= 5_000).length;
    const before = armed();
    // One that checks in development whether the ask stands on the page may run beside it.
    expect(vi.getTimerCount()).toBeLessThanOrEqual(2);
    await pass(3_000);
    hide(true);
    await pass(60_000);
    expect(asksIn()).toEqual([]);
    hide(false);
    await pass(1_999);
    expect(asksIn()).toEqual([]);
    await pass(1);
    expect(asksIn()).toEqual(['hurdle']);
    expect(armed()).toBe(before + 1);
  });

  it('are told when the timer came a moment early, and the moment passed meanwhile', async () => {
    const now = performance.now.bind(performance);
    show(when({ seconds: 5 }));
    const due = now() + 5_000;
    let isEarly = true;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      const time = now();
      if (time < due || !isEarly) return time;
      isEarly = false;
      return time - 0.3;
    });
    await pass(5_001);
    expect(asksIn()).toEqual(['hurdle']);
    vi.mocked(performance.now).mockRestore();
  });

  it('need no timer where nothing waits for them', async () => {
    show(path);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
    // What is seen by itself takes a second more, from when the browser tells of it.
    await expect
      .poll(async () => {
        await pass(120_000);
        return vi.getTimerCount();
      })
      .toBe(0);
  });

  it('begin anew with a page view', async () => {
    const ladder = when({ seconds: 5 });
    const recorder = createRecorder();
    const of = (to: string) => (
      <recorder.Provider ladder={ladder}>
        <View to={to} />
        <Spot asks={['hurdle']} />
      </recorder.Provider>
    );
    const { rerender } = render(of('/one'));
    await pass(4_000);
    rerender(of('/two'));
    await pass(4_999);
    expect(asksIn()).toEqual([]);
    await pass(1);
    expect(asksIn()).toEqual(['hurdle']);
  });
});

describe('what waits', () => {
  /** The first ask waits; the second one waits for nothing. */
  const long = (conditions: Conditions<'hurdle' | 'article' | 'quote', never>) =>
    defineLadder({
      id: 'long',
      goal: 'quote',
      rungs: [
        { ask: 'hurdle', kind: 'poll.vote', when: conditions },
        { ask: 'article', kind: 'star-rating.rate' },
        { ask: 'quote', kind: 'reactions.react' },
      ],
    });
  const other = (
    <>
      <Spot name="other" asks={['article']} />
      <div style={{ height: 5_000 }} />
    </>
  );

  it('holds the next ask for 30 visible seconds where nobody scrolls', async () => {
    show(long({ scroll: 0.5 }), other);
    await pass(20_000);
    hide(true);
    await pass(60_000);
    hide(false);
    await pass(9_999);
    expect(asksIn('other')).toEqual([]);
    await pass(1);
    expect(asksIn('other')).toEqual(['article']);
  });

  it('still comes, after one that came meanwhile was answered', async () => {
    show(long({ seconds: 40.5 }), other);
    await pass(30_000);
    expect(asksIn('other')).toEqual(['article']);
    await pass(20_000);
    expect(asksIn()).toEqual([]);
    press('no to article');
    await pass(3_600_000);
    expect(asksIn()).toEqual(['hurdle']);
  });

  it('is looked at when a fraction of a second is asked for', async () => {
    show(long({ seconds: 0.5 }), other);
    await pass(1_000);
    expect(asksIn()).toEqual(['hurdle']);
  });
});

describe('scrolling', () => {
  const scroll = async (to: number) => {
    scrollTo(0, to);
    await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
    await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
  };

  it('counts as the largest share of the way, and scrolling back takes nothing away', async () => {
    show(when({ scroll: 0.6 }), <div style={{ height: 5_000 }} />);
    await pass(1_500);
    const way = document.documentElement.scrollHeight - innerHeight;
    await scroll(way * 0.5);
    expect(asksIn()).toEqual([]);
    await scroll(way * 0.61);
    expect(asksIn()).toEqual(['hurdle']);
    await scroll(0);
    expect(asksIn()).toEqual(['hurdle']);
    expect(found('scroll')).toBeGreaterThan(0.6);
  });

  it('reaches 1 at the end of the page', async () => {
    show(when({ scroll: 1 }), <div style={{ height: 5_000.4 }} />);
    await pass(1_500);
    await scroll(100_000);
    expect(asksIn()).toEqual(['hurdle']);
  });

  it('reaches 1 where the window ends its way a fraction of a pixel early', async () => {
    show(when({ scroll: 1 }));
    const zoomed = { scrollTop: 3999.2, scrollHeight: 5000, clientHeight: 1000 };
    Object.defineProperty(document, 'scrollingElement', { configurable: true, value: zoomed });
    await pass(1_000);
    Reflect.deleteProperty(document, 'scrollingElement');
    expect(asksIn()).toEqual(['hurdle']);
  });

  it('is done on a page that fits into the window, once it has stood for a second', async () => {
    show(when({ scroll: 0.9 }));
    await pass(500);
    // Whatever makes it look at the page: it may still be coming up.
    hide(false);
    await pass(499);
    expect(asksIn()).toEqual([]);
    await pass(1);
    expect(asksIn()).toEqual(['hurdle']);
  });

  it('renders nothing while the visitor scrolls', async () => {
    const renders: string[] = [];
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={when({ scroll: 1 })}>
        <Spot renders={renders} />
        <div style={{ height: 5_000 }} />
      </recorder.Provider>,
    );
    renders.length = 0;
    for (let to = 0; to < 1_000; to += 200) await scroll(to);
    expect(renders).toEqual([]);
  });

  it('is not measured where no ask waits for it', async () => {
    const add = vi.spyOn(window, 'addEventListener');
    show(path);
    expect(add.mock.calls.map(([type]) => type)).not.toContain('scroll');
  });
});

describe('the device', () => {
  it('is known at once, and followed', async () => {
    await page.viewport(400, 800);
    show(when({ device: 'desktop' }));
    expect(asksIn()).toEqual([]);
    expect(found('device')).toBe('phone');
    await act(() => page.viewport(768, 800));
    await vi.waitFor(() => expect(asksIn()).toEqual(['hurdle']));
  });
});

describe('the path', () => {
  it('is known without a router', () => {
    history.replaceState(null, '', '/pricing?x=1');
    show(when({ page: '/pricing' }));
    expect(asksIn()).toEqual(['hurdle']);
  });

  it('is that of the address, and follows page views', async () => {
    history.replaceState(null, '', '/one?x=1');
    const ladder = when({ page: ['/pricing', '/blog/*'] });
    const recorder = createRecorder();
    const of = (to: string) => (
      <recorder.Provider ladder={ladder}>
        <View to={to} />
        <Spot asks={['hurdle']} />
      </recorder.Provider>
    );
    const { rerender } = render(of('/one'));
    expect(asksIn()).toEqual([]);
    history.replaceState(null, '', '/blog/first?x=1');
    rerender(of('/blog/first'));
    expect(asksIn()).toEqual(['hurdle']);
    history.replaceState(null, '', '/about');
    rerender(of('/about'));
    expect(asksIn()).toEqual([]);
  });
});

describe('the clock', () => {
  it('wakes the guide when a rest is over, also one that is longer than a timer can be', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const patient = defineLadder({
      id: 'patient',
      goal: 'hurdle',
      rungs: [{ ask: 'hurdle', kind: 'poll.vote', rest: { dismissed: '30d' } }],
    });
    show(patient, <Spot name="other" asks={['hurdle']} />);
    press('no to hurdle');
    await pass(30 * 86_400_000 - 1);
    expect(asksIn('other')).toEqual([]);
    await pass(1);
    expect(asksIn('other')).toEqual(['hurdle']);
    for (const [, time = 0] of timers.mock.calls) expect(time).toBeLessThan(2 ** 31);
  });

  it('is looked at when a page comes back from the background', async () => {
    show(path, <Spot name="other" asks={['article']} />);
    press('no to hurdle');
    hide(true);
    vi.setSystemTime(start + 2 * 3_600_000);
    hide(false);
    expect(asksIn('other')).toEqual(['article']);
  });

  it('is looked at, and the memory too, when a page comes back from the cache of the browser', () => {
    show(path);
    const yes = { kind: 'poll.vote', phase: 'committed', ask: { id: 'hurdle' }, data: {} } as const;
    localStorage.setItem('smallyes:ladder:path', writeHistory(note(emptyHistory(), path, yes, start, 1)));
    act(() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(asksIn()).toEqual([]);
  });

  it('leaves no timer and no listener behind', async () => {
    const { unmount } = show(when({ seconds: 5, scroll: 0.5 }));
    unmount();
    const look = vi.spyOn(performance, 'now');
    for (const type of ['scroll', 'resize', 'pageshow', 'storage']) window.dispatchEvent(new Event(type));
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

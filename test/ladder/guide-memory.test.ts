import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { createGuide } from '../../src/ladder/create-guide.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import { writeHistory } from '../../src/ladder/fit-history.ts';
import { emptyHistory } from '../../src/ladder/history.ts';
import { expectConsole } from '../support/console.ts';
import { act, createBrowser, openPage, shown } from './guide-page.ts';

const start = Date.UTC(2026, 5, 1, 12);
const day = 24 * 3_600_000;
const key = 'ladder:path';

const ladder = defineLadder({
  id: 'path',
  goal: 'c',
  rungs: [
    { ask: 'a', kind: 'poll.vote', segments: { fan: 'yes' } },
    { ask: 'b', kind: 'star-rating.rate' },
    { ask: 'c', kind: 'reactions.react' },
  ],
});

function open(page = openPage()) {
  const guide = createGuide(ladder, page.host);
  guide.offer({ key: 's', asks: undefined });
  guide.start();
  return guide;
}

beforeEach(() => {
  forgetMessages();
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a visitor has done', () => {
  it('is found again on the next page', () => {
    const browser = createBrowser();
    act(open(openPage(browser)), 'a', 'committed');
    const next = open(openPage(browser));
    expect(shown(next)).toEqual({ s: 'b' });
  });

  it('is kept by two tabs that answer at the same moment', () => {
    const browser = createBrowser();
    const [one, two] = [open(openPage(browser)), open(openPage(browser))];
    act(one, 'a', 'committed', { choice: 'yes' });
    act(two, 'b', 'committed');
    one.reload();
    for (const guide of [one, two, open(openPage(browser))])
      expect(Object.keys(guide.state().history.asks).sort()).toEqual(['a', 'b']);
  });

  it('closes an ask that another tab has answered, and brings its segments', () => {
    const browser = createBrowser();
    const page = openPage(browser);
    const [one, two] = [open(page), open(openPage(browser))];
    expect(shown(one)).toEqual({ s: 'a' });
    act(two, 'a', 'committed', { choice: 'yes' });
    vi.advanceTimersByTime(1_000);
    one.reload();
    expect(shown(one)).toEqual({ s: 'b' });
    expect(page.host.visit.segments()).toEqual(['fan']);
  });

  it('closes an ask that a tab with an older page has answered under its earlier name', () => {
    const browser = createBrowser();
    const rungsOf = (first: { ask: string; formerly?: string[] }) => [
      { ...first, kind: 'poll.vote' as const },
      { ask: 'b', kind: 'star-rating.rate' as const },
    ];
    const [older, newer] = [{ ask: 'old-a' }, { ask: 'a', formerly: ['old-a'] }].map((first) => {
      const guide = createGuide(
        defineLadder({ id: 'path', goal: 'b', rungs: rungsOf(first) }),
        openPage(browser).host,
      );
      guide.offer({ key: 's', asks: undefined });
      guide.start();
      return guide;
    }) as [ReturnType<typeof open>, ReturnType<typeof open>];
    expect(shown(newer)).toEqual({ s: 'a' });
    act(older, 'old-a', 'committed');
    newer.reload();
    expect(shown(newer)).toEqual({ s: 'b' });
  });

  it('settles between tabs that hear of each other: nobody writes for ever', () => {
    const browser = createBrowser();
    const tabs = [open(openPage(browser)), open(openPage(browser)), open(openPage(browser))];
    tabs.forEach((tab, i) => {
      act(tab, ['a', 'b', 'c'][i] as string, 'seen');
    });
    for (let round = 0; round < 3; round++) for (const tab of tabs) tab.reload();
    const note = browser.storage.get(key);
    for (const tab of tabs) tab.reload();
    expect(browser.storage.get(key)).toBe(note);
    for (const tab of tabs) expect(writeHistory(tab.state().history)).toBe(note);
  });

  it('outlives a clock that is set back a day, and does not rest for longer than it may', () => {
    const browser = createBrowser();
    act(open(openPage(browser)), 'a', 'dismissed');
    vi.setSystemTime(start - day);
    const guide = open(openPage(browser));
    expect(shown(guide)).toEqual({});
    vi.setSystemTime(start - day + 3_600_000);
    guide.sense({});
    expect(shown(guide)).toEqual({ s: 'b' });
    vi.setSystemTime(start - day + 14 * day);
    expect(guide.explain('a').rules.find(({ rule }) => rule === 'dismissed')?.holds).toBe(true);
  });

  it('outlives a clock that is set back while the page is open', () => {
    const guide = open();
    act(guide, 'a', 'dismissed');
    vi.setSystemTime(start - day);
    guide.turn('/other');
    expect(shown(guide)).toEqual({});
    vi.advanceTimersByTime(3_600_000);
    guide.sense({});
    expect(shown(guide)).toEqual({ s: 'b' });
    vi.setSystemTime(start + 13 * day);
    expect(guide.explain('a').rules.find(({ rule }) => rule === 'dismissed')?.holds).toBe(true);
  });

  it('outlives it with what came after the visitor had all forgotten, and with nothing before', () => {
    const browser = createBrowser();
    const guide = open(openPage(browser));
    act(guide, 'b', 'committed');
    const before = browser.storage.get(key);
    vi.advanceTimersByTime(1_000);
    guide.forget();
    vi.advanceTimersByTime(3_600_000);
    act(guide, 'a', 'committed');
    vi.setSystemTime(start - day);
    guide.remember({ notes: { path: before ?? '' }, time: Date.now() });
    for (const one of [guide, open(openPage(browser))])
      expect(Object.keys(one.state().history.asks)).toEqual(['a']);
  });

  it('is as late as the clock that was set back says, also once storage is refused', () => {
    const page = openPage();
    const guide = open(page);
    act(guide, 'a', 'dismissed');
    vi.setSystemTime(start - day);
    guide.sense({});
    page.consent('denied');
    expect(guide.state().history.asks).toMatchObject({ a: { dismissed: start - day } });
  });

  it('settles between tabs whose clocks differ: nobody writes for ever', () => {
    for (const isTravel of [false, true]) {
      const browser = createBrowser();
      const one = open(openPage(browser));
      one.travel(isTravel ? 30 * day : 0);
      act(one, 'a', 'dismissed');
      if (!isTravel) vi.setSystemTime(start - day);
      const tabs = [one, open(openPage(browser))];
      const round = () => {
        for (const tab of tabs) {
          vi.advanceTimersByTime(3);
          tab.reload();
        }
      };
      round();
      round();
      const { writes } = browser;
      round();
      expect(browser.writes, isTravel ? 'clock moved by the panel' : 'clock set back').toBe(writes);
      for (const tab of tabs)
        expect(tab.explain('a').rules.find(({ rule }) => rule === 'dismissed')?.holds).toBe(false);
    }
  });

  it('outlives a clock that was a year ahead: it rests as long as it would have, on whatever page it is read', () => {
    const browser = createBrowser();
    vi.setSystemTime(start + 365 * day);
    act(open(openPage(browser)), 'c', 'committed');
    act(open(openPage(browser)), 'a', 'dismissed');
    for (const days of [0, 5, 10]) {
      vi.setSystemTime(start + days * day);
      expect(
        open(openPage(browser))
          .explain('a')
          .rules.find(({ rule }) => rule === 'dismissed'),
      ).toMatchObject({
        holds: false,
        until: start + 14 * day,
      });
    }
    vi.setSystemTime(start + 15 * day);
    expect(
      open(openPage(browser))
        .explain('a')
        .rules.find(({ rule }) => rule === 'dismissed')?.holds,
    ).toBe(true);
  });

  it('counts visits on by what a server remembers when the browser has purged its own count', () => {
    const browser = createBrowser();
    const a = { shown: start - 8 * day, visit: 3, showings: 1 };
    const note = writeHistory({ ...emptyHistory(), asks: { a } });
    const guide = open(openPage(browser));
    guide.remember({ notes: { path: note }, time: start });
    act(guide, 'a', 'seen');
    expect(guide.state().history.asks['a']).toMatchObject({ visit: 4, showings: 2 });
    vi.advanceTimersByTime(60_000);
    act(guide, 'a', 'seen');
    expect(guide.state().history.asks['a']).toMatchObject({ visit: 4, showings: 2 });
  });
});

describe('consent', () => {
  it('not given yet: the page remembers, storage does not; given later, both are joined', () => {
    const browser = createBrowser();
    act(open(openPage(browser)), 'a', 'committed', { choice: 'yes' });
    const page = openPage(browser, 'unknown');
    const guide = open(page);
    expect(shown(guide)).toEqual({ s: 'a' });
    act(guide, 'b', 'committed');
    expect(Object.keys(JSON.parse(browser.storage.get(key) ?? '').a)).toEqual(['a']);
    vi.advanceTimersByTime(1_000);
    page.consent('granted');
    expect(shown(guide)).toEqual({ s: 'c' });
    expect(Object.keys(JSON.parse(browser.storage.get(key) ?? '').a).sort()).toEqual(['a', 'b']);
    expect(page.host.visit.segments()).toEqual(['fan']);
  });

  it('refused: nothing is left in storage, and of earlier visits; what happened on this page holds for this page', () => {
    const browser = createBrowser();
    act(open(openPage(browser)), 'a', 'committed', { choice: 'yes' });
    const page = openPage(browser);
    const guide = open(page);
    act(guide, 'b', 'committed');
    act(guide, 'c', 'dismissed');
    page.consent('denied');
    expect(Object.keys(guide.state().history.asks)).toEqual(['b', 'c']);
    expect(guide.state().history.asks['c']?.refusals).toBe(1);
    expect(page.host.visit.segments()).toEqual([]);
    expect(browser.storage.size).toBe(0);
    // Who has just said no is not asked the same again, nor for what was answered here.
    guide.turn();
    vi.advanceTimersByTime(2 * 3_600_000);
    guide.sense({});
    expect(guide.explain('b').rules.find(({ holds }) => !holds)?.rule).toBe('answered');
    expect(guide.explain('c').rules.find(({ holds }) => !holds)?.rule).toBe('dismissed');
    expect(shown(guide)).toEqual({ s: 'a' });
    act(guide, 'a', 'committed');
    expect(browser.storage.size).toBe(0);
    expect(Object.keys(open(openPage(browser)).state().history.asks)).toEqual([]);
  });

  it('refused and given after all: what was before the no is known on this page alone', () => {
    const browser = createBrowser();
    act(open(openPage(browser)), 'c', 'seen');
    const page = openPage(browser);
    const guide = open(page);
    act(guide, 'a', 'committed', { choice: 'yes' });
    page.consent('denied');
    page.consent('granted');
    expect(browser.storage.get(key)).toBeUndefined();
    expect(shown(guide)).toEqual({ s: 'b after a' });
    act(guide, 'b', 'dismissed');
    guide.reload();
    expect(Object.keys(JSON.parse(browser.storage.get(key) ?? '').a)).toEqual(['b']);
    expect(Object.keys(guide.state().history.asks).sort()).toEqual(['a', 'b']);
  });

  it('removed by a no in another tab: what was before it is written by this one no more', () => {
    const browser = createBrowser();
    const page = openPage(browser);
    const guide = open(page);
    act(guide, 'a', 'committed', { choice: 'yes' });
    browser.storage.clear();
    page.forget();
    act(guide, 'b', 'dismissed');
    expect(Object.keys(JSON.parse(browser.storage.get(key) ?? '').a)).toEqual(['b']);
  });

  it('refused at first: what happened on this page is stored with the yes', () => {
    const browser = createBrowser();
    const page = openPage(browser, 'denied');
    const guide = open(page);
    act(guide, 'a', 'committed', { choice: 'yes' });
    page.consent('granted');
    expect(Object.keys(JSON.parse(browser.storage.get(key) ?? '').a)).toEqual(['a']);
  });

  it('refused after it was forgotten in another tab: that stays forgotten', () => {
    const browser = createBrowser();
    const page = openPage(browser);
    const guide = open(page);
    act(guide, 'a', 'committed', { choice: 'yes' });
    vi.advanceTimersByTime(1_000);
    open(openPage(browser)).forget();
    guide.reload();
    page.consent('denied');
    expect(guide.state().history.asks).toEqual({});
  });

  it('refused on a page that has only read: nothing is remembered either', () => {
    const browser = createBrowser();
    act(open(openPage(browser)), 'a', 'committed');
    const page = openPage(browser);
    const guide = open(page);
    page.consent('denied');
    expect(guide.state().history.asks).toEqual({});
  });
});

describe('forget', () => {
  it('leaves nothing here, in storage and in other tabs, and outdoes their older copies', () => {
    const browser = createBrowser();
    const page = openPage(browser);
    const [one, two] = [open(page), open(openPage(browser))];
    act(one, 'a', 'committed', { choice: 'yes' });
    two.reload();
    vi.advanceTimersByTime(1_000);
    one.forget();
    expect(shown(one)).toEqual({ s: 'a' });
    expect(page.host.visit.segments()).toEqual([]);
    expect(browser.storage.get(key)).not.toContain('"a":{"a"');
    two.reload();
    expect(shown(two)).toEqual({ s: 'a' });
    act(two, 'b', 'seen');
    for (const guide of [one, two]) {
      guide.reload();
      expect(Object.keys(guide.state().history.asks)).toEqual(['b']);
    }
  });

  it('outdoes a tab whose clock is ahead', () => {
    const browser = createBrowser();
    const [one, two] = [open(openPage(browser)), open(openPage(browser))];
    two.travel(4 * 60_000);
    act(two, 'a', 'committed');
    one.reload();
    one.forget();
    two.reload();
    expect(two.state().history.asks).toEqual({});
  });
});

describe('a note', () => {
  it('that was wiped in the middle is written again with all that this page knows', () => {
    const browser = createBrowser();
    const guide = open(openPage(browser));
    act(guide, 'a', 'committed');
    browser.storage.clear();
    guide.reload();
    act(guide, 'b', 'committed');
    expect(Object.keys(JSON.parse(browser.storage.get(key) ?? '').a).sort()).toEqual(['a', 'b']);
  });

  it('that is corrupt or foreign counts as nothing and is overwritten', () => {
    for (const note of ['{', '"x"', '[]', '{"v":1,"a":7}', '{"v":"1"}', 'null', '{"__proto__":{"v":1}}']) {
      const browser = createBrowser();
      browser.storage.set(key, note);
      const guide = open(openPage(browser));
      expect(shown(guide)).toEqual({ s: 'a' });
      act(guide, 'a', 'committed');
      expect(shown(guide)).toEqual({ s: 'b after a' });
      expect(JSON.parse(browser.storage.get(key) ?? '').v).toBe(1);
    }
  });

  it('of a newer version stays as it is, and the page remembers by itself', () => {
    expectConsole('warn', 'SY-1214');
    const browser = createBrowser();
    const newer = '{"v":2,"something":"else"}';
    browser.storage.set(key, newer);
    const guide = open(openPage(browser));
    act(guide, 'a', 'committed');
    act(guide, 'b', 'committed');
    guide.reload();
    expect(shown(guide)).toEqual({ s: 'c after b' });
    expect(browser.storage.get(key)).toBe(newer);
    guide.forget();
    expect(JSON.parse(browser.storage.get(key) ?? '')).toMatchObject({ v: 1, s: start });
  });

  it('of a newer version that another tab writes in the middle is not overwritten', () => {
    expectConsole('warn', 'SY-1214');
    const browser = createBrowser();
    const guide = open(openPage(browser));
    act(guide, 'a', 'committed');
    browser.storage.set(key, '{"v":3}');
    act(guide, 'b', 'committed');
    expect(browser.storage.get(key)).toBe('{"v":3}');
    expect(shown(guide)).toEqual({ s: 'c after b' });
  });

  it('of a server is joined before the first decision', () => {
    const elsewhere = createBrowser();
    act(open(openPage(elsewhere)), 'a', 'committed', { choice: 'yes' });
    const page = openPage();
    const guide = createGuide(ladder, page.host);
    guide.offer({ key: 's', asks: undefined });
    const seen: unknown[] = [];
    guide.subscribe(() => seen.push(shown(guide)));
    guide.remember({ notes: { path: elsewhere.storage.get(key) ?? '' }, time: start });
    guide.start();
    expect(seen).toEqual([{ s: 'b' }]);
    expect(page.host.visit.segments()).toEqual(['fan']);
  });
});

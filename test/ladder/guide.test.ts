import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuide } from '../../src/ladder/create-guide.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import type { Slot } from '../../src/ladder/guide.ts';
import type { Ladder } from '../../src/ladder/ladder.ts';
import { act, createBrowser, openPage, shown } from './guide-page.ts';

const start = Date.UTC(2026, 5, 1, 12);
const hours = (count: number) => vi.advanceTimersByTime(count * 3_600_000);

const ladder = defineLadder({
  id: 'b2b',
  goal: 'quote',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust', price: 'Price' } },
    { ask: 'article', kind: 'star-rating.rate' },
    {
      ask: 'checklist',
      kind: 'lead-gate.unlock',
      otherwise: { ask: 'follow', kind: 'follow-link.follow' },
    },
    { ask: 'talk', kind: 'contact-dialog.submit' },
    { ask: 'quote', kind: 'step-form.submit' },
  ],
});

const slot = (key: string, more: Partial<Slot> = {}): Slot => ({ key, asks: undefined, ...more });

function open(page = openPage(), of: Ladder = ladder) {
  const guide = createGuide(of, page.host);
  guide.start();
  return guide;
}

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a guide', () => {
  it('touches neither memory nor visit before it has started', () => {
    const page = openPage();
    const guide = createGuide(ladder, page.host);
    guide.sense({ path: '/', seconds: 3 });
    guide.offer(slot('a'));
    guide.subscribe(() => {});
    guide.explain('hurdle');
    guide.remember({ notes: {}, time: start });
    expect(guide.state()).toMatchObject({ view: 0, decision: { queue: [], isDone: false } });
    expect(guide.state().showings.size).toBe(0);
    expect(page.touched()).toBe(0);
    guide.start();
    expect(shown(guide)).toEqual({ a: 'hurdle' });
    expect(page.touched()).toBeGreaterThan(0);
  });

  it('starts when the provider tells of the visitor’s word', () => {
    const page = openPage();
    const guide = createGuide(ladder, page.host);
    guide.offer(slot('a'));
    page.consent('granted');
    expect(shown(guide)).toEqual({ a: 'hurdle' });
  });

  it('says nothing and keeps nothing for a ladder that is unusable', () => {
    const page = openPage();
    const guide = open(page, { ...ladder, rungs: [] });
    guide.offer(slot('a'));
    expect(act(guide, 'hurdle', 'committed')).toEqual({});
    expect(guide.state().view).toBe(0);
    expect(page.touched()).toBe(0);
  });
});

describe('an event', () => {
  it('of an ask on the ladder carries its rung and the ask that comes after it', () => {
    const guide = open();
    expect(act(guide, 'hurdle', 'seen').ladder).toEqual({ id: 'b2b', rung: 1, of: 5, next: 'article' });
    expect(act(guide, 'hurdle', 'committed').ladder).toEqual({ id: 'b2b', rung: 1, of: 5, next: 'article' });
    expect(act(guide, 'article', 'committed').ladder?.next).toBe('checklist');
    expect(act(guide, 'checklist', 'dismissed').ladder).toEqual({
      id: 'b2b',
      rung: 3,
      of: 5,
      next: 'follow',
    });
    expect(act(guide, 'follow', 'committed').ladder).toMatchObject({ rung: 3 });
  });

  it('that comes often carries what is next at that time', () => {
    const guide = open();
    act(guide, 'hurdle', 'committed');
    act(guide, 'article', 'dismissed');
    expect(act(guide, 'quote', 'progressed').ladder?.next).toBeUndefined();
    hours(1);
    expect(act(guide, 'quote', 'progressed').ladder?.next).toBe('checklist');
    act(guide, 'checklist', 'dismissed');
    expect(act(guide, 'quote', 'progressed').ladder?.next).toBeUndefined();
  });

  it('that comes again carries what another tab has changed meanwhile', () => {
    const browser = createBrowser();
    const guide = open(openPage(browser));
    expect(act(guide, 'hurdle', 'progressed').ladder?.next).toBe('article');
    act(open(openPage(browser)), 'article', 'committed');
    guide.reload();
    expect(act(guide, 'hurdle', 'progressed').ladder?.next).toBe('checklist');
    expect(act(guide, 'hurdle', 'progressed').ladder?.next).toBe('checklist');
  });

  it('of the goal carries no next ask', () => {
    const guide = open();
    for (const ask of ['hurdle', 'article', 'checklist', 'talk']) act(guide, ask, 'committed');
    expect(act(guide, 'quote', 'committed').ladder).toEqual({ id: 'b2b', rung: 5, of: 5 });
    expect(guide.state().decision.isDone).toBe(true);
  });

  it('of another ask carries nothing, and counts for the cooldown all the same', () => {
    const guide = open();
    guide.offer(slot('a', { asks: ['article'] }));
    guide.turn('/next');
    expect(act(guide, 'elsewhere', 'dismissed')).toEqual({});
    guide.turn('/after');
    expect(shown(guide)).toEqual({});
    hours(1);
    guide.sense({});
    expect(shown(guide)).toEqual({ a: 'article' });
  });

  it('carries the variants that the visitor is in', () => {
    const guide = open();
    guide.setVariants({ length: 'short' });
    expect(act(guide, 'elsewhere', 'seen')).toEqual({ experiments: { length: 'short' } });
  });

  it('puts the visitor into segments and takes out of those that an earlier answer wrote', () => {
    const page = openPage();
    const guide = open(page);
    act(guide, 'hurdle', 'committed', { choice: 'Trust' });
    expect(page.host.visit.segments()).toEqual(['trust']);
    act(guide, 'hurdle', 'withdrawn');
    vi.advanceTimersByTime(10);
    act(guide, 'hurdle', 'committed', { choice: 'Price' });
    expect(page.host.visit.segments()).toEqual(['price']);
  });

  it('that changes nothing writes nothing and tells nobody', () => {
    const browser = createBrowser();
    const guide = open(openPage(browser));
    guide.offer(slot('a'));
    act(guide, 'hurdle', 'seen');
    const { writes } = browser;
    const hear = vi.fn();
    guide.subscribe(hear);
    act(guide, 'hurdle', 'started');
    act(guide, 'hurdle', 'progressed');
    act(guide, 'hurdle', 'failed');
    expect(hear).not.toHaveBeenCalled();
    expect(browser.writes).toBe(writes);
  });
});

describe('slots', () => {
  it('have one open ask between them: by order, then as they came', () => {
    const guide = open();
    guide.offer(slot('a', { order: 2 }));
    guide.turn();
    guide.offer(slot('b', { order: 1 }));
    guide.offer(slot('c', { order: 1 }));
    guide.turn();
    expect(shown(guide)).toEqual({ b: 'hurdle' });
  });

  it('get the ask that comes first on the ladder, wherever it can be shown', () => {
    const guide = createGuide(ladder, openPage().host);
    guide.offer(slot('a', { asks: ['article'] }));
    guide.offer(slot('b', { asks: ['hurdle'] }));
    guide.start();
    expect(shown(guide)).toEqual({ b: 'hurdle' });
  });

  it('that come together get the ask as if they had been there at once', () => {
    const guide = open();
    guide.offer(slot('a', { asks: ['checklist', 'quote'] }));
    const leave = guide.offer(slot('b', { order: 2 }));
    guide.offer(slot('c', { order: 1 }));
    expect(shown(guide)).toEqual({ c: 'hurdle' });
    leave();
    guide.offer(slot('d'));
    expect(shown(guide)).toEqual({ d: 'hurdle' });
  });

  it('keep what is open when a better slot comes later, and when the moment changes', async () => {
    const guide = open();
    guide.offer(slot('a', { order: 2 }));
    await Promise.resolve();
    guide.offer(slot('b', { order: 1 }));
    guide.sense({ scroll: 0, device: 'phone' });
    expect(shown(guide)).toEqual({ a: 'hurdle' });
  });

  it('hand on what is open when they go', () => {
    const guide = open();
    const leave = guide.offer(slot('a'));
    guide.offer(slot('b'));
    leave();
    // What has gone may stand there still, out of sight: it is the open one no more.
    expect([...guide.state().showings]).toMatchObject([
      ['a', { ask: 'hurdle', isPassed: true }],
      ['b', { ask: 'hurdle', isPassed: undefined }],
    ]);
  });

  it('have again what they had when they come back in the same page view, unless another ask is open by then', async () => {
    const guide = open();
    const leave = guide.offer(slot('a'));
    act(guide, 'hurdle', 'committed', { choice: 'Trust' });
    expect(shown(guide)).toEqual({ a: 'article after hurdle' });
    leave();
    await Promise.resolve();
    expect(shown(guide)).toEqual({ a: 'article after hurdle' });
    const again = guide.offer(slot('a'));
    expect(shown(guide)).toEqual({ a: 'article after hurdle' });
    expect(guide.state().showings.get('a')?.isPassed).toBeFalsy();
    again();
    vi.advanceTimersByTime(1_000);
    await Promise.resolve();
    guide.offer(slot('b'));
    await Promise.resolve();
    const last = guide.offer(slot('a'));
    expect(shown(guide)).toEqual({ a: 'nothing after hurdle', b: 'article' });
    last();
    guide.turn();
    expect(shown(guide)).toEqual({ b: 'article' });
  });

  it('come back without what the visitor has had forgotten meanwhile', () => {
    const guide = open();
    const leave = guide.offer(slot('a'));
    act(guide, 'hurdle', 'committed', { choice: 'Trust' });
    expect(shown(guide)).toEqual({ a: 'article after hurdle' });
    leave();
    guide.forget();
    guide.offer(slot('a'));
    expect(shown(guide)).toEqual({});
    vi.advanceTimersByTime(1_000);
    guide.sense({ seconds: 1 });
    expect(shown(guide)).toEqual({ a: 'hurdle' });
  });

  it('of an endless feed leave nothing behind that grows', () => {
    const guide = open();
    // One that keeps the open ask, and later none: then it goes from spot to spot.
    const leave = guide.offer(slot('head'));
    for (let nth = 0; nth < 200; nth++) guide.offer(slot(`quiet ${nth}`))();
    expect([...guide.state().showings.keys()]).toEqual(['head']);
    leave();
    for (let nth = 0; nth < 200; nth++) guide.offer(slot(`open ${nth}`))();
    expect(guide.state().showings.size).toBeLessThanOrEqual(100);
    expect(guide.state().showings.has('open 199')).toBe(true);
  });

  it('come back without an ask that was answered meanwhile in another tab', () => {
    const browser = createBrowser();
    const guide = open(openPage(browser));
    const leave = guide.offer(slot('a', { asks: ['hurdle'] }));
    leave();
    act(open(openPage(browser)), 'hurdle', 'committed', { choice: 'Trust' });
    guide.reload();
    guide.offer(slot('a', { asks: ['hurdle'] }));
    expect(shown(guide)).toEqual({});
  });

  it('close an ask that they can show no more', () => {
    const guide = open();
    guide.offer(slot('a', { asks: ['hurdle'] }));
    guide.offer(slot('a', { asks: ['article'] }));
    expect(shown(guide)).toEqual({ a: 'article' });
  });

  it('keep an answered ask and show the next one below it at once', () => {
    const guide = open();
    guide.offer(slot('a'));
    act(guide, 'hurdle', 'seen');
    act(guide, 'hurdle', 'committed', { choice: 'Trust' });
    expect(shown(guide)).toEqual({ a: 'article after hurdle' });
    act(guide, 'article', 'committed');
    expect(shown(guide)).toEqual({ a: 'checklist after article' });
  });

  it('do not take a first step for the answer: a dialog that was opened is not one that was sent', () => {
    const guide = open();
    for (const ask of ['hurdle', 'article', 'checklist']) act(guide, ask, 'committed');
    guide.offer(slot('a', { asks: ['talk'] }));
    act(guide, 'talk', 'committed', {}, 'contact-dialog.open');
    vi.advanceTimersByTime(1_000);
    guide.sense({});
    expect(shown(guide)).toEqual({ a: 'talk' });
    act(guide, 'talk', 'committed');
    expect(shown(guide)).toEqual({ a: 'nothing after talk' });
  });

  it('count a dialog as shown where they show it, not by the button that stands in every head', () => {
    const guide = open();
    for (const ask of ['hurdle', 'article', 'checklist']) act(guide, ask, 'committed');
    act(guide, 'talk', 'seen', {}, 'contact-dialog.open');
    expect(guide.state().history.asks['talk']).toBeUndefined();
    guide.offer(slot('a', { asks: ['talk'] }));
    vi.advanceTimersByTime(1_000);
    guide.sense({});
    act(guide, 'talk', 'seen', {}, 'contact-dialog.open');
    expect(guide.state().history.asks['talk']).toMatchObject({ shown: Date.now(), showings: 1 });
  });

  it('take an ask that was answered before the ladder knew of it for answered, and go on', () => {
    const guide = open();
    guide.offer(slot('a', { asks: ['hurdle', 'article'] }));
    guide.settle('article');
    expect(shown(guide)).toEqual({ a: 'hurdle' });
    guide.settle('hurdle');
    expect(shown(guide)).toEqual({ a: 'article after hurdle' });
    expect(guide.state().history.asks['hurdle']).toMatchObject({ committed: start });
    guide.settle('nobody');
    expect(Object.keys(guide.state().history.asks)).toEqual(['hurdle']);
  });

  it('tell the developer of a rung that waits for the kind of another component', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const guide = open();
    act(guide, 'hurdle', 'committed', {}, 'star-rating.rate');
    act(guide, 'talk', 'committed', {}, 'contact-dialog.open');
    expect(warn.mock.calls.flat()).toEqual([expect.stringContaining('SY-1216')]);
    warn.mockRestore();
  });

  it('show a smaller ask after a no, and nothing larger', () => {
    const guide = open();
    act(guide, 'hurdle', 'committed');
    act(guide, 'article', 'committed');
    vi.advanceTimersByTime(1_000);
    guide.offer(slot('a'));
    guide.offer(slot('b'));
    expect(shown(guide)).toEqual({ a: 'checklist' });
    act(guide, 'checklist', 'dismissed');
    expect(shown(guide)).toEqual({ a: 'follow' });
    act(guide, 'follow', 'dismissed');
    guide.sense({});
    expect(shown(guide)).toEqual({});
  });

  it('leave the next ask to a success view that is about to come', () => {
    const guide = open();
    guide.offer(slot('page'));
    guide.offer(slot('poll', { asks: ['hurdle'], order: -1 }));
    guide.turn();
    expect(shown(guide)).toEqual({ poll: 'hurdle' });
    act(guide, 'hurdle', 'committed');
    expect(shown(guide)).toEqual({ poll: 'nothing after hurdle' });
    expect(guide.wake).toBe(start + 300);
    guide.offer(slot('success', { isReply: true }));
    expect(shown(guide)).toEqual({ poll: 'nothing after hurdle', success: 'article' });
    expect(guide.wake).toBeUndefined();
  });

  it('show the next ask themselves when no success view has come', () => {
    const guide = open();
    guide.offer(slot('page', { asks: ['article'] }));
    guide.turn();
    act(guide, 'hurdle', 'committed');
    guide.turn();
    guide.offer(slot('other', { order: 1 }));
    expect(shown(guide)).toEqual({ page: 'article' });
    act(guide, 'article', 'committed');
    expect(shown(guide)).toEqual({ page: 'nothing after article' });
    vi.advanceTimersByTime(299);
    guide.sense({});
    expect(shown(guide)).toEqual({ page: 'nothing after article' });
    vi.advanceTimersByTime(1);
    guide.sense({});
    expect(shown(guide)).toEqual({ page: 'nothing after article', other: 'checklist' });
  });

  it('wait for a success view no longer because the clock is set back', () => {
    const guide = open();
    guide.offer(slot('poll', { asks: ['hurdle'] }));
    guide.offer(slot('page', { asks: ['article'] }));
    guide.turn();
    act(guide, 'hurdle', 'committed');
    expect(shown(guide)).toEqual({ poll: 'nothing after hurdle' });
    vi.setSystemTime(start - 24 * 3_600_000);
    guide.sense({});
    expect((guide.wake ?? 0) - guide.now()).toBe(300);
    vi.advanceTimersByTime(300);
    guide.sense({});
    expect(shown(guide)).toEqual({ poll: 'nothing after hurdle', page: 'article' });
    expect(guide.explain('article').isNext).toBe(true);
  });

  it('show nothing larger after a no, though the clock was set back since the last yes', () => {
    const guide = open();
    guide.offer(slot('page'));
    act(guide, 'hurdle', 'committed');
    vi.setSystemTime(start - 10 * 60_000);
    act(guide, 'article', 'dismissed');
    expect(shown(guide)).toEqual({ page: 'nothing after hurdle' });
  });

  it('that reply are not held by the cooldown, others are', () => {
    const guide = open(openPage(), { ...ladder, cooldown: { ...ladder.cooldown, committed: 3_600_000 } });
    act(guide, 'hurdle', 'committed');
    vi.advanceTimersByTime(1_000);
    guide.offer(slot('page'));
    expect(shown(guide)).toEqual({});
    expect(guide.wake).toBe(start + 3_600_000);
    guide.offer(slot('reply', { isReply: true }));
    expect(shown(guide)).toEqual({ reply: 'article' });
  });

  it('of different moments wait for a smaller ask of another', () => {
    const moments = defineLadder({
      id: 'moments',
      goal: 'c',
      rungs: [
        { ask: 'a', kind: 'poll.vote', when: { moment: 'know', seconds: 5 } },
        { ask: 'b', kind: 'star-rating.rate', when: { moment: 'buy' } },
        { ask: 'c', kind: 'reactions.react' },
      ],
    });
    const guide = createGuide(moments, openPage().host);
    guide.offer(slot('buy', { moment: 'buy' }));
    guide.offer(slot('know', { moment: 'know', asks: ['a'] }));
    guide.start();
    expect(shown(guide)).toEqual({});
    expect(guide.state().decision.waiting).toBe('a');
    expect(guide.explain('b').isNext).toBe(false);
    expect(guide.explain('b').rules.filter(({ holds }) => !holds)).toMatchObject([
      { rule: 'order', found: 'waits', other: 'a' },
    ]);
    guide.sense({ seconds: 5 });
    expect(shown(guide)).toEqual({ know: 'a' });
    act(guide, 'a', 'committed');
    vi.advanceTimersByTime(300);
    guide.sense({});
    expect(shown(guide)).toEqual({ buy: 'b', know: 'nothing after a' });
  });

  it('show nothing smaller after a yes while something larger can be asked in another of them', () => {
    const guide = open();
    act(guide, 'article', 'committed');
    guide.offer(slot('end', { moment: 'buy', asks: ['checklist'] }));
    guide.offer(slot('thanks', { isReply: true, asks: ['hurdle'] }));
    vi.advanceTimersByTime(300);
    guide.sense({});
    expect(shown(guide)).toEqual({ end: 'checklist' });
    expect(guide.explain('hurdle').rules.filter(({ holds }) => !holds)).toMatchObject([
      { rule: 'climb', found: 'article', other: 'checklist' },
      { rule: 'one-at-a-time' },
    ]);
  });

  it('leave no grade out that can be asked in another of them', () => {
    const guide = open();
    guide.offer(slot('place', { asks: ['checklist'] }));
    guide.offer(slot('end', { moment: 'buy', asks: ['quote'] }));
    act(guide, 'hurdle', 'committed');
    act(guide, 'article', 'committed');
    vi.advanceTimersByTime(300);
    guide.sense({});
    expect(shown(guide)).toEqual({ place: 'checklist' });
    // It rests now, and was said no to once: the quote is still too large.
    act(guide, 'checklist', 'dismissed');
    hours(2);
    guide.sense({});
    expect(shown(guide)).toEqual({});
    expect(guide.explain('quote').rules.filter(({ holds }) => !holds)).toMatchObject([
      { rule: 'step', other: 'checklist' },
    ]);
  });

  it('do not wait for ever for what waits: after 30 seconds the next ask comes, and the other after it', () => {
    const scrolling = defineLadder({
      id: 'scrolling',
      goal: 'c',
      rungs: [
        { ask: 'a', kind: 'poll.vote', when: { scroll: 0.5 } },
        { ask: 'b', kind: 'star-rating.rate' },
        { ask: 'c', kind: 'lead-gate.unlock' },
      ],
    });
    const guide = createGuide(scrolling, openPage().host);
    // The one that waits comes first among the spots, too.
    guide.offer(slot('first', { moment: 'know', asks: ['a'] }));
    guide.offer(slot('second', { moment: 'buy', asks: ['b', 'c'] }));
    guide.start();
    guide.sense({ seconds: 29 });
    expect(shown(guide)).toEqual({});
    guide.sense({ seconds: 30 });
    expect(shown(guide)).toEqual({ second: 'b' });
    guide.sense({ scroll: 0.6 });
    expect(shown(guide)).toEqual({ second: 'b' });
    act(guide, 'b', 'dismissed');
    vi.advanceTimersByTime(3_600_000);
    guide.sense({});
    expect(shown(guide)).toEqual({ first: 'a' });
  });

  it('never show an ask twice: one whose yes was taken back is asked anew where its thanks stood', () => {
    const guide = open();
    guide.offer(slot('a', { asks: ['hurdle'] }));
    act(guide, 'hurdle', 'committed');
    expect(shown(guide)).toEqual({ a: 'nothing after hurdle' });
    vi.advanceTimersByTime(1_000);
    act(guide, 'hurdle', 'withdrawn');
    expect(shown(guide)).toEqual({ a: 'hurdle' });
  });
});

describe('what a server has put into a slot', () => {
  it('holds the place of the next ask until its part of the page is taken over, at most for the page view', () => {
    const guide = createGuide(ladder, openPage().host);
    guide.offer(slot('late', { asks: ['article'], shows: 'article', isPainted: true }));
    guide.offer(slot('early', { asks: ['article'] }));
    guide.start();
    expect(shown(guide)).toEqual({ late: 'article' });
    guide.turn();
    expect(shown(guide)).toEqual({ early: 'article' });
  });

  it('stays when it may still be asked, whatever would come first', () => {
    const guide = createGuide(ladder, openPage().host);
    guide.offer(slot('first'));
    guide.offer(slot('shown', { shows: 'article' }));
    guide.start();
    expect(shown(guide)).toEqual({ shown: 'article' });
  });

  it('goes when the browser knows that it was answered', () => {
    const browser = createBrowser();
    act(open(openPage(browser)), 'hurdle', 'committed');
    hours(1);
    const guide = createGuide(ladder, openPage(browser).host);
    guide.offer(slot('shown', { shows: 'hurdle' }));
    guide.start();
    expect(shown(guide)).toEqual({ shown: 'article' });
  });

  it('counts at the first decision alone', () => {
    const guide = createGuide(ladder, openPage().host);
    guide.offer(slot('shown', { shows: 'article', asks: ['article'] }));
    guide.start();
    guide.offer(slot('shown', { shows: 'article' }));
    guide.turn();
    expect(shown(guide)).toEqual({ shown: 'hurdle' });
  });
});

describe('a spot that was left behind', () => {
  /** Two spots, of which the first has the first ask, seen and left behind. */
  function leave(...keys: string[]) {
    const guide = open();
    for (const key of ['a', 'b', 'c']) guide.offer(slot(key));
    act(guide, 'hurdle', 'seen');
    guide.pass(keys);
    return guide;
  }

  it('keeps its ask, while another spot has the next of that size', () => {
    const guide = leave('a');
    expect(shown(guide)).toEqual({ a: 'hurdle', b: 'article' });
    expect(guide.state().showings.get('a')).toMatchObject({ ask: 'hurdle', isPassed: true });
    expect(guide.state().decision).toMatchObject({ next: 'article' });
    expect(guide.explain('hurdle').rules.filter(({ holds }) => !holds)).toMatchObject([
      { rule: 'passed' },
      { rule: 'one-at-a-time', other: 'article' },
    ]);
  });

  it('gets no ask itself, nor do those that were left behind with it', () => {
    expect(shown(leave('a', 'b'))).toEqual({ a: 'hurdle', c: 'article' });
  });

  it('leads to nothing larger without a yes, whatever other spots have', () => {
    const large = open();
    large.offer(slot('a'));
    large.offer(slot('b', { asks: ['quote'] }));
    act(large, 'hurdle', 'seen');
    large.pass(['a']);
    expect(shown(large)).toEqual({ a: 'hurdle' });
    const guide = leave('a');
    guide.pass(['b']);
    expect(shown(guide)).toEqual({ a: 'hurdle', b: 'article' });
    expect(guide.state().decision.next).toBeUndefined();
  });

  it('answers as ever: the thanks come there, and the next ask where the open one is', () => {
    const guide = leave('a');
    act(guide, 'hurdle', 'committed');
    expect(shown(guide)).toEqual({ a: 'nothing after hurdle', b: 'article' });
    act(guide, 'article', 'committed');
    expect(shown(guide)).toEqual({ a: 'nothing after hurdle', b: 'checklist after article' });
  });

  it('has the next ask below its thanks when no other is open', () => {
    const guide = open();
    guide.offer(slot('a'));
    guide.offer(slot('b', { asks: ['quote'] }));
    act(guide, 'hurdle', 'seen');
    guide.pass(['a']);
    expect(shown(guide)).toEqual({ a: 'hurdle' });
    act(guide, 'hurdle', 'committed');
    expect(shown(guide)).toEqual({ a: 'article after hurdle' });
  });

  it('takes the same ask to no other spot, and is like any other in the next page view', () => {
    const guide = leave('a');
    act(guide, 'article', 'committed');
    guide.turn('/next');
    expect(shown(guide)).toEqual({ a: 'checklist' });
    expect(guide.state().showings.get('a')?.isPassed).toBeFalsy();
  });

  it('does not say which ask comes next in an event', () => {
    const guide = leave('a');
    expect(act(guide, 'article', 'seen').ladder?.next).toBe('hurdle');
  });
});

describe('a page view', () => {
  it('ends what was open and answered, and begins seconds and scrolling anew', () => {
    const waiting = defineLadder({
      id: 'waiting',
      goal: 'b',
      rungs: [
        { ask: 'a', kind: 'poll.vote', when: { seconds: 5, scroll: 0.5 } },
        { ask: 'b', kind: 'star-rating.rate' },
      ],
    });
    const guide = open(openPage(), waiting);
    guide.offer(slot('a'));
    guide.sense({ seconds: 5, scroll: 0.6, device: 'phone', path: '/one' });
    guide.sense({ scroll: 0.1 });
    expect(shown(guide)).toEqual({ a: 'a' });
    guide.turn('/two');
    expect(shown(guide)).toEqual({});
    expect(guide.state()).toMatchObject({ view: 2, decision: { waiting: 'a' } });
    guide.sense({ seconds: 5 });
    expect(shown(guide)).toEqual({});
    guide.sense({ scroll: 0.5 });
    expect(shown(guide)).toEqual({ a: 'a' });
  });

  it('has the path without its query', () => {
    const pages = defineLadder({
      id: 'pages',
      goal: 'b',
      rungs: [
        { ask: 'a', kind: 'poll.vote', when: { page: '/two' } },
        { ask: 'b', kind: 'star-rating.rate' },
      ],
    });
    const guide = open(openPage(), pages);
    guide.offer(slot('s', { asks: ['a'] }));
    guide.sense({ path: '/one' });
    expect(shown(guide)).toEqual({});
    guide.turn('/two');
    expect(shown(guide)).toEqual({ s: 'a' });
  });

  it.each([
    ['before', true],
    ['after', false],
  ])('lets a spot of the new page that comes %s it go before one that stays', async (_when, isBefore) => {
    const guide = open();
    guide.offer(slot('foot', { order: 1 }));
    const leave = guide.offer(slot('one'));
    expect(shown(guide)).toEqual({ one: 'hurdle' });
    await Promise.resolve();
    leave();
    if (isBefore) guide.offer(slot('two'));
    guide.turn('/two');
    if (!isBefore) guide.offer(slot('two'));
    expect(shown(guide)).toEqual({ two: 'hurdle' });
  });

  it('after a reload shows what was seen already, and counts no second showing', () => {
    const browser = createBrowser();
    for (let i = 0; i < 6; i++) {
      const guide = open(openPage(browser));
      guide.offer(slot('a'));
      expect(shown(guide)).toEqual({ a: 'hurdle' });
      act(guide, 'hurdle', 'seen');
      expect(guide.state().history.asks['hurdle']?.showings).toBe(1);
      vi.advanceTimersByTime(60_000);
    }
  });
});

describe('explain', () => {
  it('agrees with what is shown, for every ask', () => {
    const guide = open();
    guide.offer(slot('a'));
    const isNext = () => ladder.rungs.filter(({ ask }) => guide.explain(ask).isNext).map(({ ask }) => ask);
    expect(isNext()).toEqual(['hurdle']);
    act(guide, 'hurdle', 'committed');
    expect(isNext()).toEqual(['article']);
    expect(guide.explain('talk').rules.find(({ rule }) => rule === 'one-at-a-time')).toMatchObject({
      holds: false,
      other: 'article',
    });
    expect(guide.explain('elsewhere')).toMatchObject({ isNext: false });
  });

  it('says that a success view may still come, as long as the page waits for it', () => {
    const guide = open();
    guide.offer(slot('poll', { asks: ['hurdle'] }));
    guide.offer(slot('page', { asks: ['article'] }));
    act(guide, 'hurdle', 'committed');
    expect(shown(guide)).toEqual({ poll: 'nothing after hurdle' });
    expect(guide.explain('article')).toMatchObject({ isNext: false });
    expect(guide.explain('article').rules.filter(({ holds }) => !holds)).toMatchObject([
      { rule: 'cooldown', until: start + 300 },
    ]);
    vi.advanceTimersByTime(300);
    guide.sense({});
    expect(shown(guide)).toMatchObject({ page: 'article' });
    expect(guide.explain('article').isNext).toBe(true);
  });

  it('says of an ask that no slot can show that it is not offered', () => {
    const guide = open();
    guide.offer(slot('a', { asks: ['article'] }));
    expect(guide.explain('hurdle').rules.find(({ rule }) => rule === 'offered')).toMatchObject({
      holds: false,
    });
  });
});

describe('time travel', () => {
  it('moves the clock of the guide, and back', () => {
    const guide = open();
    guide.offer(slot('a', { asks: ['hurdle'] }));
    act(guide, 'hurdle', 'dismissed');
    expect(shown(guide)).toEqual({});
    hours(1);
    guide.travel(15 * 24 * 3_600_000 - 3_600_000);
    expect(guide.now()).toBe(start + 15 * 24 * 3_600_000);
    expect(shown(guide)).toEqual({ a: 'hurdle' });
    guide.travel(0);
    expect(guide.now()).toBe(start + 3_600_000);
  });

  it('looks into the past, and changes nothing of what was done', () => {
    const guide = open();
    act(guide, 'hurdle', 'committed');
    const { asks } = guide.state().history;
    guide.travel(-3 * 24 * 3_600_000);
    guide.start();
    act(guide, 'article', 'seen');
    guide.travel(0);
    expect(guide.state().history.asks).toMatchObject(asks);
  });
});

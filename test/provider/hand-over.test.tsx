// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { type CommitHandle, useCommit } from 'smallyes/provider';
import { recordOrder } from 'smallyes/server';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { makeCollector } from '../server/collector.support.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

type Handle = CommitHandle<'checkout.purchase'>;

/** A page with a "buy now" of the developer's own. */
function visitPage(consent?: object, id = 'buy-now', placement?: string) {
  const recorder = createRecorder({ keepMemory: true });
  let handle!: Handle;
  const Page = () => {
    handle = useCommit('checkout.purchase', { id, placement, worth: { amount: 49, currency: 'EUR' } });
    return null;
  };
  const tree = (consent?: object) => (
    <recorder.Provider {...(consent ? { consent } : {})}>
      <Page />
    </recorder.Provider>
  );
  const { rerender, unmount } = render(tree(consent));
  return { recorder, handle, say: (word: object) => rerender(tree(word)), leave: () => act(unmount) };
}

const report = (handOver: string) => ({
  order: 'A-1042',
  value: { amount: 49, currency: 'EUR' },
  time: Date.now(),
  handOver,
});

describe('a purchase without a component', () => {
  it.each(['page', 'server'])('counts once when the %s is first', async (first) => {
    const { collector, rows } = makeCollector({ now: Date.now });
    const { recorder, handle } = visitPage();
    handle.start();
    const handOver = handle.handOver();
    const tell = {
      server: () => recordOrder(collector, report(handOver)),
      async page() {
        handle.commit({ order: 'A-1042' });
        expect((await collector.record(recorder.events)).rejected).toEqual([]);
      },
    };
    await tell[first as 'page']();
    await tell.page();
    expect(await tell.server()).toMatchObject({ status: 'known', isAttached: true });
    const bought = [...rows.values()].filter(({ phase }) => phase === 'committed');
    expect(bought.map(({ attempt, amount }) => [attempt, amount])).toEqual([
      [recorder.events[0]?.attempt, 49],
    ]);
  });

  it('is confirmed on the page that the payment service returns to, under the same attempt', () => {
    const first = visitPage();
    first.handle.commit({ order: 'A-1042' });
    const handOver = first.handle.handOver();
    first.leave();
    const second = visitPage();
    expect(second.handle.takeOver(handOver)).toBe(true);
    second.handle.confirm({ order: 'A-1042' });
    expect(second.recorder.phases()).toEqual(['checkout.purchase confirmed']);
    expect(second.recorder.events[0]?.attempt).toBe(first.recorder.events[0]?.attempt);
    // A page that is loaded twice says the same thing, by its id.
    const third = visitPage();
    third.handle.takeOver(handOver);
    third.handle.confirm({ order: 'A-1042' });
    expect(third.recorder.events[0]?.id).toBe(second.recorder.events[0]?.id);
  });

  it('is the same order where the page calls it by a number', async () => {
    const { collector } = makeCollector({ now: Date.now });
    const { recorder, handle } = visitPage();
    handle.start();
    const told = { ...report(handle.handOver()), order: '1042' };
    handle.commit({ order: 1042 as never });
    expect(recorder.commitments[0]?.data).toEqual({ order: '1042' });
    expect((await collector.record(recorder.events)).rejected).toEqual([]);
    expect(await recordOrder(collector, told)).toMatchObject({ status: 'known', isAttached: true });
  });

  it('keeps the usual id where the order has no number, and where the kind is no order', () => {
    const { recorder, handle } = visitPage();
    handle.commit({});
    const [{ id, attempt } = { id: '', attempt: '' }] = recorder.commitments;
    expect(id.slice(0, 28)).not.toBe(attempt.slice(0, 28));
  });
});

describe('the hand-over', () => {
  it('names the visitor only where analytics and functional are granted', () => {
    const known = JSON.parse(visitPage().handle.handOver());
    expect(known.visitor.id).toMatch(/^[\da-f-]{36}$/);
    const consent = { analytics: true, functional: false, advertising: false };
    const unknown = JSON.parse(visitPage(consent).handle.handOver());
    expect(unknown).not.toHaveProperty('visitor');
    expect(unknown.consent).toEqual({ analytics: 'granted', advertising: 'denied', functional: 'denied' });
  });

  it('is of the session that events after a late consent are of, too', () => {
    const all = { analytics: true, functional: true };
    const first = visitPage(all);
    first.handle.start();
    first.leave();
    const { recorder, handle, say } = visitPage({});
    const { session } = JSON.parse(handle.handOver());
    say(all);
    handle.commit({ order: 'A-1042' });
    expect(recorder.commitments[0]?.session.id).toBe(session.id);
  });

  it('names the ask as its events do, with a place that is cut where it is too long', async () => {
    const { collector } = makeCollector({ now: Date.now });
    const { recorder, handle } = visitPage({}, 'buy-now', 'x'.repeat(140));
    handle.start();
    const handOver = handle.handOver();
    expect(JSON.parse(handOver).ask).toEqual(recorder.events[0]?.ask);
    expect(await recordOrder(collector, report(handOver))).toMatchObject({ isAttached: true });
  });

  it('is of one ask: another does not take it', () => {
    expectConsole('warn', 'SY-1543');
    const handOver = visitPage().handle.handOver();
    const { handle, recorder } = visitPage(undefined, 'another');
    expect(handle.takeOver(handOver)).toBe(false);
    handle.start();
    expect(recorder.events[0]?.attempt).not.toBe(JSON.parse(handOver).attempt);
  });

  it.each([{}, { ask: null }, { ask: 'buy-now' }])(
    'that a stranger wrote, with %j in it, is none',
    (more) => {
      expectConsole('warn', 'SY-1543');
      const { handle } = visitPage();
      const text = JSON.stringify({ ...JSON.parse(handle.handOver()), ask: undefined, ...more });
      expect(handle.takeOver(text)).toBe(false);
    },
  );

  it.each([null, undefined, ''])('that is %j is none, and says nothing', (text) => {
    expect(visitPage().handle.takeOver(text)).toBe(false);
  });
});

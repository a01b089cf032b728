// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { setEmitting, type Tracker } from 'smallyes/events';
import { CommitmentProvider, type Commitments, type ConsentInput, useCommitments } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

let commitments: Commitments;
function Grip() {
  commitments = useCommitments();
  return null;
}

const paint = () => vi.advanceTimersByTime(50);

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  setEmitting(true);
  vi.useRealTimers();
});

describe('identify', () => {
  it('joins the visitor to a known one in every tracker, in its place among the events', () => {
    const order: string[] = [];
    const tracker: Tracker = {
      name: 'spy',
      track: ({ ask, phase }) => void (phase === 'committed' && order.push(ask.id)),
      identify: ({ userId, traits }) => void order.push(`${userId} ${JSON.stringify(traits)}`),
    };
    const silent = { name: 'cannot', track() {} };
    const outer = createSpy('outer');
    render(
      <CommitmentProvider trackers={[outer.tracker]}>
        <CommitmentProvider trackers={[silent, tracker]}>
          <Grip />
          <Vote id="a" />
          <Vote id="b" />
        </CommitmentProvider>
      </CommitmentProvider>,
    );
    vote('a');
    commitments.identify('u-7', { plan: 'team' });
    vote('b');
    expect(order).toEqual([]);
    paint();
    expect(order).toEqual(['a', 'u-7 {"plan":"team"}', 'b']);
    expect(outer.identities).toEqual([
      { userId: 'u-7', visitorId: outer.events[0]?.visitor?.id, traits: { plan: 'team' } },
    ]);
  });

  it.each([{ analytics: true, functional: false }, { analytics: true }])(
    'gives no visitor id without consent to remember: %o',
    (consent) => {
      const { tracker, identities } = createSpy();
      render(
        <CommitmentProvider trackers={[tracker]} consent={consent}>
          <Grip />
        </CommitmentProvider>,
      );
      commitments.identify('u-7');
      paint();
      expect(identities).toEqual([{ userId: 'u-7' }]);
    },
  );

  it('waits for consent as events do', () => {
    const { tracker, identities } = createSpy();
    const tree = (analytics: boolean | null) => (
      <CommitmentProvider trackers={[tracker]} consent={{ analytics }}>
        <Grip />
      </CommitmentProvider>
    );
    const { rerender } = render(tree(null));
    commitments.identify('u-7');
    paint();
    expect(identities).toEqual([]);
    rerender(tree(true));
    paint();
    expect(identities).toHaveLength(1);
  });

  it('is dropped by a no for good, until it is said again: for trackers of that purpose, those too that come later', () => {
    const [first, late, other] = [createSpy('first'), createSpy('late'), createSpy('other')];
    const tree = (analytics: boolean | null, ...trackers: Tracker[]) => (
      <CommitmentProvider trackers={trackers} consent={{ analytics, advertising: true }}>
        <Grip />
      </CommitmentProvider>
    );
    const { rerender } = render(tree(null, first.tracker));
    commitments.identify('u-7');
    rerender(tree(false, first.tracker));
    paint();
    const pixel: Tracker = { ...other.tracker, purpose: 'advertising' };
    rerender(tree(true, first.tracker, late.tracker, pixel));
    paint();
    const heard = () => [first, late, other].map(({ identities }) => identities.length);
    expect(heard()).toEqual([0, 0, 1]);
    commitments.identify('u-7');
    paint();
    expect(heard()).toEqual([1, 1, 2]);
  });

  it('is dropped under a no, too, for trackers that come with a later yes', () => {
    const [first, late] = [createSpy('first'), createSpy('late')];
    const tree = (analytics: boolean, ...trackers: Tracker[]) => (
      <CommitmentProvider trackers={trackers} consent={{ analytics }}>
        <Grip />
      </CommitmentProvider>
    );
    const { rerender } = render(tree(false, first.tracker));
    commitments.identify('u-7');
    rerender(tree(true, first.tracker, late.tracker));
    paint();
    expect([first.identities, late.identities]).toEqual([[], []]);
  });

  it('names the visitor as soon as consent allows it, even when asked to before', () => {
    const { tracker, identities } = createSpy();
    let visitorId: string | undefined;
    const tree = (consent: ConsentInput, id: string) => (
      <CommitmentProvider
        trackers={[tracker]}
        consent={consent}
        onCommit={({ visitor }) => {
          visitorId = visitor?.id;
        }}
      >
        <Grip />
        <Vote id={id} />
      </CommitmentProvider>
    );
    const { rerender } = render(tree({}, 'a'));
    vote('a');
    commitments.identify('u-7');
    expect(visitorId).toBeUndefined();
    rerender(tree({ analytics: true, functional: true }, 'b'));
    vote('b');
    paint();
    expect(visitorId).toBeTypeOf('string');
    expect(identities).toEqual([{ userId: 'u-7', visitorId }]);
  });

  it('reaches a tracker that comes later, once, and before the events that it missed', () => {
    const order: string[] = [];
    const tracker: Tracker = {
      name: 'late',
      track: ({ phase }) => void order.push(phase),
      identify: ({ userId }) => void order.push(userId),
    };
    const tree = (trackers: Tracker[]) => (
      <CommitmentProvider trackers={trackers}>
        <Grip />
        <Vote />
      </CommitmentProvider>
    );
    const { rerender } = render(tree([]));
    vote();
    commitments.identify('u-7');
    rerender(tree([tracker]));
    paint();
    rerender(tree([tracker]));
    paint();
    expect(order).toEqual(['u-7', 'seen', 'started', 'committed']);
  });

  it.each([
    { through: 'any number of events', time: 1, votes: 40, events: 100 },
    { through: 'any time', time: 31 * 60_000, votes: 1, events: 3 },
  ])('waits for consent through $through', ({ time, votes, events }) => {
    expectConsole('warn', 'SY-111 The tracker "spy" lost events that waited for consent.');
    const order: string[] = [];
    const tracker: Tracker = {
      name: 'spy',
      track: ({ ask }) => void order.push(ask.id),
      identify: ({ userId }) => void order.push(userId),
    };
    const ids = Array.from({ length: votes }, (_, nth) => `ask-${nth}`);
    const tree = (consent: ConsentInput) => (
      <CommitmentProvider consent={consent} trackers={[tracker]}>
        <Grip />
        {['early', ...ids].map((id) => (
          <Vote key={id} id={id} />
        ))}
      </CommitmentProvider>
    );
    const { rerender } = render(tree({}));
    vote('early');
    commitments.identify('u-7');
    vi.advanceTimersByTime(time);
    for (const id of ids) vote(id);
    rerender(tree({ analytics: true }));
    paint();
    expect(order[0]).toBe('u-7');
    expect(order).toHaveLength(1 + events);
    expect(order.at(-1)).toBe(ids.at(-1));
  });

  it('is nothing while all is switched off, not even for a tracker that comes later', () => {
    const one = createSpy('one');
    const late = createSpy('late');
    const tree = (disabled: boolean, trackers: Tracker[]) => (
      <CommitmentProvider disabled={disabled} trackers={trackers}>
        <Grip />
      </CommitmentProvider>
    );
    const { rerender } = render(tree(true, [one.tracker]));
    commitments.identify('u-1');
    rerender(tree(false, [one.tracker]));
    setEmitting(false);
    commitments.identify('u-2');
    setEmitting(true);
    rerender(tree(false, [one.tracker, late.tracker]));
    paint();
    expect([...one.identities, ...late.identities]).toEqual([]);
  });
});

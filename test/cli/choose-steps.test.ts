import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { chooseSteps } from '../../src/cli/choose-steps.ts';

type Kind =
  | 'poll.vote'
  | 'quiz.complete'
  | 'lead-gate.unlock'
  | 'callback-request.request'
  | 'contact-dialog.open'
  | 'contact-dialog.submit'
  | 'checkout.purchase';
type Yes = readonly [kind: Kind, more?: object];

/** Visitors who each give these yeses, a minute apart. */
function logOf(...visitors: readonly (readonly Yes[])[]): CommitmentEvent[] {
  return visitors.flatMap((yeses, who) =>
    yeses.map(
      ([kind, more], at) =>
        commitmentFixture(kind, {
          visitor: { id: `visitor-${who}`, isNew: true, segments: [] },
          time: who * 86_400_000 + at * 60_000,
          ...more,
        }) as CommitmentEvent,
    ),
  );
}
const times = (n: number, ...yeses: readonly Yes[]) => Array.from({ length: n }, () => yeses);

async function choose(events: readonly CommitmentEvent[], given?: Kind | `${Kind}:${string}`) {
  async function* all() {
    yield* events;
  }
  const chosen = await chooseSteps(all(), given);
  return chosen && { ...chosen, about: [chosen.aboutGoal, ...chosen.aboutSteps].join('\n') };
}

describe('the steps that a report chooses', () => {
  it('are what half of those who reached the goal gave before it, in the usual order, of any size', async () => {
    const chosen = await choose(
      logOf(
        ...times(30, ['quiz.complete'], ['poll.vote'], ['callback-request.request'], ['checkout.purchase']),
        ...times(10, ['poll.vote'], ['quiz.complete'], ['checkout.purchase'], ['lead-gate.unlock']),
        // Gave a lot and never bought: they say nothing of the way there.
        ...times(90, ['lead-gate.unlock']),
      ),
      'checkout.purchase',
    );
    expect(chosen?.steps).toEqual([
      'quiz.complete',
      'poll.vote',
      'callback-request.request',
      'checkout.purchase',
    ]);
    expect(chosen?.about).toContain('at least half of the 40 who reached it');
    expect(chosen?.about).toMatch(/callback-request\.request\s+75 %/);
    expect(chosen?.about).toMatch(/left out.*\n\s+lead-gate\.unlock\s+0 %/);
  });

  it('know what was given before the visitor was known', async () => {
    const log = logOf(...times(40, ['quiz.complete'], ['poll.vote'], ['checkout.purchase'])).map(
      (event, at) => ({
        ...event,
        session: { id: `session-${Math.floor(at / 3)}`, n: 1 },
        ...(event.kind !== 'checkout.purchase' && { visitor: undefined }),
      }),
    );
    for (const events of [log, log.toReversed()] as CommitmentEvent[][])
      for (const given of [undefined, 'checkout.purchase'] as const) {
        const chosen = await choose(events, given);
        expect(chosen?.steps).toEqual(['quiz.complete', 'poll.vote', 'checkout.purchase']);
        expect(chosen?.about).toContain('at least half of the 40 who reached it');
      }
  });

  it('are none where there is no other yes', async () => {
    const chosen = await choose(logOf(...times(40, ['checkout.purchase'])));
    expect(chosen?.steps).toEqual(['checkout.purchase']);
    expect(chosen?.about).toContain('it has no steps');
  });

  it('are one of each smaller size, where there is no way that half went', async () => {
    const alone = await choose(
      logOf(...times(40, ['checkout.purchase']), ...times(9, ['poll.vote'], ['checkout.purchase'])),
    );
    expect(alone?.steps).toEqual(['poll.vote', 'checkout.purchase']);
    expect(alone?.about).toContain('by half of the 49 who reached it');
  });

  it('are the rungs of its ladder, whatever else was given more, two asks of a kind as two steps', async () => {
    const rung = (rung: number, id = 'shop') => ({ ladder: { id, rung, of: 4 } });
    const chosen = await choose(
      logOf(
        ...times(
          40,
          ['quiz.complete'],
          ['poll.vote', { ask: { id: 'b' }, ...rung(2) }],
          ['poll.vote', { ask: { id: 'a' }, ...rung(1) }],
          ['lead-gate.unlock', rung(3)],
          ['checkout.purchase', rung(4)],
        ),
        ...times(90, ['quiz.complete', rung(1, 'blog')], ['poll.vote', rung(2, 'blog')]),
      ),
    );
    expect(chosen?.steps).toEqual(['poll.vote:a', 'poll.vote:b', 'lead-gate.unlock', 'checkout.purchase']);
    expect(chosen?.about).toContain('rungs of the ladder "shop"');
    expect(chosen?.about).toMatch(/left out, because they are on no rung below it:\n\s+quiz\.complete/);
  });

  it('have the smaller yes of an ask with two before the larger one, whichever comes first in the events', async () => {
    const talk = (rung: number) => ({ ask: { id: 'talk' }, ladder: { id: 'shop', rung, of: 2 } });
    const chosen = await choose(
      logOf(
        [['contact-dialog.submit', talk(1)]],
        [
          ['contact-dialog.open', talk(1)],
          ['contact-dialog.submit', talk(1)],
          ['checkout.purchase', { ladder: { id: 'shop', rung: 2, of: 2 } }],
        ],
      ),
    );
    expect(chosen?.steps).toEqual(['contact-dialog.open', 'contact-dialog.submit', 'checkout.purchase']);
  });

  it('are one of each smaller size, the most given, where few reached the goal', async () => {
    const chosen = await choose(
      logOf(
        ...times(3, ['poll.vote'], ['lead-gate.unlock'], ['callback-request.request']),
        ...times(2, ['quiz.complete'], ['checkout.purchase']),
      ),
    );
    // Both are of the largest size: the one that more gave.
    expect(chosen?.goal).toBe('callback-request.request');
    expect(chosen?.steps).toEqual(['poll.vote', 'lead-gate.unlock', 'callback-request.request']);
    expect(chosen?.about).toContain('fewer: checkout.purchase 2');
    expect(chosen?.about).toContain('Fewer than 30');
    expect(chosen?.about).toMatch(/left out, because.*\n.*checkout\.purchase/);
    expect(chosen?.about).toMatch(/quiz\.complete\s+size 1, given 2 times/);
  });

  it('take a goal of one ask by that ask alone, and an exposure for no yes', async () => {
    const events = logOf(
      ...times(30, ['poll.vote'], ['lead-gate.unlock', { ask: { id: 'a' } }]),
      ...times(90, ['quiz.complete'], ['lead-gate.unlock', { ask: { id: 'b' } }]),
    );
    expect((await choose(events, 'lead-gate.unlock:a'))?.steps).toEqual(['poll.vote', 'lead-gate.unlock:a']);
    expect((await choose(events, 'lead-gate.unlock:b'))?.steps).toEqual([
      'quiz.complete',
      'lead-gate.unlock:b',
    ]);
    const exposure = commitmentFixture('experiment.expose', { phase: 'committed' }) as CommitmentEvent;
    expect(await choose([exposure])).toBeUndefined();
    expect((await choose(events, 'checkout.purchase'))?.steps).toContain('checkout.purchase');
  });
});

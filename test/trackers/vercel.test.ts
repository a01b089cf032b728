// @vitest-environment jsdom
import * as vercelAnalytics from '@vercel/analytics';
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type VercelOptions, vercel } from 'smallyes/trackers/vercel';
import { describe, expect, it, vi } from 'vitest';
import { everyCommitment, kinds } from './queue-events.ts';
import { commandStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { vercelProblems } from './vendor-limits.ts';

const va = () => commandStub('va');
const sent = (event: CommitmentEvent, options?: VercelOptions) =>
  sentBy(va(), vercel(undefined, options), [event]);
const many = [
  'event_id',
  'ask_id',
  'choice',
  'long',
  'segments',
  'ask_placement',
  'page_path',
  'grade',
  'kind',
  'seq',
];

describeQueueAdapter({
  make: (options) => vercel(undefined, { properties: many.slice(0, 8), ...options }),
  stub: va,
  name: 'vercel',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: vercelProblems,
  canIdentify: false,
});

describe('the events of Vercel', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    expect(sent(event)).toEqual([
      ['event', { name: kind, data: { ask_id: event.ask.id, ask_placement: 'article' } }],
    ]);
  });

  it('carry the properties that the plan has room for, in the order named', () => {
    const event = commitmentFixture('poll.vote');
    const [call] = sent(event, { properties: ['choice', 'segments', 'event_id', 'missing'] });
    expect(call?.[1]).toEqual({
      name: 'poll.vote',
      data: { choice: 'Trust', segments: 'hurdle:trust', event_id: event.id },
    });
  });

  it('follow the developer, whose properties come first', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': 'Vote' } })[0]?.[1]).toMatchObject({ name: 'Vote' });
    expect(sent(vote, { events: { 'poll.vote': false } })).toEqual([]);
    const mapped = { name: 'Vote', properties: { topic: 'shop' } };
    const [call] = sent(vote, { events: { 'poll.vote': () => mapped } });
    expect(Object.keys((call as [string, { data: object }])[1].data)).toEqual([
      'topic',
      'ask_id',
      'ask_placement',
    ]);
  });

  it('that Vercel would cut or refuse are made to fit, and reported', () => {
    const queue = va();
    install(queue);
    const properties = { nested: { a: 1 }, long: 'x'.repeat(300), list: [1, 2] };
    const events = { 'poll.vote': { name: 'Vote', properties }, 'star-rating.rate': 'v'.repeat(256) };
    const { tracker, texts } = connected(vercel(undefined, { properties: many, events }));
    tracker.track(commitmentFixture('poll.vote'));
    tracker.track(commitmentFixture('star-rating.rate'));
    expect(queue.calls).toHaveLength(1);
    expect(vercelProblems(queue.calls)).toEqual([]);
    expect(queue.calls[0]?.[1]).toMatchObject({ data: { long: 'x'.repeat(255), list: '1,2' } });
    expect(texts()).toEqual([
      expect.stringMatching(/SY-1003 .*: nested, long, .*kind, seq/),
      expect.stringMatching(/SY-1004/),
    ]);
  });
});

describe('the module @vercel/analytics', () => {
  it('is waited for until it has been injected, because it forgets what comes before', () => {
    vi.useFakeTimers();
    const queue = va();
    vi.stubGlobal('va', undefined);
    const { tracker, report } = connected(vercel(vercelAnalytics));
    tracker.track(commitmentFixture('poll.vote'));
    install(queue);
    vi.advanceTimersByTime(400);
    vi.useRealTimers();
    expect(queue.calls).toEqual([
      [
        'event',
        {
          name: 'poll.vote',
          data: { ask_id: 'biggest-hurdle', ask_placement: 'article' },
          options: undefined,
        },
      ],
    ]);
    expect(report).not.toHaveBeenCalled();
  });

  it('is told from what is not it', () => {
    // @ts-expect-error: no such method
    expect(vercel({ trackEvent: () => undefined }).name).toBe('vercel');
  });
});

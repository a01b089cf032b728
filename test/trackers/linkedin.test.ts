import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type LinkedinOptions, linkedin } from 'smallyes/trackers/linkedin';
import { describe, expect, it } from 'vitest';
import { everyCommitment, kinds } from './queue-events.ts';
import { commandStub } from './queue-stubs.ts';
import { describeQueueAdapter, sentBy } from './queue-suite.ts';
import { linkedinProblems } from './vendor-limits.ts';

const lintrk = () => commandStub('lintrk');
const all = Object.fromEntries(kinds.map((kind, i) => [kind, 1_000 + i])) as LinkedinOptions['conversions'];

describeQueueAdapter({
  make: (options) => linkedin({ conversions: all, ...options }),
  stub: lintrk,
  name: 'linkedin',
  purpose: 'advertising',
  takes: everyCommitment,
  problems: linkedinProblems,
  hasPhases: false,
  canIdentify: false,
});

describe('the conversions of LinkedIn', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    expect(sentBy(lintrk(), linkedin({ conversions: { [kind]: 7 } }), [event])).toEqual([
      ['track', { conversion_id: 7, event_id: event.id }],
    ]);
  });

  it('are the named kinds alone', () => {
    expect(sentBy(lintrk(), linkedin({ conversions: {} }), everyCommitment)).toEqual([]);
  });

  it('tell asks of one kind apart by a function', () => {
    const conversions: LinkedinOptions['conversions'] = {
      'contact-dialog.submit': ({ ask }) => (ask.id === 'talk' ? 7 : undefined),
    };
    const events = [
      commitmentFixture('contact-dialog.submit'),
      commitmentFixture('contact-dialog.submit', { ask: { id: 'other' } }),
    ];
    expect(sentBy(lintrk(), linkedin({ conversions }), events)).toHaveLength(1);
  });
});

it('takes numbers for rules, as LinkedIn does', () => {
  // @ts-expect-error: a rule is a number
  expect(linkedin({ conversions: { 'poll.vote': '7' } }).name).toBe('linkedin');
});

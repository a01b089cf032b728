import type { CommitmentEvent, Consent, ConsentState, Tracker, TrackerHost } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { clarity } from 'smallyes/trackers/clarity';
import { ga4 } from 'smallyes/trackers/ga4';
import { googleAds } from 'smallyes/trackers/google-ads';
import { linkedin } from 'smallyes/trackers/linkedin';
import { metaPixel } from 'smallyes/trackers/meta-pixel';
import { mixpanel } from 'smallyes/trackers/mixpanel';
import { snowplow } from 'smallyes/trackers/snowplow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

const report = vi.fn<TrackerHost['report']>();
const calls: unknown[][] = [];
let word: ConsentState = 'granted';

beforeEach(() => {
  word = 'granted';
  calls.length = 0;
  report.mockReset();
  forgetMessages();
  vi.useFakeTimers();
  for (const name of ['gtag', 'lintrk', 'clarity', 'fbq'])
    vi.stubGlobal(name, (...call: unknown[]) => void calls.push(call));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const connected = (tracker: Tracker) => {
  tracker.connect?.({ consent: () => word, report });
  return tracker;
};
const names = () => calls.flatMap(([command, name]) => (command === 'event' ? [name] : []));

describe('a client that is none', () => {
  it.each([
    ['mixpanel', () => mixpanel('TOKEN' as never)],
    ['snowplow', () => snowplow(1 as never)],
  ])('is told to whoever passes it to %s, without its text, and nothing else is thrown', (name, make) => {
    expectConsole('warn', `SY-1005 The tracker "${name}" was given`);
    const tracker = connected(make());
    for (let i = 0; i < 3; i++) tracker.track(commitmentFixture('poll.vote'));
    expect(consoleOutput()).toHaveLength(1);
    expect(consoleOutput()[0]).not.toContain('TOKEN');
    expect(report).not.toHaveBeenCalled();
  });
});

describe('conversions that are missing', () => {
  it.each([
    ['google-ads', googleAds],
    ['linkedin', linkedin],
  ])('are told to whoever makes %s, and nothing is sent', (name, make) => {
    expectConsole('warn', `SY-1006 The tracker "${name}" has no conversions.`);
    for (const options of [undefined, {}, { conversions: 'AW-1' }])
      connected(make(options as never)).track(commitmentFixture('lead-gate.unlock'));
    expect(calls).toEqual([]);
    expect(report).not.toHaveBeenCalled();
    expect(consoleOutput()).toHaveLength(1);
  });
});

describe('an event that is mapped to no name', () => {
  it.each([
    ['true', true, 'true'],
    ['a number', 7, '7'],
    ['a name that is none', { name: 1 }, '{"name":1}'],
    ['a function that gives nothing', () => undefined, 'undefined'],
  ])('by %s keeps what it would be called, and SY-1007 says so', (_, rule, shown) => {
    expectConsole('warn', `SY-1007 The option events makes ${shown} of "lead-gate.unlock"`);
    connected(ga4({ events: { 'lead-gate.unlock': rule as never } })).track(
      commitmentFixture('lead-gate.unlock'),
    );
    expect(names()).toEqual(['generate_lead']);
    expect(consoleOutput()).toHaveLength(1);
  });

  it('keeps its kind where a product has no word for it', () => {
    expectConsole('warn', 'SY-1007');
    expectConsole('warn', 'SY-1007');
    const events = { 'poll.vote': true } as never;
    connected(ga4({ events })).track(commitmentFixture('poll.vote'));
    connected(clarity(undefined, { events })).track(commitmentFixture('poll.vote'));
    expect(names()).toEqual(['poll_vote', 'poll.vote']);
  });

  it('stays away from a pixel that has no word for it', () => {
    expectConsole('warn', 'SY-1007');
    const consent: Consent = { analytics: 'granted', advertising: 'granted', functional: 'granted' };
    connected(metaPixel({ events: { 'poll.vote': true as never } })).track(
      commitmentFixture('poll.vote', { consent }),
    );
    expect(calls).toEqual([]);
  });
});

describe('a purpose that nobody knows', () => {
  it('is that of the product: what is for advertising never counts as less', () => {
    expect(metaPixel({ purpose: 'marketing' as never }).purpose).toBe('advertising');
    expect(ga4({ purpose: 'functional' }).purpose).toBe('functional');
  });

  it.each(['granted', 'denied'] as const)('at GA4 is analytics, where the visitor said %s', (analytics) => {
    const tracker = connected(ga4({ purpose: 'marketing' as never }));
    const consent: Consent = { analytics, advertising: 'granted', functional: 'granted' };
    tracker.track({ ...commitmentFixture('poll.vote'), consent } as CommitmentEvent);
    expect(calls).toHaveLength(analytics === 'granted' ? 1 : 0);
  });
});

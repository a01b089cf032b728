// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { Tracker } from 'smallyes/events';
import { en } from 'smallyes/locales/en';
import { CommitmentProvider, type CommitmentProviderProps } from 'smallyes/provider';
import { ga4 } from 'smallyes/trackers/ga4';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { forgetMessages, messages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

const reportError = vi.fn();

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
  reportError.mockReset();
  vi.stubGlobal('reportError', reportError);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Shows a page with settings that types would refuse, votes, and waits for the trackers. */
function show(props: Record<string, unknown>) {
  const spy = createSpy();
  const page = () => (
    <CommitmentProvider trackers={[spy.tracker]} {...(props as CommitmentProviderProps)}>
      <Vote />
    </CommitmentProvider>
  );
  const { rerender } = render(page());
  rerender(page());
  vote();
  vi.advanceTimersByTime(50);
  return spy;
}

describe('labels and locale', () => {
  it('of a component that is nearly one of the kit are told, as SY-120', () => {
    expectConsole('warn', 'SY-120 The labels of <CommitmentProvider> have texts for "pol"');
    expectConsole('warn', /SY-120 .*"next-asks".* If "next-ask" is meant/);
    show({ labels: { pol: {}, 'next-asks': {}, 'loan-slider': {} } });
  });

  it('of every component of the kit are right', () => {
    show({ labels: en });
  });

  it.each(['xx-nope', 'de_DE', '', 12])(
    'are told as SY-112 for the locale %j, before a number comes',
    (locale) => {
      expectConsole('warn', `SY-112 "${locale}" is no language tag that is known here.`);
      render(<CommitmentProvider locale={locale as string}>{null}</CommitmentProvider>);
    },
  );

  it.each(['de', 'en-GB', undefined, null])('are silent for the locale %j', (locale) => {
    render(<CommitmentProvider locale={locale as string}>{null}</CommitmentProvider>);
  });
});

describe('a consent that nobody can read', () => {
  it.each<[unknown, string]>([
    [true, 'true'],
    [false, 'false'],
    [1, '1'],
    ['', '""'],
    ['granted', '"granted"'],
    [[], '[]'],
    [{ marketing: true }, '{"marketing":true}'],
    [{ analytics: 'yes' }, '{"analytics":"yes"}'],
    [{ analytics: 1, advertising: true }, '{"analytics":1,"advertising":true}'],
  ])('%j is told once, as SY-114, and lets nothing out on analytics', (consent, shown) => {
    expectConsole('warn', `SY-114 The consent of <CommitmentProvider> is ${shown}`);
    expect(show({ consent }).events).toEqual([]);
    expect(consoleOutput()).toHaveLength(1);
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ analytics: null, advertising: undefined, functional: 'unknown' }],
    [{ analytics: 'denied', advertising: false }],
    [Object.freeze({ analytics: 'granted', advertising: 'granted', functional: true })],
  ])('is not %j', (consent) => {
    show({ consent });
  });
});

describe('what is no tracker', () => {
  it.each<[string, unknown, RegExp]>([
    [
      'a function that was not called',
      ga4,
      /SY-115 .*the function ga4, which is no tracker.*Call it: ga4\(\)\./,
    ],
    ['a text', 'ga4', /SY-115 .*"ga4", which is no tracker/],
    ['an object without track', { name: 'mine' }, /SY-115 .*\{"name":"mine"\}, which is no tracker/],
    ['true', true, /SY-115 .*true, which is no tracker/],
  ])('%s is told once as SY-115 and skipped; the others go on', (_, wrong, message) => {
    expectConsole('warn', message);
    const spy = createSpy();
    const onError = vi.fn();
    show({ trackers: [wrong, spy.tracker], onError });
    expect(spy.phases()).toEqual(['seen', 'started', 'committed']);
    expect(onError).not.toHaveBeenCalled();
    expect(consoleOutput()).toHaveLength(1);
  });

  it('is nothing that a condition leaves', () => {
    const spy = createSpy();
    show({ trackers: [false, null, undefined, '', spy.tracker] });
    expect(spy.events).toHaveLength(3);
    type Entry = NonNullable<CommitmentProviderProps['trackers']>[number];
    expectTypeOf<Tracker | false | null | undefined | ''>().toExtend<Entry>();
    expectTypeOf<typeof ga4 | 'ga4' | true>().not.toExtend<Entry>();
  });
});

describe('what is no function', () => {
  it.each(['redact', 'onError', 'onEvent', 'onCommit'])('as %s is told once, as SY-116', (prop) => {
    const handled = prop !== 'onError' && { onError: () => {} };
    expectConsole('warn', `SY-116 ${prop} of <CommitmentProvider> is "x", not a function.`);
    const { events } = show({ ...handled, [prop]: 'x' });
    expect(events).toHaveLength(prop === 'redact' ? 0 : 3);
    expect(consoleOutput()).toHaveLength(1);
  });
});

describe('what is no ladder', () => {
  it.each([
    ['a list', [{ id: 'b2b' }]],
    ['a definition', { id: 'b2b', goal: 'poll', rungs: [] }],
    ['a text', 'b2b'],
  ])('but %s guides nobody, and is told once, as SY-1224', (_, ladder) => {
    expectConsole('warn', 'SY-1224 ladder of <CommitmentProvider> is ');
    expect(show({ ladder, onError: () => {} }).events).toHaveLength(3);
    expect(consoleOutput()).toHaveLength(1);
  });
});

describe('a redact without its return', () => {
  it('withholds all events, and SY-117 says so once', () => {
    expectConsole('warn', 'SY-117 redact has given back undefined');
    expect(show({ redact: () => {} }).events).toEqual([]);
    expect(consoleOutput()).toHaveLength(1);
  });

  it.each([
    ['null, to withhold them', () => null],
    ['an event now and then', (event: { phase: string }) => (event.phase === 'seen' ? event : undefined)],
  ])('is not one that gives %s', (_, redact) => {
    show({ redact });
    expect(consoleOutput()).toEqual([]);
  });
});

describe('a developer message that a tracker reports', () => {
  const wrong = new Error(`[smallyes] SY-1004 ${messages[1004]('ga4', 'click', 'the name is reserved')}`);
  const tracker: Tracker = {
    name: 'ga4',
    track() {
      throw wrong;
    },
  };

  it('is told as it is, once, and not to the platform again', () => {
    expectConsole('warn', /^\[smallyes\] SY-1004 The tracker "ga4" cannot send an event as "click"/);
    show({ trackers: [tracker] });
    expect(consoleOutput()).toHaveLength(1);
    expect(reportError).not.toHaveBeenCalled();
  });

  it('goes to onError, and there alone, where there is one', () => {
    const onError = vi.fn();
    show({ trackers: [tracker], onError });
    expect(onError.mock.calls.map(([{ error }]) => error)).toEqual([wrong, wrong, wrong]);
    expect(reportError).not.toHaveBeenCalled();
  });

  it('reaches the platform in production, where nothing is told', () => {
    vi.stubEnv('NODE_ENV', 'production');
    show({ trackers: [tracker] });
    vi.unstubAllEnvs();
    expect(reportError.mock.calls).toEqual([[wrong], [wrong], [wrong]]);
  });
});

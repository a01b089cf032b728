// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { CommitmentEvent, Tracker } from 'smallyes/events';
import { without } from 'smallyes/privacy';
import { type CommitHandle, CommitmentProvider, type Redact } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { showPage, Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

const paint = () => vi.advanceTimersByTime(50);
const whole = ['seen', 'started', 'committed'];

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  showPage();
});

function show(
  redact: Redact | undefined,
  props: Partial<Parameters<typeof CommitmentProvider>[0]> = {},
  ids = ['a', 'b'],
) {
  const spy = createSpy();
  const tree = (more: Partial<Parameters<typeof CommitmentProvider>[0]> = {}) => (
    <CommitmentProvider trackers={[spy.tracker]} redact={redact} {...props} {...more}>
      {ids.map((id) => (
        <Vote key={id} id={id} />
      ))}
    </CommitmentProvider>
  );
  const { rerender } = render(tree());
  return { ...spy, rerender: (more: Parameters<typeof tree>[0]) => rerender(tree(more)) };
}

describe('an e-mail address in an event', () => {
  const commit = (
    data: object,
    props: Partial<Parameters<typeof CommitmentProvider>[0]> = {},
    id = 'hurdle',
  ) => {
    let handle: CommitHandle<'poll.vote'> | undefined;
    const take = (given: CommitHandle<'poll.vote'>) => {
      handle = given;
    };
    render(
      <CommitmentProvider trackers={[createSpy().tracker]} {...props}>
        <Vote id={id} handle={take} />
      </CommitmentProvider>,
    );
    handle?.commit(data);
  };

  it.each([
    ['data.choice', { choice: 'write to jane@shop.example' }],
    ['data.choices', { choices: ['a', 'mailto:jane.doe+x@mail.shop.example'] }],
  ])('that trackers would get is told of, once: %s', (where, data) => {
    expectConsole('warn', `SY-119 An event "poll.vote" has what looks like an e-mail address in ${where}.`);
    commit(data);
    commit(data);
  });

  it('is told of in the id of an ask, too', () => {
    expectConsole('warn', 'e-mail address in the id or placement.');
    commit({ choice: 'a' }, {}, 'talk-to-jane@shop.example');
  });

  it.each([
    ['is none', { choice: 'react@18.2.0, https://www.youtube.com/@north.wind, a @ b.example, @jane' }, {}],
    ['is in a field marked trackable', { answers: { mail: 'jane@shop.example' } }, {}],
    [
      'is taken out by redact',
      { choice: 'jane@shop.example' },
      { redact: (event: CommitmentEvent) => ({ ...event, data: {} }) },
    ],
    ['goes to no tracker', { choice: 'jane@shop.example' }, { trackers: undefined }],
  ])('that %s is nothing to tell of', (_, data, props) => {
    commit(data, props);
  });
});

describe('redact', () => {
  it('decides what trackers see; callbacks hear the whole event', () => {
    const heard: CommitmentEvent[] = [];
    const { events } = show((event) => ({ ...event, page: { ...event.page, path: '/hidden' } }), {
      onEvent: (event) => heard.push(event),
    });
    vote('a');
    paint();
    expect(events.map(({ page }) => page.path)).toEqual(['/hidden', '/hidden', '/hidden']);
    expect(heard.map(({ page }) => page.path)).toEqual(['/', '/', '/']);
    expect(events.map(({ id }) => id)).toEqual(heard.map(({ id }) => id));
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['false', false],
  ])('withholds an event with %s, and that alone', (_, nothing) => {
    const onError = vi.fn();
    const { events } = show((event) => (event.ask.id === 'a' ? (nothing as null) : event), { onError });
    vote('b');
    vote('a');
    paint();
    expect(events.map(({ ask }) => ask.id)).toEqual(['b', 'b', 'b']);
    expect(onError).not.toHaveBeenCalled();
  });

  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('mine');
      },
      'Error: mine',
    ],
    ['gives a promise', () => Promise.resolve(null), 'SY-113'],
    ['gives another event', () => ({ id: 'made up' }), 'SY-113'],
    ['gives true', () => true, 'SY-113'],
    [
      'gives a trap',
      () => ({
        get id() {
          throw new Error('hostile');
        },
      }),
      'Error: hostile',
    ],
  ])('that %s withholds the event, and the error goes to onError', (_, redact, problem) => {
    const onError = vi.fn();
    const { events } = show(redact as Redact, { onError });
    vote('a');
    paint();
    expect(events).toEqual([]);
    const failures = onError.mock.calls.map(([{ source, error, event }]) => [
      source,
      event.phase,
      String(error),
    ]);
    expect(failures).toEqual(whole.map((phase) => ['redact', phase, expect.stringContaining(problem)]));
  });

  it('runs once for each event, in the handler, whatever the number of trackers', () => {
    const redact = vi.fn((event: CommitmentEvent) => event);
    const more = createSpy('more');
    const spy = createSpy();
    show(redact, { trackers: [spy.tracker, more.tracker] });
    vote('a');
    expect(redact).toHaveBeenCalledTimes(3);
    paint();
    expect(redact).toHaveBeenCalledTimes(3);
    expect([spy.events.length, more.events.length]).toEqual([3, 3]);
  });

  it('does not decide whether a tracker may have an event: a copy without its consent, or with another, changes nothing', () => {
    const denied = { analytics: 'denied', advertising: 'denied', functional: 'denied' } as const;
    const granted = { analytics: 'granted', advertising: 'granted', functional: 'granted' } as const;
    const redact = (event: CommitmentEvent) => {
      const { consent, seq, ...rest } = event;
      return (event.ask.id === 'a' ? rest : { ...rest, consent: granted }) as CommitmentEvent;
    };
    const { events, rerender } = show(redact, { consent: denied });
    vote('b');
    rerender({ consent: { ...denied, analytics: 'granted' } });
    vote('a');
    paint();
    expect(events.map(({ ask }) => ask.id)).toEqual(['a', 'a', 'a']);
  });

  it('holds for a tracker that comes late too, and for what waited for consent', () => {
    const late = createSpy('late');
    const { events, tracker, rerender } = show(
      (event) => (event.phase === 'committed' ? ({ id: event.id, ask: event.ask } as CommitmentEvent) : null),
      { consent: {} },
    );
    vote('a');
    rerender({ consent: { analytics: true } });
    rerender({ consent: { analytics: true }, trackers: [tracker, late.tracker] });
    paint();
    for (const got of [events, late.events]) {
      expect(got).toHaveLength(1);
      expect(Object.keys(got[0] ?? {})).toEqual(['id', 'ask']);
    }
  });

  it('is inherited by providers inside, and replaced by one of their own', () => {
    const outer = createSpy('outer');
    const inner = createSpy('inner');
    const own = createSpy('own');
    const mark =
      (path: string): Redact =>
      (event) => ({ ...event, page: { ...event.page, path } });
    render(
      <CommitmentProvider trackers={[outer.tracker]} redact={mark('/outer')}>
        <CommitmentProvider trackers={[inner.tracker]}>
          <Vote id="a" />
        </CommitmentProvider>
        <CommitmentProvider trackers={[own.tracker]} redact={mark('/own')}>
          <Vote id="b" />
        </CommitmentProvider>
      </CommitmentProvider>,
    );
    vote('a');
    vote('b');
    paint();
    const paths = (spy: typeof outer) => new Set(spy.events.map(({ page }) => page.path));
    expect([outer, inner, own].map(paths)).toEqual([
      new Set(['/outer']),
      new Set(['/outer']),
      new Set(['/own']),
    ]);
  });

  it('that commits in turn loses and doubles nothing', () => {
    let again = () => {};
    const spy = createSpy();
    render(
      <CommitmentProvider
        trackers={[spy.tracker]}
        redact={(event) => {
          if (event.ask.id === 'a' && event.phase === 'committed') again();
          return event;
        }}
      >
        <Vote id="a" />
        <Vote
          id="b"
          handle={(handle) => {
            again = () => void handle.commit({ choice: 'Price' });
          }}
        />
      </CommitmentProvider>,
    );
    vote('a');
    paint();
    expect(spy.events.map(({ ask, phase }) => `${ask.id} ${phase}`)).toEqual([
      ...whole.map((phase) => `a ${phase}`),
      ...whole.map((phase) => `b ${phase}`),
    ]);
  });

  it('may change from render to render: each event passes the one of its moment', () => {
    const { events, rerender } = show(() => null);
    vote('a');
    rerender({ redact: undefined });
    vote('b');
    paint();
    expect(events.map(({ ask }) => ask.id)).toEqual(['b', 'b', 'b']);
  });

  it('gives a copy that no tracker can change for the next one', () => {
    const rude: Tracker = {
      name: 'rude',
      track: (event) => void ((event as { kind: string }).kind = 'mine'),
    };
    const spy = createSpy();
    const onError = vi.fn();
    show((event) => ({ ...event }), { trackers: [rude, spy.tracker], onError });
    vote('a');
    paint();
    expect(spy.events.map(({ kind }) => kind)).toEqual(Array(3).fill('poll.vote'));
    expect(onError).toHaveBeenCalledTimes(3);
  });

  it('whose copy a tracker cannot read harms no other tracker', () => {
    const onError = vi.fn();
    const picky: Tracker = {
      name: 'picky',
      track: (event) => void (event.page.path.length + Object.keys(event.data).length),
    };
    const spy = createSpy();
    show((event) => ({ id: event.id }) as CommitmentEvent, { trackers: [picky, spy.tracker], onError });
    vote('a');
    paint();
    expect(spy.events).toHaveLength(3);
    expect(onError.mock.calls.map(([{ tracker }]) => tracker)).toEqual(['picky', 'picky', 'picky']);
  });
});

describe('the type of redact', () => {
  it('takes what developers write, without a cast, and nothing made up', () => {
    expectTypeOf((event: CommitmentEvent) => ({ ...event, data: {} })).toExtend<Redact>();
    expectTypeOf(({ visitor: _, ...event }: CommitmentEvent) => event).toExtend<Redact>();
    expectTypeOf((event: CommitmentEvent) => (event.kind === 'poll.vote' ? event : null)).toExtend<Redact>();
    expectTypeOf(without('data', 'visitor')).toExtend<Redact>();
    expectTypeOf((event: CommitmentEvent) => ({ id: event.id })).not.toExtend<Redact>();
    expectTypeOf(async (event: CommitmentEvent) => event).not.toExtend<Redact>();
    expectTypeOf((event: CommitmentEvent) => ({ ...event, data: 'text' })).not.toExtend<Redact>();
  });
});

// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { StrictMode, useRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayFile } from '../../src/fields/say-file.ts';
import {
  createSubmission,
  type Settled,
  type SubmissionOptions,
  type SubmissionState,
  type SubmitContext,
} from '../../src/internal/submission.ts';

/** As a component uses it. */
function useSubmission<Values>(options: SubmissionOptions<Values>) {
  const latest = useRef(options);
  const [state, setState] = useState<SubmissionState>();
  const [actions] = useState(() => createSubmission<Values>(() => latest.current, setState));
  return {
    isPending: state === 'sending',
    settled: state === 'sending' ? undefined : state,
    ...actions,
  };
}

type OnSubmit = (values: string, context: SubmitContext) => unknown;

function mount(onSubmit: OnSubmit | undefined, timeout?: number) {
  let made = 0;
  let attempt = 'attempt-1';
  const ends: Settled[] = [];
  const { result, unmount } = renderHook(
    () =>
      useSubmission<string>({
        onSubmit: onSubmit as never,
        createKey: () => `key-${++made}`,
        ask: { attempt: () => ({ id: attempt }) },
        timeout,
      }),
    { wrapper: StrictMode },
  );
  const send = (values = 'a') => {
    let sent = false;
    act(() => {
      sent = result.current.send(values, (end) => ends.push(end));
    });
    return sent;
  };
  const begin = (name: string) => {
    attempt = name;
  };
  return { result, send, begin, ends, unmount, statuses: () => ends.map(({ status }) => status) };
}

/** A server whose answers the test gives by hand. */
function createServer() {
  const open: {
    values: string;
    context: SubmitContext;
    answer: (result?: unknown) => void;
    fail: (e: unknown) => void;
  }[] = [];
  const onSubmit: OnSubmit = (values, context) =>
    new Promise((answer, fail) => {
      open.push({ values, context, answer, fail });
    });
  return { onSubmit, open };
}

const settle = (run: () => void) =>
  act(async () => {
    run();
    await Promise.resolve();
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a submission', () => {
  it('without a handler, or with one that answers at once, ends within the click', () => {
    for (const onSubmit of [undefined, () => undefined, () => null, () => ({ status: 'ok' })]) {
      const { send, result, statuses } = mount(onSubmit);
      let before = -1;
      act(() => {
        result.current.send('a', () => {});
        before = 0;
      });
      expect(before).toBe(0);
      expect(result.current).toMatchObject({ isPending: false, settled: { status: 'ok' } });
      send('b');
      expect(statuses()).toEqual(['ok']);
    }
  });

  it('is pending until the promise settles, and blocks a second one', async () => {
    const { onSubmit, open } = createServer();
    const { result, send, statuses } = mount(onSubmit);
    expect(send()).toBe(true);
    expect(result.current.isPending).toBe(true);
    expect(send()).toBe(false);
    expect(open).toHaveLength(1);
    await settle(() => open[0]!.answer());
    expect(result.current).toMatchObject({ isPending: false, settled: { status: 'ok' } });
    expect(statuses()).toEqual(['ok']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('offline');
      },
    ],
    ['rejects', () => Promise.reject(new Error('offline'))],
  ])('whose handler %s has failed, with the error, and can be sent again', async (_name, onSubmit) => {
    const { result, send, ends } = mount(onSubmit);
    send();
    await settle(() => {});
    expect(result.current.isPending).toBe(false);
    expect(ends).toMatchObject([{ status: 'failed', error: { message: 'offline' } }]);
    expect(send()).toBe(true);
    await settle(() => {});
  });

  it('hands over the server’s word: message and errors by field', async () => {
    const answer = { status: 'invalid', message: 'Please look again', errors: { email: 'Unknown domain' } };
    const { send, ends } = mount(() => Promise.resolve(answer));
    send();
    await settle(() => {});
    expect(ends).toEqual([answer]);
  });

  it('hands over only words that can be shown, and no more of them than can be read', async () => {
    const errors = { email: 'Unknown domain', name: { deep: 1 }, age: 7, town: null };
    const { send, ends } = mount(() => ({ status: 'invalid', message: '<p>'.repeat(1_000_000), errors }));
    send();
    expect(ends[0]?.errors).toEqual({ email: 'Unknown domain' });
    expect(ends[0]?.message).toHaveLength(1_000);
  });

  it.each([[{ status: 'great' }], [{}], [true], ['ok'], [200], [new Response()]])(
    'does not believe an answer it does not know: %j',
    async (answer) => {
      const { send, ends } = mount(() => Promise.resolve(answer));
      send();
      await settle(() => {});
      expect(ends).toMatchObject([
        { status: 'failed', error: { message: expect.stringContaining('unknown result') } },
      ]);
    },
  );

  it.each([[false], [true]])('survives an answer that throws at a look, late: %s', async (isLate) => {
    const answer = {
      get status() {
        throw new Error('gone');
      },
    };
    const { send, ends, result } = mount(() => (isLate ? Promise.resolve(answer) : answer));
    send();
    await settle(() => {});
    expect(ends).toMatchObject([{ status: 'failed', error: { message: 'gone' } }]);
    expect(result.current.isPending).toBe(false);
    expect(send()).toBe(true);
    await settle(() => {});
  });

  it('fails when the server is silent for too long, aborts, and hears no late answer', async () => {
    const { onSubmit, open } = createServer();
    const { send, statuses, result } = mount(onSubmit, 5_000);
    send();
    await settle(() => vi.advanceTimersByTime(4_999));
    expect(statuses()).toEqual([]);
    await settle(() => vi.advanceTimersByTime(1));
    expect(statuses()).toEqual(['failed']);
    expect(open[0]!.context.signal.aborted).toBe(true);
    await settle(() => open[0]!.answer());
    expect(statuses()).toEqual(['failed']);
    expect(result.current.settled?.status).toBe('failed');
  });

  it('waits 30 seconds unless told otherwise, and no timer is left after an answer', async () => {
    const { onSubmit, open } = createServer();
    const { send, statuses } = mount(onSubmit);
    send();
    await settle(() => vi.advanceTimersByTime(29_999));
    expect(statuses()).toEqual([]);
    await settle(() => open[0]!.answer());
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps its key for a retry of the same values, until somebody has decided on them', async () => {
    const { onSubmit, open } = createServer();
    const { send } = mount(onSubmit);
    const answers: [values: string, answer: unknown, key: string][] = [
      ['a', { status: 'failed' }, 'key-1'],
      ['a', { status: 'invalid' }, 'key-1'],
      // Under its old key a service would say once more what it said then.
      ['a', { status: 'failed' }, 'key-2'],
      ['b', { status: 'failed' }, 'key-3'],
      ['b', undefined, 'key-3'],
      ['b', undefined, 'key-4'],
    ];
    for (const [values, answer] of answers) {
      send(values);
      await settle(() => open.at(-1)!.answer(answer));
    }
    expect(open.map(({ context }) => context.idempotencyKey)).toEqual(answers.map(([, , key]) => key));
    expect(new Set(open.map(({ context }) => context.attempt))).toEqual(new Set(['attempt-1']));
  });

  it.each([
    ['same', 'a', 'key-1'],
    ['other', 'b', 'key-2'],
  ])('whose answer is lost, and then sends %s values, carries %s as %s', async (_name, values, key) => {
    for (const lose of ['refuse', 'wait'] as const) {
      const { onSubmit, open } = createServer();
      const { send, statuses } = mount(onSubmit, 5_000);
      send('a');
      await settle(() =>
        lose === 'wait' ? vi.advanceTimersByTime(5_000) : open[0]!.fail(new TypeError('Failed to fetch')),
      );
      expect(statuses()).toEqual(['failed']);
      send(values);
      expect(open.map(({ context }) => context.idempotencyKey)).toEqual(['key-1', key]);
      expect(open.map(({ context }) => context.attempt)).toEqual(['attempt-1', 'attempt-1']);
    }
  });

  it('of a new attempt is another request, whatever it says', async () => {
    const { onSubmit, open } = createServer();
    const { send, begin } = mount(onSubmit);
    send('a');
    await settle(() => open[0]!.fail(new Error('offline')));
    begin('attempt-2');
    send('a');
    expect(open.map(({ context: { idempotencyKey, attempt } }) => [attempt, idempotencyKey])).toEqual([
      ['attempt-1', 'key-1'],
      ['attempt-2', 'key-2'],
    ]);
  });

  it('still ends when the ask has gone meanwhile: the yes counts', async () => {
    const { onSubmit, open } = createServer();
    const { send, statuses, unmount } = mount(onSubmit);
    send();
    unmount();
    await settle(() => open[0]!.answer());
    expect(statuses()).toEqual(['ok']);
  });

  it('forgets how it ended on clear()', () => {
    const { send, result } = mount(undefined);
    send();
    expect(result.current.settled).toBeDefined();
    act(() => result.current.clear());
    expect(result.current.settled).toBeUndefined();
  });

  it('that clear() gives up is aborted, and its answer is not heard', async () => {
    const { onSubmit, open } = createServer();
    const { send, result, statuses } = mount(onSubmit);
    send();
    act(() => result.current.clear());
    expect(open[0]!.context.signal.aborted).toBe(true);
    expect(result.current.isPending).toBe(false);
    await settle(() => open[0]!.answer());
    expect(statuses()).toEqual([]);
    expect(result.current.settled).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that clear() gives up makes room for the next, which it neither ends nor opens', async () => {
    const { onSubmit, open } = createServer();
    const { send, result, statuses } = mount(onSubmit);
    send('a');
    act(() => result.current.clear());
    expect(send('b')).toBe(true);
    await settle(() => open[0]!.answer({ status: 'failed' }));
    expect(result.current.isPending).toBe(true);
    expect(send('c')).toBe(false);
    await settle(() => open[1]!.answer());
    expect(statuses()).toEqual(['ok']);
    expect(open.map(({ values }) => values)).toEqual(['a', 'b']);
  });

  it('sends whole numbers of any length, which JSON lacks, for a form', () => {
    const onSubmit = vi.fn();
    const { result } = renderHook(() =>
      useSubmission<unknown>({
        onSubmit,
        createKey: () => 'key',
        ask: { attempt: () => ({ id: 'attempt' }) },
        replacer: sayFile,
      }),
    );
    act(() => void result.current.send({ amount: 1n }, () => {}));
    expect(onSubmit).toHaveBeenCalledWith({ amount: 1n }, expect.anything());
  });

  it('of values that lead back to themselves has failed, with the error, and throws at nobody', () => {
    const onSubmit = vi.fn();
    const ends: Settled[] = [];
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const { result } = renderHook(() =>
      useSubmission<unknown>({
        onSubmit,
        createKey: () => 'key',
        ask: { attempt: () => ({ id: 'attempt' }) },
      }),
    );
    act(() => void result.current.send(circle, (end) => ends.push(end)));
    expect(ends).toMatchObject([{ status: 'failed', error: expect.any(TypeError) }]);
    expect(onSubmit).not.toHaveBeenCalled();
    act(() => void result.current.send({ amount: 1 }, (end) => ends.push(end)));
    expect(ends.at(-1)).toEqual({ status: 'ok' });
  });
});

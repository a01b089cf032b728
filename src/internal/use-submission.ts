'use client';
import { useLayoutEffect, useRef, useState } from 'react';

/**
 * What `onSubmit` may say: nothing or `ok` (it is done), `pending` (done once the visitor confirms
 * elsewhere), `already` (known from before), `invalid` (the server refuses some values; `errors` by field
 * name), `failed` (try again). `message` is shown to the visitor, so write it for them.
 */
export type SubmitResult =
  | void
  | { readonly status: 'ok' | 'pending' | 'already'; readonly message?: string }
  | {
      readonly status: 'invalid' | 'failed';
      readonly message?: string;
      readonly errors?: Readonly<Record<string, string>>;
    };

/** What `onSubmit` gets besides the values. */
export interface SubmitContext {
  /** The same for every retry of the same values: lets your server store them once. */
  readonly idempotencyKey: string;
  /** Aborted when the time is up. Pass it to `fetch`. */
  readonly signal: AbortSignal;
}

/** Takes what a visitor entered to your server. Throwing or rejecting counts as `failed`. */
export type SubmitHandler<Values> = (
  values: Values,
  context: SubmitContext,
) => SubmitResult | Promise<SubmitResult>;

/** How a submission ended. */
export interface Settled {
  readonly status: 'ok' | 'pending' | 'already' | 'invalid' | 'failed';
  readonly message?: string | undefined;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  /** What was thrown, for the developer. */
  readonly error?: unknown;
}

/** A submission that cannot be sent twice at once. */
export interface Submission<Values> {
  readonly isPending: boolean;
  /** How the last one ended; undefined before, and while one is under way. */
  readonly settled: Settled | undefined;
  /**
   * Sends. Without a handler, or with one that answers at once, `then` runs before this returns, so an event
   * still goes out within the visitor's own click. Returns false while another one is under way.
   */
  send(values: Values, then: (settled: Settled) => void): boolean;
  /** Forgets how the last one ended. */
  clear(): void;
}

/** Options of {@link useSubmission}. */
export interface SubmissionOptions<Values> {
  readonly onSubmit: SubmitHandler<Values> | undefined;
  readonly createKey: () => string;
  /** Milliseconds until a silent server counts as failed. Default 30,000. */
  readonly timeout?: number | undefined;
}

/**
 * Sends values to a developer's handler, one at a time. An answer that comes after the time is up, or after a
 * newer submission, is not heard; a retry carries the same key, so the server can tell.
 */
export function useSubmission<Values>(options: SubmissionOptions<Values>): Submission<Values> {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const [isPending, setPending] = useState(false);
  const [settled, setSettled] = useState<Settled>();
  const run = useRef<{ key: string; values: string; busy: boolean; turn: number }>({
    key: '',
    values: '',
    busy: false,
    turn: 0,
  });

  const [actions] = useState(() => ({
    send(values: Values, then: (settled: Settled) => void): boolean {
      const { current: state } = run;
      if (state.busy) return false;
      const { onSubmit, createKey, timeout = 30_000 } = latest.current;
      const fingerprint = JSON.stringify(values);
      if (!state.key || fingerprint !== state.values) {
        state.key = createKey();
        state.values = fingerprint;
      }
      state.busy = true;
      const turn = ++state.turn;
      const abort = new AbortController();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (result: unknown, error?: unknown) => {
        if (turn !== state.turn || !state.busy) return;
        clearTimeout(timer);
        state.busy = false;
        const end = readResult(result, error);
        if (end.status !== 'failed' && end.status !== 'invalid') state.key = '';
        setPending(false);
        setSettled(end);
        then(end);
      };
      try {
        const result = onSubmit?.(values, { idempotencyKey: state.key, signal: abort.signal });
        if (!isPromise(result)) settle(result);
        else {
          setPending(true);
          setSettled(undefined);
          timer = setTimeout(() => {
            const error = new Error(`No answer within ${timeout} ms.`);
            abort.abort(error);
            settle({ status: 'failed' }, error);
          }, timeout);
          result.then(settle, (error: unknown) => settle({ status: 'failed' }, error));
        }
      } catch (error) {
        settle({ status: 'failed' }, error);
      }
      return true;
    },
    clear: () => setSettled(undefined),
  }));
  return { isPending, settled, ...actions };
}

const statuses: readonly unknown[] = [
  'ok',
  'pending',
  'already',
  'invalid',
  'failed',
] satisfies Settled['status'][];

/** A handler may return anything, since a server may: only a known status is believed. */
function readResult(result: unknown, error: unknown): Settled {
  if (result === undefined || result === null) return { status: 'ok' };
  const { status, message, errors } = result as Record<string, unknown>;
  if (!statuses.includes(status))
    return { status: 'failed', error: new Error(`Unknown result of onSubmit: ${status}`) };
  return {
    status: status as Settled['status'],
    ...(typeof message === 'string' && { message }),
    ...(typeof errors === 'object' && errors && { errors: errors as Record<string, string> }),
    ...(error !== undefined && { error }),
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | undefined)?.then === 'function';
}

import { hasFailed } from './has-failed.ts';
import { isPromise } from './is-promise.ts';

/**
 * What `onSubmit` may say: nothing or `ok` (it is done), `pending` (done once the visitor confirms
 * elsewhere), `already` (known from before), `invalid` (the server refuses some values; `errors` by field
 * name), `failed` (try again). `message` is shown to the visitor, so write it for them.
 */
export type SubmitResult =
  | void
  | { readonly status: 'ok' | 'pending' | 'already'; readonly message?: string | undefined }
  | {
      readonly status: 'invalid' | 'failed';
      readonly message?: string | undefined;
      readonly errors?: Readonly<Record<string, string>> | undefined;
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
  /** Forgets how the last one ended, and gives up the one under way: its answer is not heard any more. */
  clear(): void;
}

/** Options of {@link createSubmission}. */
export interface SubmissionOptions<Values> {
  readonly onSubmit: SubmitHandler<Values> | undefined;
  readonly createKey: () => string;
  /** Milliseconds until a silent server counts as failed. Default 30,000. */
  readonly timeout?: number | undefined;
  /** Says what JSON lacks, so that a retry is known as one. Needed for values that are no JSON. */
  readonly replacer?: ((key: string, value: unknown) => unknown) | undefined;
}

/** What a submission shows: how the last one ended, or that one is under way. */
export type SubmissionState = Settled | 'sending' | undefined;

/**
 * Sends values to a developer's handler, one at a time. An answer that comes after the time is up, or after a
 * newer submission, is not heard; a retry carries the same key, so the server can tell.
 */
export function createSubmission<Values>(
  read: () => SubmissionOptions<Values>,
  setState: (state: SubmissionState) => void,
): Pick<Submission<Values>, 'send' | 'clear'> {
  let key = '';
  let sent = '';
  let stop: (() => void) | undefined;
  return {
    send(values, then) {
      if (stop) return false;
      const { onSubmit, createKey, replacer, timeout = 30_000 } = read();
      let isOpen = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const abort = new AbortController();
      const settle = (result: unknown, error?: unknown) => {
        if (!isOpen) return;
        close();
        const end = readResult(result, error);
        if (!hasFailed(end)) key = '';
        setState(end);
        then(end);
      };
      const close = () => {
        isOpen = false;
        stop = undefined;
        clearTimeout(timer);
      };
      stop = () => {
        close();
        abort.abort();
      };
      const fail = (error: unknown) => settle({ status: 'failed' }, error);
      try {
        const text = JSON.stringify(values, replacer);
        if (!key || text !== sent) key = createKey();
        sent = text;
        const result = onSubmit?.(values, { idempotencyKey: key, signal: abort.signal });
        if (isPromise(result)) {
          setState('sending');
          timer = setTimeout(() => {
            const error = new Error(`no answer within ${timeout} ms`);
            fail(error);
            abort.abort(error);
          }, timeout);
          result.then(settle, fail);
        } else settle(result);
      } catch (error) {
        fail(error);
      }
      return true;
    },
    clear() {
      stop?.();
      setState(undefined);
    },
  };
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
    return { status: 'failed', error: new Error(`an unknown result of onSubmit, status ${status}`) };
  return {
    status: status as Settled['status'],
    ...(typeof message === 'string' && { message }),
    ...(typeof errors === 'object' && errors && { errors: errors as Record<string, string> }),
    ...(error !== undefined && { error }),
  };
}

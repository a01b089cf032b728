import { isPromise } from './is-promise.ts';

/**
 * What `onSubmit` may say: nothing or `ok` (it is done), `pending` (done once the visitor confirms
 * elsewhere), `already` (known from before), `invalid` (the server refuses some values; `errors` by field
 * name), `failed` (try again). `message` is shown to the visitor, so write it for them, in at most 1,000 characters.
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
  /**
   * Names one request, so that your server takes it once however often it comes. A retry has the same key: after an answer that
   * was lost or late, and after `failed`. Other values have another one, and so has what is sent after an `invalid`: a service
   * that keeps what it said under a key, as Stripe does, would say it again.
   */
  readonly idempotencyKey: string;
  /**
   * Id of the attempt, as events have it: the same for all that a visitor sends until the ask begins anew. What comes under
   * another key in the same attempt stands for what came before: the visitor has changed it.
   */
  readonly attempt: string;
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

/** What knows the attempt under way. */
export interface Attempted {
  attempt(): { readonly id: string };
}

/** Options of {@link createSubmission}. */
export interface SubmissionOptions<Values> {
  readonly onSubmit: SubmitHandler<Values> | undefined;
  readonly createKey: () => string;
  /** Whose attempt this is. */
  readonly ask: Attempted;
  /** Milliseconds until a silent server counts as failed. Default 30,000. */
  readonly timeout?: number | undefined;
  /** Says what JSON lacks, so that a retry is known as one. Needed for values that are no JSON. */
  readonly replacer?: ((key: string, value: unknown) => unknown) | undefined;
}

/** What a submission shows: how the last one ended, or that one is under way. */
export type SubmissionState = Settled | 'sending' | undefined;

/**
 * Sends values to a developer's handler, one at a time. An answer that comes after the time is up, or after a
 * newer submission, is not heard; a retry carries the same key, so the server can tell. By the rules of those who keep their
 * answers under a key: https://docs.stripe.com/error-low-level#idempotency
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
      const { onSubmit, createKey, ask, replacer, timeout = 30_000 } = read();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const abort = new AbortController();
      const settle = (result: unknown, error?: unknown) => {
        if (stop !== cancel) return;
        close();
        const end = readResult(result, error);
        // Only what nobody has decided on yet is worth asking again.
        if (end.status !== 'failed') sent = '';
        setState(end);
        then(end);
      };
      const close = () => {
        stop = undefined;
        clearTimeout(timer);
      };
      const cancel = () => {
        close();
        abort.abort();
      };
      stop = cancel;
      // Who rejects without a word has not answered either.
      const fail = (error: unknown = 'no reason') => settle({ status: 'failed' }, error);
      try {
        const attempt = ask.attempt().id;
        const text = JSON.stringify([attempt, values], replacer);
        if (text !== sent) key = createKey();
        sent = text;
        const result = onSubmit?.(values, { idempotencyKey: key, attempt, signal: abort.signal });
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

/** No visitor reads more than so many characters: a server that fails may hand over a whole page. */
const longest = 1_000;

/** A handler may return anything, since a server may: only a known status is believed. */
function readResult(result: unknown, error: unknown): Settled {
  try {
    return believe(result, error);
  } catch (broken) {
    // A proxy of another window or a worker may throw at a look.
    return { status: 'failed', error: broken };
  }
}

function believe(result: unknown, error: unknown): Settled {
  if (result === undefined || result === null) return { status: 'ok' };
  const { status, message, errors } = result as Record<string, unknown>;
  if (!statuses.includes(status))
    return { status: 'failed', error: new Error(`an unknown result of onSubmit, status ${status}`) };
  return {
    status: status as Settled['status'],
    message: typeof message === 'string' ? message.slice(0, longest) : undefined,
    // What is no text could not be shown.
    errors:
      typeof errors === 'object' && errors
        ? Object.fromEntries(Object.entries(errors).filter(([, text]) => typeof text === 'string'))
        : undefined,
    error,
  };
}

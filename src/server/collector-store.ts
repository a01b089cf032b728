import type { CommitmentEvent, Phase } from '../events/event.ts';
import type { Grade, Kind, Moment } from '../events/kinds.ts';

/** One event as a store gets it: checked, with its times, and the columns that reports ask for. */
export interface EventRow {
  /** The event's own id, in small letters. A store keeps each id once. */
  readonly id: string;
  readonly kind: Kind;
  readonly phase: Phase;
  readonly grade: Grade;
  readonly askId: string;
  readonly placement: string | null;
  readonly moment: Moment | null;
  readonly attempt: string;
  readonly sessionId: string;
  /** The remembered visitor; null without consent. */
  readonly visitorId: string | null;
  /** What earlier answers said of the visitor. */
  readonly segments: readonly string[];
  /** Variant by experiment. */
  readonly experiments: Readonly<Record<string, string>>;
  readonly pagePath: string;
  readonly viewId: string;
  /** Place within the page load. The order of events is `(occurredAt, viewId, seq)`. */
  readonly seq: number;
  readonly amount: number | null;
  readonly currency: string | null;
  /** Milliseconds since 1970 by the visitor's clock, as the event says. */
  readonly time: number;
  /** When it happened by the server's clock: `time`, put right if the visitor's clock was wrong, never after `receivedAt`. */
  readonly occurredAt: number;
  /** When the collector got it, in milliseconds since 1970. */
  readonly receivedAt: number;
  /** The whole event. */
  readonly event: CommitmentEvent;
  /** The whole event as JSON, which begins with `{"v":1,"id":"…"`. Any database can hold it: no U+0000, no half characters. */
  readonly json: string;
}

/** Whose events are to be erased: a visitor's, or a session's. */
export type Erasure = { readonly visitorId: string } | { readonly sessionId: string };

/** Where rows go. Write your own, or take a ready one. */
export interface EventStore {
  /**
   * Keeps the rows, all or none, and resolves once they are safe. A row whose id is there already is left out: say which
   * ones are new, if you know. A rejection makes browsers keep the events and try again. `signal` aborts when the collector
   * has waited long enough.
   */
  insert(
    rows: readonly EventRow[],
    options: { readonly signal: AbortSignal },
  ): PromiseLike<{ readonly inserted: readonly string[] } | void>;
  /** Removes all that there is of a visitor or a session; gives the number of events. */
  erase?: ((who: Erasure) => PromiseLike<number>) | undefined;
  /** Lets go of files and connections. */
  close?: (() => PromiseLike<void>) | undefined;
  /** For how many seconds a store knows the ids it has kept, if not for ever. The collector's `maxAge` must fit in. */
  readonly remembers?: number | undefined;
}

/** A clock that is off by less than this many milliseconds is left as it is: a slow line looks the same. */
const maxSkew = 60_000;

/**
 * When an event happened by the server's clock. The browser says when it sent the batch, so what it is ahead or behind
 * shows; within a minute nothing is changed.
 */
export function occurredAt(time: number, sent: number, receivedAt: number): number {
  const skew = receivedAt - sent;
  return Math.abs(skew) > maxSkew ? time + skew : time;
}

/** The row of an event that has been checked. */
export function rowOf(given: CommitmentEvent, occurredAt: number, receivedAt: number): EventRow {
  const { v, id, ...rest } = given;
  let event = { v, id: id.toLowerCase(), ...rest } as CommitmentEvent;
  let json = JSON.stringify(event);
  // JSON can say what PostgreSQL and others refuse, and one such text would stop its whole batch for ever.
  if (/\\u(?:0000|d[89a-f])/i.test(json)) {
    event = mended(event) as CommitmentEvent;
    json = JSON.stringify(event);
  }
  const { kind, phase, grade, ask, attempt, session, visitor, experiments, page, seq, value, time } = event;
  return {
    id: event.id,
    kind,
    phase,
    grade,
    askId: ask.id,
    placement: ask.placement ?? null,
    moment: ask.moment ?? null,
    attempt: attempt.toLowerCase(),
    sessionId: session.id.toLowerCase(),
    visitorId: visitor?.id.toLowerCase() ?? null,
    segments: visitor?.segments ?? [],
    experiments: experiments ?? {},
    pagePath: page.path,
    viewId: page.viewId.toLowerCase(),
    seq,
    amount: value?.amount ?? null,
    currency: value?.currency ?? null,
    time,
    occurredAt: Math.min(occurredAt, receivedAt),
    receivedAt,
    event,
    json,
  };
}

/** A copy without U+0000 and without halves of characters that stand alone. */
function mended(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replaceAll('\0', '')
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [mended(key), mended(one)]));
}

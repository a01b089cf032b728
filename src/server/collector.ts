import type { CommitmentEvent } from '../events/event.ts';
import { isolate } from '../events/isolate.ts';
import { failure } from '../internal/messages.ts';
import {
  allowedOrigin,
  answer,
  askOrigins,
  type CollectorAnswer,
  permit,
  type Rejection,
  refusalOf,
  refuse,
} from './collector-answer.ts';
import { readBody } from './collector-body.ts';
import { checkEvent, isId } from './collector-check.ts';
import {
  type CollectorErrorSource,
  type CollectorOptions,
  type CollectorSettings,
  isConsent,
  type RecordOptions,
  settingsOf,
} from './collector-options.ts';
import { tellRefused } from './collector-refused.ts';
import { bytesOf, isRecord } from './collector-shapes.ts';
import { type Erasure, type EventRow, occurredAt, rowOf } from './collector-store.ts';
import { within } from './within.ts';

/** Takes events and hands them to a store. All functions may be passed on alone. */
export interface Collector {
  /** Answers the POST of an outbox, and the OPTIONS that a browser may send before it. Never throws. */
  readonly handle: (request: Request) => Promise<Response>;
  /**
   * Keeps events that your server saw, through the same checks, `maxAge`, `leeway`, `kinds`, `schemas` and `consent` among
   * them; nothing is corrected, since the clock is your own. Look at `rejected`: what stands there is not kept, and nothing
   * else tells of it. Rejects when the store fails: call it again with the same events.
   */
  readonly record: (events: readonly CommitmentEvent[], options?: RecordOptions) => Promise<CollectorAnswer>;
  /** Removes all events of a visitor or a session; gives their number. Rejects when the store cannot. */
  readonly erase: (who: OneOf<Erasure>) => Promise<number>;
  /** Lets go of the store's files and connections. */
  readonly close: () => Promise<void>;
}

/** Objects of which one may not have the fields of another as well. */
type OneOf<T, All = T> = T extends unknown
  ? T & { readonly [K in Exclude<KeysOf<All>, keyof T>]?: never }
  : never;

type KeysOf<T> = T extends unknown ? keyof T : never;

/**
 * Makes the collector behind `smallyes/trackers/http`. A batch that came before does no harm: each id is kept once. Needs
 * nothing but web standards. Throws SY-606 when an option cannot work.
 */
export function createCollector(options: CollectorOptions): Collector {
  const settings = settingsOf(options);
  const { store, timeout, now } = settings;
  const refused = tellRefused(options.onError);

  /** Runs a function of the developer's, for so long; tells of what it throws, and throws it on. */
  async function own<T>(
    source: CollectorErrorSource,
    run: (signal: AbortSignal) => T | PromiseLike<T>,
  ): Promise<T> {
    try {
      return await within(timeout, run);
    } catch (error) {
      isolate(
        () => settings.onError(error, source),
        () => {},
      );
      throw error;
    }
  }

  /** Checks a batch and keeps what is good of it. */
  async function keep(
    batch: readonly unknown[],
    sent: number,
    receivedAt: number,
    rules: CollectorSettings = settings,
  ): Promise<CollectorAnswer> {
    const rejected: Rejection[] = [];
    const rows = new Map<string, EventRow>();
    let taken = 0;
    for (const [index, given] of batch.entries()) {
      const verdict = judge(rules, given, sent, receivedAt);
      const problem = 'row' in verdict ? await checkOwn(verdict.row) : verdict;
      if (problem) {
        const id = isRecord(given) && isId(given['id']) ? given['id'] : null;
        rejected.push({ id, index, ...problem });
      } else if ('row' in verdict) {
        taken++;
        rows.set(verdict.row.id, rows.get(verdict.row.id) ?? verdict.row);
      }
    }
    let accepted = rows.size;
    if (accepted > 0) {
      const done = await own('store', (signal) => store.insert([...rows.values()], { signal }));
      if (Array.isArray(done?.inserted)) accepted = done.inserted.length;
    }
    return { v: 1, accepted, duplicates: taken - accepted, rejected };
  }

  /** What the developer's own schema says to the data of a commitment. */
  async function checkOwn({ event }: EventRow): Promise<Verdict | undefined> {
    const schema = event.phase === 'committed' && settings.schemas.get(event.kind);
    if (!schema) return undefined;
    const issue = (await own('schemas', () => schema['~standard'].validate(event.data))).issues?.[0];
    if (!issue) return undefined;
    const path = (issue.path ?? []).map((part) => `.${String(typeof part === 'object' ? part.key : part)}`);
    return { reason: 'schema', detail: `data${path.join('')}: ${issue.message}`.slice(0, 300) };
  }

  async function handle(request: Request): Promise<Response> {
    let allowed: string | undefined;
    try {
      const origin = await allowedOrigin(request, (one) =>
        own('origins', () => askOrigins(settings, one, request)),
      );
      if (origin === false) {
        refused(request.headers.get('origin') ?? '');
        return refuse(undefined, 'origin');
      }
      allowed = origin;
      if (request.method === 'OPTIONS') return permit(allowed, request);
      if (request.method !== 'POST') return refuse(allowed, 'method');
      const text = await readBody(request, settings.maxBody, settings.bodyTimeout);
      if (typeof text === 'number') return refuse(allowed, refusalOf(text));
      const batch = readEnvelope(text);
      if (!batch) return refuse(allowed, 'unreadable');
      const events = batch.events.length;
      if (events > settings.maxEvents) return refuse(allowed, 'too-large');
      const { rateLimit } = settings;
      const verdict = rateLimit && (await own('rateLimit', () => rateLimit(request, { events })));
      if (verdict && !verdict.ok) return refuse(allowed, 'rate', secondsOf(verdict.retryAfter));
      return answer(allowed, await keep(batch.events, batch.sent, Math.floor(now())));
    } catch {
      // A function of the developer's, who has been told. The browser keeps the batch.
      return refuse(allowed, 'unavailable', settings.retryAfter);
    }
  }

  return {
    handle,
    async record(events, options = {}) {
      const time = Math.floor(now());
      if (!Array.isArray(events)) throw failure(608, 'record was not given a list of events');
      const { consent = settings.consent, ...rest } = options;
      if (!isConsent(consent) || Object.keys(rest).length > 0)
        throw failure(608, 'record knows one option, consent: "not-denied", "granted" or "any"');
      const rules = { ...settings, consent };
      // As they would have come over the wire.
      const all = JSON.parse(JSON.stringify(events)) as unknown[];
      const { maxEvents } = settings;
      let sum: CollectorAnswer = { v: 1, accepted: 0, duplicates: 0, rejected: [] };
      for (let from = 0; from < all.length; from += maxEvents) {
        const part = await keep(all.slice(from, from + maxEvents), time, time, rules);
        sum = {
          v: 1,
          accepted: sum.accepted + part.accepted,
          duplicates: sum.duplicates + part.duplicates,
          rejected: [...sum.rejected, ...part.rejected.map((one) => ({ ...one, index: one.index + from }))],
        };
      }
      return sum;
    },
    async erase(who) {
      const given = isRecord(who) ? Object.entries(who) : [];
      const [name, id] = given[0] ?? [];
      // Exactly one, so that a forgotten id never means everybody or nobody.
      if (given.length !== 1 || !(name === 'visitorId' || name === 'sessionId') || !isId(id))
        throw failure(608, 'erase was not given one visitorId or one sessionId as events carry them');
      if (!store.erase) throw failure(608, 'the store has no function erase');
      const lower = id.toLowerCase();
      return store.erase(name === 'visitorId' ? { visitorId: lower } : { sessionId: lower });
    },
    async close() {
      await store.close?.();
    },
  };
}

/** The batch in a body, or undefined when it is none. */
function readEnvelope(
  text: string,
): { readonly sent: number; readonly events: readonly unknown[] } | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(body) || Object.keys(body).length !== 3) return undefined;
  const { v, sent, events } = body;
  if (v !== 1 || !Number.isSafeInteger(sent) || (sent as number) < 0 || !Array.isArray(events))
    return undefined;
  return { sent: sent as number, events };
}

type Verdict = Omit<Rejection, 'id' | 'index'>;

/** What the collector itself says to an event. */
function judge(
  { maxEventBytes, kinds, consent, maxAge, leeway }: CollectorSettings,
  given: unknown,
  sent: number,
  receivedAt: number,
): { readonly row: EventRow } | Verdict {
  const problem = checkEvent(given);
  if (problem) return problem;
  const event = given as CommitmentEvent;
  const { kind } = event;
  if (kinds && !kinds.has(kind)) return { reason: 'kind', detail: 'kind: not one that is taken here' };
  const word = event.consent.analytics;
  if (consent !== 'any' && (word === 'denied' || (consent === 'granted' && word !== 'granted')))
    return {
      reason: 'consent',
      detail: `consent.analytics is ${word}; this collector takes ${consent === 'granted' ? 'granted only' : 'granted or unknown'}`,
    };
  const at = occurredAt(event.time, sent, receivedAt);
  if (receivedAt - at > maxAge * 1_000) return { reason: 'too-old', detail: `time: at most ${maxAge} s ago` };
  if (at - receivedAt > leeway * 1_000)
    return { reason: 'from-the-future', detail: `time: at most ${leeway} s after it was sent` };
  const row = rowOf(event, at, receivedAt);
  if (bytesOf(row.json) > maxEventBytes)
    return { reason: 'too-large', detail: `at most ${maxEventBytes} bytes of JSON` };
  return { row };
}

/** Whole seconds to wait, whatever a rate limit gives. */
function secondsOf(given: number): number {
  return Number.isFinite(given) ? Math.min(Math.max(Math.ceil(given), 1), 86_400) : 60;
}

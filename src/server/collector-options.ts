import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Kind } from '../events/kinds.ts';
import { failure } from '../internal/messages.ts';
import { isKind } from './collector-data.ts';
import { isRecord } from './collector-shapes.ts';
import type { EventStore } from './collector-store.ts';
import { checkNames } from './option-names.ts';

/** What your rate limit says to a batch. */
export type RateVerdict = { readonly ok: true } | { readonly ok: false; readonly retryAfter: number };

/** Which of your functions failed. */
export type CollectorErrorSource = 'store' | 'rateLimit' | 'origins' | 'schemas';

/** Options of {@link createCollector}. */
export interface CollectorOptions {
  /** Where events are kept: a ready writer, or an `insert` of your own. */
  readonly store: EventStore;
  /**
   * Pages of which other sites may send (CORS), such as `https://shop.example`, a list of them, or a function that decides.
   * Your own site always may, and so may what sends no `Origin`, such as another server. Who is refused, `onError` hears of
   * once. Default none.
   */
  readonly origins?:
    | string
    | readonly string[]
    | ((origin: string, request: Request) => boolean | PromiseLike<boolean>)
    | undefined;
  /**
   * Asked before a batch is kept. With `{ ok: false, retryAfter: 30 }` the browser waits 30 seconds and tries again; when
   * it throws or hangs, the batch is answered with 503 and comes again too.
   */
  readonly rateLimit?:
    | ((request: Request, batch: { readonly events: number }) => RateVerdict | PromiseLike<RateVerdict>)
    | undefined;
  /** The kinds to take, and no other. Default: those of the kit and any of your own. */
  readonly kinds?: readonly Kind[] | undefined;
  /** What the data of a commitment must be, by kind, as a Standard Schema (zod, Valibot, ArkType): for kinds of your own. */
  readonly schemas?: { readonly [K in Kind]?: StandardSchemaV1 | undefined } | undefined;
  /**
   * What the visitor must have said to analytics when the event happened. Default `'not-denied'`; `'granted'` also refuses
   * those who have not been asked; `'any'` is for sites that need no consent.
   */
  readonly consent?: 'not-denied' | 'granted' | 'any' | undefined;
  /** Seconds after which an event is too old. Default 691,200, 8 days: an outbox keeps events for 7. */
  readonly maxAge?: number | undefined;
  /** Seconds by which an event may seem to lie in the future; it then counts as of now. Default 300. */
  readonly leeway?: number | undefined;
  /** Bytes of a body. Default 65,536, what a browser still sends when its page goes. */
  readonly maxBody?: number | undefined;
  /** Events in a batch. Default 100. */
  readonly maxEvents?: number | undefined;
  /** Bytes of one event as JSON. Default 16,384. */
  readonly maxEventBytes?: number | undefined;
  /** Seconds that a body may take to arrive. Default 10. */
  readonly bodyTimeout?: number | undefined;
  /** Seconds that each of your functions may take, the store's `insert` among them. Default 10. */
  readonly timeout?: number | undefined;
  /** Seconds after which a browser tries again when the store has failed. Default 5. */
  readonly retryAfter?: number | undefined;
  /**
   * Takes what your own functions throw, and SY-611 for a site whose pages were refused, with the source `origins`; no answer
   * tells of it. Default: one line and the error on the console.
   */
  readonly onError?: ((error: unknown, source: CollectorErrorSource) => void) | undefined;
  /** The time in milliseconds, for tests. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The options with their defaults. */
export type CollectorSettings = {
  readonly [K in Exclude<
    keyof CollectorOptions,
    'origins' | 'rateLimit' | 'kinds' | 'schemas'
  >]-?: NonNullable<CollectorOptions[K]>;
} & {
  readonly origins: Exclude<NonNullable<CollectorOptions['origins']>, string>;
  readonly rateLimit: CollectorOptions['rateLimit'];
  readonly kinds: ReadonlySet<string> | undefined;
  readonly schemas: ReadonlyMap<string, StandardSchemaV1>;
};

/** Options of `record`. */
export interface RecordOptions {
  /**
   * What the visitor must have said to analytics, for these events instead of the collector's own `consent`. `'any'` keeps
   * also the purchase of somebody who refused: what you book is not what you watched somebody do, but the event
   * names the visitor's session and page, so whether you may is yours to decide. Default: that of the collector.
   */
  readonly consent?: CollectorOptions['consent'] | undefined;
}

const names = {
  store: true,
  origins: true,
  rateLimit: true,
  kinds: true,
  schemas: true,
  consent: true,
  maxAge: true,
  leeway: true,
  maxBody: true,
  maxEvents: true,
  maxEventBytes: true,
  bodyTimeout: true,
  timeout: true,
  retryAfter: true,
  onError: true,
  now: true,
} satisfies Record<keyof CollectorOptions, true>;

const consents: readonly unknown[] = ['not-denied', 'granted', 'any'] satisfies CollectorOptions['consent'][];

/** Whether a value is one that the option `consent` takes. */
export const isConsent = (value: unknown): boolean => consents.includes(value);

const tenYears = 10 * 366 * 24 * 3_600;

/** Fills in the defaults. Throws SY-606. */
export function settingsOf(options: CollectorOptions): CollectorSettings {
  checkNames('createCollector', options, names);
  const { store, kinds, schemas = {}, consent = 'not-denied' } = options;
  const origins = typeof options.origins === 'string' ? [options.origins] : (options.origins ?? []);
  if (typeof store?.insert !== 'function') throw failure(606, 'store has no function insert');
  if (typeof origins !== 'function') {
    if (!Array.isArray(origins)) throw failure(606, 'origins is no text, list or function');
    for (const origin of origins) {
      const problem = originProblem(origin);
      if (problem) throw failure(606, problem);
    }
  }
  if (!isConsent(consent)) throw failure(606, `consent is "${String(consent)}"`);
  for (const name of ['rateLimit', 'onError', 'now'] as const)
    if (options[name] !== undefined && typeof options[name] !== 'function')
      throw failure(606, `${name} is ${typeof options[name]}, not a function`);
  if (kinds !== undefined) {
    if (!Array.isArray(kinds)) throw failure(606, "kinds is no list, such as ['poll.vote']");
    for (const kind of kinds as readonly unknown[])
      if (isKind(kind)) throw failure(606, `kinds has "${String(kind)}", not component.act in lower case`);
  }
  if (!isRecord(schemas)) throw failure(606, 'schemas is no object of schemas by kind');
  for (const [kind, schema] of Object.entries(schemas))
    if (typeof schema?.['~standard']?.validate !== 'function')
      throw failure(606, `schemas has no Standard Schema for "${kind}"`);
  const whole = (name: keyof CollectorOptions, byDefault: number, least: number, most: number): number => {
    const value = options[name] ?? byDefault;
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
      throw failure(606, `${name} is ${String(value)}, not a whole number from ${least} to ${most}`);
    return value as number;
  };
  const maxAge = whole('maxAge', 691_200, 60, tenYears);
  if (store.remembers !== undefined && !(maxAge <= store.remembers))
    throw failure(
      606,
      `maxAge is ${maxAge} s, but the store knows its ids for ${store.remembers} s only, so a late copy would count twice`,
    );
  return {
    store,
    origins,
    rateLimit: options.rateLimit,
    kinds: kinds && new Set<string>(kinds),
    schemas: new Map(Object.entries<StandardSchemaV1 | undefined>(schemas).flatMap(defined)),
    consent,
    maxAge,
    leeway: whole('leeway', 300, 0, 86_400),
    maxBody: whole('maxBody', 65_536, 1_024, 2 ** 30),
    maxEvents: whole('maxEvents', 100, 1, 100_000),
    maxEventBytes: whole('maxEventBytes', 16_384, 1_024, 2 ** 24),
    bodyTimeout: whole('bodyTimeout', 10, 1, 3_600),
    timeout: whole('timeout', 10, 1, 3_600),
    retryAfter: whole('retryAfter', 5, 1, 86_400),
    onError: options.onError ?? logError,
    now: options.now ?? Date.now,
  };
}

function defined<T>([key, value]: [string, T | undefined]): [string, T][] {
  return value === undefined ? [] : [[key, value]];
}

/** What keeps a text from being an origin as browsers write it (RFC 6454, section 6.2), or the `null` of pages that hide theirs. */
export function originProblem(origin: unknown): string | undefined {
  let written: string | undefined;
  try {
    written = origin === 'null' ? 'null' : new URL(String(origin)).origin;
  } catch {
    // No address at all.
  }
  return typeof origin === 'string' && written === origin
    ? undefined
    : `origins has "${String(origin)}", not a scheme and a host in small letters without a path, such as "https://shop.example"`;
}

function logError(error: unknown, source: CollectorErrorSource): void {
  // biome-ignore lint/suspicious/noConsole: a collector that cannot keep events must not be silent
  console.error(failure(607, source).message, error);
}

import type { Phase } from '../events/index.ts';
import { tell } from '../internal/messages.ts';
import { problemWithHeaders } from './outbox/hints.ts';
import type { HttpTracker, HttpTrackerOptions } from './outbox/options.ts';
import { createOutbox } from './outbox/outbox.ts';

// What the signatures name, so that nobody needs a second import to write them down.
export type { CommitmentEvent, Phase, Purpose, Tracker } from '../events/index.ts';
export type {
  DroppedEvents,
  HttpBatchOptions,
  HttpTracker,
  HttpTrackerOptions,
  HttpTrackerStats,
  RejectedEvents,
} from './outbox/options.ts';

/**
 * Sends events to an endpoint of your own, such as `createCollector` from `smallyes/server`, and loses none on the way:
 * batches in order, one request at a time; what still waits when the visitor leaves goes out at once, in parts that outlive
 * the page; failures that may pass (no answer, 408, 429, 5xx but 501, 505 and 511) are tried again up to eight times, with
 * growing random pauses and as `Retry-After` says; with `persist` events outlive the page. Delivery is at least once: every
 * try carries the same `event.id`, so an endpoint that keeps each id once has each event exactly once.
 *
 * A request is `POST` with `{ v: 1, sent, events }` as text. Answer 204, or JSON
 * `{ accepted, duplicates, rejected: [{ id, index, reason, detail }] }` whose counts add up to the events; any other 2xx
 * counts as a failure, because proxies and routers answer 200 with a page of their own. What is lost is counted in `stats()`
 * and reported to the provider's `onError`. `identify` is not sent: an endpoint of yours knows its users by their session.
 *
 * ```ts
 * const outbox = httpTracker({ url: '/api/commitments', persist: true });
 * ```
 */
export function httpTracker(options: HttpTrackerOptions): HttpTracker {
  if (process.env.NODE_ENV !== 'production') for (const problem of problemsWith(options)) tell(1039, problem);
  // Without options nothing can be sent, but the page must still come.
  return createOutbox(options ?? {});
}

const knownPhases: readonly unknown[] = [
  'seen',
  'started',
  'progressed',
  'committed',
  'confirmed',
  'withdrawn',
  'dismissed',
  'abandoned',
  'failed',
] satisfies Phase[];

function problemsWith(options: HttpTrackerOptions): string[] {
  if (!isObject(options)) return [`it got ${show(options)} instead of { url }`];
  const { url, batch, capacity, timeout, phases = 'all', headers } = options;
  const problems: string[] = [];
  const scheme = typeof url === 'string' ? /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] : undefined;
  if (typeof url !== 'string' || !url || (scheme && !/^https?$/i.test(scheme)))
    problems.push(`url is "${url}"`);
  if (batch !== undefined && !isObject(batch))
    problems.push(`batch is ${show(batch)}, not { size } or { delay }`);
  const numbers = {
    'batch.size': [batch?.size, 1, 100],
    'batch.delay': [batch?.delay, 0, 600_000],
    capacity: [capacity, 1, 100_000],
    timeout: [timeout, 1, 300_000],
  } as const;
  for (const [name, [value, least, most]] of Object.entries(numbers))
    if (value !== undefined && !(value >= least && value <= most))
      problems.push(`${name} is ${value}, not a number from ${least} to ${most}`);
  if (phases !== 'all' && !Array.isArray(phases))
    problems.push(`phases is ${show(phases)}, not 'all' or a list of phases`);
  else if (phases !== 'all')
    for (const one of phases) if (!knownPhases.includes(one)) problems.push(`phases has ${show(one)}`);
  const problem = typeof headers === 'function' ? undefined : problemWithHeaders(headers);
  return problem ? [...problems, problem] : problems;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

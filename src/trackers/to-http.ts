import { tell } from '../internal/messages.ts';
import { problemsWith } from './outbox/check-options.ts';
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
 * the page; failures that may pass (no answer, 408, 429, 5xx but 501, 505 and 511) are tried again for as long as the page
 * lives, with growing random pauses and as `Retry-After` says, and an event that the endpoint always fails on holds up no
 * other; with `persist` events outlive the page. Delivery is at least once: every try carries the same `event.id`, so an
 * endpoint that keeps each id once has each event exactly once.
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

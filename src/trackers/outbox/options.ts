import type { CommitmentEvent, Phase, Purpose, Tracker } from '../../events/index.ts';
import type { Pause } from './pauses.ts';

/** How events are gathered into requests. */
export interface HttpBatchOptions {
  /** Most events in one request, 1 to 100. Default 50. A request has at most 16 KB whatever this says. */
  readonly size?: number | undefined;
  /** How long the first event of a batch waits for others, in ms. Default 2,000. */
  readonly delay?: number | undefined;
}

/** Options of {@link httpTracker}. */
export interface HttpTrackerOptions {
  /** Your endpoint: an http address, or a path of this site such as `'/api/commitments'`. */
  readonly url: string;
  /** Name of the tracker, and of what it stores. Default `'http'`. */
  readonly name?: string | undefined;
  /** What the visitor must have allowed. Default `'analytics'`. */
  readonly purpose?: Purpose | undefined;
  /** Phases that are sent. Default `'all'`: it is your own endpoint, and paths break before the yes. */
  readonly phases?: 'all' | readonly Phase[] | undefined;
  /**
   * Keeps events in IndexedDB until the endpoint has them, at most 200 for 7 days, so that they outlive the page: an offline
   * visitor, a closed tab. Only while `functional` is granted beside the tracker's own purpose; in memory otherwise. What the
   * page sent while it closed, and saw no answer to, the next page sends again under the same id. Default false.
   */
  readonly persist?: boolean | undefined;
  /** How events are gathered into requests. */
  readonly batch?: HttpBatchOptions | undefined;
  /** Most events that wait in memory. One more drops the oldest, counted. Default 1,000. */
  readonly capacity?: number | undefined;
  /** How long one request may take, in ms, its answer included. Default 10,000. */
  readonly timeout?: number | undefined;
  /** Whether cookies go along, as `fetch` understands it. Default `'same-origin'`. */
  readonly credentials?: RequestCredentials | undefined;
  /** Headers of each request, or what gives them. They cost a request to another origin its preflight. Default none. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>) | undefined;
  /** Called instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Hears the figures after each request and each loss. */
  readonly onStats?: ((stats: HttpTrackerStats) => void) | undefined;
}

/** Events that were given up, by cause. */
export interface DroppedEvents {
  /** More waited than `capacity`. */
  readonly capacity: number;
  /** Stored for more than 7 days. */
  readonly age: number;
  /** The endpoint answered with a status that no further try can change. */
  readonly refused: number;
  /** Too large for the endpoint, alone in its request. */
  readonly size: number;
  /** No JSON can be made of it, or what came out of the store was no event. */
  readonly unusable: number;
  /** The visitor took the consent back. */
  readonly forgotten: number;
}

/** Events that the collector did not take, by its reason. */
export interface RejectedEvents {
  readonly schema: number;
  readonly 'too-large': number;
  readonly 'too-old': number;
  readonly 'from-the-future': number;
  readonly consent: number;
  readonly kind: number;
  /** A reason that this version does not know. */
  readonly other: number;
}

/**
 * What became of the events since the page loaded. `tracked + restored` is always the sum of `accepted`, `duplicates`,
 * `rejected`, `dropped`, `unconfirmed`, `elsewhere` and `queued`.
 */
export interface HttpTrackerStats {
  /** Events that were handed over on this page. */
  readonly tracked: number;
  /** Events taken over from the store. */
  readonly restored: number;
  /** Events that wait, or are on their way. */
  readonly queued: number;
  /** Events put into requests, counted again with each request. */
  readonly sent: number;
  /** Events that the endpoint took. */
  readonly accepted: number;
  /** Events that it had already. */
  readonly duplicates: number;
  readonly rejected: RejectedEvents;
  readonly dropped: DroppedEvents;
  /** Events that a browser without keepalive took as a beacon, whose answer nobody sees. */
  readonly unconfirmed: number;
  /** Stored events of this page that another tab has sent. */
  readonly elsewhere: number;
  /** Requests that were made. One that the browser refused at once, and that was made anew without keepalive, counts once. */
  readonly requests: number;
  /** Those of them with an event that an earlier request had. */
  readonly retries: number;
}

/** The tracker that {@link httpTracker} makes. */
export interface HttpTracker extends Tracker {
  track(event: CommitmentEvent): void;
  /** Sends what waits, at once. Settles when the answers are there; never rejects. */
  flush(): Promise<void>;
  /** Gives up what waits, and deletes what is stored. */
  forget(): Promise<void>;
  /** The figures so far. */
  stats(): HttpTrackerStats;
}

/** An event on its way. */
export interface Item {
  readonly event: CommitmentEvent;
  /** Its JSON. */
  readonly text: string;
  /** Length of the JSON in bytes of UTF-8. */
  readonly bytes: number;
  /**
   * 0 for most. One that may be why requests fail goes alone: as the next one (-1), or, when it failed so, after all others and
   * not before this time.
   */
  due: number;
  /** Requests that it was in. */
  requests: number;
  /** The pause in which it was sent all the same, because the page was about to go. */
  pause?: Pause | undefined;
  /** Place in line. Those that were stored by another page come first. */
  readonly place: number;
  /** Which store it is kept in: a store that was deleted and made anew is another one. */
  kept?: string | undefined;
}

import type { CommitmentEvent, Purpose } from './event.ts';

/** Who an anonymous visitor turned out to be. */
export interface Identity {
  /** The id that the site's own user database gives. Not an e-mail address. */
  readonly userId: string;
  /** The kit's id of the same visitor, when it may be used. */
  readonly visitorId?: string | undefined;
  /** What else the tracker may know, as the developer passed it. */
  readonly traits?: Readonly<Record<string, unknown>> | undefined;
}

/** Where events go: an adapter to one analytics product or to an endpoint of your own. */
export interface Tracker {
  /** Its own name. The first tracker of a name is kept for the provider's lifetime. */
  readonly name: string;
  /** What the visitor must have allowed. Default `'analytics'`. */
  readonly purpose?: Purpose | undefined;
  /** Takes one event, in order. Runs after paint, or at once when the page is about to go. */
  track(event: CommitmentEvent): void | PromiseLike<unknown>;
  /** Joins the anonymous visitor to a known one. */
  identify?(identity: Identity): void | PromiseLike<unknown>;
  /** Hands over whatever it still holds, at once: the page is about to go. */
  flush?(): void | PromiseLike<unknown>;
}

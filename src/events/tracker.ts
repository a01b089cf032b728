import type { CommitmentEvent, ConsentState, Purpose } from './event.ts';

/** Who an anonymous visitor turned out to be. */
export interface Identity {
  /** The id that the site's own user database gives. Not an e-mail address. */
  readonly userId: string;
  /** The kit's id of the same visitor, when it may be used. */
  readonly visitorId?: string | undefined;
  /** What else the tracker may know, as the developer passed it. */
  readonly traits?: Readonly<Record<string, unknown>> | undefined;
}

/** What a tracker may ask of the provider that it hangs on. */
export interface TrackerHost {
  /** The visitor's word at this moment. Default: on the tracker's own purpose. */
  consent(purpose?: Purpose): ConsentState;
  /** Hands an error to the provider's `onError`, with the event it concerns. Never throws. */
  report(error: unknown, event?: CommitmentEvent): void;
}

/** Where events go: an adapter to one analytics product or to an endpoint of your own. */
export interface Tracker {
  /** Its own name. The first tracker of a name is kept for the provider's lifetime. */
  readonly name: string;
  /** What the visitor must have allowed. Default `'analytics'`. */
  readonly purpose?: Purpose | undefined;
  /** Called once, before all else, by each provider that the tracker hangs on. */
  connect?: ((host: TrackerHost) => void) | undefined;
  /** Takes one event, in order. Runs after paint, or at once when the page is about to go. */
  track(event: CommitmentEvent): void | PromiseLike<unknown>;
  /** Joins the anonymous visitor to a known one. */
  identify?: ((identity: Identity) => void | PromiseLike<unknown>) | undefined;
  /** Hands over whatever it still holds, at once: the page is about to go. */
  flush?: (() => void | PromiseLike<unknown>) | undefined;
  /** The visitor has refused, or taken a yes back: nothing that is still held, or was stored, may be sent any more. */
  forget?: (() => void | PromiseLike<unknown>) | undefined;
}

import type { CommitmentData, Grade, Kind, Moment } from './kinds.ts';

/**
 * Where an attempt stands. Only `committed` is a commitment. `confirmed` (a second proof, such as a double
 * opt-in) and `withdrawn` (undone, or replaced by another answer) are events of their own with the same
 * `attempt`; `dismissed` is a no, `abandoned` is leaving after `started`, `failed` is a yes that did not arrive.
 */
export type Phase =
  | 'seen'
  | 'started'
  | 'progressed'
  | 'committed'
  | 'confirmed'
  | 'withdrawn'
  | 'dismissed'
  | 'abandoned'
  | 'failed';

/** A purpose that a visitor can allow or refuse. */
export type Purpose = 'analytics' | 'advertising' | 'functional';

/** The visitor's word on one purpose; `unknown` until asked. */
export type ConsentState = 'granted' | 'denied' | 'unknown';

/** The state of all purposes. */
export type Consent = Readonly<Record<Purpose, ConsentState>>;

/** Which ask on which spot. */
export interface AskInfo {
  /** Stable name chosen by the developer, 1 to 128 characters. */
  readonly id: string;
  /** Where on the page, when the same ask stands in several spots. */
  readonly placement?: string;
  /** The visitor's intent at that spot. */
  readonly moment?: Moment;
}

/** What is given and what is got in return, as shown to the visitor. */
export interface Exchange {
  readonly give: readonly string[];
  readonly get: readonly string[];
}

/** An amount of money. */
export interface Money {
  readonly amount: number;
  /** ISO 4217, three capital letters. */
  readonly currency: string;
}

/** The ladder's view at emit time. */
export interface LadderInfo {
  readonly id: string;
  /** 1-based rung of this ask. */
  readonly rung: number;
  /** How many rungs the ladder has. */
  readonly of: number;
  /** The ask that the ladder would show next. */
  readonly next?: string;
}

/** Campaign parameters of one arrival, from an allow-list, cleaned like the path, each at most 100 characters. */
export type CampaignTouch = Readonly<Record<string, string>>;

/** Where the visitor came from, at the first and at the latest arrival that carried parameters. */
export interface Campaign {
  readonly first?: CampaignTouch;
  readonly last?: CampaignTouch;
}

/** A visit: ends after 30 minutes without an event (as GA4 counts sessions). */
export interface SessionInfo {
  readonly id: string;
  /** 1 for the first visit that this browser remembers. While nothing may be stored, counted from this page load. */
  readonly n: number;
  readonly campaign?: Campaign;
}

/** The page at emit time. */
export interface PageInfo {
  /** Path, with only those query parameters that the developer allowed. */
  readonly path: string;
  /** One id per page load or client-side route. */
  readonly viewId: string;
  /** Host of the page that led here, absent when it is the same site or unknown. */
  readonly referrerHost?: string;
}

/** The remembered visitor. Present only when functional and analytics are granted. */
export interface VisitorInfo {
  readonly id: string;
  /** True during the first visit. */
  readonly isNew: boolean;
  /** What earlier answers said of this visitor, in the order written, at most 20. */
  readonly segments: readonly string[];
}

/** What every event carries, whatever its kind and phase. */
export interface EventBase {
  /** Version of this shape. */
  readonly v: 1;
  /**
   * UUID version 7 (RFC 9562), rising within a tab; the same for every tracker and every retry. That of an order is made of its
   * attempt and the order's number, so that a copy of your server's has the same. That of an exposure is the same in every tab, and
   * has the year 2000 as its time.
   */
  readonly id: string;
  readonly grade: Grade;
  readonly ask: AskInfo;
  /** One id per ask and page view, from `seen` to the end or to `reset()`. Under way, it outlives a route change. */
  readonly attempt: string;
  readonly exchange?: Exchange;
  readonly value?: Money;
  readonly ladder?: LadderInfo;
  /** Variant by experiment id. */
  readonly experiments?: Readonly<Record<string, string>>;
  readonly session: SessionInfo;
  readonly page: PageInfo;
  readonly visitor?: VisitorInfo;
  /** The visitor's consent when the event happened. */
  readonly consent: Consent;
  /** Milliseconds since 1970 by the visitor's clock. */
  readonly time: number;
  /** Strictly rising per page load. The order of events is `(time, page.viewId, seq)`. */
  readonly seq: number;
}

/** A yes: the one phase that counts. */
export interface Commitment<K extends Kind = Kind, Data = CommitmentData[K]> extends EventBase {
  readonly kind: K;
  readonly phase: 'committed';
  readonly data: Readonly<Data>;
}

/** Any other phase: its data may be incomplete. */
export interface CommitmentStep<K extends Kind = Kind, Data = CommitmentData[K]> extends EventBase {
  readonly kind: K;
  readonly phase: Exclude<Phase, 'committed'>;
  readonly data: Readonly<Partial<Data>>;
}

/** One event of any phase, told apart by `kind` and then by `phase`. */
export type CommitmentEvent<K extends Kind = Kind> = K extends Kind
  ? Commitment<K> | CommitmentStep<K>
  : never;

/** One commitment of any kind, told apart by `kind`. */
export type AnyCommitment<K extends Kind = Kind> = K extends Kind ? Commitment<K> : never;

/** What an ask knows of its event; the provider adds the rest. */
export interface EventDraft<K extends Kind = Kind> {
  readonly kind: K;
  readonly phase: Phase;
  readonly grade: Grade;
  readonly ask: AskInfo;
  readonly attempt: string;
  /** Its id, where another copy of it is made elsewhere. Default: a new one. */
  readonly id?: string;
  readonly exchange?: Exchange | undefined;
  readonly value?: Money | undefined;
  readonly data?: unknown;
}

/** What the surroundings know of an event. */
export interface EventContext {
  readonly session: SessionInfo;
  readonly page: PageInfo;
  readonly consent: Consent;
  readonly visitor?: VisitorInfo | undefined;
  readonly ladder?: LadderInfo | undefined;
  readonly experiments?: Readonly<Record<string, string>> | undefined;
}

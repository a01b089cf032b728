/** What is remembered of one ask. Times in milliseconds since 1970. */
export interface AskHistory {
  /** Last seen on the screen. */
  readonly shown?: number | undefined;
  /** Number of the visit in which it was last seen. */
  readonly visit?: number | undefined;
  /** In how many visits it was seen without an answer, as of `shown`: an answer after that ends the count. */
  readonly showings?: number | undefined;
  /** Last no. */
  readonly dismissed?: number | undefined;
  /** How many noes since the last yes, at most 50, as of `dismissed`: a yes after that ends the count. One that comes while it rests is no further one. */
  readonly refusals?: number | undefined;
  /** Last yes. It stands unless `withdrawn` is as late. */
  readonly committed?: number | undefined;
  /** What the yes said, at most 5 values of 60 characters. */
  readonly answer?: readonly string[] | undefined;
  /** Segments that the yes put the visitor into. */
  readonly segments?: readonly string[] | undefined;
  /** Last time a yes was taken back. */
  readonly withdrawn?: number | undefined;
}

/** The three things that clocks run from. */
export type Clock = 'shown' | 'dismissed' | 'committed';

/** What a visitor has done on one ladder. Never changed, always replaced. */
export interface History {
  /** What happened before does not count: set by `forget`. */
  readonly since: number;
  /** Latest of each clock over all asks of the site, on the ladder or not, with the ask it was. */
  readonly site: { readonly [C in Clock]?: { readonly time: number; readonly ask: string } };
  readonly asks: Readonly<Record<string, AskHistory>>;
  /** Variants that were exposed, by experiment. */
  readonly exposed: Readonly<Record<string, string>>;
}

/** The history of somebody who has done nothing, or of whom nothing before `since` counts. */
export function emptyHistory(since = 0): History {
  return { since, site: {}, asks: {}, exposed: {} };
}

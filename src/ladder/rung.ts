import type { Grade, Kind, Moment } from '../events/index.ts';

/** A length of time: a number with `s`, `m`, `h` or `d` (seconds, minutes, hours, days of 24 hours), or without end. */
export type Duration = `${number}${'s' | 'm' | 'h' | 'd'}` | 'forever';

/** How long to rest after each of three things. The clocks run by themselves: none starts or stops another. */
export interface Clocks {
  /** Since it was last seen on the screen. It stays open for the rest of the visit in which it was seen. */
  readonly shown?: Duration | undefined;
  /** Since the visitor last said no. For one ask twice as long with each further no, up to a year; the site's own is always the same. */
  readonly dismissed?: Duration | undefined;
  /** Since the visitor last said yes. */
  readonly committed?: Duration | undefined;
}

/** The width class of the visitor's window: a phone is narrower than 768 CSS pixels. */
export type Device = 'phone' | 'desktop';

/** One or several of the segments that rungs write. Where none writes any, the compiler names what was written, and says so. */
type SegmentWish<Segment extends string> = [Segment] extends [never]
  ? NoSegment | readonly NoSegment[]
  : Segment | readonly Segment[];
type NoSegment = 'no rung of this ladder writes a segment: see segments of a rung';

/** What must hold for an ask to be offered. All of it; of a list, any one. */
export interface Conditions<Id extends string = string, Segment extends string = string> {
  /** Seconds that this page view was visible. The ladder waits for it, and holds later asks for the first 30 of them. */
  readonly seconds?: number | undefined;
  /** Share of the page that has been scrolled past, 0 to 1. The ladder waits for it, and holds later asks for 30 seconds. */
  readonly scroll?: number | undefined;
  /** Number of the visit, at least: 2 is for those who came back. */
  readonly visits?: number | undefined;
  /** Path of the page, without query; `*` stands for anything, as in `/blog/*`. */
  readonly page?: string | readonly string[] | undefined;
  readonly device?: Device | undefined;
  /** What earlier answers said of the visitor. */
  readonly segment?: SegmentWish<Segment> | undefined;
  /** What earlier answers must not have said. */
  readonly notSegment?: SegmentWish<Segment> | undefined;
  /** The visitor's intent at the spot that would show it. */
  readonly moment?: Moment | readonly Moment[] | undefined;
  /** Earlier answers, by ask. */
  readonly answered?:
    | { readonly [A in Id]?: string | number | readonly (string | number)[] | undefined }
    | undefined;
  /** Variants that the visitor is in, by experiment. */
  readonly variant?: { readonly [experiment: string]: string | readonly string[] } | undefined;
}

/** One rung as the ladder keeps it: every default filled in. */
export interface Rung<Id extends string = string, Segment extends string = string> {
  readonly ask: Id;
  /** Kind whose yes passes the rung: a dialog that was opened is not yet one that was sent. */
  readonly kind: Kind;
  readonly grade: Grade;
  readonly when: Conditions<Id, Segment>;
  /** Rest of this ask in milliseconds, `Infinity` for ever; after a no the first one, which doubles with each further no. */
  readonly rest: Readonly<Record<keyof Clocks, number>>;
  /** In how many visits it may be seen without an answer before it rests as after a no. */
  readonly showings: number;
  /** Smaller asks after a refusal, in their order. */
  readonly otherwise: readonly Rung<Id, Segment>[];
  /** Segments that an answer puts the visitor into. */
  readonly segments: readonly {
    readonly name: Segment;
    readonly holds: (data: Readonly<Record<string, unknown>>) => boolean;
  }[];
  /** Earlier names of the ask, whose history counts. */
  readonly formerly: readonly string[];
  /** By which figures it stands where it does; undefined where it stands as it was written. */
  readonly learned?: LearnedPlace | undefined;
}

/** Why a rung stands where it does, after `orderRungs`. */
export interface LearnedPlace {
  /** The ask before it; undefined at the start of a path. */
  readonly after?: string | undefined;
  /** The lower bound of the share that reached the goal, 0 to 1. */
  readonly lower: number;
  /** Visitors whom it was worked out of. */
  readonly n: number;
}

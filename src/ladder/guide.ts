import type { Moment } from '../events/index.ts';
import type { Decision, Explanation } from './decide.ts';
import type { History } from './history.ts';
import type { Device, Ladder, LadderContext, LadderDraft, Remembered } from './ladder.ts';

export { createGuide } from './create-guide.ts';

/** What a guide needs of the page's provider; its `site` has all of it. */
export interface GuideHost {
  readonly memory: {
    /** The note, held or stored, or null. */
    get(key: string): string | null;
    /** The note as storage has it now, written by whatever tab, or null. */
    stored(key: string): string | null;
    set(key: string, note: string): void;
  };
  readonly visit: {
    session(): { readonly id: string; readonly n: number };
    segments(): readonly string[];
    /** Takes the visitor out of some segments and puts them into others. */
    setSegments(come: readonly string[], gone?: readonly string[]): void;
    /** Hears when segments, consent or the visit change. */
    subscribe(listener: () => void): () => void;
  };
}

/** What the browser knows of the moment. */
export interface Senses {
  readonly path?: string | undefined;
  readonly device?: Device | undefined;
  /** Whole seconds that this page view was visible. */
  readonly seconds?: number | undefined;
  /** Largest share of the page scrolled past in this page view, 0 to 1. */
  readonly scroll?: number | undefined;
}

/** A spot of the page that can show asks. */
export interface Slot {
  /** Unique on the page. */
  readonly key: string;
  /** Asks that it can show. Undefined: whichever. */
  readonly asks: readonly string[] | undefined;
  readonly moment?: Moment | undefined;
  /** Stands in the success or dismissal view of another ask: the site-wide cooldown does not hold there. */
  readonly isReply?: boolean | undefined;
  /** Where several slots could show the next ask, the one with the smaller number does; then the one that came first. */
  readonly order?: number | undefined;
  /** The ask that it shows already, as a server decided: it stays if its own clocks allow it. Heard when the slot is new. */
  readonly shows?: string | undefined;
  /** It stands for markup of a server that nobody has taken over yet. It goes with the page view, or when its spot is told of. */
  readonly isPainted?: boolean | undefined;
}

/** What one slot shows now. */
export interface Showing {
  /** The ask that is open there. */
  readonly ask?: string | undefined;
  /** The ask that was answered there last, in this page view: its thanks stay in place, the next ask stands below. */
  readonly answered?: string | undefined;
  /** The visitor saw the ask and left it behind: it stays and can be answered, and another slot may have the open one. */
  readonly isPassed?: boolean | undefined;
}

/** The state of a guide. Never changed, always replaced: compare by identity. */
export interface GuideState {
  /** By the slot's key. At most one slot has an open ask, apart from those that the visitor has left behind. */
  readonly showings: ReadonlyMap<string, Showing>;
  /** For the slot that has the open ask or would get one; without any slot, as if every ask could be shown. */
  readonly decision: Decision;
  readonly history: History;
  /** Counts page views, from 1: seconds and scrolling begin anew with each. 0 until the guide has started. */
  readonly view: number;
}

/**
 * A ladder at work on one page: who is here, what they did, what stands where. No DOM: the browser's part tells it by `sense`.
 * It reads the visitor's memory once it has started, which the first event, news of the visitor's consent, or `start` does.
 */
export interface Guide {
  readonly ladder: Ladder;
  /** For the provider, at each event, before it is made: takes it into the history, and says what it carries. */
  take(draft: LadderDraft): LadderContext;
  /**
   * For the provider: an ask that is seen was answered before, which this ladder does not know of. Where a spot shows it, that
   * counts as its yes; nobody could give it another.
   */
  settle(ask: string): void;
  /** Until it has started: nothing shown, nothing remembered. */
  state(): GuideState;
  subscribe(listener: () => void): () => void;
  /** The provider knows the visitor's word, so the memory may be read. Does nothing the second time. */
  start(): void;
  /** Tells what has changed of the moment, and looks at the clock. */
  sense(senses: Senses): void;
  /** A new page view: seconds and scroll begin anew, what was answered goes. */
  turn(path?: string): void;
  /** Offers a spot, or tells of one anew by its key; returns how to take it back. */
  offer(slot: Slot): () => void;
  /**
   * The visitor has left these spots behind, by their keys: what stands there stays, and can be answered, but the next ask may open
   * in one of the others. Until the page view ends, or the ask there is answered.
   */
  pass(keys: readonly string[]): void;
  /** Which ask, and why: every rule that was weighed. */
  explain(ask: string): Explanation;
  /** Joins what a server remembers; before it has started, with what the browser does. */
  remember(remembered: Remembered): void;
  /** Reads the stored note again: another tab has written. */
  reload(): void;
  /** Forgets what the visitor has done on this ladder, here, in other tabs and in storage. */
  forget(): void;
  /** When what is shown can change by time alone, in milliseconds since 1970 by the guide's clock. */
  readonly wake: number | undefined;
  /** The guide's clock. */
  now(): number;
  /** Moves the guide's clock, in milliseconds; 0 is the real one. For developers. */
  travel(offset: number): void;
  /** Tells the variants that this visitor is in, for events and conditions. */
  setVariants(variants: Readonly<Record<string, string>>): void;
  /** Notes that the visitor was exposed to a variant. True the first time, over all tabs and visits. */
  expose(experiment: string, variant: string): boolean;
}

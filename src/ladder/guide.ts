import type { Moment } from '../events/index.ts';
import type { History } from './history.ts';
import type { Device } from './rung.ts';
import type { Decision } from './situation.ts';

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
  /**
   * By the slot's key. At most one slot has an open ask, apart from those that the visitor has left behind. A slot that went while
   * something stood there stays among those until the page view ends: it may come back.
   */
  readonly showings: ReadonlyMap<string, Showing>;
  /** For the slot that has the open ask or would get one; without any slot, as if every ask could be shown. */
  readonly decision: Decision;
  readonly history: History;
  /** Counts page views, from 1: seconds and scrolling begin anew with each. 0 until the guide has started. */
  readonly view: number;
}

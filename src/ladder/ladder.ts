import type { EventDraft, LadderInfo } from '../events/index.ts';
import type { GuideHost, GuideState, Senses, Slot } from './guide.ts';
import type { Clocks, Device, Rung } from './rung.ts';
import type { Explanation } from './situation.ts';

/**
 * A path of asks towards a goal. A value without state: `guide` makes the state of one page, `decide` and `explain` are
 * pure. Made by `defineLadder`.
 */
export interface Ladder<Id extends string = string, Segment extends string = string> {
  readonly id: string;
  /** The ask whose yes the path leads to: the last rung. */
  readonly goal: Id;
  /** From the smallest to the goal. Empty when the definition was unusable: the ladder then guides nobody. */
  readonly rungs: readonly Rung<Id, Segment>[];
  /** Site-wide rest between asks, in milliseconds. */
  readonly cooldown: Readonly<Record<keyof Clocks, number>>;
  /** Address of the handler that keeps the memory in a cookie which the server sets. */
  readonly remember: string | undefined;
  /** The guide of one page, the same one for the same host. */
  guide(host: GuideHost): Guide;
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

/** What the provider asks of a ladder at each event. */
export interface LadderContext {
  readonly ladder?: LadderInfo | undefined;
  readonly experiments?: Readonly<Record<string, string>> | undefined;
}

/** What a server remembers of a visitor, for the first paint: plain data that crosses from Server Components. */
export interface Remembered {
  /** The visitor's history as the cookie holds it, one for each ladder by its id. */
  readonly notes: Readonly<Record<string, string>>;
  /** Clock of the server at that moment, so that server and browser decide alike. Milliseconds since 1970. */
  readonly time: number;
  /** Whom experiments know: any stable text. */
  readonly unit?: string | undefined;
  /** Path of the page that is rendered, where the server knows it. */
  readonly path?: string | undefined;
  readonly device?: Device | undefined;
}

export type LadderDraft = Pick<EventDraft, 'kind' | 'phase' | 'ask' | 'data'>;

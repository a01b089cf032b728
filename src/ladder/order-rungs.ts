import { gradeOf } from './check-ladder.ts';
import type { LadderDefinition, RungDefinition } from './ladder-definition.ts';

/** What was best asked after a yes: `analyze(counts).nextBestAsks` of `smallyes/insights` is a list of these. */
export interface LearnedAsk {
  /** The yes before, `kind:ask` or the kind alone; `(start)` where there is none. */
  readonly state: string;
  /** What was asked after it, and how many then reached the goal. */
  readonly weighed: readonly {
    readonly action: string;
    readonly rate: { readonly n: number; readonly interval: readonly [low: number, high: number] };
  }[];
}

/** Below this many visitors a share says nothing. */
const fewest = 30;

/** What insights call the time before the first yes. */
const start = '(start)';

/**
 * Orders a ladder by what was learned: rungs of one grade come in the order in which visitors most surely reach the goal, by the
 * lower bound of its rate after the rung before. Grades stay as they are, so no rung falls or jumps; the goal stays last. A rung
 * that fewer than 30 visitors were asked keeps the turn it was written for, so that what is new gets its chance, and so does all
 * else where nothing was learned. `explain` names the figures.
 *
 * ```ts
 * import learned from './next-best-asks.json';
 * export const shop = defineLadder(orderRungs({ id: 'shop', goal: 'purchase', rungs: [ … ] }, learned));
 * ```
 */
export function orderRungs<Id extends string, Segment extends string = never>(
  definition: LadderDefinition<Id, Segment>,
  learned: readonly LearnedAsk[],
  // Not inferred from where the result goes: inside defineLadder(…) the ids would be mere strings.
): LadderDefinition<NoInfer<Id>, NoInfer<Segment>> {
  const written = definition as LadderDefinition;
  // What cannot be read is for `defineLadder` to say.
  if (!Array.isArray(written?.rungs) || !Array.isArray(learned)) return definition;
  const waiting = [...written.rungs];
  const rungs: RungDefinition[] = [];
  while (waiting.length > 0) {
    const [first] = waiting as [RungDefinition, ...RungDefinition[]];
    const before = rungs.at(-1);
    const knows = weigherAfter(before, learned);
    const best = first.ask !== written.goal && knows(first) && bestOf(waiting, first, written.goal, knows);
    const next = best ? best.rung : first;
    rungs.push(best ? { ...next, learned: { after: before?.ask, lower: best.lower, n: best.n } } : next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  return { ...written, rungs } as LadderDefinition as LadderDefinition<Id, Segment>;
}

interface Known {
  readonly rung: RungDefinition;
  readonly lower: number;
  readonly n: number;
}

/** What is known of a rung when it comes after another; undefined where too few were asked. */
function weigherAfter(before: RungDefinition | undefined, learned: readonly LearnedAsk[]) {
  const state = learned.find((one) => (before ? isOf(one.state, before) : one.state === start));
  return (rung: RungDefinition): Known | undefined => {
    const rate = state?.weighed.find(({ action }) => isOf(action, rung))?.rate;
    return rate && rate.n >= fewest ? { rung, lower: rate.interval[0], n: rate.n } : undefined;
  };
}

const isOf = (action: string, { kind, ask }: RungDefinition) =>
  action === kind || action === `${kind}:${ask}`;

/** The surest of the rungs of one grade that are known; of equals the first. Undefined where there is nothing to choose. */
function bestOf(
  waiting: readonly RungDefinition[],
  first: RungDefinition,
  goal: string,
  know: (rung: RungDefinition) => Known | undefined,
): Known | undefined {
  const rivals = waiting.filter((rung) => rung.ask !== goal && gradeOf(rung) === gradeOf(first));
  const known = rivals.flatMap((rung) => know(rung) ?? []);
  if (known.length < 2) return undefined;
  return known.reduce((best, one) => (one.lower > best.lower ? one : best));
}

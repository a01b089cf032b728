import type { Grade } from '../events/index.ts';
import { asksOf } from '../ladder/asks-of.ts';
import type { History } from '../ladder/history.ts';
import type { Ladder } from '../ladder/ladder.ts';
import { hasYes } from '../ladder/recall.ts';
import type { Decision, Explanation, RuleName } from '../ladder/situation.ts';

/** Where a rung stands, in one word. */
export interface RungState {
  readonly name: 'done' | 'open' | 'next' | 'waiting' | 'resting' | 'not applicable' | 'queued' | 'held';
  /** The rule that decides it, for its sentence. */
  readonly rule?: RuleName | undefined;
  /** When a rest ends, in milliseconds since 1970. Undefined: never by time alone. */
  readonly until?: number | undefined;
}

const clocks: readonly RuleName[] = ['dismissed', 'shown', 'showings', 'cooldown'];
const waits: readonly RuleName[] = ['seconds', 'scroll'];
const places: readonly RuleName[] = [
  ...(['segment', 'moment', 'answer', 'variant', 'page', 'device', 'visits', 'offered'] as const),
];

/** Says it from what was weighed. `open` is the ask that is open on the page. */
export function rungState(
  { ask, isNext, rules }: Explanation,
  decision: Pick<Decision, 'queue' | 'waiting'>,
  open: string | undefined,
): RungState {
  const failing = rules.filter(({ holds }) => !holds);
  const among = (names: readonly RuleName[]) => failing.filter(({ rule }) => names.includes(rule));
  const answered = failing.find(({ rule }) => rule === 'answered');
  if (answered) return { name: 'done', rule: 'answered', until: answered.until };
  if (open === ask) return { name: 'open' };
  if (isNext) return { name: 'next' };
  const [place] = among(places);
  if (place) return { name: 'not applicable', rule: place.rule };
  const resting = among(clocks);
  if (resting.length > 0) {
    // The longest rest is the one that counts; one without an end is longer than all.
    const last = resting.reduce((a, b) => ((b.until ?? Infinity) > (a.until ?? Infinity) ? b : a));
    return { name: 'resting', rule: last.rule, until: last.until };
  }
  const [wait] = among(waits);
  if (decision.waiting === ask || wait) return { name: 'waiting', rule: wait?.rule };
  if (decision.queue.includes(ask)) return { name: 'queued', rule: failing[0]?.rule };
  return { name: 'held', rule: failing[0]?.rule };
}

/** The largest grade that the visitor has said yes to and not taken back; undefined: none yet. */
export function visitorsGrade(ladder: Ladder, { asks }: History): Grade | undefined {
  const grades = asksOf(ladder)
    .filter(({ ask, formerly }) => [ask, ...formerly].some((name) => hasYes(asks[name] ?? {})))
    .map(({ grade }) => grade);
  return grades.length > 0 ? (Math.max(...grades) as Grade) : undefined;
}

/** Experiments that a ladder's conditions name, with the variants that they name. */
export function variantsIn(ladder: Ladder): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  for (const { when } of asksOf(ladder))
    for (const [experiment, wanted] of Object.entries(when.variant ?? {})) {
      const known = found.get(experiment) ?? new Set();
      for (const variant of [wanted].flat()) known.add(variant);
      found.set(experiment, known);
    }
  return Object.fromEntries([...found].map(([experiment, known]) => [experiment, [...known]]));
}

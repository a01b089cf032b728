import { type Counts, END, GOAL, START, type TransitionCount } from '../counts.ts';
import type { Contribution } from '../insights.ts';
import { removalEffects } from '../stats/markov.ts';
import { randomOf } from '../stats/random.ts';

/** How many states a chain may have; the rarer ones are one. */
const mostStates = 40;
const others = '(others)';
const draws = 200;

/** A row of counts: whose, and where in the chain's table. */
interface Move {
  readonly group: number;
  readonly cell: number;
  readonly n: number;
}

/**
 * What share of the goals each action carries, with an interval from 200 bootstrap samples of visitors. They are drawn by
 * the group of their ids, up to 256 of them for ids of hexadecimal digits, always the same ones for the same counts. Beyond 40
 * actions the rarer ones are one, `(others)`.
 */
export function contributionsOf({ transitions, converted }: Counts): Contribution[] {
  const states = statesOf(transitions);
  const size = states.length;
  const places = new Map([...states, GOAL, END].map((state, index) => [state, index]));
  const place = (state: string) => places.get(state) ?? size - 1;
  const groups = [...new Set(transitions.map(({ group }) => group))].sort();
  const groupAt = new Map(groups.map((group, index) => [group, index]));
  const moves = transitions.map(
    ({ group, from, to, n }): Move => ({
      group: groupAt.get(group) as number,
      cell: place(from) * (size + 2) + place(to),
      n,
    }),
  );

  const effects = effectsOf(
    moves,
    size,
    groups.map(() => 1),
  );
  const random = randomOf(20_260_101);
  const samples = Array.from({ length: groups.length < 10 ? 0 : draws }, () => {
    const times = groups.map(() => 0);
    for (const _ of groups) {
      const drawn = Math.floor(random() * times.length);
      times[drawn] = (times[drawn] as number) + 1;
    }
    return effectsOf(moves, size, times);
  });
  return states
    .map((action, index): Contribution => {
      const estimate = effects[index] as number;
      const sorted = samples
        .map((sample) => sample[index] as number)
        .filter(Number.isFinite)
        .sort((a, b) => a - b);
      const quantile = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
      const isKnown = sorted.length > 0 && estimate >= 0;
      return {
        action,
        estimate,
        // The samples may all lie on one side where hardly a group has it.
        interval: isKnown
          ? [Math.min(quantile(0.025), estimate), Math.max(quantile(0.975), estimate)]
          : [0, 1],
        n: converted,
        warnings: converted < 100 || samples.length === 0 ? ['TOO_FEW'] : [],
      };
    })
    .slice(1)
    .sort((one, two) => two.estimate - one.estimate || (one.action < two.action ? -1 : 1));
}

/** The start, the actions by how often they are left, and at the end all the rarer ones as one. */
function statesOf(transitions: readonly TransitionCount[]): string[] {
  const left = new Map<string, number>();
  for (const { from, to, n } of transitions) {
    if (from !== START) left.set(from, (left.get(from) ?? 0) + n);
    if (to !== GOAL && to !== END && !left.has(to)) left.set(to, 0);
  }
  const actions = [...left.entries()]
    .sort(([one, n], [two, m]) => m - n || (one < two ? -1 : 1))
    .map(([action]) => action);
  if (actions.length <= mostStates) return [START, ...actions];
  return [START, ...actions.slice(0, mostStates), others];
}

/** Of all groups, each as often as it was drawn. Rows of the table: from, columns: to, then the goal and the end. */
function effectsOf(moves: readonly Move[], size: number, times: readonly number[]): number[] {
  const cells = new Float64Array(size * (size + 2));
  for (const { group, cell, n } of moves)
    cells[cell] = (cells[cell] as number) + n * (times[group] as number);
  const rows = Array.from({ length: size }, (_, row) => [
    ...cells.subarray(row * (size + 2), (row + 1) * (size + 2)),
  ]);
  const column = (at: number) => rows.map((row) => row[at] as number);
  return removalEffects(
    rows.map((row) => row.slice(0, size)),
    column(size),
    column(size + 1),
  );
}

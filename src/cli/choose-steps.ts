import type { CommitmentEvent } from '../events/event.ts';
import type { Action } from '../insights/question.ts';

/** What a report asks where nobody said what. */
interface Chosen {
  readonly goal: Action;
  readonly steps: readonly Action[];
}

interface Tally {
  readonly kind: Action;
  readonly grade: number;
  rung: number;
  n: number;
}

/**
 * Looks through the events for the goal, where none is given: the most given of the largest yeses. Its steps are the smaller yeses
 * of the ladder in the order of its rungs, where events carry one, else the most given yes of each smaller grade. Undefined where
 * nobody gave the goal.
 */
export async function chooseSteps(
  events: AsyncIterable<CommitmentEvent>,
  given?: Action,
): Promise<Chosen | undefined> {
  const tallies = new Map<string, Tally>();
  for await (const { kind, phase, grade, ladder } of events) {
    if (phase !== 'committed') continue;
    const tally = tallies.get(kind) ?? { kind, grade, rung: 0, n: 0 };
    tally.n++;
    tally.rung = ladder?.rung ?? tally.rung;
    tallies.set(kind, tally);
  }
  const all = [...tallies.values()].sort((one, two) => two.grade - one.grade || two.n - one.n);
  const goal = given ? all.find(({ kind }) => kind === given.split(':')[0]) : all[0];
  if (!goal) return undefined;
  const smaller = all.filter(({ grade }) => grade < goal.grade);
  const onLadder = smaller.filter(({ rung }) => rung > 0).sort((one, two) => one.rung - two.rung);
  // The first of each grade is its most given one.
  const ofGrades = smaller.filter(({ grade }, at) => smaller[at - 1]?.grade !== grade).reverse();
  const steps = (onLadder.length > 0 ? onLadder : ofGrades).map(({ kind }) => kind);
  const name = given ?? goal.kind;
  return { goal: name, steps: [...steps, name] };
}

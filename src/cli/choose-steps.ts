import type { CommitmentEvent } from '../events/event.ts';
import { Owners } from '../insights/owners.ts';
import type { Action } from '../insights/question.ts';
import { aboutGoal, leftOut, rowOf, rowsOf, type Tally } from './tell-steps.ts';

/** What a report asks where nobody said what, and why. */
interface Chosen {
  readonly goal: Action;
  readonly steps: readonly Action[];
  /** Which goal and which steps were looked at, and why these, in lines. */
  readonly aboutGoal: string;
  readonly aboutSteps: readonly string[];
}

/** A rung of a ladder, with all the yeses that stand on it. */
interface Rung {
  readonly kind: Action;
  readonly ask: string;
  readonly grade: number;
  rung: number;
}

interface Ladder {
  n: number;
  readonly rungs: Map<string, Rung>;
}

/** Of one unit: the time of its first yes of each kind, and of its first to the goal that was asked for. */
interface Unit {
  readonly first: Map<Action, number>;
  goal: number;
}

/** Below this many goals, what most did before is the habit of a few. */
const fewest = 30;

/** So many steps are a funnel that one can read. */
const most = 6;

/**
 * Looks through the events for the goal, where none is given: the most given of the largest yeses. Its steps are the rungs of the
 * ladder below it, where events carry one; else all that at least half of those who reached the goal gave before it, in the order
 * in which they came; else, of too few goals, the most given yes of each smaller size. Undefined where nobody gave a yes.
 */
export async function chooseSteps(
  events: AsyncIterable<CommitmentEvent>,
  given?: Action,
): Promise<Chosen | undefined> {
  const tallies = new Map<Action, Tally>();
  const ladders = new Map<string, Ladder>();
  const visitors = new Map<string, Unit>();
  const sessions = new Map<string, Unit>();
  const owners = new Owners();
  const isGiven = (kind: string, ask: string) => given === kind || given === `${kind}:${ask}`;
  for await (const { kind, phase, grade, ladder, ask, visitor, session, time, page, seq } of events) {
    owners.see({ session: session.id, visitor: visitor?.id, time, view: page.viewId, seq });
    if (phase !== 'committed' || kind === 'experiment.expose') continue;
    const tally = tallies.get(kind) ?? { kind, grade, n: 0 };
    tally.n++;
    tallies.set(kind, tally);
    if (ladder && ladder.rung > 0) climb(ladders, ladder.id, { kind, ask: ask.id, grade, rung: ladder.rung });
    const unit = visitor ? unitOf(visitors, visitor.id) : unitOf(sessions, session.id);
    give(unit, kind, time);
    if (isGiven(kind, ask.id)) unit.goal = Math.min(unit.goal, time);
  }
  const units = [...joined(visitors, sessions, owners)];
  const all = [...tallies.values()].sort((one, two) => two.grade - one.grade || two.n - one.n);
  const [largest] = all;
  const goalKind = given ? (given.split(':')[0] as Action) : largest?.kind;
  if (!goalKind || !largest) return undefined;
  const goal = given ?? goalKind;
  const others = all.filter(({ kind }) => kind !== goalKind);
  const habit = habitOf(units, goalKind, given, others);
  const { steps, about } =
    byLadder(ladders, goalKind, others) ??
    byHabit(habit) ??
    bySize(others, tallies.get(goalKind)?.grade ?? largest.grade + 1, habit);
  return { goal, steps: [...steps, goal], aboutGoal: aboutGoal(goal, given, all), aboutSteps: about };
}

function unitOf(units: Map<string, Unit>, id: string): Unit {
  let unit = units.get(id);
  if (!unit) units.set(id, (unit = { first: new Map(), goal: Number.POSITIVE_INFINITY }));
  return unit;
}

function give({ first }: Unit, kind: Action, time: number): void {
  first.set(kind, Math.min(time, first.get(kind) ?? time));
}

/** The visitors, with what they gave before anybody knew them, and the sessions that are nobody's; as `count` has them. */
function* joined(visitors: Map<string, Unit>, sessions: ReadonlyMap<string, Unit>, owners: Owners) {
  for (const [session, unit] of sessions) {
    const owner = owners.of(session);
    if (owner === undefined) {
      yield unit;
      continue;
    }
    const visitor = unitOf(visitors, owner);
    for (const [kind, time] of unit.first) give(visitor, kind, time);
    visitor.goal = Math.min(visitor.goal, unit.goal);
  }
  yield* visitors.values();
}

function climb(ladders: Map<string, Ladder>, id: string, one: Rung): void {
  const ladder = ladders.get(id) ?? { n: 0, rungs: new Map<string, Rung>() };
  ladder.n++;
  ladders.set(id, ladder);
  const action = `${one.kind}:${one.ask}`;
  const known = ladder.rungs.get(action);
  // Its latest place, where the ladder was put in another order.
  if (known) known.rung = one.rung;
  else ladder.rungs.set(action, one);
}

interface Steps {
  readonly steps: readonly Action[];
  readonly about: readonly string[];
}

/** The rungs below the goal of the ladder that has it, else of the one most walked. */
function byLadder(
  ladders: ReadonlyMap<string, Ladder>,
  goal: Action,
  others: readonly Tally[],
): Steps | undefined {
  const sorted = [...ladders].sort(([, one], [, two]) => two.n - one.n);
  const has = ([, { rungs }]: (typeof sorted)[number]) =>
    [...rungs.values()].some(({ kind }) => kind === goal);
  const [id, ladder] = sorted.find(has) ?? sorted[0] ?? [];
  if (!ladder) return undefined;
  // A dialog that is opened and sent has two yeses on one rung.
  const rungs = [...ladder.rungs.values()].sort((one, two) => one.rung - two.rung || one.grade - two.grade);
  const top = rungs.find(({ kind }) => kind === goal)?.rung ?? Number.POSITIVE_INFINITY;
  const below = rungs.filter(({ kind, rung }) => rung < top && kind !== goal);
  if (below.length === 0) return undefined;
  // Two asks of a kind on two rungs are two steps.
  const isAlone = (kind: Action) => below.filter((one) => one.kind === kind).length === 1;
  const steps = below.map(({ kind, ask }): Action => (isAlone(kind) ? kind : `${kind}:${ask}`));
  return {
    steps,
    about: [
      `The steps are the rungs of the ladder "${id}" below it:`,
      ...rowsOf(steps.map((step) => [step])),
      ...leftOut(
        'because they are on no rung below it',
        others.filter(({ kind }) => below.every((one) => one.kind !== kind)).map(rowOf),
      ),
    ],
  };
}

/** How many reached the goal, and how many of them gave what before it, at which place in the mean; the most given first. */
interface Habit {
  readonly reached: number;
  readonly before: readonly { readonly kind: Action; readonly n: number; readonly places: number }[];
}

function habitOf(
  units: Iterable<Unit>,
  goal: Action,
  given: Action | undefined,
  others: readonly Tally[],
): Habit {
  let reached = 0;
  const before = new Map<Action, { n: number; places: number }>();
  for (const { first, goal: at } of units) {
    const end = given ? at : (first.get(goal) ?? Number.POSITIVE_INFINITY);
    if (end === Number.POSITIVE_INFINITY) continue;
    reached++;
    const earlier = [...first].filter(([kind, time]) => kind !== goal && time <= end);
    earlier
      .sort(([, one], [, two]) => one - two)
      .forEach(([kind], place) => {
        const seen = before.get(kind) ?? { n: 0, places: 0 };
        seen.n++;
        // From 0 for the first to 1 for the last.
        seen.places += earlier.length > 1 ? place / (earlier.length - 1) : 0.5;
        before.set(kind, seen);
      });
  }
  return {
    reached,
    before: others
      .map(({ kind }) => ({ kind, n: 0, places: 0, ...before.get(kind) }))
      .sort((one, two) => two.n - one.n),
  };
}

/** What at least half of those who reached the goal gave before it. */
function byHabit({ reached, before }: Habit): Steps | undefined {
  const chosen = before.filter(({ n }) => n * 2 >= reached).slice(0, most);
  if (reached < fewest || chosen.length === 0) return undefined;
  const inOrder = [...chosen].sort((one, two) => one.places / one.n - two.places / two.n);
  const row = ({ kind, n }: { kind: Action; n: number }): [string, string] => [
    kind,
    `${Math.round((100 * n) / reached)} %`,
  ];
  const left = before.filter((one) => !chosen.includes(one));
  return {
    steps: inOrder.map(({ kind }) => kind),
    about: [
      `The steps are what at least half of the ${reached} who reached it gave before, in the usual order:`,
      ...rowsOf(inOrder.map(row)),
      ...leftOut('with the share that gave it before', left.map(row)),
    ],
  };
}

/** The most given yes of each smaller size. */
function bySize(others: readonly Tally[], size: number, { reached }: Habit): Steps {
  const smaller = others.filter(({ grade }) => grade < size);
  // The first of each grade is its most given one.
  const chosen = smaller.filter(({ grade }, at) => smaller[at - 1]?.grade !== grade).reverse();
  const left = others.filter((one) => !chosen.includes(one));
  const why =
    reached < fewest
      ? `Fewer than ${fewest} reached it, too few to see their way`
      : `Nothing was given before it by half of the ${reached} who reached it`;
  return {
    steps: chosen.map(({ kind }) => kind),
    about: [
      chosen.length > 0
        ? `${why}, so the steps are the most given yes of each smaller size:`
        : `${why}, and there is no smaller yes, so it has no steps.`,
      ...rowsOf(chosen.map(rowOf)),
      ...leftOut('because of each smaller size there is one', left.map(rowOf)),
    ],
  };
}

import {
  type Action,
  type ActionCount,
  type AskCount,
  type Counts,
  END,
  GOAL,
  type NextCount,
  type Question,
  type RowLike,
  START,
} from '../../src/insights/index.ts';

/** The rules of `rows.ts` once more, as plainly as they can be written and without any thought of speed. */
export function countPlainly(given: readonly RowLike[], question: Question): Counts {
  const ids = new Set<string>();
  const rows = given.filter(({ id, occurredAt }) => {
    if (occurredAt > question.now + 300_000 || ids.has(id)) return false;
    ids.add(id);
    return true;
  });
  rows.sort((a, b) => a.occurredAt - b.occurredAt || compare(a.viewId, b.viewId) || a.seq - b.seq || 0);
  const standing = new Set<RowLike>();
  for (const row of rows) {
    if (row.phase !== 'committed') continue;
    const same = rows.filter(({ attempt, kind }) => attempt === row.attempt && kind === row.kind);
    const committed = same.filter(({ phase }) => phase === 'committed');
    const withdrawn = same.filter(({ phase }) => phase === 'withdrawn');
    if (committed.indexOf(row) >= withdrawn.length) standing.add(row);
  }
  const here = rows.filter(({ phase }) => phase === 'seen' || phase === 'committed');
  // Of any phase: to know who it is takes no yes.
  const owners = new Map<string, string>();
  for (const { visitorId, sessionId } of rows.toReversed()) if (visitorId) owners.set(sessionId, visitorId);
  const visitorOf = ({ visitorId, sessionId }: RowLike) => visitorId ?? owners.get(sessionId);
  const unitOf = (row: RowLike) =>
    question.unit === 'session' ? row.sessionId : (visitorOf(row) ?? row.sessionId);
  const units = [...new Set(here.map(unitOf))].map((id) => {
    const own = here.filter((row) => unitOf(row) === id);
    const yeses = own.filter((row) => standing.has(row));
    const goal = yeses.find((row) => is(row, question.goal));
    const until = goal ? own.slice(0, own.indexOf(goal) + 1) : own;
    const segment = until.map(({ segments }) => segments?.[0] ?? '').find((one) => one !== '') ?? '';
    // What was known when the landmark was reached.
    const landmark = question.exposure === 'landmark' ? yeses[question.landmark - 1] : undefined;
    const known = landmark ? own.slice(0, own.indexOf(landmark) + 1) : until;
    const taken = known.map(({ segments }) => segments?.[0] ?? '').find((one) => one !== '') ?? '';
    return { id, own, yeses, goal, segment, taken, goalAt: goal ? yeses.indexOf(goal) : -1 };
  });
  type Unit = (typeof units)[number];
  const nameOf = (row: RowLike) => (question.by === 'kind' ? row.kind : `${row.kind}:${row.askId}`);
  const segments = [...new Set(units.map(({ segment }) => segment))].sort(compare);
  const groups: [string | undefined, Unit[]][] = [[undefined, units]];
  if (segments.length > 1)
    for (const segment of segments) groups.push([segment, units.filter((unit) => unit.segment === segment)]);

  const isTaken = ({ yeses, goalAt }: Unit) =>
    question.exposure !== 'landmark' ||
    (yeses.length >= question.landmark && !(goalAt >= 0 && goalAt < question.landmark));
  const exposedTo = ({ yeses, goalAt }: Unit) => {
    const upTo =
      question.exposure === 'landmark'
        ? question.landmark
        : question.exposure === 'before' && goalAt >= 0
          ? goalAt
          : yeses.length;
    return new Set(
      yeses
        .slice(0, upTo)
        .filter((row) => !is(row, question.goal))
        .map(nameOf),
    );
  };
  const takenUnits = units.filter(isTaken);
  const takenSegments = [...new Set(takenUnits.map(({ taken }) => taken))].sort(compare);
  const takenGroups: [string | undefined, Unit[]][] = [[undefined, takenUnits]];
  if (takenSegments.length > 1)
    for (const segment of takenSegments)
      takenGroups.push([segment, takenUnits.filter(({ taken }) => taken === segment)]);
  const actions: ActionCount[] = [];
  for (const action of [...new Set(units.flatMap(({ yeses }) => yeses.map(nameOf)))].sort(compare))
    for (const [segment, of] of takenGroups) {
      const exposed = of.filter((unit) => exposedTo(unit).has(action));
      const unexposed = of.filter((unit) => !exposedTo(unit).has(action));
      if (exposed.length === 0) continue;
      actions.push({
        action,
        ...(segment !== undefined && { segment }),
        exposed: exposed.length,
        exposedConverted: exposed.filter(({ goal }) => goal).length,
        unexposed: unexposed.length,
        unexposedConverted: unexposed.filter(({ goal }) => goal).length,
        next: exposed.filter(({ yeses, goalAt }) => {
          const before = yeses[goalAt - 1];
          return goalAt > 0 && before && nameOf(before) === action;
        }).length,
      });
    }

  const moves = new Map<string, number>();
  const paths = new Map<string, { n: number; converted: number }>();
  const nexts = new Map<string, NextCount>();
  for (const { id, yeses, goal, goalAt } of units) {
    if (yeses.length === 0) continue;
    const walked = goal ? yeses.slice(0, goalAt) : yeses;
    const names = [START, ...walked.map(nameOf), goal ? GOAL : END];
    for (let at = 1; at < names.length; at++)
      add(moves, JSON.stringify([id.slice(-2), names[at - 1], names[at]]));
    const path = names
      .slice(1)
      .filter((name) => name !== END)
      .slice(0, question.pathLength);
    const known = paths.get(JSON.stringify(path)) ?? { n: 0, converted: 0 };
    paths.set(JSON.stringify(path), { n: known.n + 1, converted: known.converted + (goal ? 1 : 0) });
    const done = new Set<string>();
    for (const [at, row] of walked.entries()) {
      const state = names[at] as string;
      const key = JSON.stringify([state, nameOf(row)]);
      const { n = 0, converted = 0, grade = 0 } = nexts.get(key) ?? {};
      const isFirst = !done.has(key);
      done.add(key);
      const isInTime = goal && goal.occurredAt - row.occurredAt <= question.horizon;
      nexts.set(key, {
        state,
        action: nameOf(row),
        grade: Math.max(grade, row.grade),
        n: n + (isFirst ? 1 : 0),
        converted: converted + (isFirst && isInTime ? 1 : 0),
      });
    }
  }
  const ranked = [...paths]
    .map(([path, counts]) => ({ path: JSON.parse(path) as string[], ...counts }))
    .sort((a, b) => b.n - a.n || compare(a.path.join('\0'), b.path.join('\0')));
  const others = ranked.slice(question.paths);
  const sumOf = (key: 'n' | 'converted') => others.reduce((sum, one) => sum + one[key], 0);

  const weekOf = (time: number) => Math.floor((time - (question.weekStart + 3) * 86_400_000) / 604_800_000);
  const weeks = new Map<string, number>();
  for (const { own } of units) {
    const all = new Set(own.map(({ occurredAt }) => weekOf(occurredAt)));
    const cohort = Math.min(...all);
    for (const week of all) add(weeks, JSON.stringify([cohort, week - cohort]));
  }

  const pairs = new Set(
    here.flatMap((row) => Object.entries(row.experiments ?? {}).map((pair) => JSON.stringify(pair))),
  );
  const variants = [...pairs]
    .map((pair) => JSON.parse(pair) as [string, string])
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([experiment, variant]) => {
      const seenBy = ({ own }: Unit) => new Set(own.flatMap((row) => row.experiments?.[experiment] ?? []));
      const exposed = units.filter((unit) => {
        const seen = seenBy(unit);
        return seen.size === 1 && seen.has(variant);
      });
      const after = (unit: Unit, action: Action) => {
        const from = unit.own.findIndex((row) => row.experiments?.[experiment] === variant);
        return unit.own.slice(from).find((row) => standing.has(row) && is(row, action));
      };
      const money = exposed.flatMap((unit) => after(unit, question.goal)?.amount ?? []);
      return {
        experiment,
        variant,
        exposed: exposed.length,
        converted: exposed.filter((unit) => after(unit, question.goal)).length,
        micro: exposed.filter((unit) => after(unit, question.micro)).length,
        sum: money.reduce((sum, one) => sum + one, 0),
        sumSquares: money.reduce((sum, one) => sum + one * one, 0),
        mixed: units.filter((unit) => seenBy(unit).size > 1).length,
      };
    });

  const told = rows.filter(
    ({ kind, phase }) => kind !== 'experiment.expose' && phase !== 'confirmed' && phase !== 'withdrawn',
  );
  const idOf = ({ kind, askId }: RowLike) => JSON.stringify([kind, askId]);
  const asks = [...new Map(told.map((row) => [idOf(row), row])).values()]
    .flatMap((one): AskCount[] => {
      // The kinds of one component under one id are one ask.
      const component = `${one.kind.split('.')[0]}.`;
      const isOfAsk = (row: RowLike) => row.askId === one.askId && row.kind.startsWith(component);
      const people = units
        .filter(({ own }) => own.some(isOfAsk))
        .map(({ id, own, yeses }) => {
          const acts = told.filter((row) => isOfAsk(row) && unitOf(row) === id);
          const has = (...some: string[]) => acts.some(({ phase }) => some.includes(phase));
          const isStarted = has('started', 'progressed', 'committed', 'failed', 'abandoned');
          const gave = own.some((row) => row.phase === 'committed' && idOf(row) === idOf(one));
          const end = yeses.some((row) => idOf(row) === idOf(one))
            ? 'yes'
            : gave
              ? 'withdrawn'
              : has('failed')
                ? 'failed'
                : has('dismissed')
                  ? 'dismissed'
                  : isStarted
                    ? 'abandoned'
                    : 'seen';
          return { isStarted, end };
        });
      const ends = (end: string) => people.filter((person) => person.end === end).length;
      if (people.length === 0) return [];
      return [
        {
          kind: one.kind,
          ask: one.askId,
          seen: people.length,
          started: people.filter(({ isStarted }) => isStarted).length,
          yes: ends('yes'),
          withdrawn: ends('withdrawn'),
          failed: ends('failed'),
          dismissed: ends('dismissed'),
          abandoned: ends('abandoned'),
        },
      ];
    })
    .sort((a, b) => compare(a.kind, b.kind) || compare(a.ask, b.ask));
  const everGiven = rows.filter(({ phase }) => phase === 'committed');
  const named = [...question.steps, question.micro, ...question.derived];

  const times = here.map(({ occurredAt }) => occurredAt);
  return {
    v: 1,
    question,
    from: times[0] ?? 0,
    to: times.at(-1) ?? 0,
    rows: standing.size,
    units: units.length,
    unknown:
      question.unit === 'session' ? 0 : units.filter(({ own }) => !own.some((row) => visitorOf(row))).length,
    converted: units.filter(({ goal }) => goal).length,
    ties: units
      .flatMap(({ yeses }) => yeses.map((row, at) => [yeses[at - 1], row] as const))
      .filter(([a, b]) => a && a.occurredAt === b.occurredAt && a.viewId !== b.viewId).length,
    funnel: groups.map(([segment, of]) => ({
      ...(segment !== undefined && { segment }),
      levels: question.steps.map((_, at) => of.filter(({ yeses }) => levelOf(yeses, question) > at).length),
    })),
    actions,
    transitions: tuples<[string, string, string]>(moves).map(([[group, from, to], n]) => ({
      group,
      from,
      to,
      n,
    })),
    paths: [
      ...ranked.slice(0, question.paths),
      ...(others.length > 0
        ? [{ path: [], n: sumOf('n'), converted: sumOf('converted'), others: true as const }]
        : []),
    ],
    retention: tuples<[number, number]>(weeks).map(([[cohort, age], n]) => ({ cohort, age, n })),
    variants,
    next: [...nexts.values()].sort((a, b) => compare(a.state, b.state) || compare(a.action, b.action)),
    asks,
    missing: [...new Set(everGiven.length > 0 ? named : [])].filter(
      (action) => !everGiven.some((row) => is(row, action)),
    ),
    segments: segments.map((segment) => ({
      segment,
      n: units.filter((unit) => unit.segment === segment).length,
      converted: units.filter((unit) => unit.segment === segment && unit.goal).length,
    })),
  };
}

/** Tries every chain of different rows there is. */
function levelOf(yeses: readonly RowLike[], { steps, window }: Question): number {
  const further = (step: number, from: number, start: number): number => {
    let best = step;
    const action = steps[step];
    if (action === undefined) return best;
    for (let at = from; at < yeses.length; at++) {
      const row = yeses[at] as RowLike;
      if (!is(row, action)) continue;
      const began = step === 0 ? row.occurredAt : start;
      if (row.occurredAt - began <= window) best = Math.max(best, further(step + 1, at + 1, began));
    }
    return best;
  };
  return further(0, 0, 0);
}

function is({ kind, askId }: Pick<RowLike, 'kind' | 'askId'>, action: Action): boolean {
  return action === kind || action === `${kind}:${askId}`;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function tuples<Key extends (string | number)[]>(counts: ReadonlyMap<string, number>): [Key, number][] {
  const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return [...counts]
    .map(([key, n]): [Key, number] => [JSON.parse(key) as Key, n])
    .sort(([a], [b]) => a.map((part, at) => order(part, b[at] as string)).find((one) => one !== 0) ?? 0);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

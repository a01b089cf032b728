import type { ActionCount, Counts } from '../../src/insights/counts.ts';
import type { ExposureRule, Question } from '../../src/insights/question.ts';
import type { RowLike } from '../../src/insights/rows.ts';

/** How many things there are to do, none of which leads anywhere. */
export const actions = 12;
/** In a path, the goal. */
const goal = actions;

/** A question of counts that no events were counted for. */
export const question: Question = {
  goal: 'checkout.purchase',
  steps: ['poll.vote', 'newsletter-form.subscribe', 'checkout.purchase'],
  window: 2_592_000_000,
  unit: 'visitor',
  by: 'ask',
  exposure: 'landmark',
  landmark: 3,
  derived: [],
  micro: 'poll.vote',
  horizon: 2_592_000_000,
  paths: 20,
  pathLength: 5,
  weekStart: 1,
  now: Date.UTC(2026, 5, 1),
};

/** Counts of nothing, of three months. */
export const none: Counts = {
  v: 1,
  question,
  from: Date.UTC(2026, 1, 2),
  to: Date.UTC(2026, 4, 3),
  rows: 0,
  units: 0,
  unknown: 0,
  missing: [],
  asks: [],
  converted: 0,
  ties: 0,
  funnel: [],
  actions: [],
  transitions: [],
  paths: [],
  retention: [],
  variants: [],
  next: [],
  segments: [],
};

/** What visitors do who do at random: at each step one time in twenty the goal, else one of twelve things. */
export function pathsOf(random: () => number, visitors: number, length: () => number): number[][] {
  return Array.from({ length: visitors }, () =>
    Array.from({ length: length() }, () => (random() < 0.05 ? goal : Math.floor(random() * actions))),
  );
}

/** The lengths of visits: all 15, or 15 in the mean with as many short ones as there are on a real page. */
export const lengths = (random: () => number) => ({
  fixed: () => 15,
  random: () => Math.ceil(-Math.log(1 - random()) * 15),
});

/** Who did what by a rule of exposure, counted the short way. `count` is too slow for hundreds of runs; a test says both agree. */
export function exposuresOf(paths: readonly (readonly number[])[], rule: ExposureRule): ActionCount[] {
  const cells = Array.from({ length: actions }, () => ({ exposed: 0, exposedConverted: 0, next: 0 }));
  let [units, converted] = [0, 0];
  for (const path of paths) {
    const first = path.indexOf(goal);
    if (rule === 'landmark' && (path.length < 3 || (first >= 0 && first < 3))) continue;
    const end = rule === 'landmark' ? 3 : rule === 'before' && first >= 0 ? first : path.length;
    units++;
    if (first >= 0) converted++;
    let done = 1 << goal;
    for (let at = 0; at < end; at++) {
      const action = path[at] as number;
      const cell = cells[action];
      if (!cell || done & (1 << action)) continue;
      done |= 1 << action;
      cell.exposed++;
      if (first < 0) continue;
      cell.exposedConverted++;
      if (path[first - 1] === action) cell.next++;
    }
  }
  return cells.map((cell, action) => ({
    action: nameOf(action),
    ...cell,
    unexposed: units - cell.exposed,
    unexposedConverted: converted - cell.exposedConverted,
  }));
}

const nameOf = (action: number) => `poll.vote:hurdle-${String.fromCharCode(97 + action)}`;

/** The same paths as the rows of a store. */
export function rowsOf(paths: readonly (readonly number[])[]): RowLike[] {
  return paths.flatMap((path, visitor) =>
    path.map((action, seq): RowLike => {
      const [kind, askId] = (action === goal ? 'checkout.purchase:order' : nameOf(action)).split(':');
      return {
        id: `${visitor}-${seq}`,
        kind: kind ?? '',
        phase: 'committed',
        grade: 1,
        askId: askId ?? '',
        attempt: `${visitor}-${seq}`,
        sessionId: `s${visitor}`,
        visitorId: `v${visitor}`,
        viewId: `w${visitor}`,
        seq,
        occurredAt: Date.UTC(2026, 2, 2) + seq * 1000,
      };
    }),
  );
}

import type { Log } from './count-log.ts';
import type { Pace } from './count-pace.ts';

/** What one unit did, in order. One object for all units. */
export interface Walk {
  unit: number;
  /** Number of its segment, and how many yeses came before the row that told it. */
  segment: number;
  since: number;
  /** Its rows. */
  rows: Uint32Array;
  /** Its yeses: `yeses` of them, by row, action, and place among the rows. */
  readonly row: number[];
  readonly action: number[];
  readonly place: number[];
  yeses: number;
  /** Which of its yeses is the conversion; -1 for none. */
  goal: number;
}

/** Shows each unit's walk, rows in order, and gives way in between. */
export async function walkAll(log: Log, pace: Pace, visit: (walk: Walk) => void): Promise<void> {
  const { order, starts } = byUnit(log);
  const walk: Walk = {
    unit: 0,
    segment: 0,
    since: 0,
    rows: order,
    row: [],
    action: [],
    place: [],
    yeses: 0,
    goal: -1,
  };
  let rows = 0;
  for (let unit = 0; unit < log.units.list.length; unit++) {
    walk.unit = unit;
    walk.rows = order.subarray(starts[unit] as number, starts[unit + 1] as number);
    if (walk.rows.length === 0) continue;
    sort(walk.rows, log.compare);
    fill(walk, log);
    visit(walk);
    rows += walk.rows.length;
    if (rows < 1_024) continue;
    rows = 0;
    if (pace.isDue) await pace.rest();
  }
}

/** The rows by unit, as they came, and where each unit's begin. */
function byUnit({ units, unit, size }: Log) {
  const starts = new Uint32Array(units.list.length + 1);
  for (let at = 0; at < size; at++) {
    const next = (unit[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const order = new Uint32Array(size);
  const next = starts.slice();
  for (let at = 0; at < size; at++) {
    const place = next[unit[at] as number] as number;
    order[place] = at;
    next[unit[at] as number] = place + 1;
  }
  return { order, starts };
}

/** Most logs are in order, or nearly: what is sorted already is not copied. */
function sort(rows: Uint32Array, compare: (one: number, two: number) => number): void {
  for (let at = 1; at < rows.length; at++)
    if (compare(rows[at - 1] as number, rows[at] as number) > 0) {
      rows.sort(compare);
      return;
    }
}

function fill(walk: Walk, { yes, segment, spots }: Log): void {
  const { rows } = walk;
  walk.yeses = 0;
  walk.goal = -1;
  walk.segment = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    if (walk.segment === 0 && walk.goal < 0) {
      walk.segment = segment[row] as number;
      walk.since = walk.yeses;
    }
    const spot = spots.list[(yes[row] as number) - 1];
    if (!spot) continue;
    if (spot.isGoal && walk.goal < 0) walk.goal = walk.yeses;
    walk.row[walk.yeses] = row;
    walk.action[walk.yeses] = spot.action;
    walk.place[walk.yeses++] = place;
  }
}

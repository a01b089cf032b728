import type { Question } from '../question.ts';
import type { Conditions } from './sql-literal.ts';
import type { Target } from './sql-options.ts';

/** The order of rows, and of those that are told apart by nothing else. */
export const order = 'occurred_at, view_id, seq, id';
export const ofUnit = 'OVER (PARTITION BY unit)';
export const before = `OVER (PARTITION BY unit ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
export const upToHere = `OVER (PARTITION BY unit ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;

/** Whose a row is, with the visitor of its session as `sy_owner`: a table of somebody's own may have an `owner`. */
export interface Whose {
  readonly unit: string;
  /** 1 where the unit is a visitor, or is meant to be a session. */
  readonly known: string;
  /** The table of events, with `sy_owner`. */
  readonly table: string;
  /** What `table` needs before it: nothing, or a named query and a comma. */
  readonly owners: string;
}

export function whoseOf({ unit }: Question, { table }: Target, { until }: Conditions): Whose {
  if (unit === 'session') return { unit: 'session_id', known: '1', table, owners: '' };
  return {
    unit: 'COALESCE(visitor_id, sy_owner, session_id)',
    known: 'CASE WHEN COALESCE(visitor_id, sy_owner) IS NULL THEN 0 ELSE 1 END',
    table: `${table} LEFT JOIN sy_owners ON sy_session = session_id`,
    // Only the sessions that need one: mostly there are few, or few visitors.
    owners: `sy_owners AS (
  SELECT session_id AS sy_session, visitor_id AS sy_owner FROM (
    SELECT session_id, visitor_id, ROW_NUMBER() OVER (PARTITION BY session_id ORDER BY ${order}) AS nth FROM ${table}
    WHERE visitor_id IS NOT NULL AND occurred_at <= ${until} AND session_id IN (SELECT session_id FROM ${table} WHERE visitor_id IS NULL)
  ) AS sightings WHERE nth = 1
), `,
  };
}

/**
 * The rows that count, in order: `walk`, with each row's `place`, the number `n` of yeses up to it, and of its unit the number of
 * yeses, `many`, that of the conversion, `goal_n`, the segment, and how many yeses came before the first row with any, `since`. `more`
 * are columns of the row, by name.
 */
export function walkOf(
  question: Question,
  target: Target,
  conditions: Conditions,
  more: Readonly<Record<string, string>>,
): string[] {
  const { action, is, until } = conditions;
  const { unit, table, owners } = whoseOf(question, target, conditions);
  const segment = {
    postgres: 'segments[1]',
    duckdb: '(to_json(segments) ->> 0)',
    sqlite: '(segments ->> 0)',
    clickhouse: '',
  }[target.engine];
  const named = Object.entries(more).map(([name, value]) => `, ${value} AS ${name}`);
  const names = Object.keys(more).map((name) => `, ${name}`);
  return [
    // Of copies of an event the earliest. They are of one attempt, kind and phase, so that one sorting serves this and the next.
    `${owners}fresh AS (
  SELECT id, kind, phase, attempt, grade, occurred_at, view_id, seq, ${unit} AS unit, ${action} AS action, COALESCE(${segment}, '') AS segment, CASE WHEN ${is(question.goal)} THEN 1 ELSE 0 END AS is_goal${named.join('')},
    ROW_NUMBER() OVER (PARTITION BY attempt, kind, phase, id ORDER BY occurred_at, view_id, seq) AS copy
  FROM ${table} WHERE phase IN ('seen', 'committed', 'withdrawn') AND occurred_at <= ${until}
)`,
    `settled AS (
  SELECT fresh.*, SUM(CASE WHEN phase = 'withdrawn' THEN 1 ELSE 0 END) OVER (PARTITION BY attempt, kind) AS times,
    ROW_NUMBER() OVER (PARTITION BY attempt, kind, phase ORDER BY ${order}) AS nth
  FROM fresh WHERE copy = 1
)`,
    // Of an attempt and kind the last yeses stand, so many fewer as were taken back.
    `marked AS (
  SELECT settled.*, CASE WHEN phase = 'committed' AND nth > times THEN 1 ELSE 0 END AS yes, CASE WHEN phase = 'committed' AND nth > times THEN is_goal ELSE 0 END AS goal
  FROM settled WHERE phase <> 'withdrawn'
)`,
    `placed AS (
  SELECT marked.*, ROW_NUMBER() OVER (PARTITION BY unit ORDER BY ${order}) AS place, SUM(yes) ${upToHere} AS n
  FROM marked
)`,
    `bounded AS (
  SELECT placed.*, SUM(yes) ${ofUnit} AS many, MIN(CASE WHEN goal = 1 THEN n END) ${ofUnit} AS goal_n, MIN(CASE WHEN goal = 1 THEN place END) ${ofUnit} AS goal_place, MIN(CASE WHEN segment <> '' THEN place END) ${ofUnit} AS segment_place, MIN(CASE WHEN segment <> '' THEN n - yes END) ${ofUnit} AS since
  FROM placed
)`,
    `walk AS (
  SELECT id, unit, occurred_at, view_id, seq, place, n, yes, goal, action, grade, many, goal_n, since${names.join('')},
    COALESCE(MAX(CASE WHEN place = segment_place AND (goal_place IS NULL OR place <= goal_place) THEN segment END) ${ofUnit}, '') AS of_segment
  FROM bounded
)`,
  ];
}

import type { Question } from '../question.ts';
import type { Conditions } from './sql-literal.ts';
import type { Target } from './sql-options.ts';

/** The place of a row in the order, and what tells copies apart. */
const key = '(occurred_at, toString(view_id), seq, toString(id))';

/** Whose a row is. */
export interface Whose {
  readonly unit: string;
  /** 1 where the unit is a visitor, or is meant to be a session. */
  readonly known: string;
  /** The table of events, with the visitor of each row's session. */
  readonly table: string;
}

export function whoseOf({ unit }: Question, { table }: Target, { until }: Conditions): Whose {
  if (unit === 'session') return { unit: 'toString(session_id)', known: 'toUInt8(1)', table };
  // What is joined is a text, whose miss is '', or NULL where `join_use_nulls` is on. Only the sessions that need one, so that the
  // table on the right stays small.
  const owner = `ifNull(sy_owner, '')`;
  return {
    unit: `ifNull(toString(visitor_id), if(${owner} = '', toString(session_id), ${owner}))`,
    known: `toUInt8(isNotNull(visitor_id) OR ${owner} != '')`,
    table: `${table} GLOBAL ANY LEFT JOIN (
  SELECT session_id, argMinIf(ifNull(toString(visitor_id), ''), ${key}, isNotNull(visitor_id)) AS sy_owner
  FROM ${table} WHERE occurred_at <= ${until} GROUP BY session_id HAVING countIf(isNull(visitor_id)) > 0 AND countIf(isNotNull(visitor_id)) > 0
) AS owners USING session_id`,
  };
}

/** Of an attempt and kind the last yeses stand, so many fewer as were taken back. */
export function isYes({ table }: Target, { until }: Conditions): string {
  return `phase = 'committed' AND toString(id) GLOBAL NOT IN (
  SELECT arrayJoin(arraySlice(arrayFilter((x, nth) -> nth = 1, ids, arrayEnumerateUniq(ids)), 1, times)) AS undone
  FROM (
    SELECT attempt, kind, arrayMap(x -> x.4, arraySort(groupArrayIf(${key}, phase = 'committed'))) AS ids, uniqExactIf(id, phase = 'withdrawn') AS times
    FROM ${table} WHERE phase IN ('committed', 'withdrawn') AND occurred_at <= ${until} AND attempt GLOBAL IN (SELECT attempt FROM ${table} WHERE phase = 'withdrawn' AND occurred_at <= ${until})
    GROUP BY attempt, kind
  )
)`;
}

/** An array of tuples whose fourth part is an id, in order, each id once. */
export const once = (array: string) =>
  `arrayFilter((x, nth) -> nth = 1, ${array}, arrayEnumerateUniq(arrayMap(x -> x.4, ${array})))`;

/** How many parts a yes has. */
export const parts = 7;

/**
 * Units: `yeses` as (time, view, seq, id, action, is it the goal, grade), in order, `goal` the place of the conversion or 0, `names`
 * of the actions, those `walked` before the conversion, the segment, the one for which the exposure rule takes the unit, and the time
 * of the first and last row. `more` are further parts of a yes.
 */
export function walkOf(
  question: Question,
  target: Target,
  conditions: Conditions,
  more: readonly string[] = [],
): string {
  const { action, is } = conditions;
  const { unit, known, table } = whoseOf(question, target, conditions);
  const { exposure, landmark } = question;
  /** Whether the segment was told up to one of the yeses. */
  const isToldBy = (yes: string | number) =>
    `early_key <= (${[1, 2, 3, 4].map((part) => `tupleElement(yeses[${yes}], ${part})`).join(', ')})`;
  return `
  SELECT unit, known, began, ended, yeses, names, goal, arraySlice(names, 1, if(goal > 0, toUInt64(goal - 1), length(names))) AS walked,
    if(early != '' AND (goal = 0 OR ${isToldBy('goal')}), early, '') AS segment,
    ${exposure === 'landmark' ? `if(${isToldBy(landmark)}, early, '')` : 'segment'} AS taken_segment
  FROM (
    SELECT unit, known, began, ended, early, early_key, yeses, arrayMap(x -> x.5, yeses) AS names, indexOf(arrayMap(x -> x.6, yeses), 1) AS goal
    FROM (
      SELECT unit, known, began, ended, early, early_key, ${once('sorted')} AS yeses
      FROM (
        SELECT ${unit} AS unit, max(${known}) AS known, min(occurred_at) AS began, max(occurred_at) AS ended,
          argMinIf(segments[1], ${key}, segments[1] != '') AS early, minIf(${key}, segments[1] != '') AS early_key,
          arraySort(groupArrayIf((occurred_at, toString(view_id), seq, toString(id), ${action}, toUInt8${is(question.goal)}, toUInt8(grade)${more.map((one) => `, ${one}`).join('')}), ${isYes(target, conditions)})) AS sorted
        FROM ${table} WHERE phase IN ('seen', 'committed') AND occurred_at <= ${conditions.until}
        GROUP BY unit
      )
    )
  )`;
}

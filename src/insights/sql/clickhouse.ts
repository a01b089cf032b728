import { END, GOAL, START } from '../counts.ts';
import type { Question } from '../question.ts';
import { isYes, once, parts, walkOf, whoseOf } from './clickhouse-walk.ts';
import { type Conditions, conditionsOf, endings, startedPhases } from './sql-literal.ts';
import type { CountName, Target } from './sql-options.ts';

const day = 86_400_000;

/**
 * The texts for ClickHouse, without what a server of 2018 lacks: window functions, named subqueries, arrayFold. Each unit's rows
 * are an array that is sorted by (time, viewId, seq); windowFunnel knows no seq, and takes one event for several steps. No joins but
 * that of a session's visitor: a miss would be 0, not NULL. What is grouped is the table itself, so that each shard of a cluster groups its own rows first.
 */
export function clickhouseTexts(question: Question, target: Target): Record<CountName, string> {
  const conditions = conditionsOf(question, target);
  const { literal } = conditions;
  const walk = walkOf(question, target, conditions);
  const whose = whoseOf(question, target, conditions);
  const { exposure, landmark, paths, pathLength, horizon } = question;
  const taken =
    exposure === 'landmark'
      ? `length(yeses) >= ${landmark} AND (goal = 0 OR goal > ${landmark})`
      : 'length(yeses) >= 0';
  const upTo =
    exposure === 'landmark'
      ? `toUInt64(${landmark})`
      : exposure === 'before'
        ? 'if(goal > 0, toUInt64(goal - 1), length(yeses))'
        : 'length(yeses)';
  const [start, goal, end] = [literal(START), literal(GOAL), literal(END)];
  const steps = Array.from(
    { length: pathLength },
    (_, at) => `arrayElement(path.3, ${at + 1}) AS step_${at + 1}`,
  );
  return {
    totals: `SELECT min(began) AS first_time, max(ended) AS last_time, sum(length(yeses)) AS yes_rows, count() AS units, sum(known = 0) AS unknown_units, sum(goal > 0) AS converted,
  sum(arrayCount((x, y) -> x.1 = y.1 AND x.2 != y.2, arraySlice(yeses, 2), arraySlice(yeses, 1, -1))) AS ties
FROM (${walk})`,

    segments: `SELECT segment, taken_segment, count() AS n, sum(goal > 0) AS converted, sum(${taken}) AS taken, sum(${taken} AND goal > 0) AS taken_converted
FROM (${walk}) GROUP BY segment, taken_segment`,

    funnel: funnelOf(question, target, conditions),

    actions: `SELECT segment, action, count() AS exposed, sum(is_converted) AS converted, sum(is_last) AS next_to_goal
FROM (
  SELECT taken_segment AS segment, goal > 0 AS is_converted, arrayJoin(arrayFilter((x, nth) -> nth = 1, exposures, arrayEnumerateUniq(exposures))) AS action, goal > 1 AND last_action = action AS is_last
  FROM (
    SELECT taken_segment, goal, names[goal - 1] AS last_action, arrayMap(x -> x.5, arrayFilter(x -> x.6 = 0, arraySlice(yeses, 1, ${upTo}))) AS exposures
    FROM (${walk}) WHERE ${taken}
  )
) GROUP BY segment, action`,

    transitions: `SELECT substring(unit, greatest(length(unit), 2) - 1) AS group_id, move.1 AS source, move.2 AS target, count() AS n
FROM (
  SELECT unit, arrayJoin(arrayMap((x, y) -> (x, y), arrayPushFront(walked, ${start}), arrayPushBack(walked, if(goal > 0, ${goal}, ${end})))) AS move
  FROM (${walk}) WHERE notEmpty(yeses)
) GROUP BY group_id, source, target`,

    // All paths that are walked as often as the last one that is kept, because which of them comes first is a matter of their names.
    paths: `SELECT path.1 AS n, path.2 AS converted, all_paths, all_n, all_converted, ${steps.join(', ')}
FROM (
  SELECT length(ranked) AS all_paths, arraySum(arrayMap(x -> x.1, ranked)) AS all_n, arraySum(arrayMap(x -> x.2, ranked)) AS all_converted,
    arrayJoin(arrayFilter(x -> x.1 >= tupleElement(ranked[least(${paths}, length(ranked))], 1), ranked)) AS path
  FROM (
    SELECT arrayReverseSort(x -> x.1, groupArray((times, times_converted, steps))) AS ranked
    FROM (
      SELECT steps, count() AS times, sum(goal > 0) AS times_converted
      FROM (
        SELECT goal, arraySlice(if(goal > 0, arrayPushBack(walked, ${goal}), walked), 1, ${pathLength}) AS steps
        FROM (${walk}) WHERE notEmpty(yeses)
      ) GROUP BY steps
    )
  )
)`,

    // Servers of 2018 do not find a column that is named inside a lambda alone; so WHERE names those two.
    next: `SELECT move.1 AS state, move.2 AS action, max(move.3) AS grade, sum(move.4) AS n, sum(move.5) AS converted
FROM (
  SELECT arrayJoin(arrayMap((x, before, nth) -> (before, x.5, x.7, nth = 1, nth = 1 AND goal > 0 AND goal_time - x.1 <= ${horizon}), walked_yeses, states, arrayEnumerateUniq(states, walked))) AS move
  FROM (
    SELECT goal, tupleElement(yeses[goal], 1) AS goal_time, walked, arraySlice(yeses, 1, length(walked)) AS walked_yeses, arraySlice(arrayPushFront(walked, ${start}), 1, length(walked)) AS states
    FROM (${walk})
  ) WHERE goal >= 0 AND goal_time >= 0
) GROUP BY state, action`,

    asks: asksOf(question, target, conditions),

    retention: `SELECT cohort, week - cohort AS age, count() AS n
FROM (
  SELECT arrayReduce('min', weeks) AS cohort, arrayJoin(weeks) AS week
  FROM (
    SELECT ${whose.unit} AS unit, groupUniqArray(toInt32(floor((toInt64(occurred_at) - ${(question.weekStart + 3) * day}) / ${7 * day}))) AS weeks
    FROM ${whose.table} WHERE phase IN ('seen', 'committed') AND occurred_at <= ${conditions.until}
    GROUP BY unit
  )
) GROUP BY cohort, age`,

    variants: variantsOf(question, target, conditions),
  };
}

/**
 * Step by step: `chains` are the places at which a chain ends, each with the time at which it began and 1 more, of all chains that
 * end there the one that began last. They are merged by place with the rows of the next step, and the sum of what the beginnings
 * grew by is the latest one before each row: to search them for each row would be quadratic.
 */
function funnelOf(question: Question, target: Target, conditions: Conditions): string {
  const { steps, window } = question;
  const flags = steps.map((step) => `toUInt8${conditions.is(step)}`);
  const part = (at: number) => `x.${parts + at + 1}`;
  const rowsOf = (at: number, tuple: string) =>
    `arrayMap((x, at) -> (toUInt64(at), ${tuple}), arrayFilter(x -> ${part(at)} = 1, rows), arrayFilter((at, x) -> ${part(at)} = 1, arrayEnumerate(rows), rows))`;
  const levels = (until: number) => steps.slice(0, until).map((_, at) => `level_${at + 1}`);
  let text = `SELECT segment, rows, ${rowsOf(0, 'toUInt64(x.1 + 1)')} AS chains_1, notEmpty(chains_1) AS level_1
FROM (SELECT segment, arrayFilter(x -> ${steps.map((_, at) => part(at)).join(' + ')} > 0, yeses) AS rows FROM (${walkOf(question, target, conditions, flags)}))`;
  for (let at = 1; at < steps.length; at++) {
    const known = `chains_${at}`;
    const begun = `arrayMap(x -> x.2, ${known})`;
    text = `SELECT segment, rows, ${levels(at).join(', ')}, arrayFilter(x -> x.2 > 0, arrayMap((x, since) -> (x.1, if(x.2 = 0 AND since > 0 AND x.3 - since <= ${window}, since, toUInt64(0))), merged, arrayCumSum(arrayMap(x -> x.4, merged)))) AS chains_${at + 1}, notEmpty(chains_${at + 1}) AS level_${at + 1}
FROM (
  SELECT segment, rows, ${levels(at).join(', ')}, arraySort(arrayConcat(
    ${rowsOf(at, 'toUInt8(0), toUInt64(x.1 + 1), toUInt64(0)')},
    arrayMap((x, y) -> (x.1, toUInt8(1), toUInt64(0), toUInt64(x.2 - y)), ${known}, arraySlice(arrayPushFront(${begun}, toUInt64(0)), 1, length(${known}))))) AS merged
  FROM (${text})
)`;
  }
  return `SELECT segment, ${levels(steps.length)
    .map((level) => `sum(${level}) AS ${level.replace('level', 'reached')}`)
    .join(', ')}
FROM (${text}) GROUP BY segment`;
}

/**
 * Units by ask of a component, with the kinds of their yeses; then how many there are of each sort, which are few; then a row for
 * each kind.
 */
function asksOf(question: Question, target: Target, conditions: Conditions): string {
  const { unit, table } = whoseOf(question, target, conditions);
  const yeses = walkOf(question, target, conditions, ['toString(kind)', 'toString(ask_id)']);
  // Two halves of a union must not differ in what is a constant.
  const no = 'materialize(toUInt8(0))';
  const ends = endings.map((name, at) => `sum(came_to = ${at + 1} ? n : 0) AS ${name}`);
  return `SELECT kind, ask_id, sum(n) AS seen, sum(has_started ? n : 0) AS started, ${ends.join(', ')}
FROM (
  SELECT kind, ask_id, sort.1 AS n, sort.2 AS has_started, multiIf(has(sort.5, kind), 1, has(sort.6, kind), 2, sort.3 = 1, 3, sort.4 = 1, 4, sort.2 = 1, 5, 6) AS came_to
  FROM (
    SELECT ask_id, kind, arrayJoin(sorts) AS sort
    FROM (
      SELECT ask_id, arrayJoin(all_kinds) AS kind, sorts
      FROM (
        SELECT component, ask_id, groupUniqArrayArray(kinds) AS all_kinds, groupArrayIf((n, has_started, has_failed, has_dismissed, yes_kinds, given_kinds), is_here = 1) AS sorts
        FROM (
          SELECT component, ask_id, is_here, has_started, has_failed, has_dismissed, yes_kinds, given_kinds, count() AS n, groupUniqArrayArray(own_kinds) AS kinds
          FROM (
            SELECT unit, component, ask_id, max(here) AS is_here, max(begun) AS has_started, max(broken) AS has_failed, max(refused) AS has_dismissed,
              groupUniqArray(kind) AS own_kinds, arraySort(groupUniqArrayIf(kind, stands = 1)) AS yes_kinds, arraySort(groupUniqArrayIf(kind, given = 1)) AS given_kinds
            FROM (
              SELECT ${unit} AS unit, toString(kind) AS kind, splitByChar('.', toString(kind))[1] AS component, toString(ask_id) AS ask_id, toUInt8(phase IN ('seen', 'committed')) AS here,
                toUInt8(phase IN ${startedPhases}) AS begun, toUInt8(phase = 'failed') AS broken, toUInt8(phase = 'dismissed') AS refused, toUInt8(phase = 'committed') AS given, ${no} AS stands
              FROM ${table} WHERE phase NOT IN ('confirmed', 'withdrawn') AND kind != 'experiment.expose' AND occurred_at <= ${conditions.until}
              UNION ALL
              SELECT unit, tupleElement(one, ${parts + 1}) AS kind, splitByChar('.', tupleElement(one, ${parts + 1}))[1] AS component, tupleElement(one, ${parts + 2}) AS ask_id, ${no} AS here,
                ${no} AS begun, ${no} AS broken, ${no} AS refused, ${no} AS given, materialize(toUInt8(1)) AS stands
              FROM (SELECT unit, arrayJoin(yeses) AS one FROM (${yeses}))
            ) GROUP BY unit, component, ask_id
          ) GROUP BY component, ask_id, is_here, has_started, has_failed, has_dismissed, yes_kinds, given_kinds
        ) GROUP BY component, ask_id
      )
    )
  )
) GROUP BY kind, ask_id`;
}

/** What a unit saw, with the first row that carries it, and what it did, from two readings of the table. */
function variantsOf(question: Question, target: Target, conditions: Conditions): string {
  const { is, until } = conditions;
  const [goal, micro] = [`toUInt8${is(question.goal)}`, `toUInt8${is(question.micro)}`];
  const { unit, table } = whoseOf(question, target, conditions);
  const from = `FROM ${table} WHERE phase IN ('seen', 'committed') AND occurred_at <= ${until}`;
  return `SELECT arm.1 AS experiment, arm.2 AS variant, sum(many = 1) AS exposed, sum(many = 1 AND goal.5 = 1) AS converted, sum(many = 1 AND is_micro) AS micro,
  sum(if(many = 1 AND goal.5 = 1, goal.7, 0)) AS sum_amount, sum(if(many = 1 AND goal.5 = 1, goal.7 * goal.7, 0)) AS sum_squares, sum(many > 1 AND arm.2 = lowest) AS mixed
FROM (
  SELECT arm, arrayCount(x -> x.1 = arm.1, met) AS many, arrayReduce('min', arrayMap(x -> x.2, arrayFilter(x -> x.1 = arm.1, met))) AS lowest,
    arrayFilter(x -> (x.1, x.2, x.3) >= (arm.3, arm.4, arm.5), acts) AS later, arrayExists(x -> x.6 = 1, later) AS is_micro, arrayElement(arrayFilter(x -> x.5 = 1, later), 1) AS goal
  FROM (
    SELECT met, arrayJoin(met) AS arm, ${once('sorted')} AS acts
    FROM (
      SELECT unit, groupArrayIf((experiment, variant, row_time, row_view, row_seq), is_act = 0) AS met, arraySort(groupArrayIf((row_time, row_view, row_seq, act_id, act_goal, act_micro, act_amount), is_act = 1)) AS sorted
      FROM (
        SELECT unit, toUInt8(0) AS is_act, pair.1 AS experiment, pair.2 AS variant, first_key.1 AS row_time, first_key.2 AS row_view, first_key.3 AS row_seq, '' AS act_id, toUInt8(0) AS act_goal, toUInt8(0) AS act_micro, toFloat64(0) AS act_amount
        FROM (
          SELECT ${unit} AS unit, arrayJoin(arrayMap((x, y) -> (x, y), experiments.id, experiments.variant)) AS pair, min((occurred_at, toString(view_id), seq)) AS first_key
          ${from}
          GROUP BY unit, pair
        )
        UNION ALL
        SELECT ${unit} AS unit, toUInt8(1) AS is_act, '' AS experiment, '' AS variant, occurred_at AS row_time, toString(view_id) AS row_view, seq AS row_seq, toString(id) AS act_id, ${goal} AS act_goal, ${micro} AS act_micro, toFloat64(ifNull(amount, 0)) AS act_amount
        ${from} AND (${is(question.goal)} OR ${is(question.micro)}) AND ${isYes(target, conditions)}
      ) GROUP BY unit
    )
  )
) GROUP BY experiment, variant`;
}

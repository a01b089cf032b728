import { END, GOAL, START } from '../counts.ts';
import type { Question } from '../question.ts';
import { before, ofUnit, order, upToHere, type Whose, walkOf, whoseOf } from './ansi-walk.ts';
import { type Conditions, conditionsOf, endings, startedPhases } from './sql-literal.ts';
import type { CountName, Target } from './sql-options.ts';

const day = 86_400_000;

/**
 * The texts for databases with window functions. What no two of them do alike is not used: divisions of whole numbers, the place
 * of NULL in an order (what is ordered is never NULL), collations (nothing is ordered by a name; `count-with-sql.ts` sorts).
 */
export function ansiTexts(question: Question, target: Target): Record<CountName, string> {
  const conditions = conditionsOf(question, target);
  const { literal } = conditions;
  const walk = (more: Readonly<Record<string, string>> = {}) =>
    walkOf(question, target, conditions, more).join(', ');
  const { exposure, landmark, pathLength, horizon } = question;
  const taken =
    exposure === 'landmark'
      ? `(many >= ${landmark} AND (goal_n IS NULL OR goal_n > ${landmark}))`
      : '(1 = 1)';
  // Only who goes on after the landmark can tell a segment there, so that this must not decide with whom they are compared.
  const segment =
    exposure === 'landmark'
      ? `CASE WHEN MAX(since) < ${landmark} THEN MAX(of_segment) ELSE '' END`
      : 'MAX(of_segment)';
  const isExposed =
    exposure === 'landmark'
      ? `n <= ${landmark}`
      : exposure === 'before'
        ? '(goal_n IS NULL OR n < goal_n)'
        : '1 = 1';
  const flag = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  const steps = Array.from({ length: pathLength }, (_, at) => `step_${at + 1}`);
  const [start, goal, end] = [literal(START), literal(GOAL), literal(END)];
  const whose = whoseOf(question, target, conditions);
  return {
    totals: `WITH ${walk({ known: whose.known })}, units AS (
  SELECT unit, MAX(known) AS known, MIN(occurred_at) AS first_time, MAX(occurred_at) AS last_time, SUM(yes) AS yeses, ${flag('MAX(goal_n) IS NOT NULL')} AS converted
  FROM walk GROUP BY unit
), pairs AS (
  SELECT occurred_at, view_id, LAG(occurred_at) OVER (PARTITION BY unit ORDER BY ${order}) AS time_before, LAG(view_id) OVER (PARTITION BY unit ORDER BY ${order}) AS view_before
  FROM walk WHERE yes = 1
)
SELECT MIN(first_time) AS first_time, MAX(last_time) AS last_time, SUM(yeses) AS yes_rows, COUNT(*) AS units, SUM(1 - known) AS unknown_units, SUM(converted) AS converted,
  (SELECT COUNT(*) FROM pairs WHERE occurred_at = time_before AND view_id <> view_before) AS ties
FROM units`,

    segments: `WITH ${walk()}, units AS (
  SELECT unit, MAX(of_segment) AS segment, ${segment} AS taken_segment, MAX(many) AS many, MAX(goal_n) AS goal_n FROM walk GROUP BY unit
)
SELECT segment, taken_segment, COUNT(*) AS n, SUM(${flag('goal_n IS NOT NULL')}) AS converted, SUM(${flag(taken)}) AS taken, SUM(${flag(`${taken} AND goal_n IS NOT NULL`)}) AS taken_converted
FROM units GROUP BY segment, taken_segment`,

    funnel: funnelOf(question, target, conditions, walk),

    actions: `WITH ${walk()}, yeses AS (
  SELECT unit, of_segment, since, n, many, goal, goal_n, action, MAX(CASE WHEN n = goal_n - 1 THEN action END) ${ofUnit} AS last_action
  FROM walk WHERE yes = 1
), exposed AS (
  SELECT unit, action, ${segment} AS segment, ${flag('MAX(goal_n) IS NOT NULL')} AS converted, ${flag('MAX(last_action) = action')} AS is_last
  FROM yeses WHERE goal = 0 AND ${isExposed} AND ${taken}
  GROUP BY unit, action
)
SELECT segment, action, COUNT(*) AS exposed, SUM(converted) AS converted, SUM(is_last) AS next_to_goal
FROM exposed GROUP BY segment, action`,

    transitions: `WITH ${walk()}, pairs AS (
  SELECT unit, COALESCE(LAG(action) OVER (PARTITION BY unit ORDER BY ${order}), ${start}) AS source, action, n, many, goal_n
  FROM walk WHERE yes = 1
), moves AS (
  SELECT CAST(unit AS VARCHAR) AS name, source, CASE WHEN n = goal_n THEN ${goal} ELSE action END AS target FROM pairs WHERE goal_n IS NULL OR n <= goal_n
  UNION ALL
  SELECT CAST(unit AS VARCHAR), action, ${end} FROM pairs WHERE goal_n IS NULL AND n = many
)
SELECT CASE WHEN LENGTH(name) < 2 THEN name ELSE SUBSTR(name, LENGTH(name) - 1) END AS group_id, source, target, COUNT(*) AS n
FROM moves GROUP BY 1, 2, 3`,

    // All paths that are walked as often as the last one that is kept, because which of them comes first is a matter of their names.
    paths: `WITH ${walk()}, walked AS (
  SELECT unit, ${flag('MAX(goal_n) IS NOT NULL')} AS converted,
    ${steps
      .map(
        (step, at) =>
          `MAX(CASE WHEN n = ${at + 1} AND n = goal_n THEN ${goal} WHEN n = ${at + 1} AND (goal_n IS NULL OR n < goal_n) THEN action END) AS ${step}`,
      )
      .join(',\n    ')}
  FROM walk WHERE yes = 1 GROUP BY unit
), paths AS (
  SELECT ${steps.join(', ')}, COUNT(*) AS n, SUM(converted) AS converted FROM walked GROUP BY ${steps.join(', ')}
), ranked AS (
  SELECT paths.*, RANK() OVER (ORDER BY n DESC) AS place, COUNT(*) OVER () AS all_paths, SUM(n) OVER () AS all_n, SUM(converted) OVER () AS all_converted
  FROM paths
)
SELECT n, converted, all_paths, all_n, all_converted, ${steps.join(', ')} FROM ranked WHERE place <= ${question.paths}`,

    next: `WITH ${walk()}, pairs AS (
  SELECT unit, COALESCE(LAG(action) OVER (PARTITION BY unit ORDER BY ${order}), ${start}) AS state, action, grade, n, goal_n,
    MAX(CASE WHEN n = goal_n THEN occurred_at END) ${ofUnit} - occurred_at AS gap
  FROM walk WHERE yes = 1
), firsts AS (
  SELECT state, action, grade, gap, ROW_NUMBER() OVER (PARTITION BY unit, state, action ORDER BY n) AS nth
  FROM pairs WHERE goal_n IS NULL OR n < goal_n
)
SELECT state, action, MAX(grade) AS grade, SUM(${flag('nth = 1')}) AS n, SUM(${flag(`nth = 1 AND gap <= ${horizon}`)}) AS converted
FROM firsts GROUP BY state, action`,

    asks: asksOf(target, whose, conditions, walk),

    retention: `WITH ${whose.owners}weeks AS (
  SELECT DISTINCT ${whose.unit} AS unit, CAST(FLOOR((occurred_at - ${(question.weekStart + 3) * day}) / ${7 * day}.0) AS INTEGER) AS week
  FROM ${whose.table} WHERE phase IN ('seen', 'committed') AND occurred_at <= ${conditions.until}
), ages AS (
  SELECT week, MIN(week) ${ofUnit} AS cohort FROM weeks
)
SELECT cohort, week - cohort AS age, COUNT(*) AS n FROM ages GROUP BY cohort, week - cohort`,

    variants: variantsOf(question, target, conditions, walk),
  };
}

/**
 * Each unit's kinds at an ask, knowing what the unit did there with any of them. Whoever did nothing of a kind has no row of it, so
 * that those who stopped are all that stopped less those with an answer; a join of them would be slow where nobody knows how many.
 */
function asksOf(
  { engine }: Target,
  { unit, table }: Whose,
  { until }: Conditions,
  walk: (more: Readonly<Record<string, string>>) => string,
): string {
  const flag = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  const component =
    engine === 'sqlite' ? "SUBSTR(kind, 1, INSTR(kind, '.') - 1)" : "SPLIT_PART(kind, '.', 1)";
  const ofPerson = 'OVER (PARTITION BY act_unit, component, ask_id)';
  const ofAsk = 'OVER (PARTITION BY component, ask_id)';
  const stops = endings.slice(2).map((name, at) => ({ name, isStop: `stop = ${at + 3}` }));
  return `WITH ${walk({ yes_kind: 'kind', yes_ask: 'ask_id', given: flag("phase = 'committed'") })}, acts AS (
  SELECT ${unit} AS act_unit, kind, ask_id, ${flag("phase IN ('seen', 'committed')")} AS here, ${flag(`phase IN ${startedPhases}`)} AS begun, ${flag("phase = 'failed'")} AS broken, ${flag("phase = 'dismissed'")} AS refused, 0 AS given, 0 AS yes
  FROM ${table} WHERE phase NOT IN ('confirmed', 'withdrawn') AND kind <> 'experiment.expose' AND occurred_at <= ${until}
  UNION ALL
  SELECT unit, yes_kind, yes_ask, 0, 0, 0, 0, given, yes FROM walk WHERE yes_kind <> 'experiment.expose'
), kinds AS (
  SELECT act_unit, ${component} AS component, kind, ask_id, MAX(here) AS here, MAX(begun) AS begun, MAX(broken) AS broken, MAX(refused) AS refused, CASE WHEN MAX(yes) = 1 THEN 1 WHEN MAX(given) = 1 THEN 2 ELSE 0 END AS answer
  FROM acts GROUP BY act_unit, kind, ask_id
), people AS (
  SELECT component, kind, ask_id, answer, MAX(here) ${ofPerson} AS is_here, MAX(begun) ${ofPerson} AS has_begun,
    CASE WHEN MAX(broken) ${ofPerson} = 1 THEN 3 WHEN MAX(refused) ${ofPerson} = 1 THEN 4 WHEN MAX(begun) ${ofPerson} = 1 THEN 5 ELSE 6 END AS stop,
    ROW_NUMBER() OVER (PARTITION BY act_unit, component, ask_id ORDER BY kind) AS nth
  FROM kinds
), sorts AS (
  SELECT component, kind, ask_id, answer, has_begun, stop, SUM(is_here) AS n, SUM(${flag('nth = 1 AND is_here = 1')}) AS persons
  FROM people GROUP BY component, kind, ask_id, answer, has_begun, stop
), told AS (
  SELECT sorts.*, SUM(persons) ${ofAsk} AS all_seen, SUM(persons * has_begun) ${ofAsk} AS all_begun, ${stops.map(({ name, isStop }) => `SUM(CASE WHEN ${isStop} THEN persons ELSE 0 END) ${ofAsk} AS all_${name}`).join(', ')}
  FROM sorts
)
SELECT kind, ask_id, MAX(all_seen) AS seen, MAX(all_begun) AS started, SUM(CASE WHEN answer = 1 THEN n ELSE 0 END) AS yes_units, SUM(CASE WHEN answer = 2 THEN n ELSE 0 END) AS withdrawn,
  ${stops.map(({ name, isStop }) => `MAX(all_${name}) - SUM(CASE WHEN answer > 0 AND ${isStop} THEN n ELSE 0 END) AS ${name}`).join(', ')}
FROM told GROUP BY kind, ask_id HAVING MAX(all_seen) > 0`;
}

/** Each step's rows know when the chain that they end began: of all such chains the one that began last. */
function funnelOf(
  { steps, window }: Question,
  { engine }: Target,
  { is }: Conditions,
  walk: (more: Readonly<Record<string, string>>) => string,
): string {
  const flags = steps.map((step, at): [string, string] => [
    `is_${at + 1}`,
    `CASE WHEN ${is(step)} THEN 1 ELSE 0 END`,
  ]);
  const some = flags.map(([name]) => `${name} = 1`).join(' OR ');
  /** Of a row that ends a chain of so many steps, when that chain began; else NULL. */
  const began = (step: number) =>
    step === 1
      ? 'CASE WHEN is_1 = 1 THEN occurred_at END'
      : `CASE WHEN is_${step} = 1 AND occurred_at - since_${step - 1} <= ${window} THEN since_${step - 1} END`;
  // DuckDB tries to push filters through all of these at once, and plans twice as long with each step, if it is not stopped.
  const as = engine === 'duckdb' ? 'AS MATERIALIZED' : 'AS';
  const chains = [`chain_0 AS (\n  SELECT * FROM walk WHERE yes = 1 AND (${some})\n)`];
  for (let step = 1; step < steps.length; step++)
    chains.push(`chain_${step} ${as} (
  SELECT chain_${step - 1}.*, MAX(${began(step)}) ${before} AS since_${step} FROM chain_${step - 1}
)`);
  const levels = steps.map(
    (_, at) => `MAX(CASE WHEN ${began(at + 1)} IS NULL THEN 0 ELSE 1 END) AS level_${at + 1}`,
  );
  return `WITH ${walk(Object.fromEntries(flags))}, ${chains.join(', ')}, units AS (
  SELECT unit, MAX(of_segment) AS segment, ${levels.join(', ')}
  FROM chain_${steps.length - 1} GROUP BY unit
)
SELECT segment, ${steps.map((_, at) => `SUM(level_${at + 1}) AS reached_${at + 1}`).join(', ')} FROM units GROUP BY segment`;
}

function variantsOf(
  question: Question,
  { engine }: Target,
  { is }: Conditions,
  walk: (more: Readonly<Record<string, string>>) => string,
): string {
  const [from, value] = {
    postgres: ['jsonb_each_text(experiments)', 'pair.value'],
    duckdb: ['json_each(to_json(experiments))', "(pair.value ->> '$')"],
    sqlite: ['json_each(experiments)', 'pair.value'],
    clickhouse: ['', ''],
  }[engine];
  const isMicro = `CASE WHEN ${is(question.micro)} THEN 1 ELSE 0 END`;
  // Each row knows the next goal from itself on: those with as many goals still to come share it.
  return `WITH ${walk({ experiments: 'experiments', amount: 'COALESCE(amount, 0)', is_micro: isMicro })}, acts AS (
  SELECT unit, place, experiments, goal, amount, SUM(goal) ${ofUnit} - SUM(goal) ${upToHere} + goal AS goals, SUM(yes * is_micro) ${ofUnit} - SUM(yes * is_micro) ${upToHere} + yes * is_micro AS micros
  FROM walk
), outcomes AS (
  SELECT unit, place, experiments, micros, goals, MAX(CASE WHEN goal = 1 THEN amount END) OVER (PARTITION BY unit, goals) AS amount FROM acts
), met AS (
  SELECT unit, place, micros, goals, amount, pair.key AS experiment, ${value} AS variant FROM outcomes, ${from} AS pair
), firsts AS (
  SELECT met.*, ROW_NUMBER() OVER (PARTITION BY unit, experiment, variant ORDER BY place) AS nth FROM met
), arms AS (
  SELECT firsts.*, COUNT(*) OVER (PARTITION BY unit, experiment) AS many, ROW_NUMBER() OVER (PARTITION BY unit, experiment ORDER BY place) AS arm FROM firsts WHERE nth = 1
), told AS (
  SELECT experiment, variant, CASE WHEN many = 1 THEN 1 ELSE 0 END AS exposed, CASE WHEN many > 1 AND arm = 1 THEN 1 ELSE 0 END AS mixed,
    CASE WHEN many = 1 AND micros > 0 THEN 1 ELSE 0 END AS micro, CASE WHEN many = 1 AND goals > 0 THEN 1 ELSE 0 END AS converted, CASE WHEN many = 1 AND goals > 0 THEN amount ELSE 0 END AS amount
  FROM arms
)
SELECT experiment, variant, SUM(exposed) AS exposed, SUM(converted) AS converted, SUM(micro) AS micro, SUM(amount) AS sum_amount, SUM(amount * amount) AS sum_squares, SUM(mixed) AS mixed
FROM told GROUP BY experiment, variant`;
}

import { fault, show } from '../../internal/messages.ts';
import { compareTexts } from '../count-keys.ts';
import { comparePaths } from '../count-moves.ts';
import type { ActionCount, Counts, PathCount, SegmentCount } from '../counts.ts';
import { groupBy } from '../group-by.ts';
import { missingOf } from '../missing.ts';
import type { InsightsOptions, Question } from '../question.ts';
import { questionOf } from '../question-read.ts';
import { type AnswerRow, rowsOf, type SqlAnswer } from './answers.ts';
import { textsOf } from './counts-sql.ts';
import type { CountName, SqlOptions } from './sql-options.ts';

/** Options of {@link countWithSql}. */
export interface CountWithSqlOptions extends SqlOptions {
  /**
   * Runs a statement. `(sql) => pool.query(sql)` for pg, `(sql) => database.prepare(sql).all()` for `node:sqlite`, `async (sql) => (await
   * connection.runAndReadAll(sql)).getRowObjects()` for DuckDB, `(sql) => session.query(sql, 'JSON')` for chdb, `async (sql) => (await
   * client.query({ query: sql, format: 'JSON' })).json()` for `@clickhouse/client`.
   */
  readonly query: (sql: string) => SqlAnswer | PromiseLike<SqlAnswer>;
}

/**
 * Counts where the events are, in a collector's table: the same numbers as `count`, but for the last digits of sums of money, which
 * depend on the order of adding. Ten statements, one after the other, that read. Events that arrive meanwhile are in some of them
 * and not in others: where that matters, run them in one transaction of `REPEATABLE READ`, or with `now` some minutes ago.
 *
 * A table of your own, or a view, needs the columns that {@link RowLike} names. Of copies of an event that differ in their time the
 * earliest is taken; all copies are of one visitor and session.
 *
 * Rejects as {@link countsSql} throws; with SY-1624 when an answer cannot be read, with SY-1625, whose `cause` is the database's error, when
 * a statement fails.
 *
 * ```ts
 * const question = { goal: 'checkout.purchase', steps: ['poll.vote', 'newsletter-form.subscribe'] } as const;
 * const counts = await countWithSql(question, { dialect: 'ansi', query: (sql) => pool.query(sql) });
 * const insights = analyze(counts);
 * ```
 */
export async function countWithSql(options: InsightsOptions, sql: CountWithSqlOptions): Promise<Counts> {
  const question = questionOf(options);
  const texts = textsOf(question, sql);
  const { query } = sql;
  if (typeof query !== 'function')
    throw fault(1621, 'query', show(query), 'a function that runs a statement');
  const answers: Partial<Record<CountName, AnswerRow[]>> = {};
  for (const [name, text] of Object.entries(texts) as [CountName, string][])
    answers[name] = rowsOf(await run(query, name, text), name);
  return countsOf(question, answers as Record<CountName, AnswerRow[]>);
}

async function run(query: CountWithSqlOptions['query'], name: CountName, text: string): Promise<SqlAnswer> {
  try {
    return await query(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : show(error);
    throw Object.assign(fault(1625, name, reason.slice(0, 500)), { cause: error });
  }
}

function countsOf(question: Question, answers: Readonly<Record<CountName, AnswerRow[]>>): Counts {
  const totals = answers.totals[0];
  const segmentsBy = (segment: string, n: string, converted: string): SegmentCount[] =>
    [...groupBy(answers.segments, (row) => row.text(segment))]
      .map(([name, rows]) => ({
        segment: name,
        n: sumOf(rows, (row) => row.whole(n)),
        converted: sumOf(rows, (row) => row.whole(converted)),
      }))
      .filter((one) => one.n > 0)
      .sort((one, two) => compareTexts(one.segment, two.segment));
  const several = <One>(all: readonly One[]) => (all.length > 1 ? all : []);
  const segments = segmentsBy('segment', 'n', 'converted');
  const taken = segmentsBy('taken_segment', 'taken', 'taken_converted');

  const levelsOf = (rows: readonly AnswerRow[]) =>
    question.steps.map((_, at) => sumOf(rows, (row) => row.whole(`reached_${at + 1}`)));
  const funnels = groupBy(answers.funnel, (row) => row.text('segment'));

  const actions = new Map<string, Map<string, AnswerRow>>();
  for (const row of answers.actions) {
    const action = row.text('action');
    const bySegment = actions.get(action) ?? new Map<string, AnswerRow>();
    actions.set(action, bySegment.set(row.text('segment'), row));
  }
  const actionOf = (
    action: string,
    rows: readonly AnswerRow[],
    of: readonly SegmentCount[],
    segment?: string,
  ) => {
    const exposed = sumOf(rows, (row) => row.whole('exposed'));
    const converted = sumOf(rows, (row) => row.whole('converted'));
    return {
      action,
      ...(segment !== undefined && { segment }),
      exposed,
      exposedConverted: converted,
      unexposed: sumOf(of, ({ n }) => n) - exposed,
      unexposedConverted: sumOf(of, (one) => one.converted) - converted,
      next: sumOf(rows, (row) => row.whole('next_to_goal')),
    } satisfies ActionCount;
  };

  const mixed = new Map<string, number>();
  for (const row of answers.variants) {
    const experiment = row.text('experiment');
    mixed.set(experiment, (mixed.get(experiment) ?? 0) + row.whole('mixed'));
  }

  const asks = answers.asks
    .map((row) => ({
      kind: row.text('kind'),
      ask: row.text('ask_id'),
      seen: row.whole('seen'),
      started: row.whole('started'),
      yes: row.whole('yes_units'),
      withdrawn: row.whole('withdrawn'),
      failed: row.whole('failed'),
      dismissed: row.whole('dismissed'),
      abandoned: row.whole('abandoned'),
    }))
    .sort((one, two) => compareTexts(one.kind, two.kind) || compareTexts(one.ask, two.ask));

  return {
    v: 1,
    question,
    from: totals?.whole('first_time') ?? 0,
    to: totals?.whole('last_time') ?? 0,
    rows: totals?.whole('yes_rows') ?? 0,
    units: totals?.whole('units') ?? 0,
    unknown: totals?.whole('unknown_units') ?? 0,
    converted: totals?.whole('converted') ?? 0,
    ties: totals?.whole('ties') ?? 0,
    missing: missingOf(question, asks),
    funnel: [
      { levels: levelsOf(answers.funnel) },
      ...several(segments).map(({ segment }) => ({ segment, levels: levelsOf(funnels.get(segment) ?? []) })),
    ],
    actions: [...actions]
      .sort(([one], [two]) => compareTexts(one, two))
      .flatMap(([action, bySegment]) => [
        actionOf(action, [...bySegment.values()], taken),
        ...several(taken).flatMap((of) => {
          const row = bySegment.get(of.segment);
          return row ? [actionOf(action, [row], [of], of.segment)] : [];
        }),
      ]),
    transitions: answers.transitions
      .map((row) => ({
        group: row.text('group_id'),
        from: row.text('source'),
        to: row.text('target'),
        n: row.whole('n'),
      }))
      .sort(
        (one, two) =>
          compareTexts(one.group, two.group) ||
          compareTexts(one.from, two.from) ||
          compareTexts(one.to, two.to),
      ),
    paths: pathsOf(question, answers.paths),
    retention: answers.retention
      .map((row) => ({ cohort: row.whole('cohort'), age: row.whole('age'), n: row.whole('n') }))
      .sort((one, two) => one.cohort - two.cohort || one.age - two.age),
    variants: answers.variants
      .map((row) => ({
        experiment: row.text('experiment'),
        variant: row.text('variant'),
        exposed: row.whole('exposed'),
        converted: row.whole('converted'),
        micro: row.whole('micro'),
        sum: row.number('sum_amount'),
        sumSquares: row.number('sum_squares'),
        mixed: mixed.get(row.text('experiment')) ?? 0,
      }))
      .sort(
        (one, two) => compareTexts(one.experiment, two.experiment) || compareTexts(one.variant, two.variant),
      ),
    next: answers.next
      .map((row) => ({
        state: row.text('state'),
        action: row.text('action'),
        grade: row.whole('grade'),
        n: row.whole('n'),
        converted: row.whole('converted'),
      }))
      .sort((one, two) => compareTexts(one.state, two.state) || compareTexts(one.action, two.action)),
    asks,
    segments,
  };
}

function pathsOf({ paths, pathLength }: Question, rows: readonly AnswerRow[]): PathCount[] {
  const kept = rows
    .map((row) => {
      const steps = Array.from({ length: pathLength }, (_, at) => row.text(`step_${at + 1}`));
      return { path: steps.filter(Boolean), n: row.whole('n'), converted: row.whole('converted') };
    })
    .sort((one, two) => two.n - one.n || comparePaths(one.path, two.path))
    .slice(0, paths);
  const [first] = rows;
  if (!first || first.whole('all_paths') <= kept.length) return kept;
  const others = {
    path: [],
    n: first.whole('all_n') - sumOf(kept, ({ n }) => n),
    converted: first.whole('all_converted') - sumOf(kept, ({ converted }) => converted),
    others: true as const,
  };
  return [...kept, others];
}

function sumOf<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}

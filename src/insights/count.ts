import { fault, show } from '../internal/messages.ts';
import { AskTally } from './count-asks.ts';
import { FunnelTally } from './count-funnel.ts';
import { LiftTally } from './count-lifts.ts';
import { Log } from './count-log.ts';
import { MoveTally } from './count-moves.ts';
import { Pace, type StopSignal } from './count-pace.ts';
import { VariantTally } from './count-variants.ts';
import { type Walk, walkAll } from './count-walk.ts';
import { WeekTally } from './count-weeks.ts';
import type { Counts } from './counts.ts';
import { missingOf } from './missing.ts';
import type { InsightsOptions, Question } from './question.ts';
import { questionOf } from './question-read.ts';
import { createProblems, type OnProblem } from './read-problem.ts';
import { createRowReader } from './read-row.ts';

/** Options of {@link count}: what is asked, and how the work goes on. */
export interface CountOptions extends InsightsOptions {
  /** Stops the counting: it rejects with the signal's reason. */
  readonly signal?: StopSignal | undefined;
  /** Hears how many events have been read, each time the counting lets other work go first, and at the end. */
  readonly onProgress?: ((read: number) => void) | undefined;
  /**
   * Hears of each event that was left out and why; the rest is counted. Default: in development one message in the console with
   * the first that is no event (SY-1607), in production nothing.
   */
  readonly onProblem?: OnProblem | undefined;
}

/** How far after `now` an event may be: clocks differ. */
export const leeway = 300_000;

/**
 * Counts events: of an array, or of anything that can be iterated, at once or over time, such as {@link readNdjson} gives. They
 * may be the kit's events or rows of a collector's store ({@link RowLike}), in any order, some of them doubled. Memory grows with
 * the number of events of phase `seen` and `committed`, some 200 bytes for each. Gives way to other work every few milliseconds, so a
 * page stays usable.
 *
 * Rejects with SY-1601 to SY-1605 when something cannot be asked, and with SY-1606 when there is nothing to iterate.
 *
 * ```ts
 * const counts = await count(events, { goal: 'checkout.purchase', steps: ['poll.vote', 'newsletter-form.subscribe'] });
 * const insights = analyze(counts);
 * ```
 */
export async function count(
  source: Iterable<unknown> | AsyncIterable<unknown>,
  options: CountOptions,
): Promise<Counts> {
  const question = questionOf(options);
  const { signal, onProgress } = options;
  let read = 0;
  const pace = new Pace(signal, () => onProgress?.(read));
  const log = new Log(question);
  const reader = createRowReader();
  const problems = createProblems(options.onProblem);
  const take = (one: unknown) => {
    read++;
    const flaw = reader.read(one);
    if (flaw) problems.add({ line: read, ...flaw });
    else if (reader.row.time > question.now + leeway)
      problems.add({ line: read, reason: 'future', detail: 'time: later than now' });
    else log.add(reader.row);
  };
  // An array is not waited for at each of its items, which would take longer than the counting.
  if (isIterable(source))
    for (const one of source) {
      take(one);
      if (read % 256 === 0 && pace.isDue) await pace.rest();
    }
  else if (isAsyncIterable(source))
    for await (const one of source) {
      take(one);
      if (read % 256 === 0 && pace.isDue) await pace.rest();
    }
  else throw fault(1606, show(source));
  problems.end(read, 'events');
  const counts = await countLog(log, question, pace);
  onProgress?.(read);
  return counts;
}

async function countLog(log: Log, question: Question, pace: Pace): Promise<Counts> {
  log.settle();
  await pace.rest();
  const lifts = new LiftTally(log, question);
  const moves = new MoveTally(log, question);
  const funnel = new FunnelTally(log, question);
  const variants = new VariantTally(log);
  const asked = new AskTally(log);
  const weeks = new WeekTally(log, question.weekStart);
  const sum = { rows: 0, units: 0, unknown: 0, converted: 0, ties: 0 };
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  await walkAll(log, pace, (walk) => {
    lifts.add(walk);
    moves.add(walk);
    funnel.add(walk);
    variants.add(walk);
    weeks.add(walk);
    asked.add(walk);
    sum.units++;
    if (walk.unit >= log.known) sum.unknown++;
    sum.rows += walk.yeses;
    sum.ties += tiesOf(walk, log);
    if (walk.goal >= 0) sum.converted++;
    from = Math.min(from, log.time[walk.rows[0] as number] as number);
    to = Math.max(to, log.time[walk.rows.at(-1) as number] as number);
  });
  await pace.rest();
  const { actions, segments, present } = lifts.rows();
  const transitions = moves.transitions();
  await pace.rest();
  const asks = asked.rows();
  return {
    v: 1,
    question,
    from: log.size && from,
    to: log.size && to,
    rows: sum.rows,
    units: sum.units,
    unknown: sum.unknown,
    converted: sum.converted,
    ties: sum.ties,
    missing: missingOf(question, asks),
    funnel: funnel.rows(present.length > 1 ? present : []),
    actions,
    transitions,
    paths: moves.paths(),
    retention: weeks.rows(),
    variants: variants.rows(),
    next: moves.next(),
    asks,
    segments,
  };
}

function tiesOf({ row, yeses }: Walk, { time, view }: Log): number {
  let ties = 0;
  for (let at = 1; at < yeses; at++) {
    const [one, two] = [row[at - 1] as number, row[at] as number];
    if (time[one] === time[two] && view[one] !== view[two]) ties++;
  }
  return ties;
}

const isIterable = (given: unknown): given is Iterable<unknown> =>
  typeof given === 'object' && given !== null && Symbol.iterator in given;

const isAsyncIterable = (given: unknown): given is AsyncIterable<unknown> =>
  typeof given === 'object' && given !== null && Symbol.asyncIterator in given;

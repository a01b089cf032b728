import type { Counts } from './counts.ts';
import { asksOf } from './findings/asks.ts';
import { contributionsOf } from './findings/contributions.ts';
import { type ExperimentReading, experimentsOf } from './findings/experiments.ts';
import { funnelsOf, weakLinksOf } from './findings/funnels.ts';
import { liftsOf } from './findings/lifts.ts';
import { nextBestAsksOf } from './findings/next-best.ts';
import { fewest } from './findings/rate.ts';
import { retentionOf } from './findings/retention.ts';
import { segmentsOf } from './findings/segments.ts';
import type { Insights, WarningCode } from './insights.ts';
import { soundCounts } from './sound.ts';

/** Options of {@link analyze}. */
export interface AnalyzeOptions extends ExperimentReading {
  /**
   * Ids of the asks that a ladder hands out, or kinds where `by` is `'kind'`: whom it asks is no accident, and what is said of
   * them carries ON_LADDER. Default none.
   */
  readonly onLadder?: readonly string[] | undefined;
}

/**
 * What the counts tell: estimates with their intervals, tests with their corrections, and a word of warning wherever a figure
 * is not to be trusted. Pure; takes counts from anywhere, `count` or `countWithSql`. Rows that cannot be are left out, in
 * development with a message (SY-1612); what is no `Counts` of version 1 throws SY-1611.
 */
export function analyze(given: Counts, options: AnalyzeOptions = {}): Insights {
  const counts = soundCounts(given);
  const { onLadder } = options;
  const { question, units, ties, rows, from, to } = counts;
  const warnings: WarningCode[] = [];
  if (units < fewest) warnings.push('TOO_FEW');
  if (question.exposure !== 'landmark') warnings.push('LENGTH_BIAS');
  if (ties * 100 > rows) warnings.push('TIES');
  // Nobody had the time that the question gives them.
  if (units > 0 && to - from < Math.max(question.window, question.horizon))
    warnings.push('INCOMPLETE_PERIOD');
  return {
    counts,
    asks: asksOf(counts),
    funnels: funnelsOf(counts),
    weakLinks: weakLinksOf(counts),
    lifts: liftsOf(counts, onLadder),
    contributions: contributionsOf(counts),
    nextBestAsks: nextBestAsksOf(counts, onLadder),
    experiments: experimentsOf(counts, options),
    retention: retentionOf(counts),
    segments: segmentsOf(counts),
    warnings,
  };
}

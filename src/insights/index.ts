export { type AnalyzeOptions, analyze } from './analyze.ts';
export { type CountOptions, count } from './count.ts';
export type { StopSignal } from './count-pace.ts';
export type * from './counts.ts';
export { END, GOAL, START } from './counts.ts';
export type { ExperimentReading } from './findings/experiments.ts';
export type * from './insights.ts';
export type { Action, ExposureRule, InsightsOptions, Question } from './question.ts';
export {
  type ByteStream,
  type NdjsonSource,
  type ReadOptions,
  readNdjson,
  type StoredEvent,
} from './read-ndjson.ts';
export type { OnProblem, ReadProblem } from './read-problem.ts';
export type { RowLike } from './rows.ts';

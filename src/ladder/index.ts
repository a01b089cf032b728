/** Which ask comes next, and why. No React, no DOM; runs anywhere. */

export {
  type Decision,
  decide,
  type Explanation,
  explain,
  type RuleName,
  type Situation,
  type Weighed,
} from './decide.ts';
export {
  type AlternativeDefinition,
  defineLadder,
  type LadderDefinition,
  type RungDefinition,
  type SegmentRule,
} from './define-ladder.ts';
export {
  type AssignQuestion,
  defineExperiment,
  type Experiment,
  type ExperimentDefinition,
  variantOf,
} from './experiment.ts';
export type { AskHistory, History } from './history.ts';
export type {
  Clocks,
  Conditions,
  Device,
  Duration,
  Ladder,
  LearnedPlace,
  Remembered,
  Rung,
} from './ladder.ts';
export { type LearnedAsk, orderRungs } from './order-rungs.ts';

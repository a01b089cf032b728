/** Which ask comes next, and why. No React, no DOM; runs anywhere. */

export { decide, explain } from './decide.ts';
export { defineLadder } from './define-ladder.ts';
export {
  type AssignQuestion,
  defineExperiment,
  type Experiment,
  type ExperimentDefinition,
  variantOf,
} from './experiment.ts';
export type { GuideHost } from './guide.ts';
export type { AskHistory, History } from './history.ts';
export type { Guide, Ladder, Remembered } from './ladder.ts';
export type {
  AlternativeDefinition,
  LadderDefinition,
  RungDefinition,
  SegmentRule,
} from './ladder-definition.ts';
export { type LearnedAsk, orderRungs } from './order-rungs.ts';
export type { Clocks, Conditions, Device, Duration, LearnedPlace, Rung } from './rung.ts';
export type { Decision, Explanation, RuleName, Situation, Weighed } from './situation.ts';

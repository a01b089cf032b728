/** How a page follows its ladder: which ask comes next, and where the visitor stands. */

export type { Experiment } from '../ladder/experiment.ts';
export type { LadderStep } from './progress.ts';
export { type LadderHandle, useLadder } from './use-ladder.ts';
export { type NextAskHandle, type UseNextAskOptions, useNextAsk } from './use-next-ask.ts';
export { type UseVariantOptions, useVariant, type VariantHandle } from './use-variant.ts';

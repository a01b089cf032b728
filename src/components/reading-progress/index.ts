/** How much of a text was really read. */

export type { Kind } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { ReadingProgress } from './reading-progress.tsx';
export type { ReadingProgressLabels } from './reading-progress-labels.ts';
export type {
  ReadingProgressElement,
  ReadingProgressProps,
  ReadingProgressState,
} from './reading-progress-props.ts';

/** How far a visitor has come on a ladder. */

export type { Ladder } from '../../ladder/ladder.ts';
export { LadderProgress, type LadderProgressProps, type LadderProgressState } from './ladder-progress.tsx';
export type { LadderProgressLabels } from './ladder-progress-labels.ts';

/** The next ask of a ladder, in its place or as a banner. */

export type { Ladder } from '../../ladder/ladder.ts';
export { NextAsk } from './next-ask.tsx';
export type { NextAskLabels } from './next-ask-labels.ts';
export type { NextAskNode, NextAskProps, NextAskState } from './next-ask-props.ts';

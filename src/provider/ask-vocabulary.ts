/** What the props of every ask name, so that nobody needs a second import to write them down. */

export type { Commitment, CommitmentStep, Exchange, Grade, Moment, Money } from '../events/index.ts';
export type { NextProp, Outcome } from '../internal/next-slot.tsx';
export type { RenderProp } from '../internal/render-element.tsx';
export type { SubmitContext, SubmitResult } from '../internal/submission.ts';
export type { AskProps } from './ask.ts';
export type { LabelText, OwnLabels, PluralLabel } from './labels.ts';

'use client';
import type { ComponentProps, JSX } from 'react';
import type { AnyProps, RenderProp } from '../../internal/render-element.tsx';
import { type PollModel, usePollPart } from './poll-context.ts';

/** Props of {@link PollResults}. */
export interface PollResultsProps extends Omit<ComponentProps<'ul'>, 'children' | 'results'> {
  /** Replaces the `ul`. */
  render?: RenderProp<undefined> | undefined;
}

/** The rows after the vote: the visitor's own choice, and everyone's figures when there are any. */
export function PollResults(props: PollResultsProps): JSX.Element | null {
  const poll = usePollPart(PollResults);
  return poll && renderAnswered(poll, props);
}

/** Until the code of the results has come, the options stay: see `renderOptions`. */
export function renderAnswered(poll: PollModel, theirs?: AnyProps): JSX.Element | null {
  return poll.stage === 'result' && poll.part ? poll.part.renderResults(poll, theirs) : null;
}

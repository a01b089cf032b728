'use client';
import {
  type ComponentProps,
  type Context,
  createContext,
  createElement,
  type ReactElement,
  useContext,
} from 'react';
import { tell } from '../../internal/messages.ts';
import { type AnyProps, type RenderProp, renderElement } from '../../internal/render-element.tsx';
import type { Speaker } from '../../provider/use-labels.ts';
import type * as Answered from './poll-answered.tsx';
import type { PollShare } from './poll-counts.ts';
import type { PollLabels } from './poll-labels.ts';
import type { AnyPollProps, PollStage } from './poll-props.ts';
import type { PollChoice, PollValue } from './poll-state.ts';

/** Everyone's votes, made ready to draw. */
export interface PollFigures {
  /** In the order of the options. */
  readonly shares: readonly PollShare[];
  /** What most picked; several after a tie. */
  readonly leaders: readonly PollValue[];
}

/** What the parts of a poll share. */
export interface PollModel {
  readonly props: AnyPollProps;
  /** What shows an answer, once it has come. */
  readonly part: typeof Answered | undefined;
  /** The rows keep their room and show nothing until that has come. */
  readonly isBlank: boolean;
  /** Where the form goes, if anywhere safe. What a function answers is no business of the form's. */
  readonly action: ComponentProps<'form'>['action'];
  readonly say: Speaker<PollLabels>;
  /** Prefix of ids. */
  readonly name: string;
  readonly choices: readonly PollChoice[];
  readonly stage: PollStage;
  /** The options can be picked, to vote or to guess. */
  readonly isOpen: boolean;
  /** Selected in this round. */
  readonly picked: readonly PollValue[];
  /** Voted for. */
  readonly answer: PollValue[];
  readonly guess?: PollValue | undefined;
  /** What was typed under "Other" before the vote failed. */
  readonly typed?: string | undefined;
  /** Several may be picked in this round. */
  readonly multiple: boolean;
  /** A pick is the vote. */
  readonly oneClick: boolean;
  /** How many may be picked, or what a click does. */
  readonly hint: string | false;
  readonly isPending: boolean;
  readonly error?: string | undefined;
  /** Everyone's votes, once they may be seen. */
  readonly figures: PollFigures | undefined;
  /** How many votes those are, or what is missing. */
  readonly words: string | undefined;
  skip(): void;
  /** Brings the options back. */
  reopen(): void;
}

export const PollContext: Context<PollModel | null> = createContext<PollModel | null>(null);

/** The poll around a part; without one the developer is told, and the part renders nothing. */
export function usePollPart(part: { readonly name: string }): PollModel | null {
  const poll = useContext(PollContext);
  if (process.env.NODE_ENV !== 'production' && !poll) tell(109, part.name, 'Poll');
  return poll;
}

/** Renders a part's element: ours, with the consumer's props if there are any; `render` among these replaces it. */
export function renderPart<State = undefined>(
  tag: string,
  theirs: (AnyProps & { readonly render?: RenderProp<State> | undefined }) | undefined,
  own: AnyProps,
  state?: State,
): ReactElement {
  if (!theirs) return createElement(tag, own);
  const { render, ...rest } = theirs;
  return renderElement(tag, render, state as State, own, rest);
}

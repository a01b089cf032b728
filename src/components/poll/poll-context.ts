'use client';
import { type Context, createContext, type FormEvent, useContext } from 'react';
import { tell } from '../../internal/messages.ts';
import type { ChoiceGroup } from '../../internal/use-choice-group.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { PollLabels } from './poll-labels.ts';
import type { AnyPollProps, PollElement, PollStage } from './poll-props.ts';
import type { PollChoice } from './poll-state.ts';
import type { PollFigures } from './use-poll-results.ts';

/** What the parts of a poll share. */
export interface PollModel {
  readonly props: AnyPollProps;
  readonly say: Speaker<PollLabels>;
  /** Prefix of ids. */
  readonly name: string;
  readonly choices: readonly PollChoice[];
  readonly stage: PollStage;
  /** Keys selected in this round. */
  readonly picked: readonly string[];
  /** Keys voted for. */
  readonly answer: readonly string[];
  readonly guess: string | undefined;
  /** What was typed under "Other" before the vote failed. */
  readonly typed: string | undefined;
  /** Several may be picked in this round. */
  readonly multiple: boolean;
  /** A pick is the vote. */
  readonly oneClick: boolean;
  readonly pending: boolean;
  readonly error: string | undefined;
  readonly figures: PollFigures | undefined;
  /** Why there are no figures: not yet, too few, or no usable source. */
  readonly waitingFor: 'results' | 'votes' | undefined;
  readonly onChange: ChoiceGroup['onChange'];
  readonly group: ChoiceGroup['group'];
  readonly formRef: (form: HTMLFormElement | null) => void;
  readonly ref: (root: PollElement | null) => (() => void) | undefined;
  onSubmit(event: FormEvent): void;
  onReset(): void;
  skip(): void;
  /** Brings the options back. */
  reopen(): void;
}

export const PollContext: Context<PollModel | null> = createContext<PollModel | null>(null);

/** The poll around a part; without one the developer is told, and the part renders nothing. */
export function usePollPart(part: string): PollModel | null {
  const poll = useContext(PollContext);
  if (process.env.NODE_ENV !== 'production' && !poll) tell(109, part, 'Poll');
  return poll;
}

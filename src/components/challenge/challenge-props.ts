import type { ComponentProps, ReactNode, Ref } from 'react';
import type { Commitment, CommitmentStep, StepData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { ChallengeLabels } from './challenge-labels.ts';

/** One task: a few minutes' work. */
export interface ChallengeTask<Id extends string = string> {
  /** What events and your code call it. Stays the same when you change the words. */
  readonly id: Id;
  /** What to do, in a few words: the name of its box to tick. */
  readonly title: string;
  /** How to do it, shown once the task is open. */
  readonly body?: ReactNode;
  /** On which day it opens; 1 is the first. Default: by `unlock`. */
  readonly day?: number | undefined;
}

/** What a tick says. Goes to `onSubmit`. */
export interface ChallengeAnswer<Id extends string = string> {
  /** The task that was ticked. */
  readonly task: Id;
  /** Whether it is done; false when it was taken back. */
  readonly done: boolean;
  /** Every task that is done now, in the order of the tasks. */
  readonly all: readonly Id[];
}

/** A commitment of a challenge: a task that was ticked, or all of them. */
export type ChallengeCommitment<Id extends string = string> =
  | Commitment<'challenge.task', StepData<Id>>
  | Commitment<'challenge.complete'>;

/** An event of a challenge, of any phase. */
export type ChallengeEvent<Id extends string = string> =
  | ChallengeCommitment<Id>
  | CommitmentStep<'challenge.task', StepData<Id>>
  | CommitmentStep<'challenge.complete'>;

/** State of the root element, for `render`. */
export interface ChallengeState<Id extends string = string> {
  /** Ids of the tasks that are done, in the order of the tasks. */
  readonly done: readonly Id[];
  /** All of them are. */
  readonly isComplete: boolean;
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface ChallengeElement extends HTMLDivElement {
  /** Begins a new attempt: nothing is done, and this is the first day. */
  reset(): void;
}

/** Props of {@link Challenge}. What is not listed goes to the root element. */
export interface ChallengeProps<Id extends string = string>
  extends Omit<AskProps<'challenge.complete'>, 'onCommit' | 'onEvent'>,
    AskLook<ChallengeState<NoInfer<Id>>, ChallengeLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref' | 'title'> {
  /** Hears each ticked task and the completion, synchronously, told apart by `kind`. */
  onCommit?: ((event: ChallengeCommitment<NoInfer<Id>>) => void) | undefined;
  /** Hears events of every phase, synchronously. */
  onEvent?: ((event: ChallengeEvent<NoInfer<Id>>) => void) | undefined;
  /** What the challenge is called. */
  title: ReactNode;
  /** What it brings, in a sentence. Default none. */
  description?: ReactNode;
  /** The tasks, in order. */
  tasks: readonly ChallengeTask<Id>[];
  /** `'daily'` opens one task a day, `'all'` all of them on the first. A task's own `day` goes before. Default `'all'`. */
  unlock?: 'all' | 'daily' | undefined;
  /**
   * The first day, for a challenge that all begin together or one that your server remembers: `'2026-01-07'`. Default: the
   * day on which this visitor first met it, remembered on the device where storage is allowed.
   */
  start?: string | undefined;
  /**
   * What day it is, for the markup of your server: `'2026-01-07'`. A browser asks its own clock. Default: the server shows
   * the first day.
   */
  today?: string | undefined;
  /** Ids of the tasks that are done, if you keep them. */
  done?: readonly NoInfer<Id>[] | undefined;
  /** What your server knows to be done; wins over the device. Default: what the device remembers. */
  defaultDone?: readonly NoInfer<Id>[] | undefined;
  /** Hears what the screen shows, before anything is sent, and again when a failure takes it back. */
  onDoneChange?: ((done: NoInfer<Id>[]) => void) | undefined;
  /** Remembers on this device what was done and since when, where storage is allowed. Default true. */
  remember?: boolean | undefined;
  /** Takes each tick to your server. The screen goes ahead; the event waits until this has succeeded. */
  onSubmit?: SubmitHandler<ChallengeAnswer<NoInfer<Id>>> | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action. With no `onSubmit` it goes there with JavaScript
   * as well. Fields: `sy-ask`, and `done` or, to take it back, `undo`. Without one there is nothing to tick then.
   */
  action?: string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** Nothing can be ticked. Default false. */
  disabled?: boolean | undefined;
  /** The next ask, once all is done. */
  next?: NextProp<{ tasks?: number }> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<ChallengeElement> | undefined;
}

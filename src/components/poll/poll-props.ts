import type { ComponentProps, ReactNode, Ref } from 'react';
import type { Commitment, CommitmentStep, NpsBucket, PollPredictData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { PollLabels } from './poll-labels.ts';
import type { PollCounts, PollItem, PollOther, PollScale, PollValue } from './poll-state.ts';

/** Where everyone's votes come from: the counts, or a function that fetches them. */
export type PollResultsSource = PollCounts | (() => PollCounts | Promise<PollCounts>);

/** Where a poll stands. */
export type PollStage = 'question' | 'predict' | 'result' | 'skipped';

/** Values of a scale. */
type ScaleValue = {
  2: 1 | 2;
  3: 1 | 2 | 3;
  5: 1 | 2 | 3 | 4 | 5;
  7: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  10: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  nps: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
};

/** Every value that a vote can have: any, where it may be any scale or none, as in a component around polls. */
export type PollAnswer<Choice, Other, Scale> =
  | ([PollScale] extends [Scale] ? PollValue : Scale extends PollScale ? ScaleValue[Scale] : Choice)
  | (Other extends true | PollOther ? 'other' : never);

/** The picks alone: `choices` where several may be picked, else `choice`. */
type Picks<Answer, Multiple> = Multiple extends true ? { choices: Answer[] } : { choice: Answer };

/** `data` of a committed vote. */
export type PollData<Answer, Multiple, Scale> = Picks<Answer, Multiple> & {
  /** The values in the order the visitor saw them, when shuffled. */
  order?: Answer[];
} & (Scale extends 'nps' ? { bucket: NpsBucket } : unknown);

/** What `onSubmit` gets: the `data` of the event to come, and what was typed under "Other". */
export type PollVote<Data> = Data & { otherText?: string };

/** The events of a poll: votes, and guesses when it asks for them. */
type PollCommitment<Answer extends PollValue, Data, Predict> =
  | Commitment<'poll.vote', Data>
  | (Predict extends true ? Commitment<'poll.predict', PollPredictData<Answer>> : never);
type PollEvent<Answer extends PollValue, Data, Predict> =
  | PollCommitment<Answer, Data, Predict>
  | CommitmentStep<'poll.vote', Data>
  | (Predict extends true ? CommitmentStep<'poll.predict', PollPredictData<Answer>> : never);

/** What is selected: a value or null, or a list where several may be picked. */
export type PollSelection<Answer, Multiple> = Multiple extends true ? readonly Answer[] : Answer | null;

/** The root element; its `reset()` begins a new attempt and shows the question again. */
export interface PollElement extends HTMLDivElement {
  reset(): void;
}

/** State of the root element, for `render`. */
export interface PollState {
  readonly stage: PollStage;
  readonly isPending: boolean;
}

type OwnAskProps = Omit<AskProps<'poll.vote'>, 'onCommit' | 'onEvent'>;
type RootProps = Omit<
  ComponentProps<'div'>,
  'id' | 'ref' | 'defaultValue' | 'onSubmit' | 'results' | 'children' | keyof OwnAskProps
>;

/** Props of {@link Poll}, whose values are inferred from `options` or `scale`. What is not listed goes to the root element. */
export interface PollProps<
  Choice extends PollValue = PollValue,
  Multiple extends boolean = false,
  Other extends boolean | PollOther = false,
  Scale extends PollScale | undefined = undefined,
  Predict extends boolean = false,
  Answer extends PollValue = PollAnswer<Choice, Other, Scale> & PollValue,
  Data = PollData<Answer, Multiple, Scale>,
> extends OwnAskProps,
    AskLook<PollState, PollLabels>,
    RootProps {
  /** Hears this poll's commitments, synchronously, once they have succeeded. */
  onCommit?: ((event: PollCommitment<Answer, Data, Predict>) => void) | undefined;
  /** Hears this poll's events of every phase, synchronously. */
  onEvent?: ((event: PollEvent<Answer, Data, Predict>) => void) | undefined;
  /** What is asked. */
  question?: ReactNode;
  /** A quieter line under the question. */
  description?: ReactNode;
  /** What can be answered: values, or objects with a label, a description, a segment. Needed, unless there is a `scale`. */
  options?: readonly (Choice | PollItem<Choice>)[] | undefined;
  /** A row of numbers in place of `options`: 1 to 2, 3, 5, 7 or 10, or `'nps'` for 0 to 10. */
  scale?: Scale | undefined;
  /** What the lowest and the highest number of a scale mean. Default: none; those of Net Promoter for `'nps'`. */
  endLabels?: readonly [low: string, high: string] | undefined;
  /** Several may be picked. Default false. */
  multiple?: Multiple | undefined;
  /** Fewest picks when several may be picked, from 1. Default 1. */
  min?: number | undefined;
  /** Most picks when several may be picked, from `min`. Default: all. */
  max?: number | undefined;
  /** Adds a free answer, always last. Its text goes to `onSubmit` only. Default false. */
  other?: Other | undefined;
  /** Shows the options in an order drawn from a seed: this text, or the id when true. Default false. */
  shuffle?: boolean | string | undefined;
  /**
   * What votes: a pick, or the button. Default `'pick'`; `'submit'` where an `action` that is an address takes the vote and no
   * `onSubmit`, since the page then goes there; always `'submit'` where several may be picked.
   */
  commitOn?: 'pick' | 'submit' | undefined;
  /** Offers a quiet way out. Default false. */
  skippable?: boolean | undefined;
  /** What is selected, when you own that state. */
  value?: PollSelection<Answer, Multiple> | undefined;
  /** What is selected at first. Default nothing. */
  defaultValue?: PollSelection<Answer, Multiple> | undefined;
  /** Hears what the visitor selects. Selecting is not yet voting. */
  onValueChange?: ((value: PollSelection<Answer, Multiple>) => void) | undefined;
  /**
   * Everyone's votes, from your server: `{ [option]: count }`. Left out, the visitor gets thanks and no figures.
   * A function is asked after the vote was sent, so its answer must count this vote already. Plain data is a snapshot
   * from before the vote: the visitor's own vote is added to it until the data changes.
   */
  results?: PollResultsSource | undefined;
  /** Votes needed before figures are shown. Default 20. */
  minimumResults?: number | undefined;
  /** Remembers the vote on this device (with consent), so that nobody is asked twice. Default true. */
  remember?: boolean | undefined;
  /** What your server knows of this visitor's vote; wins over the device. null: has not voted. */
  votedFor?: PollSelection<Answer, Multiple> | null | undefined;
  /** Takes no more votes. Default false. */
  closed?: boolean | undefined;
  /** Lets the visitor change the vote. Default true. */
  allowChange?: boolean | undefined;
  /** Shows the question without taking a vote. Default false. */
  disabled?: boolean | undefined;
  /** Adds a second round: a guess at what most others say. Default false. */
  predict?: Predict | undefined;
  /** Names a segment for this vote, for later asks to read (`useSegments`). */
  segment?: ((vote: Data) => string | undefined) | undefined;
  /** Takes the vote to your server. The result shows at once; the event waits until this has succeeded. */
  onSubmit?: SubmitHandler<PollVote<Data>> | undefined;
  /**
   * Where the form goes when there is no script: a URL or a server action. Fields: `sy-ask`, `choice`, `other`. With no
   * `onSubmit` it goes there with script as well; to a URL by a button, for the page is left (see `commitOn`). Left out,
   * there is no button without script.
   */
  action?: string | ((form: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /**
   * The next ask, after a vote or a skip on this page, and after `votedFor`. A vote that only the device remembers is
   * found after the page has come alive, when one more ask would push the page down: it brings none.
   */
  next?: NextProp<Data> | undefined;
  /** The parts, when you arrange them yourself: `PollQuestion`, `PollOptions`, `PollResults`, `PollActions`. */
  children?: ReactNode;
  /** The root element. */
  ref?: Ref<PollElement> | undefined;
}

/** Props as the code inside reads them, whatever the values. */
export type AnyPollProps = PollProps<
  PollValue,
  boolean,
  boolean | PollOther,
  PollScale,
  boolean,
  PollValue,
  unknown
>;

import type { LabelText } from '../../provider/labels.ts';

/** Texts of a poll. */
export interface PollLabels {
  /** The button that votes. */
  vote: LabelText;
  /** The quiet way out. */
  skip: LabelText;
  /** Brings the options back after a vote. */
  change: LabelText;
  /** Brings the options back after a skip. */
  reopen: LabelText;
  /** Said beside the options when a click on one is the vote. */
  oneClick: LabelText;
  /** How many may be picked, when at least `{min}`. */
  atLeast: LabelText;
  /** How many may be picked, when at most `{max}`. */
  atMost: LabelText;
  /** How many may be picked, from `{min}` to `{max}`. */
  between: LabelText;
  /** The free answer among the options. */
  other: LabelText;
  /** Names the field of the free answer. */
  otherText: LabelText;
  /** Lowest score of a Net Promoter question. */
  npsLow: LabelText;
  /** Highest score of a Net Promoter question. */
  npsHigh: LabelText;
  /** After the vote. */
  thanks: LabelText;
  /** While the vote is on its way. */
  sending: LabelText;
  /** While the results are on their way. */
  loading: LabelText;
  /** All votes, `{count}`. */
  votes: LabelText;
  /** Too few votes for figures; `{count}` are needed. */
  few: LabelText;
  /** When the vote did not arrive. */
  failed: LabelText;
  /** No votes any more. */
  closed: LabelText;
  /** After a skip. */
  skipped: LabelText;
  /** One result as text: `{option}`, `{percent}`, `{count}`. */
  result: LabelText;
  /** Marks what the visitor picked. */
  yourChoice: LabelText;
  /** Marks what the visitor expected others to pick. */
  yourGuess: LabelText;
  /** First of two rounds. */
  roundVote: LabelText;
  /** Second of two rounds: the guess. */
  roundGuess: LabelText;
  /** The button that guesses. */
  guess: LabelText;
  /** The guess leads. */
  guessRight: LabelText;
  /** Another option leads. */
  guessWrong: LabelText;
  /** The guess cannot be judged yet. */
  guessNoted: LabelText;
}

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    poll: PollLabels;
  }
}

export const pollLabels: PollLabels = {
  vote: 'Vote',
  skip: 'Skip',
  change: 'Change',
  reopen: 'Answer after all',
  oneClick: 'One click is your vote.',
  atLeast: 'Pick at least {min}.',
  atMost: 'Pick up to {max}.',
  between: 'Pick {min} to {max}.',
  other: 'Something else',
  otherText: 'In your own words',
  npsLow: 'Not at all likely',
  npsHigh: 'Extremely likely',
  thanks: 'Thanks for voting.',
  sending: 'Sending…',
  loading: 'Counting…',
  votes: { one: '{count} vote', other: '{count} votes' },
  few: 'Results show from {count} votes.',
  failed: 'Your vote did not arrive. Try again.',
  closed: 'This poll is closed.',
  skipped: 'Skipped.',
  result: {
    one: '{option}: {percent} percent, {count} vote',
    other: '{option}: {percent} percent, {count} votes',
  },
  yourChoice: 'your choice',
  yourGuess: 'your guess',
  roundVote: 'First, your own answer.',
  roundGuess: 'What will most others say?',
  guess: 'Guess',
  guessRight: 'You guessed right.',
  guessWrong: 'Not what most others say.',
  guessNoted: 'Your guess is noted.',
};

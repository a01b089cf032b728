import type { LabelText } from '../../provider/labels.ts';

/** Every text of a form of several steps that a visitor reads or hears, but for those of its fields. */
export interface StepFormLabels {
  /** The button that goes on. */
  next: LabelText;
  /** The button that goes back. */
  back: LabelText;
  /** Where the visitor is: `{position}`, `{count}` likely steps. */
  progress: LabelText;
  /** Names the list of steps. */
  steps: LabelText;
  /** A step of that list that is finished. `{title}`. */
  done: LabelText;
  /** Heading of the review, when it has none. */
  review: LabelText;
  /** Beside each step of the review. */
  edit: LabelText;
  /** The same, spoken. `{title}`. */
  editStep: LabelText;
  /** A question that was left out. */
  empty: LabelText;
  /** A box that was ticked, and one that was not. */
  yes: LabelText;
  no: LabelText;
  /** While it is checked whether the visitor can go on. */
  checking: LabelText;
  /** When that could not be checked. */
  checkFailed: LabelText;
  /** When it must not go on, for no reason that is told. */
  refused: LabelText;
  /** When answers of an earlier visit are back. */
  kept: LabelText;
  /** Beside it. */
  startOver: LabelText;
  /** Names the answers so far, in a conversation. */
  log: LabelText;
  /** Back from an ending where nothing was sent. */
  change: LabelText;
}

/** The English texts. */
export const stepFormLabels: StepFormLabels = {
  next: 'Continue',
  back: 'Back',
  progress: 'Step {position} of {count}',
  steps: 'Steps',
  done: '{title}, done',
  review: 'Check your answers',
  edit: 'Edit',
  editStep: 'Edit “{title}”',
  empty: 'Not answered',
  yes: 'Yes',
  no: 'No',
  checking: 'One moment …',
  checkFailed: 'This could not be checked just now. Your answers are still here: please try again.',
  refused: 'We cannot go on with these answers.',
  kept: 'We kept your answers.',
  startOver: 'Start over',
  log: 'Your answers so far',
  change: 'Change my answers',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'step-form': StepFormLabels;
  }
}

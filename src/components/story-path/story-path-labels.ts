import type { LabelText } from '../../provider/labels.ts';

/** Every text of a story that a visitor reads or hears. */
export interface StoryPathLabels {
  /** Names the list of steps. Spoken only. */
  steps: LabelText;
  /** Where the visitor is. `{position}` and `{count}` are numbers. */
  progress: LabelText;
  /** A step in the list that was read. Spoken only. `{title}` is the step's title. */
  done: LabelText;
  /** The button to the next step, where the step has no `goOn`. */
  goOn: LabelText;
  /** The button to the step before. */
  back: LabelText;
  /** The button to the last step. */
  skip: LabelText;
  /** The button to where the visitor stopped on an earlier visit. `{position}` is a number. */
  resume: LabelText;
  /** At the end, when every step was read. */
  finished: LabelText;
}

/** The English texts. */
export const storyPathLabels: StoryPathLabels = {
  steps: 'Steps of the story',
  progress: '{position} of {count}',
  done: '{title}, read',
  goOn: 'Go on',
  back: 'Back',
  skip: 'Skip to the end',
  resume: 'Continue at step {position}',
  finished: 'That was the whole story. Thank you for reading it.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'story-path': StoryPathLabels;
  }
}

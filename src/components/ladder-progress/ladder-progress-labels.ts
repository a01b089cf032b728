import type { LabelText } from '../../provider/labels.ts';

/** Every text of the progress that a visitor reads or hears. */
export interface LadderProgressLabels {
  /** Where the visitor is. `{position}`, `{count}`. */
  progress: LabelText;
  /** When no step is at hand right now. `{done}`, and `{count}` of them in all. */
  counted: LabelText;
  /** When every step is done. */
  complete: LabelText;
  /** Spoken after the name of a step that is done. */
  done: LabelText;
}

/** The English texts. */
export const ladderProgressLabels: LadderProgressLabels = {
  progress: 'Step {position} of {count}',
  counted: '{done} of {count} done',
  complete: 'All done',
  done: 'done',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'ladder-progress': LadderProgressLabels;
  }
}

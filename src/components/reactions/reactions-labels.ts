import type { LabelText } from '../../provider/labels.ts';

/** Every text of the reactions that a visitor reads or hears. */
export interface ReactionsLabels {
  /** Names the group when it has no `label`. Spoken only. */
  group: LabelText;
  /** The reaction of `like`, which is offered when you name no `set`. */
  like: LabelText;
  /** The reactions of `thumbs`. */
  up: LabelText;
  down: LabelText;
  /** After the yes. */
  thanks: LabelText;
  /** After it was taken back. */
  withdrawn: LabelText;
  /** When the server did not take it. */
  failed: LabelText;
}

/** The English texts. */
export const reactionsLabels: ReactionsLabels = {
  group: 'Reactions',
  like: 'Like',
  up: 'Thumbs up',
  down: 'Thumbs down',
  thanks: 'Thank you!',
  withdrawn: 'Taken back.',
  failed: 'That was not saved. Please try again.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    reactions: ReactionsLabels;
  }
}

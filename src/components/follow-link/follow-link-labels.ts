import type { LabelText } from '../../provider/labels.ts';

/** Every text of the link that a visitor reads or hears. `{name}` is the name of the target. */
export interface FollowLinkLabels {
  /** What the link says. */
  follow: LabelText;
  /** The same to one who follows already. */
  open: LabelText;
  /** Beside it then. */
  following: LabelText;
  /** After the click. It does not claim that the visitor has followed: nobody here can know. */
  thanks: LabelText;
}

/** The English texts. */
export const followLinkLabels: FollowLinkLabels = {
  follow: 'Follow us on {name}',
  open: 'Open {name}',
  following: 'You follow us on {name}.',
  thanks: 'Thank you for your interest!',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'follow-link': FollowLinkLabels;
  }
}

import type { ShareButtonLabels, shareButtonLabels } from './share-button-labels.ts';

/** What is said in the panel. */
export type SharePanelLabels = Omit<ShareButtonLabels, keyof typeof shareButtonLabels>;

/** The English texts of the panel, which come with it. */
export const sharePanelLabels: SharePanelLabels = {
  link: 'Link',
  copy: 'Copy link',
  refused: 'Your browser did not allow it. The link is selected: copy it by hand.',
  targets: 'Share with',
  mail: 'E-mail',
};

import type { LabelText } from '../../provider/labels.ts';

/** Every text of the link that a visitor reads or hears. */
export interface DownloadLinkLabels {
  /** What the link says when it has no children. */
  download: LabelText;
  /** What is known of the file. `{type}`, `{size}`. */
  details: LabelText;
  /** After the click. */
  thanks: LabelText;
}

/** The English texts. */
export const downloadLinkLabels: DownloadLinkLabels = {
  download: 'Download',
  details: '{type}, {size}',
  thanks: 'Your download begins.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'download-link': DownloadLinkLabels;
  }
}

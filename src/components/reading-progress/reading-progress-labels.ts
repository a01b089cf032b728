import type { LabelText } from '../../provider/labels.ts';

/** Every text of the reading progress. */
export interface ReadingProgressLabels {
  /** The bar's name, only spoken. */
  progress: LabelText;
}

/** The English texts. */
export const readingProgressLabels: ReadingProgressLabels = {
  progress: 'Reading progress',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'reading-progress': ReadingProgressLabels;
  }
}

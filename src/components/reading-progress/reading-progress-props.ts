import type { ComponentProps, ReactNode, Ref, RefObject } from 'react';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { ReadingProgressLabels } from './reading-progress-labels.ts';

/** State of the reading, for `render`. */
export interface ReadingProgressState {
  /** As much was read as `threshold` wants. */
  readonly isRead: boolean;
}

/** The root element. */
export interface ReadingProgressElement extends HTMLDivElement {
  /** Begins a new attempt: nothing is read. */
  reset(): void;
}

/** Props of {@link ReadingProgress}. What is not listed goes to the root element. */
export interface ReadingProgressProps
  extends AskProps<'reading-progress.read'>,
    Omit<AskLook<ReadingProgressState, ReadingProgressLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'id' | 'ref'> {
  /** The text that is read, or leave it out and pass `target`. */
  children?: ReactNode;
  /** The element of the text, where it stands elsewhere on the page. Default: `children`. */
  target?: RefObject<Element | null> | undefined;
  /**
   * A bar that shows where the reader is: `'sticky'` stays at the upper edge of the window while the text passes, `'line'`
   * stands where it stands, such as in a header of your own, `'none'` is no bar. A text that fits into the window has none
   * either. Default `'sticky'`.
   */
  appearance?: 'sticky' | 'line' | 'none' | undefined;
  /** Share of the text, above 0 and up to 1, whose reading is the yes. Default 0.75. */
  threshold?: number | undefined;
  /**
   * The fastest pace that still counts as reading, in words a minute. Default 400: adults read 175 to 300 (Brysbaert,
   * Journal of Memory and Language 109, 2019). What goes by faster was only scrolled past.
   */
  wordsPerMinute?: number | undefined;
  /** Number of words, where they cannot be counted: a comic, a page of pictures. Default: counted in the text. */
  words?: number | undefined;
  /**
   * The next ask, once the text was read. It stands below the text; with `target`, where this component stands. Below what
   * is read it moves nothing that the visitor looks at.
   */
  next?: NextProp<{ percent: number }> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<ReadingProgressElement> | undefined;
}

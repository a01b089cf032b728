'use client';
import type { JSX } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { readingProgressLabels } from './reading-progress-labels.ts';
import type { ReadingProgressProps, ReadingProgressState } from './reading-progress-props.ts';
import { useReadingProgress } from './use-reading-progress.ts';

/**
 * Tells how much of a text was really read: what stood on the screen for as long as reading it takes. Whoever scrolls to the
 * end in one go has read nothing. The bar shows where the reader is; the events, what was read.
 *
 * ```tsx
 * <ReadingProgress id="article-42">
 *   <article>…</article>
 * </ReadingProgress>
 * ```
 */
export function ReadingProgress(props: ReadingProgressProps): JSX.Element {
  const { children, target, appearance = 'sticky', threshold, wordsPerMinute, words, next, ...rest } = props;
  const speak = useLabels('reading-progress', readingProgressLabels, props.labels);
  const { ref, bar, read } = useReadingProgress(props);
  return renderAsk<ReadingProgressState>(
    'reading-progress',
    rest,
    { isRead: !!read },
    {
      // The text keeps the page's own type and colours.
      'data-sy-ask': undefined,
      'data-read': !!read || undefined,
      ref,
      children: (
        <>
          {appearance !== 'none' && (
            <progress
              className="sy-reading-progress-bar sy-only-with-script"
              data-sy-ask=""
              data-sy-appearance="plain"
              data-appearance={appearance}
              aria-label={speak('progress')}
              max={1}
              value={0}
              ref={bar}
            />
          )}
          {children}
          {read && next && (
            <div className="sy-reading-progress-next" data-sy-ask="" data-sy-appearance="plain">
              <NextSlot
                next={next as NextProp<object>}
                outcome={{ phase: 'committed', data: { percent: read.percent } }}
              />
            </div>
          )}
        </>
      ),
    },
  );
}

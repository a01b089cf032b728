'use client';
import { useEffect, useRef, useState } from 'react';
import { late } from '../../internal/late.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useRootRef } from '../../provider/use-root-ref.ts';
import type { ReadingProgressProps } from './reading-progress-props.ts';

const kinds = { 'reading-progress.read': 1 } as const;

// Reading takes its time: what measures it can come when the text is on the screen. Without it the text is read as well.
const measure = late(() => import('./measure-reading.ts'));

/** A text that is not there yet, or code that could not be had, is looked for again after this many milliseconds, then after twice as many. */
const patience = 1_000;

/** What a reading progress knows and does. */
export function useReadingProgress(props: ReadingProgressProps) {
  const { id, target } = props;
  const hub = useHub();
  const root = useRef<Element | null>(null);
  const bar = useRef<HTMLProgressElement>(null);
  const percent = useRef(0);
  // Which text was read, and how much of it that takes.
  const [read, setRead] = useState<{ readonly id: string; readonly percent: number }>();
  const ask = useAsk({
    component: 'ReadingProgress',
    kinds,
    props,
    leaving: () => ({ percent: percent.current }),
  });
  const latest = useLatest(props);

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget: (() => void) | undefined;
    const look = async (wait: number) => {
      const text = target ? target.current : root.current;
      const isLater = wait > patience;
      if (process.env.NODE_ENV !== 'production' && (text ? !text.hasChildNodes() : isLater))
        tell(1411, `ReadingProgress "${id}"`);
      // Elsewhere on the page it is the text that is seen, and not this.
      if (text && target) forget ??= ask.ref(text);
      if (text) await measure.load(isLater);
      if (leaving.signal.aborted) return;
      const part = text && measure.get();
      if (part)
        part.measureReading(text, leaving.signal, {
          ask,
          bar,
          percent,
          props: () => latest.current,
          isOff: hub.isOff,
          onRead: (much) => setRead((before) => (before?.id === id ? before : { id, percent: much })),
        });
      // As long as it takes, less and less often.
      else timer = setTimeout(look, wait, wait * 2);
    };
    void look(patience);
    return () => {
      leaving.abort();
      clearTimeout(timer);
      forget?.();
    };
  }, [ask, hub, latest, target, id]);

  const ref = useRootRef(
    {
      reset: ask.reset,
      ref(element) {
        root.current = element;
        return target ? undefined : ask.ref(element);
      },
    },
    () => setRead(undefined),
  );
  return { ref, bar, read: read?.id === id ? read : undefined };
}

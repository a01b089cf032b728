'use client';
import { useEffect, useRef, useState } from 'react';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useRootRef } from '../../provider/use-root-ref.ts';
import type { ReadingProgressProps } from './reading-progress-props.ts';

const kinds = { 'reading-progress.read': 1 } as const;

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
    const text = target ? target.current : root.current;
    if (process.env.NODE_ENV !== 'production' && !text?.childNodes.length)
      tell(1411, `ReadingProgress "${id}"`);
    if (!text) return;
    const leaving = new AbortController();
    // Reading takes its time: what measures it can come when the text is on the screen. Without it the text is read as well.
    import('./measure-reading.ts').then(
      ({ measureReading }) =>
        measureReading(text, leaving.signal, {
          ask,
          bar,
          percent,
          props: () => latest.current,
          isOff: hub.isOff,
          onRead: (much) => setRead((before) => (before?.id === id ? before : { id, percent: much })),
        }),
      () => {},
    );
    // Elsewhere on the page it is the text that is seen, and not this.
    const forget = target && ask.ref(text);
    return () => {
      leaving.abort();
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

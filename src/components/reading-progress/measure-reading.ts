import type { RefObject } from 'react';
import { type Coverage, coverageOf } from '../../internal/coverage.ts';
import { numberOption } from '../../internal/number-option.ts';
import type { Ask } from '../../provider/ask.ts';
import type { ReadingProgressProps } from './reading-progress-props.ts';
import { createReader } from './reading-progress-state.ts';
import { watchText } from './watch-text.ts';

/** Whose reading is measured. */
interface Reading {
  readonly ask: Ask;
  /** The bar that follows, if there is one. */
  readonly bar: RefObject<HTMLProgressElement | null>;
  /** Keeps how much was read. */
  readonly percent: RefObject<number>;
  /** The props of this moment. */
  props(): ReadingProgressProps;
  isOff(): boolean;
  /** Hears that enough was read, and how many percent that is. */
  onRead(percent: number): void;
}

/** However short a text is: who has it on the screen for less has not read it. */
const leastSeconds = 2;

/** Measures how much of a text is read, until the signal aborts, and records it. */
export function measureReading(text: Element, signal: AbortSignal, reading: Reading): void {
  if (signal.aborted || typeof IntersectionObserver !== 'function') return;
  const { ask, bar, percent, props, isOff, onRead } = reading;
  let read = createReader();
  let last: Coverage | undefined;
  watchText(
    text,
    signal,
    ({ place }) => {
      if (!bar.current) return;
      bar.current.value = place ?? 0;
      bar.current.toggleAttribute('data-idle', place === undefined);
    },
    ({ from, to }, seconds, counted) => {
      if (isOff()) return;
      const { id, ...options } = props();
      const name = `ReadingProgress "${id}"`;
      const threshold = numberOption(name, 'threshold', options.threshold, 0.75, 0.01, 1);
      const pace = numberOption(name, 'wordsPerMinute', options.wordsPerMinute, 400, 1, 1e5) / 60;
      const words = numberOption(name, 'words', options.words, undefined, 0, 1e9) ?? counted;

      const whole = Math.max(words, pace * leastSeconds);
      // A hundredth may be missing: the last line, or a margin.
      const gap = whole / 100;
      const coverage = coverageOf(ask.attempt(), gap);
      // A new attempt begins at the top.
      if (coverage !== last) read = createReader();
      last = coverage;
      read(coverage, from * whole, to * whole, seconds * pace);
      percent.current = Math.min(100, Math.round((coverage.total() / whole) * 100));
      for (const milestone of coverage.reached(whole)) ask.record('progressed', { percent: milestone });
      if (coverage.total() + gap < whole * threshold) return;
      const enough = Math.round(threshold * 100);
      ask.record('committed', { percent: enough });
      onRead(enough);
    },
  );
}

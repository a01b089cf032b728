'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { details } from '#quiz/details';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import type { QuizAnswers } from './quiz-types.ts';
import type { QuizPlace, QuizWay } from './quiz-way.ts';

/**
 * The browser's Back and the draft, once what does them has come: `bring` it as soon as the visitor shows interest. `keep` are the
 * answers of a quiz under way, `false` before there is anything to keep.
 */
export function useQuizWay(
  now: QuizPlace,
  keep: QuizAnswers | undefined | false,
): readonly [way: RefObject<QuizWay | undefined>, bring: (event?: unknown) => Promise<void>] {
  const hub = useHub();
  const place = useLatest(now);
  const kept = useLatest(keep);
  const way = useRef<QuizWay>(undefined);
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      way.current?.stop();
      way.current = undefined;
    };
  }, []);
  useEffect(() => {
    if (keep !== false) way.current?.keep(keep);
  }, [keep]);
  const [, setPart] = useState(details.get);
  const bring = async (event?: unknown) => {
    await details.load(event);
    const part = details.get();
    if (!part || !isThere.current || way.current) return;
    way.current = part.createQuizWay(() => place.current, hub);
    // Of a visitor who was quicker.
    if (kept.current !== false) way.current.keep(kept.current);
    if (place.current.isAwaited) setPart(part);
  };
  return [way, bring];
}

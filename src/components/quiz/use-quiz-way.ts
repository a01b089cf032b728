'use client';
import { type RefObject, useEffect, useRef } from 'react';
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
): readonly [way: RefObject<QuizWay | undefined>, bring: () => Promise<void>] {
  const { memory } = useHub().site;
  const place = useLatest(now);
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
  const bring = async () => {
    await details.load();
    if (isThere.current) way.current ??= details.get()?.createQuizWay(() => place.current, memory);
  };
  return [way, bring];
}

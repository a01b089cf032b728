'use client';
import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dropSecondClick } from '../../internal/double-click.ts';
import { findEntryProblem } from '../../internal/list-problems.ts';
import { tell } from '../../internal/messages.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { joinLines, useNote } from '../../provider/use-note.ts';
import { useRootRef } from '../../provider/use-root-ref.ts';
import type { StoryPathProps } from './story-path-props.ts';
import { wayOf } from './story-path-state.ts';

const kinds = { 'story-path.finish': 1 } as const;

/** What a story knows and does; `look` are the props left over for `story-path.tsx`. */
export function useStoryPath(props: StoryPathProps) {
  const { steps: given, step, defaultStep, onStepChange, remember = true, ...look } = props;
  const { id } = look;
  const steps = [given ?? []].flat().filter((one) => one?.id);
  const ids = steps.map((one) => one.id);
  const first = ids[0] ?? '';
  const [current, setCurrent] = useControlled(step, defaultStep ?? first, onStepChange);
  const at = Math.max(0, ids.indexOf(current));

  // One id a line, in the order of `walked`.
  const [note, keep] = useNote(remember && id ? `story-path:${id}` : '', joinLines);
  const [way, setWay] = useState<readonly string[]>();
  const { walked, isFinished } = wayOf([...(note?.split('\n') ?? []), ...(way ?? [])], ids, ids[at] ?? first);
  const kept = ids.indexOf(walked.at(-1) as string);
  const canResume = way === undefined && !isFinished && kept > at;

  const dataOf = (place: number) => ({ step: ids[place], position: place + 1, of: ids.length });
  const ask = useAsk({
    component: 'StoryPath',
    kinds,
    props,
    settled: isFinished,
    leaving: () => dataOf(at),
  });

  if (process.env.NODE_ENV !== 'production') {
    const problem = ids.length < 2 ? 'less than two steps' : findEntryProblem('step', given, ids);
    // biome-ignore lint/correctness/useHookAtTopLevel: a build is for development or it is not
    useEffect(() => {
      if (problem) tell(1451, `StoryPath "${id}"`, problem);
    }, [id, problem]);
  }

  const list = useRef<HTMLDivElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  const [direction, setDirection] = useState<'on' | 'back'>();
  useLayoutEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    list.current?.children[at]?.querySelector<HTMLElement>('.sy-story-path-heading')?.focus();
  }, [at]);

  // A button for a move stands only where the move leads somewhere.
  const places = { on: at + 1, back: at - 1, skip: ids.length - 1, resume: kept };
  const go = (move: keyof typeof places) => {
    const to = places[move];
    isMoved.current = true;
    for (const one of list.current?.children[at]?.querySelectorAll<HTMLMediaElement>('video, audio') ?? [])
      one.pause();
    setDirection(to > at ? 'on' : 'back');
    const name = ids[to] as string;
    setCurrent(name);
    if (move === 'skip') {
      // Steps that were left out were not read, and the last one not reached by reading.
      if (!isFinished) ask.record('dismissed', dataOf(at));
      return setWay(walked);
    }
    const next = [...walked.filter((one) => one !== name), name];
    setWay(next);
    keep(next.join('\n'));
    if (next.length === walked.length) return;
    ask.record(next.length === ids.length ? 'committed' : 'progressed', dataOf(to));
  };

  const ref = useRootRef(ask, () => {
    keep('');
    setWay([]);
    setDirection(undefined);
    setCurrent(first);
  });

  return {
    look,
    steps,
    at,
    walked,
    isFinished,
    canResume,
    kept,
    direction,
    list,
    actions,
    dataOf,
    root: {
      ref,
      onClick(event: MouseEvent) {
        const button = (event.target as Element).closest('button');
        // Not the next ask's buttons.
        if (button && actions.current?.contains(button) && !dropSecondClick(event))
          go(button.value as keyof typeof places);
      },
    },
  };
}

'use client';
import { useEffect, useState } from 'react';
import { isolate, reportToPlatform } from '../../events/isolate.ts';
import { findEntryProblem } from '../../internal/list-problems.ts';
import { tell } from '../../internal/messages.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useButtons } from '../../provider/use-buttons.ts';
import { parseDay } from './challenge-book.ts';
import type { ChallengeAnswer, ChallengeProps } from './challenge-props.ts';
import { doneTasks, viewTasks } from './challenge-state.ts';
import { useChallengeBook } from './use-challenge-book.ts';

const part = 'challenge.task';
const whole = 'challenge.complete';
const kinds = { [part]: 1, [whole]: 2 } as const;

/** What a challenge knows and does; `look` are the props left over for `challenge.tsx`. */
export function useChallenge(props: ChallengeProps) {
  const {
    tasks: givenTasks,
    unlock,
    start,
    today: served,
    done: given,
    defaultDone,
    onDoneChange: hear,
    remember = true,
    onSubmit,
    action,
    ...look
  } = props;
  const { id, disabled } = look;
  const tasks = [givenTasks ?? []].flat().filter((one) => one?.id);
  // What fails in the page takes no tick with it.
  const onDoneChange = (all: string[]) => isolate(() => hear?.(all), reportToPlatform);
  const { book, own, today, tick, restart } = useChallengeBook(remember ? id : '', served);
  const [isAnew, setAnew] = useState(false);
  // Null too is a word of the server.
  const isKnown = defaultDone !== undefined && !isAnew;
  const done = given
    ? doneTasks(tasks, given, { ...book, ticks: new Map() })
    : doneTasks(tasks, isKnown && defaultDone, isKnown ? own : book);
  const count = tasks.length;
  const isComplete = count > 0 && done.length === count;

  const ask = useAsk({
    component: 'Challenge',
    kinds,
    last: whole,
    props,
    settled: isComplete || (disabled && 'closed'),
    // Who has done a task and leaves comes back another day.
    leaving: () => (done.length > 0 ? false : undefined),
  });

  if (process.env.NODE_ENV !== 'production') {
    const ids = tasks.map((one) => one.id);
    const problem = count ? findEntryProblem('task', givenTasks, ids) : 'no tasks';
    const oddDay = [start, served].find((one) => one !== undefined && parseDay(one) === undefined);
    // biome-ignore lint/correctness/useHookAtTopLevel: a build is for development or it is not
    useEffect(() => {
      if (problem) tell(1451, `Challenge "${id}"`, problem);
      if (oddDay !== undefined) tell(1452, id, String(oddDay));
    }, [id, problem, oddDay]);
  }

  // The latest press, of which the screen tells once it has succeeded.
  const [pressed, setPressed] = useState<{ readonly isDone: boolean }>();

  const { root, handlers, clear, ...sending } = useButtons<ChallengeAnswer>(
    ask,
    'Challenge',
    props,
    (task, name, later) => {
      const isDone = !done.includes(task);
      const all = tasks.map((one) => one.id).filter((one) => (one === task ? isDone : done.includes(one)));
      const data = { step: task, position: tasks.findIndex((one) => one.id === task) + 1, of: count };
      const { show, keep, undo } = tick(task, isDone);
      return {
        values: { task, done: isDone, all },
        field: [name, task],
        data,
        show() {
          show();
          setPressed({ isDone });
          onDoneChange(all);
        },
        succeed({ status }) {
          // The name of the button goes by what is kept.
          later(keep);
          if (isDone) {
            if (status === 'already') return;
            ask.record('committed', data, part, undefined, task);
            if (all.length === count) ask.record('committed', { tasks: count }, whole);
            return;
          }
          // What is taken back may be of an earlier visit, which this attempt did not record.
          if (isComplete) {
            ask.stand(whole, { tasks: count });
            ask.record('withdrawn', { tasks: count }, whole);
          }
          ask.stand(part, data, task);
          ask.record('withdrawn', data, part, undefined, task);
        },
        undo() {
          undo();
          onDoneChange(done);
        },
      };
    },
  );

  return {
    ...sending,
    look,
    views: viewTasks({ tasks, unlock, start }, done, book, today),
    done,
    isComplete,
    pressed,
    /** Handlers of the root, where those of the page come first. */
    root: {
      ...handlers,
      ref: root.ref,
      onReset: root.ours(() => {
        clear();
        ask.reset();
        restart();
        setAnew(true);
        onDoneChange([]);
      }),
    },
  };
}

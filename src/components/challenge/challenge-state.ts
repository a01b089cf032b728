import { arriveOn, type ChallengeBook, parseDay } from './challenge-book.ts';
import type { ChallengeProps, ChallengeTask } from './challenge-props.ts';

/** A task as the visitor meets it now. */
export interface TaskView {
  readonly task: ChallengeTask;
  /** On which day it opens. */
  readonly day: number;
  readonly state: 'done' | 'open' | 'locked';
  /** In how many days it opens, for one that is locked; undefined while the day is not known. */
  readonly wait: number | undefined;
}

/** What a visitor meets: which tasks are done, which are open. `today` is undefined while nobody knows it. */
export function viewTasks(
  { tasks, unlock, start }: Pick<ChallengeProps, 'tasks' | 'unlock' | 'start'>,
  done: readonly string[],
  book: ChallengeBook,
  today: number | undefined,
): TaskView[] {
  const fixed = parseDay(start);
  const known = arriveOn(book, today ?? book.start ?? 0);
  // Before a fixed first day nothing is open; on a device's own, what was open once stays open.
  const first = fixed ?? (known.start as number);
  const now = today === undefined ? 1 : today - first + 1;
  const reached = fixed === undefined ? Math.max(now, known.reached) : now;
  return tasks.map((task, at) => {
    const day = dayOfTask(task, at, unlock);
    const state = done.includes(task.id) ? 'done' : day <= reached ? 'open' : 'locked';
    return { task, day, state, wait: state === 'locked' && today !== undefined ? day - now : undefined };
  });
}

function dayOfTask({ day }: ChallengeTask, at: number, unlock: unknown): number {
  if (typeof day === 'number' && day >= 1) return Math.floor(day);
  return unlock === 'daily' ? at + 1 : 1;
}

/** The tasks that are done, in the order of the tasks: as known, then as the book says otherwise. */
export function doneTasks(
  tasks: readonly ChallengeTask[],
  known: readonly string[] | false | null,
  book: ChallengeBook,
): string[] {
  const before: readonly unknown[] = [known].flat();
  return tasks.map(({ id }) => id).filter((id) => book.ticks.get(id)?.[1] ?? before.includes(id));
}

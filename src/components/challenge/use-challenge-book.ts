'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { followClock } from '../../internal/follow-clock.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { followMemory } from '../../provider/memory.ts';
import {
  arriveOn,
  type ChallengeBook,
  dayOf,
  emptyBook,
  joinBooks,
  parseDay,
  readBook,
  tickTask,
  writeBook,
} from './challenge-book.ts';

/**
 * What is known of a challenge: by this page, the visitor's memory and other tabs. Without a `name` nothing is remembered.
 * `served` is the day that the server knows.
 */
export function useChallengeBook(name: string, served: string | undefined) {
  const { memory, visit } = useHub().site;
  const key = name && `challenge:${name}`;
  // What happened on this page, ahead of what is kept.
  const [own, setOwn] = useState(emptyBook);

  const [follow] = useState(() => (listen: () => void) => followMemory(visit, listen));
  // Another tab writes past what this one holds: both count.
  const read = () => (key ? `${memory.get(key) ?? ''}\n${memory.stored(key) ?? ''}` : '');
  const kept = useSyncExternalStore(follow, read, () => '');
  const today = useSyncExternalStore(
    followClock,
    () => dayOf(new Date()),
    () => parseDay(served),
  );
  const book = [...kept.split('\n').map(readBook), own].reduce(joinBooks, emptyBook);

  const save = (mine: ChallengeBook) => {
    if (!key) return;
    // Anew: another tab may have written since.
    const text = writeBook([...read().split('\n').map(readBook), mine].reduce(joinBooks, emptyBook));
    // A word that came before the visitor allowed storage is not in it yet.
    if (memory.get(key) !== text || (memory.stored(key) ?? text) !== text) memory.set(key, text);
  };
  const arrive = useLatest(() => {
    if (today === undefined) return;
    const { start, reached } = arriveOn(book, today);
    if (start !== book.start || reached !== book.reached) setOwn({ ...ownOf(book, own), start, reached });
    save({ ...book, start, reached });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read decides what is written
  useEffect(() => arrive.current(), [arrive, kept, today]);

  return {
    book,
    own,
    today,
    /** A task ticked or taken back, for the screen; `keep` when it has succeeded, `undo` when not. */
    tick(task: string, isDone: boolean) {
      const tick = tickTask(book, task, isDone, Date.now()).ticks.get(task) as readonly [number, boolean];
      const mine = ownOf(book, own);
      const next = { ...mine, ticks: new Map(mine.ticks).set(task, tick) };
      return { show: () => setOwn(next), keep: () => save(next), undo: () => setOwn(own) };
    },
    restart() {
      const next = { ...emptyBook, run: book.run + 1, start: dayOf(new Date()) };
      setOwn(next);
      save(next);
    },
  };
}

/** What this page did since the challenge was last begun anew, in whichever tab. */
function ownOf({ run }: ChallengeBook, own: ChallengeBook): ChallengeBook {
  return own.run === run ? own : { ...emptyBook, run };
}

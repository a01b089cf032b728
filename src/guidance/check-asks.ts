import { tell } from '../internal/messages.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { Hub } from '../provider/hub.ts';

/*
 * What developers are told of asks that can never work. For development: each call stands behind
 * `process.env.NODE_ENV !== 'production'`, so that none of this reaches a visitor.
 */

/** Tells of offered asks that the ladder does not know. */
export function checkOffered({ id, rungs }: Ladder, asks: readonly string[] | undefined): void {
  const known = rungs.flatMap((rung) => [rung, ...rung.otherwise]).map(({ ask }) => ask);
  // A ladder that is unusable has said so itself.
  if (!known.length) return;
  for (const ask of asks ?? []) {
    if (known.includes(ask)) continue;
    const [nearest = ''] = known.toSorted((a, b) => distance(ask, a) - distance(ask, b));
    const isTypo = distance(ask, nearest) <= Math.max(2, ask.length / 3);
    tell(
      1212,
      ask,
      id,
      isTypo ? `If "${nearest}" is meant, write it so` : 'Give it a rung on the ladder, or take it out',
    );
  }
}

/** Tells of an ask that stands nowhere half a minute after it was to be shown. Returns how to stop. */
export function checkMounted({ asks }: Hub['site'], id: string): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    if ([...asks.values()].some(({ ask, mounted }) => ask.id === id && mounted)) return;
    // A page in the background may not have loaded its parts.
    if (document.hidden) wait();
    else tell(1213, id);
  };
  const wait = () => {
    timer = setTimeout(look, 30_000);
  };
  wait();
  return () => clearTimeout(timer);
}

/** How many letters must be put in, taken out or changed: Levenshtein's distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + (letter === b[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

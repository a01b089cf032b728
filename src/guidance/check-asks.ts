import { tell } from '../internal/messages.ts';
import { nearest } from '../internal/nearest.ts';
import { asksOf } from '../ladder/asks-of.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { Hub } from '../provider/hub.ts';

/*
 * What developers are told of asks that can never work. For development: each call stands behind
 * `process.env.NODE_ENV !== 'production'`, so that none of this reaches a visitor.
 */

/** Tells of asks that the ladder does not know: offered in a spot (SY-1212), or named as a step (SY-1232). */
export function checkKnown(code: 1212 | 1232, ladder: Ladder, asks: readonly string[] | undefined): void {
  const known = asksOf(ladder).map(({ ask }) => ask);
  // A ladder that is unusable has said so itself.
  if (!known.length) return;
  for (const ask of asks ?? []) {
    if (known.includes(ask)) continue;
    const near = nearest(ask, known);
    const out = code === 1232 ? 'take it out of steps' : 'take it out';
    tell(
      code,
      ask,
      ladder.id,
      near ? `If "${near}" is meant, write it so` : `Give it a rung on the ladder, or ${out}`,
    );
  }
}

/** Tells of an ask that stands nowhere half a minute after it was to be shown. Returns how to stop. */
export function checkMounted({ asks }: Hub['site'], id: string): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    if ([...asks.values()].some(({ ask, mounted }) => ask.id === id && mounted.size)) return;
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

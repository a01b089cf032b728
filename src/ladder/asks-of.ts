import type { Ladder } from './ladder.ts';
import type { Rung } from './rung.ts';

/** All asks of a ladder: each rung, and after it its smaller alternatives. */
export function asksOf({ rungs }: Ladder): readonly Rung[] {
  return rungs.flatMap((rung) => [rung, ...rung.otherwise]);
}

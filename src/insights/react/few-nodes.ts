import { GOAL, type PathCount } from '../counts.ts';

/** How many actions one place of the paths has; the rarer ones are one. */
const most = 5;
/** In place of the rarer actions at a place of a path. */
export const RARER = '(rarer)';

/** Paths with five different actions at each place at most, so that a reader sees a way and no thicket; alike ones are one. */
export function fewNodes(paths: readonly PathCount[]): readonly PathCount[] {
  const at: Map<string, number>[] = [];
  for (const { path, n } of paths)
    for (const [place, action] of path.entries()) {
      const here = (at[place] ??= new Map());
      if (action !== GOAL) here.set(action, (here.get(action) ?? 0) + n);
    }
  const kept = at.map((here) => {
    const sorted = [...here].sort(([one, n], [two, m]) => m - n || (one < two ? -1 : 1));
    return new Set([GOAL, ...sorted.slice(0, most).map(([action]) => action)]);
  });
  const merged = new Map<string, { -readonly [Key in keyof PathCount]: PathCount[Key] }>();
  for (const one of paths) {
    const path = one.path.map((action, place) => (kept[place]?.has(action) ? action : RARER));
    const key = JSON.stringify([path, one.others]);
    const known = merged.get(key);
    if (known) {
      known.n += one.n;
      known.converted += one.converted;
    } else merged.set(key, { ...one, path });
  }
  // All that is left over stays last, however much it is.
  return [...merged.values()].sort(
    (one, two) => Number(one.others ?? false) - Number(two.others ?? false) || two.n - one.n,
  );
}

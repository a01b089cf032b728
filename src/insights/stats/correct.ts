/**
 * The q-values of a family of tests (Benjamini and Hochberg, "Controlling the false discovery rate", 1995, in the form of
 * adjusted p-values), in the order given. What was not tested, NaN or undefined, counts for none and stays undefined.
 */
export function benjaminiHochberg(family: readonly (number | undefined)[]): (number | undefined)[] {
  const tested = family
    .flatMap((p, at) => (p === undefined || Number.isNaN(p) ? [] : [{ p, at }]))
    .sort((one, two) => two.p - one.p);
  const q: (number | undefined)[] = family.map(() => undefined);
  let least = 1;
  tested.forEach(({ p, at }, fromLargest) => {
    least = Math.min(least, p * (tested.length / (tested.length - fromLargest)));
    q[at] = least;
  });
  return q;
}

/** What a correction adds to a test. */
interface Correction {
  readonly q: number | undefined;
  readonly comparisons: number;
}

/** Tells each of a family what its q-value is, and over how many tests. */
export function correct<One, Told>(
  family: readonly One[],
  pOf: (one: One) => number | undefined,
  tell: (one: One, correction: Correction) => Told,
): Told[] {
  const all = benjaminiHochberg(family.map(pOf));
  const comparisons = all.filter((q) => q !== undefined).length;
  return family.map((one, at) => tell(one, { q: all[at], comparisons }));
}

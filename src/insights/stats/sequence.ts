/**
 * The asymptotic confidence sequence of a mean (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit
 * theory and asymptotic confidence sequences", Annals of Statistics 2024, theorem 2.2): an interval that may be looked at
 * after every unit and still misses the truth in 5 % of experiments at most.
 *
 * `error` is the standard error of the estimate after `n` units, `tuned` the number of units at which it is to be narrowest;
 * it must not be chosen by looking at the data.
 */
export function confidenceSequence(
  estimate: number,
  error: number,
  n: number,
  tuned: number,
): { readonly half: number; readonly p: number } {
  const loss = -2 * Math.log(0.05);
  const rho = (loss + Math.log(loss) + 1) / tuned;
  const grown = n * rho + 1;
  const half = error * Math.sqrt(((2 * grown) / (n * rho)) * Math.log(Math.sqrt(grown) / 0.05));
  // The level at which the interval just touches 0.
  const square = (estimate / error) ** 2;
  const p = Math.min(1, Math.sqrt(grown) * Math.exp((-square * n * rho) / (2 * grown)));
  return { half, p: Number.isNaN(p) ? 1 : p };
}

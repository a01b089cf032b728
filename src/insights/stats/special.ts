/** The standard normal's 97.5 % point: two-sided intervals of 95 %. */
export const z95 = 1.959963984540054;

/**
 * The logarithm of the gamma function, for x > 0, to about 12 digits after the point: Stirling's series (Abramowitz and Stegun
 * 6.1.41) from 10 on, smaller ones by way of their like above.
 */
export function logGamma(x: number): number {
  let [above, below] = [x, 0];
  for (; above < 10; above++) below += Math.log(above);
  const square = above * above;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / above;
  return (above - 0.5) * Math.log(above) - above + Math.log(2 * Math.PI) / 2 + series - below;
}

/** The logarithm of n over k. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/**
 * The upper regularised incomplete gamma function Q(a, x): below a + 1 by its series, above by its continued fraction
 * (Abramowitz and Stegun 6.5.29 and 6.5.31, the fraction in Lentz's order).
 */
function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (x === Infinity) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (scale === 0) return x > a ? 0 : 1;
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n);
    return 1 - sum * scale;
  }
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction * scale;
}

/** How probable a chi-square of `df` degrees of freedom is to be at least this large. */
export function chiSquareTail(value: number, df: number): number {
  return Number.isNaN(value) ? Number.NaN : upperGamma(df / 2, value / 2);
}

/** How probable a standard normal is to be at least this far from 0, on either side. */
export function normalTails(z: number): number {
  return chiSquareTail(z * z, 1);
}

/** The part of jStat that the tests ask; it carries no types. */
declare module 'jstat' {
  export const jStat: {
    readonly beta: { readonly inv: (p: number, alpha: number, beta: number) => number };
    readonly gammaln: (x: number) => number;
    readonly combinationln: (n: number, k: number) => number;
    readonly chisquare: { readonly cdf: (x: number, df: number) => number };
    readonly normal: {
      readonly cdf: (x: number, mean: number, deviation: number) => number;
      readonly inv: (p: number, mean: number, deviation: number) => number;
    };
  };
}

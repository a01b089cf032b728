/**
 * What share of the goals would be lost, were a state taken out of a first-order chain: whoever would come to it ends
 * instead (Anderl, Becker, von Wangenheim and Schumann, "Mapping the customer journey", 2016, removal effect).
 *
 * `moves[i][j]` counts moves from state i to state j, the first state is the start; `goals[i]` those from i to the goal and
 * `ends[i]` those to the end. Solved exactly: with N the inverse of I - Q, a state is ever visited with probability
 * N[0][s] / N[s][s], and what is lost are the goals of those who visit it.
 */
export function removalEffects(
  moves: readonly (readonly number[])[],
  goals: readonly number[],
  ends: readonly number[],
): number[] {
  const size = moves.length;
  const leave = moves.map((row, from) =>
    row.reduce((all, n) => all + n, (goals[from] ?? 0) + (ends[from] ?? 0)),
  );
  const share = (n: number | undefined, from: number) =>
    (leave[from] ?? 0) > 0 ? (n ?? 0) / (leave[from] ?? 1) : 0;
  const system = moves.map((row, from) => row.map((n, to) => (from === to ? 1 : 0) - share(n, from)));
  const inverse = invert(system);
  if (!inverse) return moves.map(() => Number.NaN);
  const toGoal = inverse.map((row) => row.reduce((all, n, at) => all + n * share(goals[at], at), 0));
  const whole = toGoal[0] ?? 0;
  return Array.from({ length: size }, (_, state) => {
    if (state === 0 || !(whole > 0)) return Number.NaN;
    const visited = (inverse[0]?.[state] ?? 0) / (inverse[state]?.[state] ?? 1);
    return Math.min(1, Math.max(0, (visited * (toGoal[state] ?? 0)) / whole));
  });
}

/** Gauss and Jordan with the largest pivot; undefined when a matrix has no inverse. */
function invert(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    const pivot = rows[best] as number[];
    const lead = pivot[column] ?? 0;
    if (Math.abs(lead) < 1e-12) return undefined;
    rows[best] = rows[column] as number[];
    rows[column] = pivot;
    for (let at = 0; at < pivot.length; at++) pivot[at] = (pivot[at] ?? 0) / lead;
    for (const row of rows) {
      const factor = row === pivot ? 0 : (row[column] ?? 0);
      if (factor === 0) continue;
      for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row) => row.slice(size));
}

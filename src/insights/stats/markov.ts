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
  // What leaves a state, as shares; of a state that nobody leaves, nothing.
  const shares = moves.map((row, from) => {
    const all = [...row, goals[from] ?? 0, ends[from] ?? 0];
    const sum = all.reduce((one, two) => one + two, 0);
    return all.map((n) => (sum > 0 ? n / sum : 0));
  });
  const size = moves.length;
  const inverse = invert(
    moves.map((row, from) => row.map((_, to) => Number(from === to) - at(shares, from, to))),
  );
  if (!inverse) return moves.map(() => Number.NaN);
  const toGoal = inverse.map((row) => row.reduce((all, n, from) => all + n * at(shares, from, size), 0));
  const whole = toGoal[0] as number;
  return toGoal.map((reached, state) => {
    if (state === 0 || !(whole > 0)) return Number.NaN;
    const visited = at(inverse, 0, state) / at(inverse, state, state);
    return Math.min(1, Math.max(0, (visited * reached) / whole));
  });
}

const at = (matrix: readonly (readonly number[])[], row: number, column: number) =>
  (matrix[row] as readonly number[])[column] as number;

/** Gauss and Jordan with the largest pivot; undefined when a matrix has no inverse. */
function invert(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, from) => [...row, ...row.map((_, to) => Number(from === to))]);
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, best, column))) best = row;
    const pivot = rows[best] as number[];
    rows[best] = rows[column] as number[];
    const lead = pivot[column] as number;
    if (Math.abs(lead) < 1e-12) return undefined;
    const scaled = pivot.map((n) => n / lead);
    for (const row of rows) {
      const factor = row[column] as number;
      // What lies to the left is done.
      if (factor !== 0)
        for (let to = column; to < size * 2; to++)
          row[to] = (row[to] as number) - factor * (scaled[to] as number);
    }
    rows[column] = scaled;
  }
  return rows.map((row) => row.slice(size));
}

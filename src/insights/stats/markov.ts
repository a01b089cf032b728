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
  // I - Q, and what goes to the goal, as shares of what leaves a state; of a state that nobody leaves, nothing.
  const matrix = new Float64Array(size * size);
  const toGoal = new Float64Array(size);
  for (const [from, row] of moves.entries()) {
    const goal = goals[from] ?? 0;
    let left = goal + (ends[from] ?? 0);
    for (const n of row) left += n;
    const share = left > 0 ? 1 / left : 0;
    for (const [to, n] of row.entries()) matrix[from * size + to] = Number(from === to) - n * share;
    toGoal[from] = goal * share;
  }
  if (!invert(matrix, size)) return moves.map(() => Number.NaN);
  const reached = moves.map((_, state) => {
    let sum = 0;
    for (let to = 0; to < size; to++) sum += at(matrix, state * size + to) * at(toGoal, to);
    return sum;
  });
  const whole = reached[0] as number;
  return reached.map((goal, state) => {
    if (state === 0 || !(whole > 0)) return Number.NaN;
    const visited = at(matrix, state) / at(matrix, state * size + state);
    return Math.min(1, Math.max(0, (visited * goal) / whole));
  });
}

const at = (numbers: Float64Array, index: number) => numbers[index] as number;

/**
 * Gauss and Jordan with the largest pivot, in place, because a bootstrap does it hundreds of times. False when a matrix has no
 * inverse.
 */
function invert(matrix: Float64Array, size: number): boolean {
  const swaps: number[] = [];
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(at(matrix, row * size + column)) > Math.abs(at(matrix, best * size + column))) best = row;
    swaps.push(best);
    const here = column * size;
    if (best !== column)
      for (let to = 0; to < size; to++) {
        const kept = at(matrix, here + to);
        matrix[here + to] = at(matrix, best * size + to);
        matrix[best * size + to] = kept;
      }
    const lead = at(matrix, here + column);
    if (!(Math.abs(lead) >= 1e-12)) return false;
    matrix[here + column] = 1;
    for (let to = 0; to < size; to++) matrix[here + to] = at(matrix, here + to) / lead;
    for (let row = 0; row < size; row++) {
      const factor = at(matrix, row * size + column);
      if (row === column || factor === 0) continue;
      matrix[row * size + column] = 0;
      for (let to = 0; to < size; to++)
        matrix[row * size + to] = at(matrix, row * size + to) - factor * at(matrix, here + to);
    }
  }
  // Rows that changed places are columns of the inverse that do so, the last first.
  for (let column = size - 1; column >= 0; column--) {
    const other = swaps[column] as number;
    if (other === column) continue;
    for (let row = 0; row < size * size; row += size) {
      const kept = at(matrix, row + column);
      matrix[row + column] = at(matrix, row + other);
      matrix[row + other] = kept;
    }
  }
  return true;
}

/** Letters to add, take away or change to make one text of the other (Levenshtein's distance). */
export function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const above = row;
    row = [index + 1];
    for (let at = 1; at <= other.length; at++)
      row[at] = Math.min(
        (above[at] ?? 0) + 1,
        (row[at - 1] ?? 0) + 1,
        (above[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1),
      );
  }
  return row.at(-1) ?? 0;
}

/** The first value that stands in a list twice. For what developers are told. */
export function findTwin<Value>(list: readonly Value[]): Value | undefined {
  return list.find((one, at) => list.indexOf(one) !== at);
}

/** What is wrong with the entries of a list as it was given, of which those with an `id` are kept. For what developers are told. */
export function findEntryProblem(
  what: 'step' | 'task',
  given: unknown,
  ids: readonly string[],
): string | undefined {
  const twin = findTwin(ids);
  if (twin !== undefined) return `two ${what}s "${twin}"`;
  return [given ?? []].flat().length > ids.length ? `a ${what} without an id, which is left out` : undefined;
}

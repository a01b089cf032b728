import { editsBetween } from '../internal/edits-between.ts';
import { failure } from '../internal/messages.ts';

/**
 * Throws SY-606, or another, when there are no options, or one that nobody reads: a misspelt `origins` would let no page in,
 * and nothing would say so. `names` has each option as a key, so that a new one cannot be forgotten.
 */
export function checkNames(
  maker: string,
  options: unknown,
  names: Readonly<Record<string, true>>,
  code: 606 | 614 = 606,
): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw failure(
      code,
      `${maker} was given ${options === undefined ? 'no options' : 'something else than an object'}`,
    );
  for (const [name, value] of Object.entries(options))
    if (value !== undefined && !Object.hasOwn(names, name))
      throw failure(
        code,
        `${maker} has no option ${JSON.stringify(name)}${suggestion(name, Object.keys(names))}`,
      );
}

function suggestion(name: string, names: readonly string[]): string {
  const [nearest, edits] = names
    .map((one) => [one, editsBetween(one.toLowerCase(), name.toLowerCase())] as const)
    .reduce((best, one) => (one[1] < best[1] ? one : best), ['', Infinity]);
  return edits <= 3 && edits < nearest.length ? `; did you mean ${nearest}?` : `; it has ${names.join(', ')}`;
}

import { show, tell } from './messages.ts';

/**
 * A number that a developer passed, where it lies between two bounds; else the usual one, and the developer of `ask` is told.
 */
export function numberOption<Usual extends number | undefined>(
  ask: string,
  name: string,
  given: number | undefined,
  usual: Usual,
  least: number,
  most: number,
): number | Usual {
  if (typeof given === 'number' && given >= least && given <= most) return given;
  if (process.env.NODE_ENV !== 'production' && given !== undefined) tell(1412, ask, name, show(given));
  return usual;
}

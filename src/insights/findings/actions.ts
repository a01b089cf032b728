/** Whether one of these names an action: itself, or all asks of its kind. */
export const isNamed = (action: string, names: readonly string[]): boolean =>
  names.some((name) => name === action || action.startsWith(`${name}:`));

/** Whether a ladder hands out the ask of an action; where kinds are counted, which have no ask, the kind. */
export const isOnLadder = (action: string, onLadder: readonly string[] = []): boolean =>
  onLadder.includes(action.slice(action.indexOf(':') + 1));

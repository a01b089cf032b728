/** What JSON Schema says of how small and how large a number may be. */
interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/**
 * The limits of a number for its control. A schema counts its steps from zero, a control from its least value: that has to be
 * one of them. Of a fraction that must be above a limit the schema itself refuses the limit.
 */
export function limitsOf(
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Limits,
  step: number | 'any',
): { min?: number; max?: number } {
  const size = step === 'any' ? 0 : step;
  // A limit that must not be reached is one just beside it.
  const least = Math.max(minimum ?? -Infinity, (exclusiveMinimum ?? -Infinity) + size / 1e6);
  const most = Math.min(maximum ?? Infinity, (exclusiveMaximum ?? Infinity) - size / 1e6);
  const onStep = (key: 'min' | 'max', value: number, round: (steps: number) => number) => {
    const steps = value / size;
    const isOff = size && Math.abs(steps - Math.round(steps)) > 1e-9;
    // What an integer can hold at most is no limit that anybody set.
    return Math.abs(value) >= Number.MAX_SAFE_INTEGER
      ? {}
      : // Three times 0.1 is more than 0.3.
        { [key]: isOff ? +(round(steps) * size).toPrecision(12) : value };
  };
  return { ...onStep('min', least, Math.ceil), ...onStep('max', most, Math.floor) };
}

const length = 86_400_000;

/** The first or last day whose midnight, UTC, a limit lets pass, as `2026-11-21`. No control knows a year after 9999. */
export function dayOf(limit: Date | null | undefined, round: (days: number) => number): string | undefined {
  return limit
    ? (new Date(round(+limit / length) * length).toJSON() as string | null)?.match(/^\d[^T]*/)?.[0]
    : undefined;
}

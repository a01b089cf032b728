const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration such as `'30d'`, `Infinity` for ever; undefined for what is none. */
export function parseDuration(text: unknown): number | undefined {
  if (text === 'forever') return Infinity;
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(String(text)) ?? [];
  return amount === undefined ? undefined : Number(amount) * (units[unit] as number);
}

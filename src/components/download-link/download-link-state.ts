import { numberFormat } from '../../provider/labels.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** The size of a file in words, in steps of a thousand as shops and browsers count; nothing for what is no size. */
export function sayBytes(bytes: unknown, locale: string): string | undefined {
  if (typeof bytes !== 'number' || !(bytes > 0 && bytes < Infinity)) return undefined;
  const digits = (step: number) => (step > 1 ? 1 : 0);
  // What would be written as a thousand of one unit is one of the next.
  const fits = units.findIndex((_, step) => Number((bytes / 1000 ** step).toFixed(digits(step))) < 1000);
  const step = fits < 0 ? units.length - 1 : fits;
  const options = {
    style: 'unit',
    unit: units[step] as string,
    maximumFractionDigits: digits(step),
  } as const;
  return numberFormat(locale, options).format(bytes / 1000 ** step);
}

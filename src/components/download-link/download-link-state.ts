import { numberFormat } from '../../provider/labels.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** The size of a file in words, in steps of a thousand as shops and browsers count; nothing for what is no size. */
export function sayBytes(bytes: unknown, locale: string): string | undefined {
  if (typeof bytes !== 'number' || !(bytes > 0 && bytes < Infinity)) return undefined;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = units[Math.max(0, step)] as string;
  const options = { style: 'unit', unit, maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return numberFormat(locale, options).format(bytes / 1000 ** Math.max(0, step));
}

import { formatLabel, type LabelText, numberFormat } from '../../provider/labels.ts';
import { GOAL } from '../counts.ts';
import type { Figure } from '../insights.ts';
import { type InsightsLabels, insightsLabels } from './report-labels.ts';

/** What every part of the report takes beside its figures. */
export interface ReportLook {
  /** What to call actions, asks, steps, segments and variants: by the whole name, or by the kind or the ask alone. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** BCP 47 language tag of numbers and dates. Default `'en'`. */
  readonly locale?: string | undefined;
  /** Texts of your own. */
  readonly labels?: Partial<InsightsLabels> | undefined;
}

/** Writes figures and names for one reader. */
export interface Writer {
  /** A text of the report. */
  say(
    key: Exclude<keyof InsightsLabels, 'warnings'>,
    values?: Readonly<Record<string, string | number>>,
  ): string;
  warn(code: keyof InsightsLabels['warnings']): string;
  /** `poll.vote:hurdle` by the developer's name of it, of its ask or of its kind, else by its ask. */
  name(action: string): string;
  count(n: number): string;
  share(value: number): string;
  /** With a sign, in points of a hundred. */
  change(value: number): string;
  figure(value: number): string;
  q(value: number): string;
  week(start: number): string;
  interval(figure: Pick<Figure, 'interval'>, write: (value: number) => string): string;
}

export function writerOf({ names = {}, locale = 'en', labels }: ReportLook): Writer {
  const text = (label: LabelText, values?: Readonly<Record<string, string | number>>) =>
    formatLabel(label, locale, values);
  const write = (options: Intl.NumberFormatOptions) => (value: number) =>
    Number.isNaN(value) ? '–' : numberFormat(locale, options).format(value);
  const own = (name: string) => (Object.hasOwn(names, name) ? names[name] : undefined);
  const writer: Writer = {
    say: (key, values) => text(labels?.[key] ?? insightsLabels[key], values),
    warn: (code) => text(labels?.warnings?.[code] ?? insightsLabels.warnings[code]),
    name(action) {
      if (action === GOAL) return own(action) ?? writer.say('goal');
      const colon = action.indexOf(':');
      const [kind, ask] = colon < 0 ? [action, ''] : [action.slice(0, colon), action.slice(colon + 1)];
      return own(action) ?? own(ask) ?? own(kind) ?? (ask || kind);
    },
    count: write({ maximumFractionDigits: 0 }),
    share: write({ style: 'percent', maximumFractionDigits: 1 }),
    change: write({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    figure: write({ maximumSignificantDigits: 3 }),
    q: (value) => (value < 0.001 ? `< ${write({})(0.001)}` : write({ maximumFractionDigits: 3 })(value)),
    week: (start) => weekFormat(locale).format(start),
    interval: ({ interval: [low, high] }, of) => writer.say('interval', { low: of(low), high: of(high) }),
  };
  return writer;
}

function weekFormat(locale: string): Intl.DateTimeFormat {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    // A tag that is none is written as in English, as everywhere in the kit.
    return new Intl.DateTimeFormat('en', options);
  }
}

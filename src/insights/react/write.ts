import { formatLabel, type LabelText, numberFormat, type OwnLabels } from '../../provider/labels.ts';
import { END, GOAL, START } from '../counts.ts';
import type { Figure, WarningCode } from '../insights.ts';
import { insightsLabels } from './report-english.ts';
import type { InsightsLabels } from './report-labels.ts';

/** How the report and its parts are written. */
export interface ReportLook {
  /**
   * What to call actions, asks, steps, segments and variants: by the whole (`poll.vote:hurdle`), else by the ask's id, else by the
   * kind. Default: their ids.
   */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** BCP 47 language tag of numbers and dates. Default `'en'`. */
  readonly locale?: string | undefined;
  /** Whether the words are of visitors or of visits; the report takes it from its question. Default `'visitor'`. */
  readonly unit?: 'visitor' | 'session' | undefined;
  /** Currency of the money, ISO 4217. Default none: bare figures. */
  readonly currency?: string | undefined;
  /**
   * Texts of your own, or a language of `smallyes/insights/locales`; those left out are English. What is read by the whole
   * (`warnings`, `marks`) may be in part as well.
   */
  readonly labels?:
    | (OwnLabels<Omit<InsightsLabels, 'warnings' | 'marks'>> & {
        readonly warnings?: OwnLabels<InsightsLabels['warnings']> | undefined;
        readonly marks?: OwnLabels<InsightsLabels['marks']> | undefined;
      })
    | undefined;
}

type Text = Exclude<keyof InsightsLabels, 'warnings' | 'marks'>;

/** Writes figures and names for one reader. What is no number is a dash. */
export interface Writer {
  /** A text of the report. */
  say(key: Text, values?: Readonly<Record<string, string | number>>): string;
  /** A warning in a sentence. */
  warn(code: WarningCode): string;
  /** The same in a word. */
  mark(code: WarningCode): string;
  /** `poll.vote:hurdle` by the developer's name of it, of its ask or of its kind, else by its ids. */
  name(action: string): string;
  /** As it stands in the question. */
  id(action: string): string;
  segment(segment: string): string;
  count(n: number): string;
  /** One of these, or another. */
  either(words: readonly string[]): string;
  /** How many weeks later, with its sign. */
  later(weeks: number): string;
  share(value: number): string;
  /** A difference of shares: a figure with its sign, in points of a hundred. */
  points(value: number): string;
  /** A difference as a share of what it differs from, with its sign. */
  relative(value: number): string;
  ratio(value: number): string;
  money(value: number): string;
  /** A difference of money, with its sign. */
  moneyChange(value: number): string;
  q(value: number | undefined): string;
  /** The same at an axis, no longer than needed. */
  tick(value: number): string;
  tickShare(value: number): string;
  tickPoints(value: number): string;
  week(start: number): string;
  period(from: number, to: number): string;
  interval(figure: Pick<Figure, 'interval'>, write: (value: number) => string): string;
}

/** Names are ids of the developer; one as long as a page is no name. */
const longest = 120;

export function writerOf(look: ReportLook): Writer {
  const { names = {}, locale = 'en', unit, currency, labels } = look;
  const text = (label: LabelText, values?: Readonly<Record<string, string | number>>): string => {
    const units = labelOf(unit === 'session' ? 'sessionUnits' : 'visitorUnits');
    return formatLabel(label, locale, { units: formatLabel(units, locale), ...apart(values, locale) });
  };
  const labelOf = (key: Text): LabelText => labels?.[key] ?? insightsLabels[key];
  const write = (options: Intl.NumberFormatOptions) => {
    let format: Intl.NumberFormat | undefined;
    return (value: number) => {
      if (Number.isNaN(value)) return '–';
      format ??= numberFormat(locale, options);
      return format.format(value);
    };
  };
  const digits = (least: number, most = least) => ({
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  const own = (name: string) => (Object.hasOwn(names, name) ? names[name] : undefined);
  const signed = { signDisplay: 'exceptZero' } as const;

  const share = write({ style: 'percent', ...digits(1) });
  const smallShare = write({ style: 'percent', ...digits(2) });
  const points = write({ ...digits(1), ...signed });
  const tickPoints = write({ maximumFractionDigits: 2, ...signed });
  const ratio = write(digits(2));
  const three = write(digits(3));
  const largeRatio = write(digits(1));
  // A currency that is none makes figures without it: the rest of the report is of more worth.
  const isCurrency = /^[a-z]{3}$/i.test(currency ?? '');
  const moneyOptions = isCurrency ? ({ style: 'currency', currency } as const) : digits(2);
  const writer: Writer = {
    say: (key, values) =>
      text(labelOf(key), key === 'interval95' ? { level: writer.tickShare(0.95) } : values),
    warn: (code) => text(labels?.warnings?.[code] ?? insightsLabels.warnings[code]),
    mark: (code) => text(labels?.marks?.[code] ?? insightsLabels.marks[code]),
    name(action) {
      const known = own(action);
      if (known) return short(known);
      if (action === GOAL) return writer.say('goal');
      if (action === START) return writer.say('start');
      if (action === END) return writer.say('end');
      if (action === '(others)') return writer.say('otherActions');
      const colon = action.indexOf(':');
      if (colon < 0) return short(action);
      const [kind, ask] = [action.slice(0, colon), action.slice(colon + 1)];
      const [ofAsk, ofKind] = [own(ask), own(kind)];
      if (ofAsk) return short(ofAsk);
      // Two asks of a kind are two rows.
      const values = { kind: short(ofKind || kind), ask: short(ask) };
      return writer.say(ofKind ? 'askOfKind' : 'askAndKind', values);
    },
    id: short,
    segment: (segment) => (segment ? writer.name(segment) : writer.say('noSegment')),
    count: write({ maximumFractionDigits: 0 }),
    later: write({ maximumFractionDigits: 0, signDisplay: 'always' }),
    // A share so small that it would be written as none is written out.
    share: (value) => (value > 0 && value < 0.00095 ? smallShare : share)(value),
    points: (value) => points(value * 100),
    relative: write({ style: 'percent', ...digits(1), ...signed }),
    ratio: (value) => (value < 9.95 ? ratio : largeRatio)(value),
    money: write(moneyOptions),
    moneyChange: write({ ...moneyOptions, ...signed }),
    q: (value = Number.NaN) =>
      // From right to left the sign would stand behind its figure.
      value < 0.001 ? `\u2066< ${three(0.001)}\u2069` : three(value),
    tick: write({ maximumFractionDigits: 2 }),
    tickShare: write({ style: 'percent', maximumFractionDigits: 2 }),
    tickPoints: (value) => tickPoints(value * 100),
    either: (words) => listFormat(locale).format(words),
    week: (start) => dateFormat(locale, { day: 'numeric', month: 'short' }, [start]),
    period: (from, to) => dateFormat(locale, { dateStyle: 'long' }, [from, to]),
    interval: ({ interval: [low, high] }, of) =>
      Number.isNaN(low + high) || (low === -Infinity && high === Infinity)
        ? ''
        : writer.say('interval', { low: of(low), high: of(high) }),
  };
  return writer;
}

const rightToLeft = /[\u0590-\u08FF]/;
const rightToLeftTag = /^(ar|arc|ckb|dv|fa|he|ku-arab|ps|sd|syr|ug|ur|yi)\b/i;

/** Where letters of both directions meet, each value is kept apart, or marks and figures beside a name would go over to its side. */
function apart(values: Readonly<Record<string, string | number>> = {}, locale: string) {
  const isTurned = rightToLeftTag.test(locale);
  return Object.fromEntries(
    Object.entries(values).map(([place, value]) => [
      place,
      typeof value === 'string' && value && (isTurned || rightToLeft.test(value))
        ? `\u2068${value}\u2069`
        : value,
    ]),
  );
}

function short(name: string): string {
  // Ids may come from anywhere; marks that turn the direction of what follows would turn the whole sentence.
  const plain = name.slice(0, 2 * longest + 1).replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
  const letters = Array.from(plain);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : plain;
}

function listFormat(locale: string): Intl.ListFormat {
  try {
    return new Intl.ListFormat(locale, { type: 'disjunction' });
  } catch {
    // As below.
    return new Intl.ListFormat('en', { type: 'disjunction' });
  }
}

/** Days of UTC, as the weeks are. */
function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  [from, to]: readonly [number, number?],
) {
  // What no calendar holds is written as a dash, as other figures are.
  const latest = 8.64e15;
  if (!(Math.abs(from) <= latest && Math.abs(to ?? from) <= latest)) return '–';
  const inUtc = { ...options, timeZone: 'UTC' };
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat(locale, inUtc);
  } catch {
    // A tag that is none is written as in English, as everywhere in the kit.
    format = new Intl.DateTimeFormat('en', inUtc);
  }
  return to === undefined ? format.format(from) : format.formatRange(Math.min(from, to), Math.max(from, to));
}

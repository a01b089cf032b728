import type { LearnedPlace } from './rung.ts';
import type { RuleName, Weighed } from './situation.ts';

type Text = (weighed: Weighed, now: number) => string;

const units = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

/** A rule in a sentence when it holds, and in one when it does not. */
const texts: Readonly<Record<RuleName, readonly [holds: Text, fails: Text]>> = {
  ladder: [() => 'It is an ask of the ladder.', () => 'No rung of the ladder asks it.'],
  goal: [
    ({ other }) => `The goal "${other}" has not been reached.`,
    (one, now) =>
      `The goal "${one.other}" was reached${ago(one.found, now)}. ${restUntil('The ladder', one)}.`,
  ],
  answered: [
    ({ found }) => (found ? 'Its last yes stands no more.' : 'The visitor has not said yes to it.'),
    (one, now) => `The visitor said yes to it${ago(one.found, now)}. ${restUntil('It', one)}.`,
  ],
  climb: [
    ({ found }) =>
      found ? `It is no smaller ask than "${found}", or none larger is open.` : 'No larger yes stands.',
    ({ found, other }) => `It is smaller than "${found}", which got its yes, and "${other}" is open.`,
  ],
  step: [
    () => 'It is at most one step larger than the last yes.',
    ({ wanted, found, other }) =>
      `It is of grade ${found}, and "${other}" of grade ${wanted} comes first: only a slightly larger ask follows.`,
  ],
  refusal: [
    () => 'It does not follow a refusal, or is smaller than what was refused.',
    ({ found }) => `The visitor has just said no to "${found}", and only something smaller may follow.`,
  ],
  dismissed: [
    ({ found }) => (found ? 'Its rest after a no is over.' : 'The visitor has not said no to it.'),
    (one, now) =>
      `${restUntil('It', one)}, because the visitor said no${ago(one.found, now)}. ${lengthOfRest(one.wanted)}`,
  ],
  shown: [
    ({ found }) => (found ? 'It does not rest after it was shown.' : 'It has not been shown.'),
    (one, now) => `${restUntil('It', one)}, because it was shown${ago(one.found, now)}, in an earlier visit.`,
  ],
  showings: [
    ({ wanted, found }) =>
      `It was seen without an answer in ${count(found ?? 0, 'visit')}; it may be in ${wanted}.`,
    (one) =>
      `${restUntil('It', one)}, because it was seen without an answer in ${count(one.found, 'visit')}.`,
  ],
  cooldown: [
    () => 'The site does not rest between asks.',
    (one) => `${restUntil('The whole site', one)}, because ${cooldowns[String(one.found)]} "${one.other}".`,
  ],
  segment: [
    ({ wanted, found }) => met(wanted, `The visitor's segments fit: ${list(found)}.`),
    ({ wanted, found }) => {
      const { segment, notSegment } = wanted as { segment?: unknown; notSegment?: unknown };
      const wishes = [
        segment && `in ${list(segment, ' or ')}`,
        notSegment && `not in ${list(notSegment, ' or ')}`,
      ];
      return `The visitor must be ${wishes.filter(Boolean).join(' and ')}, and is in ${list(found)}.`;
    },
  ],
  moment: [
    ({ wanted, found }) => met(wanted, `The moment is ${list(found)}.`),
    ({ wanted, found }) => `It is for the moment ${list(wanted, ' or ')}, and here it is ${list(found)}.`,
  ],
  answer: [
    ({ wanted }) => met(wanted, 'Earlier answers fit.'),
    ({ wanted, found }) => `It needs the answers ${pairs(wanted)}, and has ${pairs(found)}.`,
  ],
  variant: [
    ({ wanted }) => met(wanted, "The visitor's variants fit."),
    ({ wanted, found }) => `It is for the variants ${pairs(wanted)}, and the visitor is in ${pairs(found)}.`,
  ],
  page: [
    ({ wanted, found }) => met(wanted, `The page ${list(found)} fits.`),
    ({ wanted, found }) => `It is for the pages ${list(wanted, ' or ')}, and this is ${list(found)}.`,
  ],
  device: [
    ({ wanted, found }) => met(wanted, `The device is a ${list(found)}.`),
    ({ wanted, found }) => `It is for a ${list(wanted)}, and this is ${list(found)}.`,
  ],
  visits: [
    ({ wanted, found }) => met(wanted, `This is visit ${found}, and ${wanted} or more are needed.`),
    ({ wanted, found }) => `It is for visit ${wanted} and later, and this is visit ${found}.`,
  ],
  offered: [
    () => 'This spot can show it.',
    ({ found }) => `No spot can show it: offered are ${list(found)}.`,
  ],
  passed: [
    () => 'The visitor has not left it behind in this page view.',
    () => 'The visitor saw it and went on by a window or more without a word to it; it still stands there.',
  ],
  seconds: [
    ({ wanted, found }) =>
      met(wanted, `The page was visible for ${count(found, 'second')}, and ${wanted} are needed.`),
    ({ wanted, found }) =>
      `It waits until the page was visible for ${count(wanted, 'second')}: ${found === undefined ? 'not known yet' : `${found} so far`}.`,
  ],
  scroll: [
    ({ wanted, found }) =>
      met(
        wanted,
        `The visitor scrolled past ${percent(found)} of the page, and ${percent(wanted)} are needed.`,
      ),
    ({ wanted, found }) =>
      `It waits until ${percent(wanted)} of the page were scrolled past: ${found === undefined ? 'not known yet' : `${percent(found)} so far`}.`,
  ],
  alternative: [
    ({ other }) =>
      other ? `It stands in for "${other}", which rests after a no.` : "It is nobody's alternative.",
    ({ other }) => `It is the alternative to "${other}", which does not rest after a no.`,
  ],
  order: [
    ({ wanted }) => `No ask before it could be shown.${learned(wanted)}`,
    ({ wanted, found, other }) =>
      (found === 'waits'
        ? `"${other}" comes before it and waits only for seconds or scrolling; it holds its place for the first 30 seconds.`
        : `"${other}" comes before it and can be shown.`) + learned(wanted),
  ],
  'one-at-a-time': [
    () => 'No other ask is open.',
    ({ other }) => `"${other}" is open, and only one ask is open at a time.`,
  ],
};

const cooldowns: Readonly<Record<string, string>> = {
  shown: 'the visitor saw',
  dismissed: 'the visitor said no to',
  committed: 'the visitor said yes to',
};

/**
 * One rule in an English sentence for developers, with its figures: "It rests until 3 March 2027, 14:05, because the visitor
 * said no 2 days ago." `now` is the clock that it was weighed by. Default the machine's.
 */
export function describeRule(weighed: Weighed, now: number = Date.now()): string {
  const [holds, fails] = texts[weighed.rule];
  return (weighed.holds ? holds : fails)(weighed, now);
}

function restUntil(what: string, { until }: Weighed): string {
  // Beyond that, no calendar has a date (ECMA-262, Time Values and Time Range).
  return until === undefined || until > 8.64e15
    ? `${what} rests for good`
    : `${what} rests until ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(until)}`;
}

/** How long a rest after a no is by now. The figure is there from a second on. */
function lengthOfRest(length: unknown): string {
  if (length === Infinity) return 'It was given no end.';
  const [unit, name] = units.find(([one]) => Number(length) >= one) ?? [];
  const size =
    unit && name ? `It rests ${count(Math.floor(Number(length) / unit), name)} by now: each` : 'Each';
  return `${size} further no doubles that, up to a year.`;
}

/** By which figures the ask has its place on the ladder. */
function learned(place: unknown): string {
  if (!place) return '';
  const { after, lower, n } = place as LearnedPlace;
  const where = after ? `after "${after}"` : 'at the start';
  return ` It has its place by figures: asked ${where}, at least ${percent(lower)} of ${count(n, 'visitor')} reached the goal.`;
}

/** How long ago a time was, in its largest whole unit. */
function ago(time: unknown, now: number): string {
  const past = now - Number(time);
  const [length, unit] = units.find(([one]) => past >= one) ?? [];
  return length && unit ? ` ${count(Math.floor(past / length), unit)} ago` : ' just now';
}

function met(wanted: unknown, text: string): string {
  const isFree = wanted === undefined || !Object.values(Object(wanted)).some((one) => one !== undefined);
  return isFree && typeof wanted !== 'number' && typeof wanted !== 'string' ? 'No condition.' : text;
}

function count(number: unknown, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

function percent(share: unknown): string {
  return `${Math.round(Number(share) * 100)} %`;
}

function list(values: unknown, between = ', '): string {
  const all = [values].flat().filter((one) => one !== undefined);
  return all.map((one) => `"${one}"`).join(between) || 'nothing known';
}

function pairs(values: unknown): string {
  const all = Object.entries(Object(values) as Record<string, unknown>);
  return all.map(([name, value]) => `${name}: ${list(value, ' or ')}`).join('; ') || 'none';
}

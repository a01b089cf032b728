import type { RuleName } from 'smallyes/ladder';

/** What each rule wants, in the order in which they are weighed. A rule that is missing here does not compile. */
export const ruleTexts: Readonly<Record<RuleName, string>> = {
  ladder: 'The ask is on the ladder.',
  goal: 'The goal is not reached. After it the ladder is done, until the goal’s rest after a yes has passed.',
  answered: 'No yes to it stands whose rest still runs. A yes that was taken back stands no more.',
  climb: 'It is not smaller than what the visitor has said yes to, while a larger ask is open to them.',
  step: 'It is at most one step larger than the largest yes so far: no rung of a grade between is still due.',
  refusal:
    'Where a visitor has just said no, only something smaller may follow: an alternative, or a lower rung of a grade that is not larger.',
  dismissed: 'Its rest after a no has passed: twice as long with each further no, up to a year.',
  shown: 'Its rest after it was shown in an earlier visit has passed. Within a visit it stays.',
  showings: 'It was not seen in so many visits without an answer that it counts as refused.',
  cooldown: 'The site’s own rest has passed. In a reply to what the visitor has just done it does not count.',
  segment: 'The visitor is in one of the segments, and in none that is ruled out.',
  moment: 'The spot has one of the moments.',
  answer: 'Earlier answers are as wanted.',
  variant: 'The visitor is in one of the variants.',
  page: 'The path fits.',
  device: 'The window is as wide as wanted: a phone is narrower than 768 CSS pixels.',
  visits: 'It is at least this visit.',
  offered: 'A spot of the page can show it.',
  passed:
    'In this page view the visitor has not seen it and gone on by a whole window, without a word to it.',
  seconds: 'The page was visible long enough. The ladder waits.',
  scroll: 'Enough of the page was scrolled past. The ladder waits.',
  alternative: 'Its main ask rests after a no.',
  order:
    'No earlier rung can be shown, or waits for seconds or scrolling. What waits holds its place for the first 30 seconds that the page is visible.',
  'one-at-a-time': 'No other ask of the ladder is open on the page.',
};

const units = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
] as const;

/** A length of time in words. */
export function lengthOf(time = 0): string {
  if (time === 0) return 'none';
  const [length, unit] = units.find(([one]) => time % one === 0) ?? [];
  if (!length || !unit) return 'for ever';
  return `${time / length} ${unit}${time === length ? '' : 's'}`;
}

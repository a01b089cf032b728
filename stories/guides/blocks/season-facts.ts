import type { ExposureRule, Insights, Lift, WarningCode } from 'smallyes/insights';

/** What each warning means to a reader, and what to do. A warning that is missing here does not compile. */
export const warningTexts: Readonly<Record<WarningCode, readonly [means: string, act: string]>> = {
  TOO_FEW: [
    'There are too few people in the row for its figure to mean anything. It is grey, and its counts still stand.',
    'Wait, or take fewer and larger groups: count by kind instead of by ask, leave segments out.',
  ],
  SKEWED: [
    'Hardly anybody, or nearly everybody, did this. The smaller side is small, so the figure will still move.',
    'Read the interval, not the figure.',
  ],
  LENGTH_BIAS: [
    'People who stay longer do more of everything, and more often buy. What is counted over whole visits mixes the two up.',
    'Use the landmark rule, which is the default. At a weak link it says that the others are those of no segment.',
  ],
  ON_LADDER: [
    'Your ladder chose whom to ask. Those who were asked had come further already.',
    'Make the ask an experiment: then chance chooses.',
  ],
  LEAKS_OUTCOME: [
    'The goal itself brings this action about, as a purchase does its receipt, or it comes right before the goal.',
    'It tells nothing of the way there. Name such actions in `derived`.',
  ],
  SEGMENT_REVERSAL: [
    'The segments disagree, so one figure for all of them would mislead.',
    'Read the rows of the segments, each for itself.',
  ],
  SRM: [
    'The variants of an experiment are not as large as they were meant to be. Somebody is missing from one of them, and not by chance.',
    'Do not read the experiment. Look for redirects, errors, bots and caches in one variant alone. If the shares are not equal by plan, pass `weights`.',
  ],
  PEEKED: [
    'The experiment was read before its planned end, by a test that allows one look at the end.',
    'Wait, or read it with `looks: "any"`.',
  ],
  DISPLACES: [
    'An action seems to go with fewer goals. The landmark rule looks at three places only, and who fills one with this has one less for what goes with the goal more often.',
    'Take it for no harm done, and for no advice either. An experiment with and without the ask tells.',
  ],
  TIES: [
    'Many yeses of one person carry the same time on two pages. Which came first is a convention.',
    'Look at what sends the events. Paths and the early yeses may be in another order than it was.',
  ],
  INCOMPLETE_PERIOD: [
    'The last week is not over, or the whole period is shorter than the window. Some people will still come back, or buy.',
    'Read the hatched cells and the late steps again later.',
  ],
};

export const exposureTexts: Readonly<Record<ExposureRule, string>> = {
  landmark: 'among the first three yeses; people with fewer, or with the goal among them, are left out',
  before: 'at any time before the goal',
  anywhere: 'at any time, also after the goal',
};

/** The row of an action for everybody. */
export function liftOf({ lifts }: Insights, action: string): Lift {
  const lift = lifts.find((one) => one.action === action && one.segment === undefined);
  if (!lift) throw new Error(`Nobody did ${action}.`);
  return lift;
}

const share = (value: number) => `${(100 * value).toFixed(1)}%`;
const points = (value: number) => `${(100 * value).toFixed(1)} points`.replace('-', '−');
const whole = (value: number) => value.toLocaleString('en');
/** A q-value as one writes it. */
export const chance = (q: number | undefined) =>
  q === undefined ? 'not tested' : q < 0.001 ? 'below 0.001' : q.toFixed(3);

/** The figures of the season that the guide speaks of, worked out of the same insights as its pictures. */
export function factsOf(insights: Insights) {
  const { counts, weakLinks, funnels, experiments, nextBestAsks } = insights;
  const [weak] = weakLinks;
  const [experiment] = experiments;
  const [beside] = experiment?.comparisons ?? [];
  const afterQuiz = nextBestAsks.find(({ state }) => state === 'quiz.complete');
  const steps = funnels.find(({ segment }) => segment === undefined)?.steps ?? [];
  if (!weak || !beside || !afterQuiz)
    throw new Error('The season is not the one that the guide was written for.');
  const quiz = liftOf(insights, 'quiz.complete');
  return {
    units: whole(counts.units),
    converted: whole(counts.converted),
    letters: whole(steps[1]?.reached ?? 0),
    'of funnel': whole(steps.at(-1)?.reached ?? 0),
    'price rate': share(weak.rate.estimate),
    'other rate': share(weak.others.estimate),
    'weak tests': whole(weak.comparisons),
    'quiz rate': share(quiz.exposed.estimate),
    'quiz low': share(quiz.exposed.interval[0]),
    'quiz high': share(quiz.exposed.interval[1]),
    'no quiz rate': share(quiz.unexposed.estimate),
    'quiz odds': quiz.oddsRatio.toFixed(2),
    'quiz odds low': quiz.oddsInterval[0].toFixed(2),
    'quiz odds high': quiz.oddsInterval[1].toFixed(2),
    'lift tests': whole(quiz.comparisons),
    'letter gain': points(beside.micro.estimate),
    'goal gain': points(beside.goal.estimate),
    'goal low': points(beside.goal.interval[0]),
    'goal high': points(beside.goal.interval[1]),
    'after quiz': whole(afterQuiz.rate.n),
    'after quiz rate': share(afterQuiz.rate.estimate),
    'after quiz low': share(afterQuiz.lower),
  } satisfies Record<string, string>;
}

export type Fact = keyof ReturnType<typeof factsOf>;

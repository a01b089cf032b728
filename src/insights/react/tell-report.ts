import type { ExperimentReadout, Insights } from '../insights.ts';
import type { Writer } from './write.ts';

/** One sentence of the report, with what it is about, so that a page may show it its own way. */
export interface Telling {
  readonly about: 'overall' | 'weak-link' | 'lift' | 'next' | 'experiment';
  readonly text: string;
  /** The action that is worth a test; the report shows how. */
  readonly test?: string;
}

/** What the figures come to, in the order a site owner asks: how many, where it breaks, what leads there, what to try. */
export function tellReport(insights: Insights, writer: Writer): Telling[] {
  const { counts, weakLinks, lifts, nextBestAsks, experiments } = insights;
  if (counts.converted === 0)
    return [{ about: 'overall', text: writer.say('noGoal') }, ...tellLoss(insights, writer)];
  const overall = writer.say('overall', {
    converted: writer.count(counts.converted),
    units: writer.count(counts.units),
    rate: writer.share(counts.converted / counts.units),
  });

  const weak = weakLinks[0];
  const breaks: Telling[] = weak
    ? [
        {
          about: 'weak-link',
          text: writer.say('weakLink', {
            step: writer.name(weak.step),
            segment: weak.segment ? writer.name(weak.segment) : writer.say('noSegment'),
            rate: writer.share(weak.rate.estimate),
            others: writer.share(weak.others.estimate),
          }),
        },
      ]
    : [...tellLoss(insights, writer), ...noWeakLink(insights, writer)];

  const sure = lifts.find(
    ({ shown, q, oddsInterval }) => shown && q !== undefined && q < 0.05 && oddsInterval[0] > 1,
  );
  const leads: Telling[] = sure
    ? [
        {
          about: 'lift',
          text: writer.say('bestLift', {
            action: writer.name(sure.action),
            with: writer.share(sure.exposed.estimate),
            without: writer.share(sure.unexposed.estimate),
          }),
          test: sure.action,
        },
      ]
    : [{ about: 'lift', text: writer.say('noLift') }];

  const next = nextBestAsks.slice(0, 3).map(({ state, action, lower }): Telling => {
    const values = { state: writer.name(state), action: writer.name(action), lower: writer.share(lower) };
    return { about: 'next', text: writer.say('nextBest', values) };
  });
  const tested = experiments.flatMap((one) =>
    tellExperiment(one, writer).map((text): Telling => ({ about: 'experiment', text })),
  );
  return [{ about: 'overall', text: overall }, ...breaks, ...leads, ...next, ...tested];
}

/** Where most are lost, which is no weak link by that alone. */
function tellLoss({ funnels }: Insights, writer: Writer): Telling[] {
  const steps = funnels[0]?.steps.slice(1) ?? [];
  const worst = steps.toSorted((one, two) => two.lost - one.lost)[0];
  if (!worst || worst.lost === 0) return [];
  const text = writer.say('largestLoss', { step: writer.name(worst.step), count: worst.lost });
  return [{ about: 'weak-link', text }];
}

/** Only where segments could be compared at all. */
function noWeakLink({ funnels }: Insights, writer: Writer): Telling[] {
  return funnels.length > 2 ? [{ about: 'weak-link', text: writer.say('noWeakLink') }] : [];
}

/** What an experiment says, by its goal; a smaller yes that grows alone is told. */
export function tellExperiment(
  { experiment, comparisons, srmP }: ExperimentReadout,
  writer: Writer,
): string[] {
  const name = writer.name(experiment);
  if (srmP < 0.001) return [writer.say('notRead', { experiment: name })];
  return comparisons.flatMap(({ variant, against, goal, micro }) => {
    const values = {
      experiment: name,
      variant: writer.name(variant),
      against: writer.name(against),
      difference: writer.change(goal.estimate),
      interval: writer.interval(goal, writer.change),
    };
    const isSure = goal.q !== undefined && goal.q < 0.05;
    const onlySmaller =
      micro.q !== undefined && micro.q < 0.05 && micro.estimate > 0 && !(isSure && goal.estimate > 0);
    return [
      writer.say(isSure ? 'winner' : 'noWinner', values),
      ...(onlySmaller ? [writer.say('smallerHurts', values)] : []),
    ];
  });
}

/** An experiment for an ask, ready to be copied. The id is made of the ask's, by the rules of `defineExperiment`. */
export function experimentFor(action: string): string {
  const ask = action.slice(action.indexOf(':') + 1);
  const id =
    ask
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 80) || 'ask';
  return `const ${camel(id)} = defineExperiment({ id: 'show-${id}', variants: { control: 1, shown: 1 } });`;
}

const camel = (id: string) =>
  `show-${id}`.replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase());

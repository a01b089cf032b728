import { START } from '../counts.ts';
import { isNamed } from '../findings/actions.ts';
import type { Insights } from '../insights.ts';
import { tellExperiment } from './tell-experiment.ts';
import { type ReportLook, type Writer, writerOf } from './write.ts';

/** One sentence of the report, with what it is about, so that a page may show it its own way. */
export interface Telling {
  readonly about: 'overall' | 'weak-link' | 'lift' | 'next' | 'experiment';
  /** What it is about, in words. */
  readonly title: string;
  readonly text: string;
  /** The action that is worth a test; `experimentFor` writes it. */
  readonly test?: string;
}

/**
 * What the figures come to, in the order a site owner asks: how many, where the way breaks, what goes together with the goal, what
 * to ask next, what was tested. Only what stands after all corrections is told as sure, and nothing is told as a cause.
 */
export function tellReport(insights: Insights, look: ReportLook = {}): Telling[] {
  const { unit = insights.counts.question.unit } = look;
  const writer = writerOf({ ...look, unit });
  const { counts } = insights;
  const overall = (text: string): Telling => ({ about: 'overall', title: writer.say('aboutOverall'), text });
  if (!(counts.units > 0)) return [overall(writer.say('noUnits'))];
  if (!(counts.converted > 0))
    return [overall(writer.say('noGoal')), ...tellLoss(insights, writer), ...tellTests(insights, writer)];
  const values = {
    converted: writer.count(counts.converted),
    all: writer.count(counts.units),
    rate: writer.share(counts.converted / counts.units),
  };
  return [
    overall(writer.say('overall', values)),
    ...tellWeakLink(insights, writer),
    tellLift(insights, writer),
    ...tellNext(insights, writer),
    ...tellTests(insights, writer),
  ];
}

function tellWeakLink(insights: Insights, writer: Writer): Telling[] {
  const weak = insights.weakLinks[0];
  const telling = (text: string): Telling => ({
    about: 'weak-link',
    title: writer.say('aboutWeakLink'),
    text,
  });
  if (weak) {
    const values = {
      step: writer.name(weak.step),
      segment: writer.segment(weak.segment),
      rate: writer.share(weak.rate.estimate),
      others: writer.share(weak.others.estimate),
    };
    return [telling(writer.say('weakLink', values))];
  }
  // Only where segments could be compared at all.
  const none = insights.funnels.length > 2 ? [telling(writer.say('noWeakLink'))] : [];
  return [...tellLoss(insights, writer), ...none];
}

/** Where most are lost, which is no weak link by that alone. */
function tellLoss({ funnels }: Insights, writer: Writer): Telling[] {
  const steps = funnels[0]?.steps.slice(1) ?? [];
  const worst = [...steps].sort((one, two) => two.lost - one.lost)[0];
  if (!worst || !(worst.lost > 0)) return [];
  const text = writer.say('largestLoss', { step: writer.name(worst.step), count: worst.lost });
  return [{ about: 'weak-link', title: writer.say('aboutWeakLink'), text }];
}

function tellLift({ counts, lifts }: Insights, writer: Writer): Telling {
  const about = { about: 'lift', title: writer.say('aboutLift') } as const;
  // What stands right before the goal is on everybody's way to it.
  const last = counts.question.steps.at(-2);
  const sure = lifts.find(
    ({ shown, action, segment, q, oddsInterval }) =>
      shown &&
      // What holds for a single segment is no sentence about all.
      segment === undefined &&
      !(last && isNamed(action, [last])) &&
      q !== undefined &&
      q < 0.05 &&
      oddsInterval[0] > 1,
  );
  if (!sure) return { ...about, text: writer.say('noLift') };
  const text = writer.say('bestLift', {
    action: writer.name(sure.action),
    with: writer.share(sure.exposed.estimate),
    without: writer.share(sure.unexposed.estimate),
  });
  return { ...about, text, test: sure.action };
}

function tellNext({ nextBestAsks }: Insights, writer: Writer): Telling[] {
  // The best of asks that led nobody to the goal is no advice.
  return nextBestAsks
    .filter(({ rate }) => rate.k > 0)
    .sort((one, two) => two.rate.n - one.rate.n)
    .slice(0, 3)
    .map(({ state, action, lower }) => {
      const values = { state: writer.name(state), action: writer.name(action), lower: writer.share(lower) };
      const text = writer.say(state === START ? 'nextFirst' : 'nextBest', values);
      return { about: 'next', title: writer.say('aboutNext'), text };
    });
}

function tellTests({ experiments }: Insights, writer: Writer): Telling[] {
  return experiments.flatMap((one) => {
    const title = writer.say('experiment', { experiment: writer.name(one.experiment) });
    return tellExperiment(one, writer).map((text): Telling => ({ about: 'experiment', title, text }));
  });
}

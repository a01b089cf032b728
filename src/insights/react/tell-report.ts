import { type Counts, START } from '../counts.ts';
import { isNamed } from '../findings/actions.ts';
import type { Insights, Lift } from '../insights.ts';
import { tellMissing } from '../missing.ts';
import { fewExperiments, tellMore } from './few-rows.tsx';
import { goesLess, sureOf } from './sure.ts';
import { tellExperiment } from './tell-experiment.ts';
import { type ReportLook, type Writer, writerOf } from './write.ts';

/** One sentence of the report, with what it is about, so that a page may show it its own way. */
export interface Telling {
  readonly about: 'missing' | 'overall' | 'weak-link' | 'lift' | 'next' | 'experiment';
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
  const missing = tellNotGiven(counts, writer);
  if (!(counts.converted > 0))
    return [
      ...missing,
      overall(writer.say('noGoal')),
      ...tellLoss(insights, writer),
      ...tellTests(insights, writer),
    ];
  const values = {
    converted: writer.count(counts.converted),
    all: writer.count(counts.units),
    rate: writer.share(counts.converted / counts.units),
  };
  return [
    ...missing,
    overall(writer.say(insights.warnings.includes('TOO_FEW') ? 'overallFew' : 'overall', values)),
    ...tellWeakLink(insights, writer),
    ...tellLifts(insights, writer),
    ...tellNext(insights, writer),
    ...tellTests(insights, writer),
  ];
}

/** A mistake in the question, before anybody believes its zeros. */
function tellNotGiven(counts: Counts, writer: Writer): Telling[] {
  if (counts.missing.length === 0) return [];
  const text = writer.say('missing', tellMissing(counts, writer.id));
  return [{ about: 'missing', title: writer.say('care'), text }];
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
  // Of a handful nothing is told: the next visitor may turn it over.
  const steps = funnels[0]?.steps.slice(1).filter(({ rate }) => !rate.warnings.includes('TOO_FEW')) ?? [];
  const worst = [...steps].sort((one, two) => two.lost - one.lost)[0];
  if (!worst || !(worst.lost > 0)) return [];
  const text = writer.say('largestLoss', { step: writer.name(worst.step), count: worst.lost });
  return [{ about: 'weak-link', title: writer.say('aboutWeakLink'), text }];
}

function tellLifts({ counts, lifts }: Insights, writer: Writer): Telling[] {
  const about = { about: 'lift', title: writer.say('aboutLift') } as const;
  // What stands right before the goal is on everybody's way to it.
  const last = counts.question.steps.at(-2);
  // What holds for a single segment is no sentence about all.
  const whole = lifts.filter(({ segment }) => segment === undefined);
  const values = ({ action, exposed, unexposed }: Lift) => ({
    action: writer.name(action),
    with: writer.share(exposed.estimate),
    without: writer.share(unexposed.estimate),
  });
  const best = whole.find(
    (lift) => sureOf(lift) === 'more' && lift.oddsInterval[0] > 1 && !(last && isNamed(lift.action, [last])),
  );
  // Those below come last in their order. They are told, and never as something to try.
  const fewer = whole.filter((lift) => sureOf(lift) === 'less').slice(-5);
  const actions = writer.either(
    fewer.map(({ action }) => writer.say('quoted', { action: writer.name(action) })),
  );
  const isDisplaced = fewer.some(({ warnings }) => warnings.includes('DISPLACES'));
  const told = [writer.say('fewerLift', { actions }), ...(isDisplaced ? [writer.say('displaced')] : [])];
  return [
    best
      ? { ...about, text: writer.say('bestLift', values(best)), test: best.action }
      : { ...about, text: writer.say('noLift') },
    ...(fewer.length > 0 ? [{ ...about, text: told.join(' ') }] : []),
  ];
}

function tellNext({ nextBestAsks, lifts }: Insights, writer: Writer): Telling[] {
  // The best of asks that led nobody to the goal is no advice, nor is one that goes with it less often.
  return nextBestAsks
    .filter(({ rate, action }) => rate.k > 0 && !goesLess(lifts, action))
    .sort((one, two) => two.rate.n - one.rate.n)
    .slice(0, 3)
    .map(({ state, action, lower }) => {
      const values = { state: writer.name(state), action: writer.name(action), lower: writer.share(lower) };
      const text = writer.say(state === START ? 'nextFirst' : 'nextBest', values);
      return { about: 'next', title: writer.say('aboutNext'), text };
    });
}

function tellTests({ experiments }: Insights, writer: Writer): Telling[] {
  const shown = fewExperiments(experiments);
  const told = shown.flatMap((one) => {
    const title = writer.say('experiment', { experiment: writer.name(one.experiment) });
    return tellExperiment(one, writer).map((text): Telling => ({ about: 'experiment', title, text }));
  });
  const more = tellMore(writer, experiments, shown, 'moreExperiments').map(
    (text): Telling => ({ about: 'experiment', title: writer.say('care'), text }),
  );
  return [...told, ...more];
}

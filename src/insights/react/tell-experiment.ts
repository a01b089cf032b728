import type { ExperimentReadout } from '../insights.ts';
import { fewComparisons, tellMore } from './few-rows.tsx';
import { isSure } from './sure.ts';
import type { Writer } from './write.ts';

/** What an experiment says, by its goal; a smaller yes that grows alone is told. */
export function tellExperiment({ arms, comparisons, srmP }: ExperimentReadout, writer: Writer): string[] {
  if (srmP < 0.001) return [writer.say('notRead')];
  if (comparisons.length === 0) return [writer.say('oneVariant')];
  const rateOf = (variant: string) =>
    writer.share(arms.find((arm) => arm.variant === variant)?.goal.estimate ?? Number.NaN);
  const told = fewComparisons(comparisons);
  const sentences = told.flatMap(({ variant, against, goal, micro }) => {
    const values = {
      variant: writer.name(variant),
      against: writer.name(against),
      rate: rateOf(variant),
      rateAgainst: rateOf(against),
      difference: writer.say('inPoints', { value: writer.points(goal.estimate) }),
      interval: writer.interval(goal, writer.points),
    };
    if (goal.warnings.includes('TOO_FEW')) return [writer.say('tooEarly', values)];
    const isSmallerMore = isSure(micro) && micro.estimate > 0;
    return [
      writer.say(isSure(goal) ? 'winner' : 'noWinner', values),
      ...(isSmallerMore && !(isSure(goal) && goal.estimate > 0) ? [writer.say('onlySmaller', values)] : []),
    ];
  });
  return [...sentences, ...tellMore(writer, comparisons, told)];
}

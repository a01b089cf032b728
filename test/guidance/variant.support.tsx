import type { ReactNode } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { type UseVariantOptions, useVariant, type VariantHandle } from '../../src/guidance/index.ts';
import { defineExperiment, type Experiment, variantOf } from '../../src/ladder/experiment.ts';

/** An experiment whose `id` deals these units as the tests need them. */
export const form = defineExperiment({ id: 'form-length', variants: { long: 1, short: 1 } });

/** A unit that this experiment deals a certain variant, or one of the others. */
export function unitIn(experiment: Experiment, variant: string, skip = 0): string {
  for (let index = 0, left = skip; index < 10_000; index++)
    if (variantOf(experiment, `unit-${index}`) === variant && !left--) return `unit-${index}`;
  throw new Error(`Nobody is in ${variant}.`);
}

/** A visitor's id, as the browser keeps it, that is dealt a certain variant. */
export function visitorIn(experiment: Experiment, variant: string): string {
  for (let index = 0; index < 10_000; index++) {
    const id = `018f3a5e-0000-7000-8000-${String(index).padStart(12, '0')}`;
    if (variantOf(experiment, id) === variant) return id;
  }
  throw new Error(`Nobody is in ${variant}.`);
}

/** Somebody who has been here before, as storage keeps them. */
export function wasHere(id: string, time = Date.now()): void {
  const visit = { id, sid: id, n: 1, last: time - 60 * 60_000, segments: [] };
  localStorage.setItem('smallyes:visit', JSON.stringify(visit));
}

/** Shows its variant, and writes down what was on the screen each time it was painted. */
export function Form(
  props: UseVariantOptions & {
    experiment?: Experiment;
    renders?: string[];
    handle?: (handle: VariantHandle) => void;
    children?: ReactNode;
  },
) {
  const { experiment = form, renders, handle, children, ...options } = props;
  const it = useVariant(experiment, options);
  handle?.(it);
  renders?.push(it.variant);
  return (
    <p>
      {it.variant}
      {it.isHoldout && ' (kept out)'}
      {children}
    </p>
  );
}

/** What exposures said. */
export const exposuresIn = (events: readonly CommitmentEvent[]) =>
  events.flatMap((event) =>
    event.kind === 'experiment.expose' ? [`${event.data.experiment} ${event.data.variant}`] : [],
  );

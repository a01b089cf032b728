'use client';
import {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { isolate } from '../events/isolate.ts';
import { tell } from '../internal/messages.ts';
import type { Experiment } from '../ladder/experiment.ts';
import { HubContext, useHub, useSettings } from '../provider/context.ts';
import { useGuide } from './use-guide.ts';
import { variantsOf } from './variants.ts';

/** Options of {@link useVariant}. */
export interface UseVariantOptions {
  /**
   * When the visitor counts as exposed. `'auto'`: once the component is mounted and the page visible. `'manual'`: when you call
   * `expose`, for what shows only after a click or further down. Default `'auto'`.
   */
  exposure?: 'auto' | 'manual' | undefined;
}

/** What {@link useVariant} gives. */
export interface VariantHandle<Variant extends string = string> {
  /** The variant to show. The first one too for those who are kept out, and while nobody knows who is here. */
  readonly variant: Variant;
  /** The visitor is kept out of the experiment. */
  readonly isHoldout: boolean;
  /** Counts the visitor as exposed, once; needed with `exposure: 'manual'` alone. Stable while experiment and visitor are. */
  expose(this: void): void;
}

const never = () => () => {};

/**
 * The variant of an experiment that this visitor is in: the same one on every visit, for all components of a page and, where the
 * provider has `remembered.unit`, on the server too. The first time that the visitor sees it an event goes out,
 * `experiment.expose`; every later event carries the variant in `experiments`, with a ladder on every page, without one on pages
 * that use this hook.
 *
 * Whose variant it is: `remembered.unit`, else the visitor's id in this browser. That id is kept as consent allows: where
 * `functional` is refused it lasts as long as the page.
 *
 * Nothing flickers, and nobody is counted for what they did not see. So the first variant stays for the whole page view, and no
 * one is exposed: where a server has rendered the page without knowing the unit; while consent for `functional` has not been
 * asked; and where `assign` does not answer in time, unless the experiment has `subscribe`. All variants lose the same share of
 * visitors by this, so the comparison stays fair. Without a provider it is always the first variant.
 *
 * ```tsx
 * const { variant } = useVariant(formLength);
 * return variant === 'short' ? <ShortForm /> : <LongForm />;
 * ```
 */
export function useVariant<Variant extends string>(
  experiment: Experiment<Variant>,
  options: UseVariantOptions = {},
): VariantHandle<Variant> {
  const isProvided = useContext(HubContext) !== null;
  const hub = useHub();
  const guide = useGuide();
  const unit = useSettings().remembered?.unit;
  const variants = variantsOf(hub);
  const who = useMemo(() => ({ hub, unit, guide }), [hub, unit, guide]);
  // False for the render that takes over what a server has painted. With a unit, both know the same.
  const isOwnPaint = useSyncExternalStore(
    never,
    () => true,
    () => unit !== undefined,
  );
  const name = isProvided && isOwnPaint ? variants.peek(experiment, unit) : null;
  const [, show] = useState(`${experiment.id} ${name}`);

  // Before the visitor can see anything: no effect of the browser's paint lies between.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what stood at first tells whether a server has painted it
  useLayoutEffect(() => {
    if (!isProvided) return undefined;
    const settle = (isPainted?: boolean) => {
      variants.settle(experiment, who, isPainted);
      show(`${experiment.id} ${variants.peek(experiment, unit)}`);
    };
    settle(!isOwnPaint);
    return variants.subscribe(settle);
  }, [variants, experiment, who]);

  useEffect(() => {
    const source = isProvided && experiment.subscribe;
    if (!source) return undefined;
    const tellOf = (error: unknown) => {
      if (process.env.NODE_ENV !== 'production') tell(1243, experiment.id, String(error));
    };
    let stop: (() => void) | undefined;
    // A client that is not there takes no page down.
    isolate(() => {
      stop = source(() => variants.change(experiment, who));
    }, tellOf);
    return () => isolate(() => stop?.(), tellOf);
  }, [variants, experiment, who, isProvided]);

  const expose = useCallback(() => variants.expose(experiment, who), [variants, experiment, who]);
  const isAuto = options.exposure !== 'manual';
  useEffect(() => {
    if (!isAuto || !name) return undefined;
    const look = () => {
      if (!document.hidden) expose();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [isAuto, expose, name]);

  const isHoldout = name === 'holdout';
  const first = experiment.variants[0] as Variant;
  return { variant: isHoldout ? first : ((name as Variant | null) ?? first), isHoldout, expose };
}

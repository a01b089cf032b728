import { isolate } from '../events/isolate.ts';
import { fault, show, tell } from '../internal/messages.ts';

/** Variants of each experiment that was defined, for `smallyes/guidance` to tell of conditions on others. Filled in development alone. */
export const knownExperiments: Map<string, readonly string[]> = /* @__PURE__ */ new Map();

/** What a flag source is asked. */
export interface AssignQuestion {
  /** Id of the experiment. */
  readonly experiment: string;
  /** Whom it is about; undefined while nobody knows, or where only the source itself knows its visitors. */
  readonly unit: string | undefined;
}

/** An experiment as it is written. */
export interface ExperimentDefinition<Variant extends string = string> {
  /**
   * Name of the experiment, the same as long as it runs: 1 to 100 letters, digits, `_`, `.`, `:`, `/` or `-`, a letter or digit
   * first. Another name deals the variants anew.
   */
  readonly id: string;
  /**
   * Its variants with their weights; the shares are relative, so `{ control: 9, short: 1 }` gives `short` to a tenth. The one
   * written first is what visitors see who are in no variant. Names: 1 to 60 letters, digits, `_` or `-`, a letter first.
   */
  readonly variants: Readonly<Record<Variant, number>>;
  /** Share of visitors who are kept out, from 0 to 1: they see the first variant and are told apart as `'holdout'`. Default 0. */
  readonly holdout?: number | undefined;
  /**
   * Who decides instead of the kit: gives the name of a variant, `'holdout'`, or undefined while it does not know. Weights do
   * not count then, and `holdout` is the source's business. Called while rendering and on the server too where `remembered.unit`
   * is known, so there it must answer the same on both sides. Default: the kit's own hash.
   */
  readonly assign?: ((question: AssignQuestion) => string | null | undefined) | undefined;
  /**
   * Hears when the answers of `assign` have changed, as when flags arrive after the page; returns how to stop. With it the page
   * then switches at once, before the visitor's eyes. Needs `assign`. Default: a late answer counts from the next page view, and
   * nothing flickers.
   */
  readonly subscribe?: ((listener: () => void) => (() => void) | undefined) | undefined;
}

/** An experiment, made by `defineExperiment`. */
export interface Experiment<Variant extends string = string>
  extends Omit<ExperimentDefinition<Variant>, 'variants'> {
  /** At least one. The first is what visitors see who are in none. */
  readonly variants: readonly Variant[];
  /** One for each variant. Empty when the definition was unusable: then nobody is in the experiment. */
  readonly weights: readonly number[];
}

/**
 * Defines an experiment. A value without state, safe on a server. Throws SY-1241 in development where it cannot be meant so; in
 * production a definition without usable weights shows everybody the first variant, and nobody counts as exposed.
 *
 * ```ts
 * export const formLength = defineExperiment({ id: 'form-length', variants: { long: 1, short: 1 }, holdout: 0.05 });
 * ```
 *
 * A flag service decides by `assign`. With GrowthBook (whose own tracking callback then says the same a second time; leave one out):
 *
 * ```ts
 * assign: ({ experiment }) => growthbook.getFeatureValue<string | undefined>(experiment, undefined),
 * subscribe: (listener) => void growthbook.init().then(listener),
 * ```
 *
 * With PostHog:
 *
 * ```ts
 * assign: ({ experiment }) => {
 *   const flag = posthog.getFeatureFlag(experiment);
 *   return typeof flag === 'string' ? flag : undefined;
 * },
 * subscribe: (listener) => posthog.onFeatureFlags(listener),
 * ```
 *
 * With flags of your own: `assign: ({ experiment }) => window.flags?.[experiment]`.
 */
export function defineExperiment<Variant extends string>(
  definition: ExperimentDefinition<Variant>,
): Experiment<Variant> {
  const { variants, ...rest } = Object(definition) as ExperimentDefinition<Variant>;
  if (process.env.NODE_ENV !== 'production') {
    const problem = problemOf(Object(definition));
    if (problem) throw fault(1241, show(rest.id), problem);
  }
  const names = Object.keys(variants ?? {}) as Variant[];
  const weights = names.map((name) => variants[name]);
  if (process.env.NODE_ENV !== 'production') knownExperiments.set(rest.id, names);
  return { ...rest, variants: names, weights: weights.every(isWeight) ? weights : [] };
}

/**
 * The variant of a unit, such as a visitor's id: the same for the same experiment and unit, on every machine. `'holdout'` for
 * those who are kept out, undefined when there is no unit, no answer of `assign`, or no usable definition. Pure, as far as
 * `assign` is.
 *
 * Each variant draws a number from the hash of `experiment:unit:variant`, and the lowest `-ln(number) / weight` wins (rendezvous
 * hashing: Thaler and Ravishankar 1998; with weights: Schindelhauer and Schomaker 2005). So a variant that is added, or whose
 * weight grows, only takes units from the others, one that goes only gives its own away, and no unit moves between two
 * others. Who is kept out is drawn by the hash of `experiment:unit`: a larger `holdout` keeps everybody out who was.
 */
export function variantOf<Variant extends string>(
  experiment: Experiment<Variant>,
  unit: string | undefined,
): Variant | 'holdout' | undefined {
  const { id, variants, weights, holdout = 0, assign } = experiment;
  if (!weights.length) return undefined;
  if (assign) return ask(experiment, unit);
  if (!unit) return undefined;
  const key = `${id}:${unit}`;
  if (share(key) < holdout) return 'holdout';
  let best: Variant | undefined;
  let least = Infinity;
  variants.forEach((name, index) => {
    const score = -Math.log(share(`${key}:${name}`)) / (weights[index] as number);
    if (score < least) {
      least = score;
      best = name;
    }
  });
  return best;
}

/** What the flag source says. */
function ask<Variant extends string>(
  { id, variants, assign }: Experiment<Variant>,
  unit: string | undefined,
): Variant | 'holdout' | undefined {
  let answer: string | null | undefined;
  isolate(
    () => {
      answer = assign?.({ experiment: id, unit });
    },
    (error) => {
      if (process.env.NODE_ENV !== 'production') tell(1243, id, String(error));
    },
  );
  const known = [...variants, 'holdout'].find((name) => name === answer);
  if (process.env.NODE_ENV !== 'production' && !known && answer !== undefined && answer !== null)
    tell(1242, id, show(answer), variants.join(', '));
  return known as Variant | undefined;
}

/** A text's place between 0 and 1, both excluded. */
function share(text: string): number {
  return (murmur3(text) + 0.5) / 2 ** 32;
}

/**
 * MurmurHash3, the variant x86_32 with seed 0 (Austin Appleby, public domain: github.com/aappleby/smhasher), over the text
 * as UTF-16 in little-endian order, two characters a block. Whoever must find the same variants elsewhere hashes those bytes.
 */
export function murmur3(text: string): number {
  const { length } = text;
  const end = length - (length % 2);
  const scramble = (block: number) => Math.imul(turn(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
  let hash = 0;
  for (let at = 0; at < end; at += 2) {
    hash ^= scramble(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    hash = Math.imul(turn(hash, 13), 5) + 0xe6546b64;
  }
  if (end < length) hash ^= scramble(text.charCodeAt(end));
  hash ^= length * 2;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function turn(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

function isWeight(weight: number): boolean {
  return Number.isFinite(weight) && weight > 0;
}

/** What cannot be meant of a definition. For development. */
function problemOf(definition: ExperimentDefinition): string | undefined {
  const { id, variants, holdout = 0, assign, subscribe } = definition;
  const weights = Object.entries(variants ?? {});
  const wrong = weights.find(([, weight]) => !isWeight(weight));
  // A name that is a number would not stay where it was written, and one is ours.
  const misnamed = weights.find(([name]) => !/^[a-z][\w-]{0,59}$/i.test(name) || name === 'holdout');
  if (typeof id !== 'string' || !/^[a-z\d][\w.:/-]{0,99}$/i.test(id)) return 'its id is no name';
  if (!weights.length) return 'it has no variant';
  if (misnamed) return `${show(misnamed[0])} is no name for a variant`;
  if (wrong) return `the weight of "${wrong[0]}" is ${String(wrong[1])}, not above 0`;
  if (!(holdout >= 0 && holdout <= 1)) return `holdout is ${String(holdout)}, not a share from 0 to 1`;
  if (assign !== undefined && typeof assign !== 'function') return 'assign is no function';
  if (assign && holdout) return 'holdout does nothing beside assign, which may answer "holdout" itself';
  if (subscribe !== undefined && typeof subscribe !== 'function') return 'subscribe is no function';
  if (subscribe && !assign) return 'subscribe does nothing without assign';
  return undefined;
}

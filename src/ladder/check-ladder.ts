import { catalogue, type Grade, type Kind } from '../events/index.ts';
import { parseDuration } from './duration.ts';
import type { AlternativeDefinition, LadderDefinition, RungDefinition } from './ladder-definition.ts';

/** What an option takes, or the options inside it. */
export type Shape = ((given: never) => unknown) | { readonly [option: string]: Shape };

const isText = (given: unknown, most = 128) => typeof given === 'string' && !!given && given.length <= most;
const isName = (given: unknown) => isText(given, 60);
const isAddress = (given: unknown) => isText(given, 2000);
const isCount = (given: number) => Number.isInteger(given) && given > 0;
const isDuration = (given: unknown) => parseDuration(given) !== undefined;
export const isObject = (given: unknown) => !!given && typeof given === 'object' && !Array.isArray(given);
const isOneOf =
  (...known: unknown[]) =>
  (given: unknown) =>
    known.includes(given);
const isUpTo = (most: number) => (given: number) => given >= 0 && given <= most;
/** One or several of them; of an empty list none would ever hold. */
export const isListOf = (isOne: (given: unknown) => boolean) => (given: unknown) => {
  const all = [given].flat();
  return all.length > 0 && all.every((one) => isOne(one));
};

const clocks: Shape = { shown: isDuration, dismissed: isDuration, committed: isDuration };
const when: Shape = {
  // Thirty years, so that no end is none.
  seconds: isUpTo(1e9),
  scroll: isUpTo(1),
  visits: isCount,
  page: isListOf(isAddress),
  device: isOneOf('phone', 'desktop'),
  segment: isListOf(isName),
  notSegment: isListOf(isName),
  moment: isListOf(isOneOf('know', 'go', 'do', 'buy')),
  answered: isObject,
  variant: isObject,
};
export const alternativeShape: Shape = {
  ask: isText,
  kind: isText,
  grade: isOneOf(1, 2, 3),
  when,
  rest: clocks,
  showings: isCount,
  segments: (given: object) => isObject(given) && Object.keys(given).every(isName),
  formerly: (given: unknown) => Array.isArray(given) && given.every((one) => isText(one)),
  learned: isObject,
};
export const rungShape: Shape = { ...alternativeShape, otherwise: isListOf(isObject) };
export const ladderShape: Shape = {
  id: isName,
  goal: () => true,
  rungs: (given: unknown) => Array.isArray(given) && isListOf(isObject)(given),
  cooldown: clocks,
  remember: isAddress,
};

export type Asking = AlternativeDefinition & Pick<RungDefinition, 'otherwise'>;

/** The alternatives of a rung, of which one needs no list. */
export function alternativesOf({ otherwise = [] }: Pick<RungDefinition, 'otherwise'>): Asking[] {
  return [otherwise].flat() as Asking[];
}

/** The grade of a rung: its own, or the one that its kind has. Of an unknown kind it is no number. */
export function gradeOf({ grade, kind }: Pick<Asking, 'grade' | 'kind'>): Grade {
  return grade ?? (catalogue as Record<Kind, Grade>)[kind];
}

/**
 * Whether a ladder can be used as it is written. This is all that a visitor's browser needs to know; what is wrong is told to
 * developers by `findFault`, which names each thing that is refused here.
 */
export function isUsable(definition: LadderDefinition): boolean {
  const { id, goal, rungs } = definition;
  const isRung = (one: RungDefinition) =>
    isOfShape(rungShape, one) && alternativesOf(one).every((other) => isOfShape(alternativeShape, other));
  if (!(isOfShape(ladderShape, definition) && id && rungs?.every(isRung))) return false;
  const asks = rungs.flatMap((one): Asking[] => [one, ...alternativesOf(one)]);
  const names = asks.flatMap(({ ask, formerly = [] }) => [ask, ...formerly]);
  let last = 1;
  return (
    new Set(names).size === names.length &&
    goal === rungs.at(-1)?.ask &&
    rungs.every((main) => {
      const grade = gradeOf(main);
      const step = grade - last;
      last = grade;
      return (
        step >= 0 &&
        step <= 1 &&
        [main, ...alternativesOf(main)].every((one) => {
          const sources = sourcesOf(one, asks);
          const isReview = [one, main].some(({ kind }) => kind === 'review-form.submit');
          return (
            one.ask &&
            one.kind &&
            gradeOf(one) <= grade &&
            sources.every((all) => all.length) &&
            !(isReview && ratingBehind(one, asks))
          );
        })
      );
    })
  );
}

/** Options that exist, with values that can be read. */
function isOfShape(shape: Shape | undefined, given: unknown): boolean {
  if (given === undefined) return true;
  return typeof shape === 'function'
    ? !!shape(given as never)
    : isObject(given) &&
        Object.entries(given as object).every(
          ([option, value]) => shape?.[option] && isOfShape(shape[option], value),
        );
}

/** By each condition of an ask on an answer or a segment: the asks that it comes from. */
function sourcesOf({ when = {} }: Asking, asks: readonly Asking[]): Asking[][] {
  const { answered = {}, segment = [], notSegment = [] } = when;
  return [
    ...Object.keys(answered).map((name) => asks.filter(({ ask }) => ask === name)),
    ...[segment, notSegment]
      .flat()
      .map((name) => asks.filter(({ segments }) => Object.hasOwn(segments ?? {}, name))),
  ];
}

/**
 * The rating by which visitors are let through to an ask: by its own conditions, by those of the rung whose alternative it is, or
 * by way of other asks.
 */
export function ratingBehind(one: Asking, asks: readonly Asking[], seen: Asking[] = []): Asking | undefined {
  const main = asks.find((other) => alternativesOf(other).includes(one));
  for (const source of sourcesOf(one, asks)
    .concat(main ? sourcesOf(main, asks) : [])
    .flat()) {
    if (isRating(source)) return source;
    if (seen.includes(source)) continue;
    seen.push(source);
    const behind = ratingBehind(source, asks, seen);
    if (behind) return behind;
  }
  return undefined;
}

/** Whether an ask tells how satisfied a visitor is: a star rating, or a poll whose Net Promoter bucket is looked at. */
function isRating({ kind, segments = {} }: Asking): boolean {
  let isBucketRead = false;
  const probe = new Proxy({}, { get: (_, name) => void (isBucketRead ||= name === 'bucket') });
  for (const rule of Object.values(segments) as unknown[])
    if (typeof rule === 'function')
      try {
        rule(probe);
      } catch {
        // It wanted more than it was given.
      }
  return isBucketRead || kind === 'star-rating.rate';
}

import { fault, type MessageCode, show } from '../internal/messages.ts';
import {
  type Asking,
  alternativeShape,
  alternativesOf,
  gradeOf,
  isObject,
  ladderShape,
  ratingBehind,
  rungShape,
  type Shape,
} from './check-ladder.ts';
import type { LadderDefinition, RungDefinition } from './ladder-definition.ts';
import { tellDoubts } from './ladder-doubts.ts';

/** The number of a message, the ladder it is about, and the other details. */
type LadderFault = readonly [code: MessageCode, ladder: string, ...details: unknown[]];

/**
 * The first thing for which a ladder cannot be used, as an error that says what to do; where there is none, the console hears of
 * what does nothing. For development: `isUsable` is what production asks.
 */
export function findFault(definition: LadderDefinition): Error | undefined {
  for (const [code, ...details] of faultsOf(definition)) {
    const texts = details.map((one) => (typeof one === 'string' ? one : show(one)));
    // Each detail is a text; how many there are, the message knows.
    return (fault as (code: MessageCode, ...details: string[]) => Error)(code, ...texts);
  }
  tellDoubts(definition);
  return undefined;
}

function* faultsOf(definition: LadderDefinition): Generator<LadderFault> {
  const { id, goal, rungs } = definition;
  yield* optionFaults(ladderShape, definition, id, 'the ladder');
  if (!id || !rungs) yield [1208, id, id ? 'rungs' : 'id', undefined];
  const asks: Asking[] = [];
  for (const one of rungs) {
    yield* optionFaults(rungShape, one, id, `"${one.ask}"`);
    asks.push(one);
    for (const other of alternativesOf(one)) {
      yield* optionFaults(alternativeShape, other, id, `"${other.ask}"`);
      asks.push(other);
    }
  }
  const names = new Set<string>();
  for (const one of asks) {
    const grade = gradeOf(one);
    if (!one.ask || !one.kind) yield [1208, id, one.ask ? 'kind' : 'ask', undefined];
    // Not `!grade`: every object has a `toString`, which is no grade.
    if (!(grade > 0)) yield [1210, id, one.ask, one.kind];
    for (const name of [one.ask, ...(one.formerly ?? [])]) {
      if (names.has(name)) yield [1204, id, name];
      names.add(name);
    }
  }
  let last: Asking | undefined;
  for (const one of rungs) {
    const grade = gradeOf(one);
    const least = last ? gradeOf(last) : 1;
    if (grade < least) yield [1202, id, one.ask, `${grade}`, last?.ask, `${least}`];
    if (grade > least + 1) yield [1203, id, one.ask, `${grade}`];
    for (const other of alternativesOf(one)) if (gradeOf(other) > grade) yield [1207, id, other.ask, one.ask];
    last = one;
  }
  if (goal !== last?.ask)
    yield [1205, id, typeof goal === 'string' ? `"${goal}" is not the last rung` : goal];
  yield* conditionFaults(id, rungs, asks);
}

/** Options that do not exist, and values that cannot be read. */
function* optionFaults(shape: Shape, given: unknown, id: string, place: string): Generator<LadderFault> {
  if (given === undefined) return;
  if (typeof shape === 'function') {
    if (!shape(given as never)) yield [1208, id, place, given];
  } else if (!isObject(given)) yield [1208, id, place, given];
  else
    for (const [option, value] of Object.entries(given as object)) {
      const inner = shape[option];
      if (inner) yield* optionFaults(inner, value, id, `${option} of ${place}`);
      else yield [1209, id, place, option];
    }
}

/** Conditions on what nobody answers or writes, and reviews that depend on a rating. */
function* conditionFaults(
  id: string,
  rungs: readonly RungDefinition[],
  asks: readonly Asking[],
): Generator<LadderFault> {
  for (const one of asks) {
    const { answered = {}, segment, notSegment } = one.when ?? {};
    for (const ask of Object.keys(answered))
      if (!asks.some((other) => other.ask === ask)) yield [1201, id, ask];
    for (const name of [segment ?? [], notSegment ?? []].flat())
      if (!asks.some(({ segments }) => Object.hasOwn(segments ?? {}, name))) yield [1220, id, one.ask, name];
    const main = rungs.find((other) => alternativesOf(other).includes(one as never));
    const isReview = [one, main].some((other) => other?.kind === 'review-form.submit');
    const rating = isReview && ratingBehind(one, asks);
    if (rating) yield [1206, id, one.ask, rating.ask];
  }
}

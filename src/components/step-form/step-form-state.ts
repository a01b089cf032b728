import { type Answers, type Route, stepOf, targetOf } from './step-form-path.ts';
import { currentStep, type StepFormState } from './step-form-place.ts';

export { begin, currentStep, type StepFormState, visitedSteps } from './step-form-place.ts';

/** Longest trail: a loop that visitors like may be walked often, but not without end. */
const longest = 500;

/**
 * The step is finished; on it goes by the answers. Another way than before forgets the steps of the old one, not what was
 * answered there. A step asked for by the review leads back to it, unless its answer opened a step that is not done.
 */
export function goOn(route: Route, state: StepFormState, answers: Answers): StepFormState {
  const from = currentStep(state);
  const done = state.done.includes(from) ? state.done : [...state.done, from];
  const { review } = state;
  let next: StepFormState = { ...state, done };
  for (;;) {
    const target = targetOf(route, currentStep(next), answers);
    if (typeof target !== 'string') return { ...next, review: undefined, ending: target.end };
    next = step(next, target);
    const isDone = done.includes(target) && !stepOf(route, target)?.review;
    // More steps than there are would be a loop: it is for the visitor to walk.
    if (review === undefined || !isDone || next.at - state.at > route.steps.length) break;
  }
  // Until the review is reached, what comes still leads to it.
  const isThere = stepOf(route, currentStep(next))?.review;
  return isThere || review === undefined ? { ...next, review: undefined } : { ...next, review: next.at };
}

function step(state: StepFormState, target: string): StepFormState {
  const at = state.at + 1;
  if (state.trail[at] === target) return { ...state, at };
  const trail = [...state.trail.slice(0, at), target];
  const surplus = Math.max(0, trail.length - longest);
  return { ...state, trail: trail.slice(surplus), at: at - surplus };
}

/** One step back on the way taken: from an ending to its last step, from a step that the review asked for to the review. */
export function goBack(state: StepFormState): StepFormState {
  if (state.ending !== undefined) return { ...state, ending: undefined };
  if (state.review !== undefined && state.review > state.at)
    return { ...state, at: state.review, review: undefined };
  return { ...state, at: Math.max(0, state.at - 1), review: undefined };
}

/** To a place of the trail, as the browser's Back and Forward do. */
export function goTo(state: StepFormState, at: number): StepFormState {
  const isThere = Number.isInteger(at) && at >= 0 && at < state.trail.length;
  return isThere ? { ...state, at, review: undefined, ending: undefined } : state;
}

/** From the review to one step, and back to the review once that is done. */
export function edit(state: StepFormState, id: string): StepFormState {
  const at = state.trail.slice(0, state.at).lastIndexOf(id);
  return at < 0 ? state : { ...state, at, review: state.at };
}

/** A state from a note of an earlier visit, as far as this form still has its steps. */
export function restore(route: Route, note: unknown): StepFormState | undefined {
  const { trail, at, done } = (note ?? {}) as Partial<Record<'trail' | 'at' | 'done', unknown>>;
  const isList = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((id) => typeof id === 'string' && stepOf(route, id));
  if (!isList(trail) || !isList(done) || trail[0] !== route.steps[0]?.id) return undefined;
  const state = goTo({ trail, at: 0, done }, at as number);
  return trail.length > longest ? undefined : state;
}

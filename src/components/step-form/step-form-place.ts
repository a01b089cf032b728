import type { Route } from './step-form-path.ts';

/**
 * How far a visitor has come. Where they are (`trail[at]`) and what is done (`done`) are two things: going back undoes
 * nothing.
 */
export interface StepFormState {
  /** Steps in the order taken. Those after `at` were taken before the visitor went back. */
  readonly trail: readonly string[];
  /** Where in the trail the visitor is. */
  readonly at: number;
  /** Steps finished at least once. */
  readonly done: readonly string[];
  /** Place in the trail of the review that asked for this step again. */
  readonly review?: number | undefined;
  /** Where it ended. */
  readonly ending?: string | undefined;
}

/** At the first step. */
export function begin({ steps }: Route): StepFormState {
  return { trail: steps.slice(0, 1).map(({ id }) => id), at: 0, done: [] };
}

/** The step at which the visitor is. */
export function currentStep({ trail, at }: StepFormState): string {
  return trail[at] as string;
}

/** Steps that count: taken on the way to where the visitor is, each once. */
export function visitedSteps({ trail, at, review }: StepFormState): readonly string[] {
  return [...new Set(trail.slice(0, Math.max(at, review ?? 0) + 1))];
}

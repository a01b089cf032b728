import type { FormStep, StepBranch, StepFormDefinition, StepTarget } from './step-form-types.ts';

/** Answers so far, by field. */
export type Answers = Readonly<Record<string, unknown>>;

/** The parts of a definition that say where it leads. */
export type Route = Pick<StepFormDefinition, 'steps' | 'endings'>;

/** The step of an id. */
export function stepOf({ steps }: Route, id: string): FormStep | undefined {
  return steps.find((step) => step.id === id);
}

/** The ending of a form that names none. */
export function firstEnding({ endings }: Route): string {
  return Object.keys(endings)[0] ?? 'sent';
}

/**
 * Where a step leads. What leads nowhere, or throws because an answer is still missing, leads on to the next step of
 * the list: a form must have a way on.
 */
export function targetOf(route: Route, id: string, answers: Answers): StepTarget {
  const { steps } = route;
  const at = steps.findIndex((step) => step.id === id);
  const wanted = wantedBy(steps[at], answers);
  if (typeof wanted === 'string' ? stepOf(route, wanted) : wanted && wanted.end in route.endings)
    return wanted as StepTarget;
  return steps[at + 1]?.id ?? { end: firstEnding(route) };
}

function wantedBy(step: FormStep | undefined, answers: Answers): StepTarget | undefined {
  const next = step?.next;
  try {
    if (typeof next === 'function') return next(answers);
  } catch {
    return undefined;
  }
  if (!Array.isArray(next)) return next as StepTarget | undefined;
  return (next as readonly StepBranch[]).find(({ when }) => holds(when, answers))?.to;
}

function holds(when: Answers | undefined, answers: Answers): boolean {
  return Object.entries(when ?? {}).every(([name, wanted]) => {
    const given = [answers[name]].flat();
    return [wanted].flat().some((one) => given.includes(one));
  });
}

/**
 * The steps that a visitor would still take from one step on, this one first, by what is known; and where they end. A
 * step that would come twice ends the look ahead.
 */
export function lookAhead(
  route: Route,
  from: string,
  answers: Answers,
): { readonly steps: readonly string[]; readonly ending: string | undefined } {
  const steps = [from];
  for (;;) {
    const target = targetOf(route, steps.at(-1) as string, answers);
    if (typeof target !== 'string') return { steps, ending: target.end };
    if (steps.includes(target)) return { steps, ending: undefined };
    steps.push(target);
  }
}

/** Every way that a step may lead, as far as it can be known without answers: undefined for a function. */
export function waysOf(route: Route, at: number): readonly StepTarget[] | undefined {
  const { next } = route.steps[at] as FormStep;
  if (typeof next === 'function') return undefined;
  const onward = route.steps[at + 1]?.id ?? { end: firstEnding(route) };
  if (next === undefined) return [onward];
  if (!Array.isArray(next)) return [next as StepTarget];
  const ways = (next as readonly StepBranch[]).map(({ to }) => to);
  return (next as readonly StepBranch[]).some(({ when }) => !when) ? ways : [...ways, onward];
}

/** The steps from which no way leads to an ending: visitors would go round in circles. */
export function stepsWithoutExit(route: Route): readonly string[] {
  const out = new Set<string>();
  for (let before = -1; before < out.size; ) {
    before = out.size;
    route.steps.forEach(({ id }, at) => {
      const ways = waysOf(route, at);
      if (!ways || ways.some((way) => typeof way !== 'string' || out.has(way))) out.add(id);
    });
  }
  return route.steps.map(({ id }) => id).filter((id) => !out.has(id));
}

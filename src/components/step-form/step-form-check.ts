import { type Route, stepsWithoutExit, waysOf } from './step-form-path.ts';
import type { StepBranch } from './step-form-types.ts';

/** Places for answers in a text. */
const placesOf = /\{([\w-]+)(?:\|[^}]*)?\}/g;

/** What makes a definition unusable, in words for its developer; undefined when nothing does. */
export function findStepFormProblem(route: Route): string | undefined {
  const { steps, endings } = route;
  if (steps.length === 0) return 'it has no steps';
  if (Object.keys(endings).length === 0) return 'it has no ending';
  const number = steps.find(({ id }) => /^\d+$/.test(id));
  if (number) return `the step id "${number.id}" is a number, and JavaScript moves such keys to the front`;
  const empty = steps.find(({ fields, review }) => !review && fields.length === 0);
  if (empty) return `the step "${empty.id}" has no fields and is no review`;
  const [, second] = steps.filter(({ review }) => review);
  if (second) return `the step "${second.id}" is a second review`;
  return findDouble(route) ?? findLostWay(route) ?? findCircle(route) ?? findUnreachable(route);
}

function findDouble({ steps }: Route): string | undefined {
  const owners = new Map<string, string>();
  for (const { id, fields } of steps)
    for (const { name } of fields) {
      const owner = owners.get(name);
      if (owner !== undefined) return `the field "${name}" stands in the step "${owner}" and in "${id}"`;
      owners.set(name, id);
    }
  return undefined;
}

function findLostWay(route: Route): string | undefined {
  const { steps, endings } = route;
  for (const [at, { id }] of steps.entries())
    for (const way of waysOf(route, at) ?? []) {
      if (typeof way === 'string' && !steps.some((step) => step.id === way))
        return `the step "${id}" leads to "${way}", which is no step`;
      if (typeof way !== 'string' && !(way.end in endings))
        return `the step "${id}" leads to the ending "${way.end}", which does not exist`;
    }
  return undefined;
}

function findCircle(route: Route): string | undefined {
  const [first] = stepsWithoutExit(route);
  return first === undefined ? undefined : `from the step "${first}" no way leads to an ending`;
}

function findUnreachable(route: Route): string | undefined {
  const { steps } = route;
  const reached = new Set([steps[0]?.id]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const [at, { id }] of steps.entries()) {
      if (!reached.has(id)) continue;
      const ways = waysOf(route, at);
      // Where a function leads cannot be known: anywhere.
      if (!ways) return undefined;
      for (const way of ways) if (typeof way === 'string') reached.add(way);
    }
  }
  const lost = steps.find(({ id }) => !reached.has(id));
  return lost && `no way leads to the step "${lost.id}"`;
}

/** What can never come to pass in a form that works, in words for its developer. */
export function findDeadPart(route: Route): string | undefined {
  const { steps, endings } = route;
  const names = new Set(steps.flatMap(({ fields }) => fields.map(({ name }) => name)));
  for (const step of steps) {
    const texts = [step, ...step.fields.map(({ label: title, description }) => ({ title, description }))];
    const place = strangePlace(
      texts.flatMap(({ title, description }) => [title, description]),
      names,
    );
    if (place) return `the step "${step.id}" names {${place}}, and no field has that name`;
  }
  for (const [id, { title, text }] of Object.entries(endings)) {
    const place = strangePlace([title, text], names);
    if (place) return `the ending "${id}" names {${place}}, and no field has that name`;
  }
  return findStrangeWhen(route, names) ?? findLostEnding(route);
}

function strangePlace(texts: readonly (string | undefined)[], names: ReadonlySet<string>) {
  return texts
    .flatMap((text) => [...(text ?? '').matchAll(placesOf)].map(([, name]) => name as string))
    .find((name) => !names.has(name));
}

/** A schema may yield answers under names of its own. */
function findStrangeWhen({ steps }: Route, names: ReadonlySet<string>): string | undefined {
  if (steps.some(({ schema }) => schema)) return undefined;
  for (const { id, next } of steps)
    for (const { when } of Array.isArray(next) ? (next as readonly StepBranch[]) : [])
      for (const name of Object.keys(when ?? {}))
        if (!names.has(name))
          return `a branch of the step "${id}" asks for "${name}", and no field has that name`;
  return undefined;
}

function findLostEnding(route: Route): string | undefined {
  const ways = route.steps.map((_, at) => waysOf(route, at));
  // Where a function leads cannot be known: anywhere.
  if (ways.includes(undefined)) return undefined;
  const reached = ways.flatMap((some) => some ?? []).map((way) => typeof way !== 'string' && way.end);
  const lost = Object.keys(route.endings).find((id) => !reached.includes(id));
  return lost === undefined ? undefined : `no way leads to the ending "${lost}"`;
}

import { type Route, stepsWithoutExit, waysOf } from './step-form-path.ts';

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

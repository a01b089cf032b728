import type { CommitmentEvent } from '../../events/index.ts';

/** A value of a flat property. */
export type Property = string | number | boolean;

/**
 * What every adapter says of an event, flat, in snake case: `event_id`, `event_time` (ms), `seq`, `kind`, `phase`, `grade`,
 * `ask_id`, `value`, `currency`, then the event's data under its own names (`choice`, `unique_seconds`), then `ask_placement`,
 * `moment`, `page_path`, `ladder`, `rung`, `experiment_<id>`, `segments`, `attempt`, `view_id`: where a product takes only so
 * many, the first ones stay. A key of the data that would hide one of ours, or has a name that the product keeps for itself,
 * gets `data_` before it. Nothing that a visitor typed: events hold none of it.
 */
export function propertiesOf(
  event: CommitmentEvent,
  reserved?: RegExp,
): Record<string, Property | readonly Property[]> {
  const { id, time, seq, kind, phase, grade, attempt, ask, page, ladder, value, experiments, visitor } =
    event;
  let result: Record<string, Property | readonly Property[]> = {};
  let ours: ReadonlySet<string> | undefined;
  const put = (path: string, given: unknown): void => {
    if (given === undefined || given === null) return;
    const name = ours?.has(path) || reserved?.test(path) ? `data_${path}` : path;
    if (Array.isArray(given)) {
      const items = given.filter(isProperty);
      if (items.length > 0) result[name] = items;
    } else if (typeof given === 'object')
      for (const [key, inner] of Object.entries(given)) put(`${name}_${snake(key)}`, inner);
    else if (isProperty(given)) result[name] = given;
  };
  put('event_id', id);
  put('event_time', time);
  put('seq', seq);
  put('kind', kind);
  put('phase', phase);
  put('grade', grade);
  put('ask_id', ask.id);
  put('value', value?.amount);
  put('currency', value?.currency);
  const first = result;
  result = {};
  put('ask_placement', ask.placement);
  put('moment', ask.moment);
  put('page_path', page.path);
  put('ladder', ladder?.id);
  put('rung', ladder?.rung);
  put('experiment', experiments);
  put('segments', visitor?.segments);
  put('attempt', attempt);
  put('view_id', page.viewId);
  const last = result;
  result = {};
  // A rating has a `value` too, and is no money.
  ours = new Set(Object.keys({ ...first, ...last })).add('value');
  for (const [key, given] of Object.entries(event.data)) put(snake(key), given);
  return { ...first, ...result, ...last };
}

/** Lists of single values joined by commas, for products that take single values alone. */
export function singleValues(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties))
    result[name] = Array.isArray(value) && value.every(isProperty) ? value.join(',') : value;
  return result;
}

/** Whether a value is a single one. */
export function isProperty(value: unknown): value is Property {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

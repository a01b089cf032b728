import type { CommitmentEvent } from '../../events/index.ts';

/** A value of a flat property. */
export type Property = string | number | boolean;

/**
 * What every adapter says of an event, flat, in snake case: `event_id`, `event_time` (ms), `seq`, `kind`, `phase`, `grade`,
 * `ask_id`, `value`, `currency`, then the event's data under its own names (`choice`, `unique_seconds`), then `ask_placement`,
 * `moment`, `page_path`, `ladder`, `rung`, `experiment_<id>`, `segments`, `attempt`, `view_id`: where a product takes only so
 * many, the first ones stay. A key of the data that would hide one of ours, or has a name that the product keeps for itself,
 * gets `data_` before it. `keyOf` writes a key of the data, an answer or an experiment. Nothing that a visitor typed: events hold
 * none of it.
 */
export function propertiesOf(
  event: CommitmentEvent,
  reserved?: RegExp,
  keyOf = snake,
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
      for (const [key, inner] of Object.entries(given)) put(`${name}_${keyOf(key)}`, inner);
    else if (isProperty(given)) result[name] = given;
  };
  const flat = (given: object) => {
    result = {};
    for (const [key, one] of Object.entries(given)) put(keyOf(key), one);
    return result;
  };
  const first = flat({
    event_id: id,
    event_time: time,
    seq,
    kind,
    phase,
    grade,
    ask_id: ask.id,
    value: value?.amount,
    currency: value?.currency,
  });
  const last = flat({
    ask_placement: ask.placement,
    moment: ask.moment,
    page_path: page.path,
    ladder: ladder?.id,
    rung: ladder?.rung,
    experiment: experiments,
    segments: visitor?.segments,
    attempt,
    view_id: page.viewId,
  });
  // A rating has a `value` too, and is no money.
  ours = new Set(Object.keys({ ...first, ...last })).add('value');
  return { ...first, ...flat(event.data), ...last };
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

/** A key in snake case. */
export function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

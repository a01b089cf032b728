import { isPoint } from './distance.ts';
import type {
  AnyValues,
  DistanceFacet,
  DistanceValue,
  Facet,
  FilterValues,
  RangeFacet,
  RangeValue,
  WeekDay,
} from './facets.ts';

/** What a filter can be read from: the search parameters of an address, as any framework gives them, or a form. */
export type FilterParams =
  | string
  | URLSearchParams
  | FormData
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Name of the buttons that take a filter away. Its value is a facet's name, `name:value`, or `*` for all. */
export const withoutName = 'sy-without';

/** The longest place that is read from an address. */
const longestPlace = 100;

const dayParts: readonly string[] = ['morning', 'afternoon', 'evening'];

/**
 * What a page is filtered by, as its address says. What no facet knows is left out, so anything may stand there. Pure: call
 * it on your server too.
 *
 * ```ts
 * const values = readFilter(facets, request.nextUrl.searchParams);
 * ```
 */
export function readFilter<const Facets extends readonly Facet[]>(
  facets: Facets,
  params: FilterParams,
): FilterValues<Facets> {
  const all = readerOf(params);
  const gone = all(withoutName);
  const values: Record<string, unknown> = {};
  if (!gone.includes('*'))
    for (const facet of facets) {
      const value = readFacet(facet, all, gone);
      if (value !== undefined) values[facet.name] = value;
    }
  return values as FilterValues<Facets>;
}

/**
 * Values as search parameters, such as `?days=2&days=4&price-to=80`: what {@link readFilter} reads. Parameters of your own can
 * be appended.
 */
export function writeFilter<const Facets extends readonly Facet[]>(
  facets: Facets,
  values: NoInfer<FilterValues<Facets>>,
): URLSearchParams {
  return toParams(facets, values as AnyValues);
}

/** The same, whatever the facets. */
export function toParams(facets: readonly Facet[], values: AnyValues): URLSearchParams {
  const params = new URLSearchParams();
  for (const facet of facets) {
    const { type, name } = facet;
    const value = values[name];
    if (value === undefined || value === null) continue;
    if (type === 'range') {
      const { from, to } = value as RangeValue;
      if (from !== undefined) params.append(`${name}-from`, String(from));
      if (to !== undefined) params.append(`${name}-to`, String(to));
    } else if (type === 'distance') {
      const { place, at, within } = value as DistanceValue;
      if (place) params.append(name, place);
      else if (at) params.append(`${name}-at`, `${at.latitude},${at.longitude}`);
      if (place || at) params.append(`${name}-within`, String(within));
    } else if (type === 'toggle') {
      if (value === true) params.append(name, '1');
    } else for (const one of [value].flat()) params.append(name, String(one));
  }
  return params;
}

/** Every parameter that a facet reads. */
export function paramsOf({ type, name }: Facet): readonly string[] {
  if (type === 'range') return [`${name}-from`, `${name}-to`];
  if (type === 'distance') return [name, `${name}-at`, `${name}-within`];
  return [name];
}

/** The values that a facet with fixed answers knows. */
export function choicesOf(facet: Facet): readonly string[] {
  if (facet.type === 'days') return ['1', '2', '3', '4', '5', '6', '7'];
  if (facet.type === 'times' && !facet.options) return dayParts;
  const options = 'options' in facet ? (facet.options ?? []) : [];
  return options.map((one) => (typeof one === 'string' ? one : one.value));
}

type Reader = (name: string) => readonly string[];

function readerOf(params: FilterParams): Reader {
  const given = typeof params === 'string' ? new URLSearchParams(params) : params;
  const isList = typeof given.getAll === 'function';
  return (name) => {
    const found: unknown = isList
      ? (given as URLSearchParams).getAll(name)
      : Object.hasOwn(given, name) && (given as Readonly<Record<string, unknown>>)[name];
    // A file has no place here.
    return [found].flat().filter((one) => typeof one === 'string');
  };
}

function readFacet(facet: Facet, all: Reader, gone: readonly string[]): unknown {
  const { type, name } = facet;
  if (gone.includes(name)) return undefined;
  if (type === 'range') return readRange(facet, all);
  if (type === 'distance') return readDistance(facet, all);
  const given = all(name);
  if (type === 'toggle') return given.includes('1') || undefined;
  const known = new Set(given);
  const picked = choicesOf(facet).filter((one) => known.has(one) && !gone.includes(`${name}:${one}`));
  if (type === 'choice') return picked[0];
  if (picked.length === 0) return undefined;
  return type === 'days' ? picked.map((one) => Number(one) as WeekDay) : picked;
}

function readRange({ name, min, max }: RangeFacet, all: Reader): RangeValue | undefined {
  const [a, b] = ['from', 'to'].map((end) => {
    const text = all(`${name}-${end}`)[0]?.trim();
    const number = text ? Number(text) : Number.NaN;
    return Number.isFinite(number) ? Math.min(max, Math.max(min, number)) : undefined;
  });
  // Whoever writes the larger one first means the same.
  const isSwapped = a !== undefined && b !== undefined && a > b;
  const from = isSwapped ? b : a;
  const to = isSwapped ? a : b;
  const isFrom = from !== undefined && from > min;
  const isTo = to !== undefined && to < max;
  return isFrom || isTo ? { ...(isFrom && { from }), ...(isTo && { to }) } : undefined;
}

function readDistance(facet: DistanceFacet, all: Reader): DistanceValue | undefined {
  const { name, places, within } = facet;
  const asked = Number(all(`${name}-within`)[0]);
  const reach = within.includes(asked) ? asked : (within[0] as number);
  const text = all(name)[0]?.trim().slice(0, longestPlace);
  if (places) {
    const known = places.find((one) => one.value === text);
    if (known) {
      const { value, latitude, longitude } = known;
      return { within: reach, place: value, at: { latitude, longitude } };
    }
  } else if (text) return { within: reach, place: text };
  const [, latitude, longitude] = /^(-?[\d.]{1,9}),(-?[\d.]{1,9})$/.exec(all(`${name}-at`)[0] ?? '') ?? [];
  const at = { latitude: Number(latitude), longitude: Number(longitude) };
  return isPoint(at) ? { within: reach, at } : undefined;
}

import type { AnyValues, Facet } from './facets.ts';
import { choicesOf, paramsOf } from './filter-query.ts';

/**
 * What a filter found: the offers, how many there are, or both with more. Nothing, when the page shows them on its own and
 * nobody has counted.
 */
export type FilterResults<Item> =
  | readonly Item[]
  | number
  | {
      /** The offers to show, such as a first page of them. */
      readonly items?: readonly Item[] | undefined;
      /** How many there are. Default: the length of `items`. */
      readonly count?: number | undefined;
      /** How many there are of each answer, by facet and value: `{ level: { Beginner: 4 } }`. */
      readonly counts?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
      /** How many there would be without a facet, for visitors who found nothing: `{ price: 12 }`. */
      readonly without?: Readonly<Record<string, number>> | undefined;
    }
  | void;

/** Results as the code inside reads them. */
export interface Found {
  readonly items: readonly unknown[];
  readonly count?: number | undefined;
  readonly counts?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  readonly without?: Readonly<Record<string, number>> | undefined;
}

/** Reads what a developer's function gave. Undefined when it can be no result. */
export function readFound(given: unknown): Found | undefined {
  if (given === undefined || given === null) return { items: [] };
  if (Array.isArray(given)) return { items: given, count: given.length };
  if (typeof given === 'number') return isCount(given) ? { items: [], count: given } : undefined;
  if (typeof given !== 'object') return undefined;
  const { items, count, counts, without } = given as Partial<Found>;
  // Such as the words of a server that has failed.
  if (count === undefined && !(items || counts || without)) return undefined;
  if (items !== undefined && !Array.isArray(items)) return undefined;
  if (count !== undefined && !isCount(count)) return undefined;
  return {
    items: items ?? [],
    count: count ?? items?.length,
    counts: counts ?? undefined,
    without: without ?? undefined,
  };
}

function isCount(given: unknown): boolean {
  return Number.isSafeInteger(given) && (given as number) >= 0;
}

/** One thing that is filtered by, as a chip shows it: a facet, or one of several values of it. */
export interface ActiveFilter {
  readonly facet: Facet;
  /** The one value of several; undefined where it is the whole facet. */
  readonly value?: string | undefined;
  /** What takes it away, for `sy-without`. */
  readonly key: string;
}

/** What is filtered by, in the order of the facets. */
export function activeFilters(facets: readonly Facet[], values: AnyValues): readonly ActiveFilter[] {
  return facets.flatMap((facet): readonly ActiveFilter[] => {
    const { name } = facet;
    const value = values[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [{ facet, key: name }];
    return value.map((one) => ({ facet, value: String(one), key: `${name}:${one}` }));
  });
}

/** Whether a change asks for more than before, rather than for less: it leaves something set that was not. */
export function isNarrowing(facet: string, before: AnyValues, after: AnyValues): boolean {
  const now = after[facet];
  if (now === undefined) return false;
  const was = before[facet];
  // Two values of one facet: both are lists, or neither.
  return !(Array.isArray(was) && (now as typeof was).every((one) => was.includes(one)));
}

/** The facets that can be worked with, and what is wrong with the others. */
export function checkFacets(given: readonly Facet[] | undefined): {
  readonly facets: readonly Facet[];
  readonly problem: string | true | undefined;
} {
  const taken = new Set<string>();
  let problem: string | true | undefined;
  const facets = [given ?? []].flat().filter((facet) => {
    const fault = faultOf(facet, taken);
    if (fault) problem ??= fault;
    else for (const param of paramsOf(facet)) taken.add(param);
    return !fault;
  });
  return { facets, problem };
}

const types = ['choice', 'choices', 'range', 'distance', 'days', 'times', 'toggle'] satisfies Facet['type'][];

/** What is wrong is said to developers alone. */
const isQuiet = process.env.NODE_ENV === 'production';

function faultOf(facet: Facet, taken: ReadonlySet<string>): string | true | undefined {
  if (!facet?.name || typeof facet.name !== 'string') return isQuiet || 'one has no name';
  const { type, name } = facet;
  const named = isQuiet || `"${name}"`;
  if (!types.includes(type)) return isQuiet || `${named} is of the type ${String(type)}`;
  const twice = paramsOf(facet).find((param) => taken.has(param));
  if (twice) return isQuiet || `two use the parameter "${twice}"`;
  if (type === 'range' && !(Number.isFinite(facet.min) && facet.max > facet.min && facet.max < Infinity))
    return isQuiet || `${named} goes from ${facet.min} to ${facet.max}`;
  if (type === 'distance' && !(facet.within?.length > 0)) return isQuiet || `${named} has no distances`;
  if (type === 'choice' || type === 'choices' || type === 'times') {
    const values = choicesOf(facet);
    if (values.length === 0) return isQuiet || `${named} has no options`;
    // An empty value says that it does not matter.
    if (values.includes('')) return isQuiet || `${named} has an empty option`;
    if (new Set(values).size < values.length) return isQuiet || `${named} has an option twice`;
  }
  return undefined;
}

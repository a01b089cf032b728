import type { CommitmentEvent } from '../../events/index.ts';
import { fault } from '../../internal/messages.ts';
import type { Report } from './adapter.ts';
import { type EventTable, type MappingOptions, mapEvent } from './mapping.ts';
import { type Property, propertiesOf, singleValues } from './properties.ts';

/** What a product takes. */
export interface Limits {
  /** Most properties an event may have. */
  readonly count?: number | undefined;
  /** Longest name of a property, counted like `text`. */
  readonly key?: number | undefined;
  /** Longest text of a property, in characters (UTF-16 units); a function where that depends on its name. */
  readonly text?: number | ((key: string) => number) | undefined;
  /** Cuts a text where `text` and `key` count something else, such as bytes. */
  readonly cut?: ((text: string, length: number) => string) | undefined;
  /** Whether the product takes a property of this name beside the others. */
  readonly takes?: ((key: string, properties: Readonly<Record<string, unknown>>) => boolean) | undefined;
}

/** How one product wants events. */
export interface Product {
  /** Name of the tracker, for reports. */
  readonly name: string;
  /** The product's own events for our kinds. */
  readonly table?: EventTable | undefined;
  /** Name of an event that nobody mapped. Default: its kind, and its phase if that is not `committed`. */
  readonly nameOf?: ((event: CommitmentEvent) => string) | undefined;
  /** Why the product would drop an event of this name; undefined when it takes it. */
  readonly refuses?: ((name: string) => string | undefined) | undefined;
  readonly limits?: Limits | undefined;
  /** Which of our properties go along, in this order. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Names of properties that the product keeps for itself. A key of the data that is called so gets `data_` before it. */
  readonly reserved?: RegExp | undefined;
  /** Writes a key of the data, an answer or an experiment as the product takes it. Default: in snake case. */
  readonly keyOf?: ((key: string) => string) | undefined;
  /** Lists become texts with commas; what is nested otherwise is left out, unless `takes` says that the product takes it. */
  readonly isFlat?: boolean | undefined;
}

/** An event, ready for a product. */
export interface Composed<Value = Property | readonly Property[]> {
  readonly name: string;
  readonly properties: Record<string, Value>;
}

/**
 * Makes the function that turns our events into a product's: mapped by the developer's table, else the product's, with flat
 * properties kept within its limits. Gives undefined for what is not to be sent. What a limit takes is reported (SY-1003), and
 * so is a name that the product would drop (SY-1004): never silent.
 */
export function composer(
  product: Product & { readonly isFlat: true },
  options: MappingOptions,
): (event: CommitmentEvent, report: Report) => Composed<Property> | undefined;
export function composer(
  product: Product,
  options: MappingOptions,
): (event: CommitmentEvent, report: Report) => Composed | undefined;
export function composer(product: Product, { events = {} }: MappingOptions) {
  return (event: CommitmentEvent, report: Report): Composed | undefined => {
    const mapped = mapEvent(event, events, product.table, product.nameOf);
    if (!mapped) return undefined;
    const { name } = mapped;
    const reason = product.refuses?.(name);
    if (reason) {
      report(fault(1004, product.name, name, reason));
      return undefined;
    }
    // The developer's and the product's own names first: a limit on their number cuts the others.
    const own = mapped.properties ?? {};
    const ours = propertiesOf(event, product.reserved, product.keyOf);
    const { only } = product;
    const all = {
      ...own,
      ...(only ? Object.fromEntries(only.map((key) => [key, ours[key]])) : ours),
      ...own,
    };
    const { kept, lost } = product.isFlat
      ? withinLimits(singleValues(all), { takes: isSingle, ...product.limits })
      : withinLimits(all, product.limits);
    if (lost.length > 0) report(fault(1003, product.name, name, lost.join(', ')));
    return { name, properties: kept as Record<string, Property> };
  };
}

function withinLimits(properties: Record<string, unknown>, limits: Limits = {}) {
  const { count = 255, key: longest = 255, text = 4_096, cut = cutText, takes } = limits;
  const kept: Record<string, unknown> = {};
  const lost: string[] = [];
  let room = count;
  let isCut = false;
  const shorten = (value: unknown, most: number): unknown => {
    if (Array.isArray(value)) return value.map((item) => shorten(item, most));
    if (typeof value !== 'string') return value;
    const short = cut(value, most);
    isCut ||= short !== value;
    return short;
  };
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (room <= 0 || cut(key, longest) !== key || takes?.(key, properties) === false) {
      lost.push(key);
      continue;
    }
    room--;
    isCut = false;
    kept[key] = shorten(value, typeof text === 'function' ? text(key) : text);
    if (isCut) lost.push(key);
  }
  return { kept, lost };
}

function isSingle(key: string, properties: Readonly<Record<string, unknown>>): boolean {
  return typeof properties[key] !== 'object';
}

/** Cuts a text without splitting a character. */
export function cutText(text: string, length: number): string {
  return text.length > length ? text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '') : text;
}

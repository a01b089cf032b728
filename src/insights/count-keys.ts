/** Texts by number, in the order of their first. */
export class Names {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/**
 * Places of whole numbers below 2^53, in the order of their first. A Map would keep each number that is not small as an object of
 * its own.
 */
export class Places {
  size = 0;
  #keys = new Float64Array(1_024);
  #table = new Int32Array(2_048);

  /** The place of a key, a new one if need be. */
  of(key: number): number {
    if (this.size === this.#keys.length) this.#grow();
    const at = this.#find(key);
    const known = this.#table[at] as number;
    if (known !== 0) return known - 1;
    this.#keys[this.size] = key;
    this.#table[at] = ++this.size;
    return this.size - 1;
  }

  /** The place of a key that is there; -1 for none. */
  find(key: number): number {
    return (this.#table[this.#find(key)] as number) - 1;
  }

  /** The key at a place. */
  key(place: number): number {
    return this.#keys[place] as number;
  }

  /** Where in the table a key stands, or may stand. */
  #find(key: number): number {
    const mask = this.#table.length - 1;
    let hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4_294_967_296) | 0, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let at = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const place = this.#table[at] as number;
      if (place === 0 || this.#keys[place - 1] === key) return at;
      at = (at + 1) & mask;
    }
  }

  #grow(): void {
    const keys = this.#keys;
    this.#keys = new Float64Array(keys.length * 2);
    this.#keys.set(keys);
    this.#table = new Int32Array(keys.length * 4);
    for (let place = 0; place < this.size; place++)
      this.#table[this.#find(keys[place] as number)] = place + 1;
  }
}

/** By code units, as every table is sorted. */
export const compareTexts = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

/** The numbers of texts in the order of the texts, and the rank of each number. */
export function rank(names: readonly string[]): {
  readonly order: readonly number[];
  readonly rankOf: readonly number[];
} {
  const order = [...names.keys()].sort((one, two) => compareTexts(names[one] ?? '', names[two] ?? ''));
  const rankOf: number[] = new Array(names.length).fill(0);
  for (const [at, number] of order.entries()) rankOf[number] = at;
  return { order, rankOf };
}

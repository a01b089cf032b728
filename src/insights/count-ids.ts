/** 255 for what is no hexadecimal digit. */
const digits = new Uint8Array(128).fill(255);
for (const [value, letter] of [...'0123456789abcdef'].entries()) {
  digits[letter.charCodeAt(0)] = value;
  digits[letter.toUpperCase().charCodeAt(0)] = value;
}

/** A set of ids. Those of the kit, UUIDs, take 16 bytes of a table each: a million texts would be as large as all else. */
export class IdSet {
  #slots = 1_024;
  #words = new Uint32Array(4 * 1_024);
  #size = 0;
  readonly #parsed = new Uint32Array(4);
  readonly #others = new Set<string>();

  /** False when it is in already. */
  add(id: string): boolean {
    if (!this.#parse(id)) {
      const { size } = this.#others;
      return this.#others.add(id).size > size;
    }
    if (this.#size * 2 > this.#slots) this.#grow();
    const [a, b, c, d] = this.#parsed as unknown as readonly [number, number, number, number];
    return this.#insert(a, b, c, d);
  }

  #insert(a: number, b: number, c: number, d: number): boolean {
    const words = this.#words;
    let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 13) ^ d, 0x27d4eb2f);
    let slot = (hash ^ (hash >>> 16)) & (this.#slots - 1);
    for (;;) {
      const at = slot * 4;
      if (words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0) {
        words[at] = a;
        words[at + 1] = b;
        words[at + 2] = c;
        words[at + 3] = d;
        this.#size++;
        return true;
      }
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return false;
      slot = (slot + 1) & (this.#slots - 1);
    }
  }

  #grow(): void {
    const old = this.#words;
    this.#slots *= 2;
    this.#size = 0;
    this.#words = new Uint32Array(4 * this.#slots);
    for (let at = 0; at < old.length; at += 4) {
      const [a, b, c, d] = [old[at], old[at + 1], old[at + 2], old[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      if (a !== 0 || b !== 0 || c !== 0 || d !== 0) this.#insert(a, b, c, d);
    }
  }

  /** The four words of a UUID; false for any other text, and for the one UUID that stands for a free place. */
  #parse(id: string): boolean {
    if (id.length !== 36) return false;
    const parsed = this.#parsed;
    let word = 0;
    let count = 0;
    let any = 0;
    for (let at = 0; at < 36; at++) {
      const code = id.charCodeAt(at);
      if (at === 8 || at === 13 || at === 18 || at === 23) {
        if (code !== 45) return false;
        continue;
      }
      const digit = code < 128 ? (digits[code] as number) : 255;
      if (digit === 255) return false;
      word = (word << 4) | digit;
      if ((++count & 7) === 0) {
        parsed[(count >> 3) - 1] = word;
        any |= word;
        word = 0;
      }
    }
    return any !== 0;
  }
}

import { uuid } from 'smallyes/events';
import { describe, expect, it } from 'vitest';
import { IdSet } from '../../../src/server/writers/ndjson/id-set.ts';
import { createRandom } from '../../events/random.ts';

describe('IdSet', () => {
  it('agrees with a set of texts over thousands of ids, as it grows', () => {
    const random = createRandom(3);
    const hex = (length: number) => Array.from({ length }, () => random.below(16).toString(16)).join('');
    const some = () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
    const [own, known] = [new IdSet(), new Set<string>()];
    const pool = Array.from({ length: 20_000 }, some);
    for (let round = 0; round < 30_000; round++) {
      const id = random.pick(pool);
      if (own.has(id) !== known.has(id)) expect.fail(id);
      own.add(id);
      known.add(id);
    }
    expect(own.size).toBe(known.size);
    for (const id of pool) if (own.has(id) !== known.has(id)) expect.fail(id);
  });

  it('tells apart ids that differ in one digit, wherever it is', () => {
    const id = '019bb19c-c540-7000-8000-00000000000a';
    const set = new IdSet();
    set.add(id);
    for (let at = 0; at < id.length; at++) {
      if (id[at] === '-' || at === 14) continue;
      const other = `${id.slice(0, at)}${id[at] === 'b' ? 'c' : 'b'}${id.slice(at + 1)}`;
      expect(set.has(other), other).toBe(false);
    }
    expect(set.has(id.toUpperCase())).toBe(true);
  });

  it('tells apart ids that share three of their four parts, however close they land', () => {
    const parts = ['019bb19c', 'c5407000', '80000000', '0000000a'];
    const idOf = (words: readonly string[]) =>
      words.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    for (let part = 0; part < 4; part++) {
      const at = (n: number) =>
        idOf(
          parts.map((word, index) =>
            index === part ? (Number.parseInt(word, 16) + n).toString(16).padStart(8, '0') : word,
          ),
        );
      const set = new IdSet();
      for (let n = 0; n < 700; n++) set.add(at(n));
      expect(set.size).toBe(700);
      for (let n = 700; n < 3_000; n++) if (set.has(at(n))) expect.fail(at(n));
    }
  });

  it('takes ids in the order in which a browser makes them', () => {
    const set = new IdSet();
    const ids = Array.from({ length: 5_000 }, () => uuid());
    for (const id of ids) set.add(id);
    expect(set.size).toBe(5_000);
    expect(ids.every((id) => set.has(id))).toBe(true);
  });
});

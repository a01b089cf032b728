import { uuid } from 'smallyes/events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const layout = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('uuid', () => {
  beforeEach(() => {
    // Ids rise for as long as a tab lives: each test begins with a tab of its own.
    Reflect.deleteProperty(globalThis, Symbol.for('smallyes.tab'));
  });

  it('has the layout of version 7 and carries the time', () => {
    const id = uuid(Date.UTC(2026, 0, 1));
    expect(id).toMatch(layout);
    expect(timeOf(id)).toBe(Date.UTC(2026, 0, 1));
    expect(timeOf(uuid())).toBeCloseTo(Date.now(), -3);
  });

  it('rises and never repeats over 10,000 ids, while the clock stands still', () => {
    const ids = Array.from({ length: 10_000 }, () => uuid(1_000_000));
    expect(new Set(ids).size).toBe(10_000);
    expect(ids).toEqual([...ids].sort());
    for (const id of ids) expect(id).toMatch(layout);
  });

  it('rises when the clock goes back', () => {
    const ids = [2_000, 1_999, 1_000, 1, 2_001].map((now) => uuid(now));
    expect(ids).toEqual([...ids].sort());
    expect(ids.map(timeOf)).toEqual([2_000, 2_000, 2_000, 2_000, 2_001]);
  });

  it('borrows from the next millisecond when the counter is full', () => {
    const ids = Array.from({ length: 0x1000 + 1 }, () => uuid(5_000));
    expect(ids).toEqual([...ids].sort());
    expect(timeOf(ids[0]!)).toBe(5_000);
    expect(timeOf(ids.at(-1)!)).toBe(5_001);
  });

  it('differs from tab to tab within one millisecond', () => {
    const first = uuid(7_000);
    Reflect.deleteProperty(globalThis, Symbol.for('smallyes.tab'));
    expect(uuid(7_000)).not.toBe(first);
  });

  it('is shared by two copies of the kit in one tab', async () => {
    const ours = uuid(11_000);
    vi.resetModules();
    const other: typeof import('smallyes/events') = await import('smallyes/events');
    expect(other.uuid).not.toBe(uuid);
    const ids = [ours, other.uuid(11_000), uuid(11_000), other.uuid(10_000), uuid(10_000)];
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

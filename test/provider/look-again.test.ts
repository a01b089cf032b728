// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { createHub } from '../../src/provider/hub.ts';
import { lookAgain } from '../../src/provider/look-again.ts';

beforeEach(() => {
  localStorage.clear();
});

/** A provider with this word on storage, and one inside it with its own. */
function site(functional?: boolean) {
  const outer = createHub();
  const say = (functional: boolean | undefined) => {
    outer.set({ consent: { functional } });
    outer.update();
  };
  say(functional);
  const inner = createHub(outer);
  inner.set({ consent: { functional: true } });
  inner.update();
  return { inner, say };
}

it('looks once where storage may be read already', () => {
  const { inner, say } = site(true);
  const look = vi.fn();
  expect(lookAgain(inner, look)).toBeUndefined();
  say(false);
  say(true);
  expect(look).toHaveBeenCalledTimes(1);
});

it('looks once more when the outermost provider may, whatever one inside it says', () => {
  localStorage.setItem('smallyes:a', 'earlier');
  const { inner, say } = site();
  const seen: (string | null)[] = [];
  lookAgain(inner, () => seen.push(inner.site.memory.get('a')));
  inner.site.visit.setSegments(['b2b']);
  expect(seen).toEqual([null]);
  say(true);
  expect(seen).toEqual([null, 'earlier']);
  inner.site.visit.setSegments(['b2c']);
  say(undefined);
  say(true);
  expect(seen).toHaveLength(2);
});

it('looks no more once it is stopped', () => {
  const { inner, say } = site();
  const look = vi.fn();
  lookAgain(inner, look)?.();
  say(true);
  expect(look).toHaveBeenCalledTimes(1);
});

import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type LadderHandle, useLadder } from '../../src/guidance/index.ts';
// Here already when a spot asks for it, so that only the clock decides.
import { watchPassed } from '../../src/guidance/watch-passed.ts';
import type { Guide } from '../../src/ladder/ladder.ts';
import type { Hub } from '../../src/provider/hub.ts';
import { asksIn, path, press, Spot } from './spot.support.tsx';

let handle: LadderHandle;
function Look() {
  handle = useLadder();
  return null;
}

const frames = async () => {
  for (let i = 0; i < 3; i++)
    await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
};
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
const scroll = async (to: number) => {
  scrollTo(0, to);
  await frames();
};

/** A long page with the first spot on top, one after two windows and one at the end. */
async function show({ spots = ['top', 'middle', 'end'], seen = true } = {}) {
  const recorder = createRecorder();
  const view = render(
    <StrictMode>
      <recorder.Provider ladder={path}>
        {spots.map((name) => (
          <div key={name} style={{ minHeight: 1_600 }}>
            <Spot name={name} />
          </div>
        ))}
        <Look />
      </recorder.Provider>
    </StrictMode>,
  );
  await frames();
  if (seen) await pass(1_000);
  expect(recorder.phases('hurdle')).toEqual(seen ? ['poll.vote seen'] : []);
  expect(asksIn('top')).toEqual(['hurdle']);
  return { ...view, recorder };
}

beforeEach(async () => {
  await page.viewport(800, 600);
  localStorage.clear();
  vi.useFakeTimers({
    now: Date.UTC(2026, 5, 1, 12),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'],
  });
});
afterEach(async () => {
  Reflect.deleteProperty(document, 'hidden');
  vi.useRealTimers();
  scrollTo(0, 0);
  await page.viewport(800, 900);
});

describe('an open ask', () => {
  it('gives way once it was seen and a window away for five seconds, and stays where it stands', async () => {
    await show();
    await scroll(1_500);
    await pass(4_999);
    expect(asksIn('middle')).toEqual([]);
    await pass(1);
    expect(asksIn('top')).toEqual(['hurdle']);
    expect(asksIn('middle')).toEqual(['article']);
    expect(handle.progress.find(({ state }) => state === 'current')?.ask).toBe('article');
    await scroll(0);
    press('yes to hurdle');
    expect(asksIn('top')).toEqual(['hurdle']);
    expect(asksIn('middle')).toEqual(['article']);
  });

  it('gives way as well where a watch of the same spot has ended last, as StrictMode may have it', async () => {
    const element = document.body.appendChild(document.createElement('p'));
    const rest = document.body.appendChild(document.createElement('div'));
    rest.style.height = '4000px';
    onTestFinished(() => {
      element.remove();
      rest.remove();
    });
    const showings = new Map([
      ['top', { ask: 'hurdle' }],
      ['end', {}],
    ]);
    const passed = vi.fn();
    const guide = { state: () => ({ showings }), pass: passed } as unknown as Guide;
    const attempt = { passed: new Set(['seen']) };
    const asks = new Map([['', { ask: { id: 'hurdle' }, attempt }]]) as unknown as Hub['site']['asks'];
    const watch = () => watchPassed(guide, { asks } as Hub['site'], 'top', element)!;
    const first = watch();
    const stop = watch();
    first();
    await frames();
    await scroll(1_500);
    await pass(5_000);
    expect(passed).toHaveBeenCalledExactlyOnceWith(['top']);
    stop();
  });

  it('lets the next one open in no spot that was left behind as well: no window shows both', async () => {
    await show();
    await scroll(2_700);
    await pass(5_000);
    expect([asksIn('top'), asksIn('middle'), asksIn('end')]).toEqual([['hurdle'], [], ['article']]);
  });

  it('stays the open one while it is less than a window away', async () => {
    await show();
    await scroll(1_500);
    await pass(4_000);
    await scroll(500);
    await pass(60_000);
    expect(asksIn('middle')).toEqual([]);
  });

  it('stays the open one for who comes back within five seconds', async () => {
    await show();
    await scroll(1_500);
    await pass(4_000);
    await scroll(0);
    await pass(10_000);
    expect(asksIn('middle')).toEqual([]);
  });

  it('stays the open one while nobody has seen it', async () => {
    await show({ seen: false });
    await scroll(1_500);
    await pass(60_000);
    expect(asksIn('middle')).toEqual([]);
  });

  it('keeps its place once it was begun with', async () => {
    await show();
    press('further in hurdle');
    await scroll(1_500);
    await pass(60_000);
    expect(asksIn('middle')).toEqual([]);
    expect(asksIn('top')).toEqual(['hurdle']);
  });

  it('stays the open one where no other spot is left', async () => {
    await show({ spots: ['top', 'middle'] });
    await scroll(2_400);
    await pass(5_000);
    expect([asksIn('top'), asksIn('middle')]).toEqual([['hurdle'], []]);
    expect(handle.explain('article').rules.filter(({ holds }) => !holds)).toMatchObject([
      { rule: 'order', other: 'hurdle' },
      { rule: 'one-at-a-time', other: 'hurdle' },
    ]);
  });

  it('loses no time while the page is in the background', async () => {
    await show();
    await scroll(1_500);
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    await pass(60_000);
    expect(asksIn('middle')).toEqual([]);
    Reflect.deleteProperty(document, 'hidden');
    await pass(5_000);
    expect(asksIn('middle')).toEqual(['article']);
  });

  it('is watched no more when its spot goes', async () => {
    const { unmount } = await show();
    await scroll(1_500);
    unmount();
    await frames();
    expect(vi.getTimerCount()).toBe(0);
  });
});

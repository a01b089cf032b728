import { useLayoutEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asksIn, path, Spot } from './spot.support.tsx';

let root: Root;
let container: HTMLElement;

beforeEach(() => {
  localStorage.clear();
  container = document.createElement('div');
  document.body.append(container);
  root = createRoot(container);
});
afterEach(() => {
  root.unmount();
  container.remove();
});

/** Calls back after the commit and what it has caused at once, before anything is painted. */
function Committed({ then }: { then: () => void }) {
  useLayoutEffect(() => queueMicrotask(() => queueMicrotask(then)), [then]);
  return null;
}

// As a visitor's browser does it: without act(), which would run what comes after the paint as well.
it('a spot has its ask in the first paint of a page that no server rendered', async () => {
  const recorder = createRecorder();
  const first = await new Promise<string[]>((resolve) => {
    root.render(
      <>
        <recorder.Provider ladder={path}>
          <Spot />
        </recorder.Provider>
        <Committed then={() => resolve(asksIn())} />
      </>,
    );
  });
  expect(first).toEqual(['hurdle']);
});

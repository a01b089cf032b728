import { createRoot, type Root } from 'react-dom/client';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defineExperiment } from '../../src/ladder/experiment.ts';
import { exposuresIn, Form, form, visitorIn, wasHere } from './variant.support.tsx';

let root: Root | undefined;

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** What stood on the screen in each of the next frames, from the first one that had anything. */
async function frames(container: Element, count = 10): Promise<string[]> {
  const seen: string[] = [];
  for (let tries = 0; seen.length < count && tries < 100; tries++) {
    await new Promise(requestAnimationFrame);
    if (container.textContent) seen.push(container.textContent);
  }
  return seen;
}

it('is on the screen in the first frame, for a visitor whom only this browser knows', async () => {
  wasHere(visitorIn(form, 'short'));
  const recorder = createRecorder({ keepMemory: true });
  const container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
  root.render(
    <recorder.Provider>
      <Form />
    </recorder.Provider>,
  );
  expect(new Set(await frames(container))).toEqual(new Set(['short']));
  expect(exposuresIn(recorder.events)).toEqual(['form-length short']);
});

it('does not flicker when a flag comes late', async () => {
  let flag: string | undefined;
  const flagged = defineExperiment({ id: 'flagged', variants: { long: 1, short: 1 }, assign: () => flag });
  const recorder = createRecorder();
  const container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
  const page = (
    <recorder.Provider>
      <Form experiment={flagged} />
    </recorder.Provider>
  );
  root.render(page);
  const before = await frames(container, 3);
  flag = 'short';
  root.render(<recorder.Provider>{<Form experiment={flagged} />}</recorder.Provider>);
  expect(new Set([...before, ...(await frames(container))])).toEqual(new Set(['long']));
  expect(exposuresIn(recorder.events)).toEqual([]);
});

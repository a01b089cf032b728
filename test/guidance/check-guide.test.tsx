// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { defineExperiment, defineLadder, type Ladder } from '../../src/ladder/index.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { Spot } from './spot.support.tsx';

const define = (variant?: Record<string, string | readonly string[]>, id = 'tested') =>
  defineLadder({
    id,
    goal: 'quote',
    rungs: [
      { ask: 'hurdle', kind: 'poll.vote' },
      { ask: 'quote', kind: 'reactions.react', ...(variant && { when: { variant } }) },
    ],
  });

function show(ladder: Ladder, strict = true) {
  const { Provider } = createRecorder({ keepMemory: true });
  const page = (given: Ladder) => (
    <Provider ladder={given}>
      <Spot />
    </Provider>
  );
  const view = render(page(ladder), { reactStrictMode: strict });
  return { ...view, give: (next: Ladder) => view.rerender(page(next)) };
}
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
  defineExperiment({ id: 'form-length', variants: { long: 1, short: 1 } });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells of a condition on an experiment that nobody has defined, after half a minute', async () => {
  show(define({ 'form-lenght': 'short' }));
  await pass(29_999);
  expectConsole('warn', /SY-1222 .*"quote" is on the experiment "form-lenght", .*Known here: .*form-length/);
  await pass(1);
  expect(consoleOutput()).toHaveLength(1);
});

it('tells of a variant that the experiment does not have', async () => {
  show(define({ 'form-length': ['long', 'shrot'] }));
  expectConsole(
    'warn',
    /SY-1222 .*the variant "shrot", which "form-length" does not have.*Known here: long, short/,
  );
  await pass(30_000);
  expect(consoleOutput()).toHaveLength(1);
});

it('is silent about experiments that are defined, or that the visitor was exposed to on another page', async () => {
  const elsewhere = { v: 1, s: 0, t: [], a: {}, e: { elsewhere: 'blue' } };
  localStorage.setItem('smallyes:ladder:tested', JSON.stringify(elsewhere));
  show(define({ 'form-length': ['short', 'holdout'], elsewhere: 'blue' }));
  await pass(60_000);
});

it('is silent when the spot goes before', async () => {
  const { unmount } = show(define({ unheard: 'of' }));
  unmount();
  await pass(60_000);
});

it('tells of a ladder that a component defines anew with each render', () => {
  const { give } = show(define());
  expectConsole('warn', /SY-1223 .*"tested" .*outside of components/);
  give(define());
  give(define());
  expect(consoleOutput()).toHaveLength(1);
});

it('is silent about a ladder whose file was edited elsewhere while the page was open', async () => {
  const { give } = show(define());
  const again = define();
  // The bundler runs the file first, and React renders what came of it later.
  await pass(20);
  give(again);
});

it('is silent about a ladder that was edited, one of another id, and the same one again', () => {
  const first = define();
  const { give } = show(first);
  give(first);
  give(define({ 'form-length': 'long' }));
  give(define(undefined, 'other'));
});

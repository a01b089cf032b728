// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { createStepHistory } from '../../src/internal/step-history.ts';

const here = { at: 0, turn: 0 };
const make = (ask: string, went: unknown[] = [], isOn = true) =>
  createStepHistory(
    () => ({ ask, isOn }),
    () => here,
    () => false,
    (mark) => went.push(mark),
  );

it('knows the entries of a page that was open while the site got a newer build of the kit', () => {
  // Who had made an entry did not stand in it yet.
  const mark = { at: 2, turn: 0, n: 2 };
  history.replaceState({ 'smallyes:quiz|c': mark }, '');
  const went: unknown[] = [];
  const steps = make('quiz|c', went);
  expect(steps.mark()).toEqual(mark);
  steps.listen();
  dispatchEvent(new PopStateEvent('popstate', { state: { 'smallyes:quiz|c': { ...mark, at: 1, n: 1 } } }));
  steps.stop();
  expect(went).toEqual([{ at: 1, turn: 0, n: 1 }]);
});

it('takes no step of another ask for its own, nor an entry that is nobody’s', () => {
  history.replaceState({ router: 7 }, '');
  const [one, other] = [make('quiz|c'), make('quiz|r')];
  expect(one.mark()).toBeUndefined();
  one.before();
  one.push();
  expect(one.mark()).toMatchObject({ n: 1 });
  other.before();
  other.push();
  expect(other.mark()).toMatchObject({ n: 1 });
  expect(one.mark()).toBeUndefined();
});

it('leaves the history alone where the page wants that, also what an earlier page has put there', () => {
  const state = { 'smallyes:quiz|c': { at: 2, turn: 0, n: 2 } };
  history.replaceState(state, '');
  const went: unknown[] = [];
  const steps = make('quiz|c', went, false);
  const { length } = history;
  steps.listen();
  expect(steps.mark()).toBeUndefined();
  expect(steps.back()).toBe(false);
  steps.before();
  steps.push();
  steps.replace();
  dispatchEvent(new PopStateEvent('popstate', { state }));
  steps.stop();
  expect([history.length, history.state, went]).toEqual([length, state, []]);
});

it('goes on without an entry where the browser takes no more of them', () => {
  history.replaceState(null, '');
  const steps = make('quiz|c');
  steps.before();
  vi.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('100 times per 30 seconds', 'SecurityError');
  });
  steps.push();
  expect(steps.mark()).toMatchObject({ n: 0 });
});

it('goes on back where the entry before is the place where the visitor is, and never so by Forward', () => {
  history.replaceState(null, '');
  const went: unknown[] = [];
  const steps = make('quiz|c', went);
  const back = vi.spyOn(history, 'back').mockImplementation(() => {});
  steps.listen();
  steps.before();
  steps.push();
  steps.push();
  const come = (n: number) => {
    back.mockClear();
    history.replaceState({ ...history.state, 'smallyes:quiz|c': { ...here, n } }, '');
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    return back.mock.calls.length;
  };
  expect([come(1), come(0), come(1), come(2)]).toEqual([1, 0, 0, 0]);
  steps.stop();
  expect(went).toEqual([]);
});

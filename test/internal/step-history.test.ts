// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createStepHistory } from '../../src/internal/step-history.ts';

const here = { at: 0, turn: 0 };
const make = (ask: string, went: unknown[] = []) =>
  createStepHistory(
    () => ({ ask, isOn: true }),
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

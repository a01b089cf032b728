import { beforeEach, expect, it, vi } from 'vitest';
import { createGuide } from '../../src/ladder/create-guide.ts';
import { decide } from '../../src/ladder/decide.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import { act, openPage } from './guide-page.ts';

vi.mock('../../src/ladder/decide.ts', { spy: true });

const ladder = defineLadder({
  id: 'cost',
  goal: 'c',
  rungs: [
    { ask: 'a', kind: 'poll.vote' },
    { ask: 'b', kind: 'star-rating.rate' },
    { ask: 'c', kind: 'reactions.react' },
  ],
});

function open() {
  const guide = createGuide(ladder, openPage().host);
  guide.start();
  return guide;
}
/** How many decisions something costs. */
function decisionsOf(run: () => void): number {
  vi.mocked(decide).mockClear();
  run();
  return vi.mocked(decide).mock.calls.length;
}

beforeEach(() => {
  vi.mocked(decide).mockClear();
});

it('an event costs one decision where nothing is shown, and none when nothing has changed since', () => {
  const guide = open();
  expect(decisionsOf(() => act(guide, 'a', 'seen'))).toBe(1);
  expect(decisionsOf(() => act(guide, 'a', 'committed'))).toBe(1);
  expect(decisionsOf(() => act(guide, 'a', 'progressed'))).toBe(1);
  expect(decisionsOf(() => act(guide, 'a', 'progressed'))).toBe(0);
  expect(decisionsOf(() => act(guide, 'elsewhere', 'progressed'))).toBe(0);
});

it('an event costs two where an ask stands', () => {
  const guide = open();
  guide.offer({ key: 's', asks: undefined });
  expect(decisionsOf(() => act(guide, 'a', 'seen'))).toBe(2);
});

it('who asks later gets what has come of it, and is told of what comes after that alone', () => {
  const guide = open();
  act(guide, 'a', 'committed');
  const hear = vi.fn(() => guide.state());
  guide.subscribe(hear);
  const state = guide.state();
  expect(state).toMatchObject({ decision: { next: 'b' }, history: { asks: { a: {} } } });
  expect(guide.state()).toBe(state);
  expect(hear).not.toHaveBeenCalled();
  act(guide, 'b', 'committed');
  expect(hear).toHaveBeenCalledTimes(1);
  expect(hear.mock.results[0]?.value).toMatchObject({ decision: { next: 'c' } });
});

import { describe, expect, it } from 'vitest';
import {
  arriveOn,
  type ChallengeBook,
  dayOf,
  emptyBook,
  joinBooks,
  parseDay,
  readBook,
  tickTask,
  writeBook,
} from '../../src/components/challenge/challenge-book.ts';
import { doneTasks, viewTasks } from '../../src/components/challenge/challenge-state.ts';
import { createRandom } from '../events/random.ts';

const tasks = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() }));
const book = (more: Partial<ChallengeBook>): ChallengeBook => ({ ...emptyBook, ...more });

describe('a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['2026-01-07', 20_460],
    ['2026-02-31', undefined],
    ['2026-1-7', undefined],
    ['2026-01-07T10:00', undefined],
    ['tomorrow', undefined],
    [undefined, undefined],
    [20_460, undefined],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it('is the one of the calendar where the visitor is, late in the evening as well', () => {
    const days = [0, 1, 12, 23].map((hour) => dayOf(new Date(2026, 9, 25, hour, 59)));
    expect(new Set(days)).toEqual(new Set([parseDay('2026-10-25')]));
  });
});

describe('the tasks', () => {
  const daily = { tasks, unlock: 'daily' as const, start: undefined };
  const states = (...view: Parameters<typeof viewTasks>) =>
    viewTasks(...view).map(({ state, wait }) => (wait === undefined ? state : `${state} ${wait}`));

  it('are all open, unless told otherwise', () => {
    expect(states({ ...daily, unlock: undefined }, [], emptyBook, 100)).toEqual(['open', 'open', 'open']);
    expect(states({ ...daily, unlock: 'weekly' as never }, [], emptyBook, 100)).toEqual([
      'open',
      'open',
      'open',
    ]);
  });

  it('open one a day from the first visit', () => {
    expect(states(daily, [], emptyBook, 100)).toEqual(['open', 'locked 1', 'locked 2']);
    expect(states(daily, ['a'], book({ start: 100 }), 101)).toEqual(['done', 'open', 'locked 1']);
    expect(states(daily, [], book({ start: 100 }), 500)).toEqual(['open', 'open', 'open']);
  });

  it('are those of the first day while nobody knows the day', () => {
    expect(states(daily, [], emptyBook, undefined)).toEqual(['open', 'locked', 'locked']);
    expect(states({ ...daily, start: '2026-01-07' }, [], emptyBook, undefined)).toEqual([
      'open',
      'locked',
      'locked',
    ]);
  });

  it('open by a fixed first day, whatever the device remembers', () => {
    const day = parseDay('2026-01-07')!;
    const fixed = { ...daily, start: '2026-01-07' };
    expect(states(fixed, [], book({ start: day - 50, reached: 51 }), day)).toEqual([
      'open',
      'locked 1',
      'locked 2',
    ]);
    expect(states(fixed, [], emptyBook, day - 2)).toEqual(['locked 2', 'locked 3', 'locked 4']);
  });

  it('take a day of their own before the rule', () => {
    const own = { ...daily, tasks: [tasks[0]!, { ...tasks[1]!, day: 1 }, { ...tasks[2]!, day: 7.5 }] };
    expect(states(own, [], emptyBook, 100)).toEqual(['open', 'open', 'locked 6']);
    const odd = {
      ...daily,
      tasks: [
        { ...tasks[0]!, day: -3 },
        { ...tasks[1]!, day: Number.NaN },
      ],
    };
    expect(states(odd, [], emptyBook, 100)).toEqual(['open', 'locked 1']);
  });

  it('stay open and done under a clock that was set back', () => {
    const later = arriveOn(book({ start: 100 }), 101);
    expect(states(daily, ['c'], later, 40)).toEqual(['open', 'open', 'done']);
  });

  it('begin anew where the first day was written by a clock that was ahead', () => {
    const ahead = arriveOn(emptyBook, 9_000);
    expect(states(daily, [], arriveOn(ahead, 100), 101)).toEqual(['open', 'open', 'locked 1']);
  });

  it('that are done are known ones, in their order; the page’s own word goes before', () => {
    expect(doneTasks(tasks, ['c', 'gone', 'a'], emptyBook)).toEqual(['a', 'c']);
    expect(doneTasks(tasks, ['c'], tickTask(emptyBook, 'c', false, 5))).toEqual([]);
    expect(doneTasks(tasks, [], tickTask(emptyBook, 'b', true, 5))).toEqual(['b']);
  });
});

describe('the book', () => {
  it('keeps the later word of two, by a clock that was set back as well', () => {
    const ticked = tickTask(emptyBook, 'a', true, 1_000);
    const back = tickTask(ticked, 'a', false, 10);
    for (const both of [joinBooks(ticked, back), joinBooks(back, ticked)])
      expect(both.ticks.get('a')).toEqual([1_001, false]);
  });

  it('forgets what was before it was begun anew', () => {
    const old = tickTask(book({ start: 3, reached: 9 }), 'a', true, 1_000);
    const anew = book({ run: 1, start: 12 });
    expect(joinBooks(old, anew)).toBe(anew);
    expect(joinBooks(anew, old)).toBe(anew);
  });

  it('joins the same in any order, and as often as you like', () => {
    const random = createRandom(7);
    const pick = (most: number) => Math.floor(random.next() * most);
    const any = () =>
      Array.from({ length: pick(5) }).reduce<ChallengeBook>(
        (one) => tickTask(one, 'abc'[pick(3)]!, pick(2) === 1, pick(4)),
        book({ run: pick(2), reached: 1 + pick(5), start: pick(2) ? pick(9) : undefined }),
      );
    for (let round = 0; round < 300; round++) {
      const [a, b, c] = [any(), any(), any()];
      const text = writeBook(joinBooks(joinBooks(a, b), c));
      expect(writeBook(joinBooks(a, joinBooks(b, c)))).toBe(text);
      expect(writeBook(joinBooks(c, joinBooks(b, a)))).toBe(text);
      expect(writeBook(joinBooks(readBook(text), b))).toBe(text);
    }
  });

  it.each([
    [null],
    [''],
    ['{'],
    ['[]'],
    ['null'],
    ['{"v":2,"start":3}'],
    ['{"v":1}'],
    ['{"v":1,"run":"x","start":null,"reached":-4,"ticks":{"a":1}}'],
    ['{"v":1,"ticks":[null,["a"],["a","b",true],[1,2,true],["a",1.5,true],["a",2,1]]}'],
  ])('takes %s for nothing', (text) => {
    expect(writeBook(readBook(text))).toBe(writeBook(emptyBook));
  });

  it('knows no task because every object has such a member', () => {
    const odd = ['toString', '__proto__'].map((id) => ({ id, title: id }));
    expect(doneTasks(odd, [], readBook('{"v":1,"ticks":[]}'))).toEqual([]);
    const ticked = readBook(writeBook(tickTask(emptyBook, '__proto__', true, 1)));
    expect(doneTasks(odd, [], ticked)).toEqual(['__proto__']);
  });
});

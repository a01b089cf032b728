import { compareTexts, Names, Places, rank } from './count-keys.ts';
import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import { END, GOAL, type NextCount, type PathCount, START, type TransitionCount } from './counts.ts';
import type { Question } from './question.ts';

/** What followed what: transitions, paths and next yeses. Made when all actions are known. */
export class MoveTally {
  readonly #log: Log;
  readonly #question: Question;
  /** The actions, then START, GOAL and END. */
  readonly #names: readonly string[];
  readonly #start: number;
  readonly #goal: number;
  readonly #end: number;
  readonly #groups = new Names();
  readonly #moves = new Places();
  readonly #moved: number[] = [];
  /** Paths as ways from the root of a tree: a place and one more is the number of a node, 0 the root. */
  readonly #paths = new Places();
  readonly #walked: { n: number; converted: number }[] = [];
  readonly #nexts = new Places();
  readonly #next: { n: number; converted: number; grade: number; latest: number }[] = [];

  constructor(log: Log, question: Question) {
    this.#log = log;
    this.#question = question;
    const actions = log.spots.actions.list;
    this.#names = [...actions, START, GOAL, END];
    this.#start = actions.length;
    this.#goal = actions.length + 1;
    this.#end = actions.length + 2;
  }

  add(walk: Walk): void {
    const { unit, yeses, goal, action } = walk;
    if (yeses === 0) return;
    const group = this.#groups.of((this.#log.units.list[unit] as string).slice(-2));
    const { pathLength } = this.#question;
    const end = goal < 0 ? yeses : goal;
    let from = this.#start;
    let node = 0;
    for (let at = 0; at <= end; at++) {
      const isOver = at === end;
      const to = !isOver ? (action[at] as number) : goal < 0 ? this.#end : this.#goal;
      this.#move(group, from, to);
      if (at < pathLength && to !== this.#end) node = this.#paths.of(node * this.#names.length + to) + 1;
      if (!isOver) this.#follow(walk, at, from);
      from = to;
    }
    const path = (this.#walked[node] ??= { n: 0, converted: 0 });
    path.n++;
    if (goal >= 0) path.converted++;
  }

  transitions(): TransitionCount[] {
    const [groups, names] = [this.#groups.list, this.#names];
    const [byGroup, byName] = [rank(groups), rank(names)];
    const size = names.length;
    // Sorted as numbers, because there may be hundreds of thousands.
    const sorted = Float64Array.from({ length: this.#moves.size }, (_, place) => {
      const [group, from, to] = this.#parts(this.#moves.key(place));
      return (
        ((byGroup.rankOf[group] as number) * size + (byName.rankOf[from] as number)) * size +
        (byName.rankOf[to] as number)
      );
    }).sort();
    return Array.from(sorted, (key) => {
      const ranks = this.#parts(key);
      const group = byGroup.order[ranks[0]] as number;
      const from = byName.order[ranks[1]] as number;
      const to = byName.order[ranks[2]] as number;
      return {
        group: groups[group] as string,
        from: names[from] as string,
        to: names[to] as string,
        n: this.#moved[this.#moves.of((group * size + from) * size + to)] as number,
      };
    });
  }

  paths(): PathCount[] {
    const most = this.#question.paths;
    // Where nobody's path ends there is no item, which flatMap passes over.
    const walked = this.#walked.flatMap((one, node) => ({ node, ...one })).sort((one, two) => two.n - one.n);
    // Only those that may be among the most walked need their names.
    const least = walked[most - 1]?.n ?? 0;
    const named = walked
      .filter(({ n }) => n >= least)
      .map(({ node, n, converted }) => ({ path: this.#pathTo(node), n, converted }))
      .sort((one, two) => two.n - one.n || comparePaths(one.path, two.path))
      .slice(0, most);
    if (walked.length <= most) return named;
    const rest = (key: 'n' | 'converted') =>
      walked.reduce((sum, one) => sum + one[key], 0) - named.reduce((sum, one) => sum + one[key], 0);
    return [...named, { path: [], n: rest('n'), converted: rest('converted'), others: true }];
  }

  next(): NextCount[] {
    const names = this.#names;
    return this.#next
      .map(({ n, converted, grade }, place) => {
        const [, state, action] = this.#parts(this.#nexts.key(place));
        return { state: names[state] as string, action: names[action] as string, grade, n, converted };
      })
      .sort((one, two) => compareTexts(one.state, two.state) || compareTexts(one.action, two.action));
  }

  #move(group: number, from: number, to: number): void {
    const size = this.#names.length;
    const place = this.#moves.of((group * size + from) * size + to);
    this.#moved[place] = (this.#moved[place] ?? 0) + 1;
  }

  #follow({ unit, row, action, goal }: Walk, at: number, state: number): void {
    const { time, grade } = this.#log;
    const place = this.#nexts.of(state * this.#names.length + (action[at] as number));
    const cell = (this.#next[place] ??= { n: 0, converted: 0, grade: 0, latest: -1 });
    const here = row[at] as number;
    cell.grade = Math.max(cell.grade, grade[here] as number);
    if (cell.latest === unit) return;
    cell.latest = unit;
    cell.n++;
    if (goal < 0) return;
    const gap = (time[row[goal] as number] as number) - (time[here] as number);
    if (gap <= this.#question.horizon) cell.converted++;
  }

  #parts(key: number): [number, number, number] {
    const size = this.#names.length;
    const rest = Math.floor(key / size);
    return [Math.floor(rest / size), rest % size, key % size];
  }

  #pathTo(node: number): string[] {
    const path: string[] = [];
    for (let at = node; at > 0; ) {
      const key = this.#paths.key(at - 1);
      path.unshift(this.#names[key % this.#names.length] as string);
      at = Math.floor(key / this.#names.length);
    }
    return path;
  }
}

export function comparePaths(one: readonly string[], two: readonly string[]): number {
  for (let at = 0; at < Math.min(one.length, two.length); at++) {
    const order = compareTexts(one[at] as string, two[at] as string);
    if (order !== 0) return order;
  }
  return one.length - two.length;
}

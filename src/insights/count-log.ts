import { Names } from './count-keys.ts';
import { Spots } from './count-spots.ts';
import type { Question } from './question.ts';
import type { Row } from './read-row.ts';

/** One variant of one experiment. */
export interface Variant {
  readonly experiment: number;
  readonly name: string;
}

/** Variants that a row carries, as a way from the root of a tree. */
interface Carried {
  readonly variants: readonly number[];
  readonly more: Map<number, number>;
}

/** How often something was taken back. */
interface Taken {
  n: number;
}

/** All rows that matter, in columns. */
export class Log {
  size = 0;
  readonly spots: Spots;
  readonly units = new Names();
  readonly segments = new Names();
  readonly experiments = new Names();
  readonly variants: Variant[] = [];
  /** What rows carry; number 0 carries nothing. */
  readonly carried: Carried[] = [{ variants: [], more: new Map() }];
  unit = new Uint32Array(1_024);
  time = new Float64Array(1_024);
  seq = new Float64Array(1_024);
  /** Number of the spot of a yes and one more; 0 for a row that is none. */
  yes = new Uint32Array(1_024);
  segment = new Uint32Array(1_024);
  exposure = new Uint32Array(1_024);
  grade = new Uint8Array(1_024);
  amount = new Float64Array(1_024);
  readonly view: string[] = [];
  /** Of yeses alone; it tells which ones were taken back. */
  readonly attempt: string[] = [];
  /** By kind and attempt. */
  readonly #taken = new Map<number, Map<string, Taken>>();
  readonly #ids = new Set<string>();
  readonly #variants = new Map<string, Map<string, number>>();
  readonly #bySession: boolean;

  constructor(question: Question) {
    this.spots = new Spots(question);
    this.segments.of('');
    this.#bySession = question.unit === 'session';
  }

  /** Takes a row in, if it is of a phase that counts and none that came before. */
  add(row: Row): void {
    const { phase } = row;
    const isYes = phase === 'committed';
    if (!isYes && phase !== 'seen' && phase !== 'withdrawn') return;
    // To have been seen twice is to have been seen.
    const { size } = this.#ids;
    if (phase !== 'seen' && this.#ids.add(row.id).size === size) return;
    if (phase === 'withdrawn') {
      this.#takeBack(row);
      return;
    }
    if (this.size === this.unit.length) this.#grow();
    const at = this.size++;
    this.unit[at] = this.units.of((this.#bySession ? undefined : row.visitor) ?? row.session);
    this.time[at] = row.time;
    this.seq[at] = row.seq;
    this.yes[at] = isYes ? this.spots.of(row.kind, row.ask) + 1 : 0;
    this.segment[at] = row.segment === '' ? 0 : this.segments.of(row.segment);
    this.exposure[at] = this.#exposureOf(row);
    this.grade[at] = row.grade;
    this.amount[at] = row.amount;
    this.view.push(row.view);
    this.attempt.push(isYes ? row.attempt : '');
  }

  /** Of an attempt and kind the last yeses stand, so many fewer as were taken back. */
  settle(): void {
    const given = new Map<Taken, number[]>();
    for (let at = 0; at < this.size && this.#taken.size > 0; at++) {
      const spot = this.spots.list[(this.yes[at] as number) - 1];
      const taken = spot && this.#taken.get(spot.kind)?.get(this.attempt[at] as string);
      if (!taken) continue;
      const rows = given.get(taken);
      if (rows) rows.push(at);
      else given.set(taken, [at]);
    }
    for (const [{ n }, rows] of given) for (const at of rows.sort(this.compare).slice(0, n)) this.yes[at] = 0;
  }

  /** The order of rows. Those that nothing tells apart stay as they came. */
  readonly compare = (one: number, two: number): number => {
    const times = (this.time[one] as number) - (this.time[two] as number);
    if (times !== 0) return times;
    const [view, other] = [this.view[one] as string, this.view[two] as string];
    if (view !== other) return view < other ? -1 : 1;
    return (this.seq[one] as number) - (this.seq[two] as number) || one - two;
  };

  #takeBack({ attempt, kind }: Row): void {
    const number = this.spots.kind(kind);
    let attempts = this.#taken.get(number);
    if (!attempts) this.#taken.set(number, (attempts = new Map()));
    const taken = attempts.get(attempt);
    if (taken) taken.n++;
    else attempts.set(attempt, { n: 1 });
  }

  #exposureOf({ experiments, shown }: Row): number {
    let node = 0;
    if (experiments)
      for (const name in experiments) node = this.#carry(node, name, experiments[name] as string);
    if (shown && !(experiments && Object.hasOwn(experiments, shown[0]))) node = this.#carry(node, ...shown);
    return node;
  }

  #carry(node: number, experiment: string, name: string): number {
    let names = this.#variants.get(experiment);
    if (!names) this.#variants.set(experiment, (names = new Map()));
    let variant = names.get(name);
    if (variant === undefined) {
      names.set(name, (variant = this.variants.length));
      this.variants.push({ experiment: this.experiments.of(experiment), name });
    }
    const { variants, more } = this.carried[node] as Carried;
    let next = more.get(variant);
    if (next === undefined) {
      more.set(variant, (next = this.carried.length));
      this.carried.push({ variants: [...variants, variant], more: new Map() });
    }
    return next;
  }

  #grow(): void {
    const size = this.size * 2;
    const larger = <Column extends Uint8Array | Uint32Array | Float64Array>(fresh: Column, old: Column) => {
      fresh.set(old);
      return fresh;
    };
    this.unit = larger(new Uint32Array(size), this.unit);
    this.time = larger(new Float64Array(size), this.time);
    this.seq = larger(new Float64Array(size), this.seq);
    this.yes = larger(new Uint32Array(size), this.yes);
    this.segment = larger(new Uint32Array(size), this.segment);
    this.exposure = larger(new Uint32Array(size), this.exposure);
    this.grade = larger(new Uint8Array(size), this.grade);
    this.amount = larger(new Float64Array(size), this.amount);
  }
}

import { AskMarks } from './ask-marks.ts';
import { Names } from './count-keys.ts';
import { Spots } from './count-spots.ts';
import { Owners } from './owners.ts';
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

/** What numbers begin with that are of sessions and not yet of units. */
const nameless = 2 ** 31;

/** All rows that matter, in columns. */
export class Log {
  size = 0;
  readonly spots: Spots;
  readonly units = new Names();
  /** From which number on units are sessions in which nobody is known. Some have no row. */
  known = 0;
  readonly asks = new AskMarks();
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
  /** The same of any row of an ask. */
  spot = new Uint32Array(1_024);
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
  readonly #owners = new Owners();
  /** Of rows without a visitor. */
  readonly #sessions = new Names();
  #numbers: readonly number[] = [];
  readonly #bySession: boolean;

  constructor(question: Question) {
    this.spots = new Spots(question);
    this.segments.of('');
    this.#bySession = question.unit === 'session';
  }

  /** Takes a row in, if it is none that came before. Those of most phases only say who it is, and what came of an ask. */
  add(row: Row): void {
    const { phase } = row;
    const isYes = phase === 'committed';
    // To have been seen twice is to have been seen.
    const { size } = this.#ids;
    if ((isYes || phase === 'withdrawn') && this.#ids.add(row.id).size === size) return;
    if (!this.#bySession) this.#owners.see(row);
    const name = this.#bySession ? row.session : row.visitor;
    const unit = name === undefined ? nameless + this.#sessions.of(row.session) : this.units.of(name);
    if (phase === 'withdrawn') this.#takeBack(row);
    const isRow = isYes || phase === 'seen';
    // An exposure to an experiment is no ask.
    const isOfAsk = row.kind !== 'experiment.expose' && (isRow || this.asks.hears(phase));
    const spot = isYes || isOfAsk ? this.spots.of(row.kind, row.ask) : -1;
    if (!isRow) {
      if (isOfAsk) this.asks.add(this.spots.list[spot]?.asked ?? 0, unit, phase);
      return;
    }
    if (this.size === this.unit.length) this.#grow();
    const at = this.size++;
    this.unit[at] = unit;
    this.time[at] = row.time;
    this.seq[at] = row.seq;
    this.spot[at] = isOfAsk ? spot + 1 : 0;
    this.yes[at] = isYes ? spot + 1 : 0;
    this.segment[at] = row.segment === '' ? 0 : this.segments.of(row.segment);
    this.exposure[at] = this.#exposureOf(row);
    this.grade[at] = row.grade;
    this.amount[at] = row.amount;
    this.view.push(row.view);
    this.attempt.push(isYes ? row.attempt : '');
  }

  /** Works out what only all rows together tell: of whom each is, and which yeses stand. */
  settle(): void {
    this.#nameUnits();
    this.asks.settle((number) => this.unitOf(number));
    this.#dropTaken();
  }

  #nameUnits(): void {
    const { list } = this.#sessions;
    const owners = list.map((session) => this.#owners.of(session));
    for (const owner of owners) if (owner !== undefined) this.units.of(owner);
    this.known = this.units.list.length;
    this.#numbers = list.map((session, at) => this.units.of(owners[at] ?? session));
    for (let at = 0; at < this.size; at++) this.unit[at] = this.unitOf(this.unit[at] as number);
  }

  /** The unit behind the number that its rows came in with. */
  unitOf(number: number): number {
    return number < nameless ? number : (this.#numbers[number - nameless] as number);
  }

  /** Of an attempt and kind the last yeses stand, so many fewer as were taken back. */
  #dropTaken(): void {
    const given = new Map<Taken, number[]>();
    for (let at = 0; at < this.size && this.#taken.size > 0; at++) {
      const spot = this.spots.list[(this.yes[at] as number) - 1];
      const taken = spot && this.#taken.get(spot.kindNumber)?.get(this.attempt[at] as string);
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
    this.spot = larger(new Uint32Array(size), this.spot);
    this.segment = larger(new Uint32Array(size), this.segment);
    this.exposure = larger(new Uint32Array(size), this.exposure);
    this.grade = larger(new Uint8Array(size), this.grade);
    this.amount = larger(new Float64Array(size), this.amount);
  }
}

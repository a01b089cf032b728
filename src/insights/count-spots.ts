import { Names } from './count-keys.ts';
import type { Question } from './question.ts';
import { partsOf } from './question-read.ts';

/** What a yes of one kind at one ask means to the question. */
export interface Spot {
  readonly kind: string;
  readonly ask: string;
  /** Number of the ask, which all kinds of its component share. */
  readonly asked: number;
  /** Number of the kind. */
  readonly kindNumber: number;
  readonly action: number;
  readonly isGoal: boolean;
  readonly isMicro: boolean;
  /** The steps of the funnel that it fills, the last first. */
  readonly steps: readonly number[];
}

/** Spots by number; worked out once for each kind and ask. */
export class Spots {
  readonly list: Spot[] = [];
  /** Names of the actions. */
  readonly actions = new Names();
  /** Spots by ask. */
  readonly ofAsk: number[][] = [];
  readonly #asks = new Names();
  readonly #question: Question;
  readonly #kinds = new Map<string, { readonly number: number; readonly asks: Map<string, number> }>();

  constructor(question: Question) {
    this.#question = question;
  }

  /** The number of a kind, for what is said of all its asks. */
  kind(kind: string): number {
    return this.#of(kind).number;
  }

  of(kind: string, ask: string): number {
    const { number, asks } = this.#of(kind);
    const known = asks.get(ask);
    if (known !== undefined) return known;
    const { goal, micro, steps, by } = this.#question;
    const is = (action: Question['goal']) => {
      const named = partsOf(action);
      return named.kind === kind && (named.ask === undefined || named.ask === ask);
    };
    const asked = this.#asks.of(`${kind.slice(0, kind.indexOf('.'))}:${ask}`);
    (this.ofAsk[asked] ??= []).push(this.list.length);
    const spot: Spot = {
      kind,
      ask,
      asked,
      kindNumber: number,
      action: this.actions.of(by === 'kind' ? kind : `${kind}:${ask}`),
      isGoal: is(goal),
      isMicro: is(micro),
      steps: steps.flatMap((step, at) => (is(step) ? [at] : [])).reverse(),
    };
    asks.set(ask, this.list.length);
    return this.list.push(spot) - 1;
  }

  #of(kind: string) {
    let known = this.#kinds.get(kind);
    if (!known) this.#kinds.set(kind, (known = { number: this.#kinds.size, asks: new Map() }));
    return known;
  }
}

import { af } from './af.ts';
import { ar } from './ar.ts';
import type { Language } from './catalogues.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hu } from './hu.ts';
import { pl } from './pl.ts';

/** What the bakery itself says; all else on its page are the kit's own texts. */
export interface Words {
  readonly title: string;
  readonly lead: string;
  /** The poll, the rating, and what the path of the ladder calls its steps. */
  readonly hurdle: string;
  readonly hurdles: readonly [string, string, string];
  readonly useful: string;
  readonly path: readonly [question: string, rating: string, letter: string];
  /** A story of two steps, and a challenge of two days. */
  readonly story: readonly [title: string, first: string, firstText: string, last: string, lastText: string];
  readonly challenge: readonly [title: string, first: string, second: string, text: string];
  readonly quiz: readonly [question: string, early: string, late: string];
  readonly calculator: readonly [title: string, loaves: string, cost: string];
  /** What is baked. */
  readonly goods: readonly [rye: string, rolls: string, cake: string];
  readonly goodsText: string;
  readonly search: string;
  readonly filter: readonly [heading: string, days: string, times: string, price: string, place: string];
  readonly delivery: string;
  readonly checkout: readonly [heading: string, cart: string, address: string, payment: string];
  readonly person: readonly [name: string, street: string];
  /** What comes by mail. */
  readonly recipe: readonly [get: string, teaser: string];
  readonly letter: string;
  readonly topics: readonly [string, string];
  readonly podcast: string;
  readonly course: string;
  readonly film: string;
  readonly push: readonly [what: string, often: string];
  readonly welcome: string;
  readonly talk: readonly [title: string, message: string];
  readonly plan: readonly [title: string, home: string, feast: string, contact: string, thanks: string];
  readonly prices: string;
}

export const words: Readonly<Record<Language, Words>> = { en, hu, pl, es, af, de, fr, ar };

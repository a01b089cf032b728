import type { AskCount, Counts } from './counts.ts';
import type { Action, Question } from './question.ts';

/** Yeses that are named in place of one that is missing. */
const most = 10;

/** What was given, though it may be taken back: its name is no typing error then. */
const givenOf = (asks: readonly AskCount[]) => asks.filter(({ yes, withdrawn }) => yes + withdrawn > 0);

/** What the question names and nobody gave: figures of it would be zeros that look like an answer. */
export function missingOf({ steps, micro, derived }: Question, asks: readonly AskCount[]): Action[] {
  const given = new Set<string>(givenOf(asks).flatMap(({ kind, ask }) => [kind, `${kind}:${ask}`]));
  // The goal is the last step.
  return [...new Set([...steps, micro, ...derived])].filter((action) => given.size > 0 && !given.has(action));
}

/** The same in words, for any language: what is missing, and what could have been meant, the asks of its kind first. */
export function tellMissing(
  { missing, asks }: Counts,
  write: (action: string) => string,
): { actions: string; yeses: string } {
  const given = givenOf(asks);
  const alike = given.filter(({ kind }) => missing.some((action) => action.startsWith(`${kind}:`)));
  const yeses = [
    ...new Set([...alike.map(({ kind, ask }) => `${kind}:${ask}`), ...given.map(({ kind }) => kind)]),
  ];
  const list = yeses.slice(0, most).map(write).join(', ');
  return { actions: missing.map(write).join(', '), yeses: yeses.length > most ? `${list} …` : list };
}

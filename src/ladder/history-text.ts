import type { AskHistory, History } from './history.ts';
import { clocks, fields, joinHistories, newestFirst } from './join-histories.ts';
import { answerText } from './recall.ts';

/** A time that is further ahead than this comes from a clock that was wrong. */
const drift = 5 * 60_000;

const isText = (value: unknown) => value === answerText(value);
const entriesOf = (value: unknown) => Object.entries<unknown>(typeof value === 'object' ? Object(value) : {});

/**
 * Reads what `noteOf` wrote: `'newer'` where a later version of the kit did, which is to be left alone; undefined for
 * what is no history. What is of the wrong type is dropped field by field, and a time far ahead of `now` is set to `now`.
 */
export function readHistory(text: string | null | undefined, now: number): History | 'newer' | undefined {
  let since = 0;
  const numberOf = (value: unknown) => {
    const number = Number.isSafeInteger(value) ? Math.max(0, Number(value)) : 0;
    // It came after what was forgotten, and stays so.
    return number > now + drift ? Math.max(now, since + 1) : number;
  };
  const readAsk = (values: unknown): AskHistory =>
    Object.fromEntries(
      fields.map((field, at) => {
        const value = Object(values)[at];
        const isList = field === 'answer' || field === 'segments';
        return [
          field,
          isList ? (Array.isArray(value) ? value : []).filter(isText).slice(0, 20) : numberOf(value),
        ];
      }),
    );
  try {
    const { v, s, t, a, e } = JSON.parse(text || '{}');
    if (v !== 1) return v > 1 && Number.isInteger(v) ? 'newer' : undefined;
    since = numberOf(s);
    const history = {
      since,
      site: Object.fromEntries(
        clocks.map((clock, i) => [
          clock,
          { time: numberOf(t?.[i]?.[0]), ask: String(t?.[i]?.[1]).slice(0, 128) },
        ]),
      ),
      asks: Object.fromEntries(
        entriesOf(a)
          .filter(([ask]) => ask.length <= 128 && ask !== '__proto__')
          .map(([ask, values]) => [ask, readAsk(values)]),
      ),
      exposed: Object.fromEntries(
        entriesOf(e)
          .filter((one): one is [string, string] => isText(one[1]))
          .slice(0, 50),
      ),
    };
    // Joined with itself, it loses what does not belong together, and what is too much.
    return joinHistories(history, history);
  } catch {
    return undefined;
  }
}

/** Writes a history as text. The same history always gives the same text. */
export function noteOf({ since, site, asks, exposed }: History): string {
  return JSON.stringify({
    v: 1,
    s: since,
    t: clocks.map((clock) => site[clock] && [site[clock].time, site[clock].ask]),
    e: Object.fromEntries(Object.entries(exposed).sort()),
    a: Object.fromEntries(
      newestFirst(asks).map(([ask, own]) => [ask, fields.map((field) => own[field] ?? 0)]),
    ),
  });
}

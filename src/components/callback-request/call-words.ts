import { isSafeUrl } from '../../internal/safe-url.ts';
import type { Settled } from '../../internal/submission.ts';
import { formatLabel } from '../../provider/labels.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import { callLabels } from './call-labels.ts';
import { type CallQuery, offerOf, takenOf, zonesOf } from './call-offer.ts';
import { momentOfText, type OfferedWindow } from './call-windows.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';
import type { CallbackRequestProps, CallbackResult, CallbackValues } from './callback-request-props.ts';
import { windowsText } from './window-words.ts';

type Speak = Speaker<CallbackRequestLabels>;

/** A speaker that has all the English texts: those that came with the page leave some out. */
export function sayAll(speak: Speak): Speak {
  const say = (...[key, values]: Parameters<Speak>) => {
    const text = speak(key, values);
    return text === key && key in callLabels
      ? formatLabel(callLabels[key as keyof typeof callLabels], speak.locale, values)
      : text;
  };
  return Object.assign(say, { locale: speak.locale });
}

/** Names the windows that somebody else has. */
export function sayTaken(taken: readonly OfferedWindow[], query: CallQuery, speak: Speak): string {
  return speak('takenMeanwhile', {
    when: windowsText(taken, zonesOf(query).zone, speak.locale, 'conjunction'),
  });
}

/** What a server has said. */
export interface Answer {
  /** What the form hears of it. */
  readonly result: CallbackResult;
  /** Start of the window in which the call comes, where that is sure. */
  readonly at: string | undefined;
  /** Windows that are booked meanwhile. */
  readonly taken: readonly OfferedWindow[];
}

/** Reads an answer of a server: a window that is taken is a problem of its field, which names it. */
export function readAnswer(result: CallbackResult, query: CallQuery, speak: Speak): Answer {
  const { at, taken: starts } = (result ?? {}) as { at?: unknown; taken?: unknown };
  const taken = Array.isArray(starts) ? takenOf(starts, query) : [];
  const isRefused = taken.length > 0 && result?.status === 'invalid';
  return {
    result: isRefused
      ? { ...result, errors: { windows: sayTaken(taken, query, sayAll(speak)), ...result.errors } }
      : result,
    at: typeof at === 'string' ? at : undefined,
    taken,
  };
}

/** Where else a visitor whose request has failed can turn to. */
export interface Otherwise {
  readonly words: string;
  readonly href: string;
}

/** What the visitor reads at the end of a try. */
export function sayEnd(
  { status, message }: Settled,
  values: CallbackValues,
  answer: Answer | undefined,
  about: {
    readonly query: CallQuery;
    readonly speak: Speak;
    readonly fallback: CallbackRequestProps['fallback'];
    /** The windows that the form has: a try that could not be checked hands over what was typed alone. */
    readonly chosen: readonly string[];
  },
): { readonly words: string; readonly otherwise?: Otherwise | undefined } {
  const { query, fallback, chosen } = about;
  const speak = sayAll(about.speak);
  const isLost = status === 'failed' && fallback && isSafeUrl(fallback.href);
  return {
    words: message ?? wordsAfter(status, values, answer?.at, query, speak),
    otherwise: isLost
      ? { words: speak('otherwise'), href: mailOf(fallback.href, values, chosen, query, speak) }
      : undefined,
  };
}

/** What the visitor reads once a request has arrived. */
function wordsAfter(
  status: string,
  { email, windows }: CallbackValues,
  at: string | undefined,
  query: CallQuery,
  speak: Speak,
): string {
  if (status !== 'ok') return speak(status === 'already' ? 'already' : 'pending');
  if (email) return speak('writing', { email });
  const offered = offerOf(query) ?? [];
  const sure = at === undefined ? undefined : offered.find(({ start }) => start === momentOfText(at));
  const chosen = sure
    ? [sure]
    : windows.flatMap(({ start }) => offered.find(({ value }) => value === start) ?? []);
  if (chosen.length === 0) return speak('callingSoon');
  return speak('calling', { when: windowsText(chosen, zonesOf(query).zone, speak.locale) });
}

/**
 * Where else to turn to. A mail takes along what was entered, so that nobody writes it twice; one that has a text of its own,
 * and any other address, stay as they are.
 */
function mailOf(
  href: string,
  { phone, email, note }: CallbackValues,
  chosen: readonly string[],
  query: CallQuery,
  speak: Speak,
): string {
  if (!/^mailto:/i.test(href) || /[?&]body=/i.test(href)) return href;
  const offered = (offerOf(query) ?? []).filter(({ value }) => chosen.includes(value));
  const { zone } = zonesOf(query);
  const lines = [
    phone && `${speak('phone')}: ${phone}`,
    email && `${speak('email')}: ${email}`,
    offered.length > 0 && `${windowsText(offered, zone, speak.locale)} (${zone})`,
    note,
  ];
  // The line breaks of a mail: https://www.rfc-editor.org/rfc/rfc6068#section-5
  const body = encodeURIComponent(lines.filter(Boolean).join('\r\n\r\n'));
  return `${href}${href.includes('?') ? '&' : '?'}body=${body}`;
}

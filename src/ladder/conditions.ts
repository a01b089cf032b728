import type { History } from './history.ts';
import type { Ladder } from './ladder.ts';
import { answerText, hasYes, historyOf, rungOf } from './recall.ts';
import type { Rung } from './rung.ts';
import type { RuleName, Situation } from './situation.ts';

/** What everything is decided by. */
export interface Given {
  readonly ladder: Ladder;
  readonly history: History;
  readonly situation: Situation;
}

/**
 * Hears what one rule says of an ask: what it wants, what it found, the other ask that it is about, and the time from which
 * on it holds.
 */
export type Say = (
  rule: RuleName,
  holds: boolean,
  wanted?: unknown,
  found?: unknown,
  other?: string | undefined,
  until?: number,
) => void;

const listOf = (given: unknown) => [given ?? []].flat() as unknown[];
/** Of a list any one; without a wish, all is well. What is not known meets none. */
const meets = (wanted: unknown, found: unknown, isOne = Object.is) =>
  wanted === undefined || listOf(wanted).some((wish) => listOf(found).some((one) => isOne(wish, one)));

/** The conditions that tell whether this is the visitor and the spot for an ask. */
export function weighPlace({ ask, when }: Rung, { ladder, history, situation }: Given, say: Say): void {
  const { segments, moment, variants, path, device, visit, offered } = situation;
  const { segment, notSegment, answered, variant, visits = 0 } = when;
  const isOut = notSegment !== undefined && meets(notSegment, segments);
  say('segment', !isOut && meets(segment, segments), { segment, notSegment }, segments);
  say('moment', meets(when.moment, moment), when.moment, moment);
  const answers: Record<string, readonly string[]> = {};
  const isAnswered = Object.entries(answered ?? {}).every(([name, values]) => {
    const rung = rungOf(ladder, name);
    const own = rung ? historyOf(history, rung) : {};
    answers[name] = (hasYes(own) && own.answer) || [];
    return meets(values, answers[name], (value, answer) => answerText(value) === answer);
  });
  say('answer', isAnswered, answered, answers);
  const isIn = Object.entries(variant ?? {}).every(([name, one]) => meets(one, variants?.[name]));
  say('variant', isIn, variant, variants);
  say('page', meets(when.page, path, isPage), when.page, path);
  say('device', meets(when.device, device), when.device, device);
  say('visits', visit >= visits, when.visits, visit);
  say('offered', !offered || offered.includes(ask), ask, offered);
}

/** Whether all conditions of an ask hold but those that waiting fulfils. */
export function fits(rung: Rung, given: Given): boolean {
  let isFit = true;
  weighPlace(rung, given, (_, holds) => {
    isFit &&= holds;
  });
  return isFit;
}

/** Whether a path is one of those that a pattern means, where `*` stands for anything. */
function isPage(pattern: string, path: string): boolean {
  const parts = pattern.split('*');
  let at = 0;
  // Each part at its first place, the last one at the end: no pattern makes this slow.
  return parts.every((part, i) => {
    const found = i < parts.length - 1 ? path.indexOf(part, at) : path.length - part.length;
    const isHere = (i ? found >= at : !found) && path.startsWith(part, found);
    at = found + part.length;
    return isHere;
  });
}

import { asksOf } from './asks-of.ts';
import type { AskHistory, Clock, History } from './history.ts';
import { bound, isTime, joinAsks } from './join-histories.ts';
import type { Ladder, LadderDraft } from './ladder.ts';
import type { Rung } from './rung.ts';

/** Where the data of a commitment says its main thing. */
const answers = ['choice', 'choices', 'value', 'outcome', 'reaction', 'ending', 'target'];

/** What the data of a commitment says in plain words or numbers, as texts. */
export function answerOf(data: unknown): readonly string[] {
  const given = Object(data) as Record<string, unknown>;
  return answers.flatMap((name) => given[name] ?? []).map(answerText);
}

/** How one answer is remembered. */
export function answerText(one: unknown): string {
  return String(one).slice(0, 60);
}

/** Whether an ask has, or had, this name. */
export function isNamed({ ask, formerly }: Rung, name: string): boolean {
  return ask === name || formerly.includes(name);
}

/** A rung or an alternative of the ladder, by its ask or one of its earlier names. */
export function rungOf(ladder: Ladder, ask: string): Rung | undefined {
  return asksOf(ladder).find((rung) => isNamed(rung, ask));
}

/** The 1-based rung of an ask or of its alternative; 0 for none. */
export function rungNumber({ rungs }: Ladder, ask: string | undefined): number {
  return rungs.findIndex((rung) => rung.ask === ask || rung.otherwise.some((one) => one.ask === ask)) + 1;
}

/** What is remembered of an ask under its name and its earlier ones. */
export function historyOf(history: History, rung: Rung): AskHistory {
  const own = history.asks[rung.ask] ?? {};
  return rung.formerly.reduce((sum, name) => joinAsks(sum, history.asks[name] ?? {}), own);
}

/** Whether there is a yes that was not taken back. */
export function hasYes({ committed = 0, withdrawn = 0 }: AskHistory): boolean {
  return committed > withdrawn;
}

/** Visits in which an ask was seen since its last answer. */
export function showingsOf({ shown = 0, showings = 0, dismissed = 0, committed = 0 }: AskHistory): number {
  return shown > Math.max(dismissed, committed) ? showings : 0;
}

/** Noes to an ask since its last yes. */
export function refusalsOf({ dismissed = 0, refusals = 0, committed = 0 }: AskHistory): number {
  return dismissed > committed ? Math.min(refusals, 50) : 0;
}

/**
 * How long an ask rests after a no: twice as long with each further one, but no more than a year, unless the ladder says so.
 * Browsers keep no cookie for longer than 400 days (RFC 6265bis, Cookie Lifetime Limits), so the end of a longer rest could not be known.
 */
export function refusalRest(own: AskHistory, { rest: { dismissed } }: Rung): number {
  return Math.max(dismissed, Math.min(dismissed * 2 ** (refusalsOf(own) - 1), 365 * 86_400_000));
}

/** Segments that the visitor's answers say, each once. */
export function segmentsOf({ asks }: History): readonly string[] {
  return [...new Set(Object.values(asks).flatMap((own) => (hasYes(own) && own.segments) || []))];
}

/**
 * Takes one event into a history, which stays as it is; an event that changes nothing gives the same one. `visit` is the
 * number of the visit. An ask outside the ladder, and a yes of another kind than the rung's, count for the whole site only.
 */
export function note(
  history: History,
  ladder: Ladder,
  { kind, phase, ask: { id }, data }: LadderDraft,
  now: number,
  visit: number,
): History {
  const clock = phase === 'seen' ? 'shown' : phase;
  // An exposure asks for nothing: no clock runs.
  if (!isTime(clock) || kind === 'experiment.expose') return history;
  const time = Math.max(now, history.since + 1);
  const rung = rungOf(ladder, id);
  const isOwn = rung && (clock === 'shown' || clock === 'dismissed' || rung.kind === kind);
  let { site, asks } = history;
  if (isOwn) {
    const own = historyOf(history, rung);
    const next = { ...asks };
    for (const name of rung.formerly) delete next[name];
    next[rung.ask] = { ...own, ...change(own, rung, clock, time, visit, data) };
    asks = bound(next);
  }
  if (clock !== 'withdrawn')
    site = { ...site, [clock]: { time: Math.max(time, site[clock]?.time ?? 0), ask: id } };
  else if (!isOwn) return history;
  return { ...history, site, asks };
}

/** What one event changes of its ask. A clock never runs back, even when the machine's does. */
function change(
  own: AskHistory,
  rung: Rung,
  clock: Clock | 'withdrawn',
  now: number,
  visit: number,
  data: unknown,
): AskHistory {
  const time = Math.max(now, own[clock] ?? 0);
  const seen = showingsOf(own);
  const rest = refusalRest(own, rung);
  if (clock === 'shown') {
    // After its rest it is counted anew; a reload is no other showing.
    const isRested = seen >= rung.showings && (own.shown ?? 0) + rest <= time;
    return { shown: time, visit, showings: own.visit === visit ? seen : isRested ? 1 : seen + 1 };
  }
  if (clock === 'dismissed') {
    // Whoever opens and closes a dialog five times in an hour has said one no, not five.
    const noes = refusalsOf(own);
    const isSame = noes && (own.dismissed ?? 0) + rest > time;
    return { dismissed: time, refusals: isSame ? noes : noes + 1 };
  }
  if (clock === 'withdrawn') return { withdrawn: Math.max(time, own.committed ?? 0) };
  const segments = rung.segments.filter(({ holds }) => holds(Object(data)));
  return {
    committed: Math.max(time, (own.withdrawn ?? 0) + 1),
    answer: answerOf(data).slice(0, 5),
    segments: segments.map(({ name }) => name),
  };
}

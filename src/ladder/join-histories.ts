import type { AskHistory, History } from './history.ts';

const most = 300;

/** What belongs together, each group behind the time that tells which of two is the later one. */
const groups = [
  ['shown', 'visit', 'showings'],
  ['dismissed', 'refusals'],
  ['committed', 'answer', 'segments'],
  ['withdrawn'],
] as const satisfies (keyof AskHistory)[][];

/** All that is remembered of an ask, in the order in which it is written. */
export const fields: readonly (keyof AskHistory)[] = groups.flat();
export const clocks = ['shown', 'dismissed', 'committed'] as const;

/** Whether a word is the name of a time that is remembered. */
export function isTime(word: string): word is (typeof groups)[number][0] {
  return groups.some(([time]) => time === word);
}

/** Joins two histories of the same visitor: the order does not matter, and once is as good as twice. */
export function joinHistories(a: History, b: History): History {
  const since = Math.max(a.since, b.since);
  const site: { -readonly [C in keyof History['site']]: History['site'][C] } = {};
  for (const clock of clocks)
    for (const act of [a.site[clock], b.site[clock]]) {
      const { time = since, ask = '' } = site[clock] ?? {};
      if (act && (act.time > time || (act.time === time && ask && act.ask > ask))) site[clock] = act;
    }
  const asks = Object.keys({ ...a.asks, ...b.asks }).map(
    (ask) => [ask, joinAsks(a.asks[ask] ?? {}, b.asks[ask] ?? {}, since)] as const,
  );
  const exposed: Record<string, string> = {};
  // What was exposed bears no time: it is as old as its history.
  for (const one of [a, b])
    if (one.since === since)
      for (const [name, variant] of Object.entries(one.exposed))
        if (variant > (exposed[name] ?? '')) exposed[name] = variant;
  return { since, site, asks: bound(Object.fromEntries(asks.filter(([, own]) => touched(own)))), exposed };
}

/** Joins what two histories know of one ask, as far as it came after `since`. */
export function joinAsks(a: AskHistory, b: AskHistory, since = 0): AskHistory {
  const sum: Partial<Record<keyof AskHistory, unknown>> = {};
  for (const group of groups) {
    // The first thing in which they differ tells: the time, else the larger count.
    const differing = group.find((field) => rank(a[field]) !== rank(b[field]));
    const later = differing && rank(b[differing]) > rank(a[differing]) ? b : a;
    if ((later[group[0]] ?? 0) > since)
      for (const field of group) if (rank(later[field])) sum[field] = later[field];
  }
  return sum as AskHistory;
}

/** Numbers are never 0 where they are kept, and lists never empty: what is missing comes before all else. */
function rank(value: AskHistory[keyof AskHistory]): string | number {
  return typeof value === 'number' ? value : (value ?? []).length ? JSON.stringify(value) : '';
}

/** When something last happened to an ask. */
export function touched(own: AskHistory): number {
  return Math.max(...groups.map(([time]) => own[time] ?? 0));
}

/** The asks from the one touched last to the oldest. */
export function newestFirst(asks: History['asks']): [string, AskHistory][] {
  return Object.entries(asks).sort(([x, a], [y, b]) => touched(b) - touched(a) || (x < y ? -1 : 1));
}

/** Keeps the asks touched last. */
export function bound(asks: History['asks']): History['asks'] {
  return Object.keys(asks).length > most ? Object.fromEntries(newestFirst(asks).slice(0, most)) : asks;
}

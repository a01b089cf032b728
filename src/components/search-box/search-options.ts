import type { SearchSuggestion } from './search-box-props.ts';

/** One line of the list below the field. */
export interface SearchOption extends SearchSuggestion {
  readonly via: 'suggestion' | 'recent';
}

/** How many lines the list has at most, and how many of them are searches from before once something is typed. */
const most = 10;
const mostRecent = 5;
const mostRecentTyped = 3;

/** Longer words are no search that anybody picks from a list. */
const longest = 200;

/** What a source gave, as far as it can be shown: some lines, each once, whatever the source meant by the rest. */
export function readSuggestions(given: unknown): SearchSuggestion[] {
  const read: SearchSuggestion[] = [];
  for (const one of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    const { query, description } = Object(typeof one === 'string' ? { query: one } : one) as SearchSuggestion;
    if (!isQuery(query) || read.some((other) => other.query === query)) continue;
    read.push({ query, ...(isQuery(description) && { description }) });
    if (read.length === most) break;
  }
  return read;
}

/** The searches that a note tells of, the newest first. Anybody can write into a device's storage. */
export function readRecent(note: string | undefined): string[] {
  try {
    const given: unknown = JSON.parse(note || '[]');
    return Array.isArray(given) ? given.filter(isQuery).slice(0, mostRecent) : [];
  } catch {
    return [];
  }
}

/** The note once this was searched as well. */
export function addRecent(recent: readonly string[], query: string): string {
  const rest = recent.filter((one) => fold(one) !== fold(query));
  return writeRecent(isQuery(query) ? [query, ...rest].slice(0, mostRecent) : rest);
}

/** The note of both: what was searched before is older, and goes with a list that was cleared. */
export function joinRecent(older: string, note: string): string {
  return note && readRecent(note).reduceRight((all, one) => addRecent(readRecent(all), one), older);
}

export function writeRecent(recent: readonly string[]): string {
  return recent.length > 0 ? JSON.stringify(recent) : '';
}

/** What stands in the list for these words: fitting searches from before, then what the source offers for them. */
export function optionsOf(
  typed: string,
  recent: readonly string[],
  offered: readonly SearchSuggestion[],
): SearchOption[] {
  const words = fold(typed);
  const before = recent
    .filter((one) => fold(one).includes(words) && fold(one) !== words)
    .slice(0, words ? mostRecentTyped : mostRecent);
  return [
    ...before.map((query) => ({ query, via: 'recent' as const })),
    ...offered
      .filter(({ query }) => !before.includes(query))
      .map((one) => ({ ...one, via: 'suggestion' as const })),
  ].slice(0, most);
}

function isQuery(given: unknown): given is string {
  return typeof given === 'string' && given.trim() !== '' && given.length <= longest;
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

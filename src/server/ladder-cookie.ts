import { writeHistory } from '../ladder/fit-history.ts';
import { readHistory } from '../ladder/history-text.ts';
import { bytesOf, isRecord } from './collector-shapes.ts';

/** What the cookie holds. */
export interface LadderCookie {
  /** Whom experiments know; undefined before the first note. */
  readonly unit: string | undefined;
  /** The notes by the ladder's id, as JSON, the one written last at the end. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Bytes of name and value. Browsers take 4,096 with the attributes (RFC 6265bis, section 5.6). */
const most = 3_800;

/** The text of a request's header that the cookie stands in; the first one that can be read counts. Never throws. */
export function readLadderCookie(name: string, header: string | null | undefined): LadderCookie {
  const start = `${name}=`;
  for (const part of (header ?? '').split(';')) {
    const pair = part.trim();
    // Longer than we write, even where a framework has encoded it once more, it is a stranger's.
    const found = pair.startsWith(start) && pair.length <= 3 * most && parse(pair.slice(start.length));
    if (found) return found;
  }
  return { unit: undefined, notes: new Map() };
}

/**
 * The value of the cookie, together with its name at most 3,800 bytes. Where that is too little, the largest notes lose the asks
 * that were touched longest ago, and then the ladders go that were written longest ago.
 */
export function writeLadderCookie(name: string, { unit, notes }: LadderCookie, now: number): string {
  const kept = new Map(notes);
  const partOf = ([id, note]: readonly [string, string]) => `${JSON.stringify(id)}:${note}`;
  for (;;) {
    const value = encode(`{"u":${JSON.stringify(unit ?? null)},"n":{${[...kept].map(partOf).join()}}}`);
    let excess = name.length + 1 + value.length - most;
    if (excess <= 0) return value;
    if (shorten(kept, excess, now)) continue;
    // As many as must go, at once: a stranger's cookie has a thousand, and to look at the others again for each takes a second.
    for (const one of kept) {
      kept.delete(one[0]);
      excess -= encode(`${partOf(one)},`).length;
      if (excess <= 0) break;
    }
  }
}

/** Takes up to so many bytes from the largest note that has any to spare: a quarter at most, so that the notes share what is lost. */
function shorten(notes: Map<string, string>, excess: number, now: number): boolean {
  const largestFirst = [...notes].sort(([, a], [, b]) => b.length - a.length);
  for (const [id, note] of largestFirst) {
    const history = readHistory(note, now);
    // What a later version of the kit wrote, this one cannot shorten.
    if (history === 'newer' || !history) continue;
    const bytes = bytesOf(note);
    const shorter = writeHistory(history, bytes - Math.min(excess, Math.ceil(bytes / 4)));
    if (shorter.length >= note.length) continue;
    notes.set(id, shorter);
    return true;
  }
  return false;
}

/*
 * JSON is full of quotes and commas, which no cookie may hold (RFC 6265, section 4.1.1), and percent signs would make them three
 * times as long. So two marks that JSON rarely has change places with them, and only the rest is percent-encoded: a framework
 * that decodes and encodes the value on its way does no harm.
 */
const swapped: Readonly<Record<string, string>> = { '"': "'", "'": '"', ',': '~', '~': ',' };

function swap(text: string): string {
  return text.replace(/["',~]/g, (mark) => swapped[mark] ?? mark);
}

function encode(json: string): string {
  return swap(json).replace(/[^\w!#$&'()*+./:<=>?@[\]^`{|}~-]+/g, encodeURIComponent);
}

function parse(value: string): LadderCookie | undefined {
  try {
    const given: unknown = JSON.parse(swap(decodeURIComponent(value)));
    if (!isRecord(given) || !isRecord(given['n'])) return undefined;
    const notes = Object.entries(given['n']).filter(([id, note]) => isLadderId(id) && isRecord(note));
    const { u } = given;
    return {
      unit: isUnit(u) ? u : undefined,
      notes: new Map(notes.map(([id, note]) => [id, JSON.stringify(note)])),
    };
  } catch {
    return undefined;
  }
}

/** The id of a ladder, as `defineLadder` takes it. */
export function isLadderId(id: unknown): id is string {
  return typeof id === 'string' && id.length >= 1 && id.length <= 60;
}

/** What a browser or this server has drawn by lot: 36 characters of a UUID. */
export function isUnit(unit: unknown): unit is string {
  return typeof unit === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(unit);
}

import type { History } from './history.ts';
import { noteOf } from './history-text.ts';
import { newestFirst } from './join-histories.ts';

/**
 * Writes a history as text of at most `maxBytes` bytes of UTF-8, for a cookie. Where that is too little, the asks touched
 * longest ago are left out. The same history always gives the same text.
 */
export function writeHistory(history: History, maxBytes = Infinity): string {
  const whole = noteOf(history);
  if (bytesOf(whole) <= maxBytes) return whole;
  const bare: History = { ...history, exposed: {}, asks: {} };
  const least = bytesOf(noteOf(bare));
  let room = maxBytes - least;
  const keep = <T>(part: 'exposed' | 'asks', entries: readonly (readonly [string, T])[]) =>
    Object.fromEntries(
      entries.filter(([name, value]) => {
        // What it adds to the text, with a comma.
        room -= bytesOf(noteOf({ ...bare, [part]: { [name]: value } })) - least + 1;
        return room >= 0;
      }),
    );
  const exposed = keep('exposed', Object.entries(history.exposed).sort());
  return noteOf({ ...bare, exposed, asks: keep('asks', newestFirst(history.asks)) });
}

/** Bytes of UTF-8. What `JSON.stringify` writes has no lone surrogate, which `encodeURIComponent` refuses. */
function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%../g, '.').length;
}

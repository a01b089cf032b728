import type { CommitmentEvent } from '../../events/index.ts';
import type { Item } from './options.ts';

/** Room that the frame of a batch takes, in bytes. */
export const frame = 64;

/** Makes the item of an event. Throws when no JSON can be made of it. */
export function createItem(
  event: CommitmentEvent,
  place: number,
  text: string = JSON.stringify(event),
  kept?: string,
): Item {
  return { event, place, text, kept, bytes: new TextEncoder().encode(text).length, due: 0, requests: 0 };
}

/** Takes the oldest items off that fit into a request of `most` bytes; always one at least, and a suspicious one alone. */
export function takePart(
  items: Item[],
  most: number,
  count: number,
): { part: Item[]; body: string; bytes: number } {
  let bytes = frame;
  let length = 0;
  for (const item of items) {
    if (length && (item.due || items[0]?.due || length >= count || bytes + item.bytes > most)) break;
    bytes += item.bytes + 1;
    length++;
  }
  const part = items.splice(0, length);
  return {
    part,
    bytes,
    body: `{"v":1,"sent":${Date.now()},"events":[${part.map(({ text }) => text).join()}]}`,
  };
}

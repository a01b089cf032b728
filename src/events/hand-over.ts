import type { EventBase } from './event.ts';

/**
 * What a page hands over to the shop's own server with an order, so that an event of the server's stands in the same attempt,
 * visit and page view. No personal data: ids that the kit has made up, and the visitor's consent.
 */
export type HandOver = Pick<
  EventBase,
  'attempt' | 'ask' | 'session' | 'page' | 'consent' | 'seq' | 'visitor' | 'experiments' | 'ladder'
>;

/** What metadata of payment services hold at most: Stripe takes 500 characters a value. */
const room = 500;

/** Writes a hand-over as text of at most 500 characters. What does not fit in is left out, the least telling first. */
export function writeHandOver(now: HandOver): string {
  const { attempt, ask, session, page, consent, seq, visitor, experiments, ladder } = now;
  const { id, n } = session;
  const must = { v: 1, attempt, ask: { id: ask.id }, session: { id, n }, consent, seq };
  const size = JSON.stringify({ ...must, page: { path: '', viewId: page.viewId } }).length;
  // A path that is cut still names the page; what an id needs goes first.
  const path = page.path.slice(0, Math.max(0, Math.min(100, room - size)));
  let kept: object = { ...must, page: { path, viewId: page.viewId } };
  for (const more of [
    visitor && { visitor: { ...visitor, segments: [] } },
    { ask },
    experiments && { experiments },
    visitor && { visitor },
    { session },
    ladder && { ladder },
  ]) {
    const next = { ...kept, ...more };
    if (JSON.stringify(next).length <= room) kept = next;
  }
  return JSON.stringify(kept);
}

/** Reads a hand-over: undefined for what is none. Whether each of its parts is as an event has it, is for the reader to check. */
export function readHandOver(text: unknown): HandOver | undefined {
  try {
    if (typeof text !== 'string' || text.length > room) return undefined;
    const { v, attempt, ask, session, page, consent, seq, visitor, experiments, ladder } = JSON.parse(text);
    return v === 1 && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(attempt)
      ? {
          attempt,
          ask,
          session,
          page,
          consent,
          seq,
          ...(visitor && { visitor }),
          ...(experiments && { experiments }),
          ...(ladder && { ladder }),
        }
      : undefined;
  } catch {
    return undefined;
  }
}

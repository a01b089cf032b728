import type { Kind } from '../events/index.ts';
import type { Ask } from './ask.ts';

/**
 * Records that the visitor's answer has changed, once that has succeeded: what it was is withdrawn, what it is now is
 * committed; undefined is no answer. What it was may be of an earlier visit, which this attempt did not record.
 */
export function recordChange(ask: Ask, kind: Kind, before: unknown, after: unknown): void {
  if (before) {
    const known = ask.standing(kind) ?? before;
    ask.stand(kind, known);
    ask.record('withdrawn', known, kind);
  }
  if (after) ask.record('committed', after, kind);
}

import type { RowLike } from '../../src/insights/index.ts';

export const day = 86_400_000;
/** A Monday. */
export const monday = Date.UTC(2026, 0, 5);

let made = 0;

/**
 * A row from few words: who, what and when, in minutes after {@link monday}. `'poll.vote:hurdle'` names the ask, else it is `'a'`.
 */
export function row(visitor: string, action: string, minute: number, more: Partial<RowLike> = {}): RowLike {
  const [kind = '', askId = 'a'] = action.split(':');
  made++;
  return {
    id: `row ${made}`,
    kind,
    phase: 'committed',
    grade: 1,
    askId,
    attempt: `attempt ${made}`,
    sessionId: `session of ${visitor}`,
    visitorId: visitor,
    viewId: `view of ${visitor}`,
    seq: made,
    occurredAt: monday + minute * 60_000,
    ...more,
  };
}

/** The yeses of one visitor, a minute apart. */
export const walk = (visitor: string, ...actions: readonly string[]): RowLike[] =>
  actions.map((action, minute) => row(visitor, action, minute));

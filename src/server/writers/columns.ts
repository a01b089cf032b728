import type { EventRow } from '../collector-store.ts';

/**
 * The columns of a table of events, in order, with what each takes from a row. All times are milliseconds since 1970, so that
 * the same SQL runs everywhere; the order of events is `(occurred_at, view_id, seq)`.
 */
export const columns = {
  id: (row: EventRow) => row.id,
  kind: (row: EventRow) => row.kind,
  phase: (row: EventRow) => row.phase,
  grade: (row: EventRow) => row.grade,
  ask_id: (row: EventRow) => row.askId,
  placement: (row: EventRow) => row.placement,
  moment: (row: EventRow) => row.moment,
  attempt: (row: EventRow) => row.attempt,
  session_id: (row: EventRow) => row.sessionId,
  visitor_id: (row: EventRow) => row.visitorId,
  segments: (row: EventRow) => row.segments,
  page_path: (row: EventRow) => row.pagePath,
  view_id: (row: EventRow) => row.viewId,
  seq: (row: EventRow) => row.seq,
  amount: (row: EventRow) => row.amount,
  currency: (row: EventRow) => row.currency,
  time: (row: EventRow) => row.time,
  occurred_at: (row: EventRow) => row.occurredAt,
  received_at: (row: EventRow) => row.receivedAt,
} as const;

/** The name of a column that every table of events has; `experiments` and `event` come on top, each database its own way. */
export type Column = keyof typeof columns;

export const columnNames = Object.keys(columns) as Column[];

/** The common columns of a row as an object by name. */
export function valuesOf(row: EventRow): Record<Column, unknown> {
  return Object.fromEntries(columnNames.map((name) => [name, columns[name](row)])) as Record<Column, unknown>;
}

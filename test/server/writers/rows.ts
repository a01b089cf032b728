import type { CommitmentEvent } from 'smallyes/events';
import type { EventRow } from 'smallyes/server';
import { rowOf } from '../../../src/server/collector-store.ts';
import { noon, votes } from '../collector.support.ts';

/** Rows as a collector hands them over, told apart by number. */
export const rowsOf = (count: number, from = 1, receivedAt = noon): EventRow[] =>
  votes(count, from).map((event) => rowOf(event, event.time, receivedAt));

export const rowFor = (event: CommitmentEvent, receivedAt = noon): EventRow =>
  rowOf(event, event.time, receivedAt);

export const signal = () => ({ signal: new AbortController().signal });

export const idsOf = (rows: readonly EventRow[]): string[] => rows.map(({ id }) => id);

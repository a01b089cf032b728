'use client';
import { useState } from 'react';
import {
  type CatalogueKind,
  type Commitment,
  type CommitmentData,
  type CommitmentEvent,
  catalogue,
  type Grade,
  type Kind,
} from '../events/index.ts';
import type { AskProps } from './ask.ts';
import { useAsk } from './use-ask.ts';

/** Options of {@link useCommit}. A kind that the kit does not know needs its grade. */
export type UseCommitOptions<K extends Kind> = AskProps<K> &
  (K extends CatalogueKind ? { grade?: Grade | undefined } : { grade: Grade });

/** What an ask of your own can record. Every method returns the event, or undefined when it would double one. */
export interface CommitHandle<K extends Kind> {
  /** Put it on the ask's root element: `seen` goes out when half of it was on the screen for a second. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /** The visitor began. */
  start(data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The visitor came further. */
  progress(data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The yes: call it after it has succeeded. */
  commit(data: CommitmentData[K]): Commitment<K> | undefined;
  /** A second proof of the same yes, such as a double opt-in. */
  confirm(data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The visitor took it back. */
  withdraw(data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The visitor said no. */
  dismiss(data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** A yes that did not arrive. */
  fail(data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** Ends this attempt; the next event begins a new one. */
  reset(): void;
}

/**
 * Makes an ask of your own out of any markup. The handle is stable. A kind that the kit does not know is
 * declared once:
 *
 * ```tsx
 * declare module 'smallyes/events' {
 *   interface CommitmentData { 'loan-slider.choose': { months: number } }
 * }
 *
 * const { ref, start, commit } = useCommit('loan-slider.choose', { id: 'loan', grade: 1 });
 * <div ref={ref}>… <button onClick={() => commit({ months })}>That one</button></div>
 * ```
 */
export function useCommit<K extends Kind>(kind: K, options: UseCommitOptions<K>): CommitHandle<K> {
  const usual = (catalogue as Partial<Record<Kind, Grade>>)[kind] ?? options.grade ?? 1;
  const ask = useAsk({ kinds: { [kind]: usual }, component: kind, props: options });
  const [handle] = useState(() => {
    const record =
      (phase: CommitmentEvent['phase']) =>
      (data?: unknown): never =>
        ask.record(phase, data, kind) as never;
    return {
      ref: ask.ref,
      start: record('started'),
      progress: record('progressed'),
      commit: record('committed'),
      confirm: record('confirmed'),
      withdraw: record('withdrawn'),
      dismiss: record('dismissed'),
      fail: record('failed'),
      reset: ask.reset,
    } satisfies CommitHandle<K>;
  });
  return handle;
}

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
import { kindPattern } from '../events/well-formed.ts';
import { tell } from '../internal/messages.ts';
import { useLatest } from '../internal/use-latest.ts';
import type { AskProps } from './ask.ts';
import { useHub } from './context.ts';
import { handOver, takeOver } from './hand-over.ts';
import { createOrderHub } from './order-hub.ts';
import { useAsk } from './use-ask.ts';

/** Options of {@link useCommit}. A kind that the kit does not know needs its grade. */
export type UseCommitOptions<K extends Kind> = AskProps<K> &
  (K extends CatalogueKind ? { grade?: Grade | undefined } : { grade: Grade });

/** What an ask of your own can record. Every method returns the event, or undefined when it would double one. */
export interface CommitHandle<K extends Kind> {
  /** Put it on the ask's root element: `seen` goes out when half of it was on the screen for a second. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /** The visitor began. */
  start(this: void, data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The visitor came further. */
  progress(this: void, data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The yes: call it after it has succeeded. */
  commit(this: void, data: CommitmentData[K]): Commitment<K> | undefined;
  /** A second proof of the same yes, such as a double opt-in. */
  confirm(this: void, data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The visitor took it back. */
  withdraw(this: void, data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** The visitor said no. */
  dismiss(this: void, data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** A yes that did not arrive. */
  fail(this: void, data?: Partial<CommitmentData[K]>): CommitmentEvent<K> | undefined;
  /** Ends this attempt; the next event begins a new one. */
  reset(this: void): void;
  /**
   * Writes down where this attempt stands, in at most 500 characters, for your server to keep with an order and give to `recordOrder`:
   * a purchase then counts once, whoever tells of it first. A hidden field, or metadata of your payment service, takes it along. No
   * personal data; the visitor's consent is in it.
   */
  handOver(this: void): string;
  /**
   * Goes on with the attempt that an earlier page has handed over, such as before the payment: call it before you record
   * something. False when the text is none, or of another ask.
   */
  takeOver(this: void, text: string | null | undefined): boolean;
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
  if (process.env.NODE_ENV !== 'production' && !Object.hasOwn(catalogue, kind)) {
    if (options.grade === undefined) tell(107, `"${kind}"`, 'undefined');
    if (!kindPattern.test(kind)) tell(121, kind);
  }
  const hub = useHub();
  const ask = useAsk({ kinds: { [kind]: usual }, component: kind, props: options }, createOrderHub);
  const latest = useLatest(options);
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
      handOver: () => handOver(hub, ask, latest.current),
      takeOver(text) {
        const given = takeOver(ask, latest.current.id, text);
        // What was said yes to on that page can be confirmed or withdrawn on this one.
        if (given) ask.stand(kind, {});
        return !!given;
      },
    } satisfies CommitHandle<K>;
  });
  return handle;
}

'use client';
import { useEffect, useRef, useState } from 'react';
import { type CommitmentEvent, uuid } from '../../events/index.ts';
import type {
  Attempted,
  Settled,
  SubmissionState,
  SubmitContext,
  SubmitHandler,
} from '../../internal/submission.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import type * as After from './lead-gate-after.tsx';
import type { AnyGateProps, LeadGateResult } from './lead-gate-props.ts';

/** Where a key is turned. Read when it happens. */
export interface KeyHandlers {
  readonly isOpen: boolean;
  bring(): Promise<typeof After>;
  /** The gate's own. */
  readonly ask: Attempted;
  /** Notes the grant of an answer, and hands it on. */
  hearing(
    ask: NonNullable<AnyGateProps['onKey']>,
  ): (event: never, context: SubmitContext) => LeadGateResult | Promise<LeadGateResult>;
  /** Another ask's yes arrived at the server, or did not. `isEarlier`: it was given before the gate stood on the page. */
  onTurned(end: Settled, event: CommitmentEvent, isEarlier: boolean): void;
}

/** Another ask as the key: one inside the door, or one elsewhere on the page. */
export function useGateKey(props: AnyGateProps, handlers: KeyHandlers) {
  const { id, unlockBy } = props;
  const { bus } = useHub();
  const [state, setState] = useState<SubmissionState>();
  const turned = useRef<readonly [event: CommitmentEvent, isEarlier: boolean]>(undefined);
  const latest = useLatest(handlers);
  const options = useLatest({
    createKey: uuid,
    ask: handlers.ask,
    onSubmit: props.onKey && (handlers.hearing(props.onKey) as SubmitHandler<unknown>),
  });
  const submission = useRef<ReturnType<typeof After.createSubmission>>(undefined);

  const turn = useLatest((event: CommitmentEvent, isEarlier = false) => {
    if (handlers.isOpen || event.ask.id === id) return;
    turned.current = [event, isEarlier];
    const end = (settled: Settled) => latest.current.onTurned(settled, event, isEarlier);
    const { onKey } = props;
    if (!onKey) return end({ status: 'ok' });
    setState('sending');
    handlers.bring().then(
      (part) => {
        submission.current ??= part.createSubmission<unknown>(() => options.current, setState);
        submission.current.send(event, end);
      },
      (error: unknown) => {
        setState({ status: 'failed', error });
        end({ status: 'failed', error });
      },
    );
  });

  const names = [unlockBy ?? []].flat().join('\n');
  useEffect(() => {
    if (!names) return undefined;
    const fits = ({ phase, kind, ask }: CommitmentEvent) =>
      phase === 'committed' && names.split('\n').some((name) => name === kind || name === ask.id);
    // What was said yes to earlier in this page view opens it without a word.
    const earlier = bus.recent().findLast(fits);
    if (earlier) turn.current(earlier, true);
    return bus.subscribe((event) => {
      if (fits(event)) turn.current(event);
    });
  }, [bus, names, turn]);
  useEffect(() => () => submission.current?.clear(), []);

  return {
    state,
    /** Hears what happens inside the door. */
    hear: (event: CommitmentEvent) => turn.current(event),
    /** Forgets how the last one ended, and does not hear the one under way. */
    clear() {
      turned.current = undefined;
      submission.current?.clear();
      setState(undefined);
    },
    retry() {
      if (turned.current) turn.current(...turned.current);
    },
  };
}

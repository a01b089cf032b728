'use client';
import { useEffect, useState } from 'react';
import { type Money, uuid } from '../../events/index.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import {
  createSubmission,
  type Settled,
  type SubmissionState,
  type SubmitContext,
  type SubmitResult,
} from '../../internal/submission.ts';
import { useLatest } from '../../internal/use-latest.ts';
import type { CheckoutProps, CheckoutResult } from './checkout-props.ts';
import type { CheckoutTrail } from './checkout-trail.ts';

/** How an order ended on this page. */
export type OrderEnd = NonNullable<CheckoutProps['result']>;

interface Values {
  readonly value: Money | undefined;
  /** What it is for: another cart of the same price is another order. */
  readonly signature: string;
}

/** Takes the order to the developer's server, one at a time, or the visitor to the payment service. `settle` hears how it ended, and whether nobody knows. */
export function useOrderSending(
  props: Pick<CheckoutProps, 'id' | 'onSubmit'>,
  trail: CheckoutTrail,
  settle: (end: OrderEnd, isLost: boolean) => void,
) {
  const [state, setState] = useState<SubmissionState | 'leaving'>();
  const latest = useLatest({ props, settle });
  const [sending] = useState(() => {
    let heard: CheckoutResult;
    let said = '';
    let stay: ReturnType<typeof setTimeout>;
    const hear = (given: CheckoutResult): SubmitResult => {
      heard = given;
      if (given?.status !== 'redirect') return given as SubmitResult;
      if (!isSafeUrl(given.url)) throw new Error(`unsafe address ${given.url}`);
      trail.leaveFor(given.url);
      return { status: 'pending' };
    };
    const { send, clear } = createSubmission<Values>(
      () => ({
        // A payment that the visitor sends again after a reload must not be taken twice.
        createKey() {
          const open = trail.open();
          return open?.[1] === said ? open[0] : uuid();
        },
        ask: trail,
        onSubmit({ value }: Values, context: SubmitContext) {
          heard = undefined;
          trail.keepOpen([context.idempotencyKey, said]);
          // Not among the values: it is another text each time, and a retry must be known as one.
          const order = { value, handOver: trail.handOver() };
          const given = latest.current.props.onSubmit?.(order, context);
          return isPromise(given)
            ? (given as Promise<CheckoutResult>).then(hear)
            : hear(given as CheckoutResult);
        },
      }),
      setState,
    );
    const end = (settled: Settled) => {
      const { status, error } = settled;
      setState(undefined);
      if (process.env.NODE_ENV !== 'production' && error) tell(401, latest.current.props.id, String(error));
      if (status !== 'failed') trail.keepOpen();
      // Who has thrown, or has not answered in time, has said nothing else.
      latest.current.settle({ ...(!error && heard), ...settled } as OrderEnd, error !== undefined);
    };
    return {
      clear() {
        clearTimeout(stay);
        clear();
      },
      /** What the page has taken away says nothing of having stayed. */
      leave: () => clearTimeout(stay),
      send(values: Values) {
        said = JSON.stringify(values);
        send(values, (settled) => {
          if (settled.error || heard?.status !== 'redirect') return end(settled);
          setState('leaving');
          // The server has answered in its time, and the way there has one of its own: if the page stays, the visitor can try again.
          stay = setTimeout(end, 30_000, { status: 'failed', error: 'the page stayed' });
        });
      },
    };
  });
  useEffect(() => {
    // Back from the payment service, without an answer.
    const back = ({ persisted }: PageTransitionEvent) => persisted && sending.clear();
    addEventListener('pageshow', back);
    return () => {
      removeEventListener('pageshow', back);
      sending.leave();
    };
  }, [sending]);
  return { ...sending, isSending: !!state, isLeaving: state === 'leaving' };
}

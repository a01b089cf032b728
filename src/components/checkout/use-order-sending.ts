'use client';
import { useEffect, useState } from 'react';
import { type Money, uuid } from '../../events/index.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import {
  createSubmission,
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
  { id, onSubmit }: Pick<CheckoutProps, 'id' | 'onSubmit'>,
  trail: CheckoutTrail,
  settle: (end: OrderEnd, isLost: boolean) => void,
) {
  const [state, setState] = useState<SubmissionState>();
  const [isLeaving, setLeaving] = useState(false);
  const latest = useLatest({ id, onSubmit, settle });
  const [sending] = useState(() => {
    let heard: CheckoutResult;
    let said = '';
    const hear = (given: CheckoutResult): SubmitResult | Promise<never> => {
      heard = given;
      if (given?.status !== 'redirect') return given as SubmitResult;
      if (!isSafeUrl(given.url)) throw new Error(`an address that could run code: ${given.url}`);
      setLeaving(true);
      trail.leaveFor(given.url);
      // Until the page is gone. If it stays, the time runs out, and the visitor can try again.
      return new Promise(() => {});
    };
    const { send, clear } = createSubmission<Values>(
      () => ({
        // A payment that the visitor sends again after a reload must not be taken twice.
        createKey() {
          const [key, before] = trail.open() ?? [];
          return key && before === said ? key : uuid();
        },
        ask: trail,
        onSubmit({ value }: Values, context: SubmitContext) {
          heard = undefined;
          trail.keepOpen([context.idempotencyKey, said]);
          // Not among the values: it is another text each time, and a retry must be known as one.
          const order = { value, handOver: trail.handOver() };
          const given = latest.current.onSubmit?.(order, context);
          return isPromise(given)
            ? (given as Promise<CheckoutResult>).then(hear)
            : hear(given as CheckoutResult);
        },
      }),
      setState,
    );
    return {
      clear() {
        clear();
        setLeaving(false);
      },
      send(values: Values) {
        said = JSON.stringify(values);
        send(values, ({ status, message, errors, error }) => {
          setLeaving(false);
          if (process.env.NODE_ENV !== 'production' && error) tell(401, latest.current.id, String(error));
          if (status !== 'failed') trail.keepOpen();
          // Who has thrown, or has not answered in time, has said nothing else.
          const more = hasFailed({ status }) && error ? undefined : heard;
          latest.current.settle({ ...more, status, message, errors } as OrderEnd, error !== undefined);
        });
      },
    };
  });
  useEffect(() => {
    // Back from the payment service, without an answer.
    const back = ({ persisted }: PageTransitionEvent) => persisted && sending.clear();
    addEventListener('pageshow', back);
    return () => removeEventListener('pageshow', back);
  }, [sending]);
  return { ...sending, isSending: state === 'sending', isLeaving };
}

'use client';
import { useRef, useState } from 'react';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import type { CheckoutProps } from './checkout-props.ts';

/** How long a silent page is waited for, in milliseconds: it must not hold the visitor for ever. */
const patience = 30_000;

/**
 * Asks the page before a step is left, one question at a time. Gives whether it is being asked, what asks it (`then` hears the answer,
 * false when there is none), and what gives the question up, for a visitor who has gone elsewhere.
 */
export function useStepCheck({ id, onLeaveStep }: Pick<CheckoutProps, 'id' | 'onLeaveStep'>) {
  const [isChecking, setChecking] = useState(false);
  const run = useRef<AbortController>(undefined);
  const check = (step: string, formData: FormData, then: (answer: unknown) => void) => {
    const abort = new AbortController();
    const { signal } = abort;
    run.current = abort;
    const end = (answer: unknown) => {
      clearTimeout(timer);
      if (signal.aborted) return;
      setChecking(false);
      then(answer);
    };
    const fail = (error?: unknown) => {
      // Who was stopped may well reject: that is no failure.
      if (process.env.NODE_ENV !== 'production' && !signal.aborted)
        tell(401, id, String(error ?? `no answer within ${patience} ms`));
      end(false);
    };
    const timer = setTimeout(() => {
      fail();
      abort.abort();
    }, patience);
    try {
      const answer = onLeaveStep?.(step, { formData, signal });
      if (!isPromise(answer)) return end(answer);
      setChecking(true);
      (answer as Promise<unknown>).then(end, fail);
    } catch (error) {
      fail(error);
    }
  };
  const stop = () => {
    run.current?.abort();
    setChecking(false);
  };
  return [isChecking, check, stop] as const;
}

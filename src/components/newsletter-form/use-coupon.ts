'use client';
import { useEffect, useRef, useState } from 'react';
import { loadOnce } from '../../internal/load-once.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import type * as After from './newsletter-form-after.tsx';
import type { ShownCoupon } from './newsletter-form-coupon.ts';
import type { AnyNewsletterProps } from './newsletter-form-props.ts';

/** Brings the part that nobody needs before the visitor turns to the form; it is shown once somebody does. */
export const [loadAfter] = loadOnce(() => import('./newsletter-form-after.tsx'));

/** How long a silent server is waited for, in milliseconds. */
const patience = 30_000;

/** The code for a subscriber, and the part that shows it. */
export function useCoupon(props: AnyNewsletterProps) {
  const { id } = props;
  const latest = useLatest(props);
  const [coupon, setCoupon] = useState<ShownCoupon | 'coming' | 'failed'>();
  const [after, setAfter] = useState<typeof After>();
  const asked = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      asked.current?.abort();
      // A second run of the effects asks anew.
      asked.current = undefined;
    },
    [],
  );

  const bring = () =>
    loadAfter().then((part) => {
      setAfter(() => part);
      return part;
    });

  /** Takes what the server gave. Where the part that shows it cannot be had, the bare code must do. */
  function give(given: unknown) {
    bring().then(
      (part) => setCoupon(part.readCoupon(given, id)),
      () => {
        const { code } = (given ?? {}) as { code?: unknown };
        setCoupon(typeof code === 'string' ? { code } : undefined);
      },
    );
  }

  /** Asks the server for it, once; after a failure again. */
  function load() {
    const { loadCoupon } = latest.current;
    if (!loadCoupon || asked.current) return;
    const abort = new AbortController();
    asked.current = abort;
    const timer = setTimeout(() => fail(new Error(`no answer within ${patience} ms`)), patience);
    const fail = (error: unknown) => {
      clearTimeout(timer);
      if (asked.current !== abort) return;
      forget();
      if (process.env.NODE_ENV !== 'production') tell(1435, id, String(error));
      void bring().catch(() => {});
      setCoupon('failed');
    };
    setCoupon('coming');
    // An async function, so that a loader that throws rejects.
    (async () => loadCoupon({ signal: abort.signal }))().then((given) => {
      clearTimeout(timer);
      if (asked.current !== abort) return;
      if (given) give(given);
      else setCoupon(undefined);
    }, fail);
  }

  /** Gives up one under way, and shows none. */
  function forget() {
    asked.current?.abort();
    asked.current = undefined;
    setCoupon(undefined);
  }

  return { coupon, after, bring, give, load, forget };
}

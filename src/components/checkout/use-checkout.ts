'use client';
import { useEffect, useState } from 'react';
import type { OrderKind } from '../../events/index.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { lookAgain } from '../../provider/look-again.ts';
import { createOrderHub } from '../../provider/order-hub.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { type CheckoutHandle, type CheckoutTrail, createCheckoutTrail } from './checkout-trail.ts';
import type { UseCheckoutOptions } from './checkout-types.ts';

/**
 * Records a checkout that goes over pages of your own, as one attempt from the first page to the payment, whatever the visitor loads
 * in between. The handle is stable. Each page says what was finished on it:
 *
 * ```tsx
 * const checkout = useCheckout({ id: 'checkout', steps: ['home', 'product', 'cart', 'account', 'payment'], value: cart.total });
 * <button onClick={() => checkout.finish('cart')}>Go to your account</button>
 * // and where your server has taken the order:
 * checkout.place({ order: 'A-1042' });
 * ```
 *
 * Where the visitor allows no storage, each page load is an attempt of its own, unless your server carries `handOver()` along.
 */
export function useCheckout<const Step extends string>(
  options: UseCheckoutOptions<Step>,
): CheckoutHandle<Step> {
  // Inside, a step is any text; what comes out is one of those that went in.
  return useCheckoutTrail(options as unknown as UseCheckoutOptions) as unknown as CheckoutHandle<Step>;
}

/** The same, with what the component sees besides. */
export function useCheckoutTrail(options: UseCheckoutOptions<string>, isSettled?: boolean): CheckoutTrail {
  const hub = useHub();
  const [trail] = useState(() =>
    createCheckoutTrail(
      hub,
      () => latest.current.ask,
      () => latest.current.options,
    ),
  );
  const order: OrderKind = options.goal === 'subscribe' ? 'checkout.subscribe' : 'checkout.purchase';
  const ask = useAsk(
    {
      component: 'Checkout',
      kinds: { 'checkout.step': 2, [order]: 3 },
      last: order,
      settled: isSettled,
      props: options,
      leaving: trail.leaving,
    },
    // A cart has its money from the first step on.
    (all) =>
      createOrderHub({ ...all, emit: (draft, own) => all.emit({ ...draft, value: trail.worth() }, own) }),
  );
  const latest = useLatest({ ask, options });
  const { handOver } = options;
  // Not before the paint: only then has the provider told the memory what the visitor allows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hand-over is another attempt
  useEffect(() => {
    const unfollow = lookAgain(hub, trail.arrive);
    const arrive = (event: PageTransitionEvent) => event.persisted && trail.arrive();
    addEventListener('pageshow', arrive);
    return () => {
      unfollow?.();
      removeEventListener('pageshow', arrive);
    };
  }, [trail, hub, handOver]);
  return trail;
}

import { useRef, useState } from 'react';
import { AccountForm } from 'smallyes/account-form';
import { Checkout, type CheckoutOrder } from 'smallyes/checkout';
import { cart, orderOf, useCart } from './shop-cart.ts';
import { AddressFields, CartLines, DeliveryFields, WayFields } from './shop-fields.tsx';
import { CardFrame, type CardFrameHandle } from './shop-payment.tsx';
import type { ReturnedOrder, ShopServer } from './shop-server.ts';

/** Props of {@link Order}. */
interface OrderProps {
  server: ShopServer;
  /** What the shop knows of an order, on the page that a bank leads back to. */
  returned?: ReturnedOrder | undefined;
}

/** From the cart to the payment, in five steps on one page. */
export function Order({ server, returned }: OrderProps) {
  const now = useCart();
  const [placed, setPlaced] = useState<CheckoutOrder>();
  const [way, setWay] = useState<'card' | 'bank'>('card');
  const [email, setEmail] = useState(server.account());
  const frame = useRef<CardFrameHandle>(null);
  const token = useRef<string>(undefined);
  const isPaid = returned?.result?.status === 'ok';
  const order = placed ?? (isPaid ? returned.order : orderOf(now, server.currency));

  return (
    <Checkout
      id="checkout"
      placement="checkout"
      moment="buy"
      headingLevel={2}
      order={order}
      handOver={returned?.handOver}
      result={returned?.result}
      onCommit={({ kind }) => {
        if (kind === 'checkout.step') return;
        // The cart is empty from now on; what was bought still stands beside the thanks.
        setPlaced(order);
        cart.clear();
      }}
      onLeaveStep={async (step) => {
        if (step !== 'payment') return true;
        token.current = way === 'card' ? await frame.current?.tokenise() : undefined;
        return way === 'bank' || !!token.current || 'Please look at your card details once more.';
      }}
      onSubmit={(submission, { idempotencyKey }) =>
        server.place(now, submission, { key: idempotencyKey, token: token.current })
      }
      action="/checkout"
      labels={{ placedMore: 'Ida packs it on the next working day. The receipt is in your mail.' }}
      next={
        <a className="sy-button" href="#/">
          Back to the shelf
        </a>
      }
      steps={[
        {
          id: 'cart',
          title: 'Your cart',
          body: <CartLines server={server} />,
          goOn: 'Order these',
        },
        {
          id: 'account',
          title: 'An account, if you like',
          body: ({ goOn }) => (
            <>
              <AccountForm
                id="account"
                placement="checkout"
                moment="buy"
                appearance="plain"
                headingLevel={3}
                heading="See when it is fired, and where the parcel is"
                method="link"
                known={email === undefined ? undefined : 'created'}
                onSubmit={async (values) => {
                  const answer = await server.createAccount(values.email);
                  setEmail(values.email);
                  return answer;
                }}
                onCommit={goOn}
                action="/accounts"
              />
              <div className="sy-actions">
                <button className="sy-button" type="button" onClick={goOn}>
                  {email === undefined ? 'Order without an account' : 'Continue'}
                </button>
              </div>
            </>
          ),
        },
        {
          id: 'address',
          title: 'Where shall it go?',
          body: <AddressFields email={email} currency={server.currency} />,
        },
        {
          id: 'delivery',
          title: 'How shall it come?',
          body: <DeliveryFields currency={server.currency} />,
        },
        {
          id: 'payment',
          title: 'Payment',
          body: <WayFields way={way} onWay={setWay} frame={<CardFrame ref={frame} />} />,
        },
      ]}
    />
  );
}

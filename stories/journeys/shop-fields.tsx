import {
  type HTMLInputAutoCompleteAttribute,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';
import { useCoupon } from './shop-asks.tsx';
import { cart, orderOf, useCart } from './shop-cart.ts';
import { Pot } from './shop-drawings.tsx';
import { glazes, pieceOf, priceText, type ShopCurrency } from './shop-pieces.ts';
import type { ShopServer } from './shop-server.ts';

/** What is in the cart, to be changed, and a code. */
export function CartLines({ server }: { server: ShopServer }) {
  const { lines, coupon } = useCart();
  const root = useRef<HTMLDivElement>(null);
  const now = `${lines.length} ${coupon}`;
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    // What had the focus is gone. Another tab takes it from nobody: this one has none then.
    if (document.activeElement === document.body && document.hasFocus())
      root.current?.focus({ preventScroll: true });
  }, [now]);
  return (
    <div className="sy-stack shop-cart-step" ref={root} tabIndex={-1}>
      <CartContent server={server} />
    </div>
  );
}

function CartContent({ server }: { server: ShopServer }) {
  const { lines, coupon } = useCart();
  if (lines.length === 0)
    return (
      <p>
        <a href="#/">To the shelf</a>
      </p>
    );
  return (
    <>
      <ul className="shop-cart">
        {lines.map((line) => {
          const piece = pieceOf(line.item);
          if (!piece) return null;
          const words = `${piece.name}, ${glazes[line.glaze]}`;
          const change = (quantity: number) => cart.change({ ...line, quantity });
          return (
            <li key={`${line.item} ${line.glaze}`}>
              <Pot shape={piece.shape} glaze={line.glaze} />
              <p>
                <strong>{piece.name}</strong>
                {glazes[line.glaze]}, {priceText(piece.price[server.currency], server.currency)}
              </p>
              <fieldset className="shop-pieces">
                <legend className="sy-visually-hidden">{words}</legend>
                <button className="sy-button" type="button" aria-label="One less" onClick={() => change(-1)}>
                  <span aria-hidden="true">−</span>
                </button>
                <output>{line.quantity}</output>
                <button
                  className="sy-button"
                  type="button"
                  aria-label="One more"
                  disabled={line.quantity >= piece.stock}
                  onClick={() => change(1)}
                >
                  <span aria-hidden="true">+</span>
                </button>
              </fieldset>
            </li>
          );
        })}
      </ul>
      {coupon ? (
        <p className="shop-coupon-in">
          Code <strong>{coupon}</strong> is in.{' '}
          <button
            className="sy-button"
            data-variant="quiet"
            type="button"
            onClick={() => cart.choose({ coupon: undefined })}
          >
            Take it out
          </button>
        </p>
      ) : (
        <CouponField server={server} />
      )}
    </>
  );
}

/** A code from a letter. Without a name of its own, so that no draft keeps it. */
function CouponField({ server }: { server: ShopServer }) {
  const { state, redeem } = useCoupon(server);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const use = () => void (field.current?.value.trim() && redeem(field.current.value));
  // In the form of the step, where Enter would go on to the next one.
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    use();
  };
  return (
    <div className="sy-field shop-coupon">
      <label className="sy-label" htmlFor={id}>
        Code from a letter
      </label>
      <div>
        <input
          className="sy-input"
          id={id}
          ref={field}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={`${id}said`}
          aria-invalid={state === 'unknown' || undefined}
          onKeyDown={hear}
        />
        <button className="sy-button" type="button" onClick={use}>
          Use it
        </button>
      </div>
      <p className="sy-error" id={`${id}said`} role="alert">
        {state === 'unknown'
          ? 'We do not know this code. It stands at the end of the letter.'
          : state === 'failed' && 'We could not ask about the code just now. Please try again.'}
      </p>
    </div>
  );
}

interface FieldProps {
  name: string;
  label: string;
  autoComplete: HTMLInputAutoCompleteAttribute;
  type?: 'email' | undefined;
  defaultValue?: string | undefined;
}

function Field({ label, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="sy-field">
      <label className="sy-label" htmlFor={id}>
        {label}
      </label>
      <input className="sy-input" id={id} required {...input} />
    </div>
  );
}

/** To whom, and where. */
export function AddressFields({ email, currency }: { email: string | undefined; currency: ShopCurrency }) {
  const country = useId();
  return (
    <>
      <Field name="name" label="Name" autoComplete="name" />
      <Field name="street" label="Street and number" autoComplete="street-address" />
      <Field name="city" label="Postcode and town" autoComplete="address-level2" />
      <div className="sy-field">
        <label className="sy-label" htmlFor={country}>
          Country
        </label>
        <select
          className="sy-input"
          id={country}
          name="country"
          autoComplete="country"
          defaultValue={currency === 'JPY' ? 'JP' : 'DK'}
        >
          <option value="DK">Denmark</option>
          <option value="DE">Germany</option>
          <option value="SE">Sweden</option>
          <option value="JP">Japan</option>
        </select>
      </div>
      <Field
        name="email"
        label="E-mail for the receipt"
        autoComplete="email"
        type="email"
        defaultValue={email}
      />
    </>
  );
}

/** By parcel, or fetched. */
export function DeliveryFields({ currency }: { currency: ShopCurrency }) {
  const now = useCart();
  const note = useId();
  const price = (delivery: 'parcel' | 'workshop') =>
    orderOf({ ...now, delivery }, currency).sums?.at(-1)?.amount ?? 0;
  return (
    <>
      <Choice
        label="Way of delivery"
        name="delivery"
        value={now.delivery}
        onChange={(delivery) => cart.choose({ delivery })}
        options={[
          {
            value: 'parcel',
            label: `Parcel, ${priceText(price('parcel'), currency)}`,
            more: 'In straw and cardboard, two to four days. What breaks on the way we make again.',
          },
          {
            value: 'workshop',
            label: 'I fetch it, for nothing',
            more: 'Svendborg, the old ropewalk, Tuesday to Saturday from ten to five.',
          },
        ]}
      />
      <div className="sy-field">
        <label className="sy-label" htmlFor={note}>
          A line for the card, if it is a gift
        </label>
        <input className="sy-input" id={note} name="card" maxLength={120} autoComplete="off" />
      </div>
    </>
  );
}

/** By card, in the frame of the payment service, or at the bank. */
export function WayFields(props: {
  way: 'card' | 'bank';
  onWay: (way: 'card' | 'bank') => void;
  frame: ReactNode;
}) {
  const { way, onWay, frame } = props;
  return (
    <>
      <Choice
        label="Way to pay"
        name="way"
        value={way}
        onChange={onWay}
        options={[
          { value: 'card', label: 'Card' },
          { value: 'bank', label: 'At my bank', more: 'You confirm it there, and come back here.' },
        ]}
      />
      <div hidden={way !== 'card'}>{frame}</div>
    </>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  name: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { readonly value: Value; readonly label: string; readonly more?: string }[];
}) {
  const { label, name, value, onChange, options } = props;
  return (
    <div className="sy-choices" role="radiogroup" aria-label={label}>
      {options.map((one) => (
        <label className="sy-choice" key={one.value}>
          <input
            className="sy-choice-input"
            type="radio"
            name={name}
            value={one.value}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          <span className="sy-choice-label">{one.label}</span>
          {one.more && <span className="sy-choice-description">{one.more}</span>}
        </label>
      ))}
    </div>
  );
}

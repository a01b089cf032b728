import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { priceText, type ShopCurrency } from './shop-pieces.ts';
import type { ShopServer } from './shop-server.ts';

/** What the frame of the payment service can be asked for. */
export interface CardFrameHandle {
  /** A token that stands for the card, or nothing where the fields are not as they should be: the frame says why itself. */
  tokenise(): Promise<string | undefined>;
}

/**
 * The card fields of a payment service, in a frame of its own, as such services ask for: a number that is typed there never comes
 * to the shop. Its page and the shop talk by messages.
 */
export function CardFrame({ ref }: { ref: Ref<CardFrameHandle> }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useImperativeHandle(ref, () => ({
    tokenise: () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<{ token?: string }>) => {
          port1.close();
          resolve(data.token);
        };
        frame.current?.contentWindow?.postMessage('tokenise', location.origin, [port2]);
      }),
  }));
  return (
    <iframe className="shop-card-frame" ref={frame} title="Card details, with Nordpay" srcDoc={cardPage} />
  );
}

/** The page in the frame, which is the payment service's. A card whose number ends in 0002 is declined. */
const cardPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Card details</title>
<style>
  :root { color-scheme: light; }
  body { margin: 0; background: transparent; color: light-dark(#26241f, #eceae4); font: 400 16px/1.5 system-ui, sans-serif; }
  form { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; padding: 3px; }
  label { display: grid; gap: 4px; font-size: 14px; font-weight: 600; }
  label:first-child { grid-column: 1 / -1; }
  input { box-sizing: border-box; inline-size: 100%; min-block-size: 44px; padding: 8px 12px; border: 1px solid light-dark(#8c867b, #8c867b);
    border-radius: 8px; background: light-dark(#fefdfb, #1d1c1a); color: inherit; font: 400 16px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
  input:focus-visible { outline: 2px solid light-dark(#2f57b0, #a9bff5); outline-offset: 1px; }
  input[aria-invalid] { border-color: light-dark(#b3261e, #f2a39c); }
  p { grid-column: 1 / -1; margin: 0; font-size: 14px; color: light-dark(#6a665e, #b5b1a8); }
  p[role] { color: light-dark(#a3231b, #f5aca6); }
  p[role]:empty, p[role]:not(:empty) + p { display: none; }
</style>
<form>
  <label>Card number <input name="number" inputmode="numeric" autocomplete="cc-number" aria-describedby="wrong"></label>
  <label>Valid until <input name="until" inputmode="numeric" autocomplete="cc-exp" placeholder="MM/YY"></label>
  <label>Check digits <input name="check" inputmode="numeric" autocomplete="cc-csc"></label>
  <p id="wrong" role="alert"></p>
  <p>Encrypted by Nordpay. The shop never sees your card.</p>
</form>
<script>
  // As light or as dark as the page around it: real services are told so by an option.
  document.documentElement.style.colorScheme = getComputedStyle(frameElement).colorScheme.replace('normal', 'light');
  const form = document.forms[0];
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('message', ({ data, ports, origin }) => {
    if (data !== 'tokenise' || origin !== self.origin) return;
    const digits = form.number.value.replace(/\\D/g, '');
    const isWhole = digits.length > 14 && digits.length < 20 && /^\\d\\d ?\\/ ?\\d\\d$/.test(form.until.value) && /^\\d{3,4}$/.test(form.check.value);
    form.number.toggleAttribute('aria-invalid', !isWhole);
    document.getElementById('wrong').textContent = isWhole ? '' : 'Something is missing in the card details.';
    ports[0].postMessage(isWhole ? { token: digits.endsWith('0002') ? 'declined' : 'card-' + digits.slice(-4) } : {});
  });
</script>
</html>`;

/** The bank's own page, to which the checkout leads who pays there. It may take as long as it takes. */
export function BankPage({ server, reference }: { server: ShopServer; reference: string }) {
  const [isBusy, setBusy] = useState(false);
  const owed = server.owed(reference);
  const answer = async (state: 'paid' | 'cancelled') => {
    setBusy(true);
    await server.hearFromBank(reference, state);
    location.hash = `#/return/${reference}`;
  };
  return (
    <main className="shop-bank">
      <p className="shop-bank-name">Skovbanken</p>
      <h1>Confirm a payment</h1>
      {owed ? (
        <>
          <dl className="shop-owed">
            <div>
              <dt>To</dt>
              <dd>Bredal Stoneware, Svendborg</dd>
            </div>
            <div>
              <dt>Amount</dt>
              <dd>{priceText(owed.amount, owed.currency as ShopCurrency)}</dd>
            </div>
            <div>
              <dt>Reference</dt>
              <dd>{reference}</dd>
            </div>
          </dl>
          <div className="sy-actions">
            <button
              className="sy-button"
              data-variant="primary"
              type="button"
              disabled={isBusy}
              onClick={() => void answer('paid')}
            >
              Confirm
            </button>
            <button
              className="sy-button"
              type="button"
              disabled={isBusy}
              onClick={() => void answer('cancelled')}
            >
              Cancel
            </button>
          </div>
        </>
      ) : (
        <p>This payment is not known here any more.</p>
      )}
    </main>
  );
}

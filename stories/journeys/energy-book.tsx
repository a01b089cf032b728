import { type FormEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { DownloadLink } from 'smallyes/download-link';
import { useCommit } from 'smallyes/provider';
import { Part } from './energy-media.tsx';
import { type EnergyServer, save } from './energy-server.ts';

/** A small thing to buy: an ask of the site's own, made with `useCommit`. The yes is recorded when the server has the order. */
export function HouseBook({ server }: { server: EnergyServer }) {
  const { ref, start, commit, fail } = useCommit('checkout.purchase', {
    id: 'house-book',
    placement: 'after-plan',
    moment: 'buy',
    worth: { amount: 9, currency: 'EUR' },
    exchange: { give: ['9 euros', 'an address for the invoice'], get: ['The house book (PDF, 12 pages)'] },
  });
  const [state, setState] = useState<'asking' | 'pending' | 'failed' | { number: string; href: string }>(
    'asking',
  );
  const order = typeof state === 'object' ? state : undefined;
  const field = useId();
  const isBusy = useRef(false);
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (order) status.current?.focus();
  }, [order]);

  const buy = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    setState('pending');
    const email = String(new FormData(event.currentTarget).get('email'));
    try {
      const taken = await server.order(email);
      commit({ order: taken.number });
      setState(taken);
    } catch {
      fail();
      setState('failed');
    }
    isBusy.current = false;
  };

  const download = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    void save(link.getAttribute('href') ?? '');
  };

  return (
    <Part topic="On paper" title="The house book">
      <div className="energy-book" ref={ref}>
        <BookCover />
        <div className="energy-book-words">
          <p>
            Twelve pages to fill in before anybody sells you anything: a page for each room, one for the
            offers side by side, one for your own order of things. Whoever comes to advise you, begin with
            this on the table.
          </p>
          <p className="sy-status" role="status" tabIndex={-1} ref={status} data-tone={order && 'success'}>
            {order && `Thank you. Order ${order.number} is on its way to your mailbox, with the invoice.`}
          </p>
          {order ? (
            // biome-ignore lint/a11y/noStaticElementInteractions: brings the file in the place of a server
            // biome-ignore lint/a11y/useKeyWithClickEvents: a link is clicked by its keys as well
            <div onClick={download}>
              <DownloadLink
                id="house-book-file"
                target="house-book"
                href={order.href}
                type="PDF"
                size={37_853}
              >
                Download the house book
              </DownloadLink>
            </div>
          ) : (
            <form className="sy-stack" method="post" action="/order" onSubmit={buy}>
              <p className="energy-price">
                <strong>9 euros</strong> VAT included, by invoice. Send it back within 14 days and pay
                nothing.
              </p>
              <div className="sy-field">
                <label className="sy-label" htmlFor={field}>
                  E-mail address for book and invoice
                </label>
                <input
                  className="sy-input"
                  id={field}
                  name="email"
                  type="email"
                  autoComplete="email"
                  required
                  onChange={() => void start()}
                />
              </div>
              <div className="sy-actions">
                <button
                  className="sy-button"
                  data-variant="primary"
                  type="submit"
                  aria-disabled={state === 'pending' || undefined}
                >
                  {state === 'pending' ? 'Ordering …' : 'Buy for 9 euros'}
                </button>
              </div>
              <p className="sy-error" role="alert">
                {state === 'failed' && 'The order did not go through, and nothing is owed. Please try again.'}
              </p>
            </form>
          )}
        </div>
      </div>
    </Part>
  );
}

/** The book, drawn. */
function BookCover() {
  return (
    <svg className="energy-cover" viewBox="0 0 120 168" aria-hidden="true">
      <rect className="back" x="6" y="6" width="112" height="160" rx="4" />
      <rect className="front" x="2" y="2" width="112" height="160" rx="4" />
      <path className="roof" d="M26 92 58 62l32 30" />
      <path className="walls" d="M34 92h48v34H34z" />
      <path className="door" d="M53 108h11v18H53z" />
      <text x="58" y="32" textAnchor="middle">
        The house
      </text>
      <text x="58" y="48" textAnchor="middle">
        book
      </text>
    </svg>
  );
}

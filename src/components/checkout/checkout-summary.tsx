import type { JSX } from 'react';
import { formatCount } from '../../provider/labels.ts';
import { formatMoney } from '../../provider/money.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { CheckoutLabels } from './checkout-labels.ts';
import type { CheckoutOrder } from './checkout-props.ts';
import { entriesOf } from './checkout-state.ts';

/** What is bought, and what it costs. */
export function CheckoutSummary(props: {
  readonly order: CheckoutOrder;
  readonly speak: Speaker<CheckoutLabels>;
  readonly heading: 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  readonly id: string;
}): JSX.Element {
  const { order, speak, heading: Heading, id } = props;
  const { total } = order;
  const lines = entriesOf(order.lines);
  const money = (amount: number) => formatMoney({ amount, currency: total.currency }, speak.locale);
  return (
    <section className="sy-checkout-summary" aria-labelledby={id}>
      <Heading className="sy-label" id={id}>
        {speak('summary')}
      </Heading>
      {lines.length === 0 ? (
        <p className="sy-note">{speak('empty')}</p>
      ) : (
        <ul className="sy-checkout-lines">
          {lines.map(({ id: line, name, quantity = 1, amount, note }) => (
            <li className="sy-checkout-line" key={line}>
              <span>
                {name}
                {quantity !== 1 && (
                  <>
                    <span className="sy-checkout-pieces" aria-hidden="true">
                      {` × ${formatCount(quantity, speak.locale)}`}
                    </span>
                    <span className="sy-visually-hidden">{`, ${speak('pieces', { count: quantity })}`}</span>
                  </>
                )}
                {note && <span className="sy-checkout-note sy-note">{note}</span>}
              </span>
              {amount !== undefined && <span className="sy-checkout-amount">{money(amount)}</span>}
            </li>
          ))}
        </ul>
      )}
      <dl className="sy-checkout-sums">
        {entriesOf(order.sums).map(({ label, amount }) => (
          <div className="sy-checkout-line" key={label}>
            <dt>{label}</dt>
            <dd className="sy-checkout-amount">{money(amount)}</dd>
          </div>
        ))}
        <div className="sy-checkout-line sy-checkout-total">
          <dt>{speak('total')}</dt>
          <dd className="sy-checkout-amount">{money(total.amount)}</dd>
        </div>
      </dl>
    </section>
  );
}

'use client';
import { type JSX, type ReactNode, useId } from 'react';
import { renderAskForm } from '../../internal/ask-form.tsx';
import { CheckIcon } from '../../internal/icons.tsx';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { formatMoney } from '../../provider/money.ts';
import { renderAsk } from '../../provider/render-ask.ts';
import { type Speaker, useLabels } from '../../provider/use-labels.ts';
import { type CheckoutLabels, checkoutLabels } from './checkout-labels.ts';
import type { CheckoutProps, CheckoutState, CheckoutStep } from './checkout-props.ts';
import { entriesOf } from './checkout-state.ts';
import { CheckoutSummary } from './checkout-summary.tsx';
import { useCheckoutScreen } from './use-checkout-screen.ts';

type Screen = ReturnType<typeof useCheckoutScreen>;

/**
 * The way from the cart to the payment on one page: each step a small yes, the order the large one. The steps are yours, the payment
 * is your payment service's; what is typed stays when a payment fails, and the order counts once, on whichever page and device the
 * visitor comes back.
 *
 * ```tsx
 * <Checkout
 *   id="checkout"
 *   order={cart.order}
 *   steps={[
 *     { id: 'cart', title: 'Your cart', body: <Cart /> },
 *     { id: 'account', title: 'Your account', body: ({ goOn }) => <AccountForm id="account" onCommit={goOn} … /> },
 *     { id: 'address', title: 'Where shall it go?', body: <AddressFields /> },
 *     { id: 'payment', title: 'Payment', body: <CardFrame /> },
 *   ]}
 *   onSubmit={(order) => post('/orders', order)}
 * />
 * ```
 */
export function Checkout<const Step extends string>(props: CheckoutProps<Step>): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <CheckoutRoot key={props.id} {...(props as unknown as CheckoutProps)} />;
}

function CheckoutRoot(props: CheckoutProps): JSX.Element {
  const screen = useCheckoutScreen(props);
  const { look, steps, at, order, outcome, isBusy, root } = screen;
  const { heading, headingLevel = 2, next, ...rest } = look;
  const speak = useLabels('checkout', checkoutLabels, rest.labels);
  const prefix = useId();
  const Title = `h${headingLevel}` as const;
  const Heading = `h${heading ? ((headingLevel + 1) as 3) : headingLevel}` as const;
  const isOpen = outcome.stage === 'open';
  // A server may leave out a list that is empty.
  const isEmpty = !!props.order && entriesOf(props.order.lines).length === 0;

  return renderAsk<CheckoutState>(
    'checkout',
    rest,
    { step: steps[at]?.id ?? '', stage: outcome.stage, isPending: isBusy },
    {
      role: 'group',
      'aria-labelledby': heading ? `${prefix}title` : undefined,
      'aria-label': heading ? undefined : speak('summary'),
      'data-step': steps[at]?.id,
      'data-stage': outcome.stage,
      'data-pending': isBusy || undefined,
      children: (
        <>
          {heading && (
            <Title className="sy-checkout-title" id={`${prefix}title`}>
              {heading}
            </Title>
          )}
          {isOpen && renderProgress(steps, at, speak)}
          <div className="sy-checkout-columns" data-alone={order ? undefined : ''}>
            <div className="sy-checkout-main">
              <div className="sy-checkout-steps" hidden={!isOpen}>
                {steps.map((step, place) => (
                  <section
                    key={step.id}
                    className="sy-checkout-step"
                    aria-labelledby={`${prefix}${step.id}`}
                    data-current={place === at || undefined}
                  >
                    <Heading
                      className="sy-checkout-heading sy-question"
                      id={`${prefix}${step.id}`}
                      tabIndex={-1}
                    >
                      {step.title}
                    </Heading>
                    {step.description && <p className="sy-description">{step.description}</p>}
                    {renderStep(screen, props, step, place, isEmpty, speak)}
                  </section>
                ))}
              </div>
              {renderStatus('sy-checkout-status', isBusy && speak(screen.isLeaving ? 'leaving' : 'sending'))}
              {!isOpen && (
                <div className="sy-checkout-end">
                  <CheckIcon />
                  <Heading className="sy-checkout-heading sy-question" tabIndex={-1}>
                    {speak(outcome.stage as 'placed' | 'pending')}
                  </Heading>
                  <p className="sy-description">
                    {outcome.message ?? speak(outcome.stage === 'pending' ? 'pendingMore' : 'placedMore')}
                  </p>
                  {outcome.order && <p className="sy-note">{speak('number', { order: outcome.order })}</p>}
                </div>
              )}
            </div>
            {order && (
              <CheckoutSummary order={order} speak={speak} heading={Heading} id={`${prefix}summary`} />
            )}
          </div>
          {!isOpen && (
            <NextSlot
              next={next as NextProp<object>}
              outcome={{ phase: 'committed', data: outcome.order ? { order: outcome.order } : {} }}
            />
          )}
        </>
      ),
      ...root,
    },
  );
}

function renderProgress(
  steps: readonly CheckoutStep[],
  at: number,
  speak: Speaker<CheckoutLabels>,
): JSX.Element | null {
  if (steps.length < 2) return null;
  return (
    <div className="sy-checkout-progress sy-only-with-script">
      <ol className="sy-checkout-marks" aria-label={speak('steps')}>
        {steps.map(({ id, title }, place) => (
          <li
            key={id}
            className="sy-checkout-mark"
            aria-current={place === at ? 'step' : undefined}
            data-done={place < at || undefined}
          >
            <span className="sy-visually-hidden">{place < at ? speak('done', { title }) : title}</span>
            <span className="sy-checkout-mark-title" aria-hidden="true">
              {title}
            </span>
          </li>
        ))}
      </ol>
      <p className="sy-checkout-place sy-note" aria-hidden="true">
        {speak('progress', { position: at + 1, count: steps.length })}
      </p>
    </div>
  );
}

/** What a step holds: plain content in a form of ours, or a form of the page's own. */
function renderStep(
  screen: Screen,
  props: CheckoutProps,
  { id, body, goOn }: CheckoutStep,
  place: number,
  isEmpty: boolean,
  speak: Speaker<CheckoutLabels>,
): JSX.Element {
  const { at, last, order, action, changed, problem, isBusy, way } = screen;
  const isCurrent = place === at;
  const total = order ? formatMoney(order.total, speak.locale) : '';
  const isPay = place === last;
  const own = typeof body === 'function';
  const held = isCurrent && problem;
  const alert = held && (held.words === true ? speak(held.key ?? 'checkFailed') : held.words);
  const label = goOn ?? (isPay ? (total ? speak('pay', { total }) : speak('order')) : speak('next'));
  const content: ReactNode = own ? body({ ...way, isCurrent }) : body;
  const inside = (
    <>
      {!own && <input type="hidden" name="step" value={id} />}
      {isPay && isCurrent && changed && order && (
        <div className="sy-checkout-changed" role="alert" tabIndex={-1}>
          <p>
            {changed.amount === order.total.amount
              ? speak('changedLines', { total })
              : speak('changed', { before: formatMoney(changed, speak.locale), total })}
          </p>
          <div className="sy-actions">
            <button className="sy-button" data-variant="primary" type="button" data-go="accept">
              {speak('accept')}
            </button>
            {last > 0 && (
              <button className="sy-button" data-variant="quiet" type="button" data-go="cart">
                {speak('look')}
              </button>
            )}
          </div>
        </div>
      )}
      <div className="sy-checkout-body sy-stack" inert={isPay && isCurrent && !!changed}>
        {content}
      </div>
      {renderAlert(alert)}
      {isEmpty && isCurrent && <p className="sy-note">{speak('empty')}</p>}
      <div className="sy-checkout-actions sy-actions">
        {!own && (
          <button
            className={action === undefined ? 'sy-button sy-only-with-script' : 'sy-button'}
            // The notice above asks first.
            data-variant={isCurrent && changed ? undefined : 'primary'}
            data-go="on"
            type="submit"
            disabled={isEmpty || screen.isUnpriced}
            aria-disabled={isBusy || undefined}
            data-pending={isBusy ? '' : undefined}
          >
            {label}
          </button>
        )}
        {place > 0 && !isBusy && (
          <button className="sy-button sy-only-with-script" data-variant="quiet" type="button" data-go="back">
            {speak('back')}
          </button>
        )}
      </div>
    </>
  );
  return own ? (
    <div className="sy-stack">{inside}</div>
  ) : (
    renderAskForm(props.id, action, 'sy-checkout-form sy-stack', inside, true)
  );
}

'use client';
import { type JSX, type Ref, useId, useState } from 'react';
import { FormBody } from '../../fields/form-body.tsx';
import { FormExchange } from '../../fields/form-exchange.tsx';
import type { FieldSpec } from '../../form/index.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderNoScript } from '../../internal/no-script.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import type {
  AnyNewsletterProps,
  NewsletterFormProps,
  NewsletterFormState,
} from './newsletter-form-props.ts';
import { useNewsletterForm } from './use-newsletter-form.ts';
import { useNewsletterRoot } from './use-newsletter-root.ts';

type Newsletter = ReturnType<typeof useNewsletterForm>;

/**
 * A sign-up by mail, with or without a confirmation, topics, and a code for subscribers. It says "subscribed" only once
 * your server does.
 *
 * ```tsx
 * <NewsletterForm id="letter" get="One idea for small shops, every Tuesday" onSubmit={subscribe} />
 * ```
 */
export function NewsletterForm<
  const Topic extends string = string,
  const Frequency extends string = string,
  const Fields extends readonly FieldSpec[] = readonly [],
>(props: NewsletterFormProps<Topic, Frequency, Fields>): JSX.Element {
  // Another id is another sign-up: nothing of the old one may stay.
  return <NewsletterRoot key={props.id} {...(props as unknown as AnyNewsletterProps)} />;
}

function NewsletterRoot(props: AnyNewsletterProps): JSX.Element {
  const {
    get,
    heading = get,
    headingLevel = 2,
    description,
    children,
    topics,
    frequencies,
    fields,
    consent,
    note,
    footer,
    challenge,
    onSubmit,
    action,
    fallback,
    resendAfter,
    known,
    confirmed,
    confirmParameter,
    loadCoupon,
    reward,
    closed,
    skippable,
    next,
    showExchange,
    ref,
    ...rest
  } = props;
  const newsletter = useNewsletterForm(props);
  const { view, words, form, speak, after, data } = newsletter;
  const stage = closed && view.stage === 'asking' ? 'closed' : view.stage;
  const { isPending } = form.view;
  const root = useNewsletterRoot(newsletter, props);
  const headingId = useId();
  // Once there, it stays, out of sight, with what was typed.
  const [hasAsked, setAsked] = useState(stage === 'asking');
  if (stage === 'asking' && !hasAsked) setAsked(true);
  const isIn = stage === 'subscribed' || stage === 'already';
  const Heading = `h${headingLevel}` as const;

  return renderAsk<NewsletterFormState>(
    'newsletter-form',
    { ...rest, ref },
    { stage, isPending },
    {
      'data-stage': stage,
      'data-pending': isPending || undefined,
      ref: root as Ref<HTMLDivElement>,
      children: (
        <>
          <Heading className="sy-question" id={headingId}>
            {heading}
          </Heading>
          {description && stage === 'asking' && <p className="sy-description">{description}</p>}
          {children}
          {renderStatus(
            'sy-newsletter-form-status',
            words,
            isIn ? 'success' : stage === 'pending' ? 'notice' : undefined,
            view.isOwn ? -1 : undefined,
          )}
          {hasAsked && renderForm(newsletter, props, headingId)}
          {stage === 'pending' && after && (
            <after.MailedPart
              folder="newsletter-form"
              ask={newsletter}
              isPending={isPending}
              wait={resendAfter}
            />
          )}
          {stage === 'pending' && !after && renderButton(speak('change'), newsletter.reopen)}
          {isIn && renderCoupon(newsletter)}
          {isIn && reward}
          {stage === 'skipped' && renderButton(speak('reopen'), newsletter.reopen)}
          {footer}
          {(isIn || stage === 'skipped') && (
            <NextSlot
              next={next as NextProp<object>}
              outcome={isIn ? { phase: 'committed', data } : { phase: 'dismissed', data: {} }}
            />
          )}
        </>
      ),
    },
  );
}

/** The form, which keeps what was typed while it is not shown. */
function renderForm(newsletter: Newsletter, props: AnyNewsletterProps, headingId: string): JSX.Element {
  const { form, formSpeak, speak, specs, exchange, view, skip } = newsletter;
  const { id, challenge, closed, fallback, heading, note, skippable } = props;
  const { showExchange = heading !== undefined } = props;
  const isHidden = closed || view.stage !== 'asking';
  const canPost = form.props.action !== undefined;
  // One field and one button share a line where there is room.
  const isLine = specs.length === 1 && !skippable && !challenge && !showExchange;
  const classes = [isLine && 'sy-newsletter-form-line', !canPost && 'sy-only-with-script'];
  return (
    <>
      <FormBody
        form={form}
        id={id}
        speak={formSpeak}
        hidden={isHidden}
        className={classes.filter(Boolean).join(' ') || undefined}
        aria-labelledby={headingId}
        before={showExchange && <FormExchange exchange={exchange} speak={formSpeak} />}
        fields={specs}
        submitLabel={speak('submit')}
        challenge={challenge}
        actions={
          skippable && (
            <button
              className="sy-button sy-only-with-script"
              data-variant="quiet"
              type="button"
              onClick={skip}
            >
              {speak('skip')}
            </button>
          )
        }
        after={note && <p className="sy-newsletter-form-note sy-note">{note}</p>}
      />
      {!canPost && !isHidden && renderNoScript(speak('noScript'), fallback)}
    </>
  );
}

function renderCoupon({ coupon, after, speak, load }: Newsletter): JSX.Element | undefined {
  if (coupon === undefined) return undefined;
  if (coupon === 'coming') return renderStatus('sy-newsletter-form-coming', speak('couponComing'), 'pending');
  if (coupon === 'failed')
    return (
      <>
        <p className="sy-error" role="alert">
          {speak('couponFailed')}
        </p>
        {renderButton(speak('retry'), load)}
      </>
    );
  // Without the part that dresses it, the visitor still has the code.
  return after ? (
    <after.CouponPart speak={speak} coupon={coupon} />
  ) : (
    <p className="sy-status">
      {speak('coupon')} <code>{coupon.code}</code>
    </p>
  );
}

function renderButton(text: string, onClick: () => void): JSX.Element {
  return (
    <div className="sy-actions">
      <button className="sy-button" type="button" onClick={onClick}>
        {text}
      </button>
    </div>
  );
}

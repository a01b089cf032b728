'use client';
import { type JSX, useId, useRef, useState, useSyncExternalStore } from 'react';
import { followClock } from '../../internal/follow-clock.ts';
import { tell } from '../../internal/messages.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import { endOf, type ShownCoupon } from './newsletter-form-coupon.ts';
import type { NewsletterFormLabels } from './newsletter-form-labels.ts';

export { MailedPart } from '../../fields/mailed-part.tsx';

// What nobody needs before the visitor turns to a sign-up. It comes with the first key.

/** What came as a code, if it can be shown: a server may send anything. */
export function readCoupon(given: unknown, id: string): ShownCoupon | undefined {
  const { code, expires, description } = (given ?? {}) as Record<string, unknown>;
  const end = typeof expires === 'string' ? endOf(expires) : undefined;
  const isCode = typeof code === 'string' && code.trim() !== '';
  if (process.env.NODE_ENV !== 'production') {
    if (!isCode) tell(1433, id, 'it has no code');
    else if (expires !== undefined && !end)
      tell(1433, id, `"${expires}" is no day, and no moment with an offset`);
  }
  if (!isCode) return undefined;
  return {
    code: code.trim().slice(0, 100),
    description: typeof description === 'string' ? description : undefined,
    end: end?.at,
    isDay: end?.isDay,
  };
}

/** A code, with a button that copies it and the date on which it really ends. */
export function CouponPart(props: {
  readonly speak: Speaker<NewsletterFormLabels>;
  readonly coupon: ShownCoupon;
}): JSX.Element {
  const { speak, coupon } = props;
  const { code, description, end, isDay } = coupon;
  const isOver = useSyncExternalStore(followClock, () => !!end && end.getTime() < Date.now());
  const [copied, setCopied] = useState<'copied' | 'copyFailed'>();
  const text = useRef<HTMLElement>(null);
  const nameId = useId();
  const codeId = useId();
  const copy = () => {
    const refuse = () => {
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setCopied('copyFailed');
    };
    // Absent on a page without a secure connection; refused where the page stands in a frame.
    if (!navigator.clipboard) return refuse();
    navigator.clipboard.writeText(code).then(() => setCopied('copied'), refuse);
  };
  return (
    <section
      className="sy-newsletter-form-coupon"
      aria-labelledby={nameId}
      data-over={isOver ? '' : undefined}
    >
      <p className="sy-newsletter-form-coupon-name sy-label" id={nameId}>
        {description ?? speak('coupon')}
      </p>
      <code className="sy-newsletter-form-code" id={codeId} ref={text} dir="ltr" translate="no">
        {code}
      </code>
      {!isOver && (
        <button
          className="sy-newsletter-form-copy sy-button"
          type="button"
          aria-describedby={codeId}
          onClick={copy}
        >
          {speak('copy')}
        </button>
      )}
      {end && (
        <p className="sy-newsletter-form-end sy-note">
          {speak(isOver ? 'expired' : 'expires', { date: dateText(end, isDay, speak.locale) })}
        </p>
      )}
      <p className="sy-newsletter-form-copied sy-note" role="status" data-tone={copied}>
        {copied && speak(copied)}
      </p>
    </section>
  );
}

/** A day, or a moment in the visitor's own time, named so. */
function dateText(end: Date, isDay: boolean | undefined, locale: string): string {
  const format = (tag: string) =>
    new Intl.DateTimeFormat(tag, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...(!isDay && { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
    }).format(end);
  try {
    return format(locale);
  } catch {
    return format('en');
  }
}

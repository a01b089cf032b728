'use client';
import { useFormRoot } from '../../fields/use-form-root.ts';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import type { AnyNewsletterProps } from './newsletter-form-props.ts';
import type { useNewsletterForm } from './use-newsletter-form.ts';

/**
 * The root element: gets `reset()` and `confirm()`, and moves the focus to where the visitor's own doing has led: to the
 * words about it, back to the address. Never when the visitor is elsewhere by then.
 */
export function useNewsletterRoot(
  { view, form, ask, confirm }: ReturnType<typeof useNewsletterForm>,
  props: AnyNewsletterProps,
): (element: HTMLElement | null) => (() => void) | undefined {
  return useFormRoot(
    view.stage,
    view.isOwn,
    (element) => {
      if (element) Object.assign(element, { reset: form.reset, confirm });
      if (process.env.NODE_ENV !== 'production' && element) warn(props);
      return ask.ref(element);
    },
    (root, isAsking) =>
      root.querySelector<HTMLElement>(
        isAsking ? 'form.sy-form input[type=email]' : '.sy-newsletter-form-status',
      ),
  );
}

function warn({ id, onSubmit, action, known, confirmed, confirmParameter, fallback }: AnyNewsletterProps) {
  if (!onSubmit && action === undefined && !known && !confirmed && !confirmParameter) tell(1432, id);
  if (fallback && !isSafeUrl(fallback.href))
    tell(110, `The fallback of NewsletterForm "${id}"`, fallback.href);
}

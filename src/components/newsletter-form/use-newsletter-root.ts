'use client';
import { useEffect, useState } from 'react';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import type { AnyNewsletterProps } from './newsletter-form-props.ts';
import type { useNewsletterForm } from './use-newsletter-form.ts';

/**
 * The root element: gets `reset()` and `confirm()`, and moves the focus to where the visitor's own doing has led: to the
 * words about it, back to the address. Never when the visitor is elsewhere by then.
 */
export function useNewsletterRoot(
  { view, form, ask, steps }: ReturnType<typeof useNewsletterForm>,
  props: AnyNewsletterProps,
): (element: HTMLElement | null) => (() => void) | undefined {
  const { stage, isOwn } = view;
  const [{ ref, go }] = useState(() => {
    let root: HTMLElement | null = null;
    return {
      ref(element: HTMLElement | null) {
        root = element;
        if (element) Object.assign(element, { reset: form.reset, confirm: () => steps.current.confirm() });
        if (process.env.NODE_ENV !== 'production' && element) warn(props);
        return ask.ref(element);
      },
      go(isAsking: boolean) {
        const { activeElement, body } = document;
        const isLost = !activeElement || activeElement === body || activeElement.closest('[hidden]');
        if (!root || !(isLost || root.contains(activeElement))) return;
        root
          .querySelector<HTMLElement>(
            isAsking ? 'form.sy-form input[type=email]' : '.sy-newsletter-form-status',
          )
          ?.focus();
      },
    };
  });
  useEffect(() => {
    if (isOwn) go(stage === 'asking');
  }, [go, stage, isOwn]);
  return ref;
}

function warn({ id, onSubmit, action, known, confirmed, confirmParameter, fallback }: AnyNewsletterProps) {
  if (!onSubmit && action === undefined && !known && !confirmed && !confirmParameter) tell(1432, id);
  if (fallback && !isSafeUrl(fallback.href))
    tell(110, `The fallback of NewsletterForm "${id}"`, fallback.href);
}

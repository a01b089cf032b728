'use client';
import { type JSX, type MouseEvent, type ReactNode, useState } from 'react';
import { type AnyProps, type RenderProp, renderElement } from '../../internal/render-element.tsx';
import { useHub } from '../../provider/context.ts';
import type { OwnLabels } from '../../provider/labels.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { type ContactDialogLabels, contactDialogLabels } from './contact-dialog-labels.ts';
import { warm } from './load-panel.ts';
import { triggerLabels } from './trigger-labels.ts';
import { TriggerError, TriggerWords } from './trigger-words.tsx';

// While developing all texts are known, so that a wrong key is told; else the rest comes with the dialog.
const defaults = (
  process.env.NODE_ENV === 'production' ? triggerLabels : contactDialogLabels
) as ContactDialogLabels;

/** State of a trigger, for `render`. */
export interface ContactDialogTriggerState {
  /** Pressed, and the dialog is on its way. */
  readonly isPending: boolean;
}

/** A native link or button that opens, and what is said of it. */
export function TriggerButton(props: {
  /** Id of the dialog. */
  readonly id: string;
  readonly labels?: OwnLabels<ContactDialogLabels> | undefined;
  readonly fallbackHref: string | undefined;
  readonly variant: string | undefined;
  readonly render?: RenderProp<ContactDialogTriggerState> | undefined;
  /** False when there is no dialog to open. */
  readonly onOpen: (event: MouseEvent) => Promise<boolean> | undefined | false;
  /** Said below it. */
  readonly words?: ReactNode;
  readonly rest: AnyProps;
}): JSX.Element {
  const { id, labels, variant = 'primary', render, onOpen, words, rest } = props;
  const speak = useLabels('contact-dialog', defaults, labels);
  const hub = useHub();
  const [stage, setStage] = useState<'pending' | 'failed'>();
  const isPending = stage === 'pending';
  const href = readAction(`ContactDialog "${id}"`, props.fallbackHref);

  const open = (event: MouseEvent) => {
    // The page may refuse from further out, while the click is on its way down.
    if (event.defaultPrevented) return;
    // The browser's own: a new tab, a new window, a download.
    if (href && (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) return;
    if (isPending) return event.preventDefault();
    const opened = onOpen(event);
    if (opened === false) return;
    event.preventDefault();
    setStage(opened && 'pending');
    opened?.then((isThere) => {
      // Without a network no page is to be had, but a place of this one, a mail or a call.
      const leads = !isThere && href && (navigator.onLine || /^(#|mailto:|tel:)/i.test(href));
      setStage(isThere || leads ? undefined : 'failed');
      if (leads) {
        hub.flush();
        location.assign(href);
      }
    });
  };

  const { children, ...theirs } = rest;
  return (
    <>
      {renderElement<ContactDialogTriggerState>(
        href ? 'a' : 'button',
        render,
        { isPending },
        {
          className: `sy-contact-dialog-trigger sy-button${href ? '' : ' sy-only-with-script'}`,
          'data-variant': variant,
          'data-sy-opens': id,
          // Until script takes over a link leads to a page, not to a dialog.
          ...(href ? { href } : { type: 'button', 'aria-haspopup': 'dialog' }),
          'aria-busy': isPending || undefined,
          'data-pending': isPending ? '' : undefined,
          onPointerEnter: warm,
          onFocus: warm,
          onClick: open,
          children: isPending ? speak('opening') : children,
        },
        theirs,
      )}
      <TriggerWords>
        {isPending && <span className="sy-visually-hidden">{speak('opening')}</span>}
        {stage === 'failed' && <TriggerError>{speak('notOpened')}</TriggerError>}
        {words}
      </TriggerWords>
    </>
  );
}

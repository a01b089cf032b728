'use client';
import { type ComponentProps, type JSX, type ReactNode, type Ref, useLayoutEffect, useState } from 'react';
import { tell } from '../../internal/messages.ts';
import type { RenderProp } from '../../internal/render-element.tsx';
import { useLatest } from '../../internal/use-latest.ts';
import { createAsk } from '../../provider/ask.ts';
import { useHub } from '../../provider/context.ts';
import type { ContactDialogId } from './contact-dialog-id.ts';
import { dialogsOf, kinds } from './contact-dialog-link.ts';
import type { ContactDialogProps } from './contact-dialog-props.ts';
import { warmWhenIdle } from './load-panel.ts';
import { type ContactDialogTriggerState, TriggerButton } from './trigger-button.tsx';

/** Props of {@link ContactDialogTrigger}. What is not listed goes to the link or button. */
export interface ContactDialogTriggerProps<Payload = unknown>
  extends Omit<ComponentProps<'button'>, 'ref'>,
    Pick<ContactDialogProps, 'fallbackHref'> {
  /** Id of the dialog. */
  for: ContactDialogId<Payload>;
  /** Handed to the dialog: which product, which question. */
  payload?: NoInfer<Payload> | undefined;
  /**
   * Where it stands, such as `'header'`. Events carry it as `ask.placement` and `data.trigger`, from seen to sent: that
   * tells which trigger works. Triggers without one count as one.
   */
  placement?: string | undefined;
  /** How it looks. Default `'secondary'`. */
  variant?: ContactDialogProps['variant'];
  /** What it says. */
  children: ReactNode;
  /** Replaces the element; keep it a link or a button. */
  render?: RenderProp<ContactDialogTriggerState> | undefined;
  /** The link or button. */
  ref?: Ref<HTMLElement> | undefined;
}

/**
 * Opens a dialog that stands elsewhere under the same provider: in the header, in the foot, on each product.
 *
 * ```tsx
 * <ContactDialogTrigger for="talk" placement="header" fallbackHref="/contact">Contact</ContactDialogTrigger>
 * ```
 */
export function ContactDialogTrigger<Payload = unknown>(
  props: ContactDialogTriggerProps<Payload>,
): JSX.Element {
  const { for: id, payload, placement, variant = 'secondary', fallbackHref, render, ...rest } = props;
  const hub = useHub();
  const latest = useLatest({ id, placement });
  const dialog = () => dialogsOf(hub).get(latest.current.id);
  const [ask] = useState(() =>
    createAsk(hub, () => ({
      component: 'ContactDialog',
      kinds,
      last: 'contact-dialog.submit',
      isShared: true,
      onSeen: warmWhenIdle,
      props: { ...dialog()?.props(), ...latest.current },
    })),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another dialog or placement is another ask
  useLayoutEffect(() => ask.mount(), [ask, id, placement]);

  return (
    <span className="sy-contact-dialog" data-sy-ask="contact-dialog" data-sy-appearance="plain" ref={ask.ref}>
      <TriggerButton
        id={id}
        fallbackHref={fallbackHref}
        variant={variant}
        render={render}
        rest={rest}
        onOpen={({ currentTarget, nativeEvent }) => {
          const target = dialog();
          if (!target) {
            if (process.env.NODE_ENV !== 'production') tell(702, id);
            return false;
          }
          return target.open({
            ask,
            reason: 'trigger',
            trigger: placement ?? 'trigger',
            payload,
            element: currentTarget,
            event: nativeEvent,
          });
        }}
      />
    </span>
  );
}

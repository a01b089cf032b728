'use client';
import type { JSX } from 'react';
import type { FieldSpec, FormSchema } from '../../form/index.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderElement } from '../../internal/render-element.tsx';
import type {
  AnyContactDialogProps,
  ContactDialogProps,
  ContactDialogState,
} from './contact-dialog-props.ts';
import { TriggerButton } from './trigger-button.tsx';
import { TriggerWords } from './trigger-words.tsx';
import { useContactDialog } from './use-contact-dialog.ts';

/**
 * A button, or a link to your contact page, that opens a form. Opening is the small yes, sending the larger one. The
 * dialog, the form and its checks load when the visitor turns to the trigger.
 *
 * ```tsx
 * <ContactDialog id="talk" trigger="Contact us" title="Talk to an adviser" fallbackHref="/contact"
 *   schema={contact} onSubmit={(values) => send(values)} />
 * ```
 */
export function ContactDialog<
  const Fields extends readonly FieldSpec[] = readonly FieldSpec[],
  Schema extends FormSchema | undefined = undefined,
  Payload = unknown,
>(props: ContactDialogProps<Fields, Schema, Payload>): JSX.Element {
  // Another id is another dialog: nothing of the old one may stay.
  return <ContactDialogRoot key={props.id} {...(props as AnyContactDialogProps)} />;
}

function ContactDialogRoot(props: AnyContactDialogProps): JSX.Element {
  const dialog = useContactDialog(props);
  const { ask, isOpen, Panel, remains } = dialog;
  const { id, trigger, payload, placement, labels, variant, fallbackHref, dismissed, render } = props;
  const hasTrigger = !(props.triggerless ?? (trigger === undefined || trigger === null));
  return (
    <>
      {renderElement<ContactDialogState>(
        'div',
        render,
        { isOpen },
        {
          className: 'sy-contact-dialog',
          'data-sy-ask': 'contact-dialog',
          'data-sy-appearance': 'plain',
          'data-open': isOpen || undefined,
          ref: hasTrigger ? dialog.seenRef : dialog.ref,
          children: (
            <>
              {hasTrigger ? (
                <TriggerButton
                  id={id}
                  labels={labels}
                  fallbackHref={fallbackHref}
                  variant={variant}
                  words={remains.told}
                  rest={{ children: trigger }}
                  onOpen={({ currentTarget, nativeEvent }) =>
                    dialog.open({
                      ask,
                      reason: 'trigger',
                      trigger: placement ?? 'trigger',
                      payload,
                      element: currentTarget,
                      event: nativeEvent,
                    })
                  }
                />
              ) : (
                <TriggerWords>{remains.told}</TriggerWords>
              )}
              {remains.isDismissed && (
                <NextSlot next={dismissed as NextProp<object>} outcome={{ phase: 'dismissed', data: {} }} />
              )}
            </>
          ),
        },
        restOf(props),
      )}
      {Panel && <Panel dialog={dialog} props={props} />}
    </>
  );
}

const own =
  'id placement moment grade exchange worth onCommit onEvent trigger triggerless payload variant fallbackHref title description fields schema children components challenge onSubmit action timeout submitLabel draft open defaultOpen unprompted onOpenChange hash closeOnSubmit success next dismissed container labels formLabels render'.split(
    ' ',
  );

/** What goes to the root element. */
function restOf(props: AnyContactDialogProps): object {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !own.includes(name)));
}

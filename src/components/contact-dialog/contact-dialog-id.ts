declare const payloadType: unique symbol;

/**
 * The id of a dialog, which may know what its triggers say. At run time it is a plain text, and a plain text is one too:
 * its triggers may then say anything.
 */
export type ContactDialogId<Payload = unknown> = string & { readonly [payloadType]?: Payload };

/**
 * Declares once what the triggers of a dialog say, for the dialog and all its triggers:
 *
 * ```tsx
 * const talk = contactDialogId<{ product: string }>('talk');
 *
 * <ContactDialogTrigger for={talk} payload={{ product: 'audit' }}>Ask about the audit</ContactDialogTrigger>
 * <ContactDialog id={talk} title={({ payload }) => payload?.product ?? 'Talk to us'} … />
 * ```
 */
export function contactDialogId<Payload>(id: string): ContactDialogId<Payload> {
  return id;
}

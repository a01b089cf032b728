import type { ComponentProps, ReactNode, Ref } from 'react';
import type { AnyCommitment, CommitmentEvent, FormSentData } from '../../events/index.ts';
import type { DraftOptions } from '../../fields/draft-in-memory.ts';
import type { FormAction, FormSubmitContext } from '../../fields/form-config.ts';
import type { FieldComponents } from '../../fields/form-field.tsx';
import type { FieldSpec, FormLabels, FormSchema, FormValues } from '../../form/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { RenderProp } from '../../internal/render-element.tsx';
import type { SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { OwnLabels } from '../../provider/labels.ts';
import type { ContactDialogId } from './contact-dialog-id.ts';
import type { ContactDialogLabels } from './contact-dialog-labels.ts';

/** Kinds of the dialog's commitments: the small yes that opens it, and the larger one. */
export type ContactDialogKind = 'contact-dialog.open' | 'contact-dialog.submit';

/**
 * Why a dialog opened or closed. `hash`: the address of the page changed, by a link, by Back or Forward. `submit`: it was
 * sent, with `closeOnSubmit`. `code`: by the ref's `open()` and `close()`.
 */
export type ContactDialogReason = 'trigger' | 'escape' | 'outside' | 'button' | 'submit' | 'hash' | 'code';

/** Who opened the dialog; from sending on, who opened it for what was sent. */
export interface ContactDialogAbout<Payload = unknown> {
  /** What the trigger said; undefined when the dialog opened without one. */
  readonly payload: Payload | undefined;
  /**
   * The `placement` of the trigger, else `'trigger'`, `'hash'`, `'code'`, or `'unprompted'` when the page opened it by
   * itself; undefined before the first opening.
   */
  readonly trigger: string | undefined;
}

/** Details of a change, for `onOpenChange`. */
export interface ContactDialogChange<Payload = unknown> extends ContactDialogAbout<Payload> {
  readonly reason: ContactDialogReason;
  /** The browser's own event, if there was one. */
  readonly event: Event | undefined;
  /** Leaves the dialog as it is. */
  cancel(): void;
}

/** What `onSubmit` gets besides the values. */
export interface ContactDialogContext<Payload = unknown>
  extends FormSubmitContext,
    ContactDialogAbout<Payload> {}

/** How the dialog was answered, for `success`. */
export interface ContactDialogAnswer<Payload = unknown> extends ContactDialogAbout<Payload> {
  readonly status: 'ok' | 'pending' | 'already';
}

/** State of the root, for `render` and as `data-*`. */
export interface ContactDialogState {
  readonly isOpen: boolean;
}

/** The root element. */
export interface ContactDialogElement extends HTMLDivElement {
  /** Opens the dialog, for your own handlers of the visitor's actions; without one it does not count as a yes. */
  open(payload?: unknown): void;
  close(): void;
  /** Empties the form and forgets how it was answered: a new attempt begins. */
  reset(): void;
}

type OwnAskProps = Omit<AskProps<ContactDialogKind>, 'id' | 'onCommit' | 'onEvent'>;
type RootProps = Omit<
  ComponentProps<'div'>,
  'id' | 'ref' | 'title' | 'children' | 'onSubmit' | 'defaultValue' | keyof OwnAskProps
>;

/** Props of {@link ContactDialog}. What is not listed goes to the root element, around the trigger. */
export interface ContactDialogProps<
  Fields extends readonly FieldSpec[] = readonly FieldSpec[],
  Schema extends FormSchema | undefined = FormSchema | undefined,
  Payload = unknown,
> extends OwnAskProps,
    RootProps {
  /** Stable name of this dialog; with `contactDialogId` it knows what the triggers say. */
  id: ContactDialogId<Payload>;
  /** Hears openings and answers, synchronously, told apart by `kind`. */
  onCommit?: ((event: AnyCommitment<ContactDialogKind>) => void) | undefined;
  /** Hears this dialog's events of every phase, synchronously. */
  onEvent?: ((event: CommitmentEvent<ContactDialogKind>) => void) | undefined;
  /** What the trigger says, in a button of the kit. Left out, there are only `ContactDialogTrigger`s. */
  trigger?: ReactNode;
  /** Leaves the dialog's own trigger out. Default: true without `trigger`. */
  triggerless?: boolean | undefined;
  /** What the dialog's own trigger hands on. */
  payload?: NoInfer<Payload> | undefined;
  /** How the trigger looks. Default `'primary'`. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'link' | undefined;
  /** A page or a mail address (`mailto:`) that does the same: the trigger is a link to it until script takes over. */
  fallbackHref?: string | undefined;
  /** The heading. */
  title: ReactNode | ((about: ContactDialogAbout<NoInfer<Payload>>) => ReactNode);
  /** A sentence below it. */
  description?: ReactNode | ((about: ContactDialogAbout<NoInfer<Payload>>) => ReactNode);
  /** What is asked, as data. Default: the fields of `schema`. */
  fields?: Fields | undefined;
  /** Checks the values: zod, Valibot, ArkType or any other Standard Schema. */
  schema?: Schema | undefined;
  /** Fields as elements, behind those of `fields`. With children alone, `schema` only checks. */
  children?: ReactNode | ((about: ContactDialogAbout<NoInfer<Payload>>) => ReactNode);
  /** Controls of your own, by field name. */
  components?: FieldComponents | undefined;
  /** Place for Turnstile, hCaptcha, ALTCHA and the like. */
  challenge?: ReactNode;
  /** Takes the answer to your server. The commitment is recorded when it has succeeded. */
  onSubmit?:
    | ((
        values: FormValues<Fields, Schema>,
        context: ContactDialogContext<NoInfer<Payload>>,
      ) => SubmitResult | Promise<SubmitResult>)
    | undefined;
  /** Where the form goes without `onSubmit`: an address or a server action. */
  action?: FormAction | undefined;
  /** Milliseconds until a silent server counts as failed. Default 30,000. */
  timeout?: number | undefined;
  /** Text of the button that sends. Default: the label `submit` of the form. */
  submitLabel?: string | undefined;
  /** Keeps typed text over a reload, where the visitor allows storage, for a day unless `days` says otherwise. Default true. */
  draft?: boolean | DraftOptions | undefined;
  /** Whether the dialog is open, if you keep it. */
  open?: boolean | undefined;
  /** Opens at once. Pop-ups that nobody asked for annoy: use it where a click led to the page. Default false. */
  defaultOpen?: boolean | undefined;
  /**
   * Says that the page means to open it without a click of the visitor, which SY-1304 else tells of in development. Such
   * an opening never counts as a yes; `trigger` is then `'unprompted'` in its `seen` event and for your callbacks, so that
   * what a pop-up brings is told apart. Default false.
   */
  unprompted?: boolean | undefined;
  /** Hears each change before it happens, with its reason; `cancel()` prevents it. */
  onOpenChange?: ((open: boolean, change: ContactDialogChange<NoInfer<Payload>>) => void) | undefined;
  /** Opens by this fragment of the address (`'talk'` for `#talk`), and Back closes. Default none. */
  hash?: string | undefined;
  /** Closes as soon as it was sent; the thanks then stand at the trigger. Default false: the thanks stay in the dialog. */
  closeOnSubmit?: boolean | undefined;
  /** What happens next, below the thanks. */
  success?: ReactNode | ((answer: ContactDialogAnswer<NoInfer<Payload>>) => ReactNode);
  /** The next ask, a larger one, once it was sent. */
  next?: NextProp<FormSentData> | undefined;
  /** A smaller ask, at the trigger, after the dialog was closed without an answer. */
  dismissed?: NextProp<FormSentData> | undefined;
  /** Where the dialog is put. Default: the body, or the native modal dialog around the trigger. */
  container?: Element | null | undefined;
  /** Texts of your own. */
  labels?: OwnLabels<ContactDialogLabels> | undefined;
  /** Texts of your own in the form. */
  formLabels?: OwnLabels<FormLabels> | undefined;
  /** Replaces the root `div`. */
  render?: RenderProp<ContactDialogState> | undefined;
  /** The root element, with `open()`, `close()` and `reset()`. */
  ref?: Ref<ContactDialogElement> | undefined;
}

/** Props as the code inside reads them, whatever the values. */
export type AnyContactDialogProps = Omit<ContactDialogProps, 'onSubmit' | 'onOpenChange'> & {
  onSubmit?:
    | ((values: never, context: ContactDialogContext) => SubmitResult | Promise<SubmitResult>)
    | undefined;
  onOpenChange?: ((open: boolean, change: ContactDialogChange) => void) | undefined;
};

import type { ComponentProps, ReactNode, Ref } from 'react';
import type { FormSentData } from '../../events/index.ts';
import type { FormSubmitContext } from '../../fields/form-config.ts';
import type { ConfirmationProps } from '../../fields/use-confirmation.ts';
import type { ConsentFieldSpec, FieldSpec, ValuesOf } from '../../form/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { AccountFormLabels } from './account-form-labels.ts';
import type { PasskeyOptions, PasskeyRegistration } from './passkey-types.ts';

/** How a visitor will sign in. */
export type AccountMethod = 'password' | 'passkey' | 'link';

/** What the form yields: the address and your fields, with what the method adds. `terms` is there when there is a box. */
export type AccountValues<
  Method extends AccountMethod = 'password',
  Fields extends readonly FieldSpec[] = readonly [],
> = ValuesOf<Fields> & {
  readonly email: string;
  readonly terms?: boolean;
} & (Method extends 'password'
    ? {
        /** As it was typed, spaces included. Normalise it (NFKC) before you hash it. */
        readonly password: string;
      }
    : Method extends 'passkey'
      ? {
          /** Undefined in a browser without passkeys: send a link by mail then. */
          readonly passkey: PasskeyRegistration | undefined;
        }
      : unknown);

/** What `onSubmit` gets besides the values. */
export interface AccountContext extends FormSubmitContext {
  /** The visitor asks for the mail once more. */
  readonly isResend: boolean;
}

/** State of the form, for `render` and as `data-stage`. */
export interface AccountFormState {
  /**
   * `pending`: a mail is on its way, whether there was an account or not. `already`: there was one, and the visitor may know.
   */
  readonly stage: 'asking' | 'pending' | 'created' | 'already';
  /** The server, or the device, has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface AccountFormElement extends HTMLDivElement {
  /** Begins a new attempt with an empty form. */
  reset(): void;
  /** Says that the mail was confirmed, such as when your server tells the page so. Records `confirmed` once. */
  confirm(): void;
}

/** Props of {@link AccountForm}. What is not listed goes to the root element. */
export interface AccountFormProps<
  Method extends AccountMethod = 'password',
  Fields extends readonly FieldSpec[] = readonly [],
> extends AskProps<'account-form.create'>,
    AskLook<AccountFormState, AccountFormLabels>,
    ConfirmationProps,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref'> {
  /** How the visitor will sign in: `'password'`, `'passkey'`, or `'link'` by mail. Default `'password'`. */
  method?: Method | undefined;
  /** Another heading. Default: the label `heading`. */
  heading?: ReactNode;
  /** Level of the heading. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** A sentence below the heading, while the form is shown: what an account is good for. */
  description?: ReactNode;
  /** More fields, after the address. Default none: each one more costs accounts. */
  fields?: Fields | undefined;
  /**
   * Fewest characters of a password, 8 or more. Default 15: what NIST SP 800-63B-4, section 3.1.1.2, asks of a password that
   * stands alone. 8 is enough beside a second factor. There are no other rules, as the same section has it: refuse what is on
   * a list of leaked passwords by `errors: { password: … }` of your server.
   */
  passwordMinLength?: number | undefined;
  /**
   * Says in words how hard a password is to guess, such as by zxcvbn: shown below it after a pause in typing, and refuses
   * nothing. What it gets stays in the browser. Return nothing to say nothing. Default: nothing is said.
   */
  strength?: ((password: string) => string | undefined | Promise<string | undefined>) | undefined;
  /**
   * Asks your server for what `navigator.credentials.create()` needs, with a fresh challenge: the JSON of the WebAuthn
   * standard, as `generateRegistrationOptions()` of SimpleWebAuthn makes it. It may answer as `onSubmit` does in its place, such
   * as with `invalid`. Needed for `method="passkey"`.
   */
  passkeyOptions?:
    | ((
        values: Omit<AccountValues<Method, Fields>, 'passkey'>,
        context: AccountContext,
      ) => PasskeyAnswer | Promise<PasskeyAnswer>)
    | undefined;
  /** A box to tick, required unless you say otherwise. It comes as `terms`, with its wording in `context.consents`. */
  terms?: Pick<ConsentFieldSpec, 'label' | 'link' | 'description' | 'required'> | undefined;
  /** Where those sign in who have an account. Shown below the form, and after it was sent. Default: no link. */
  signInHref?: string | undefined;
  /**
   * Lets a visitor read that an address has an account, when your server answers `already`. Anybody can find out then who is
   * registered. Default false: the words are those of `pending`, so answer new addresses with `pending` as well, and tell
   * the rest by mail (OWASP Authentication Cheat Sheet, "Authentication and Error Messages").
   */
  revealKnown?: boolean | undefined;
  /** Small print below the button. */
  note?: ReactNode;
  /** A captcha: Turnstile, hCaptcha, ALTCHA. Its token is in `context.formData`. */
  challenge?: ReactNode;
  /**
   * Takes it to your server. `pending`: a mail has to be opened first. `ok`: the account is ready. `already`: there was one, and
   * nothing counts. The commitment is recorded when it has succeeded.
   */
  onSubmit?:
    | ((
        values: AccountValues<Method, Fields>,
        context: AccountContext,
      ) => SubmitResult | Promise<SubmitResult>)
    | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action; of a passkey form, the address alone. With no
   * `onSubmit` it goes there with JavaScript as well, unless it is a passkey form. Without one, visitors without JavaScript
   * see a sentence and the `fallback`.
   */
  action?: string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** Where visitors without JavaScript can turn to when there is no `action`. */
  fallback?: { readonly label: string; readonly href: string } | undefined;
  /** What your server knows, shown in the first paint, such as after a plain post. Default: nothing. */
  known?: 'pending' | 'created' | undefined;
  /** The next ask, once the account is made or a mail is on its way. */
  next?: NextProp<FormSentData> | undefined;
  /** The root element: `ref.current.reset()` begins a new attempt, `ref.current.confirm()` confirms this one. */
  ref?: Ref<AccountFormElement> | undefined;
}

/** What your server says when a passkey is to be made. */
export type PasskeyAnswer = PasskeyOptions | Exclude<SubmitResult, void>;

/** Props as the code inside reads them, whatever the method. */
// biome-ignore lint/suspicious/noExplicitAny: each method has its own values
export type AnyAccountProps = AccountFormProps<any, any>;

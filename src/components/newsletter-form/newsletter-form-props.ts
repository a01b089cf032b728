import type { ComponentProps, ReactNode, Ref } from 'react';
import type { Campaign, FormSentData } from '../../events/index.ts';
import type { FormSubmitContext } from '../../fields/form-config.ts';
import type { ConfirmationProps } from '../../fields/use-confirmation.ts';
import type { ConsentFieldSpec, FieldOption, FieldSpec, ValuesOf } from '../../form/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { NewsletterFormLabels } from './newsletter-form-labels.ts';

/** A code for a subscriber. It comes from your server, and stands in no markup before. */
export interface NewsletterCoupon {
  readonly code: string;
  /**
   * When it ends, as your shop really ends it: a day (`'2026-12-24'`: until its end) or a moment (ISO 8601 with an offset,
   * shown in the visitor's time). Default: nothing is said of it.
   */
  readonly expires?: string | undefined;
  /** What it brings, such as "10 % off your first order". */
  readonly description?: string | undefined;
}

/**
 * What your server answers. `pending`: a mail asks for confirmation. `already`: the address is on the list, which you may
 * prefer not to tell anybody: answer `pending` then. `ok`: subscribed. Nothing: taken, and no word of being subscribed.
 */
export type NewsletterResult =
  | SubmitResult
  | {
      readonly status: 'ok' | 'already';
      readonly message?: string | undefined;
      readonly coupon?: NewsletterCoupon | undefined;
    };

/** Where a visitor came from. Handed to `onSubmit`; no event carries `page`. */
export interface NewsletterOrigin {
  /** Path of the first page that this browser remembers, without its query; undefined where it is not known. */
  readonly page: string | undefined;
  /** Campaign parameters (`utm_…`) of the first and the latest arrival. */
  readonly campaign: Campaign | undefined;
}

/** What `onSubmit` gets besides the values. */
export interface NewsletterContext extends FormSubmitContext {
  /**
   * Id of this sign-up in events. Put it into the link of the mail and hand it back as `confirmed`: then the confirmation
   * counts for this sign-up on any device.
   */
  readonly attempt: string;
  readonly origin: NewsletterOrigin;
  /** The visitor asks for the mail once more. */
  readonly isResend: boolean;
}

/** What the form yields. Topics and frequency are there when they are offered, `marketing` when there is a box. */
export type NewsletterValues<
  Topic extends string = string,
  Frequency extends string = string,
  Fields extends readonly FieldSpec[] = readonly [],
> = ValuesOf<Fields> & {
  readonly email: string;
  readonly topics?: readonly Topic[];
  readonly frequency?: Frequency | undefined;
  readonly marketing?: boolean;
};

/** State of a sign-up, for `render` and as `data-stage`. */
export interface NewsletterFormState {
  /** `pending`: a mail is on its way and nothing is confirmed yet. `closed`: nobody is asked any more. */
  readonly stage: 'asking' | 'pending' | 'subscribed' | 'already' | 'skipped' | 'closed';
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface NewsletterFormElement extends HTMLDivElement {
  /** Begins a new attempt with an empty form. */
  reset(): void;
  /** Says that the visitor has confirmed, such as when your server tells the page so. Records `confirmed` once. */
  confirm(): void;
}

/** Props of {@link NewsletterForm}. What is not listed goes to the root element. */
export interface NewsletterFormProps<
  Topic extends string = string,
  Frequency extends string = string,
  Fields extends readonly FieldSpec[] = readonly [],
> extends AskProps<'newsletter-form.subscribe'>,
    AskLook<NewsletterFormState, NewsletterFormLabels>,
    ConfirmationProps,
    Omit<ComponentProps<'div'>, 'id' | 'onSubmit' | 'ref'> {
  /** What the visitor gets, in plain words: the heading and the promise. Say how often mail comes. */
  get: string;
  /** Another heading. The promise is then shown as what is got. Default: `get`. */
  heading?: ReactNode;
  /** Level of the heading. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** A sentence below the heading, while the form is shown. */
  description?: ReactNode;
  /** What stands between the heading and the form, and stays: a picture, a date. */
  children?: ReactNode;
  /** Topics to choose from, any number. They come as `topics`. Default: none are offered. */
  topics?: readonly FieldOption<Topic>[] | undefined;
  /** How often mail may come, one to choose. It comes as `frequency`. Default: no choice. */
  frequencies?: readonly FieldOption<Frequency>[] | undefined;
  /** More fields, after the address. Default none: each one more costs sign-ups. */
  fields?: Fields | undefined;
  /**
   * A box to tick, never ticked at the start. It comes as `marketing`, with its wording as the visitor saw it in
   * `context.consents`.
   */
  consent?: Pick<ConsentFieldSpec, 'label' | 'link' | 'description' | 'required'> | undefined;
  /** Small print below the button, such as how to unsubscribe. */
  note?: ReactNode;
  /** What stands below the form, and stays. */
  footer?: ReactNode;
  /** A captcha: Turnstile, hCaptcha, ALTCHA. Its token is in `context.formData`. */
  challenge?: ReactNode;
  /** Takes the sign-up to your server. The commitment is recorded when it has succeeded, also while it is to be confirmed. */
  onSubmit?:
    | ((
        values: NewsletterValues<Topic, Frequency, Fields>,
        context: NewsletterContext,
      ) => NewsletterResult | Promise<NewsletterResult>)
    | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action. With no `onSubmit` it goes there with JavaScript
   * as well. Without one, visitors without JavaScript see a sentence and the `fallback`.
   */
  action?: string | ((data: FormData) => NewsletterResult | Promise<NewsletterResult>) | undefined;
  /** Where visitors without JavaScript can turn to when there is no `action`. */
  fallback?: { readonly label: string; readonly href: string } | undefined;
  /** Seconds until the mail can be sent once more. Default 30. */
  resendAfter?: number | undefined;
  /** What your server knows of this visitor, shown in the first paint. Default: nothing. */
  known?: 'pending' | 'subscribed' | undefined;
  /** Asks your server for the code, once the visitor is subscribed or has confirmed. Pass `signal` to `fetch`. */
  loadCoupon?:
    | ((context: {
        readonly signal: AbortSignal;
      }) => NewsletterCoupon | undefined | Promise<NewsletterCoupon | undefined>)
    | undefined;
  /** Shown to subscribers, never while it is to be confirmed. It is in the page's source: no place for a code. */
  reward?: ReactNode;
  /** Takes no more sign-ups: who has none yet sees no form, and that is no exposure. Default false. */
  closed?: boolean | undefined;
  /** Offers a quiet way out, and remembers nothing of it. Default false. */
  skippable?: boolean | undefined;
  /** The next ask: after a yes a larger one, after a no a smaller one. */
  next?: NextProp<FormSentData> | undefined;
  /** Shows what is given and what is got. Default: when there is a `heading` of its own. */
  showExchange?: boolean | undefined;
  /** The root element: `ref.current.reset()` begins a new attempt, `ref.current.confirm()` confirms this one. */
  ref?: Ref<NewsletterFormElement> | undefined;
}

/** A sign-up with the types of its choices left open. */
export type AnyNewsletterProps = NewsletterFormProps<string, string, readonly FieldSpec[]>;

import type { ComponentProps, ReactNode, Ref } from 'react';
import type { FormSentData } from '../../events/index.ts';
import type { FormSubmitContext } from '../../fields/form-config.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { CallHours, CallSlot } from './call-windows.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';

/** What a visitor asks for. Small, and the same for good: later versions only add to it. */
export interface CallbackValues {
  /** The number in E.164, such as `+493012345678`. Absent where the visitor would rather have a mail. */
  readonly phone?: string | undefined;
  /** Country of the number, ISO 3166: `DE`. */
  readonly country?: string | undefined;
  /** The address, of who would rather have a mail. */
  readonly email?: string | undefined;
  /** The windows that were chosen, in order: ISO 8601 with the offset of the place that calls. */
  readonly windows: readonly CallSlot[];
  /** The visitor's own time zone, such as `'Europe/London'`. */
  readonly timeZone: string;
  /** What it is about, where that was asked and written. */
  readonly note?: string | undefined;
}

/**
 * What your server answers. `taken` names the starts of windows that are booked meanwhile: with `invalid` the visitor chooses
 * others and keeps all else. `at` is the start of the one in which you call.
 */
export type CallbackResult =
  | SubmitResult
  | {
      readonly status: 'invalid';
      readonly message?: string | undefined;
      readonly errors?: Readonly<Record<string, string>> | undefined;
      readonly taken?: readonly string[] | undefined;
    }
  | {
      readonly status: 'ok' | 'already' | 'pending';
      readonly message?: string | undefined;
      readonly at?: string | undefined;
    };

/** State of the request, for `render` and as `data-stage`. */
export interface CallbackRequestState {
  readonly stage: 'asking' | 'requested' | 'already' | 'pending';
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface CallbackRequestElement extends HTMLDivElement {
  /** Begins a new attempt with an empty form. */
  reset(): void;
}

/** Props of {@link CallbackRequest}. What is not listed goes to the root element. */
export interface CallbackRequestProps
  extends AskProps<'callback-request.request'>,
    AskLook<CallbackRequestState, CallbackRequestLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref'> {
  /** Another heading. Default: the label `heading`. */
  heading?: ReactNode;
  /** Level of the heading. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** A sentence below the heading, while the form is shown: who calls, and how long it takes. */
  description?: ReactNode;
  /** When you can call. With `slots`, its `timeZone` alone counts. Default: no times are asked for. */
  windows?: CallHours | undefined;
  /**
   * The free times as your server knows them. A list stands in the markup of a server. A function is asked once the form is on the
   * screen, and again when a time was taken or all are over; reject when they cannot be had: the visitor can try again, and can
   * send without.
   * Default: those of `windows`.
   */
  slots?:
    | readonly CallSlot[]
    | ((context: { readonly signal: AbortSignal }) => Promise<readonly CallSlot[]>)
    | undefined;
  /** How many times may be chosen. Default 3. */
  maxWindows?: number | undefined;
  /**
   * The moment from which `windows` are counted, in milliseconds or as ISO 8601 with an offset: pass it where a server renders,
   * so that the times stand in its markup, also for visitors without JavaScript. What passes while the page stands open is added.
   * Default: the visitor's clock.
   */
  now?: number | string | undefined;
  /** The visitor's time zone, an IANA name, if you know better than the browser. */
  timeZone?: string | undefined;
  /** Country of numbers that are written without a +, ISO 3166. Default: that of the locale, or `US`. */
  country?: string | undefined;
  /** The countries on offer; a number with + may be of any. Default: all, as soon as the visitor turns to the form. */
  countries?: readonly string[] | undefined;
  /** Asks what it is about, never required. A text is the question. Default false. */
  note?: boolean | string | undefined;
  /** Lets a visitor without a telephone ask for a mail, also without JavaScript. Default true. */
  mailFallback?: boolean | undefined;
  /** Small print below the button. */
  footnote?: ReactNode;
  /** A captcha: Turnstile, hCaptcha, ALTCHA. Its token is in `context.formData`. */
  challenge?: ReactNode;
  /** Takes the request to your server. The commitment is recorded when it has succeeded. */
  onSubmit?:
    | ((values: CallbackValues, context: FormSubmitContext) => CallbackResult | Promise<CallbackResult>)
    | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action. With no `onSubmit` it goes there with JavaScript as
   * well. `readCallback` of `smallyes/callback-request/read` reads what comes there: `sy-ask`, `country`, `phone` as it was typed,
   * or `email`; `windows` once for each start, `timeZone`, `note`. Without one, visitors without JavaScript see a sentence and the
   * `fallback`.
   */
  action?: string | ((data: FormData) => CallbackResult | Promise<CallbackResult>) | undefined;
  /**
   * Where else visitors can turn to: after a failure, and without JavaScript when there is no `action`. A `mailto:` address without
   * a body of its own takes along what was entered.
   */
  fallback?: { readonly label: string; readonly href: string } | undefined;
  /** The next ask, once the request has arrived. */
  next?: NextProp<FormSentData> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<CallbackRequestElement> | undefined;
}

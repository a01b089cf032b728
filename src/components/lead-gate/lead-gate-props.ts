import type { ComponentProps, ReactNode, Ref } from 'react';
import type { AnyCommitment, Kind, LeadGateData } from '../../events/index.ts';
import type { FormSubmitContext } from '../../fields/form-config.ts';
import type {
  ConsentFieldSpec,
  EmailFieldSpec,
  FieldSpec,
  FormSchema,
  FormValues,
} from '../../form/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AnyProps, RenderProp } from '../../internal/render-element.tsx';
import type { SubmitContext, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { OwnLabels } from '../../provider/labels.ts';
import type { LeadGateLabels } from './lead-gate-labels.ts';

/**
 * What your server answers. With a `grant` the gate opens at once; `pending` without one means that it is on its way by
 * mail. A result without either opens too, for servers that remember the visitor by a cookie.
 */
export type LeadGateResult =
  | SubmitResult
  | {
      readonly status: 'ok' | 'already' | 'pending';
      readonly message?: string | undefined;
      /** What opens the protected part, as `createGate` of `smallyes/server` makes it, or any text of yours. */
      readonly grant?: string | undefined;
    };

/** The one field of a gate that asks for no other. */
export type LeadGateEmail = readonly [EmailFieldSpec<'email'> & { readonly required: true }];

/**
 * What the form yields; `marketing` when there is a consent to tick. What elements ask for (`form`) cannot be known without
 * `fields` or a `schema`.
 */
export type LeadGateValues<Fields, Schema, Form = undefined> = FormValues<
  [Form] extends [undefined | null | false]
    ? Fields
    : LeadGateEmail extends Fields
      ? OpenFields<Fields, Form>
      : Fields,
  Schema
> & { readonly marketing?: boolean };

/** Any node at all says nothing of whether there are elements: then it is taken for none. */
type OpenFields<Fields, Form> = NonNullable<ReactNode> extends Form ? Fields : undefined;

/** Which commitments open a gate: a kind (`'poll.vote'`), or the id of an ask. */
export type LeadGateKey = Kind | (string & Record<never, never>);

/** State of a gate, for `render` and as `data-stage`. */
export interface LeadGateState {
  /** `mailed`: a link is on its way. `opening`: what was unlocked is on its way. */
  readonly stage: 'asking' | 'mailed' | 'opening' | 'open' | 'failed' | 'skipped';
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface LeadGateElement extends HTMLDivElement {
  /** Begins a new attempt, and forgets what was unlocked in this browser. */
  reset(): void;
}

/** Props of {@link LeadGate}. What is not listed goes to the root element. */
export interface LeadGateProps<
  Fields extends readonly FieldSpec[] = LeadGateEmail,
  Schema extends FormSchema | undefined = undefined,
  Form extends ReactNode = ReactNode,
> extends AskProps<'lead-gate.unlock'>,
    Omit<ComponentProps<'div'>, 'id' | 'onSubmit' | 'ref'> {
  /** What the visitor gets, in plain words: the heading, the promise and the name of what was unlocked. */
  get: string;
  /** Another heading. Default: `get`. */
  heading?: ReactNode;
  /** Level of the heading. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** A sentence below the heading. */
  description?: ReactNode;
  /** The taste: what everybody may read. It stands in the page's source, so the protected part never belongs here. */
  children?: ReactNode;
  /**
   * How much of the taste comes before the ask. `'door'`: it is a part of the card. `'end'`: all of it stands above.
   * `{ share: 0.4 }`: 40 % of its blocks, the rest is folded until the gate opens, but can be read by search engines,
   * screen readers and in the source: a polite door. Default `'door'`.
   */
  taste?: 'door' | 'end' | { readonly share: number } | undefined;
  /** What the form asks for, as data. Default: an e-mail address. */
  fields?: Fields | undefined;
  /** Checks the values, and asks for its fields when there are no `fields`. */
  schema?: Schema | undefined;
  /** Fields of your own as elements. Pass a `schema` beside it, and the values have its types. */
  form?: Form | undefined;
  /** Domains that the default e-mail field takes, with their subdomains. Default: all. */
  allowDomains?: readonly string[] | undefined;
  /** Domains that it does not take. Default: none. */
  denyDomains?: readonly string[] | undefined;
  /**
   * A separate box for news, never ticked and never required. Its value comes as `marketing`, its wording as the visitor
   * saw it in the context of `onSubmit`.
   */
  consent?: Pick<ConsentFieldSpec, 'label' | 'link' | 'description'> | undefined;
  /** A captcha: Turnstile, hCaptcha, ALTCHA. Its token is in `context.formData`. */
  challenge?: ReactNode;
  /** Takes the answer to your server, which answers with a grant. The commitment is recorded when it has succeeded. */
  onSubmit?:
    | ((
        values: LeadGateValues<Fields, Schema, Form>,
        context: FormSubmitContext,
      ) => LeadGateResult | Promise<LeadGateResult>)
    | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action. With no `onSubmit` it goes there with JavaScript
   * as well. Without one, visitors without JavaScript see a sentence and the `fallback`.
   */
  action?: string | ((data: FormData) => LeadGateResult | Promise<LeadGateResult>) | undefined;
  /** Where visitors without JavaScript can turn to when there is no `action`. */
  fallback?: { readonly label: string; readonly href: string } | undefined;
  /**
   * The address of what was unlocked: a download or a page. A function gets the grant; a plain address is for servers that
   * remember the visitor by a cookie.
   */
  href?: string | ((grant: string | undefined) => string) | undefined;
  /**
   * Brings what was unlocked, to be shown in place. Pass `signal` to `fetch`. Reject with the response when the grant was
   * refused (status 401, 403, 404 or 410): the gate then asks again. Anything else can be tried again.
   */
  load?:
    | ((
        grant: string | undefined,
        context: { readonly signal: AbortSignal },
      ) => ReactNode | Promise<ReactNode>)
    | undefined;
  /** A grant that the visitor came with, such as one of a mailed link. */
  grant?: string | undefined;
  /**
   * What your server knows of this visitor: true, and the gate is open in the first paint; or the protected part itself,
   * rendered on the server for this visitor alone. Default false.
   */
  unlocked?: ReactNode;
  /** Days for which this browser remembers an unlock, with the visitor's consent to storage. False: never. Default 30. */
  remember?: number | false | undefined;
  /**
   * Any commitment as the key: kinds or ids of asks on the page, such as `['share-button.share', 'hurdle']`. The form is
   * then left out unless there is an `onSubmit`. A polite door: nothing proves the yes to your server.
   */
  unlockBy?: LeadGateKey | readonly LeadGateKey[] | undefined;
  /** Another ask, shown in place of the form. Any yes inside opens the gate. */
  door?: ReactNode;
  /** Asks your server for the grant when another commitment was the key. */
  onKey?:
    | ((event: AnyCommitment, context: SubmitContext) => LeadGateResult | Promise<LeadGateResult>)
    | undefined;
  /** Offers a quiet way out, and remembers nothing of it. Default false. */
  skippable?: boolean | undefined;
  /** The next ask: after a yes a larger one, after a no a smaller one. */
  next?: NextProp<LeadGateData> | undefined;
  /** Shows what is given and what is got. Default true. */
  showExchange?: boolean | undefined;
  /** Texts of your own. */
  labels?: OwnLabels<LeadGateLabels> | undefined;
  /** `'plain'` leaves out the card. Default `'card'`. */
  appearance?: 'card' | 'plain' | undefined;
  /** Replaces the root element. */
  render?: RenderProp<LeadGateState> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<LeadGateElement> | undefined;
}

/** A gate with the types of its fields left open. */
export type AnyGateProps = LeadGateProps<readonly FieldSpec[], FormSchema | undefined>;

/** What goes to the root element. */
export function restOf(props: AnyGateProps): AnyProps {
  const {
    id,
    placement,
    moment,
    grade,
    worth,
    exchange,
    onCommit,
    onEvent,
    get,
    heading,
    headingLevel,
    description,
    children,
    taste,
    fields,
    schema,
    form,
    allowDomains,
    denyDomains,
    consent,
    challenge,
    onSubmit,
    action,
    fallback,
    href,
    load,
    grant,
    unlocked,
    remember,
    unlockBy,
    door,
    onKey,
    skippable,
    next,
    showExchange,
    labels,
    appearance,
    render,
    ...rest
  } = props;
  return rest;
}

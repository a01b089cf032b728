import type { ComponentProps, ReactNode, Ref } from 'react';
import type { CommitmentData, Kind } from '../events/index.ts';
import type { NextProp } from '../internal/next-slot.tsx';
import type { SubmitResult } from '../internal/submission.ts';
import type { AskProps } from '../provider/ask.ts';
import type { LabelText } from '../provider/labels.ts';
import type { AskLook } from '../provider/render-ask.ts';
import type { DraftOptions } from './draft-in-memory.ts';
import type { FormSubmitContext } from './form-config.ts';

/** State of a form whose words are for others to read, for `render` and as `data-stage`. */
export interface PostingState {
  /**
   * `moderated`: it waits for approval. `published`: everybody can read it. `received`: your server has said no more than that
   * it came. `already`: it was there before.
   */
  readonly stage: 'asking' | 'moderated' | 'published' | 'received' | 'already';
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface PostingElement extends HTMLDivElement {
  /** Begins a new attempt with an empty form. */
  reset(): void;
}

/** Texts that such forms have in common; those of the fields stand under `form`. */
export interface PostingLabels {
  /** The heading. */
  heading: LabelText;
  /** The button that sends. */
  submit: LabelText;
  /** When it waits for approval. */
  moderated: LabelText;
  /** When everybody can read it. */
  published: LabelText;
  /** When it has arrived, and the server says no more. */
  received: LabelText;
  /** When it was there before. */
  already: LabelText;
  /** Where only a script could send the form. */
  noScript: LabelText;
}

/** Props that such forms have in common. */
export interface PostingProps<K extends Kind, Values, Labels>
  extends AskProps<K>,
    AskLook<PostingState, Labels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref'> {
  /** Another heading. Default: the label `heading`. */
  heading?: ReactNode;
  /** Level of the heading. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** A sentence below the heading, while the form is shown: your house rules, who reads it first. */
  description?: ReactNode;
  /** Small print below the button. */
  note?: ReactNode;
  /** A captcha: Turnstile, hCaptcha, ALTCHA. Its token is in `context.formData`. */
  challenge?: ReactNode;
  /**
   * Takes the words to your server. Answer `pending` when they wait for approval, `ok` when everybody can read them, `already`
   * when they were there before; `errors` are shown at their fields. With no answer the visitor reads that they have arrived.
   */
  onSubmit?:
    | ((values: Values, context: FormSubmitContext) => SubmitResult | Promise<SubmitResult>)
    | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action. With no `onSubmit` it goes there with JavaScript
   * as well. Without one, visitors without JavaScript see a sentence and the `fallback`.
   */
  action?: string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** Where visitors without JavaScript can turn to when there is no `action`. */
  fallback?: { readonly label: string; readonly href: string } | undefined;
  /** Keeps the words over a reload, where the visitor allows storage, for 7 days unless `days` says otherwise. Default true. */
  draft?: boolean | DraftOptions | undefined;
  /** What your server knows, shown in the first paint: of a plain post, or of an earlier visit. Default: nothing. */
  known?: 'moderated' | 'published' | undefined;
  /** The next ask, once the words are sent. */
  next?: NextProp<CommitmentData[K]> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<PostingElement> | undefined;
}

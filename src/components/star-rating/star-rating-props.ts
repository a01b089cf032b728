import type { ComponentProps, ReactNode, Ref } from 'react';
import type { StarRatingData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { StarRatingSymbol } from './star-rating-item.tsx';
import type { StarRatingLabels } from './star-rating-labels.ts';
import type { StarRatingMax, StarRatingStep, StarRatingValue } from './star-rating-state.ts';

/** What a visitor sends: goes to `onSubmit` and never into an event. */
export interface StarRatingAnswer<Value extends number = number> {
  /** The rating; null when the visitor takes an earlier one back. */
  readonly value: Value | null;
  /** What the visitor wrote, when comments are on and something was written. */
  readonly comment?: string;
}

/** State of a rating, for `render`. */
export interface StarRatingState {
  readonly value: number | null;
  /** The server has not answered yet. */
  readonly isPending: boolean;
  /** The rating shown was given and saved. */
  readonly isRated: boolean;
}

/** The root element. */
export interface StarRatingElement extends HTMLDivElement {
  /** Begins a new attempt: the rating goes back to what it was at the start. */
  reset(): void;
}

/** Props of {@link StarRating}. What is not listed goes to the root element. */
export interface StarRatingProps<Max extends StarRatingMax = 5, Step extends StarRatingStep = 1>
  extends AskProps<'star-rating.rate', StarRatingData<StarRatingValue<Max, Step>>>,
    AskLook<StarRatingState, StarRatingLabels>,
    Omit<ComponentProps<'div'>, 'defaultValue' | 'id' | 'onSubmit' | 'ref'> {
  /** The question. */
  label: ReactNode;
  /** A sentence below the question. */
  description?: ReactNode | undefined;
  /** The best value, a whole number from 2 to 10. Default 5. */
  max?: Max | undefined;
  /** 1 for whole symbols, 0.5 for halves. Default 1. */
  step?: Step | undefined;
  /** The rating if you keep it; null is unrated. */
  value?: number | null | undefined;
  /** The rating at the start if the component keeps it, such as an earlier visit's. Default null, unrated. */
  defaultValue?: number | null | undefined;
  /** Hears each selection, also by arrow keys, before anything is sent. */
  onValueChange?: ((value: StarRatingValue<Max, Step> | null) => void) | undefined;
  /** Name of the value in a plain form post. Default `'rating'`. */
  name?: string | undefined;
  /** What counts as a yes: picking, or a button. Default `'pick'`; for a plain form post `'submit'`, with a comment always. */
  commitOn?: 'pick' | 'submit' | undefined;
  /** A text for each whole value, lowest first, shown and spoken. */
  valueLabels?: readonly string[] | undefined;
  /** Replaces the star. */
  symbol?: StarRatingSymbol | undefined;
  /** Asks for words once a rating is picked. They reach `onSubmit` alone. `maxLength` in characters. Default false. */
  comment?:
    | boolean
    | { readonly required?: boolean | undefined; readonly maxLength?: number | undefined }
    | undefined;
  /** Takes the answer to your server. The commitment is recorded when it has succeeded. */
  onSubmit?: SubmitHandler<StarRatingAnswer<StarRatingValue<Max, Step>>> | undefined;
  /**
   * Where the form goes without JavaScript: an address (`''` is the page itself) or a server action. With no `onSubmit`
   * it goes there with JavaScript as well. Default none: without JavaScript there is no button then.
   */
  action?: string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** Offers a button that takes the rating back. Default true. */
  clearable?: boolean | undefined;
  /** Nothing can be picked. Default false. */
  disabled?: boolean | undefined;
  /** Shows the rating, and sends it in a plain post, but lets nobody change it. Default false. */
  readOnly?: boolean | undefined;
  /** The next ask, once rated. It stands behind the form, so it may be a form too. */
  next?: NextProp<StarRatingData<StarRatingValue<Max, Step>>> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<StarRatingElement> | undefined;
}

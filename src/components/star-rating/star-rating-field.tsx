'use client';
import {
  type ChangeEventHandler,
  type ComponentProps,
  type FocusEventHandler,
  type JSX,
  type ReactNode,
  type Ref,
  useId,
} from 'react';
import type { OwnLabels } from '../../provider/labels.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { StarRatingScale, type StarRatingSymbol } from './star-rating-item.tsx';
import { type StarRatingLabels, starRatingLabels } from './star-rating-labels.ts';
import { readScale, type StarRatingStep } from './star-rating-state.ts';

/** Props of {@link StarRatingField}. What is not listed goes to the fieldset. */
export interface StarRatingFieldProps
  extends Omit<ComponentProps<'fieldset'>, 'defaultValue' | 'onBlur' | 'onChange' | 'ref'> {
  /** The question. */
  label: ReactNode;
  /** A sentence below the question. */
  description?: ReactNode | undefined;
  /** Name of the value in the form. Default `'rating'`. */
  name?: string | undefined;
  /** The best value, a whole number from 2 to 10. Default 5. */
  max?: number | string | undefined;
  /** 1 for whole symbols, 0.5 for halves. Default 1. */
  step?: StarRatingStep | undefined;
  /** The rating if you keep it; null is unrated. Leave it out to let the form keep it. */
  value?: number | null | undefined;
  /** The rating at the start if the form keeps it. Default null, unrated. */
  defaultValue?: number | null | undefined;
  /** Hears each rating as a number. */
  onValueChange?: ((value: number) => void) | undefined;
  /** Hears the change of each radio; its value is a text, as in any form. */
  onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
  /** Hears when a radio loses the focus. */
  onBlur?: FocusEventHandler<HTMLInputElement> | undefined;
  /** Gets each radio in turn, as `register` of react-hook-form wants it, and at last the one to move the focus to. */
  ref?: Ref<HTMLInputElement> | undefined;
  /** The form is not sent without a rating. Default false. */
  required?: boolean | undefined;
  /** What is wrong; shown below and spoken with the group. */
  error?: ReactNode | undefined;
  /** A text for each whole value, lowest first, shown and spoken. */
  valueLabels?: readonly string[] | undefined;
  /** Replaces the star. */
  symbol?: StarRatingSymbol | undefined;
  /** Texts of your own; the field uses `item` and `outOf`. */
  labels?: OwnLabels<StarRatingLabels> | undefined;
}

/**
 * The same input for a form of yours: no form, no card, no events. It posts with the form around it; with
 * react-hook-form, `Controller` gives numbers, and wants `null` among `defaultValues` for unrated:
 *
 * ```tsx
 * <Controller name="delivery" control={control} render={({ field: { onChange, ...field } }) => (
 *   <StarRatingField label="How was the delivery?" {...field} onValueChange={onChange} />
 * )} />
 * ```
 *
 * `{...register('delivery')}` works as well, and deals in texts, as register does with radios: default `'4'`, not 4.
 */
export function StarRatingField(props: StarRatingFieldProps): JSX.Element {
  const {
    label,
    description,
    name = 'rating',
    max,
    step,
    value,
    defaultValue = null,
    onValueChange,
    onChange,
    onBlur,
    ref,
    required,
    error,
    valueLabels,
    symbol,
    labels,
    className,
    children,
    ...rest
  } = props;
  const speak = useLabels('star-rating', starRatingLabels, labels);
  const id = useId();
  const change: ChangeEventHandler<HTMLInputElement> = (event) => {
    onChange?.(event);
    if (!event.defaultPrevented) onValueChange?.(Number(event.target.value));
  };
  // After the radios: a form that moves the focus to what is wrong moves it to the last one that it got.
  const meet = (group: Element | null) => {
    const find = (selector: string) => group?.querySelector<HTMLInputElement>(selector);
    const radio = find('input:checked') ?? find('input');
    if (!radio || !ref) return undefined;
    if (typeof ref === 'function') return ref(radio);
    ref.current = radio;
    return undefined;
  };
  return (
    <fieldset
      ref={meet}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows it, for aria-required
      role="radiogroup"
      aria-required={required}
      aria-invalid={error ? true : undefined}
      aria-describedby={[description && `${id}d`, error && `${id}e`].filter(Boolean).join(' ') || undefined}
      {...rest}
      className={`sy-star-rating-field sy-star-rating-group ${className ?? ''}`}
    >
      <legend className="sy-label">{label}</legend>
      {description && (
        <p className="sy-description" id={`${id}d`}>
          {description}
        </p>
      )}
      <StarRatingScale
        scale={{
          ...readScale(name, max, step, value === undefined ? defaultValue : value),
          radio: { name, required, onChange: change, onBlur, ref },
          speak,
          valueLabels,
          symbol,
          isFixed: rest.disabled,
          isFree: value === undefined,
        }}
      >
        {children}
      </StarRatingScale>
      {error && (
        <p className="sy-error" id={`${id}e`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

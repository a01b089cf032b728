'use client';
import { type JSX, type ReactNode, useId } from 'react';
import { CheckIcon } from '../../internal/icons.tsx';
import { NextSlot } from '../../internal/next-slot.tsx';
import { renderElement } from '../../internal/render-element.tsx';
import { useLabels } from '../../provider/use-labels.ts';
import { StarRatingScale } from './star-rating-item.tsx';
import { starRatingLabels } from './star-rating-labels.ts';
import type { StarRatingProps, StarRatingState } from './star-rating-props.ts';
import type { StarRatingMax, StarRatingStep } from './star-rating-state.ts';
import { useStarRating } from './use-star-rating.ts';

/**
 * Asks for a rating in stars. A click, Space or Enter is the yes; arrow keys only look.
 *
 * ```tsx
 * <StarRating id="article-42" label="Was this useful?" onCommit={(event) => event.data.value} />
 * ```
 */
export function StarRating<const Max extends StarRatingMax = 5, const Step extends StarRatingStep = 1>(
  props: StarRatingProps<Max, Step>,
): JSX.Element {
  const {
    id,
    placement,
    moment,
    grade,
    exchange,
    worth,
    onCommit,
    onEvent,
    label,
    description,
    max: _max,
    step: _step,
    value: _value,
    defaultValue,
    onValueChange,
    name: _name,
    commitOn,
    valueLabels,
    symbol,
    comment,
    onSubmit,
    action,
    clearable = true,
    disabled,
    readOnly,
    next,
    labels,
    appearance,
    render,
    children,
    ...rest
  } = props;
  const rating = useStarRating(props);
  const { value, max, step, name, isPending, isRated, isFixed, isSubmit, isOpen, settled, failure } = rating;
  const speak = useLabels('star-rating', starRatingLabels, labels);
  const descriptionId = useId();

  const text = value !== null && valueLabels?.[value - 1];
  const outOf = value !== null ? speak('outOf', { value, max }) : '';
  const spoken = text ? `${outOf}, ${text}` : outOf;
  const { required = false, maxLength } = typeof comment === 'object' ? comment : {};
  // Without JavaScript the button is always there; a comment is asked for once something is picked.
  const more = !isOpen ? 'sy-only-without-script' : comment && !failure ? 'sy-star-rating-more' : '';

  let status: ReactNode = null;
  if (isPending)
    status = (
      <>
        <span className="sy-spinner" aria-hidden="true" />
        {speak('saving')}
      </>
    );
  else if (isRated)
    status = isFixed ? (
      spoken
    ) : (
      <>
        <CheckIcon />
        <span>
          {settled?.message ?? speak(settled?.status === 'already' ? 'already' : 'rated', { rating: spoken })}
        </span>
      </>
    );
  else if (settled && !failure) status = speak('cleared');

  const content = (
    <form {...rating.form} className="sy-stack">
      <input type="hidden" name="sy-ask" value={id} />
      <fieldset
        className="sy-star-rating-group"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows it, for aria-readonly
        role="radiogroup"
        disabled={disabled}
        aria-readonly={readOnly}
        aria-describedby={description ? descriptionId : undefined}
      >
        <legend className="sy-question">{label}</legend>
        {description && (
          <p className="sy-description" id={descriptionId}>
            {description}
          </p>
        )}
        <StarRatingScale
          scale={{
            max,
            step,
            speak,
            valueLabels,
            symbol,
            isFixed,
            radio: (one) => ({
              name,
              checked: one === value,
              disabled: readOnly && one !== value,
              required: isSubmit && !failure,
              onChange: ignore,
            }),
          }}
        >
          {children}
        </StarRatingScale>
      </fieldset>
      {(!isFixed || status) && (
        <div className="sy-star-rating-foot">
          <div className="sy-star-rating-words">
            <p className="sy-status" role="status" data-tone={isRated && !isFixed ? 'success' : undefined}>
              {status}
            </p>
            {!status && !isFixed && (
              <span className="sy-note">
                {spoken ||
                  speak(valueLabels ? 'ends' : 'hint', {
                    min: step,
                    max,
                    low: valueLabels?.[0] ?? '',
                    high: valueLabels?.[max - 1] ?? '',
                  })}
              </span>
            )}
          </div>
          {clearable && !isFixed && (
            <button
              className="sy-star-rating-clear sy-button"
              data-variant="quiet"
              type="reset"
              onClick={rating.takeBack}
            >
              {speak('clear')}
            </button>
          )}
        </div>
      )}
      {comment && (
        <label className={`sy-field ${more}`}>
          <span className="sy-label">{speak(required ? 'commentRequired' : 'comment')}</span>
          <textarea
            className="sy-textarea"
            name="comment"
            required={required}
            maxLength={maxLength}
            readOnly={isPending}
            disabled={disabled}
            aria-invalid={failure?.errors?.['comment'] ? true : undefined}
          />
        </label>
      )}
      {failure && (
        <p className="sy-error" role="alert">
          {failure.errors?.['comment'] ?? failure.errors?.[name] ?? failure.message ?? speak('failed')}
        </p>
      )}
      {!isFixed && (
        <div className={`sy-actions ${more}`}>
          <button
            className="sy-button"
            data-variant="primary"
            type="submit"
            aria-disabled={isPending || undefined}
          >
            {speak(failure ? 'retry' : 'submit')}
          </button>
        </div>
      )}
    </form>
  );

  return renderElement<StarRatingState>(
    'div',
    render,
    { value, isPending, isRated },
    {
      ...rating.root,
      className: 'sy-star-rating',
      'data-sy-ask': 'star-rating',
      'data-sy-appearance': appearance,
      'data-rated': isRated || undefined,
      'data-pending': isPending || undefined,
      'data-readonly': readOnly || undefined,
      children: (
        <>
          {content}
          {isRated && !isFixed && (
            <NextSlot next={next} outcome={{ phase: 'committed', data: { value, max } as object }} />
          )}
        </>
      ),
    },
    rest,
  );
}

/** The root listens for all radios. */
function ignore() {}

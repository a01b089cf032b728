'use client';
import { type JSX, useId } from 'react';
import { askName } from '../../form/form-names.ts';
import { CheckIcon } from '../../internal/icons.tsx';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { StarRatingScale, speakValue } from './star-rating-item.tsx';
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
  // Another id is another rating: nothing of the old one may stay.
  return <StarRatingRoot key={props.id} {...props} />;
}

function StarRatingRoot<Max extends StarRatingMax, Step extends StarRatingStep>(
  props: StarRatingProps<Max, Step>,
): JSX.Element {
  const rating = useStarRating(props);
  const { look, scale, isPending, isRated, isOpen, settled, failure, action } = rating;
  const {
    id,
    label,
    description,
    comment,
    clearable = true,
    disabled,
    readOnly,
    next,
    children,
    ...rest
  } = look;
  const { value, max, speak, valueLabels, isFixed } = scale;
  const descriptionId = useId();

  const spoken = value === null ? '' : speakValue(scale, value, 'outOf');
  const isThanked = isRated && !isFixed;
  let status: string | undefined;
  if (isPending) status = speak('saving');
  else if (isThanked)
    status =
      settled?.message ?? speak(settled?.status === 'already' ? 'already' : 'rated', { rating: spoken });
  else if (isRated) status = spoken;
  else if (settled && !failure) status = speak('cleared');

  // Without JavaScript only an action takes the form: its button is always there then, and without one never.
  const canPost = action !== undefined;
  const canSend = isOpen || canPost;
  const when = !isOpen ? 'sy-only-without-script' : canPost ? '' : 'sy-only-with-script';
  const { required = false, maxLength } = typeof comment === 'object' ? comment : {};

  const content = (
    <form
      className="sy-stack"
      action={action as string | ((data: FormData) => void) | undefined}
      // A function brings its own.
      method={typeof action === 'function' ? undefined : 'post'}
    >
      {canPost && <input type="hidden" name={askName} value={id} />}
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
        <StarRatingScale scale={scale}>{children}</StarRatingScale>
      </fieldset>
      {(!isFixed || status) && (
        <div className="sy-star-rating-foot">
          <p
            className="sy-star-rating-words sy-status"
            role="status"
            data-tone={isThanked ? 'success' : undefined}
          >
            {isPending ? <span className="sy-spinner" aria-hidden="true" /> : isThanked && <CheckIcon />}
            {status && <span>{status}</span>}
          </p>
          {!status && (
            <span className="sy-star-rating-words sy-note">
              {spoken ||
                speak(valueLabels ? 'ends' : 'hint', {
                  min: scale.step,
                  max,
                  low: valueLabels?.[0] ?? '',
                  high: valueLabels?.[max - 1] ?? '',
                })}
            </span>
          )}
          {clearable && !isFixed && value !== null && (
            <button
              className="sy-star-rating-clear sy-button sy-only-with-script"
              data-variant="quiet"
              type="button"
              onClick={rating.takeBack}
            >
              {speak('clear')}
            </button>
          )}
        </div>
      )}
      {comment && (
        <label className={`sy-field ${when}`} hidden={!canSend}>
          <span className="sy-label">{speak(required ? 'commentRequired' : 'comment')}</span>
          <textarea
            className="sy-textarea"
            name="comment"
            required={required}
            maxLength={maxLength}
            readOnly={isPending}
            disabled={disabled}
            aria-invalid={!!failure?.errors?.['comment']}
          />
        </label>
      )}
      {failure && (
        <p className="sy-error" role="alert">
          {Object.values(failure.errors ?? {})[0] ?? failure.message ?? speak('failed')}
        </p>
      )}
      {canSend && !isFixed && (
        <div className={`sy-actions ${when}`}>
          <button className="sy-button" data-variant="primary" type="submit" aria-disabled={isPending}>
            {speak(failure ? 'retry' : 'submit')}
          </button>
        </div>
      )}
    </form>
  );

  return renderAsk<StarRatingState>(
    'star-rating',
    rest,
    { value, isPending, isRated },
    {
      'data-rated': isRated || undefined,
      'data-pending': isPending || undefined,
      'data-readonly': readOnly || undefined,
      children: (
        <>
          {content}
          {isThanked && (
            <NextSlot
              next={next as NextProp<object>}
              outcome={{ phase: 'committed', data: { value, max } }}
            />
          )}
        </>
      ),
      ...rating.root,
    },
  );
}

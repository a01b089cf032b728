'use client';
import { type JSX, useId, useMemo } from 'react';
import type { FormSent } from '../../fields/form-config.ts';
import { useFieldError, useFormScope } from '../../fields/form-context.ts';
import type { OwnFieldProps } from '../../fields/form-field.tsx';
import { renderPosting } from '../../fields/posting.tsx';
import { type PostingConfig, usePosting } from '../../fields/use-posting.ts';
import type { FieldSpec } from '../../form/index.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { StarRatingField } from '../star-rating/star-rating-field.tsx';
import { reviewFormLabels } from './review-form-labels.ts';
import type { AnyReviewProps, ReviewFormProps, ReviewName } from './review-form-props.ts';

const kinds = { 'review-form.submit': 3 } as const;
const components = { rating: RatingControl };

/**
 * Asks for a review: stars, a title, words, a name. Whoever gives one star gets the same form as who gives five, and the same
 * thanks: to ask only the happy ones is review gating (FTC, 16 CFR 465; Google's policy for contributions).
 *
 * ```tsx
 * <ReviewForm id="review-boots" heading="How are your boots?" onSubmit={(values) => post('/reviews', values)} />
 * ```
 */
export function ReviewForm<const Fields extends readonly FieldSpec[] = ReviewName>(
  props: ReviewFormProps<Fields>,
): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <ReviewFormRoot key={props.id} {...(props as unknown as AnyReviewProps)} />;
}

function ReviewFormRoot(props: AnyReviewProps): JSX.Element {
  const { fields, max: wanted = 5, valueLabels, maxLength = 5_000, ...look } = props;
  // As the stars read it.
  const max = Number.isInteger(wanted) && wanted > 1 && wanted < 11 ? wanted : 5;
  const speak = useLabels('review-form', reviewFormLabels, look.labels);
  const specs = useMemo(
    (): readonly FieldSpec[] => [
      {
        type: 'choice',
        name: 'rating',
        label: speak('rating'),
        required: true,
        options: Array.from({ length: max }, (_, at) => ({
          value: `${at + 1}`,
          label: valueLabels?.[at] ?? `${at + 1}`,
        })),
      },
      { type: 'text', name: 'title', label: speak('title'), maxLength: 120 },
      { type: 'long-text', name: 'text', label: speak('text'), required: true, rows: 5, maxLength },
      ...[
        fields ?? {
          type: 'text' as const,
          name: 'name',
          label: speak('name'),
          autoComplete: 'name',
          maxLength: 80,
        },
      ].flat(),
    ],
    [fields, max, maxLength, speak, valueLabels],
  );
  const config: PostingConfig = {
    component: 'ReviewForm',
    folder: 'review-form',
    kinds,
    speak,
    words: 'text',
    dataOf: ({ values }: FormSent) => ({ value: Number(values['rating']), max }),
    valuesOf: (values: Readonly<Record<string, unknown>>) => ({
      ...values,
      rating: Number(values['rating']),
    }),
  };
  const posting = usePosting(config, look);
  return renderPosting(config, posting, look, { fields: specs, components, headingId: useId() });
}

/** The stars, as a field of the form. */
function RatingControl({ spec }: OwnFieldProps): JSX.Element {
  const error = useFieldError(useFormScope(), spec.name);
  const { options } = spec as Extract<FieldSpec, { type: 'choice' }>;
  const labels = options.map((one) => (typeof one === 'string' ? one : one.label));
  return (
    <StarRatingField
      label={spec.label}
      name={spec.name}
      max={labels.length}
      required
      error={error}
      valueLabels={labels.some((label, at) => label !== `${at + 1}`) ? labels : undefined}
    />
  );
}

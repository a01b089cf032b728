'use client';
import { type JSX, useId, useMemo } from 'react';
import type { FormSent } from '../../fields/form-config.ts';
import { renderPosting } from '../../fields/posting.tsx';
import { type PostingConfig, usePosting } from '../../fields/use-posting.ts';
import type { FieldSpec } from '../../form/index.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { commentFormLabels } from './comment-form-labels.ts';
import type { AnyCommentProps, CommentFormProps } from './comment-form-props.ts';

const kinds = { 'comment-form.post': 1 } as const;

/**
 * Asks for a comment that others read. It says "published" only once your server does, and keeps a draft meanwhile. What is
 * written goes to `onSubmit`, never into an event.
 *
 * ```tsx
 * <CommentForm id="article-42-comments" onSubmit={(values) => post('/comments', values)} />
 * ```
 */
export function CommentForm<const Fields extends readonly FieldSpec[] = readonly []>(
  props: CommentFormProps<Fields>,
): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <CommentFormRoot key={props.id} {...(props as unknown as AnyCommentProps)} />;
}

function CommentFormRoot(props: AnyCommentProps): JSX.Element {
  const { fields, maxLength = 2_000, ...look } = props;
  const speak = useLabels('comment-form', commentFormLabels, look.labels);
  const specs = useMemo(
    (): readonly FieldSpec[] => [
      { type: 'long-text', name: 'comment', label: speak('comment'), required: true, maxLength },
      ...[fields ?? []].flat(),
    ],
    [fields, maxLength, speak],
  );
  const config: PostingConfig = {
    component: 'CommentForm',
    folder: 'comment-form',
    kinds,
    speak,
    words: 'comment',
    dataOf: ({ data }: FormSent) => data,
  };
  const posting = usePosting(config, look);
  return renderPosting(config, posting, look, {
    fields: specs,
    headingId: useId(),
    after: (
      <div className="sy-actions sy-only-with-script">
        <button className="sy-button" type="button" onClick={posting.again}>
          {speak('again')}
        </button>
      </div>
    ),
  });
}

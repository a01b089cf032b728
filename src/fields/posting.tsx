import type { JSX, ReactNode } from 'react';
import type { FieldSpec } from '../form/index.ts';
import { NextSlot } from '../internal/next-slot.tsx';
import { renderNoScript } from '../internal/no-script.tsx';
import { renderStatus } from '../internal/status-line.tsx';
import { renderAsk } from '../provider/render-ask.ts';
import { FormBody } from './form-body.tsx';
import { FormExchange } from './form-exchange.tsx';
import type { FieldComponents } from './form-field.tsx';
import type { PostingState } from './posting-props.ts';
import type { AnyPostingProps, Posting, PostingConfig } from './use-posting.ts';

/** What one such form shows of its own. */
export interface PostingParts {
  readonly fields: readonly FieldSpec[];
  readonly components?: FieldComponents | undefined;
  /** An id for the heading, which names the form. */
  readonly headingId: string;
  /** Below the thanks. */
  readonly after?: ReactNode;
}

/** A form whose words are for others to read, and what has become of them. */
export function renderPosting(
  { folder, speak }: PostingConfig,
  posting: Posting,
  props: AnyPostingProps,
  { fields, components, headingId, after }: PostingParts,
): JSX.Element {
  const { form, formSpeak, view } = posting;
  const { stage, message, words, isOwn, data = {} } = view;
  const {
    heading = speak('heading'),
    headingLevel = 2,
    description,
    note,
    challenge,
    onSubmit,
    action,
    fallback,
    draft,
    known,
    next,
    ref,
    ...rest
  } = props;
  const { isPending } = form.view;
  const isAsking = stage === 'asking';
  const canPost = form.props.action !== undefined;
  const Heading = `h${headingLevel}` as const;

  return renderAsk<PostingState>(
    folder,
    { ...rest, ref },
    { stage, isPending },
    {
      'data-stage': stage,
      'data-pending': isPending || undefined,
      ref: posting.ref,
      children: (
        <>
          <Heading className="sy-question" id={headingId}>
            {heading}
          </Heading>
          {description && isAsking && <p className="sy-description">{description}</p>}
          {renderStatus(
            `sy-${folder}-status`,
            message,
            isAsking ? undefined : stage === 'moderated' ? 'notice' : 'success',
            isOwn ? -1 : undefined,
          )}
          {words && <blockquote className={`sy-${folder}-words`}>{words}</blockquote>}
          <FormBody
            form={form}
            id={props.id}
            speak={formSpeak}
            hidden={!isAsking}
            className={canPost ? undefined : 'sy-only-with-script'}
            aria-labelledby={headingId}
            before={<FormExchange exchange={props.exchange} speak={formSpeak} />}
            fields={fields}
            components={components}
            submitLabel={speak('submit')}
            challenge={challenge}
            after={note && <p className="sy-note">{note}</p>}
          />
          {!canPost && isAsking && renderNoScript(speak('noScript'), fallback)}
          {!isAsking && (
            <>
              {after}
              <NextSlot next={next} outcome={{ phase: 'committed', data }} />
            </>
          )}
        </>
      ),
    },
  );
}

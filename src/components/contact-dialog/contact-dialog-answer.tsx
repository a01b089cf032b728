'use client';
import type { JSX } from 'react';
import type { FormSentData } from '../../events/index.ts';
import type { FormSpeaker } from '../../form/validate-form.ts';
import { dropSecondClick } from '../../internal/double-click.ts';
import { CheckIcon } from '../../internal/icons.tsx';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import type { Settled } from '../../internal/submission.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { ContactDialogLabels } from './contact-dialog-labels.ts';
import type {
  AnyContactDialogProps,
  ContactDialogAbout,
  ContactDialogAnswer,
} from './contact-dialog-props.ts';

/** A try that succeeded. */
export interface Answer extends Settled {
  readonly status: ContactDialogAnswer['status'];
}

const sayings = { ok: 'sent', pending: 'pending', already: 'already' } as const;

export function readAnswer(end: Settled | undefined): Answer | undefined {
  return end && end.status in sayings ? (end as Answer) : undefined;
}

export function sayAnswer({ status, message }: Answer, speak: FormSpeaker): string {
  return message ?? speak(sayings[status]);
}

/** The same at the trigger. */
export function AnswerWords({ children }: { readonly children: string }): JSX.Element {
  return (
    <span className="sy-status" data-tone="success">
      <CheckIcon />
      {children}
    </span>
  );
}

/** What the visitor sees after the yes; empty before. It stays until it is closed. */
export function DialogAnswer(parts: {
  readonly answer: Answer | undefined;
  readonly about: ContactDialogAbout;
  readonly props: AnyContactDialogProps;
  readonly data: FormSentData;
  readonly speak: Speaker<ContactDialogLabels>;
  readonly speakForm: FormSpeaker;
  readonly onDone: (event: Event) => void;
  readonly onAgain: () => void;
}): JSX.Element {
  const { answer, about, props, data, speak, speakForm, onDone, onAgain } = parts;
  const { success, next } = props;
  const status = answer?.status;
  return (
    <>
      {renderStatus('sy-contact-dialog-thanks', answer && sayAnswer(answer, speakForm), 'success')}
      {status && (
        <>
          {success && (
            <div className="sy-contact-dialog-success">
              {typeof success === 'function' ? success({ ...about, status }) : success}
            </div>
          )}
          <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data }} />
          <div className="sy-actions">
            <button
              type="button"
              className="sy-button"
              data-variant="primary"
              onClick={(event) => dropSecondClick(event) || onDone(event.nativeEvent)}
            >
              {speak('done')}
            </button>
            <button
              type="button"
              className="sy-button"
              data-variant="quiet"
              onClick={(event) => dropSecondClick(event) || onAgain()}
            >
              {speak('again')}
            </button>
          </div>
        </>
      )}
    </>
  );
}

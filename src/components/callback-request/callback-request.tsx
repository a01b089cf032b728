'use client';
import { type JSX, useId } from 'react';
import { FormBody } from '../../fields/form-body.tsx';
import { FormExchange } from '../../fields/form-exchange.tsx';
import { useFormRoot } from '../../fields/use-form-root.ts';
import { NextSlot } from '../../internal/next-slot.tsx';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import type { CallbackRequestProps, CallbackRequestState } from './callback-request-props.ts';
import { CallbackContext } from './callback-scope.ts';
import { PhoneField } from './phone-field.tsx';
import { useCallbackRequest } from './use-callback-request.ts';
import { WindowsField } from './windows-field.tsx';

const components = { phone: PhoneField, windows: WindowsField };

/**
 * Asks for a number and the times that suit, and says when the call comes. Times are shown in the visitor's own zone. What is
 * typed goes to `onSubmit`, never into an event.
 *
 * ```tsx
 * <CallbackRequest
 *   id="call-me"
 *   windows={{ timeZone: 'Europe/Berlin', hours: { 1: [{ from: '09:00', to: '17:00' }] } }}
 *   onSubmit={(values, { idempotencyKey }) => post('/calls', values, idempotencyKey)}
 * />
 * ```
 */
export function CallbackRequest(props: CallbackRequestProps): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <CallbackRequestRoot key={props.id} {...props} />;
}

function CallbackRequestRoot(props: CallbackRequestProps): JSX.Element {
  const request = useCallbackRequest(props);
  const { stage, words, data, isMail, turn, form, formSpeak, speak, ask, times, scope } = request;
  const {
    heading = speak('heading'),
    headingLevel = 2,
    description,
    windows,
    slots,
    maxWindows,
    now,
    timeZone,
    country,
    countries,
    note,
    mailFallback,
    footnote,
    challenge,
    onSubmit,
    action,
    fallback,
    next,
    ref,
    ...rest
  } = props;
  const { isPending } = form.view;
  const headingId = useId();
  const isAsking = stage === 'asking';
  const canPost = form.props.action !== undefined;
  const root = useFormRoot(
    stage,
    !isAsking,
    (element) => {
      if (element) Object.assign(element, { reset: form.reset });
      return ask.ref(element);
    },
    (element) => element.querySelector<HTMLElement>('.sy-callback-request-status'),
  );
  const Heading = `h${headingLevel}` as const;
  const isWaiting = times.isWanted && !isMail && !times.days && times.status !== 'failed';
  const hasNone = times.isWanted && !isMail && times.days?.length === 0;

  return renderAsk<CallbackRequestState>(
    'callback-request',
    { ...rest, ref },
    { stage, isPending },
    {
      'data-stage': stage,
      'data-pending': isPending || undefined,
      ref: root,
      children: (
        <>
          <Heading className="sy-question" id={headingId}>
            {heading}
          </Heading>
          {description && isAsking && <p className="sy-description">{description}</p>}
          {renderStatus(
            'sy-callback-request-status',
            words,
            stage === 'pending' ? 'notice' : 'success',
            isAsking ? undefined : -1,
          )}
          <CallbackContext value={scope}>
            <FormBody
              form={form}
              id={rest.id}
              speak={formSpeak}
              hidden={!isAsking}
              className={canPost ? undefined : 'sy-only-with-script'}
              aria-labelledby={headingId}
              onFocus={request.wake}
              onPointerEnter={request.wake}
              before={<FormExchange exchange={rest.exchange} speak={formSpeak} />}
              fields={request.specs}
              components={components}
              submitLabel={speak(isMail ? 'submitMail' : 'submit')}
              challenge={challenge}
              actions={
                turn && (
                  <button
                    className="sy-button sy-only-with-script"
                    data-variant="quiet"
                    type="button"
                    onClick={turn}
                  >
                    {speak(isMail ? 'preferPhone' : 'preferMail')}
                  </button>
                )
              }
              after={footnote && <p className="sy-note">{footnote}</p>}
            >
              {isWaiting && (
                <div className="sy-callback-request-waiting sy-only-with-script">
                  {renderStatus('sy-note', speak('loading'), 'pending')}
                </div>
              )}
              {times.status === 'failed' && !isMail && (
                <div className="sy-actions">
                  {renderAlert(speak('loadFailed'))}
                  <button className="sy-button" type="button" onClick={times.retry}>
                    {speak('retry')}
                  </button>
                </div>
              )}
              {hasNone && <p className="sy-note">{speak('noWindows')}</p>}
            </FormBody>
          </CallbackContext>
          {!canPost && isAsking && (
            <p className="sy-only-without-script">
              {speak('noScript')}{' '}
              {fallback && isSafeUrl(fallback.href) && <a href={fallback.href}>{fallback.label}</a>}
            </p>
          )}
          {!isAsking && <NextSlot next={next} outcome={{ phase: 'committed', data }} />}
        </>
      ),
    },
  );
}

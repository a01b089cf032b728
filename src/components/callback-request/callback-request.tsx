'use client';
import { type JSX, Suspense, use, useId, useState } from 'react';
import { times } from '#callback-request/times';
import { FormBody, FormHidden } from '../../fields/form-body.tsx';
import { FormExchange } from '../../fields/form-exchange.tsx';
import { FormFields } from '../../fields/form-field.tsx';
import { useFormRoot } from '../../fields/use-form-root.ts';
import { NextSlot } from '../../internal/next-slot.tsx';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import type { CallTimesProps } from './call-times.tsx';
import { contactField, usualWindows } from './callback-fields.ts';
import type { CallbackRequestProps, CallbackRequestState } from './callback-request-props.ts';
import { CallbackContext } from './callback-scope.ts';
import { PhoneField } from './phone-field.tsx';
import { useCallbackRequest } from './use-callback-request.ts';
import { useBrowserZone } from './use-times.ts';
import { renderWaiting } from './waiting-times.tsx';

const components = { phone: PhoneField };

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
  const { stage, words, data, isMail, turn, otherwise, form, formSpeak, speak, ask, calls, scope } = request;
  const {
    heading = speak('heading'),
    headingLevel = 2,
    description,
    windows,
    slots,
    maxWindows = usualWindows,
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
      request.element.current = element;
      if (element) Object.assign(element, { reset: form.reset });
      return ask.ref(element);
    },
    (element) => element.querySelector<HTMLElement>('.sy-callback-request-status'),
  );
  const Heading = `h${headingLevel}` as const;
  const [contact, ...others] = request.specs;
  const shown = (
    <Suspense>
      <Times id={rest.id} query={calls.query} max={maxWindows} speak={speak} />
    </Suspense>
  );
  // What a server has written waits for the part that makes it, and must hear of nothing new until that is there: React
  // would throw it away.
  const [first] = useState(shown);

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
              after={
                <>
                  {otherwise && (
                    <p className="sy-note">
                      {otherwise.words} {renderLink(otherwise.href, fallback?.label)}
                    </p>
                  )}
                  {footnote && <p className="sy-note">{footnote}</p>}
                </>
              }
            >
              {contact && <FormFields fields={[contact]} components={components} />}
              {calls.isWanted &&
                !isMail &&
                (calls.isFailed ? (
                  <div className="sy-actions">
                    {renderAlert(speak('loadFailed'))}
                    <button className="sy-button" type="button" onClick={calls.renew}>
                      {speak('retry')}
                    </button>
                  </div>
                ) : calls.isSettled ? (
                  shown
                ) : (
                  first
                ))}
              {others.length > 0 && <FormFields fields={others} />}
              <input type="hidden" name="timeZone" value={request.zone ?? ''} />
            </FormBody>
          </CallbackContext>
          {canPost && turn && request.isServed && (
            <details className="sy-callback-request-mail sy-only-without-script">
              <summary>{speak('preferMail')}</summary>
              <form className="sy-form" method={form.props.method} action={form.props.action}>
                <FormHidden id={rest.id} />
                <FormFields fields={[contactField(true, speak), ...others]} />
                <div className="sy-actions">
                  <button className="sy-button" type="submit">
                    {speak('submitMail')}
                  </button>
                </div>
              </form>
            </details>
          )}
          {!canPost && isAsking && (
            <noscript>
              {speak('noScript')}{' '}
              {fallback && isSafeUrl(fallback.href) && renderLink(fallback.href, fallback.label)}
            </noscript>
          )}
          {!isAsking && <NextSlot next={next} outcome={{ phase: 'committed', data }} />}
        </>
      ),
    },
  );
}

function renderLink(href: string, label: string | undefined): JSX.Element {
  return (
    <a className="sy-callback-request-link" href={href}>
      {label}
    </a>
  );
}

/** The times, once what shows them is there. In the markup of a server they stand from the start, and stay. */
function Times(props: CallTimesProps): JSX.Element {
  // Asked for again once it is there, when the zone may be known: React wants a render that waited to end as it began.
  if (useBrowserZone() === undefined || times.get()) use(times.load());
  const part = times.get();
  return part ? <part.CallTimes {...props} /> : renderWaiting(props.speak);
}

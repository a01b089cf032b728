'use client';
import { type JSX, useId } from 'react';
import { useFormRoot } from '../../fields/use-form-root.ts';
import { renderAskForm } from '../../internal/ask-form.tsx';
import { NextSlot } from '../../internal/next-slot.tsx';
import { renderNoScript } from '../../internal/no-script.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import type { PushOptInProps, PushOptInState } from './push-opt-in-props.ts';
import { usePushOptIn } from './use-push-opt-in.ts';

/**
 * Asks for leave to send push messages: first in your words, then by the browser's own question, in the same press and never
 * before. The yes counts once your server has the subscription, and can be taken back in the same place.
 *
 * ```tsx
 * <PushOptIn
 *   id="order-news"
 *   what="A message when your order is on its way"
 *   often="Three for each order at most"
 *   publicKey={vapidPublicKey}
 *   serviceWorkerUrl="/sw.js"
 *   onSubmit={(answer) => post('/push', answer)}
 * />
 * ```
 */
export function PushOptIn(props: PushOptInProps): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <PushOptInRoot key={props.id} {...props} />;
}

function PushOptInRoot(props: PushOptInProps): JSX.Element {
  const { look, texts, stage, view, isAskedNext, wake, root } = usePushOptIn(props);
  const {
    what,
    often,
    stop,
    headingLevel = 2,
    description,
    alternative,
    fallback,
    skippable,
    next,
    ...rest
  } = look;
  const { busy, said, problem, message, isOwn } = view;
  const speak = useLabels('push-opt-in', texts, rest.labels);
  const headingId = useId();
  const Heading = `h${headingLevel}` as const;

  const isAsking = stage === 'asking';
  const isAllowed = stage === 'allowed';
  const isSkipped = stage === 'skipped';
  const hasButton = isAsking || isAllowed || isSkipped;
  // Where the button that was pressed is gone, whoever was there reads what became of it.
  const ref = useFormRoot(stage, isOwn, root.ref, (element) =>
    element.querySelector('button:focus')
      ? null
      : element.querySelector<HTMLElement>('.sy-push-opt-in-status'),
  );

  const words = isAsking
    ? busy
      ? speak(busy)
      : said && said !== 'allowed' && (message ?? speak(said))
    : isAllowed && busy
      ? speak(busy)
      : (message ?? speak(stage));

  return renderAsk<PushOptInState>(
    'push-opt-in',
    rest,
    { stage, isPending: !!busy },
    {
      'data-stage': stage,
      'data-pending': !!busy || undefined,
      children: (
        <>
          <div className="sy-push-opt-in-head">
            <svg className="sy-push-opt-in-icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5a2 2 0 0 0 4 0" />
            </svg>
            <Heading className="sy-question" id={headingId}>
              {what}
            </Heading>
          </div>
          {isAsking && description && <p className="sy-description">{description}</p>}
          {isAsking && (
            <dl className="sy-push-opt-in-terms">
              {(
                [
                  ['often', often],
                  ['stop', stop ?? speak('stopHow')],
                ] as const
              ).map(([name, text]) => (
                <div className="sy-push-opt-in-term" key={name}>
                  <dt className="sy-note">{speak(name)}</dt>
                  <dd className="sy-push-opt-in-words">{text}</dd>
                </div>
              ))}
            </dl>
          )}
          {renderStatus(
            'sy-push-opt-in-status',
            words,
            isAllowed && !busy ? 'success' : undefined,
            isAsking ? undefined : -1,
          )}
          {stage === 'denied' && <p className="sy-description">{speak('change')}</p>}
          {renderAlert(problem && (message ?? speak(problem)))}
          {renderAskForm(
            rest.id,
            undefined,
            'sy-push-opt-in-form',
            hasButton && (
              <>
                <div className="sy-actions">
                  <button
                    className="sy-button"
                    data-variant={isAsking ? 'primary' : undefined}
                    type="submit"
                    value={isAsking ? 'allow' : isAllowed ? 'stop' : 'reopen'}
                    aria-describedby={headingId}
                    aria-disabled={!!busy || undefined}
                    data-pending={busy ? '' : undefined}
                  >
                    {speak(isAsking ? 'allow' : isAllowed ? 'end' : 'reopen')}
                  </button>
                  {isAsking && skippable && (
                    <button className="sy-button" data-variant="quiet" type="submit" value="skip">
                      {speak('skip')}
                    </button>
                  )}
                </div>
                {/* A space where nobody asks: what is said must be true, and what stands below stays where it is. */}
                {isAsking && !words && !problem && (
                  <p className="sy-push-opt-in-note sy-note">{isAskedNext ? speak('note') : '\u00a0'}</p>
                )}
              </>
            ),
          )}
          {isAsking && renderNoScript(speak('noScript'), fallback)}
          {!hasButton && alternative}
          {(isAllowed || isSkipped || (stage === 'denied' && isOwn)) && (
            <NextSlot next={next} outcome={{ phase: isAllowed ? 'committed' : 'dismissed', data: {} }} />
          )}
        </>
      ),
      ...root,
      ref,
      onPointerEnter: wake,
      onFocus: wake,
    },
  );
}

'use client';
import { type JSX, useId } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { shareButtonLabels } from './share-button-labels.ts';
import type { AnyShareProps, ShareButtonProps, ShareButtonState } from './share-button-props.ts';
import { useShareButton } from './use-share-button.ts';

/**
 * A button that shares a page: with the sheet of the device where there is one, else by copying the link or in places that
 * you name. The yes is recorded once it has worked; to close the sheet is neither a yes nor a no.
 *
 * ```tsx
 * <ShareButton id="share-article-42" url="https://northwind.example/soles" subject="How a pair of boots gets new soles" />
 * ```
 */
export function ShareButton<const Target extends string = never>(
  props: ShareButtonProps<Target>,
): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <ShareButtonRoot key={props.id} {...(props as unknown as AnyShareProps)} />;
}

function ShareButtonRoot(props: AnyShareProps): JSX.Element {
  const share = useShareButton(props);
  const { look, links, field, isOpen, isPending, isRefused, method, address, isList, root } = share;
  const { children, next, appearance = 'plain', ...rest } = look;
  const speak = useLabels('share-button', shareButtonLabels, rest.labels);
  const panelId = useId();
  const isShared = method !== undefined;

  return renderAsk<ShareButtonState>(
    'share-button',
    { appearance, ...rest },
    { isOpen, isPending, isShared },
    {
      'data-open': isOpen || undefined,
      'data-pending': isPending || undefined,
      'data-shared': isShared || undefined,
      children: (
        <>
          <div className="sy-actions">
            <button
              className="sy-button sy-only-with-script"
              type="button"
              value="share"
              aria-expanded={isList ? isOpen : undefined}
              aria-controls={isList ? panelId : undefined}
            >
              <svg className="sy-share-button-icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M12 15V3m-4 4 4-4 4 4M7 11H5v9h14v-9h-2" />
              </svg>
              {children ?? speak('share')}
            </button>
            {renderStatus(
              'sy-share-button-status',
              isShared && !isRefused && speak(method === 'copy' ? 'copied' : 'thanks'),
              isShared ? 'success' : undefined,
            )}
          </div>
          {/* In the page from the start: without JavaScript it is what there is. */}
          <div
            className={isOpen ? 'sy-share-button-panel' : 'sy-share-button-panel sy-only-without-script'}
            id={panelId}
          >
            <div className="sy-share-button-link">
              <input
                className="sy-input"
                ref={field}
                type="url"
                readOnly
                value={address}
                dir="ltr"
                aria-label={speak('link')}
                aria-describedby={`${panelId}-note`}
              />
              <button className="sy-button sy-only-with-script" type="button" value="copy">
                {speak('copy')}
              </button>
            </div>
            <p className="sy-share-button-note sy-note" id={`${panelId}-note`} role="status">
              {isRefused && speak('refused')}
            </p>
            {links.length > 0 ? (
              <ul className="sy-share-button-targets" aria-label={speak('targets')}>
                {links.map(({ name, label = speak('mail'), href }) => (
                  <li key={name}>
                    <a
                      className="sy-button"
                      data-variant="quiet"
                      data-method={name}
                      href={href}
                      {...(!/^mailto:/i.test(href) && { target: '_blank', rel: 'noopener' })}
                    >
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            ) : (
              <a className="sy-only-without-script" href={isSafeUrl(address) ? address : undefined}>
                {address}
              </a>
            )}
          </div>
          {isShared && (
            <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data: { method } }} />
          )}
        </>
      ),
      ...root,
    },
  );
}

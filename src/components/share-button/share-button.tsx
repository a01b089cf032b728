'use client';
import { type JSX, useId } from 'react';
import { panel } from '#share-button/panel';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { type ShareButtonLabels, shareButtonLabels } from './share-button-labels.ts';
import type { AnyShareProps, ShareButtonProps, ShareButtonState } from './share-button-props.ts';
import { sharePanelLabels } from './share-panel-labels.ts';
import { useShareButton } from './use-share-button.ts';

// A developer hears at once of a text that nobody reads; a visitor gets those of the panel with it.
const texts = (
  process.env.NODE_ENV !== 'production' ? { ...shareButtonLabels, ...sharePanelLabels } : shareButtonLabels
) as ShareButtonLabels;

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
  const { look, field, isOpen, isPending, isRefused, method, address, isList, onCopied, root } = share;
  const { children, next, appearance = 'plain', ...rest } = look;
  const speak = useLabels('share-button', texts, rest.labels);
  const panelId = useId();
  const isShared = method !== undefined;
  const part = panel.get();
  const list = part && (
    <part.SharePanel
      props={props}
      address={address}
      isRefused={isRefused}
      field={field}
      noteId={`${panelId}-note`}
      onCopied={onCopied}
    />
  );

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
              aria-controls={isOpen ? panelId : undefined}
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
          {isOpen ? (
            <div className="sy-share-button-panel" id={panelId}>
              {list}
            </div>
          ) : (
            // In a browser that runs scripts React leaves out what stands in it.
            <noscript>
              <div className="sy-share-button-panel">{list}</div>
            </noscript>
          )}
          {isShared && (
            <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data: { method } }} />
          )}
        </>
      ),
      ...root,
    },
  );
}

'use client';
import { type JSX, useId } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { useLink } from '../../provider/use-link.ts';
import { downloadLinkLabels } from './download-link-labels.ts';
import type { DownloadLinkProps, DownloadLinkState } from './download-link-props.ts';
import { sayBytes } from './download-link-state.ts';

const kinds = { 'download-link.download': 1 } as const;

/**
 * A link to a file, with what it is and how large. The click is the yes, recorded before the file comes.
 *
 * ```tsx
 * <DownloadLink id="price-list" target="price-list" href="/files/prices.pdf" type="PDF" size={418_000}>
 *   Download our price list
 * </DownloadLink>
 * ```
 */
export function DownloadLink<const Target extends string = string>(
  props: DownloadLinkProps<Target>,
): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <DownloadLinkRoot key={props.id} {...(props as unknown as DownloadLinkProps)} />;
}

function DownloadLinkRoot(props: DownloadLinkProps): JSX.Element {
  const {
    href: wanted,
    target,
    children,
    size,
    type,
    fileName = '',
    next,
    appearance = 'plain',
    ...rest
  } = props;
  const speak = useLabels('download-link', downloadLinkLabels, rest.labels);
  const { href, isFollowed, root } = useLink('DownloadLink', kinds, props);
  const detailsId = useId();
  const bytes = sayBytes(size, speak.locale);
  const details = type && bytes ? speak('details', { type, size: bytes }) : type || bytes;

  return renderAsk<DownloadLinkState>(
    'download-link',
    { appearance, ...rest },
    { isFollowed },
    {
      children: (
        <>
          <div className="sy-actions">
            <a
              className="sy-button"
              href={href}
              download={fileName}
              aria-describedby={details ? detailsId : undefined}
            >
              {children ?? speak('download')}
            </a>
            {details && (
              <span className="sy-note" id={detailsId}>
                {details}
              </span>
            )}
            {renderStatus(
              'sy-download-link-status',
              isFollowed && speak('thanks'),
              isFollowed ? 'success' : undefined,
            )}
          </div>
          {isFollowed && (
            <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data: { target } }} />
          )}
        </>
      ),
      ...root,
    },
  );
}

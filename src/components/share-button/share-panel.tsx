'use client';
import { type ClipboardEvent, type JSX, type RefObject, useEffect } from 'react';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { shareButtonLabels } from './share-button-labels.ts';
import type { AnyShareProps } from './share-button-props.ts';
import { addressOf, mailOf } from './share-button-state.ts';
import { sharePanelLabels } from './share-panel-labels.ts';

// What nobody sees before a press, or sees without script. In a browser it comes on intent: see `share-panel-later.ts`.

/** All English texts of the button. */
export const allLabels = { ...shareButtonLabels, ...sharePanelLabels };

/** The link, and the places to share it in. */
export function SharePanel(given: {
  readonly props: AnyShareProps;
  readonly address: string;
  readonly isRefused: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly noteId: string;
  /** Hears that the whole address was copied by hand. */
  readonly onCopied: () => void;
}): JSX.Element {
  const { props, address, isRefused, field, noteId, onCopied } = given;
  const { id, subject, text, targets } = props;
  const speak = useLabels('share-button', allLabels, props.labels);
  const shared = { url: address, subject, text };
  const links = [targets ?? ('mail' as const)].flat().flatMap((target) => {
    if (target === 'mail') return { name: 'mail', label: speak('mail'), href: mailOf(shared) };
    const href = addressOf(target?.href ?? '', shared);
    if (href && isSafeUrl(href)) return { ...target, href };
    if (process.env.NODE_ENV !== 'production') tell(110, `A target of ShareButton "${id}"`, href);
    return [];
  });

  useEffect(() => {
    if (!isRefused) return;
    field.current?.focus();
    field.current?.select();
  }, [isRefused, field]);

  return (
    <>
      <div className="sy-share-button-link">
        <input
          className="sy-input"
          ref={field}
          type="url"
          readOnly
          value={address}
          dir="ltr"
          aria-label={speak('link')}
          aria-describedby={noteId}
          onCopy={({ currentTarget }: ClipboardEvent<HTMLInputElement>) => {
            const { value, selectionStart, selectionEnd } = currentTarget;
            if (Number(selectionEnd) - Number(selectionStart) === value.length) onCopied();
          }}
        />
        <button className="sy-button sy-only-with-script" type="button" value="copy">
          {speak('copy')}
        </button>
      </div>
      <p className="sy-share-button-note sy-note" id={noteId} role="status">
        {isRefused && speak('refused')}
      </p>
      {links.length > 0 ? (
        <ul className="sy-share-button-targets" aria-label={speak('targets')}>
          {links.map(({ name, label, href }) => (
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
    </>
  );
}

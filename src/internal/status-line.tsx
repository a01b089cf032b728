import type { JSX, ReactNode } from 'react';
import { CheckIcon } from './icons.tsx';

/** What stands before the words: a spinner, a check, or for a notice nothing. */
export type StatusTone = 'pending' | 'success' | 'notice' | undefined;

/**
 * What an ask says of itself as things happen: shown, and spoken when the visitor is at rest. It stands there without words
 * too, so that they are heard when they come. Focus goes there only with a `tabIndex`.
 */
export function renderStatus(
  className: string,
  words: ReactNode,
  tone?: StatusTone,
  tabIndex?: number,
): JSX.Element {
  return (
    <p className={`${className} sy-status`} role="status" data-tone={tone} tabIndex={tabIndex}>
      {tone === 'pending' && <span className="sy-spinner" aria-hidden="true" />}
      {tone === 'success' && words && <CheckIcon />}
      {words && <span>{words}</span>}
    </p>
  );
}

/** What went wrong, spoken at once. Nothing without words. */
export function renderAlert(words: ReactNode): JSX.Element | null {
  return words ? (
    <p className="sy-error" role="alert">
      {words}
    </p>
  ) : null;
}

import type { JSX, ReactNode } from 'react';
import { isSafeUrl } from './safe-url.ts';

/** What a visitor without JavaScript reads where no server takes the form by itself, and the page's own other way. */
export function renderNoScript(
  words: string,
  fallback: { readonly href: string; readonly label: ReactNode } | undefined,
): JSX.Element {
  return (
    <p className="sy-only-without-script">
      {words} {fallback && isSafeUrl(fallback.href) && <a href={fallback.href}>{fallback.label}</a>}
    </p>
  );
}

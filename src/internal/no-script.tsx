import type { JSX, ReactNode } from 'react';
import { isSafeUrl } from './safe-url.ts';

/**
 * What a visitor without JavaScript reads where no server takes the form by itself, and the page's own other way. Not by
 * our class: older browsers do not know `@media (scripting)`, and would say it to those whose form works.
 */
export function renderNoScript(
  words: string,
  fallback: { readonly href: string; readonly label: ReactNode } | undefined,
): JSX.Element {
  return (
    <noscript>
      {words} {fallback && isSafeUrl(fallback.href) && <a href={fallback.href}>{fallback.label}</a>}
    </noscript>
  );
}

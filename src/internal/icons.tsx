import type { JSX } from 'react';

/** A check in a filled circle, which draws itself when it appears. Decoration: words must say the same. */
export function CheckIcon(): JSX.Element {
  return (
    <svg className="sy-check" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="12" />
      <path pathLength="1" d="m7 12.5 3.5 3.5L17 9" />
    </svg>
  );
}

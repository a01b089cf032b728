import type { JSX, ReactNode } from 'react';

/** A live region, which must be there before its words. */
export function TriggerWords({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <span className="sy-contact-dialog-words" role="status">
      {children}
    </span>
  );
}

/** What went wrong, beside the flow of the page: the trigger stays where it is. */
export function TriggerError({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <span className="sy-contact-dialog-error sy-error" ref={keepInWindow}>
      {children}
    </span>
  );
}

function keepInWindow(element: HTMLElement | null): void {
  if (!element) return;
  const { left, right } = element.getBoundingClientRect();
  const shift = Math.max(8 - left, Math.min(0, document.documentElement.clientWidth - 8 - right));
  element.style.translate = `${shift}px`;
}

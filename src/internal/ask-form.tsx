import type { JSX, ReactNode } from 'react';
import { askName } from './ask-name.ts';

/**
 * The form of an ask that is answered by its buttons: native, so that they work before the page comes alive, where `action`
 * leads somewhere. Where it does not, they are shown to those with script alone, and a press before that does nothing.
 * With `isReadable` the form is shown to all, since it holds more than its buttons.
 */
export function renderAskForm(
  id: string,
  action: string | ((data: FormData) => unknown) | undefined,
  className: string,
  children: ReactNode,
  isReadable?: boolean,
): JSX.Element {
  return (
    <form
      className={action === undefined && !isReadable ? `${className} sy-only-with-script` : className}
      action={action as string | undefined}
      // A function brings its own.
      method={action === undefined ? 'dialog' : typeof action === 'string' ? 'post' : undefined}
    >
      <input type="hidden" name={askName} value={id} />
      {children}
    </form>
  );
}

import type { JSX } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CommitmentProvider } from 'smallyes/provider';
import { onTestFinished } from 'vitest';

/**
 * A page that shows the kit in a frame without a script of its own, through a portal, as editors show a preview: elements, their
 * classes and the focus are those of the frame's document. Ends with its test.
 */
export function mountInFrame(ui: JSX.Element): Document {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const inner = frame.contentDocument as Document;
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(createPortal(<CommitmentProvider>{ui}</CommitmentProvider>, inner.body));
  onTestFinished(() => {
    root.unmount();
    frame.remove();
    localStorage.clear();
  });
  return inner;
}

import type { JSX } from 'react';
import { createRoot } from 'react-dom/client';
import { CommitmentProvider } from 'smallyes/provider';
import { onTestFinished } from 'vitest';

/**
 * A page that keeps the kit in a web component: ids and the focus are the shadow tree's own. Ends with its test. `portal` goes into
 * the tree as well.
 */
export function mountInShadow(ui: JSX.Element, portal?: HTMLElement): ShadowRoot {
  const host = document.body.appendChild(document.createElement('x-widget'));
  const shadow = host.attachShadow({ mode: 'open' });
  const inner = shadow.appendChild(document.createElement('div'));
  if (portal) shadow.append(portal);
  const root = createRoot(inner);
  root.render(<CommitmentProvider>{ui}</CommitmentProvider>);
  onTestFinished(() => {
    root.unmount();
    host.remove();
    localStorage.clear();
  });
  return shadow;
}

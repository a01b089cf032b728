import type { JSX } from 'react';
import { DevtoolsInPage } from './devtools-in-page.ts';

/** A corner of the window. Start and end follow the page's direction of writing. */
export type DevtoolsPosition = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start';

/** Props of {@link CommitmentDevtools}. */
export interface CommitmentDevtoolsProps {
  /** Corner of the window where the button stands. Default `'bottom-end'`. */
  position?: DevtoolsPosition | undefined;
  /** Whether the panel is open from the start. Default false. Read once. */
  defaultOpen?: boolean | undefined;
}

/**
 * A button at the window's corner that opens a panel for developers: what is recorded, where the visitor stands on the
 * ladder, and why an ask is shown or not. Put it anywhere inside the provider, once; it needs no stylesheet and no
 * condition around it. With `NODE_ENV` set to production it renders nothing, and none of its code is in the bundle.
 *
 * ```tsx
 * <CommitmentProvider ladder={ladder}>
 *   <CommitmentDevtools />
 *   …
 * </CommitmentProvider>
 * ```
 */
export function CommitmentDevtools(props: CommitmentDevtoolsProps): JSX.Element | null {
  return process.env.NODE_ENV === 'production' ? null : <DevtoolsInPage {...props} />;
}

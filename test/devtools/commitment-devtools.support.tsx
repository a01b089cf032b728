import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { CommitmentDevtools, type CommitmentDevtoolsProps } from 'smallyes/devtools';
import { type CommitmentBus, type CommitmentEvent, createCommitmentBus } from 'smallyes/events';
import { Poll } from 'smallyes/poll';
import { CommitmentProvider, type CommitmentProviderProps } from 'smallyes/provider';
import { commitmentFixture } from 'smallyes/testing';
import { page } from 'vitest/browser';

/** A page with one ask and the devtools below it. */
export function mount(
  options: {
    readonly devtools?: CommitmentDevtoolsProps;
    readonly provider?: Omit<CommitmentProviderProps, 'children' | 'bus'>;
    /** What happened before. */
    readonly earlier?: readonly CommitmentEvent[];
    readonly strict?: boolean;
    readonly children?: ReactNode;
  } = {},
): { readonly bus: CommitmentBus; readonly unmount: () => void } {
  const { devtools, provider, earlier = [], strict, children } = options;
  const bus = createCommitmentBus();
  for (const event of earlier) bus.publish(event);
  const tree = (
    <CommitmentProvider bus={bus} {...provider}>
      {children ?? <Poll id="biggest-hurdle" question="What holds you back?" options={['Trust', 'Price']} />}
      <CommitmentDevtools {...devtools} />
    </CommitmentProvider>
  );
  const { unmount } = render(strict ? <StrictMode>{tree}</StrictMode> : tree);
  return { bus, unmount };
}

/** The element that holds the devtools; there is at most one. */
export function host(): HTMLElement | null {
  const [one, ...others] = document.querySelectorAll<HTMLElement>('[data-sy-devtools]');
  if (others.length > 0) throw new Error('There are several devtools.');
  return one ?? null;
}

/** What stands inside it. */
export function inside<E extends Element = HTMLElement>(selector: string): E[] {
  return [...(host()?.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
}

export const toggle = () => page.getByRole('button', { name: 'smallyes devtools' });
export const tab = (name: string) => page.getByRole('tab', { name });
export const view = () => page.getByRole('tabpanel');

/** An event as a bus of one's own could bring it. */
export function made(changes: object = {}): CommitmentEvent {
  return { ...commitmentFixture('poll.vote'), ...changes } as CommitmentEvent;
}

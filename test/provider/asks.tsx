import { act, fireEvent, screen } from '@testing-library/react';
import { type CommitHandle, type UseCommitOptions, useCommit, usePageView } from 'smallyes/provider';

/** A poll as small as can be. `handle` hands out what records. */
export function Vote(
  props: Partial<UseCommitOptions<'poll.vote'>> & { handle?: (handle: CommitHandle<'poll.vote'>) => void },
) {
  const { handle, ...options } = props;
  const vote = useCommit('poll.vote', { id: 'hurdle', ...options });
  handle?.(vote);
  return (
    <button type="button" ref={vote.ref} onClick={() => vote.commit({ choice: 'Trust' })}>
      {options.id ?? 'hurdle'}
    </button>
  );
}

/** Where a router tells of the page it shows. */
export function View({ path }: { path: string }) {
  usePageView(path);
  return null;
}

/** The visitor votes. */
export function vote(id = 'hurdle'): void {
  fireEvent.click(screen.getByRole('button', { name: id }));
}

/** The visitor goes to another tab and comes back. */
export function setHidden(hidden: boolean): void {
  Object.defineProperties(document, {
    hidden: { configurable: true, value: hidden },
    visibilityState: { configurable: true, value: hidden ? 'hidden' : 'visible' },
  });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

/** The page is on the screen again, for the next test. */
export function showPage(): void {
  Reflect.deleteProperty(document, 'hidden');
  Reflect.deleteProperty(document, 'visibilityState');
}

import { type CommitHandle, CommitmentProvider, type Tracker, useCommit } from 'smallyes';
import type { Page } from '../page.ts';

let handle: CommitHandle<'poll.vote'> | undefined;

function Emitter() {
  handle = useCommit('poll.vote', { id: 'emitter' });
  return null;
}

/** A page that emits to `trackers`. One `progress` is one event: no implied phases, nothing to double. */
export function emitterPage(trackers: Tracker[]): Page {
  return {
    one: (index) => (index === 0 ? <Emitter key={index} /> : null),
    wrap: (children) => (
      <CommitmentProvider trackers={trackers} onCommit={() => {}} onEvent={() => {}}>
        {children}
      </CommitmentProvider>
    ),
    emit(count) {
      handle?.start();
      const began = performance.now();
      for (let i = 0; i < count; i++) handle?.progress({ choice: 'Too few visitors' });
      return ((performance.now() - began) * 1000) / count;
    },
  };
}

export const asks: Page = emitterPage([]);

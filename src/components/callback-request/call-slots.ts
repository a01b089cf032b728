import { tell } from '../../internal/messages.ts';
import type { CallSlot } from './call-windows.ts';

/** How long a silent server is waited for, in milliseconds. */
const patience = 30_000;

/** Asks a server for its free times; `end` hears the list, or nothing when it cannot be had. Returns how to give up. */
export function askSlots(
  id: string,
  load: (context: { readonly signal: AbortSignal }) => Promise<readonly CallSlot[]>,
  end: (list: readonly CallSlot[] | undefined) => void,
): () => void {
  const abort = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    abort.abort();
  };
  const settle = (list: readonly CallSlot[] | undefined, error?: unknown) => {
    if (abort.signal.aborted) return;
    stop();
    if (process.env.NODE_ENV !== 'production' && !list) tell(1533, id, String(error ?? 'nothing said why'));
    end(list);
  };
  const timer = setTimeout(() => settle(undefined, `nothing within ${patience} ms`), patience);
  // An async function, so that a loader that throws rejects.
  (async () => load({ signal: abort.signal }))().then(
    // A copy: each answer is another list, also one that a cache gives twice.
    (list) =>
      Array.isArray(list) ? settle([...list]) : settle(undefined, 'it gave something that is no list'),
    (error: unknown) => settle(undefined, error),
  );
  return stop;
}

import { uuid } from '../../events/uuid.ts';
import { on, type Transact } from './transact.ts';

/** How long one tab waits for another, in ms. */
const patience = 30_000;
const lease = 15_000;
const interval = 500;

type Lease = { readonly owner: string; readonly until: number } | undefined;

/**
 * Runs something while no other tab runs it under the same name: by Web Locks, or, where a page has none (an insecure address),
 * by a lease in the store. A tab that holds on for too long is not waited for: to send twice is safe, not to send is a loss.
 */
export async function takeTurn(name: string, run: () => Promise<void>, transact: Transact): Promise<void> {
  let hasBegun = false;
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, () => {
      hasBegun = true;
      return run();
    });
  } catch (error) {
    if (hasBegun) throw error;
    const owner = uuid();
    for (let waited = 0; waited < patience && !(await claim(owner, transact)); waited += interval)
      await new Promise((resolve) => setTimeout(resolve, interval));
    try {
      await run();
    } finally {
      void transact((_, about) => {
        on(about.get('lease'), (lease: Lease) => {
          if (lease?.owner === owner) about.delete('lease');
        });
      });
    }
  }
}

async function claim(owner: string, transact: Transact): Promise<boolean> {
  let isMine = true;
  await transact((_, about) => {
    on(about.get('lease'), (found: Lease) => {
      const left = (found?.until ?? 0) - Date.now();
      // One that ends too late was written before the clock was put back.
      isMine = !(left > 0 && left <= lease);
      if (isMine) about.put({ owner, until: Date.now() + lease }, 'lease');
    });
  });
  return isMine;
}

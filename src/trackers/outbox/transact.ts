import { isolate } from '../../events/isolate.ts';

/** An act on both stores of the database: the events, and what there is to know about them. */
export type Transact = (act: (events: IDBObjectStore, about: IDBObjectStore) => void) => Promise<boolean>;

/** What is thrown must end the transaction, not the page's patience. */
export function within(transaction: IDBTransaction | null, act: () => void): void {
  isolate(act, () =>
    isolate(
      () => transaction?.abort(),
      // It is at its end already.
      () => {},
    ),
  );
}

/** Hears the answer to a request. */
export function on<T>(request: IDBRequest<T>, act: (result: T) => void): void {
  request.onsuccess = () => within(request.transaction, () => act(request.result));
}

import { isolate } from '../../events/isolate.ts';

/** An act on both stores of the database: the events, and what there is to know about them. */
export type Transact = (act: (events: IDBObjectStore, about: IDBObjectStore) => void) => Promise<boolean>;

/** What a handler throws must end the transaction, not the page's patience. */
export function on<T>(request: IDBRequest<T>, act: (result: T) => void): void {
  request.onsuccess = () =>
    isolate(
      () => act(request.result),
      () =>
        isolate(
          () => request.transaction?.abort(),
          // It is at its end already.
          () => {},
        ),
    );
}

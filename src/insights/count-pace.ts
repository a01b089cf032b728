declare const MessageChannel: new () => {
  readonly port1: { onmessage: (() => void) | null; close(): void };
  readonly port2: { postMessage(message: null): void };
};

/** What an `AbortSignal` is to this module. */
export interface StopSignal {
  throwIfAborted(): void;
}

/** For how many milliseconds the page may be without us giving way: half of a frame. */
const stretch = 8;

/** Lets the page, or the server, do something else now and then. */
export class Pace {
  #since = Date.now();
  readonly #signal: StopSignal | undefined;
  readonly #onRest: () => void;

  constructor(signal: StopSignal | undefined, onRest: () => void) {
    signal?.throwIfAborted();
    this.#signal = signal;
    this.#onRest = onRest;
  }

  get isDue(): boolean {
    return Date.now() - this.#since >= stretch;
  }

  /** Rejects with the signal's reason once it is aborted. */
  async rest(): Promise<void> {
    this.#onRest();
    await new Promise<void>((resolve) => {
      // A timer waits for a second and more where the page is in the background, and never for less than a few milliseconds.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
    this.#signal?.throwIfAborted();
    this.#since = Date.now();
  }
}

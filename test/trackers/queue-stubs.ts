import { vi } from 'vitest';

/** A vendor's documented queue, which writes down what it is handed. */
export interface QueueStub {
  /** Its name on the global object. */
  readonly global: string;
  /** What stands there. */
  readonly value: unknown;
  /** Every call, as a list of what was handed over. */
  readonly calls: unknown[][];
}

/** A command function of a snippet: `gtag`, `lintrk`, `hj`, `clarity`, `va`. It keeps `arguments` until the script is there. */
export function commandStub(global: string): QueueStub {
  const calls: unknown[][] = [];
  return { global, value: (...call: unknown[]) => void calls.push(call), calls };
}

/** A plain array that takes one list, or one message, for each call: `_paq`, `_hsq`, `dataLayer`. */
export function arrayStub(global: string): QueueStub {
  const calls: unknown[] = [];
  return { global, value: calls, calls: calls as unknown[][] };
}

/** Microsoft's queue: a call is several arguments of one `push`. */
export function uetStub(global = 'uetq'): QueueStub {
  const calls: unknown[][] = [];
  return { global, value: { push: (...call: unknown[]) => calls.push(call) }, calls };
}

/** Klaviyo's object, whose `push` takes a list and answers with a promise. */
export function klaviyoStub(): QueueStub {
  const calls: unknown[][] = [];
  const push = (call: unknown[]) => {
    calls.push(call);
    return Promise.resolve(true);
  };
  return { global: 'klaviyo', value: { push }, calls };
}

/** Meta's function with its queue, as the snippet makes it before the script is there. */
export function fbqStub(): QueueStub {
  const calls: unknown[][] = [];
  const fbq = (...call: unknown[]) => void fbq.queue.push(call);
  fbq.queue = calls;
  fbq.loaded = true;
  fbq.version = '2.0';
  return { global: 'fbq', value: fbq, calls };
}

/** TikTok's array with deferred methods; `instance` has a queue of its own. */
export function ttqStub(): QueueStub {
  const calls: unknown[][] = [];
  const deferred = (...first: unknown[]) => ({
    track: (...rest: unknown[]) => void calls.push([...first, 'track', ...rest]),
    identify: (...rest: unknown[]) => void calls.push([...first, 'identify', ...rest]),
  });
  const value = Object.assign([], deferred(), { instance: (id: string) => deferred('instance', id) });
  return { global: 'ttq', value, calls };
}

/** An object with methods that write down their name and arguments: `umami`, `fathom`. */
export function methodStub(global: string, ...methods: readonly string[]): QueueStub {
  const calls: unknown[][] = [];
  const value = Object.fromEntries(
    methods.map((method) => [
      method,
      (...call: unknown[]) => {
        calls.push([method, ...call]);
        return Promise.resolve();
      },
    ]),
  );
  return { global, value, calls };
}

/** Puts it on the global object until the end of the test. */
export function install({ global, value }: QueueStub): void {
  vi.stubGlobal(global, value);
}

import { afterEach, beforeEach } from 'vitest';

/** Rejections that nobody takes, in each test of a file; the list that it returns fills up. `settle()` waits until Node has told of them. */
export function collectRejections(): { readonly all: unknown[]; settle(): Promise<void> } {
  const all: unknown[] = [];
  const note = (reason: unknown) => void all.push(reason);
  beforeEach(() => {
    all.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => void process.off('unhandledRejection', note));
  return {
    all,
    // Node tells of them once all that is due in this turn is done.
    settle: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
  };
}

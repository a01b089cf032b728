import type { Writable } from 'node:stream';

/** Says how far the reading is, where it takes long. */
export interface Progress {
  /** `size` 0: nobody knows. */
  tell(read: number, size: number): void;
  end(): void;
}

/** On a terminal one line that is written over, elsewhere one every ten seconds; nothing in the first second. */
export function createProgress(stream: Writable & { readonly isTTY?: boolean }): Progress {
  const began = Date.now();
  let next = began + 1_000;
  let isOpen = false;
  return {
    tell(read, size) {
      const now = Date.now();
      if (now < next) return;
      next = now + (stream.isTTY ? 200 : 10_000);
      const far = size > 0 ? `${Math.floor((100 * read) / size)} %` : `${Math.floor(read / 1e6)} MB`;
      stream.write(stream.isTTY ? `\rreading: ${far}` : `reading: ${far}\n`);
      isOpen = stream.isTTY === true;
    },
    end() {
      if (isOpen) stream.write('\r\u001b[K');
      isOpen = false;
    },
  };
}

import type { Writable } from 'node:stream';
import { failure } from '../internal/messages.ts';

/** What streams say when the other side has had enough, such as `head`. */
const closed: readonly unknown[] = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'];

/** A stream that fails also says so by an event, which ends the process unless somebody listens. */
export function listen(...streams: readonly Writable[]): void {
  for (const stream of streams) stream.on('error', () => {});
}

/** Writes all of a text. A reader that has gone is no error; a full disk is, SY-1635. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const { code = error?.message } = (error ?? {}) as NodeJS.ErrnoException;
      if (error && !closed.includes(code)) reject(failure(1635, String(code)));
      else resolve();
    });
  });
}

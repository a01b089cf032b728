import type { CommitmentEvent } from '../events/event.ts';
import { fault, show } from '../internal/messages.ts';
import { LineSplitter, longest } from './read-lines.ts';
import { createProblems, type OnProblem } from './read-problem.ts';
import { createRowReader } from './read-row.ts';

/** What a `ReadableStream` is to this module. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: string | Uint8Array | undefined }>;
    cancel(): Promise<unknown>;
  };
}

/** Lines of JSON: a text, or its pieces as they come, such as `createReadStream(file)` or the body of a `fetch`. */
export type NdjsonSource =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | ByteStream;

/** An event as it was stored: a line that the collector wrote also tells when, by the server's clock. */
export type StoredEvent = CommitmentEvent & {
  /** When the collector got it, epoch ms. */
  readonly received_at?: number;
  /** When it happened by the server's clock, epoch ms; what `count` goes by. */
  readonly occurred_at?: number;
};

/** Options of {@link readNdjson}. */
export interface ReadOptions {
  /**
   * Hears of each line that was left out and why; the rest is read. Default: in development one message in the console with the
   * first (SY-1607), in production nothing.
   */
  readonly onProblem?: OnProblem | undefined;
}

/**
 * Reads events, a line each: what `ndjsonWriter` of `smallyes/server/ndjson` keeps, or any file of events. Bytes are UTF-8; lines
 * end with LF or CRLF, the last one may end with nothing; empty ones are passed over. What is no event of a version that is known,
 * or has more than a million characters, goes to `onProblem` with its line. Never holds more than a line and a piece in memory.
 *
 * ```ts
 * const counts = await count(readNdjson(createReadStream('events.ndjson')), { goal: 'checkout.purchase' });
 * ```
 */
export async function* readNdjson(
  source: NdjsonSource,
  options: ReadOptions = {},
): AsyncGenerator<StoredEvent, void, undefined> {
  const problems = createProblems(options.onProblem);
  const splitter = new LineSplitter();
  const { read } = createRowReader();
  let line = 0;
  const parse = (text: string | undefined): StoredEvent | undefined => {
    line++;
    if (text === undefined) {
      problems.add({ line, reason: 'too-long', detail: `at most ${longest} characters` });
      return undefined;
    }
    let event: unknown;
    try {
      event = JSON.parse(text);
    } catch {
      if (text.trim() !== '') problems.add({ line, reason: 'json', detail: 'an event as JSON' });
      return undefined;
    }
    const flaw = read(event, true);
    if (flaw) problems.add({ line, ...flaw });
    return flaw ? undefined : (event as StoredEvent);
  };
  for await (const piece of piecesOf(source))
    for (const text of splitter.add(piece)) {
      const event = parse(text);
      if (event) yield event;
    }
  for (const text of splitter.end()) {
    const event = parse(text);
    if (event) yield event;
  }
  problems.end(line, 'lines');
}

async function* piecesOf(source: NdjsonSource): AsyncGenerator<string | Uint8Array> {
  if (typeof source === 'string') {
    // In pieces, so that not all of its lines stand in memory once more.
    for (let at = 0; at < source.length; at += 65_536) yield source.slice(at, at + 65_536);
  } else if (source instanceof Uint8Array) yield source;
  else if (typeof source !== 'object' || source === null) throw fault(1606, show(source));
  else if (Symbol.asyncIterator in source || Symbol.iterator in source)
    for await (const piece of source) yield checked(piece);
  else if (typeof source.getReader === 'function') {
    // Not every browser can iterate a stream.
    const reader = source.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield checked(next.value);
    } finally {
      await reader.cancel();
    }
  } else throw fault(1606, show(source));
}

function checked(piece: unknown): string | Uint8Array {
  if (typeof piece === 'string' || piece instanceof Uint8Array) return piece;
  throw fault(1606, show(piece));
}

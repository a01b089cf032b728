declare const TextDecoder: new () => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };

/** Characters that a line may have: many times what a collector takes for an event. */
export const longest = 1_000_000;

/** Parts texts into lines as they come. A line that is too long is let go of at once, so memory stays small. */
export class LineSplitter {
  readonly #decoder = new TextDecoder();
  #parts: string[] = [];
  #length = 0;
  #isFirst = true;

  /** The lines that end in this piece, without their ends; undefined for one that is too long. */
  add(piece: string | Uint8Array): (string | undefined)[] {
    // A character may be split over two pieces.
    let text = typeof piece === 'string' ? piece : this.#decoder.decode(piece, { stream: true });
    if (this.#isFirst && text !== '') {
      this.#isFirst = false;
      // A byte order mark, which decoders take off and texts may have.
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    const lines: (string | undefined)[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#keep(text.slice(from, end));
      lines.push(this.#line());
      from = end + 1;
    }
    this.#keep(text.slice(from));
    return lines;
  }

  /** The last line, where the text does not end with the end of one. */
  end(): (string | undefined)[] {
    this.#keep(this.#decoder.decode());
    return this.#length > 0 ? [this.#line()] : [];
  }

  #keep(part: string): void {
    if (part === '') return;
    this.#length += part.length;
    if (this.#length <= longest) this.#parts.push(part);
    else this.#parts = [];
  }

  #line(): string | undefined {
    const line = this.#length > longest ? undefined : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    return line;
  }
}

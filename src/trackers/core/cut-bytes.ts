import { cutText } from './compose.ts';

/** Cuts a text at so many bytes of UTF-8, without splitting a character. */
export function cutBytes(text: string, length: number): string {
  // A character takes at least one byte, so what follows these many characters is too much by either count.
  const short = cutText(text, length);
  const bytes = new TextEncoder().encode(short);
  // An incomplete character at the end becomes a replacement mark.
  return bytes.length > length
    ? new TextDecoder().decode(bytes.slice(0, length)).replace(/\uFFFD+$/, '')
    : short;
}

/** A place to share in, that you name. Plain data, so that it crosses from Server Components. */
export interface ShareTarget<Name extends string = string> {
  /** What events call it. */
  readonly name: Name;
  /** What it is called on the page. */
  readonly label: string;
  /**
   * Its address, https or mailto: `{url}`, `{subject}` and `{text}` stand for what is shared, such as
   * `'https://www.linkedin.com/sharing/share-offsite/?url={url}'`.
   */
  readonly href: string;
}

/** What is shared. */
export interface Shared {
  readonly url: string;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
}

/** The address of a target, with what is shared written into it. */
export function addressOf(href: string, shared: Shared): string {
  return String(href).replace(/\{(url|subject|text)\}/g, (_, name: keyof Shared) =>
    encodeURIComponent(wellFormed(shared[name] ?? '')),
  );
}

/** A mail to whomever the visitor picks. */
export function mailOf(shared: Shared): string {
  const body = shared.text ? '{text}%0D%0A%0D%0A{url}' : '{url}';
  return addressOf(`mailto:?${shared.subject ? 'subject={subject}&' : ''}body=${body}`, shared);
}

/** Half an emoji, as a text cut too short ends with, makes `encodeURIComponent` throw. */
function wellFormed(text: string): string {
  return String(text).replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
}

// What the command writes is ASCII, so that no console's own idea of letters spoils it: the one of Windows writes to a file in
// another encoding than it was given.

/** JSON knows of units of UTF-16 alone. */
export const asciiJson = (json: string): string =>
  escaped(json, /[^\0-\x7f]/g, (code) => `\\u${code.padStart(4, '0')}`);

export const asciiCss = (css: string): string => escaped(css, /[^\0-\x7f]/gu, (code) => `\\${code} `);

export const asciiHtml = (html: string): string => escaped(html, /[^\0-\x7f]/gu, (code) => `&#x${code};`);

/** Names come from whoever sent the events: no control character of one may reach a terminal, which would obey it. */
export const plain = (note: string): string => note.replace(/[^\P{Cc}\n]/gu, '\uFFFD');

const escaped = (text: string, others: RegExp, write: (code: string) => string): string =>
  text.replace(others, (letter) => write((letter.codePointAt(0) as number).toString(16)));

const unsafe = /^(?!(https?|mailto|tel):)[^/?#]*:/i;
// Browsers drop these inside an address, so `java\nscript:` is a script.
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those
const ignored = /[\u0000-\u0020]/g;

/**
 * Whether an address may stand in a link or a form: relative, http, https, mailto or tel. Everything else
 * (`javascript:`, `data:`, `vbscript:` …) can run code.
 */
export function isSafeUrl(url: string): boolean {
  // A function or a server may give something else, which must not break the page while it renders.
  return !unsafe.test(String(url).replace(ignored, ''));
}

import type { Coverage } from '../../internal/coverage.ts';

/**
 * Reads a text as a plausible person would: from above to below, and no faster than a pace. What a visitor scrolled past
 * before this reader came to it is not read; what stands further down on the screen is read in its turn.
 */
export function createReader(): (coverage: Coverage, from: number, to: number, most: number) => void {
  // Where it goes on.
  let at = 0;
  return (coverage, from, to, most) => {
    if (at < from || at > to) at = from;
    const next = Math.min(to, at + most);
    coverage.add(at, next);
    at = next;
  };
}

/** How many words are shown in a text. Some languages write no spaces; the nearest `lang` says which one it is. */
export function countWords(text: Element | null): number {
  // An element that is none of HTML has no such text.
  const { innerText = '' } = (text ?? {}) as HTMLElement;
  try {
    const { lang } = text?.closest<HTMLElement>('[lang]') ?? {};
    const parts = new Intl.Segmenter(lang || 'en', { granularity: 'word' }).segment(innerText);
    return [...parts].filter(({ isWordLike }) => isWordLike).length;
  } catch {
    // An old browser, or no language at all.
    return innerText.match(/\S+/g)?.length ?? 0;
  }
}

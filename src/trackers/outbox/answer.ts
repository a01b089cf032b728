/** What the endpoint says of a batch. */
export interface Answer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly (Rejection | null)[];
}

/** One event that it did not take. */
interface Rejection {
  readonly index?: unknown;
  readonly reason?: unknown;
  readonly detail?: unknown;
}

/**
 * Reads the body of a 2xx. Nothing at all means that all was taken. Undefined for what nobody can rely on: a page of HTML from
 * a proxy or a router, counts that do not add up.
 */
export function readAnswer(text: string, count: number): Answer | undefined {
  try {
    const answer = text ? (JSON.parse(text) as Answer) : { accepted: count, duplicates: 0, rejected: [] };
    const { accepted, duplicates, rejected } = answer;
    const isSound = accepted >= 0 && duplicates >= 0 && Array.isArray(rejected);
    // Texts would make a longer text, and no number.
    return isSound && accepted + duplicates + rejected.length === count ? answer : undefined;
  } catch {
    return undefined;
  }
}

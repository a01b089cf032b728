/** What a browser remembers of a sign-up, so that a later page can confirm it: no address, nothing that was typed. */
export interface NewsletterNote {
  /** The attempt that the yes belongs to. */
  readonly attempt: string;
  /** That attempt was confirmed here: a reload of the page that said so is no second time. */
  readonly isConfirmed?: boolean | undefined;
}

export function writeNote(note: NewsletterNote): string {
  return JSON.stringify({ v: 1, ...note });
}

/** Storage may hold anything: another version's note, or somebody else's. */
export function readNote(text: string | null): NewsletterNote | undefined {
  try {
    const { v, attempt, isConfirmed } = JSON.parse(text ?? '') as Partial<NewsletterNote> & { v?: unknown };
    if (v !== 1 || !isAttempt(attempt)) return undefined;
    return { attempt, isConfirmed: isConfirmed === true };
  } catch {
    return undefined;
  }
}

/** Whether a text can be an attempt's id. What a page's address says may be anything. */
export function isAttempt(text: unknown): text is string {
  return (
    typeof text === 'string' && /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(text)
  );
}

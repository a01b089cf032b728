interface Answers {
  /** Votes by option. */
  readonly votes: Record<string, number>;
  /** Ratings of each article, by the id of its ask. */
  readonly ratings: Record<string, number[]>;
}

declare global {
  var savedAnswers: Answers | undefined;
}

/**
 * What visitors answered. A real site keeps it in its database; this one forgets it when it restarts. Not a variable of
 * this module: Next.js bundles pages and route handlers apart, so there would be two.
 */
globalThis.savedAnswers ??= {
  votes: { Traffic: 61, Trust: 84, Price: 23, Delivery: 44 },
  ratings: { 'article-delivery': [5, 4, 4, 5, 3], 'article-checkout': [4, 5] },
};

const { votes, ratings } = globalThis.savedAnswers;

export const options = ['Traffic', 'Trust', 'Price', 'Delivery'] as const;

export function readVotes(): Record<string, number> {
  return { ...votes };
}

/** Counts a vote. False when it is for nothing we asked. */
export function addVote(choice: unknown): boolean {
  const option = options.find((one) => one === choice);
  if (!option) return false;
  votes[option] = (votes[option] ?? 0) + 1;
  return true;
}

export function countRatings(article: string): number {
  return ratings[article]?.length ?? 0;
}

/** Keeps a rating. False when it is off the scale, or for nothing we asked. */
export function addRating(article: unknown, value: number): boolean {
  const known = typeof article === 'string' && Object.hasOwn(ratings, article) ? ratings[article] : undefined;
  if (!known || ![1, 2, 3, 4, 5].includes(value)) return false;
  known.push(value);
  return true;
}

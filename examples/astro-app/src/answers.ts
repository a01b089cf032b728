/** What visitors answered. A real site keeps it in its database; this one forgets it when it restarts. */
const votes: Record<string, number> = { Traffic: 61, Trust: 84, Price: 23, Delivery: 44 };
const ratings: Record<string, number[]> = {
  'article-delivery': [5, 4, 4, 5, 3],
  'article-checkout': [4, 5],
};

export function readVotes(): Record<string, number> {
  return { ...votes };
}

export function countRatings(article: string): number {
  return ratings[article]?.length ?? 0;
}

/** Keeps an answer. `ask` is the id of the ask. False when it is no answer to anything we asked. */
export function addAnswer(ask: string, answer: FormData): boolean {
  const choice = String(answer.get('choice'));
  if (ask === 'biggest-hurdle' && Object.hasOwn(votes, choice)) {
    votes[choice] = (votes[choice] ?? 0) + 1;
    return true;
  }
  const rating = Number(answer.get('rating'));
  const known = Object.hasOwn(ratings, ask) ? ratings[ask] : undefined;
  if (!known || ![1, 2, 3, 4, 5].includes(rating)) return false;
  known.push(rating);
  return true;
}

import { editsBetween } from './edits-between.ts';

/**
 * The known name that was meant, if one is near: a few letters off, and not most of them. For what developers are told: call it
 * behind `process.env.NODE_ENV !== 'production'`.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [near = ''] = known.toSorted((a, b) => editsBetween(word, a) - editsBetween(word, b));
  const { length } = word.length > near.length ? word : near;
  const edits = editsBetween(word, near);
  return edits <= 2 && edits <= length / 2 ? near : undefined;
}

import { tell } from '../internal/messages.ts';
import { asksOf } from '../ladder/asks-of.ts';
import { justMade } from '../ladder/define-ladder.ts';
import { knownExperiments } from '../ladder/experiment.ts';
import type { Guide, Ladder } from '../ladder/ladder.ts';
import type { Hub } from '../provider/hub.ts';

/*
 * What developers are told of ladders that do not guide as they were meant to. For development: each call stands behind
 * `process.env.NODE_ENV !== 'production'`, so that none of this reaches a visitor.
 */

/** Tells of conditions on experiments that nobody has defined, once all parts of the page can be there. Returns how to stop. */
export function checkExperiments({ ladder, state }: Guide): () => void {
  const conditions = asksOf(ladder).flatMap(({ ask, when }) =>
    Object.entries(when.variant ?? {}).map(([name, wanted]) => ({ ask, name, wanted: [wanted].flat() })),
  );
  if (!conditions.length) return () => {};
  const timer = setTimeout(() => {
    for (const { ask, name, wanted } of conditions) {
      const variants = knownExperiments.get(name);
      const odd = variants && wanted.find((one) => one !== 'holdout' && !variants.includes(one));
      const all = [...knownExperiments.keys()].join(', ') || 'none';
      // Another page may have dealt it, and this one does without its definition.
      if (!variants && state().history.exposed[name] === undefined)
        tell(
          1222,
          ladder.id,
          ask,
          `the experiment "${name}", which no defineExperiment on this page has`,
          all,
        );
      else if (odd !== undefined)
        tell(
          1222,
          ladder.id,
          ask,
          `the variant "${odd}", which "${name}" does not have`,
          variants?.join(', ') ?? '',
        );
    }
  }, 30_000);
  return () => clearTimeout(timer);
}

const ladders = new WeakMap<Hub['site'], Map<string, Ladder>>();

/** Tells of a ladder that is defined anew, word for word, while its page is open: by a component, whenever it renders. */
export function checkRemade(site: Hub['site'], ladder: Ladder): void {
  const known = ladders.get(site) ?? new Map<string, Ladder>();
  ladders.set(site, known);
  const before = known.get(ladder.id);
  known.set(ladder.id, ladder);
  // A file that was edited while the page is open is run again, too: that ladder is older than the render it comes with.
  const isRemade = before && before !== ladder && justMade.has(ladder);
  if (isRemade && JSON.stringify(before.rungs) === JSON.stringify(ladder.rungs)) tell(1223, ladder.id);
}

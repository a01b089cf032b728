import type { ConsentState, Purpose } from '../events/index.ts';
import { show, tell } from '../internal/messages.ts';
import type { ConsentInput } from '../provider/index.ts';
import { attempt, type ConsentSource, purposes, strictest, unasked } from './source.ts';

/**
 * One source out of several, by the strictest word on each purpose. A source that leaves a purpose out has no say on it; one
 * that all leave out is unknown. `read` gives the same object until a word changes.
 */
export function combineSources(sources: readonly ConsentSource[]): ConsentSource {
  if (process.env.NODE_ENV !== 'production' && !sources.length) tell(1054, 'it has no source');
  const failed = new Set<ConsentSource>();
  let known: ConsentInput = unasked;

  /** Runs a source's own code. What it throws is reported once: React reads at each render. */
  const use = (source: ConsentSource, run: () => void) =>
    attempt('useConsent', run, () => {
      const isNews = !failed.has(source);
      failed.add(source);
      return isNews;
    });
  const readSource = (source: ConsentSource): ConsentInput => {
    // A source that throws, or answers with nothing to look into, has not asked anybody.
    let word: ConsentInput = unasked;
    use(source, () => {
      const answer: unknown = source.read();
      if (typeof answer === 'object' && answer) word = { ...answer };
      else if (process.env.NODE_ENV !== 'production')
        tell(1054, `the read() of a source gave ${show(answer)}`);
    });
    return word;
  };

  return {
    read() {
      const words = sources.map(readSource);
      const next: Partial<Record<Purpose, ConsentState>> = {};
      for (const purpose of purposes)
        next[purpose] = strictest(
          words.flatMap((word) => (word[purpose] === undefined ? [] : stateOf(word[purpose]))),
        );
      if (purposes.some((purpose) => next[purpose] !== known[purpose])) known = Object.freeze(next);
      return known;
    },
    subscribe(changed) {
      const stops = sources.map((source) => {
        let stop: (() => void) | undefined;
        use(source, () => {
          stop = source.subscribe(changed);
        });
        return () => use(source, () => stop?.());
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function stateOf(word: ConsentInput[Purpose]): ConsentState {
  if (word === true || word === 'granted') return 'granted';
  return word === false || word === 'denied' ? 'denied' : 'unknown';
}

'use client';
import { useEffect, useRef, useState } from 'react';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import type { AnyValues } from './facets.ts';
import { type Found, readFound } from './filter-state.ts';
import type { AnyOfferFilterProps } from './offer-filter-props.ts';

/** How long a silent server is waited for, in milliseconds. */
const patience = 30_000;

/** A change of the visitor, which waits for its results. */
export interface FilterAct {
  readonly facet: string | undefined;
  /** Called once with the number of results, when they are there; with `false` when they did not come. */
  settle(count: number | undefined | false): void;
}

interface Round {
  readonly key: string;
  stop?: (() => void) | undefined;
}

/**
 * The results of a filter: of a pure function at once; from a server one question at a time, of which the latest wins. `key`
 * is the values as text, `firstKey` those that the server has answered already. A change of the visitor is handed to `find` in its own handler; what else changes the values (the
 * way back, the page itself, the start) is noticed.
 */
export function useFound(props: AnyOfferFilterProps, values: AnyValues, key: string, firstKey: string) {
  const { id, results, onFilter } = props;
  const isPure = typeof results === 'function';
  const given = isPure ? undefined : results;
  const [state, setState] = useState<{ found?: Found; status?: 'pending' | 'failed'; act?: FilterAct }>({});
  // What the server has found is of the values at the start.
  const round = useRef<Round>({ key: given === undefined ? '?' : firstKey });

  const read = (answer: unknown, error?: unknown): Found | undefined => {
    let found: Found | undefined;
    let problem = error;
    try {
      if (error === undefined) found = readFound(answer);
    } catch (broken) {
      // A proxy of another window or a worker may throw at a look.
      problem = broken;
    }
    if (process.env.NODE_ENV !== 'production' && !found)
      tell(1526, id, String(problem ?? 'it gave neither a list nor a count'));
    return found;
  };
  const compute = (of: AnyValues): Found | undefined => {
    try {
      return read((results as (values: AnyValues) => unknown)(of));
    } catch (error) {
      return read(undefined, error ?? 'nothing said why');
    }
  };

  const find = (next: AnyValues, nextKey: string, act?: FilterAct) => {
    round.current.stop?.();
    if (isPure) return act?.settle(compute(next)?.count);
    if (!onFilter) return act?.settle(undefined);
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mine: Round = { key: nextKey };
    round.current = mine;
    const close = () => {
      clearTimeout(timer);
      mine.stop = undefined;
    };
    mine.stop = () => {
      close();
      abort.abort();
    };
    const hear = (answer: unknown, error?: unknown) => {
      if (!mine.stop) return;
      close();
      const found = read(answer, error);
      if (found) setState({ found });
      else setState((was) => ({ ...was, status: 'failed', act }) as typeof was);
      act?.settle(found ? found.count : false);
    };
    const fail = (error: unknown) => hear(undefined, error ?? 'nothing said why');
    try {
      const answer: unknown = onFilter(next, { signal: abort.signal, facet: act?.facet });
      if (!isPromise(answer)) return hear(answer);
      setState((was) => ({ ...was, status: 'pending' }));
      timer = setTimeout(() => {
        fail(`no answer within ${patience} ms`);
        abort.abort();
      }, patience);
      answer.then(hear, fail);
    } catch (error) {
      fail(error);
    }
  };

  useEffect(() => {
    if (onFilter && !isPure && round.current.key !== key) find(values, key);
  });
  useEffect(
    () => () => {
      // What was under way is asked for anew by a page that mounts it again.
      if (!round.current.stop) return;
      round.current.stop();
      round.current = { key: '?' };
    },
    [],
  );

  const known = isPure ? compute(values) : (state.found ?? readFound(given));
  return {
    found: known ?? ({ items: [] } as Found),
    isPending: state.status === 'pending',
    isFailed: state.status === 'failed' || !known,
    /** How many there would be, where that can be known without asking. */
    countOf: (other: AnyValues) => (isPure ? compute(other)?.count : undefined),
    find,
    retry: () => find(values, key, state.act),
  };
}

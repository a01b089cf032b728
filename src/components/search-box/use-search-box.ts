'use client';
import { useEffect, useRef, useState } from 'react';
import { hasFailed } from '../../internal/has-failed.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { useSending } from '../../provider/use-sending.ts';
import type { SearchBoxProps, SearchFound } from './search-box-props.ts';

const kind = 'search-box.search';
const kinds = { [kind]: 1 } as const;

/** What the last search found. */
interface Found {
  readonly query: string;
  readonly count?: number | undefined;
}

/** What the search box knows and does; `look` are the props left over for `search-box.tsx`. */
export function useSearchBox(props: SearchBoxProps) {
  const { name = 'q', defaultValue = '', onSearch, results, track, action: page, ...look } = props;
  const { id } = look;
  const hub = useHub();
  const [found, setFound] = useState<Found | undefined>(
    results === undefined ? undefined : { query: defaultValue, count: results },
  );
  const ask = useAsk({
    component: 'SearchBox',
    kinds,
    props,
    // Who has searched abandons nothing.
    leaving: () => !ask.standing(kind) && undefined,
  });
  const root = useAskRoot(ask);
  const heard = useRef<Found>(undefined);
  const under = useRef('');
  const search: SubmitHandler<string> | undefined =
    onSearch &&
    ((query, { signal }) => {
      const hear = (result: SearchFound): SubmitResult => {
        const count = Array.isArray(result) ? result.length : result;
        if (!signal.aborted)
          heard.current = { query, count: Number.isFinite(count) ? (count as number) : undefined };
      };
      const refuse = (error: unknown): SubmitResult => {
        if (process.env.NODE_ENV !== 'production' && !signal.aborted) tell(1521, id, String(error));
        return { status: 'failed' };
      };
      try {
        const result = onSearch(query, { signal });
        return isPromise(result) ? result.then(hear, refuse) : hear(result);
      } catch (error) {
        return refuse(error);
      }
    });
  const { action, isNative, isPending, settled, send, clear } = useSending<string>(
    ask,
    'SearchBox',
    { id, onSubmit: search, action: page },
    () => root.fields(),
  );
  if (process.env.NODE_ENV !== 'production' && !onSearch && action === undefined) tell(1522, id);
  useEffect(() => clear, [clear]);

  /** A yes for each new search: the same words again are the same yes. */
  const commit = ({ query, count }: Found) =>
    ask.record(
      'committed',
      { ...(count !== undefined && { results: count }), ...(track && { query }) },
      kind,
      undefined,
      query,
    );

  return {
    look,
    name,
    defaultValue,
    action: action as string | undefined,
    isPending,
    isFailed: hasFailed(settled),
    found: isPending || hasFailed(settled) ? undefined : found,
    empty({ form }: HTMLButtonElement) {
      const field = form?.elements.namedItem(name) as HTMLInputElement;
      field.value = '';
      // As if the visitor had emptied it by keys: a page that filters hears of it.
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
      clear();
      setFound(undefined);
    },
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref: root.ref,
      onInput: root.ours(() => void ask.record('started')),
      onSubmit: root.ours((event) => {
        const query = String(root.fields().get(name)).trim();
        if (!isNative || !query) event.preventDefault();
        if (!query) return root.keepFocus('[type=search]');
        ask.record('started');
        if (isNative) {
          commit({ query });
          hub.flush();
          // Enter and the button at once are one search.
        } else if (onSearch && !(isPending && under.current === query)) {
          under.current = query;
          // The newest search wins: what the last one finds is not heard any more.
          clear();
          send(query, {}, () => {
            setFound(heard.current);
            commit(heard.current ?? { query });
          });
        }
      }),
      onReset: root.ours(() => {
        clear();
        ask.reset();
        setFound(undefined);
      }),
    },
  };
}

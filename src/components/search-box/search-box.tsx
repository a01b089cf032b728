'use client';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import type { SearchBoxData } from '../../events/index.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { tell } from '../../internal/messages.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import type { SubmitHandler } from '../../internal/submission.ts';
import { useHub } from '../../provider/context.ts';
import { renderAsk } from '../../provider/render-ask.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { useSending } from '../../provider/use-sending.ts';
import { type SearchBoxLabels, searchBoxLabels } from './search-box-labels.ts';
import type { SearchBoxProps, SearchBoxState } from './search-box-props.ts';
import { searchListLabels } from './search-list-labels.ts';
import type { SearchLink } from './use-search-list.ts';

const kind = 'search-box.search';
const kinds = { [kind]: 1 } as const;

// In development all, so that a mistake in one is told at once.
const texts = (
  process.env.NODE_ENV !== 'production' ? { ...searchBoxLabels, ...searchListLabels } : searchBoxLabels
) as SearchBoxLabels;

/** A search, and how many it found once that is known. */
interface Search extends SearchBoxData {
  readonly query: string;
}

/**
 * A search: a form that leads to your page of results, and with `onSearch` finds on this page. To search is a small yes, and what
 * finds nothing tells you what is missing. The words themselves stay out of events.
 *
 * ```tsx
 * <SearchBox id="shop-search" action="/search" onSearch={(query, { signal }) => find(query, signal)} />
 * ```
 */
export function SearchBox(props: SearchBoxProps): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <SearchBoxRoot key={props.id} {...props} />;
}

function SearchBoxRoot(props: SearchBoxProps): JSX.Element {
  const {
    name = 'q',
    defaultValue = '',
    onSearch,
    suggest,
    recent,
    results,
    track,
    action: _,
    label,
    placeholder,
    empty,
    next,
    children,
    appearance = 'plain',
    ...rest
  } = props;
  const hub = useHub();
  const speak = useLabels('search-box', texts, rest.labels);
  const fieldId = useId();
  // What was found here, or the query of the page whose results the visitor has put away.
  const [own, setFound] = useState<Search | string>();
  const found = (own as Search | undefined)?.query
    ? (own as Search)
    : results !== undefined && own !== defaultValue && { query: defaultValue, results };
  const [list, setList] = useState<typeof import('./search-list.tsx')>();
  const link: SearchLink = useRef(undefined);
  const newest = useRef<string>(undefined);
  const ask = useAsk({
    component: 'SearchBox',
    kinds,
    props,
    // Who has searched abandons nothing.
    leaving: () => !ask.standing(kind) && undefined,
  });
  const root = useAskRoot(ask);
  const find: SubmitHandler<Search> | undefined =
    onSearch &&
    (async (search, { signal }) => {
      const found = await onSearch(search.query, { signal });
      const count = Array.isArray(found) ? found.length : found;
      if (Number.isSafeInteger(count) && (count as number) >= 0) search.results = count as number;
    });
  const { action, isNative, isPending, settled, send, clear } = useSending<Search>(
    ask,
    'SearchBox',
    { ...props, onSubmit: process.env.NODE_ENV === 'production' ? find : find && told(props.id, find) },
    root.fields,
  );
  if (process.env.NODE_ENV !== 'production' && !onSearch && action === undefined) tell(1522, props.id);
  useEffect(() => clear, [clear]);

  /** A yes for each new search: the same words again are the same yes. */
  const commit = ({ query, ...data }: Search) =>
    ask.record('committed', { ...data, ...(track && { query }) }, kind, undefined, query);
  const forget = () => {
    clear();
    setFound(defaultValue);
  };

  const { results: count, query } = (found || {}) as Search;
  return renderAsk<SearchBoxState>(
    'search-box',
    { appearance, ...rest },
    { isPending, count },
    {
      ref: root.ref,
      'data-pending': isPending || undefined,
      onFocus() {
        // Nobody needs it before, and where it cannot be had the search goes on without.
        if (suggest || recent) import('./search-list.tsx').then(setList, () => {});
      },
      onInput: root.ours(() => ask.record('started')),
      onSubmit: root.ours((event) => {
        const query = String(root.fields().get(name)).trim();
        if (!isNative || !query) event.preventDefault();
        if (!query) return root.keepFocus('[type=search]');
        ask.record('started');
        const search: Search = { query, ...link.current?.(query) };
        if (isNative) {
          commit(search);
          hub.flush();
          // Enter and the button at once are one search.
        } else if (onSearch && !(isPending && newest.current === query)) {
          newest.current = query;
          // The newest search wins: what the last one finds is not heard any more.
          forget();
          send(search, {}, () => {
            setFound(search);
            commit(search);
          });
        }
      }),
      onReset: root.ours(() => {
        forget();
        ask.reset();
      }),
      children: (
        <>
          {/* By GET, so that a search has an address: it can be kept, shared and gone back to. */}
          {/* biome-ignore lint/a11y/useSemanticElements: older browsers know the role, not the element */}
          <form
            className={`sy-search-box-form${action === undefined ? ' sy-only-with-script' : ''}`}
            role="search"
            action={action as string | undefined}
            method={action === undefined ? 'dialog' : undefined}
          >
            <label className={label ? 'sy-label' : 'sy-visually-hidden'} htmlFor={fieldId}>
              {label ?? speak('field')}
            </label>
            <div className="sy-search-box-line">
              <div className="sy-search-box-field">
                <input
                  className="sy-search-box-input sy-input"
                  id={fieldId}
                  type="search"
                  name={name}
                  defaultValue={defaultValue}
                  // The button to clear it goes with the placeholder, by styles alone.
                  placeholder={placeholder || ' '}
                  enterKeyHint="search"
                />
                <button
                  className="sy-search-box-clear sy-only-with-script"
                  type="button"
                  aria-label={speak('clear')}
                  onClick={({ currentTarget }) => {
                    const field = currentTarget.previousSibling as HTMLInputElement;
                    field.value = '';
                    // As if the visitor had emptied it by keys: a page that filters hears of it.
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                    forget();
                    field.focus();
                  }}
                />
                {list?.renderList(props, link)}
              </div>
              <button
                className="sy-button"
                type="submit"
                data-variant="primary"
                data-pending={isPending || undefined}
              >
                {speak('submit')}
              </button>
            </div>
            {renderStatus(
              'sy-search-box-status',
              isPending
                ? speak('searching')
                : count !== undefined && speak(count ? 'found' : 'none', { count, query }),
            )}
            {renderAlert(hasFailed(settled) && speak('failed'))}
          </form>
          {children}
          {found && (
            <NextSlot
              next={(count === 0 ? empty : next) as NextProp<object>}
              outcome={{ phase: 'committed', data: found }}
            />
          )}
        </>
      ),
    },
  );
}

/** The same search, which tells the developer of its failures. */
function told(id: string, find: SubmitHandler<Search>): SubmitHandler<Search> {
  return async (search, context) => {
    try {
      return await find(search, context);
    } catch (error) {
      if (process.env.NODE_ENV !== 'production' && !context.signal.aborted) tell(1521, id, String(error));
      return { status: 'failed' };
    }
  };
}

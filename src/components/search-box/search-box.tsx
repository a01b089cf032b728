'use client';
import { type JSX, useId } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { searchBoxLabels } from './search-box-labels.ts';
import type { SearchBoxProps, SearchBoxState } from './search-box-props.ts';
import { useSearchBox } from './use-search-box.ts';

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
    look,
    name,
    defaultValue,
    action,
    isPending,
    isFailed,
    found,
    empty: clear,
    root,
  } = useSearchBox(props);
  const { label, placeholder, empty, next, children, appearance = 'plain', ...rest } = look;
  const speak = useLabels('search-box', searchBoxLabels, rest.labels);
  const id = useId();
  const { count, query = '' } = found ?? {};
  const isEmpty = count === 0;
  return renderAsk<SearchBoxState>(
    'search-box',
    { appearance, ...rest },
    { isPending, count },
    {
      ...root,
      'data-pending': isPending || undefined,
      children: (
        <>
          {/* By GET, so that a search has an address: it can be kept, shared and gone back to. */}
          {/* biome-ignore lint/a11y/useSemanticElements: older browsers know the role, not the element */}
          <form
            className={action === undefined ? 'sy-search-box-form sy-only-with-script' : 'sy-search-box-form'}
            role="search"
            action={action}
            method={action === undefined ? 'dialog' : 'get'}
          >
            <label className={label ? 'sy-label' : 'sy-visually-hidden'} htmlFor={id}>
              {label ?? speak('field')}
            </label>
            <div className="sy-search-box-line">
              <span className="sy-search-box-field">
                <input
                  className="sy-search-box-input sy-input"
                  id={id}
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
                  onClick={({ currentTarget }) => clear(currentTarget)}
                />
              </span>
              <button
                className="sy-button"
                type="submit"
                data-variant="primary"
                data-pending={isPending ? '' : undefined}
              >
                {speak('submit')}
              </button>
            </div>
            {renderStatus(
              'sy-search-box-status',
              isPending
                ? speak('searching')
                : isEmpty
                  ? speak('none', { query })
                  : count !== undefined && speak('found', { count }),
            )}
            {renderAlert(isFailed && speak('failed'))}
          </form>
          {children}
          {found && (
            <NextSlot
              next={(isEmpty ? empty : next) as NextProp<object>}
              outcome={{ phase: 'committed', data: { results: count, query } }}
            />
          )}
        </>
      ),
    },
  );
}

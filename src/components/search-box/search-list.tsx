'use client';
import { type JSX, useId, useRef } from 'react';
import { useLabels } from '../../provider/use-labels.ts';
import { type SearchBoxLabels, searchBoxLabels } from './search-box-labels.ts';
import type { SearchBoxProps } from './search-box-props.ts';
import { searchListLabels } from './search-list-labels.ts';
import { type SearchLink, useSearchList } from './use-search-list.ts';

// What nobody needs before the field has the focus. It comes then: see `search-box.tsx`.

// In development all, so that a mistake in one is told at once.
const texts = (
  process.env.NODE_ENV !== 'production' ? { ...searchBoxLabels, ...searchListLabels } : searchListLabels
) as SearchBoxLabels;

/** The list below the field: a listbox that the field, a combobox, goes through. Belongs into the element that has the field. */
export function renderList({ id, suggest, recent, labels }: SearchBoxProps, link: SearchLink): JSX.Element {
  return <SearchList id={id} suggest={suggest} recent={recent} labels={labels} link={link} />;
}

interface SearchListProps extends Pick<SearchBoxProps, 'id' | 'suggest' | 'recent' | 'labels'> {
  readonly link: SearchLink;
}

function SearchList({ link, labels, ...props }: SearchListProps): JSX.Element {
  const speak = useLabels('search-box', texts, labels);
  const name = useId();
  const popup = useRef<HTMLDivElement>(null);
  const { options, at, isShown, pick, forget, hasRecent } = useSearchList(props, link, name, popup);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, the focus just stays in the field
    <div className="sy-search-box-popup" ref={popup} onMouseDown={(event) => event.preventDefault()}>
      <div className="sy-search-box-panel" hidden={!isShown}>
        <div
          className="sy-search-box-list"
          role="listbox"
          id={`${name}list`}
          aria-label={speak('suggestions')}
        >
          {options.map((option, place) => {
            const { query, description, via } = option;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one
              <div
                key={`${via} ${query}`}
                className="sy-search-box-option"
                role="option"
                id={`${name}${place}`}
                aria-selected={place === at}
                data-via={via}
                onClick={() => pick(option)}
              >
                <span className="sy-search-box-words">
                  <bdi>{query}</bdi>
                </span>{' '}
                {via === 'recent' ? (
                  <>
                    <span className="sy-visually-hidden">{speak('recent')}</span>
                    <span
                      className="sy-search-box-remove"
                      aria-hidden="true"
                      title={speak('remove', { query })}
                      onClick={(event) => {
                        event.stopPropagation();
                        forget(query);
                      }}
                    />
                  </>
                ) : (
                  description && <span className="sy-search-box-description">{description}</span>
                )}
              </div>
            );
          })}
        </div>
        {hasRecent && (
          <button className="sy-search-box-forget" type="button" onClick={() => forget()}>
            {speak('forget')}
          </button>
        )}
      </div>
      <p className="sy-visually-hidden" role="status">
        {isShown && speak('offered', { count: options.length })}
      </p>
    </div>
  );
}

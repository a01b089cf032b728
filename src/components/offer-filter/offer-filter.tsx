'use client';
import { type JSX, type Ref, useId } from 'react';
import { dropSecondClick } from '../../internal/double-click.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { FacetField } from './facet-field.tsx';
import type { Facet } from './facets.ts';
import { withoutName } from './filter-query.ts';
import { allWordsOf, wordsOf } from './filter-words.ts';
import { offerFilterLabels } from './offer-filter-labels.ts';
import type { AnyOfferFilterProps, OfferFilterProps, OfferFilterState } from './offer-filter-props.ts';
import { useOfferFilter } from './use-offer-filter.ts';

/**
 * Narrows down what you offer: by choices, prices, distance, days, times. The results are yours: of a pure function, of your
 * server, or a page of their own. Without JavaScript it is a form that leads to an address with the filter in it.
 *
 * ```tsx
 * <OfferFilter id="trainers" facets={facets} onFilter={(values, { signal }) => findTrainers(values, signal)}>
 *   {({ results }) => <TrainerList trainers={results} />}
 * </OfferFilter>
 * ```
 */
export function OfferFilter<const Facets extends readonly Facet[], Item = unknown>(
  props: OfferFilterProps<Facets, Item>,
): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <OfferFilterRoot key={props.id} {...(props as unknown as AnyOfferFilterProps)} />;
}

function OfferFilterRoot(props: AnyOfferFilterProps): JSX.Element {
  const filter = useOfferFilter(props);
  const { look, facets, values, found, active, outcome, isPending, isFailed, isNative, isOpen } = filter;
  const { children, empty, heading, headingLevel = 2, next, appearance = 'plain', ...rest } = look;
  const speak = useLabels('offer-filter', offerFilterLabels, rest.labels);
  const formId = useId();
  const Heading = `h${headingLevel}` as const;
  const { count } = found;
  const isEmpty = count === 0 && !isPending && !isFailed;
  const title = heading ?? speak('filters');
  const news = isPending
    ? speak('updating')
    : isEmpty
      ? speak('none')
      : count !== undefined && !isFailed && speak('results', { count });

  return renderAsk<OfferFilterState>(
    'offer-filter',
    { appearance, ...rest },
    { filters: active.length, count, isPending },
    {
      'data-pending': isPending || undefined,
      ...filter.root,
      children: (
        <>
          <div className="sy-offer-filter-layout">
            <form
              ref={filter.form}
              className="sy-offer-filter-form"
              id={formId}
              action={filter.action}
              method="get"
              aria-labelledby={`${formId}-title`}
            >
              <div className="sy-offer-filter-head sy-actions">
                <Heading className="sy-question" id={`${formId}-title`}>
                  {title}
                </Heading>
                {active.length > 0 && (
                  <span className="sy-note">{speak('set', { count: active.length })}</span>
                )}
                <button
                  className="sy-offer-filter-fold sy-button sy-only-with-script"
                  type="button"
                  aria-expanded={isOpen}
                  aria-controls={`${formId}-facets`}
                  onClick={(event) => dropSecondClick(event) || filter.setOpen(!isOpen)}
                >
                  {title}
                  {active.length > 0 && (
                    <span className="sy-note">{speak('set', { count: active.length })}</span>
                  )}
                </button>
              </div>
              <div
                className="sy-offer-filter-facets sy-stack"
                id={`${formId}-facets`}
                data-open={isOpen || undefined}
              >
                {facets.map((facet) => (
                  <div key={facet.name} className="sy-offer-filter-facet">
                    <FacetField
                      facet={facet}
                      value={values[facet.name]}
                      counts={found.counts?.[facet.name]}
                      speak={speak}
                      placed={filter.placed}
                    />
                  </div>
                ))}
                <button
                  className={isNative ? 'sy-button' : 'sy-offer-filter-show sy-button'}
                  data-variant="primary"
                  type="submit"
                >
                  {isNative || isFailed || count === undefined
                    ? speak('show')
                    : speak('showCount', { count })}
                </button>
              </div>
            </form>
            <div className="sy-offer-filter-found sy-stack" aria-busy={isPending || undefined}>
              <p
                ref={filter.status as Ref<HTMLParagraphElement>}
                className="sy-offer-filter-count sy-status"
                role="status"
                tabIndex={-1}
              >
                {isPending && <span className="sy-spinner" aria-hidden="true" />}
                {news && <span>{news}</span>}
              </p>
              {active.length > 0 && (
                <ul className="sy-offer-filter-chips sy-actions" aria-label={speak('active')}>
                  {active.map((one) => {
                    const words = wordsOf(one, values[one.facet.name], speak);
                    return (
                      <li key={one.key}>
                        <button
                          className="sy-offer-filter-chip sy-button"
                          type="submit"
                          form={formId}
                          name={withoutName}
                          value={one.key}
                          aria-label={speak('remove', { filter: words })}
                          suppressHydrationWarning
                        >
                          <span suppressHydrationWarning>{words}</span>
                          <svg viewBox="0 0 24 24" aria-hidden="true">
                            <path d="M7 7l10 10M17 7L7 17" />
                          </svg>
                        </button>
                      </li>
                    );
                  })}
                  <li>
                    <button
                      className="sy-button"
                      data-variant="quiet"
                      type="submit"
                      form={formId}
                      name={withoutName}
                      value="*"
                    >
                      {speak('clear')}
                    </button>
                  </li>
                </ul>
              )}
              {isFailed && (
                <div className="sy-offer-filter-failed sy-stack">
                  {renderAlert(speak('failed'))}
                  <button className="sy-button" type="button" onClick={filter.retry}>
                    {speak('retry')}
                  </button>
                </div>
              )}
              {isEmpty ? renderEmpty(filter, speak, formId, empty) : children?.({ ...filter.shown })}
            </div>
          </div>
          {outcome && (
            <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data: outcome }} />
          )}
        </>
      ),
    },
  );
}

/** How many filters are proposed to be left out. */
const proposals = 5;

function renderEmpty(
  { facets, values, found, countOf }: ReturnType<typeof useOfferFilter>,
  speak: Parameters<typeof wordsOf>[2],
  formId: string,
  empty: AnyOfferFilterProps['empty'],
): JSX.Element | null {
  const ways = facets
    .filter(({ name }) => values[name] !== undefined)
    .map((facet) => {
      const { [facet.name]: gone, ...others } = values;
      return { facet, gone, count: countOf(others) ?? found.without?.[facet.name] };
    })
    // What would bring nothing is no way.
    .filter(({ count }) => count !== 0)
    .slice(0, proposals);
  const more = typeof empty === 'function' ? empty(values) : empty;
  if (!ways.length && !more) return null;
  return (
    <div className="sy-offer-filter-empty sy-stack">
      {ways.length > 0 && (
        <>
          <p className="sy-description">{speak('loosen')}</p>
          <div className="sy-actions">
            {ways.map(({ facet, gone, count }) => {
              const filter = allWordsOf(facet, gone, speak);
              return (
                <button
                  key={facet.name}
                  className="sy-button"
                  type="submit"
                  form={formId}
                  name={withoutName}
                  value={facet.name}
                >
                  {count === undefined ? filter : speak('loosened', { filter, count })}
                </button>
              );
            })}
          </div>
        </>
      )}
      {more}
    </div>
  );
}

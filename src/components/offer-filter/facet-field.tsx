'use client';
import { type JSX, type ReactNode, useId, useState } from 'react';
import { numberFormat } from '../../provider/labels.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { GeoPoint } from './distance.ts';
import type { DistanceFacet, DistanceValue, Facet, RangeFacet, RangeValue } from './facets.ts';
import { optionsOf, type ShownOption, writeDistance, writeNumber } from './filter-words.ts';
import type { OfferFilterLabels } from './offer-filter-labels.ts';
import { OwnPosition } from './own-position.tsx';

interface FacetFieldProps<One extends Facet = Facet> {
  readonly facet: One;
  readonly value: unknown;
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly speak: Speaker<OfferFilterLabels>;
  /** Hears the visitor's own position. */
  placed(name: string, at: GeoPoint): void;
}

/** How many options are in sight where the facet says nothing. */
const usuallyShown = 7;

/** The fields of one facet: native ones, which the form carries without JavaScript. */
export function FacetField(props: FacetFieldProps): JSX.Element {
  const { facet, value, counts, speak } = props;
  const { type, name, label, description } = facet;
  const noteId = useId();
  if (type === 'toggle')
    return renderBox(
      { value: '1', label, count: counts?.['1'] ?? facet.count, note: description },
      { type: 'checkbox', name, isSet: value === true, speak },
    );
  return (
    <fieldset className="sy-field" aria-describedby={description && noteId}>
      <legend className="sy-label">{label}</legend>
      {description && (
        <p className="sy-note" id={noteId}>
          {description}
        </p>
      )}
      {type === 'range'
        ? renderRange({ ...props, facet })
        : type === 'distance'
          ? renderDistance({ ...props, facet }, `${noteId}place`)
          : renderOptions(props)}
    </fieldset>
  );
}

function renderOptions({ facet, value, counts, speak }: FacetFieldProps): JSX.Element {
  const { type, name } = facet;
  const options = optionsOf(facet, speak, counts);
  const set = [value].flat().map(String);
  const isOne = type === 'choice';
  if (type === 'days')
    return (
      <div className="sy-offer-filter-days">
        {options.map(({ value: day, label, short, count }) => (
          <label key={day} className="sy-offer-filter-day" data-empty={count === 0 || undefined}>
            <input
              type="checkbox"
              name={name}
              value={day}
              defaultChecked={set.includes(day)}
              aria-label={count === undefined ? label : `${label}, ${speak('optionCount', { count })}`}
            />
            {/* A browser writes dates and prices by other rules than its server; the words that are there stay. */}
            <span aria-hidden="true" suppressHydrationWarning>
              {short}
            </span>
          </label>
        ))}
      </div>
    );
  const boxOf = (option: ShownOption) =>
    renderBox(option, {
      type: isOne ? 'radio' : 'checkbox',
      name,
      isSet: option.value ? set.includes(option.value) : value === undefined,
      speak,
    });
  const most = (facet as { readonly shown?: number }).shown ?? usuallyShown;
  // To unfold one alone would take as much room as it.
  const at = options.length > most + 1 ? most : options.length;
  const folded = options.slice(at);
  return (
    <div>
      {isOne && boxOf({ value: '', label: speak('any') })}
      {options.slice(0, at).map(boxOf)}
      {folded.length > 0 && (
        <MoreOptions
          isOpen={folded.some((one) => set.includes(one.value))}
          words={speak('more', { count: folded.length })}
        >
          {folded.map(boxOf)}
        </MoreOptions>
      )}
    </div>
  );
}

function MoreOptions(props: {
  readonly isOpen: boolean;
  readonly words: string;
  readonly children: ReactNode;
}): JSX.Element {
  // It opens by what is set at the start, and does not close under the visitor's hand when that goes.
  const [isOpen] = useState(props.isOpen);
  return (
    <details className="sy-offer-filter-more" open={isOpen}>
      <summary>{props.words}</summary>
      <div>{props.children}</div>
    </details>
  );
}

function renderBox(
  { value, label, note, count }: ShownOption,
  how: {
    readonly type: 'radio' | 'checkbox';
    readonly name: string;
    readonly isSet: boolean;
    readonly speak: Speaker<OfferFilterLabels>;
  },
): JSX.Element {
  const { type, name, isSet, speak } = how;
  return (
    <label
      key={value}
      className="sy-offer-filter-option sy-choice"
      data-variant="plain"
      data-empty={count === 0 || undefined}
    >
      <input className="sy-choice-input" type={type} name={name} value={value} defaultChecked={isSet} />
      <span className="sy-choice-label">
        {label}
        {note && (
          <span className="sy-offer-filter-aside" suppressHydrationWarning>
            {` ${note}`}
          </span>
        )}
      </span>
      {count !== undefined && (
        <span className="sy-offer-filter-aside sy-choice-count">
          <span aria-hidden="true" suppressHydrationWarning>
            {numberFormat(speak.locale).format(count)}
          </span>
          <span className="sy-visually-hidden">{speak('optionCount', { count })}</span>
        </span>
      )}
    </label>
  );
}

function renderRange({ facet, value, speak }: FacetFieldProps<RangeFacet>): JSX.Element {
  const { name, label, min, max, step = 1 } = facet;
  const { from, to } = (value ?? {}) as RangeValue;
  const share = (number: number) => ((number - min) / (max - min)) * 100;
  const left = share(from ?? min);
  const ends = [
    { end: 'from', words: speak('from'), spoken: speak('fromOf', { label }), set: from, usual: min },
    { end: 'to', words: speak('to'), spoken: speak('toOf', { label }), set: to, usual: max },
  ] as const;
  return (
    <div className="sy-field" data-range="">
      <div className="sy-offer-filter-slider sy-only-with-script">
        <svg className="sy-offer-filter-track" aria-hidden="true">
          <rect x={`${left}%`} width={`${share(to ?? max) - left}%`} height="100%" />
        </svg>
        {ends.map(({ end, spoken, set, usual }) => (
          <input
            key={end}
            className="sy-offer-filter-handle"
            type="range"
            min={min}
            max={max}
            step={step}
            defaultValue={set ?? usual}
            aria-label={spoken}
          />
        ))}
      </div>
      <div className="sy-actions">
        {ends.map(({ end, words, spoken, set, usual }) => (
          <label key={end} className="sy-offer-filter-end">
            <span className="sy-note" aria-hidden="true">
              {words}
            </span>
            <input
              className="sy-input"
              type="number"
              inputMode={Number.isInteger(step) && min >= 0 ? 'numeric' : 'decimal'}
              name={`${name}-${end}`}
              // No step: what lies between two steps of the handle may be written.
              step="any"
              defaultValue={set}
              placeholder={writeNumber(usual, facet, speak.locale)}
              suppressHydrationWarning
              aria-label={spoken}
            />
          </label>
        ))}
      </div>
    </div>
  );
}

function renderDistance(props: FacetFieldProps<DistanceFacet>, placeId: string): JSX.Element {
  const { facet, value, speak, placed } = props;
  const { name, label, within, unit, places, ownPosition = true } = facet;
  const { place, at, within: reach } = (value ?? {}) as Partial<DistanceValue>;
  const isOwn = at !== undefined && !place;
  return (
    <div className="sy-field">
      <div className="sy-actions">
        <div className="sy-offer-filter-end" data-wide="">
          {/* The legend stands above and says the same. */}
          <label className={places ? 'sy-visually-hidden' : 'sy-note'} htmlFor={placeId}>
            {places ? label : speak('place')}
          </label>
          {places ? (
            <span className="sy-field-select">
              <select className="sy-input" id={placeId} name={name} defaultValue={place ?? ''}>
                <option value="">{speak('pickPlace')}</option>
                {places.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.label ?? one.value}
                  </option>
                ))}
              </select>
            </span>
          ) : (
            <input
              className="sy-input"
              id={placeId}
              type="text"
              name={name}
              maxLength={100}
              autoComplete="postal-code"
              defaultValue={place}
            />
          )}
        </div>
        <label className="sy-offer-filter-end">
          <span className="sy-note">{speak('within')}</span>
          <span className="sy-field-select">
            <select className="sy-input" name={`${name}-within`} defaultValue={reach ?? within[0]}>
              {within.map((one) => (
                <option key={one} value={one}>
                  {writeDistance(one, unit, speak.locale)}
                </option>
              ))}
            </select>
          </span>
        </label>
      </div>
      <input type="hidden" name={`${name}-at`} defaultValue={isOwn ? `${at.latitude},${at.longitude}` : ''} />
      {ownPosition && <OwnPosition speak={speak} isSet={isOwn} found={(at) => placed(name, at)} />}
    </div>
  );
}

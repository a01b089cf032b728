'use client';
import { type JSX, useEffect, useRef, useState } from 'react';
import { dropSecondClick } from '../../internal/double-click.ts';
import { dropHeldEnter } from '../../internal/held-enter.ts';
import { renderStatus } from '../../internal/status-line.tsx';
import type { Speaker } from '../../provider/use-labels.ts';
import type { GeoPoint } from './distance.ts';
import type { OfferFilterLabels } from './offer-filter-labels.ts';

/** How long a device may look for itself, in milliseconds. */
const patience = 10_000;
/** How old a position may be that it knows already, in milliseconds. */
const freshness = 300_000;

type Finding = 'locating' | 'located' | 'denied' | 'unavailable' | 'timeout';

// The codes of GeolocationPositionError (W3C Geolocation, section 8).
const failures: Readonly<Record<number, Finding>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };

/** The button that asks the browser where the visitor is, and what comes of it. Asks at the click and never before. */
export function OwnPosition(props: {
  readonly speak: Speaker<OfferFilterLabels>;
  /** The filter has an own position. */
  readonly isSet: boolean;
  /** Hears where the visitor is, rounded to about a kilometre. */
  found(at: GeoPoint): void;
}): JSX.Element {
  const { speak, isSet, found } = props;
  const [finding, setFinding] = useState<Finding>();
  const round = useRef(0);
  // What is found after the filter has gone is not heard.
  useEffect(
    () => () => {
      round.current++;
    },
    [],
  );
  const locate = () => {
    const mine = ++round.current;
    setFinding('locating');
    const hear = (end: Finding, at?: GeoPoint) => {
      if (mine !== round.current) return;
      setFinding(end);
      if (at) found(at);
    };
    // Not there on a page that is not secure.
    const { geolocation } = navigator as Partial<Navigator>;
    if (!geolocation) return hear('unavailable');
    geolocation.getCurrentPosition(
      ({ coords }) =>
        hear('located', { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }),
      ({ code }) => hear(failures[code] ?? 'unavailable'),
      { timeout: patience, maximumAge: freshness },
    );
  };
  const isLocating = finding === 'locating';
  const words = finding === 'located' && !isSet ? undefined : finding;
  const hasFailed = words && words !== 'locating' && words !== 'located';
  return (
    <div className="sy-offer-filter-own sy-only-with-script">
      <button
        className="sy-button"
        data-variant="quiet"
        type="button"
        onKeyDown={(event) => dropHeldEnter(event, 'button')}
        // A browser whose question was waved away may say nothing: the next press asks again.
        onClick={(event) => dropSecondClick(event) || locate()}
      >
        <svg className="sy-offer-filter-icon" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="6" />
          <path d="M12 2v4m0 12v4M2 12h4m12 0h4" />
        </svg>
        {speak('ownPosition')}
      </button>
      {renderStatus(
        hasFailed ? 'sy-error' : 'sy-note',
        words && speak(words),
        isLocating ? 'pending' : undefined,
      )}
    </div>
  );
}

/** Two decimals of a degree are 1.1 km at most: near enough for a filter, and no address. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

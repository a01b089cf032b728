'use client';
import { type FormEvent, type JSX, useState } from 'react';
import type { Guide } from '../ladder/ladder.ts';
import { dayAndTime, lengthOf, moment } from './format.ts';
import { useGuideState } from './use-guide-state.ts';

const hour = 3_600_000;
const leaps = [
  ['+1 hour', hour],
  ['+1 day', 24 * hour],
  ['+1 week', 7 * 24 * hour],
] as const;
const units = { minutes: 60_000, hours: hour, days: 24 * hour } as const;

/** Moves the ladder's clock, and shows what that changes. */
export function ClockTab({ guide }: { guide: Guide }): JSX.Element {
  const { decision } = useGuideState(guide, 1_000);
  const [count, setCount] = useState('3');
  const [unit, setUnit] = useState<keyof typeof units>('days');
  const now = guide.now();
  // The two clocks are read one after the other: they may lie a millisecond apart.
  const offset = Math.round((now - Date.now()) / 1000) * 1000;
  const { wake } = guide;
  const leap = (by: number) => guide.travel(offset + by);
  const by = Number(count) * units[unit];
  // Beyond that, no calendar has a date.
  const isUsable = count !== '' && Number.isFinite(by) && Math.abs(now + by) < 8e15;
  const travel = (event: FormEvent) => {
    event.preventDefault();
    if (isUsable) leap(by);
  };

  return (
    <>
      <dl className="facts">
        <div>
          <dt>Ladder’s clock</dt>
          <dd>{dayAndTime(now)}</dd>
        </div>
        <div>
          <dt>Moved by</dt>
          <dd>{offset === 0 ? 'nothing' : `${offset < 0 ? '−' : '+'}${lengthOf(offset)}`}</dd>
        </div>
        <div>
          <dt>Next ask</dt>
          <dd>{decision.next ?? 'none'}</dd>
        </div>
        <div>
          <dt>Changes by itself</dt>
          <dd>{wake === undefined ? 'not by time alone' : moment(wake, now)}</dd>
        </div>
      </dl>
      <div className="bar">
        {leaps.map(([name, length]) => (
          <button key={name} type="button" className="button" onClick={() => leap(length)}>
            {name}
          </button>
        ))}
        <button
          type="button"
          className="button"
          disabled={wake === undefined || !Number.isFinite(wake) || wake < now}
          onClick={() => wake !== undefined && leap(Math.ceil((wake - now) / 1000 + 1) * 1000)}
        >
          To the next change
        </button>
        <button type="button" className="button" disabled={offset === 0} onClick={() => guide.travel(0)}>
          Back to now
        </button>
      </div>
      <form className="bar" onSubmit={travel}>
        <input
          type="number"
          aria-label="How far"
          step="any"
          value={count}
          onChange={({ target }) => setCount(target.value)}
        />
        <select
          aria-label="Unit"
          value={unit}
          onChange={({ target }) => setUnit(target.value as keyof typeof units)}
        >
          {Object.keys(units).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <button type="submit" className="button" disabled={!isUsable}>
          Travel
        </button>
      </form>
      <p className="hint">
        Only the ladder’s clock moves, on this page, until it is loaded anew. Events keep the real time. What
        is answered while it is moved is remembered with the moved time.
      </p>
    </>
  );
}

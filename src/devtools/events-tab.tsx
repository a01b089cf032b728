'use client';
import { type JSX, memo, useState, useSyncExternalStore } from 'react';
import type { CommitmentEvent, Phase } from '../events/index.ts';
import { CopyButton } from './copy-button.tsx';
import type { EventLog, LogRow, LogState } from './event-log.ts';
import { clockTime, consentInWords, counted, gradeNames, inShort, toJson, toShownJson } from './format.ts';

/** How the list is looked at. Kept while another tab is open. */
export interface EventsView {
  readonly phase: Phase | '';
  /** What kind, ask or phase must hold. */
  readonly text: string;
  /** The list as it was when it was paused. */
  readonly paused?: LogState | undefined;
}

export const wholeView: EventsView = { phase: '', text: '' };

const phases: readonly Phase[] = [
  ...(['seen', 'started', 'progressed', 'committed', 'confirmed', 'withdrawn'] as const),
  ...(['dismissed', 'abandoned', 'failed'] as const),
];

/** Events as they come, newest first. */
export function EventsTab(props: {
  log: EventLog;
  view: EventsView;
  onView: (view: EventsView) => void;
}): JSX.Element {
  const { log, view, onView } = props;
  const { text, phase, paused } = view;
  const live = useSyncExternalStore(log.subscribe, log.state);
  const { rows, dropped } = paused ?? live;
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter(({ event }) => isWanted(event, phase, wanted)).reverse();
  const total = (state: LogState) => state.rows.length + state.dropped;
  const missed = paused ? total(live) - total(paused) : 0;

  return (
    <>
      <div className="bar">
        <select
          aria-label="Phase"
          value={phase}
          onChange={({ target }) => onView({ ...view, phase: target.value as Phase | '' })}
        >
          <option value="">All phases</option>
          {phases.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <input
          type="search"
          aria-label="Kind or ask"
          placeholder="Kind or ask"
          value={text}
          onChange={({ target }) => onView({ ...view, text: target.value })}
        />
        <button
          type="button"
          className="button"
          aria-pressed={!!paused}
          onClick={() => onView({ ...view, paused: paused ? undefined : live })}
        >
          Pause
        </button>
        <CopyButton label="Copy list" text={() => toJson(shown.map(({ event }) => event))} />
      </div>
      <p className="note">
        {shown.length === rows.length
          ? counted(rows.length, 'event')
          : `${shown.length} of ${counted(rows.length, 'event')}`}
        {dropped > 0 && `, ${dropped} older left out`}
        {missed > 0 && `, ${missed} since the pause`}
      </p>
      {shown.length > 0 ? (
        <ol className="rows" aria-label="Events, newest first">
          {shown.map((row) => (
            <EventRow key={row.line} row={row} />
          ))}
        </ol>
      ) : (
        <p className="hint">
          {rows.length > 0
            ? 'No event is like that.'
            : 'Nothing yet: keep an ask in view for a second, or answer it.'}
        </p>
      )}
    </>
  );
}

/** One event: a line that unfolds into all that the event carries. */
const EventRow = memo(function EventRow({ row: { event } }: { row: LogRow }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details className="event" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <time className="time">{clockTime(event.time)}</time>
          <span className="phase" data-phase={event.phase}>
            {event.phase}
          </span>
          <span className="kind">{event.kind}</span>
          <span className="chip" data-grade={event.grade}>
            {gradeNames[event.grade]}
          </span>
          <span className="ask">{event.ask?.id}</span>
          <span className="data">{inShort(event.data)}</span>
        </summary>
        {isOpen && <Details event={event} />}
      </details>
    </li>
  );
});

function Details({ event }: { event: CommitmentEvent }) {
  const { ladder, experiments, consent, visitor } = event;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [
      'Ladder',
      ladder &&
        `${ladder.id}, rung ${ladder.rung} of ${ladder.of}${ladder.next ? `, next ${ladder.next}` : ''}`,
    ],
    ['Experiments', experiments && inShort(experiments)],
    ['Segments', visitor?.segments.join(', ')],
    ['Consent', consentInWords(consent)],
  ];
  return (
    <div className="details">
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || 'none'}</dd>
          </div>
        ))}
      </dl>
      <CopyButton label="Copy as JSON" text={() => toJson(event)} />
      <pre>{toShownJson(event)}</pre>
    </div>
  );
}

function isWanted({ kind, phase, ask }: CommitmentEvent, wantedPhase: string, text: string): boolean {
  return (
    (!wantedPhase || phase === wantedPhase) &&
    (!text || [kind, phase, ask?.id].some((one) => String(one).toLowerCase().includes(text)))
  );
}

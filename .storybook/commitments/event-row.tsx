import React from 'react';
import { CopyButton } from './copy-button.tsx';
import type { LogEntry } from './event-log.ts';
import { clockTime, counted, gradeNames, timeSince, toJson, toShortJson } from './format.ts';
import { JsonTree } from './json-tree.tsx';

/** One event: a line that unfolds into all that the event carries. */
export const EventRow = React.memo(function EventRow(props: { entry: LogEntry; firstTime: number }) {
  const { event, problems } = props.entry;
  return (
    <li>
      <details className="event" data-phase={event.phase} data-faulty={problems.length > 0 || undefined}>
        <summary>
          <time className="time" dateTime={new Date(event.time).toISOString()}>
            {timeSince(event.time, props.firstTime)} <span className="clock">{clockTime(event.time)}</span>
          </time>
          <span className="phase">{event.phase}</span>
          <span className="kind">{event.kind}</span>
          <span className="grade" data-grade={event.grade}>
            {gradeNames[event.grade]}
          </span>
          <span className="ask">{event.ask.id}</span>
          <code className="data">{toShortJson(event.data)}</code>
          <span className="check">{problems.length > 0 ? counted(problems.length, 'problem') : 'valid'}</span>
        </summary>
        <div className="detail">
          {problems.length > 0 && (
            <ul className="problems" aria-label="What the schema finds wrong">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
          <JsonTree value={event} open={['ask', 'data']} />
          <CopyButton label="Copy this event as JSON" text={() => toJson(event)} />
        </div>
      </details>
    </li>
  );
});

import React from 'react';
import { CopyButton } from './copy-button.tsx';
import { commitmentsOf, countsOf, type EventLog } from './event-log.ts';
import { EventRow } from './event-row.tsx';
import { counted, toJson } from './format.ts';
import { PanelRoot } from './panel-root.ts';

/** The story's events as they come, newest at the end. */
export function Panel({ log }: { log: EventLog }): React.JSX.Element {
  const { entries, dropped } = React.useSyncExternalStore(log.subscribe, log.state);
  const [commitmentsOnly, setCommitmentsOnly] = React.useState(false);
  const list = React.useRef<HTMLDivElement>(null);
  const isAtEnd = React.useRef(true);
  const shown = commitmentsOnly ? commitmentsOf(entries) : entries;
  const { events, commitments, faulty } = countsOf(entries);

  // Follows the newest event, unless the reader has scrolled back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each new line
  React.useLayoutEffect(() => {
    const { current } = list;
    if (current && isAtEnd.current) current.scrollTop = current.scrollHeight;
  }, [shown.length]);

  return (
    <PanelRoot>
      <div className="bar">
        <p className="counts">
          {counted(commitments, 'commitment')} in {counted(events, 'event')}
          {dropped > 0 && `, ${dropped} older left out`}
          {faulty > 0 && <strong> · {faulty} break the schema</strong>}
        </p>
        <label className="only">
          <input
            type="checkbox"
            checked={commitmentsOnly}
            onChange={(change) => setCommitmentsOnly(change.target.checked)}
          />
          Commitments only
        </label>
        <CopyButton
          label="Copy as JSON"
          disabled={shown.length === 0}
          text={() => toJson(shown.map(({ event }) => event))}
        />
        <button type="button" className="button" disabled={events === 0} onClick={log.clear}>
          Clear
        </button>
      </div>
      <div
        className="list"
        ref={list}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        {shown.length > 0 ? (
          <ol aria-label="Commitment events, oldest first">
            {shown.map((entry) => (
              <EventRow key={entry.line} entry={entry} firstTime={entries[0]?.event.time ?? 0} />
            ))}
          </ol>
        ) : (
          <p className="empty">
            {events > 0
              ? `No commitment yet among ${counted(events, 'event')}: answer the ask to make one.`
              : 'Nothing yet: keep an ask in view for a second, or answer it, and its events appear here.'}
          </p>
        )}
      </div>
    </PanelRoot>
  );
}

/** The panel's tab, with how many commitments the story has made. */
export function PanelTitle({ log }: { log: EventLog }): React.JSX.Element {
  const { entries } = React.useSyncExternalStore(log.subscribe, log.state);
  const { commitments, faulty } = countsOf(entries);
  return (
    <PanelRoot as="span" className="title">
      Commitments
      {entries.length > 0 && (
        <span className="badge" data-faulty={faulty > 0 || undefined}>
          {commitments}
        </span>
      )}
    </PanelRoot>
  );
}

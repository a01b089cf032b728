'use client';
import type { JSX } from 'react';
import type { Guide } from '../ladder/ladder.ts';
import type { Rung } from '../ladder/rung.ts';
import { gradeNames, moment } from './format.ts';
import { type RungState, rungState, visitorsGrade } from './rung-state.ts';
import { openAsk, useGuideState } from './use-guide-state.ts';

/** The rungs in their order, and where the visitor stands. */
export function LadderTab({ guide, onWhy }: { guide: Guide; onWhy: (ask: string) => void }): JSX.Element {
  const state = useGuideState(guide, 5_000);
  const { ladder } = guide;
  const { decision, history } = state;
  const open = openAsk(state);
  const now = guide.now();
  const grade = visitorsGrade(ladder, history);
  const facts: readonly (readonly [string, string])[] = [
    ['Ladder', `${ladder.id}, goal ${ladder.goal}${decision.isDone ? ', reached' : ''}`],
    ['Visitor’s grade', grade ? gradeNames[grade] : 'no yes yet'],
    ['Open on the page', open ?? 'none'],
    ['Next', decision.next ?? 'none'],
    ['Queue', decision.queue.join(', ') || 'empty'],
    ['Waits for', decision.waiting ?? 'nobody'],
  ];
  const item = (rung: Rung) => (
    <>
      <span className="name">{rung.ask}</span>
      <span className="chip" data-grade={rung.grade}>
        {gradeNames[rung.grade]}
      </span>
      <State {...rungState(guide.explain(rung.ask), decision, open)} now={now} />
      <button
        type="button"
        className="button"
        aria-label={`Why: ${rung.ask}`}
        onClick={() => onWhy(rung.ask)}
      >
        Why
      </button>
      <span className="kind">{rung.kind}</span>
    </>
  );

  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {ladder.rungs.length === 0 && (
        <p className="hint">The definition is not usable, so nobody is guided.</p>
      )}
      <ol className="rungs" aria-label="Rungs, the smallest first">
        {ladder.rungs.map((rung) => (
          <li key={rung.ask}>
            <div className="rung">{item(rung)}</div>
            {rung.otherwise.length > 0 && (
              <ul aria-label={`After a no to ${rung.ask}`}>
                {rung.otherwise.map((one) => (
                  <li key={one.ask} className="rung">
                    {item(one)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function State({ name, rule, until, now }: RungState & { now: number }) {
  const text =
    name === 'resting'
      ? until === undefined
        ? 'resting, no end by time'
        : `resting until ${moment(until, now)}`
      : name === 'held' || name === 'not applicable' || name === 'waiting'
        ? `${name}${rule ? `: ${rule}` : ''}`
        : name;
  return (
    <span className="state" data-state={name}>
      {text}
    </span>
  );
}

'use client';
import { type JSX, useEffect, useState } from 'react';
import { asksOf } from '../ladder/asks-of.ts';
import { describeRule } from '../ladder/describe.ts';
import type { Guide } from '../ladder/ladder.ts';
import type { Weighed } from '../ladder/situation.ts';
import type { Hub } from '../provider/hub.ts';
import { counted } from './format.ts';
import { pickAsk } from './pick-ask.ts';
import { openAsk, useGuideState } from './use-guide-state.ts';

/** Why an ask is shown or not: every rule that was weighed, those first that hold it back. */
export function WhyTab(props: {
  guide: Guide;
  hub: Hub;
  host: HTMLElement;
  ask: string | undefined;
  onAsk: (ask: string) => void;
}): JSX.Element {
  const { guide, hub, host, onAsk } = props;
  const state = useGuideState(guide, 1_000);
  const [isPicking, setPicking] = useState(false);
  const [box, setBox] = useState<DOMRect>();
  const open = openAsk(state);
  const onLadder = asksOf(guide.ladder).map(({ ask }) => ask);
  const ask = props.ask ?? open ?? state.decision.next ?? onLadder[0] ?? guide.ladder.goal;
  const others = [...new Set([...hub.site.asks.values()].map((entry) => entry.ask.id).concat(ask))].filter(
    (id) => !onLadder.includes(id),
  );

  useEffect(() => {
    if (!isPicking) return;
    return pickAsk(host, {
      onOver: setBox,
      onPick(picked) {
        if (picked !== undefined) onAsk(picked);
        setPicking(false);
      },
    });
  }, [isPicking, host, onAsk]);

  const { isNext, rules } = guide.explain(ask);
  const failing = rules.filter(({ holds }) => !holds);
  const holding = rules.filter(({ holds }) => holds);
  const verdict =
    ask === open
      ? 'It is open on the page.'
      : isNext
        ? 'It is the next ask: every rule holds.'
        : `It is not offered: ${counted(failing.length, 'rule')} of ${rules.length} ${failing.length === 1 ? 'does' : 'do'} not hold.`;

  return (
    <>
      <div className="bar">
        <select aria-label="Ask" value={ask} onChange={({ target }) => onAsk(target.value)}>
          <optgroup label="On the ladder">
            {onLadder.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </optgroup>
          {others.length > 0 && (
            <optgroup label="Not on the ladder">
              {others.map((id) => (
                <option key={id}>{id}</option>
              ))}
            </optgroup>
          )}
        </select>
        <button
          type="button"
          className="button"
          aria-pressed={isPicking}
          onClick={() => setPicking(!isPicking)}
        >
          Pick on the page
        </button>
      </div>
      {isPicking ? (
        <p className="hint" role="status" data-picking="">
          Click an ask on the page. Escape ends it.
        </p>
      ) : (
        <>
          <h2 className="verdict" data-next={isNext || undefined}>
            {ask}
          </h2>
          <p className="note">{verdict}</p>
          <RuleList name="What holds it back" rules={failing} now={guide.now()} />
          <RuleList name="What is in order" rules={holding} now={guide.now()} />
        </>
      )}
      {isPicking && box && (
        <div
          className="outline"
          style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
        />
      )}
    </>
  );
}

function RuleList({ name, rules, now }: { name: string; rules: readonly Weighed[]; now: number }) {
  if (rules.length === 0) return null;
  return (
    <>
      <h3 className="section">{name}</h3>
      <ul className="rules" aria-label={name}>
        {rules.map((weighed) => (
          <li key={weighed.rule} data-holds={weighed.holds}>
            <span className="mark" aria-hidden="true">
              {weighed.holds ? '✓' : '✗'}
            </span>
            <b>{weighed.rule}</b>
            <span>{describeRule(weighed, now)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { fireEvent, screen } from '@testing-library/react';
import { Fragment, useState } from 'react';
import type { Kind } from '../../src/events/index.ts';
import { type UseNextAskOptions, useNextAsk } from '../../src/guidance/index.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import { useCommit } from '../../src/provider/index.ts';

/** Four asks from a vote to a form. */
export const path = defineLadder({
  id: 'path',
  goal: 'quote',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
    { ask: 'article', kind: 'star-rating.rate' },
    { ask: 'checklist', kind: 'lead-gate.unlock', otherwise: { ask: 'follow', kind: 'follow-link.follow' } },
    { ask: 'quote', kind: 'step-form.submit' },
  ],
});

const data: Readonly<Record<string, object>> = {
  hurdle: { choice: 'Trust' },
  article: { value: 5, max: 5 },
  checklist: { fields: ['email'] },
  follow: { target: 'x' },
  quote: { fields: ['email'] },
};

/** An ask as small as can be, that can be answered, refused and taken back. */
export function Ask({ id, kind, onYes }: { id: string; kind?: Kind; onYes?: () => void }) {
  const own =
    kind ?? path.rungs.flatMap((rung) => [rung, ...rung.otherwise]).find(({ ask }) => ask === id)?.kind;
  const commit = useCommit((own ?? 'poll.vote') as 'poll.vote', { id });
  const [isDone, setDone] = useState(false);
  const yes = () => {
    commit.commit((data[id] ?? {}) as never);
    setDone(true);
    onYes?.();
  };
  return (
    <div ref={commit.ref} data-ask={id}>
      {isDone ? <p>{`thanks for ${id}`}</p> : <button type="button" onClick={yes}>{`yes to ${id}`}</button>}
      <button type="button" onClick={() => commit.dismiss()}>{`no to ${id}`}</button>
      <button type="button" onClick={() => commit.progress()}>{`further in ${id}`}</button>
    </div>
  );
}

/** A spot of the page, as the docstring of `useNextAsk` has it. */
export function Spot(
  props: UseNextAskOptions & { name?: string; renders?: string[]; ids?: Record<string, string> },
) {
  const { name = 'spot', renders, ids, ...options } = props;
  const { ask, answered, rung, of, isDone, ref, spot } = useNextAsk(options);
  renders?.push(`${name}: ${ask ?? 'nothing'}`);
  return (
    <section
      ref={ref}
      aria-label={name}
      data-sy-spot={spot}
      data-rung={rung}
      data-of={of}
      data-done={isDone || undefined}
    >
      {[answered, ask].map((id) => id && <Fragment key={id}>{<Ask id={ids?.[id] ?? id} />}</Fragment>)}
    </section>
  );
}

/** The asks in a spot, from top to bottom. */
export function asksIn(name = 'spot'): string[] {
  const spot = screen.getByRole('region', { name });
  return [...spot.querySelectorAll<HTMLElement>('[data-ask]')].map(({ dataset }) => dataset['ask'] ?? '');
}

export function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

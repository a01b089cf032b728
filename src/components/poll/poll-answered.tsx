import type { JSX } from 'react';
import { CheckIcon } from '../../internal/icons.tsx';
import { tell } from '../../internal/messages.ts';
import type { AnyProps } from '../../internal/render-element.tsx';
import { numberFormat } from '../../provider/labels.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { PollFigures, PollModel } from './poll-context.ts';
import { type PollShare, readCounts, sharesOf, sum } from './poll-counts.ts';
import type { PollLabels } from './poll-labels.ts';
import type { AnyPollProps } from './poll-props.ts';
import { renderRow, renderRows } from './poll-rows.tsx';
import type { PollChoice, PollValue } from './poll-state.ts';

// What nobody needs before a vote. In a browser it comes on intent: see `poll-answered-later.ts`.

/** What this visitor changed in results that are plain data: they hold it as soon as they differ from `before`. */
export interface OwnVote {
  readonly before: string;
  /** Votes to add to each option, by its key: the options may come in another order by then. */
  readonly more: ReadonlyMap<string, number>;
}

/**
 * Asks a source for everyone's votes, after the vote was counted, so that the answer holds that vote. When it fails, or is
 * silent for 10 seconds, `hear` is told why, and it is not heard any more. Returns how to stop listening.
 */
export function askResults(source: () => unknown, hear: (results: unknown) => void): () => void {
  const stop = () => {
    clearTimeout(timer);
    listener = undefined;
  };
  const answer = (results: unknown) => {
    listener?.(results);
    stop();
  };
  let listener: typeof hear | undefined = hear;
  const timer = setTimeout(answer, 10_000, 'nothing for 10 seconds');
  // An async function, so that a source that throws rejects.
  (async () => source())().then(
    (results: unknown) => answer(results ?? null),
    (error: unknown) => answer(String(error)),
  );
  return stop;
}

/** Counts of a source, with the visitor's own vote for as long as plain data lacks it; or what is wrong with them. */
function readTally(results: unknown, choices: readonly PollChoice[], own: OwnVote | undefined) {
  const counts = readCounts(results, choices);
  return typeof counts === 'string' || own?.before !== textOf(results)
    ? counts
    : choices.map(({ key }, index) => Math.max(0, (counts[index] ?? 0) + (own.more.get(key) ?? 0)));
}

/** The same for the same counts, in whatever order a server lists them. */
function textOf(results: unknown): string {
  return String(Object.entries(results as object).sort());
}

/** Puts a vote `to` these options, and no longer `from` those, into results that are plain data. */
export function countVote(
  results: unknown,
  choices: readonly PollChoice[],
  own: OwnVote | undefined,
  from: readonly PollValue[],
  to: readonly PollValue[],
): OwnVote | undefined {
  if (typeof readCounts(results, choices) === 'string') return undefined;
  const before = textOf(results);
  const earlier = own?.before === before ? own.more : undefined;
  const more = choices.map(
    ({ key, value }) =>
      [key, (earlier?.get(key) ?? 0) + +to.includes(value) - +from.includes(value)] as const,
  );
  return { before, more: new Map(more) };
}

/** Everyone's votes: not below the minimum, and never when the source lies. `words` say how many, or what is missing. */
export function readFigures(
  { id, minimumResults = 20 }: AnyPollProps,
  results: unknown,
  choices: readonly PollChoice[],
  own: OwnVote | undefined,
  say: Speaker<PollLabels>,
): { figures?: PollFigures; words?: string } {
  const tally = readTally(results, choices, own);
  if (typeof tally === 'string') {
    if (process.env.NODE_ENV !== 'production')
      tell(203, id, typeof results === 'object' && results ? `no option has such a count: ${tally}` : tally);
    return {};
  }
  const total = sum(tally);
  const needed = minimumResults > 1 ? minimumResults : 1;
  if (total < needed) return { words: say('few', { count: needed }) };
  const most = Math.max(...tally);
  return {
    figures: {
      shares: sharesOf(tally),
      leaders: choices.filter((_, index) => tally[index] === most).map(({ value }) => value),
    },
    words: say('votes', { count: total }),
  };
}

/** The rows after the vote. */
export function renderResults(poll: PollModel, theirs?: AnyProps): JSX.Element {
  const { props, say, answer, guess, figures } = poll;
  const rows = poll.choices.map((choice, index) => {
    const { value, label } = choice;
    const isOwn = answer.includes(value);
    const share = figures?.shares[index];
    const marks = [isOwn && say('yourChoice'), guess === value && say('yourGuess')]
      .filter(Boolean)
      .join(', ');
    return renderRow(poll, choice, {
      tag: 'li',
      own: { 'data-result': true, 'data-selected': isOwn || undefined },
      lead: (
        <>
          {share && drawBar(share, !!props.scale)}
          {!props.scale && <span className="sy-poll-sign">{isOwn && <CheckIcon />}</span>}
        </>
      ),
      figure: share && (
        <>
          <b>{numberFormat(say.locale, { style: 'percent' }).format(share.percent / 100)}</b>
          {!props.scale && (
            <small>{numberFormat(say.locale, { notation: 'compact' }).format(share.count)}</small>
          )}
        </>
      ),
      // A result is spoken as one sentence.
      spoken: [share ? say('result', { option: label, ...share }) : label, marks].filter(Boolean).join(', '),
      marks,
    });
  });
  return renderRows('ul', poll, theirs, rows);
}

function drawBar({ percent }: PollShare, isUpright: boolean) {
  const size = `${percent}%`;
  return (
    <svg className="sy-bar" aria-hidden="true">
      <rect
        width={isUpright ? '100%' : size}
        height={isUpright ? size : '100%'}
        y={isUpright ? `${100 - percent}%` : undefined}
      />
    </svg>
  );
}

import type { JSX, ReactElement, ReactNode } from 'react';
import type { AnyProps } from '../../internal/render-element.tsx';
import { numberFormat } from '../../provider/labels.ts';
import { type PollModel, renderPart } from './poll-context.ts';
import type { PollChoice, PollShare } from './poll-state.ts';

/** The rows of the options or of the results, and what the ends of a scale mean. */
export function renderRows(
  tag: string,
  { props, say, name, choices }: PollModel,
  part: AnyProps,
  children: ReactNode,
): JSX.Element {
  const { scale } = props;
  const ends = props.endLabels ?? (scale === 'nps' && [say('npsLow'), say('npsHigh')]);
  return (
    <>
      {renderPart(tag, part, {
        className: scale ? 'sy-choices sy-poll-scale' : 'sy-choices',
        'data-scale': scale,
        children,
      })}
      {scale && ends && (
        <div className="sy-note sy-poll-ends" id={`${name}e`}>
          {ends.map((end, index) => (
            <span key={end}>
              <span className="sy-visually-hidden">{choices.at(-index)?.label}: </span>
              {end}
            </span>
          ))}
        </div>
      )}
    </>
  );
}

/** What differs between an option and a result. */
interface RowParts<State> {
  readonly tag: 'label' | 'li';
  /** Props of the element. */
  readonly props: AnyProps;
  /** What stands before the label. */
  readonly lead: ReactNode;
  /** In place of the label. */
  readonly words?: ReactNode;
  readonly share?: PollShare | undefined;
  readonly state?: State;
}

/** One option or result: the same places at every stage, so that nothing moves. */
export function renderRow<State>(
  { props, say, stage, answer, guess }: PollModel,
  { value, label, description }: PollChoice,
  row: RowParts<State>,
): ReactElement {
  const { share } = row;
  const isResult = stage === 'result';
  const marks = [
    stage !== 'question' && answer.includes(value) && say('yourChoice'),
    isResult && guess === value && say('yourGuess'),
  ]
    .filter(Boolean)
    .join(', ');
  // A result is spoken as one sentence.
  const seen = { 'aria-hidden': isResult || undefined };
  const children = (
    <>
      {row.lead}
      <span className="sy-choice-label" {...seen}>
        {row.words ?? label}
      </span>
      {description && (
        <span className="sy-choice-description" {...seen}>
          {description}
        </span>
      )}
      {props.results && (
        <span className="sy-choice-count sy-poll-count" {...seen}>
          {share && (
            <>
              <b>{numberFormat(say.locale, { style: 'percent' }).format(share.percent / 100)}</b>
              {!props.scale && (
                <small>{numberFormat(say.locale, { notation: 'compact' }).format(share.count)}</small>
              )}
            </>
          )}
        </span>
      )}
      {isResult && (
        <span className="sy-visually-hidden">
          {[share ? say('result', { option: label, ...share }) : label, marks].filter(Boolean).join(', ')}
        </span>
      )}
      {marks && (
        <span className="sy-poll-mark" {...seen}>
          {marks}
        </span>
      )}
    </>
  );
  const className = props.scale ? 'sy-choice sy-poll-cell' : 'sy-choice';
  return renderPart(row.tag, row.props, { className, children }, row.state);
}

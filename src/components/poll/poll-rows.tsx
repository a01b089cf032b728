import type { JSX, ReactElement, ReactNode } from 'react';
import type { AnyProps } from '../../internal/render-element.tsx';
import { type PollModel, renderPart } from './poll-context.ts';
import type { PollChoice } from './poll-state.ts';

/** The rows of the options or of the results, and what the ends of a scale mean. */
export function renderRows(
  tag: string,
  { props, say, name, choices, isBlank }: PollModel,
  theirs: AnyProps | undefined,
  children: ReactNode,
): JSX.Element {
  const { scale } = props;
  const ends = props.endLabels ?? (scale === 'nps' && [say('npsLow'), say('npsHigh')]);
  return (
    <>
      {renderPart(tag, theirs, {
        className: scale ? 'sy-choices sy-poll-scale' : 'sy-choices',
        'data-scale': scale,
        'data-blank': isBlank || undefined,
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
  /** Attributes of the element. */
  readonly own?: AnyProps;
  /** The consumer's props for it. */
  readonly props?: AnyProps | undefined;
  /** What stands before the label. */
  readonly lead: ReactNode;
  /** In place of the label. */
  readonly words?: ReactNode;
  /** At the end, where there are results. */
  readonly figure?: ReactNode;
  /** Said by a screen reader in place of everything. */
  readonly spoken?: string;
  /** What is to say of this row, below. */
  readonly marks: ReactNode;
  readonly state?: State;
}

/** One option or result: the same places at every stage, so that nothing moves. */
export function renderRow<State>(
  { props }: PollModel,
  { key, label, description }: PollChoice,
  row: RowParts<State>,
): ReactElement {
  const { spoken, marks } = row;
  const seen = spoken ? { 'aria-hidden': true } : undefined;
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
          {row.figure}
        </span>
      )}
      {spoken && <span className="sy-visually-hidden">{spoken}</span>}
      {marks && (
        <span className="sy-poll-mark" {...seen}>
          {marks}
        </span>
      )}
    </>
  );
  const className = props.scale ? 'sy-choice sy-poll-cell' : 'sy-choice';
  return renderPart(row.tag, row.props, { key, className, children, ...row.own }, row.state);
}

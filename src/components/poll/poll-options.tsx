'use client';
import type { ComponentProps, JSX, ReactNode } from 'react';
import { type RenderProp, renderElement } from '../../internal/render-element.tsx';
import { usePollPart } from './poll-context.ts';
import { otherKey, type PollChoice, type PollValue } from './poll-state.ts';

/** Props of {@link PollQuestion}. */
export interface PollQuestionProps extends ComponentProps<'legend'> {
  /** Replaces the `legend`. */
  render?: RenderProp<undefined> | undefined;
}

/** The question, which names the group of options. Put it first. */
export function PollQuestion({ render, ...rest }: PollQuestionProps): JSX.Element | null {
  const poll = usePollPart('PollQuestion');
  return (
    poll &&
    renderElement(
      'legend',
      render,
      undefined,
      {
        className: 'sy-question sy-poll-question',
        id: `${poll.name}q`,
        tabIndex: -1,
        children: poll.props.question,
      },
      rest,
    )
  );
}

/** Props of {@link PollOptions}. */
export interface PollOptionsProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** Draws one option; the default is a {@link PollOption}. */
  children?: ((option: PollChoice) => ReactNode) | undefined;
  /** Replaces the `div`. */
  render?: RenderProp<undefined> | undefined;
}

/** The options while the visitor can pick. Afterwards, see `PollResults`. */
export function PollOptions({ children, render, ...rest }: PollOptionsProps): JSX.Element | null {
  const poll = usePollPart('PollOptions');
  if (!poll || (poll.stage !== 'question' && poll.stage !== 'predict')) return null;
  return (
    <>
      {renderElement(
        'div',
        render,
        undefined,
        {
          className: poll.props.scale ? 'sy-poll-scale' : 'sy-choices',
          'data-scale': poll.props.scale,
          children: poll.choices.map(
            (choice) => children?.(choice) ?? <PollOption key={choice.key} value={choice.value} />,
          ),
        },
        rest,
      )}
      <PollEnds />
    </>
  );
}

/** Props of {@link PollOption}. */
export interface PollOptionProps extends Omit<ComponentProps<'label'>, 'children'> {
  /** Which option. */
  value: PollValue;
  /** What the visitor reads. Default: the option's label. */
  children?: ReactNode;
  /** Replaces the `label` element. */
  render?: RenderProp<{ readonly selected: boolean }> | undefined;
}

/** One option with its native input, and the field of the free answer. */
export function PollOption({ value, children, render, ...rest }: PollOptionProps): JSX.Element | null {
  const poll = usePollPart('PollOption');
  const choice = poll?.choices.find((one) => one.key === String(value));
  if (!poll || !choice) return null;
  const { key, label, description, disabled } = choice;
  const { props, say, stage, multiple, name } = poll;
  const isScale = !!props.scale;
  const selected = poll.picked.includes(key);
  const hasText = props.other && key === otherKey && selected && stage === 'question';
  return (
    <>
      {renderElement(
        'label',
        render,
        { selected },
        {
          className: isScale ? 'sy-choice sy-poll-cell' : 'sy-choice',
          children: (
            <>
              <input
                className={isScale ? 'sy-poll-radio' : 'sy-choice-input'}
                type={multiple ? 'checkbox' : 'radio'}
                name={stage === 'predict' ? 'guess' : 'choice'}
                value={key}
                checked={selected}
                disabled={disabled}
                required={!multiple}
                aria-describedby={description && `${name}-${key}`}
                onChange={ignore}
              />
              <span className="sy-choice-label">{children ?? label}</span>
              {description && (
                <span className="sy-choice-description" id={`${name}-${key}`}>
                  {description}
                </span>
              )}
              {props.results && <span className="sy-choice-count sy-poll-count" />}
              {stage === 'predict' && poll.answer.includes(key) && <PollMark text={say('yourChoice')} />}
            </>
          ),
        },
        rest,
      )}
      {hasText && (
        <input
          className="sy-input"
          name={otherKey}
          aria-label={say('otherText')}
          placeholder={say('otherText')}
          maxLength={(typeof props.other === 'object' && props.other.maxLength) || 200}
          defaultValue={poll.typed}
          autoComplete="off"
        />
      )}
    </>
  );
}

/** Words on the edge of a row: they take no room, so nothing moves when they come. */
export function PollMark({ text }: { text: string }): JSX.Element {
  return <span className="sy-poll-mark">{text}</span>;
}

/** What the ends of a scale mean. */
export function PollEnds(): JSX.Element | null {
  const poll = usePollPart('PollEnds');
  if (!poll) return null;
  const { props, say, name, choices } = poll;
  const { scale, endLabels = scale === 'nps' ? [say('npsLow'), say('npsHigh')] : undefined } = props;
  if (!scale || !endLabels) return null;
  return (
    <div className="sy-note sy-poll-ends" id={`${name}e`}>
      {endLabels.map((end, index) => (
        <span key={end}>
          <span className="sy-visually-hidden">{choices.at(-index)?.label}: </span>
          {end}
        </span>
      ))}
    </div>
  );
}

/** The root listens for all inputs. */
function ignore(): void {}

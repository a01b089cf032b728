'use client';
import { type ComponentProps, Fragment, type JSX, type ReactNode } from 'react';
import type { AnyProps, RenderProp } from '../../internal/render-element.tsx';
import { type PollModel, renderPart, usePollPart } from './poll-context.ts';
import { renderRow, renderRows } from './poll-rows.tsx';
import { otherKey, type PollChoice, type PollOther, type PollValue } from './poll-state.ts';

/** Props of {@link PollQuestion}. */
export interface PollQuestionProps extends ComponentProps<'legend'> {
  /** Replaces the `legend`. */
  render?: RenderProp<undefined> | undefined;
}

/** The question, which names the group of options, with its description and the words of each round. Put it first. */
export function PollQuestion(props: PollQuestionProps): JSX.Element | null {
  const poll = usePollPart(PollQuestion);
  return poll && renderQuestion(poll, props);
}

export function renderQuestion(poll: PollModel, theirs?: AnyProps): JSX.Element {
  const { name, say, stage, guess, figures } = poll;
  const { question, description, predict } = poll.props;
  let round: 'roundVote' | 'roundGuess' | 'guessNoted' | 'guessRight' | 'guessWrong' | undefined;
  if (stage === 'question') round = 'roundVote';
  else if (stage === 'predict') round = 'roundGuess';
  else if (guess !== undefined)
    round = !figures ? 'guessNoted' : figures.leaders.includes(guess) ? 'guessRight' : 'guessWrong';
  return (
    <>
      {renderPart('legend', theirs, {
        className: 'sy-question sy-poll-question',
        id: `${name}q`,
        tabIndex: -1,
        children: question,
      })}
      {description && (
        <p className="sy-description" id={`${name}d`}>
          {description}
        </p>
      )}
      {predict && (
        <p className="sy-poll-round" role="status">
          {round && say(round)}
        </p>
      )}
    </>
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
export function PollOptions({ children, ...rest }: PollOptionsProps): JSX.Element | null {
  const poll = usePollPart(PollOptions);
  return poll && renderOptions(poll, rest, children);
}

export function renderOptions(
  poll: PollModel,
  theirs?: AnyProps,
  draw?: PollOptionsProps['children'],
): JSX.Element | null {
  // Who was faster than the code of the results goes on looking at what was picked.
  if (!poll.isOpen && (poll.stage !== 'result' || poll.part)) return null;
  const options = poll.choices.map((choice) => draw?.(choice) ?? renderOption(poll, choice));
  return renderRows('div', poll, theirs, options);
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
export function PollOption({ value, children, ...rest }: PollOptionProps): JSX.Element | null {
  const poll = usePollPart(PollOption);
  const choice = poll?.choices.find(({ key }) => key === String(value));
  return poll && choice ? renderOption(poll, choice, rest, children) : null;
}

function renderOption(poll: PollModel, choice: PollChoice, theirs?: AnyProps, words?: ReactNode) {
  const { props, say, stage, multiple } = poll;
  const { key, disabled } = choice;
  const selected = poll.picked.includes(choice.value);
  const input = (
    <input
      className={props.scale ? 'sy-poll-radio' : 'sy-choice-input'}
      type={multiple ? 'checkbox' : 'radio'}
      name="choice"
      value={key}
      checked={selected}
      disabled={disabled}
      required={!multiple}
      onChange={ignore}
    />
  );
  const row = renderRow(poll, choice, {
    tag: 'label',
    props: theirs,
    lead: input,
    words,
    marks: stage !== 'question' && poll.answer.includes(choice.value) && say('yourChoice'),
    state: { selected },
  });
  if (key !== otherKey || !props.other) return row;
  return (
    <Fragment key={key}>
      {row}
      {selected && stage === 'question' && (
        <input
          className="sy-input"
          name={otherKey}
          aria-label={say('otherText')}
          placeholder={say('otherText')}
          maxLength={(props.other as PollOther).maxLength || 200}
          defaultValue={poll.typed}
          autoComplete="off"
        />
      )}
    </Fragment>
  );
}

/** The root listens for all inputs. */
function ignore(): void {}

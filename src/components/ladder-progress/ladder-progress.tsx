'use client';
import { type ComponentProps, type JSX, type ReactNode, useId } from 'react';
import { checkKnown } from '../../guidance/check-asks.ts';
import { useLadder } from '../../guidance/use-ladder.ts';
import { CheckIcon } from '../../internal/icons.tsx';
import { tell } from '../../internal/messages.ts';
import { type RenderProp, renderElement } from '../../internal/render-element.tsx';
import type { Ladder } from '../../ladder/ladder.ts';
import { numberFormat, type OwnLabels } from '../../provider/labels.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { type LadderProgressLabels, ladderProgressLabels } from './ladder-progress-labels.ts';

/** State of the progress, for `render`. */
export interface LadderProgressState {
  /** How many of the steps shown are done. */
  readonly done: number;
  /** How many steps are shown. */
  readonly count: number;
}

/** Props of {@link LadderProgress}. What is not listed goes to the root element. */
export interface LadderProgressProps<Id extends string = string>
  extends Omit<ComponentProps<'div'>, 'children' | 'ref'> {
  /** What visitors call each step, by the id of its ask. Steps without a name are not shown, nor those of other branches. */
  steps: { readonly [A in NoInfer<Id>]?: ReactNode | undefined };
  /** The provider's ladder once more, only for the compiler: with it an id that the ladder lacks is a type error. */
  ladder?: Ladder<Id> | undefined;
  /** Texts of your own. */
  labels?: OwnLabels<LadderProgressLabels> | undefined;
  /** Replaces the root element. */
  render?: RenderProp<LadderProgressState> | undefined;
  /** The root element; null while there is nothing to show. */
  ref?: ComponentProps<'div'>['ref'] | undefined;
}

/**
 * Shows a visitor how far they have come on the ladder. For paths where it helps to see the end, such as an enquiry in three
 * steps; most ladders are better left unseen. Renders nothing without a ladder or a named step.
 *
 * ```tsx
 * <LadderProgress steps={{ hurdle: 'Your question', checklist: 'The checklist', quote: 'Your quote' }} />
 * ```
 */
export function LadderProgress<const Id extends string = string>(
  props: LadderProgressProps<Id>,
): JSX.Element | null {
  const { steps, ladder, labels, render, ...rest } = props as unknown as LadderProgressProps;
  const speak = useLabels('ladder-progress', ladderProgressLabels, labels);
  const titleId = useId();
  const { ladder: guiding, progress } = useLadder();
  if (process.env.NODE_ENV !== 'production' && guiding) {
    const named = Object.keys(steps ?? {}).filter((ask) => steps[ask]);
    if (ladder && guiding !== ladder) tell(1231, ladder.id, guiding.id);
    else checkKnown(1232, guiding, named);
  }

  const shown = progress.filter(({ ask }) => Object.hasOwn(steps ?? {}, ask) && !!steps[ask]);
  const count = shown.length;
  if (!count) return null;
  const done = shown.filter(({ state }) => state === 'done').length;
  const position = shown.findIndex(({ state }) => state === 'current') + 1;
  const key = position ? 'progress' : done === count ? 'complete' : 'counted';
  return renderElement<LadderProgressState>(
    'div',
    render,
    { done, count },
    {
      className: 'sy-ladder-progress',
      'data-complete': done === count || undefined,
      children: (
        <>
          <p className="sy-ladder-progress-words" id={titleId}>
            <span>{speak(key, { position, done, count })}</span>
            {position > 0 && (
              // Where there is no room for names below the marks. Those are read out all the same.
              <b className="sy-ladder-progress-here" aria-hidden="true">
                {steps[shown[position - 1]?.ask ?? '']}
              </b>
            )}
          </p>
          <ol className="sy-ladder-progress-steps" aria-labelledby={titleId}>
            {shown.map(({ ask, state }, at) => (
              <li
                key={ask}
                className="sy-ladder-progress-step"
                data-state={state}
                aria-current={state === 'current' ? 'step' : undefined}
              >
                <span className="sy-ladder-progress-mark" aria-hidden="true">
                  {state === 'done' ? <CheckIcon /> : numberFormat(speak.locale).format(at + 1)}
                </span>
                <span className="sy-ladder-progress-name">
                  {steps[ask]}
                  {state === 'done' && <span className="sy-visually-hidden">, {speak('done')}</span>}
                </span>
              </li>
            ))}
          </ol>
        </>
      ),
    },
    rest,
  );
}

'use client';
import type { JSX } from 'react';
import { renderAskForm } from '../../internal/ask-form.tsx';
import { hasFailed } from '../../internal/has-failed.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { formatCount } from '../../provider/labels.ts';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { reactionsLabels } from './reactions-labels.ts';
import type { AnyReactionsProps, ReactionsProps, ReactionsState } from './reactions-props.ts';
import { useReactions } from './use-reactions.ts';

/**
 * One press says what a visitor thinks of something: a heart, a thumb, an emoji. Another press takes it back.
 *
 * ```tsx
 * <Reactions id="article-42" counts={{ like: 128 }} />
 * ```
 */
export function Reactions<const Value extends string = 'like', const Multiple extends boolean = false>(
  props: ReactionsProps<Value, Multiple>,
): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <ReactionsRoot key={props.id} {...(props as unknown as AnyReactionsProps)} />;
}

function ReactionsRoot(props: AnyReactionsProps): JSX.Element {
  const { look, set, picked, isPending, settled, action, countOf, root } = useReactions(props);
  const { label, disabled, next, appearance = 'plain', ...rest } = look;
  const speak = useLabels('reactions', reactionsLabels, rest.labels);
  const isFailed = hasFailed(settled);
  const isThanked = settled && !isFailed && picked.length > 0;

  return renderAsk<ReactionsState>(
    'reactions',
    { appearance, ...rest },
    { picked, isPending },
    {
      'data-pending': isPending || undefined,
      children: (
        <>
          {renderAskForm(
            props.id,
            action,
            'sy-reactions-form',
            <>
              <fieldset className="sy-reactions-group" disabled={disabled}>
                <legend className={label ? 'sy-label' : 'sy-visually-hidden'}>
                  {label ?? speak('group')}
                </legend>
                {set.map(({ value, label = speak(value as 'like' | 'up' | 'down'), symbol }) => {
                  const isGiven = picked.includes(value);
                  const count = countOf(value);
                  return (
                    <button
                      key={value}
                      className="sy-reactions-button sy-button"
                      type="submit"
                      name={isGiven ? 'withdraw' : 'react'}
                      value={value}
                      aria-pressed={isGiven}
                    >
                      <span className="sy-reactions-symbol" aria-hidden="true">
                        {symbol}
                      </span>
                      <span className={set.length > 1 ? 'sy-visually-hidden' : undefined}>{label}</span>
                      {count !== undefined && (
                        <span className="sy-reactions-count">{formatCount(count, speak.locale)}</span>
                      )}
                    </button>
                  );
                })}
              </fieldset>
              {renderStatus(
                'sy-reactions-status',
                settled && !isFailed && (settled.message ?? speak(isThanked ? 'thanks' : 'withdrawn')),
                isThanked ? 'success' : undefined,
              )}
              {renderAlert(isFailed && (settled?.message ?? speak('failed')))}
            </>,
          )}
          {isThanked && (
            <NextSlot
              next={next as NextProp<object>}
              outcome={{ phase: 'committed', data: { reaction: picked.at(-1) } }}
            />
          )}
        </>
      ),
      ...root,
    },
  );
}

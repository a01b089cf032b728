'use client';
import { type JSX, useId } from 'react';
import { renderAskForm } from '../../internal/ask-form.tsx';
import { dropSecondClick } from '../../internal/double-click.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { renderInput } from './calculator-input.tsx';
import type { AnyCalculatorProps, CalculatorProps, CalculatorState } from './calculator-props.ts';
import type { CalculatorInput, CalculatorResultSpec, CalculatorResults } from './calculator-types.ts';
import { useCalculator } from './use-calculator.ts';

/**
 * A few numbers, and a result that follows them as one types: what is saved, what it costs, what is needed. The result comes
 * first and is free; the yes is the visitor's own press of the button, and only then comes what you ask next.
 *
 * ```tsx
 * <Calculator
 *   id="returns"
 *   label="What do returns cost you?"
 *   inputs={[
 *     { type: 'number', name: 'orders', label: 'Orders a month', min: 0, defaultValue: 400 },
 *     { type: 'range', name: 'returned', label: 'Returned', min: 0, max: 60, unit: 'percent', defaultValue: 20 },
 *   ]}
 *   formula={({ orders, returned }) => orders * (returned / 100) * 8.5}
 *   result={{ label: 'Returns cost you a month', currency: 'EUR' }}
 * />
 * ```
 */
export function Calculator<
  const Inputs extends readonly CalculatorInput[],
  const Results extends CalculatorResults = CalculatorResultSpec,
>(props: CalculatorProps<Inputs, Results>): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <CalculatorRoot key={props.id} {...(props as unknown as AnyCalculatorProps)} />;
}

function CalculatorRoot(props: AnyCalculatorProps): JSX.Element {
  const model = useCalculator(props);
  const { look, name, speak, action, worked, taken, isShown, isFresh, lag, isPending, settled } = model;
  const { label, description, preview = true, explanation, disabled, next, ...rest } = look;
  const id = useId();
  const { status, lines } = worked;
  const isFailed = lag === 'lost' || hasFailed(settled);
  const isBusy = isPending || lag === 'waiting';
  return renderAsk<CalculatorState>(
    'calculator',
    rest,
    { status, isTaken: !!taken, isPending },
    {
      ...model.root,
      'data-status': status,
      'data-pending': isPending || undefined,
      children: (
        <>
          {renderAskForm(
            props.id,
            action,
            'sy-calculator-form',
            <>
              <fieldset
                className="sy-calculator-fields"
                disabled={disabled}
                aria-describedby={description ? `${id}-text` : undefined}
              >
                <legend className="sy-question">{label}</legend>
                {description && (
                  <p className="sy-description" id={`${id}-text`}>
                    {description}
                  </p>
                )}
                {model.inputs.map((input, at) => {
                  return renderInput(input, {
                    id: `${id}-${at}`,
                    text: model.start[input.name] ?? '',
                    value: worked.values[input.name],
                    error: model.errorOf(input),
                    ask: name,
                    speak,
                  });
                })}
              </fieldset>
              {isShown && (
                <div className="sy-calculator-result" data-status={status}>
                  {status === 'ready' ? (
                    <dl className="sy-calculator-lines">
                      {lines.map((line) => (
                        <div className="sy-calculator-line" key={line.name ?? ''}>
                          <dt>{line.label}</dt>
                          <dd suppressHydrationWarning>{line.text}</dd>
                        </div>
                      ))}
                    </dl>
                  ) : (
                    <p className="sy-calculator-none">{speak(status)}</p>
                  )}
                  {explanation && status === 'ready' && (
                    <details className="sy-calculator-how">
                      <summary>{speak('how')}</summary>
                      {typeof explanation === 'function' ? explanation(worked as never) : explanation}
                    </details>
                  )}
                </div>
              )}
              {renderAlert(isFailed && (settled?.message ?? speak('failed')))}
              <div className="sy-actions">
                <button
                  className={action === undefined ? 'sy-button sy-only-with-script' : 'sy-button'}
                  type="submit"
                  disabled={disabled}
                  data-variant="primary"
                  data-pending={isPending ? '' : undefined}
                  aria-disabled={isPending || undefined}
                  onClick={dropSecondClick}
                >
                  {speak(isShown ? 'submit' : 'reveal')}
                </button>
              </div>
              {renderStatus(
                isFresh || isBusy ? 'sy-calculator-status' : 'sy-visually-hidden',
                isBusy ? speak('sending') : isFresh ? (settled?.message ?? speak('taken')) : model.spoken,
                isFresh && !isBusy ? 'success' : undefined,
              )}
            </>,
            true,
          )}
          {taken && (
            <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data: taken.worked }} />
          )}
        </>
      ),
    },
  );
}

'use client';
import { type ChangeEvent, type ComponentProps, type JSX, useId, useRef } from 'react';
import { mergeProps } from '../../internal/render-element.tsx';
import type { OwnLabels } from '../../provider/labels.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { type AddToCartButtonLabels, addToCartButtonLabels } from './add-to-cart-button-labels.ts';

/** Props of {@link QuantityStepper}. What is not listed goes to the root element. */
export interface QuantityStepperProps extends Omit<ComponentProps<'div'>, 'children' | 'defaultValue'> {
  /** Name of its field. Default `'quantity'`. */
  name?: string | undefined;
  /** Pieces at first. Default 1. */
  defaultValue?: number | undefined;
  /** Most pieces. Default: as many as visitors like. */
  max?: number | undefined;
  /** Hears each number that can be meant: whole, from 1, at most `max`. */
  onValueChange?: ((quantity: number) => void) | undefined;
  /** Texts of your own. */
  labels?: OwnLabels<AddToCartButtonLabels> | undefined;
}

/**
 * How many pieces: a number to type, with a button on either side. Native, so that it posts without JavaScript and the browser
 * refuses what is no number. Stands in an `AddToCartButton`, or in a form of yours.
 */
export function QuantityStepper(props: QuantityStepperProps): JSX.Element {
  const { name = 'quantity', defaultValue = 1, max, onValueChange, labels, ...rest } = props;
  const speak = useLabels('add-to-cart-button', addToCartButtonLabels, labels);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const hear = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    if (currentTarget.value && currentTarget.validity.valid) onValueChange?.(currentTarget.valueAsNumber);
  };
  const button = (label: 'less' | 'more', sign: string) => (
    <button
      className="sy-quantity-button sy-button sy-only-with-script"
      type="button"
      aria-label={speak(label)}
      aria-controls={id}
      onClick={() => {
        const field = input.current as HTMLInputElement;
        if (label === 'less') field.stepDown();
        else field.stepUp();
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div {...mergeProps({ className: 'sy-quantity' }, rest)}>
      <label className="sy-label" htmlFor={id}>
        {speak('quantity')}
      </label>
      <div className="sy-quantity-row">
        {button('less', '−')}
        <input
          ref={input}
          id={id}
          className="sy-quantity-input sy-input"
          type="number"
          inputMode="numeric"
          name={name}
          defaultValue={defaultValue}
          min={1}
          max={max}
          required
          onChange={hear}
        />
        {button('more', '+')}
      </div>
    </div>
  );
}

import type { JSX } from 'react';
import type { Speaker } from '../../provider/use-labels.ts';
import { affixOf, writeAmount } from './calculator-format.ts';
import type { CalculatorLabels } from './calculator-labels.ts';
import type {
  CalculatorChoiceInput,
  CalculatorInput,
  CalculatorNumberInput,
  CalculatorRangeInput,
} from './calculator-types.ts';
import { listOptions } from './calculator-values.ts';

/** What one field shows. */
export interface InputView {
  /** For the ids of its elements. */
  readonly id: string;
  /** At the start. */
  readonly text: string;
  /** What it says now, where it can be read. */
  readonly value: unknown;
  /** What it needs, in words. */
  readonly error: string | undefined;
  /** Name of the calculator, for messages. */
  readonly ask: string;
  readonly speak: Speaker<CalculatorLabels>;
}

/** One input with its label, its help and what it needs. */
export function renderInput(input: CalculatorInput, view: InputView): JSX.Element {
  const { id, text, error } = view;
  const { name, type, label, description } = input;
  const help = description && (
    <p className="sy-note" id={`${id}-help`}>
      {description}
    </p>
  );
  const problem = (
    <p className="sy-error" id={`${id}-error`} aria-live="polite">
      {error}
    </p>
  );
  const described = {
    'aria-describedby': description ? `${id}-error ${id}-help` : `${id}-error`,
    'aria-invalid': error ? (true as const) : undefined,
  };
  if (type === 'toggle')
    return (
      <div className="sy-field" key={name}>
        <label className="sy-calculator-toggle">
          <span className="sy-label">{label}</span>
          <input
            className="sy-calculator-switch"
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is checked
            role="switch"
            name={name}
            defaultChecked={text !== ''}
            {...described}
          />
        </label>
        {help}
        {problem}
      </div>
    );
  if (type === 'choice' && !isSelect(input))
    return (
      <fieldset className="sy-field" key={name} aria-describedby={described['aria-describedby']}>
        <legend className="sy-label">{label}</legend>
        {help}
        <div className="sy-calculator-options">
          {listOptions(input).map((option) => (
            <label className="sy-choice" key={option.value}>
              <input
                className="sy-choice-input"
                type="radio"
                name={name}
                value={option.value}
                defaultChecked={String(option.value) === text}
              />
              <span className="sy-choice-label">{option.label}</span>
            </label>
          ))}
        </div>
        {problem}
      </fieldset>
    );
  return (
    <div className="sy-field" key={name} data-invalid={error ? '' : undefined}>
      <label className="sy-label" htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {help}
      {type === 'choice' ? renderSelect(input, view, described) : renderNumber(input, view, described)}
      {problem}
    </div>
  );
}

function isSelect({ as, options }: CalculatorChoiceInput): boolean {
  return as ? as === 'select' : options.length > 4;
}

function renderSelect(input: CalculatorChoiceInput, { id, text }: InputView, described: object): JSX.Element {
  return (
    <div className="sy-calculator-select">
      <select className="sy-input" id={id} name={input.name} defaultValue={text} {...described}>
        {text === '' && <option value="" aria-label={input.label} />}
        {listOptions(input).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function renderNumber(
  input: CalculatorNumberInput | CalculatorRangeInput,
  { id, text, value, ask, speak }: InputView,
  described: { readonly 'aria-describedby': string },
): JSX.Element {
  const { name, type, min, max, step } = input;
  const { locale } = speak;
  const affix = affixOf(input, locale, ask);
  const unit = affix && (
    <span className="sy-calculator-unit" id={`${id}-unit`} suppressHydrationWarning>
      {affix.text}
    </span>
  );
  const isNumber = typeof value === 'number';
  return (
    <div className="sy-calculator-row" data-type={type}>
      {type === 'range' && (
        <input
          className="sy-calculator-slider sy-only-with-script"
          type="range"
          data-of={name}
          aria-labelledby={`${id}-label`}
          aria-valuetext={isNumber ? writeAmount(value, input, locale, ask, String) : undefined}
          min={min}
          max={max}
          step={step}
          // A value of its own makes it follow the number beside it, in the same paint.
          value={isNumber ? value : min}
          readOnly
          suppressHydrationWarning
        />
      )}
      <span className="sy-calculator-number">
        {affix?.isBefore && unit}
        <input
          className="sy-input"
          // The keypads for figures have no minus sign.
          inputMode={min === undefined || min < 0 ? undefined : 'decimal'}
          id={id}
          name={name}
          defaultValue={text}
          autoComplete="off"
          {...described}
          aria-describedby={
            affix ? `${described['aria-describedby']} ${id}-unit` : described['aria-describedby']
          }
        />
        {!affix?.isBefore && unit}
      </span>
    </div>
  );
}

'use client';
import type { JSX, MouseEvent } from 'react';
import type { ChoiceFieldSpec, ChoicesFieldSpec, FieldOption } from '../form/index.ts';
import { readOption } from '../form/read-spec.ts';
import { renderElement } from '../internal/render-element.tsx';
import { autoCompleteOf } from './field-attributes.ts';
import { controlProps, FieldGroup, FieldRow, type Frame, useFrame } from './field-frame.tsx';
import type { ControlProps } from './input-field.tsx';

/** One of several answers: radios, or a list to pick from. */
export function ChoiceControl({ spec, render }: ControlProps<ChoiceFieldSpec>): JSX.Element {
  const frame = useFrame(spec);
  const { options, required, readOnly, defaultValue, as = options.length > 6 ? 'select' : 'radio' } = spec;
  if (as === 'radio')
    return (
      <FieldGroup
        frame={frame}
        render={render}
        role="radiogroup"
        aria-required={required}
        aria-readonly={readOnly}
        aria-invalid={frame.state.error ? true : undefined}
      >
        {optionsOf(options).map((option) => (
          <Choice
            key={option.value}
            frame={frame}
            type="radio"
            option={option}
            isPicked={option.value === defaultValue}
          />
        ))}
      </FieldGroup>
    );
  const { readOnly: _, ...own } = controlProps(frame);
  return (
    <FieldRow frame={frame}>
      <div className="sy-field-select">
        {renderElement(
          'select',
          render,
          frame.state,
          {
            ...own,
            className: 'sy-input',
            autoComplete: autoCompleteOf(spec),
            defaultValue: defaultValue ?? '',
            'data-readonly': readOnly ? '' : undefined,
            children: (
              <>
                <option value="" disabled={readOnly}>
                  {frame.speak('pick')}
                </option>
                {optionsOf(options).map(({ value, label }) => (
                  <option key={value} value={value} disabled={readOnly && value !== defaultValue}>
                    {label}
                  </option>
                ))}
              </>
            ),
          },
          {},
        )}
      </div>
    </FieldRow>
  );
}

/** Any number of several answers. */
export function ChoicesControl({ spec, render }: ControlProps<ChoicesFieldSpec>): JSX.Element {
  const frame = useFrame(spec);
  return (
    <FieldGroup frame={frame} render={render}>
      {optionsOf(spec.options).map((option) => (
        <Choice
          key={option.value}
          frame={frame}
          type="checkbox"
          option={option}
          isPicked={!!spec.defaultValue?.includes(option.value)}
        />
      ))}
    </FieldGroup>
  );
}

function Choice(props: {
  frame: Frame;
  type: 'radio' | 'checkbox';
  option: Exclude<FieldOption, string>;
  isPicked: boolean;
}): JSX.Element {
  const { frame, type, option, isPicked } = props;
  const { spec, state } = frame;
  const isRadio = type === 'radio';
  return (
    <label className="sy-choice">
      <input
        className="sy-choice-input"
        type={type}
        name={state.name}
        value={option.value}
        defaultChecked={isPicked}
        required={(isRadio && spec.required) || undefined}
        // What can be sent, but not changed, has no attribute here: the others are out of reach, and this one stays.
        disabled={spec.readOnly && !isPicked}
        onClick={spec.readOnly ? stay : undefined}
        aria-invalid={!isRadio && state.error ? true : undefined}
      />
      <span className="sy-choice-label">{option.label}</span>
      {option.description && <span className="sy-choice-description">{option.description}</span>}
    </label>
  );
}

function stay(event: MouseEvent): void {
  event.preventDefault();
}

/** Each value once: a second radio of the same value could never be told from the first. */
function optionsOf(options: readonly FieldOption[]): Exclude<FieldOption, string>[] {
  const all = options.filter((one) => one != null).map(readOption);
  return [...new Map(all.map((option) => [option.value, option])).values()];
}

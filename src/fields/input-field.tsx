'use client';
import type { JSX } from 'react';
import type { FieldSpec } from '../form/index.ts';
import { type RenderProp, renderElement } from '../internal/render-element.tsx';
import { autoCompleteOf, inputAttributes } from './field-attributes.ts';
import { controlProps, FieldRow, type FieldState, useFrame } from './field-frame.tsx';

/** Fields of one control that is typed into. */
type TypedSpec = Extract<
  FieldSpec,
  { type: 'text' | 'long-text' | 'email' | 'phone' | 'url' | 'number' | 'date' }
>;

/** What every control of a field is given. */
export interface ControlProps<Spec> {
  readonly spec: Spec;
  readonly render?: RenderProp<FieldState> | undefined;
}

/** A control to type into: one line, or several. */
export function InputControl({ spec, render }: ControlProps<TypedSpec>): JSX.Element {
  const frame = useFrame(spec);
  const isLong = spec.type === 'long-text';
  const unit = spec.type === 'number' ? spec.unit : undefined;
  const max = spec.type === 'text' || isLong ? spec.maxLength : undefined;
  const control = renderElement(
    isLong ? 'textarea' : 'input',
    render,
    frame.state,
    {
      ...controlProps(frame),
      ...inputAttributes(spec),
      className: isLong ? 'sy-textarea' : 'sy-input',
      autoComplete: autoCompleteOf(spec),
      placeholder: spec.type === 'date' ? undefined : spec.placeholder,
      defaultValue: spec.defaultValue,
      'data-type': spec.type,
      ...(isLong && { rows: spec.rows ?? 4, minLength: spec.minLength }),
      ...(unit && { 'aria-describedby': `${frame.describedBy} ${frame.id}-unit` }),
    },
    {},
  );
  return (
    <FieldRow frame={frame}>
      {unit ? (
        <div className="sy-field-affix">
          {control}
          <span className="sy-field-unit" id={`${frame.id}-unit`}>
            {unit}
          </span>
        </div>
      ) : (
        control
      )}
      {/* The machine of the form writes into these: see offerMeant and countIn. */}
      {spec.type === 'email' && <p className="sy-note" id={`${frame.id}-meant`} aria-live="polite" />}
      {max && (
        <>
          <p className="sy-field-counter sy-note" id={`${frame.id}-count`} aria-hidden="true" />
          <p className="sy-visually-hidden" id={`${frame.id}-said`} role="status" />
        </>
      )}
    </FieldRow>
  );
}

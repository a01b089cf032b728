'use client';
import { type ComponentProps, type JSX, type ReactNode, useId } from 'react';
import type { FieldSpec } from '../form/field-spec.ts';
import { mustChoose } from '../form/must-fill-in.ts';
import { writtenOut } from '../form/read-spec.ts';
import type { FormSpeaker } from '../form/validate-form.ts';
import { type RenderProp, renderElement } from '../internal/render-element.tsx';
import { type FormScope, useFieldError, useFieldSpec, useFormScope } from './form-context.ts';
import { useFormSpeaker } from './form-speaker.ts';

/** State of a field, for `render`. */
export interface FieldState {
  readonly name: string;
  /** What is wrong, in words. */
  readonly error: string | undefined;
  readonly required: boolean;
  readonly disabled: boolean;
}

/** Props of a field's component: what the field says, and what stands in for its control. */
export type FieldProps<Spec extends FieldSpec> = Omit<Spec, 'type'> & {
  /** Replaces the control; of a group of controls, the `fieldset` around them. */
  readonly render?: RenderProp<FieldState> | undefined;
};

/** What the parts of one field share. */
export interface Frame {
  readonly spec: FieldSpec;
  readonly scope: FormScope | null;
  readonly speak: FormSpeaker;
  readonly state: FieldState;
  /** Id of the control. */
  readonly id: string;
  /** What is asked, with "(optional)" where it may be left out. */
  readonly label: string;
  /** Ids of what describes the control: the problem first. They never change, so a new problem is heard. */
  readonly describedBy: string;
}

/** A field, known to the form around it. */
export function useFrame(spec: FieldSpec, isOwn?: boolean): Frame {
  const scope = useFormScope();
  useFieldSpec(scope, spec, isOwn);
  const { type, name, label = writtenOut(name), required, readOnly } = spec;
  // A box can be left unticked anyway, and its wording is kept as a record.
  return useLine(scope, spec, {
    name,
    label,
    isRequired: !!required || mustChoose(spec),
    isMarked: type !== 'consent' && !readOnly,
  });
}

/** What is known of one control: a whole field, or one line of an address. */
interface Line {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Whether the label says that it may be left out. */
  readonly isMarked: boolean;
}

export function useLine(scope: FormScope | null, spec: FieldSpec, line: Line): Frame {
  const { name, label, isRequired, isMarked } = line;
  const own = useId();
  const speak = useFormSpeaker();
  const error = useFieldError(scope, name);
  const id = idOf(scope?.prefix ?? own, name);
  return {
    spec,
    scope,
    speak,
    id,
    label: isRequired || !isMarked ? label : speak('optional', { label }),
    state: { name, error, required: isRequired, disabled: !!spec.disabled },
    describedBy: spec.description ? `${id}-error ${id}-help` : `${id}-error`,
  };
}

/** An id holds no space: a name may. */
function idOf(prefix: string, name: string): string {
  return `${prefix}-${name.replace(/[^\w-]/gu, (sign) => sign.codePointAt(0)?.toString(16) ?? '')}`;
}

/** A control with its label, help and problem. */
export function FieldRow(props: { frame: Frame; children: ReactNode }): JSX.Element {
  const { spec, id, label, state } = props.frame;
  return (
    <div className="sy-field" data-width={spec.width} data-invalid={state.error ? '' : undefined}>
      <label className="sy-label" htmlFor={id}>
        {label}
      </label>
      <FieldHelp frame={props.frame} />
      {props.children}
      <FieldError frame={props.frame} />
    </div>
  );
}

/** Several controls with one question. */
export function FieldGroup(
  props: { frame: Frame; render: RenderProp<FieldState> | undefined } & ComponentProps<'fieldset'>,
): JSX.Element {
  const { frame, render, children, ...rest } = props;
  const { spec, id, label, state, describedBy } = frame;
  return renderElement(
    'fieldset',
    render,
    state,
    {
      className: 'sy-field',
      id,
      disabled: spec.disabled,
      'aria-describedby': describedBy,
      'data-width': spec.width,
      'data-invalid': state.error ? '' : undefined,
      children: (
        <>
          <legend className="sy-label">{label}</legend>
          <FieldHelp frame={frame} />
          {children}
          <FieldError frame={frame} />
        </>
      ),
    },
    rest,
  );
}

export function FieldHelp({ frame: { id, spec } }: { frame: Frame }): JSX.Element | null {
  return spec.description ? (
    <p className="sy-note" id={`${id}-help`}>
      {spec.description}
    </p>
  ) : null;
}

/** Stands there before its words do: what appears together with its live region is not announced. */
export function FieldError({ frame: { id, state } }: { frame: Frame }): JSX.Element {
  return (
    <p className="sy-error" id={`${id}-error`} aria-live="polite">
      {state.error}
    </p>
  );
}

/** Attributes of the control itself. */
export function controlProps(frame: Frame): ComponentProps<'input'> {
  const { spec, state, id, describedBy } = frame;
  return {
    id,
    name: state.name,
    required: state.required,
    disabled: spec.disabled,
    readOnly: spec.readOnly,
    'aria-invalid': state.error ? true : undefined,
    'aria-describedby': describedBy,
  };
}

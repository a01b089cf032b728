'use client';
import type { JSX } from 'react';
import type { AddressFieldSpec, AddressPart } from '../form/field-spec.ts';
import { mustFillIn } from '../form/must-fill-in.ts';
import { addressParts, writtenOut } from '../form/read-spec.ts';
import { autoCompleteOfPart } from './field-attributes.ts';
import { controlProps, FieldGroup, FieldRow, type Frame, useFrame, useLine } from './field-frame.tsx';
import type { ControlProps } from './input-field.tsx';

/** A postal address: a line for each part, each with its own problem. */
export function AddressControl({ spec, render }: ControlProps<AddressFieldSpec>): JSX.Element {
  const frame = useFrame(spec);
  return (
    <FieldGroup frame={frame} render={render}>
      <div className="sy-fields">
        {addressParts(spec).map((part) => (
          <AddressLine key={part} frame={frame} spec={spec} part={part} />
        ))}
      </div>
    </FieldGroup>
  );
}

function AddressLine(props: { frame: Frame; spec: AddressFieldSpec; part: AddressPart }): JSX.Element {
  const { spec, part } = props;
  const { scope, speak } = props.frame;
  const label = speak(part) || writtenOut(part);
  const line = useLine(scope, lineSpec(spec, part), {
    name: `${spec.name}.${part}`,
    label,
    isRequired: mustFillIn(spec, part),
    // Where the whole address may be left out, its question says so.
    isMarked: !!spec.required,
  });
  return (
    <FieldRow frame={line}>
      <input
        {...controlProps(line)}
        className="sy-input"
        autoComplete={autoCompleteOfPart(part, spec.purpose)}
        defaultValue={spec.defaultValue?.[part]}
      />
    </FieldRow>
  );
}

function lineSpec(spec: AddressFieldSpec, part: AddressPart): AddressFieldSpec {
  const isWide =
    part === 'street' || part === 'line2' || (part === 'country' && !spec.parts?.includes('region'));
  return { ...spec, description: undefined, width: isWide ? 'full' : 'half' };
}

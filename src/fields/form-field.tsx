'use client';
import type { ComponentType, JSX } from 'react';
import type { FieldSpec } from '../form/index.ts';
import { tell } from '../internal/messages.ts';
import { AddressControl } from './address-field.tsx';
import { problemOf } from './check-spec.ts';
import { ChoiceControl, ChoicesControl } from './choice-field.tsx';
import { ConsentControl } from './consent-field.tsx';
import { FileControl } from './file-field.tsx';
import { useFieldSpec, useFormScope } from './form-context.ts';
import { HiddenControl } from './hidden-field.tsx';
import { type ControlProps, InputControl } from './input-field.tsx';

/** Props of a control of your own. */
export interface OwnFieldProps {
  /** What the field says. Hand it to `useField`. */
  readonly spec: FieldSpec;
}

/** Controls of your own, by the name of the field that each stands for. */
export type FieldComponents = Readonly<Record<string, ComponentType<OwnFieldProps>>>;

/** Props of {@link FormField}. */
export interface FormFieldProps extends ControlProps<FieldSpec> {
  /** Controls of your own, by field name. */
  readonly components?: FieldComponents | undefined;
}

/** Props of {@link FormFields}. */
export interface FormFieldsProps {
  /** The fields, in their order on the page. */
  readonly fields: readonly FieldSpec[];
  /** Controls of your own, by field name. */
  readonly components?: FieldComponents | undefined;
}

const controls = {
  text: InputControl,
  'long-text': InputControl,
  email: InputControl,
  phone: InputControl,
  url: InputControl,
  number: InputControl,
  date: InputControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  address: AddressControl,
  file: FileControl,
  consent: ConsentControl,
  hidden: HiddenControl,
} satisfies { readonly [T in FieldSpec['type']]: unknown } as Readonly<
  Record<FieldSpec['type'], ComponentType<ControlProps<FieldSpec>>>
>;

/** A field of any type, from plain data. One that cannot be used is left out, and the developer is told. */
export function FormField(props: FormFieldProps): JSX.Element | null {
  const { spec, components, render } = props;
  const scope = useFormScope();
  const problem = problemOf(spec);
  if (problem) {
    if (process.env.NODE_ENV !== 'production') tell(501, scope?.name() ?? 'a page', problem);
    return null;
  }
  const Own = components && Object.hasOwn(components, spec.name) ? components[spec.name] : undefined;
  if (Own) return <OwnField spec={spec} component={Own} />;
  const Control = controls[spec.type];
  return <Control spec={spec} render={render} />;
}

/** Several fields from plain data, in a grid in which halves share a row. Of two with one name, the first counts. */
export function FormFields({ fields, components }: FormFieldsProps): JSX.Element {
  const scope = useFormScope();
  const names = new Set<unknown>();
  const specs = [fields].flat().filter((spec) => {
    const isTwin = names.has(spec?.name);
    names.add(spec?.name);
    if (process.env.NODE_ENV !== 'production' && isTwin)
      tell(501, scope?.name() ?? 'a page', `the name "${spec?.name}" stands there twice`);
    return !isTwin;
  });
  return (
    <div className="sy-fields">
      {specs.map((spec) => (
        <FormField key={String(spec?.name)} spec={spec} components={components} />
      ))}
    </div>
  );
}

function OwnField(props: { spec: FieldSpec; component: ComponentType<OwnFieldProps> }): JSX.Element {
  const { spec, component: Own } = props;
  useFieldSpec(useFormScope(), spec);
  return <Own spec={spec} />;
}

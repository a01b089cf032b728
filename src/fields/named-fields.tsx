'use client';
import { type JSX, useMemo } from 'react';
import type {
  AddressFieldSpec,
  ChoiceFieldSpec,
  ChoicesFieldSpec,
  ConsentFieldSpec,
  DateFieldSpec,
  EmailFieldSpec,
  FieldSpec,
  FileFieldSpec,
  HiddenFieldSpec,
  LongTextFieldSpec,
  NumberFieldSpec,
  PhoneFieldSpec,
  TextFieldSpec,
  UrlFieldSpec,
} from '../form/index.ts';
import { AddressControl } from './address-field.tsx';
import { ChoiceControl, ChoicesControl } from './choice-field.tsx';
import { ConsentControl } from './consent-field.tsx';
import type { FieldProps } from './field-frame.tsx';
import { FileControl } from './file-field.tsx';
import { HiddenControl } from './hidden-field.tsx';
import { InputControl } from './input-field.tsx';

export type TextFieldProps = FieldProps<TextFieldSpec>;
export type LongTextFieldProps = FieldProps<LongTextFieldSpec>;
export type EmailFieldProps = FieldProps<EmailFieldSpec>;
export type PhoneFieldProps = FieldProps<PhoneFieldSpec>;
export type UrlFieldProps = FieldProps<UrlFieldSpec>;
export type NumberFieldProps = FieldProps<NumberFieldSpec>;
export type DateFieldProps = FieldProps<DateFieldSpec>;
export type ChoiceFieldProps = FieldProps<ChoiceFieldSpec>;
export type ChoicesFieldProps = FieldProps<ChoicesFieldSpec>;
export type AddressFieldProps = FieldProps<AddressFieldSpec>;
export type FileFieldProps = FieldProps<FileFieldSpec>;
export type ConsentFieldProps = FieldProps<ConsentFieldSpec>;
export type HiddenFieldProps = Omit<HiddenFieldSpec, 'type'>;

/** One line of text. */
export function TextField(props: TextFieldProps): JSX.Element {
  return <InputControl spec={useSpec<TextFieldSpec>('text', props)} render={props.render} />;
}

/** Several lines of text. */
export function LongTextField(props: LongTextFieldProps): JSX.Element {
  return <InputControl spec={useSpec<LongTextFieldSpec>('long-text', props)} render={props.render} />;
}

/** An e-mail address. */
export function EmailField(props: EmailFieldProps): JSX.Element {
  return <InputControl spec={useSpec<EmailFieldSpec>('email', props)} render={props.render} />;
}

/** A telephone number. */
export function PhoneField(props: PhoneFieldProps): JSX.Element {
  return <InputControl spec={useSpec<PhoneFieldSpec>('phone', props)} render={props.render} />;
}

/** A web address. */
export function UrlField(props: UrlFieldProps): JSX.Element {
  return <InputControl spec={useSpec<UrlFieldSpec>('url', props)} render={props.render} />;
}

/** A number, with its unit if it has one. */
export function NumberField(props: NumberFieldProps): JSX.Element {
  return <InputControl spec={useSpec<NumberFieldSpec>('number', props)} render={props.render} />;
}

/** A day. */
export function DateField(props: DateFieldProps): JSX.Element {
  return <InputControl spec={useSpec<DateFieldSpec>('date', props)} render={props.render} />;
}

/** One of several answers. */
export function ChoiceField(props: ChoiceFieldProps): JSX.Element {
  return <ChoiceControl spec={useSpec<ChoiceFieldSpec>('choice', props)} render={props.render} />;
}

/** Any number of several answers. */
export function ChoicesField(props: ChoicesFieldProps): JSX.Element {
  return <ChoicesControl spec={useSpec<ChoicesFieldSpec>('choices', props)} render={props.render} />;
}

/** A postal address in separate lines. */
export function AddressField(props: AddressFieldProps): JSX.Element {
  return <AddressControl spec={useSpec<AddressFieldSpec>('address', props)} render={props.render} />;
}

/** One or several files. */
export function FileField(props: FileFieldProps): JSX.Element {
  return <FileControl spec={useSpec<FileFieldSpec>('file', props)} render={props.render} />;
}

/** A box to tick, such as for a newsletter beside the guide. */
export function ConsentField(props: ConsentFieldProps): JSX.Element {
  return <ConsentControl spec={useSpec<ConsentFieldSpec>('consent', props)} render={props.render} />;
}

/** A value that goes along unseen. */
export function HiddenField(props: HiddenFieldProps): JSX.Element {
  return <HiddenControl spec={useSpec<HiddenFieldSpec>('hidden', props)} />;
}

/** The same for as long as the props are: a field that shows its problem stays the same field. */
function useSpec<Spec extends FieldSpec>(type: Spec['type'], props: object): Spec {
  return useMemo(() => ({ ...props, render: undefined, type }) as unknown as Spec, [type, props]);
}

/** Fields of a form, to stand inside an ask that has one. */

export type {
  AddressFieldSpec,
  AddressPart,
  ChoiceFieldSpec,
  ChoicesFieldSpec,
  ConsentFieldSpec,
  DateFieldSpec,
  EmailFieldSpec,
  FieldOption,
  FieldSpec,
  FieldSpecBase,
  FieldType,
  FileFieldSpec,
  FormLabels,
  HiddenFieldSpec,
  LongTextFieldSpec,
  NumberFieldSpec,
  PhoneFieldSpec,
  TextFieldSpec,
  UrlFieldSpec,
} from '../form/index.ts';
export type { RenderProp } from '../internal/render-element.tsx';
export type { LabelText, PluralLabel } from '../provider/labels.ts';
export type { DraftOptions } from './draft-in-memory.ts';
export type { FieldProps, FieldState } from './field-frame.tsx';
export type {
  ConsentRecord,
  FormAction,
  FormSubmitContext,
  FormSubmitHandler,
  SpamSignals,
} from './form-config.ts';
export {
  type FieldComponents,
  FormField,
  type FormFieldProps,
  FormFields,
  type FormFieldsProps,
  type OwnFieldProps,
} from './form-field.tsx';
export {
  AddressField,
  type AddressFieldProps,
  ChoiceField,
  type ChoiceFieldProps,
  ChoicesField,
  type ChoicesFieldProps,
  ConsentField,
  type ConsentFieldProps,
  DateField,
  type DateFieldProps,
  EmailField,
  type EmailFieldProps,
  FileField,
  type FileFieldProps,
  HiddenField,
  type HiddenFieldProps,
  LongTextField,
  type LongTextFieldProps,
  NumberField,
  type NumberFieldProps,
  PhoneField,
  type PhoneFieldProps,
  TextField,
  type TextFieldProps,
  UrlField,
  type UrlFieldProps,
} from './named-fields.tsx';
export { type FieldHandle, useField } from './use-field.ts';

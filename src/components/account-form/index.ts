/** A form for an account: with a password, a passkey, or a link by mail. */

export type { FormSentData, Kind } from '../../events/index.ts';
export type { ConsentRecord, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type { ConfirmationProps } from '../../fields/use-confirmation.ts';
export type { ConsentFieldSpec, FieldSpec, ValuesOf } from '../../form/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { AccountForm } from './account-form.tsx';
export type { AccountFormLabels } from './account-form-labels.ts';
export type {
  AccountContext,
  AccountFormElement,
  AccountFormProps,
  AccountFormState,
  AccountMethod,
  AccountValues,
  PasskeyAnswer,
} from './account-form-props.ts';
export type { PasskeyOptions, PasskeyRegistration } from './passkey-types.ts';

'use client';
import type { ComponentProps, JSX, ReactNode } from 'react';
import { askName, trapName } from '../form/form-names.ts';
import type { FieldSpec } from '../form/index.ts';
import type { FormSpeaker } from '../form/validate-form.ts';
import { dropSecondClick } from '../internal/double-click.ts';
import { mergeProps } from '../internal/render-element.tsx';
import { FormContext } from './form-context.ts';
import { type FieldComponents, FormFields } from './form-field.tsx';
import { SpeakerContext } from './form-speaker.ts';
import { FormStatus } from './form-status.tsx';
import type { Form } from './use-form.ts';

/** Props of {@link FormBody}. What is not listed goes to the `form` element. */
export interface FormBodyProps extends Omit<ComponentProps<'form'>, 'action' | 'method' | 'ref' | 'id'> {
  /** The form, from `useForm`. */
  readonly form: Form;
  /** Id of the ask: goes along with a plain post, so that a server can tell which ask it answers. */
  readonly id: string;
  readonly speak: FormSpeaker;
  /** Fields from data, before the children. */
  readonly fields?: readonly FieldSpec[] | undefined;
  readonly components?: FieldComponents | undefined;
  /** Text of the button. Default: the label `submit`. */
  readonly submitLabel?: string | undefined;
  /** Place for Turnstile, hCaptcha, ALTCHA and the like. */
  readonly challenge?: ReactNode;
  /** Above the fields. */
  readonly before?: ReactNode;
  /** Beside the button. */
  readonly actions?: ReactNode;
  /** Below the button. */
  readonly after?: ReactNode;
}

/** The form of an ask, with everything that belongs to it: fields, trap, challenge, what is said of it, the button. */
export function FormBody(props: FormBodyProps): JSX.Element {
  const {
    form,
    id,
    speak,
    fields,
    components,
    submitLabel,
    challenge,
    before,
    actions,
    after,
    children,
    ...rest
  } = props;
  const { isPending, settled } = form.view;
  const text = isPending
    ? speak('sending')
    : settled?.status === 'failed'
      ? speak('retry')
      : (submitLabel ?? speak('submit'));
  return (
    <SpeakerContext value={speak}>
      <FormContext value={form.scope}>
        <form {...mergeProps({ className: 'sy-form', ...form.props }, rest)}>
          <FormHidden id={id} />
          {before}
          {fields && <FormFields fields={fields} components={components} />}
          {children}
          {challenge && <div className="sy-form-challenge">{challenge}</div>}
          <FormStatus form={form} speak={speak} />
          {/* Without an address nothing but script can take the form. */}
          <div className={form.props.method === 'dialog' ? 'sy-actions sy-only-with-script' : 'sy-actions'}>
            <button
              className="sy-button"
              data-variant="primary"
              type="submit"
              aria-disabled={isPending || undefined}
              data-pending={isPending ? '' : undefined}
              onClick={dropSecondClick}
            >
              {text}
            </button>
            {actions}
          </div>
          {after}
        </form>
      </FormContext>
    </SpeakerContext>
  );
}

/** What goes along unseen: which ask it is, and a field that only a program fills in. */
export function FormHidden({ id }: { readonly id: string }): JSX.Element {
  return (
    <>
      <input type="hidden" name={askName} value={id} />
      <div hidden>
        <input type="text" name={trapName} tabIndex={-1} autoComplete="off" aria-hidden="true" />
      </div>
    </>
  );
}

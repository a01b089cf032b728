'use client';
import { type JSX, useId } from 'react';
import { FormBody } from '../../fields/form-body.tsx';
import { FormExchange } from '../../fields/form-exchange.tsx';
import { useFormRoot } from '../../fields/use-form-root.ts';
import type { FieldSpec } from '../../form/index.ts';
import { NextSlot } from '../../internal/next-slot.tsx';
import { renderNoScript } from '../../internal/no-script.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import type {
  AccountFormProps,
  AccountFormState,
  AccountMethod,
  AnyAccountProps,
} from './account-form-props.ts';
import { PasswordContext, PasswordField } from './password-field.tsx';
import { useAccountForm } from './use-account-form.ts';

const components = { password: PasswordField };

/**
 * Asks for an account: an address, with a password, a passkey or a link by mail. What is typed goes to `onSubmit`, never into
 * an event, and nobody can find out here who has an account, unless you let them.
 *
 * ```tsx
 * <AccountForm id="account" signInHref="/sign-in" onSubmit={(values) => post('/accounts', values)} />
 * ```
 */
export function AccountForm<
  Method extends AccountMethod = 'password',
  const Fields extends readonly FieldSpec[] = readonly [],
>(props: AccountFormProps<Method, Fields>): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <AccountFormRoot key={props.id} {...(props as unknown as AnyAccountProps)} />;
}

function AccountFormRoot(props: AnyAccountProps): JSX.Element {
  const account = useAccountForm(props);
  const { view, words, data, speak, formSpeak, specs, form, ask, after, hasPasskeys } = account;
  const {
    method = 'password',
    heading = speak('heading'),
    headingLevel = 2,
    description,
    fields,
    passwordMinLength,
    strength,
    passkeyOptions,
    terms,
    signInHref,
    revealKnown,
    note,
    challenge,
    onSubmit,
    action,
    fallback,
    known,
    confirmed,
    confirmParameter,
    next,
    ref,
    ...rest
  } = props;
  const { stage, isOwn } = view;
  const { isPending } = form.view;
  const headingId = useId();
  const root = useFormRoot(
    view.stage,
    view.isOwn,
    (element) => {
      if (element) Object.assign(element, { reset: form.reset, confirm: account.confirm });
      return ask.ref(element);
    },
    (element, isAsking) =>
      element.querySelector<HTMLElement>(
        isAsking ? 'form.sy-form input[type=email]' : '.sy-account-form-status',
      ),
  );
  const isAsking = stage === 'asking';
  const canPost = form.props.action !== undefined;
  const signIn = readAction(`AccountForm "${rest.id}"`, signInHref);
  const how = method === 'link' ? 'linkHow' : hasPasskeys ? 'passkeyHow' : 'noPasskey';
  const Heading = `h${headingLevel}` as const;

  return renderAsk<AccountFormState>(
    'account-form',
    { ...rest, ref },
    { stage, isPending },
    {
      'data-stage': stage,
      'data-pending': isPending || undefined,
      ref: root,
      children: (
        <>
          <Heading className="sy-question" id={headingId}>
            {heading}
          </Heading>
          {description && isAsking && <p className="sy-description">{description}</p>}
          {renderStatus(
            'sy-account-form-status',
            words,
            stage === 'created' ? 'success' : isAsking ? undefined : 'notice',
            isOwn ? -1 : undefined,
          )}
          <PasswordContext value={{ speak, strength }}>
            <FormBody
              form={form}
              id={rest.id}
              speak={formSpeak}
              hidden={!isAsking}
              className={canPost ? undefined : 'sy-only-with-script'}
              aria-labelledby={headingId}
              before={<FormExchange exchange={rest.exchange} speak={formSpeak} />}
              fields={specs}
              components={components}
              submitLabel={speak('submit')}
              challenge={challenge}
              after={note && <p className="sy-note">{note}</p>}
            >
              {method !== 'password' && <p className="sy-note">{speak(how)}</p>}
            </FormBody>
          </PasswordContext>
          {!canPost && isAsking && renderNoScript(speak('noScript'), fallback)}
          {stage === 'pending' && after && (
            <after.MailedPart folder="account-form" ask={account} isPending={isPending} />
          )}
          {signIn !== undefined && stage !== 'created' && (
            <p className="sy-account-form-sign-in">
              {speak('signInQuestion')}{' '}
              <a className="sy-account-form-link" href={signIn}>
                {speak('signIn')}
              </a>
            </p>
          )}
          {(stage === 'created' || stage === 'pending') && (
            <NextSlot next={next} outcome={{ phase: 'committed', data }} />
          )}
        </>
      ),
    },
  );
}

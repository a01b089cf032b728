'use client';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type FormSentData, uuid } from '../../events/index.ts';
import type { FormSubmitContext } from '../../fields/form-config.ts';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import { useConfirmation } from '../../fields/use-confirmation.ts';
import { useForm } from '../../fields/use-form.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { loadOnce } from '../../internal/load-once.ts';
import { tell } from '../../internal/messages.ts';
import type { Settled, SubmitResult } from '../../internal/submission.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import type * as After from './account-form-after.ts';
import { fieldsOfAccount, minLengthOf } from './account-form-fields.ts';
import { type AccountFormLabels, accountFormLabels } from './account-form-labels.ts';
import type { AccountContext, AccountFormState, AnyAccountProps } from './account-form-props.ts';
import type { PasskeyRegistration } from './passkey-types.ts';

const kind = 'account-form.create';
const kinds = { [kind]: 2 } as const;
const [loadPasskey] = loadOnce(() => import('./create-passkey.ts'));
const [loadAfter] = loadOnce(() => import('./account-form-after.ts'));

type Values = Readonly<Record<string, unknown>>;

const nothingSent = { data: {} as FormSentData, email: '', round: 0 };

/** Where it stands, and what the visitor reads about it. */
interface AccountView {
  readonly stage: AccountFormState['stage'];
  /** In the language of the moment, which may change. */
  readonly say?: keyof AccountFormLabels | undefined;
  /** In your server's words. */
  readonly message?: string | undefined;
  /** The visitor's own doing, here and now: the focus may follow. */
  readonly isOwn?: boolean | undefined;
}

/** What the form knows and does. */
export function useAccountForm(props: AnyAccountProps) {
  const { id, method = 'password', fields, passwordMinLength, terms, passkeyOptions, onSubmit } = props;
  const { known, confirmed, revealKnown } = props;
  const component = `AccountForm "${id}"`;
  const speak = useLabels('account-form', accountFormLabels, props.labels);
  const formSpeak = useFormSpeaker();
  const hub = useHub();
  const action = readAction(component, props.action);
  const specs = useMemo(
    () => fieldsOfAccount({ method, fields, passwordMinLength, terms }, speak),
    [method, fields, passwordMinLength, terms, speak],
  );
  // Known in a browser alone; where it is not, the screen is that of those who have them.
  const hasPasskeys = useSyncExternalStore(
    never,
    () => 'PublicKeyCredential' in window && 'credentials' in navigator,
    () => true,
  );
  const isPasskey = method === 'passkey' && hasPasskeys && !!onSubmit && !!passkeyOptions;

  const [view, show] = useState<AccountView>(() =>
    confirmed
      ? { stage: 'created', say: 'confirmed' }
      : { stage: known ?? 'asking', say: known === 'pending' ? 'pendingSomewhere' : known },
  );
  const ask = useAsk({ component: 'AccountForm', kinds, props, settled: view.stage !== 'asking' });
  const confirmation = useConfirmation({
    folder: 'account-form',
    kind,
    ask,
    props,
    isPending: view.stage === 'pending',
    show: (isOwn) => show({ stage: 'created', say: 'confirmed', isOwn }),
    tellUnknown() {
      if (process.env.NODE_ENV !== 'production') tell(1448, id);
    },
  });
  const [after, setAfter] = useState<typeof After>();
  const bring = () =>
    loadAfter().then((part) => {
      setAfter(() => part);
    }, ignore);
  const [sent, setSent] = useState(nothingSent);

  const isResend = useRef(false);
  /** What became of the try that counts, beside what the form hears of it. */
  const heard = useRef<'silent' | 'cancelled' | 'knownPasskey'>(undefined);
  /** A passkey that the server has not heard of: a device makes no second one for a retry. */
  const made = useRef<{ readonly email: unknown; readonly passkey: PasskeyRegistration }>(undefined);

  /** The device first, then the server. */
  const sendPasskey = async (values: Values, context: AccountContext): Promise<SubmitResult> => {
    const { email } = values;
    const { signal } = context;
    try {
      const { createPasskey, inTime } = await loadPasskey();
      if (made.current?.email !== email) {
        const options = await inTime(passkeyOptions?.(values as never, context));
        if (!options) throw new Error('passkeyOptions brought nothing');
        if ('status' in options) return options;
        const passkey = await createPasskey(options, signal);
        if (!passkey) {
          if (!signal.aborted) heard.current = 'cancelled';
          return { status: 'failed' };
        }
        made.current = { email, passkey };
      }
      const end = await inTime(onSubmit?.({ ...values, passkey: made.current?.passkey } as never, context));
      // What the server refuses is of no use any more.
      if (end?.status !== 'failed') made.current = undefined;
      return end;
    } catch (error) {
      if ((error as Partial<Error>).name === 'InvalidStateError') {
        heard.current = 'knownPasskey';
        return { status: 'already' };
      }
      if (process.env.NODE_ENV !== 'production') tell(1446, id, String(error));
      return { status: 'failed' };
    }
  };

  const take =
    onSubmit || typeof action === 'function'
      ? (entered: Values, given: FormSubmitContext) => {
          const context: AccountContext = { ...given, isResend: isResend.current };
          heard.current = undefined;
          const hear = (result: SubmitResult) => {
            if (!result && !given.signal.aborted) heard.current = 'silent';
            return result;
          };
          if (isPasskey) return sendPasskey(entered, context).then(hear);
          const values = method === 'passkey' ? { ...entered, passkey: undefined } : entered;
          const result = onSubmit
            ? onSubmit(values as never, context)
            : (action as (data: FormData) => SubmitResult | Promise<SubmitResult>)(given.formData);
          return isPromise(result) ? result.then(hear) : hear(result);
        }
      : undefined;

  const form = useForm({
    name: component,
    speak: formSpeak,
    createKey: uuid,
    ask,
    action,
    onSubmit: take as never,
    // As long as the standard lets a visitor take for a passkey, and the server's own time before and after:
    // https://www.w3.org/TR/webauthn-3/#sctn-timeout-recommended-range
    timeout: isPasskey ? 660_000 : undefined,
    bring: () => Promise.all([loadAfter(), isPasskey && loadPasskey()]),
    onStart: () => void ask.record('started'),
    onSettle(end, { data, values }) {
      const { current } = heard;
      if (current === 'cancelled') {
        // Neither a yes nor a failure: the form stands there as before.
        form.store.settle(undefined);
        show({ stage: 'asking', say: 'cancelled' });
      } else if (!take && action !== undefined) {
        // The browser takes it to the server now, and the next page knows what came of it.
        ask.record('committed', data);
        confirmation.keep();
      } else settle(end, data, String(values['email']));
    },
    onLeave: () => hub.flush(),
    onReset() {
      isResend.current = false;
      made.current = undefined;
      setSent(nothingSent);
      confirmation.forget();
      ask.reset();
      show({ stage: 'asking' });
    },
  });

  function settle(end: Settled, data: FormSentData, email: string) {
    const isAgain = isResend.current;
    isResend.current = false;
    if (hasFailed(end)) {
      show((now) => (now.stage === 'asking' ? { stage: 'asking' } : now));
      return void ask.record('failed', data);
    }
    const isKnown = end.status === 'already';
    if (!isKnown) {
      ask.record('committed', data);
      if (end.status === 'pending') confirmation.keep();
      // The mail was asked for once more, and meanwhile the link in the first one was opened.
      else if (isAgain) confirmation.record();
    }
    setSent((before) => ({ data, email, round: before.round + 1 }));
    const isOnDevice = heard.current === 'knownPasskey';
    const stage =
      end.status === 'ok' ? 'created' : isKnown && (revealKnown || isOnDevice) ? 'already' : 'pending';
    const say = isOnDevice ? 'knownPasskey' : heard.current === 'silent' ? 'received' : stage;
    if (stage === 'pending') void bring();
    show({ stage, say, message: end.message, isOwn: true });
  }

  if (process.env.NODE_ENV !== 'production') {
    const isElsewhere = known || confirmed || props.confirmParameter;
    if (!onSubmit && action === undefined && !isElsewhere) tell(1445, id);
    if (method === 'passkey' && !(onSubmit && passkeyOptions) && !isElsewhere)
      tell(1446, id, `it has no ${onSubmit ? 'passkeyOptions' : 'onSubmit'}`);
    if (passwordMinLength !== undefined && passwordMinLength !== minLengthOf(passwordMinLength))
      tell(1447, id, String(passwordMinLength));
  }

  return {
    view,
    words: view.message ?? (view.say && speak(view.say, { email: sent.email })),
    data: sent.data,
    // A passkey is made once: no mail of it is sent again from here.
    round: method === 'passkey' ? 0 : sent.round,
    speak,
    formSpeak,
    specs,
    form,
    ask,
    confirm: confirmation.confirm,
    after,
    hasPasskeys,
    problem: hasFailed(form.view.settled) ? (form.view.settled?.message ?? formSpeak('failed')) : undefined,
    /** Back to the form, with another address. */
    reopen() {
      form.store.settle(undefined);
      show({ stage: 'asking', isOwn: true });
    },
    /** The same once more, for whom no mail came. */
    resend() {
      isResend.current = true;
      form.store.settle(undefined);
      form.ready().then(
        (machine) => machine.submit(),
        () => {
          isResend.current = false;
        },
      );
    },
  };
}

/** What fails to load now is asked for again when it is needed. */
function ignore() {}

function never(): () => void {
  return ignore;
}

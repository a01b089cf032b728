'use client';
import { useMemo, useRef, useState } from 'react';
import { type FormSentData, uuid } from '../../events/index.ts';
import type { FormSubmitContext, FormSubmitHandler } from '../../fields/form-config.ts';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import { useConfirmation } from '../../fields/use-confirmation.ts';
import { useForm } from '../../fields/use-form.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import type { Settled, SubmitContext } from '../../internal/submission.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { exchangeOf, fieldsOfNewsletter } from './newsletter-form-fields.ts';
import { type NewsletterFormLabels, newsletterFormLabels } from './newsletter-form-labels.ts';
import type {
  AnyNewsletterProps,
  NewsletterContext,
  NewsletterFormState,
  NewsletterResult,
} from './newsletter-form-props.ts';
import { loadAfter, useCoupon } from './use-coupon.ts';

const kind = 'newsletter-form.subscribe';
const kinds = { [kind]: 2 } as const;

/** Where a sign-up stands, and what the visitor reads about it. */
interface NewsletterView {
  readonly stage: NewsletterFormState['stage'];
  /** In the language of the moment, which may change. */
  readonly say?: keyof NewsletterFormLabels | undefined;
  /** In your server's words. */
  readonly message?: string | undefined;
  /** The visitor's own doing, here and now: the focus may follow. */
  readonly isOwn?: boolean | undefined;
}

/** What a sign-up knows and does. */
export function useNewsletterForm(props: AnyNewsletterProps) {
  const { id, get, fields, topics, frequencies, consent, confirmed, known } = props;
  const component = `NewsletterForm "${id}"`;
  const speak = useLabels('newsletter-form', newsletterFormLabels, props.labels);
  const formSpeak = useFormSpeaker();
  const hub = useHub();

  const specs = useMemo(
    () => fieldsOfNewsletter({ fields, topics, frequencies, consent }, speak),
    [fields, topics, frequencies, consent, speak],
  );
  const action = readAction(component, props.action);
  const exchange = props.exchange ?? exchangeOf(specs, get);
  const [view, show] = useState<NewsletterView>(() =>
    confirmed
      ? { stage: 'subscribed', say: 'confirmed' }
      : { stage: known ?? 'asking', say: known === 'pending' ? 'pendingSomewhere' : known },
  );
  const ask = useAsk({
    component: 'NewsletterForm',
    kinds,
    props: { ...props, exchange },
    settled: view.stage !== 'asking' || (props.closed && 'closed'),
  });
  const coupon = useCoupon(props);

  const { confirm, keep, forget, record } = useConfirmation({
    folder: 'newsletter-form',
    kind,
    ask,
    props,
    isPending: view.stage === 'pending',
    show: (isOwn) => show({ stage: 'subscribed', say: 'confirmed', isOwn }),
    goOn: coupon.load,
    tellUnknown() {
      if (process.env.NODE_ENV !== 'production') tell(1431, id);
    },
  });

  /** Where mails went so far, and how often: the wait before the next begins anew with each. */
  const [sent, setSent] = useState({ data: {} as FormSentData, email: '', round: 0 });
  const isResend = useRef(false);
  // Of the answer that counts: one that comes after its time is not heard by the form, and not here.
  const heard = useRef<NewsletterResult>(undefined);
  const hear = (result: NewsletterResult, { signal }: SubmitContext) => {
    if (!signal.aborted) heard.current = result;
    return result;
  };
  type Take = (values: never, context: NewsletterContext) => NewsletterResult | Promise<NewsletterResult>;
  const take: Take | undefined =
    (props.onSubmit as Take | undefined) ??
    (typeof action === 'function' ? (_, { formData }) => action(formData) : undefined);

  const form = useForm({
    name: component,
    speak: formSpeak,
    createKey: uuid,
    ask,
    action,
    onSubmit:
      take &&
      (((values: never, context: FormSubmitContext) => {
        const result = take(values, {
          ...context,
          origin: { page: hub.site.visit.firstPage(), campaign: hub.site.visit.session().campaign },
          isResend: isResend.current,
        });
        return isPromise(result) ? result.then((one) => hear(one, context)) : hear(result, context);
      }) satisfies FormSubmitHandler<never>),
    bring: loadAfter,
    onStart: () => void ask.record('started'),
    onSettle(end, { data, values }) {
      // The browser takes it to the server now, and the next page knows what came of it.
      if (!take && action !== undefined) {
        ask.record('committed', data);
        keep();
      } else settle(end, data, String(values['email']));
    },
    onLeave: () => hub.flush(),
    onReset() {
      coupon.forget();
      forget();
      ask.reset();
      show({ stage: 'asking' });
    },
  });

  function settle(end: Settled, data: FormSentData, email: string) {
    const isAgain = isResend.current;
    const result = heard.current as { status?: string; coupon?: unknown } | null | undefined;
    isResend.current = false;
    heard.current = undefined;
    if (hasFailed(end)) return void ask.record('failed', data);
    setSent((before) => ({ data, email, round: before.round + 1 }));
    const { message } = end;
    if (end.status === 'pending') {
      ask.record('committed', data);
      keep();
      void coupon.bring().catch(ignore);
      show({ stage: 'pending', say: isAgain ? 'resent' : 'pending', message, isOwn: true });
      return;
    }
    const isKnown = end.status === 'already';
    if (!isKnown) ask.record('committed', data);
    // The mail was asked for once more, and meanwhile the link in the first one was opened.
    if (isAgain) {
      record();
      show({ stage: 'subscribed', say: 'confirmed', message, isOwn: true });
    } else {
      const stage = isKnown ? 'already' : 'subscribed';
      show({ stage, say: isKnown || result ? stage : 'received', message, isOwn: true });
    }
    if (result?.coupon) coupon.give(result.coupon);
    else if (!isKnown) coupon.load();
  }

  return {
    view,
    words: view.message ?? (view.say && speak(view.say, { email: sent.email })),
    ...sent,
    speak,
    formSpeak,
    specs,
    exchange,
    action,
    form,
    ask,
    after: coupon.after,
    coupon: coupon.coupon,
    load: coupon.load,
    confirm,
    problem: hasFailed(form.view.settled) ? (form.view.settled?.message ?? formSpeak('failed')) : undefined,
    skip() {
      ask.record('dismissed');
      show({ stage: 'skipped', say: 'skipped', isOwn: true });
    },
    /** Back to the form: after a no, or with another address. */
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

'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type FormSentData, uuid } from '../../events/index.ts';
import type { FormSubmitContext, FormSubmitHandler } from '../../fields/form-config.ts';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import { useForm } from '../../fields/use-form.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import type { Settled, SubmitContext } from '../../internal/submission.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { exchangeOf, fieldsOfNewsletter } from './newsletter-form-fields.ts';
import { newsletterFormLabels } from './newsletter-form-labels.ts';
import { isAttempt, readNote, writeNote } from './newsletter-form-note.ts';
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
  readonly words?: string | undefined;
  /** The visitor's own doing, here and now: the focus may follow. */
  readonly isOwn?: boolean | undefined;
}

/** What a sign-up knows and does. */
export function useNewsletterForm(props: AnyNewsletterProps) {
  const { id, get, fields, topics, frequencies, consent, confirmed, confirmParameter, known } = props;
  const component = `NewsletterForm "${id}"`;
  const speak = useLabels('newsletter-form', newsletterFormLabels, props.labels);
  const formSpeak = useFormSpeaker();
  const hub = useHub();
  const { memory, visit } = hub.site;

  const specs = useMemo(
    () => fieldsOfNewsletter({ fields, topics, frequencies, consent }, speak),
    [fields, topics, frequencies, consent, speak],
  );
  const action = readAction(component, props.action);
  const exchange = props.exchange ?? exchangeOf(specs, get);
  const [view, show] = useState<NewsletterView>(() =>
    confirmed
      ? { stage: 'subscribed', words: speak('confirmed') }
      : { stage: known ?? 'asking', words: known && speak(known === 'pending' ? 'pendingSomewhere' : known) },
  );
  const ask = useAsk({
    component: 'NewsletterForm',
    kinds,
    props: { ...props, exchange },
    settled: view.stage !== 'asking',
  });
  const { coupon, after, bring, give, load, forget } = useCoupon(props);

  const key = id ? `newsletter-form:${id}` : '';
  // As another tab may have left it, else as this page knows it.
  const noted = () => (key ? (readNote(memory.stored(key)) ?? readNote(memory.get(key))) : undefined);
  const keep = (isConfirmed?: boolean) => {
    if (key) memory.set(key, writeNote({ attempt: ask.attempt().id, isConfirmed }));
  };

  /** Where mails went so far, and how often: the wait before the next begins anew with each. */
  const [sent, setSent] = useState<{ data: FormSentData; round: number }>({ data: {}, round: 0 });
  const isResend = useRef(false);
  /** What has become of the page's word that the visitor has confirmed: shown, or also recorded. */
  const said = useRef<'shown' | 'done'>(undefined);
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
          origin: { page: visit.firstPage(), campaign: visit.session().campaign },
          isResend: isResend.current,
        });
        return isPromise(result) ? result.then((one) => hear(one, context)) : hear(result, context);
      }) satisfies FormSubmitHandler<never>),
    bring: loadAfter,
    onStart: () => void ask.record('started'),
    onSettle(end, { fields, answers, values }) {
      const data = { fields, ...(answers && { answers }) };
      // The browser takes it to the server now, and the next page knows what came of it.
      if (!take && action !== undefined) {
        ask.record('committed', data);
        keep();
      } else settle(end, data, String(values['email']));
    },
    onLeave: () => hub.flush(),
    onReset() {
      forget();
      said.current = 'done';
      if (key) memory.set(key, '');
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
    setSent((before) => ({ data, round: before.round + 1 }));
    if (end.status === 'pending') {
      ask.record('committed', data);
      keep();
      void bring().catch(ignore);
      const words = end.message ?? speak(isAgain ? 'resent' : 'pending', { email });
      show({ stage: 'pending', words, isOwn: true });
      return;
    }
    const isKnown = end.status === 'already';
    if (!isKnown) ask.record('committed', data);
    else if (!ask.standing(kind)) ask.reset();
    // The mail was asked for once more, and meanwhile the link in the first one was opened.
    if (isAgain) confirm({ words: end.message });
    else {
      const words = end.message ?? speak(isKnown ? 'already' : result ? 'subscribed' : 'received');
      show({ stage: isKnown ? 'already' : 'subscribed', words, isOwn: true });
    }
    if (result?.coupon) give(result.coupon);
    else if (!isKnown) load();
  }

  /** The visitor has confirmed. `attempt`: which sign-up that was, where the page knows. Returns whether anybody knows. */
  function confirm(how: { attempt?: string | undefined; words?: string | undefined; isOwn?: boolean }) {
    const { attempt, words = speak('confirmed'), isOwn = true } = how;
    const note = noted();
    if (!ask.standing(kind) || (attempt && attempt !== ask.attempt().id)) {
      const which = attempt ?? note?.attempt;
      if (which) ask.resume(which, kind);
      else if (process.env.NODE_ENV !== 'production') tell(1431, id);
    }
    const isKnown = ask.standing(kind) !== undefined;
    if (isKnown && !(note?.isConfirmed && note.attempt === ask.attempt().id)) {
      ask.record('confirmed');
      keep(true);
    }
    show({ stage: 'subscribed', words, isOwn });
    return isKnown;
  }

  const steps = useLatest({
    confirm() {
      confirm({});
      load();
    },
    /** Looks at what the page and its address say, and at what another tab has left. */
    look() {
      const word =
        confirmed || (confirmParameter && new URLSearchParams(location.search).get(confirmParameter));
      const note = noted();
      // Once; but where nobody knew the sign-up, again when the visitor allows the memory that does.
      if (word && (!said.current || (said.current === 'shown' && note))) {
        // First of all: what is recorded is heard here as well.
        said.current = 'done';
        if (!confirm({ attempt: isAttempt(word) ? word : undefined, isOwn: false })) said.current = 'shown';
        load();
      } else if (view.stage === 'pending' && note?.isConfirmed && note.attempt === ask.attempt().id) {
        show({ stage: 'subscribed', words: speak('confirmed') });
        load();
      }
    },
  });
  // Not before the paint: only then has the provider told the memory what the visitor allows.
  useEffect(() => {
    const look = () => steps.current.look();
    const unsubscribe = visit.subscribe(look);
    addEventListener('storage', look);
    addEventListener('focus', look);
    return () => {
      unsubscribe();
      removeEventListener('storage', look);
      removeEventListener('focus', look);
    };
  }, [steps, visit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word of the page is news
  useEffect(() => {
    said.current = undefined;
    steps.current.look();
  }, [confirmed, confirmParameter]);

  return {
    view,
    ...sent,
    speak,
    formSpeak,
    specs,
    exchange,
    action,
    form,
    ask,
    after,
    coupon,
    load,
    steps,
    problem: hasFailed(form.view.settled) ? (form.view.settled?.message ?? formSpeak('failed')) : undefined,
    skip() {
      ask.record('dismissed');
      show({ stage: 'skipped', words: speak('skipped'), isOwn: true });
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

'use client';
import { type MouseEvent, useMemo, useRef, useState } from 'react';
import { type Grade, type LeadGateData, uuid } from '../../events/index.ts';
import type { FormSubmitContext, FormSubmitHandler } from '../../fields/form-config.ts';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import { useForm } from '../../fields/use-form.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { tell } from '../../internal/messages.ts';
import type { Settled, SubmitContext } from '../../internal/submission.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { consentName, exchangeOf, fieldsOfGate, givesNothing } from './lead-gate-fields.ts';
import { leadGateLabels } from './lead-gate-labels.ts';
import type { AnyGateProps, LeadGateResult } from './lead-gate-props.ts';
import { useGateKey } from './use-gate-key.ts';
import { loadAfter, useGateStage } from './use-gate-stage.ts';

const kind = 'lead-gate.unlock';
const kinds = { [kind]: 2 } as const;

/** What a gate knows and does. */
export function useLeadGate(props: AnyGateProps) {
  const { id, get, fields, schema, form: ownFields, allowDomains, denyDomains, consent } = props;
  const { onSubmit, unlockBy, door } = props;
  const component = `LeadGate "${id}"`;
  const speak = useLabels('lead-gate', leadGateLabels, props.labels);
  const formSpeak = useFormSpeaker();
  const hub = useHub();

  const specs = useMemo(
    () =>
      fieldsOfGate({ fields, schema, form: ownFields, allowDomains, denyDomains, consent }, speak('email')),
    [fields, schema, ownFields, allowDomains, denyDomains, consent, speak],
  );
  const action = readAction(component, props.action);
  /** Whether a form stands there; where another ask is the key, only when there is something to send it to. */
  const isForm = !(unlockBy || door) || !!onSubmit || action !== undefined;
  const exchange = props.exchange ?? (isForm ? exchangeOf(specs, get) : { give: [], get: [get] });

  const gate = useGateStage(props, {
    onRefused() {
      form.store.settle(undefined);
      ask.reset();
      return speak('refused');
    },
    onConfirmed(attempt) {
      ask.resume(attempt, kind);
      ask.record('confirmed');
    },
  });
  const { view, show, enter, keep, bring } = gate;
  const isOpen = view.stage === 'open' || view.stage === 'opening' || view.stage === 'failed';
  const ask = useAsk({ component: 'LeadGate', kinds, props: { ...props, exchange }, settled: isOpen });

  const [sent, setSent] = useState<{ data: LeadGateData; round: number }>({ data: {}, round: 0 });
  // The grant of the answer that counts. One that comes after its time is not heard by the form, and not here.
  const granted = useRef<string>(undefined);
  const hearing =
    <Context extends SubmitContext>(
      ask: (values: never, context: Context) => LeadGateResult | Promise<LeadGateResult>,
    ) =>
    (values: never, context: Context) => {
      const hear = (result: LeadGateResult) => {
        const { grant } = (result ?? {}) as { grant?: unknown };
        if (!context.signal.aborted) granted.current = typeof grant === 'string' && grant ? grant : undefined;
        return result;
      };
      const result = ask(values, context);
      return isPromise(result) ? result.then(hear) : hear(result);
    };
  const take =
    (onSubmit as FormSubmitHandler<never> | undefined) ??
    (typeof action === 'function'
      ? (_: never, { formData }: FormSubmitContext) => action(formData)
      : undefined);

  const form = useForm({
    name: component,
    speak: formSpeak,
    createKey: uuid,
    ask,
    action,
    onSubmit: take && hearing(take),
    groups() {
      const all = form.store.specs();
      if (!consent) return [{ specs: all, schema }];
      // The box beside the form is none of a schema's business.
      const isBox = ({ name }: { name: string }) => name === consentName;
      return [{ specs: all.filter((spec) => !isBox(spec)), schema }, { specs: all.filter(isBox) }];
    },
    bring: loadAfter,
    onStart: () => void ask.record('started'),
    onSettle(end, { data, values }) {
      // The browser takes it to the server now, and the next page knows what came of it.
      if (!take && action !== undefined) return void ask.record('committed', data);
      settle(end, true, data, { email: values['email'], grade: props.grade });
    },
    onLeave: () => hub.flush(),
    onReset() {
      gate.forget();
      key.clear();
      ask.reset();
    },
  });

  /** A try ended: that of the form, or that of another ask's yes. `isOwn`: the visitor did it here and now. */
  function settle(
    end: Settled,
    isOwn: boolean,
    data: LeadGateData,
    more: { email?: unknown; grade?: Grade | undefined } = {},
  ) {
    const isFailed = hasFailed(end);
    if (isOwn && isFailed) ask.record('failed', data);
    else if (isOwn && end.status !== 'already') ask.record('committed', data, kind, more.grade);
    if (isFailed) return;
    setSent((before) => ({ data, round: before.round + 1 }));
    const grant = granted.current;
    granted.current = undefined;
    if (end.status === 'pending' && grant === undefined) {
      const email = typeof more.email === 'string' ? more.email : '';
      const words = end.message ?? (email ? speak('mailed', { email }) : speak('mailedSomewhere'));
      void bring().catch(ignore);
      keep({ attempt: ask.attempt().id });
      show({ stage: 'mailed', words, isOwn });
    } else {
      keep({ grant });
      const isEmpty = givesNothing(props);
      if (process.env.NODE_ENV !== 'production' && isEmpty && !end.message) tell(807, id);
      const words =
        end.message ?? speak(isEmpty ? 'received' : end.status === 'already' ? 'already' : 'opened');
      enter({ grant, words, isOwn });
    }
  }

  const key = useGateKey(props, {
    isOpen,
    bring,
    ask,
    hearing,
    onTurned(end, event, isEarlier) {
      if (process.env.NODE_ENV !== 'production' && end.error) tell(804, id, String(end.error));
      settle(end, !isEarlier, { key: event.kind }, { grade: props.grade ?? event.grade });
    },
  });

  return {
    ...gate,
    ...sent,
    speak,
    formSpeak,
    specs,
    exchange,
    isForm,
    isOpen,
    problem: hasFailed(form.view.settled) ? (form.view.settled?.message ?? formSpeak('failed')) : undefined,
    form,
    key,
    ask,
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
      form.store.settle(undefined);
      form.ready().then((machine) => machine.submit(), ignore);
    },
    retry: () => enter(view),
    follow(event: MouseEvent<HTMLAnchorElement>) {
      hub.flush();
      const { grant } = view;
      gate.after?.followLink(event, view, {
        refused: () => gate.refuse(grant, true),
        proven: () => gate.prove(grant),
      });
    },
  };
}

function ignore() {}

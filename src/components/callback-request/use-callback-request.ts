'use client';
import { useMemo, useRef, useState } from 'react';
import { times } from '#callback-request/times';
import { type FormSentData, uuid } from '../../events/index.ts';
import type { FormSubmitContext } from '../../fields/form-config.ts';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import { useForm } from '../../fields/use-form.ts';
import type { FieldSpec, FormSchema } from '../../form/index.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { isPromise } from '../../internal/is-promise.ts';
import { loadOnce } from '../../internal/load-once.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import type { LabelCatalogue } from '../../provider/labels.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { callLabels } from './call-labels.ts';
import type { Answer, Otherwise } from './call-words.ts';
import { contactField, noteFields } from './callback-fields.ts';
import { callbackRequestLabels } from './callback-request-labels.ts';
import type {
  CallbackRequestProps,
  CallbackRequestState,
  CallbackResult,
  CallbackValues,
} from './callback-request-props.ts';
import { regionOf } from './country-names.ts';
import type * as Phones from './phone-number.ts';
import { useBrowserZone, useTimes } from './use-times.ts';

const kind = 'callback-request.request';
const kinds = { [kind]: 3 } as const;
const [loadPhones] = loadOnce(() => import('./phone-number.ts'));
// In production the English words of what comes late come with it.
const defaults = (
  process.env.NODE_ENV !== 'production' ? { ...callbackRequestLabels, ...callLabels } : callbackRequestLabels
) as LabelCatalogue['callback-request'];

type Values = Readonly<Record<string, unknown>>;

/** Where a request stands, and what the visitor reads about it. */
interface CallbackView {
  readonly stage: CallbackRequestState['stage'];
  readonly words?: string | undefined;
  readonly data: FormSentData;
}

const start: CallbackView = { stage: 'asking', data: {} };

/** What a request knows and does. */
export function useCallbackRequest(props: CallbackRequestProps) {
  const { id, note, mailFallback = true, onSubmit, fallback } = props;
  const component = `CallbackRequest "${id}"`;
  const speak = useLabels('callback-request', defaults, props.labels);
  const formSpeak = useFormSpeaker();
  const hub = useHub();
  const action = readAction(component, props.action);
  const country = props.country ?? regionOf(speak.locale);
  const browserZone = useBrowserZone();
  const calls = useTimes(props, browserZone);
  const { query } = calls;

  const [view, show] = useState(start);
  const [isMail, setMail] = useState(false);
  /** Where else a visitor whose request has failed can turn to. */
  const [otherwise, setOtherwise] = useState<Otherwise>();
  const [phones, setPhones] = useState<typeof Phones>();
  const isAwake = useRef(false);
  const element = useRef<HTMLElement>(null);

  const ask = useAsk({
    component: 'CallbackRequest',
    kinds,
    props,
    settled: view.stage !== 'asking',
    onSeen: calls.ask,
  });

  const specs = useMemo(
    (): readonly FieldSpec[] => [contactField(isMail, speak), ...noteFields(note, speak)],
    [isMail, note, speak],
  );

  /** The windows that are chosen. From the boxes: a server may have written them, and React not reached them yet. */
  const chosen = () =>
    Array.from(
      element.current?.querySelectorAll<HTMLInputElement>('[name=windows]:checked') ?? [],
      ({ value }) => value,
    );

  const validate = async (entered: Values) => {
    // What is chosen now, not once the code for it has come.
    const windows = chosen();
    const [rules] = await Promise.all([
      entered['phone'] ? loadPhones().catch(ignore) : undefined,
      times.again(),
    ]);
    const part = times.get();
    if (!part) return { issues: [{ message: formSpeak('failed') }] };
    return part.checkCallback(
      { windows, ...entered },
      { query, country, speak, phones: rules ?? undefined, at: Date.now() },
    );
  };
  const latest = useLatest(validate);
  const [schema] = useState(
    (): FormSchema => ({
      '~standard': {
        version: 1,
        vendor: 'smallyes',
        validate: (entered: unknown) => latest.current(entered as Values),
      },
    }),
  );

  /** What the server said beside what the form hears of it. */
  const heard = useRef<Answer>(undefined);
  const take =
    onSubmit || typeof action === 'function'
      ? (values: CallbackValues, context: FormSubmitContext) => {
          heard.current = undefined;
          const hear = (result: CallbackResult): CallbackResult => {
            if (context.signal.aborted) return result;
            heard.current = times.get()?.readAnswer(result, query, speak);
            return heard.current ? heard.current.result : result;
          };
          const result = onSubmit
            ? onSubmit(values, context)
            : (action as (data: FormData) => CallbackResult | Promise<CallbackResult>)(context.formData);
          return isPromise(result) ? result.then(hear) : hear(result);
        }
      : undefined;

  const form = useForm({
    name: component,
    speak: formSpeak,
    createKey: uuid,
    ask,
    action: action as never,
    schema,
    onSubmit: take as never,
    bring: () => Promise.all([times.load(), loadPhones()]),
    onStart: () => void ask.record('started'),
    onSettle(end, { data, values: given }) {
      const values = given as unknown as CallbackValues;
      const isLost = hasFailed(end);
      // Before all else: what is said is not worth an event.
      if (isLost || end.status !== 'already') ask.record(isLost ? 'failed' : 'committed', data);
      const about = { query, speak, fallback, chosen: chosen() };
      const said = times.get()?.sayEnd(end, values, heard.current, about);
      setOtherwise(said?.otherwise);
      if (isLost) return mark();
      // The browser takes it to the server now, and the next page says what came of it.
      if (!take && action !== undefined) return;
      show({
        stage: end.status === 'ok' ? 'requested' : (end.status as 'already' | 'pending'),
        words: said?.words,
        data,
      });
    },
    onLeave: () => hub.flush(),
    onReset() {
      ask.reset();
      show(start);
      setMail(false);
      setOtherwise(undefined);
      calls.forget();
    },
  });

  /** Marks what is booked meanwhile, and takes it out of what is chosen; all else stays. */
  function mark() {
    const taken = heard.current?.taken;
    if (!taken?.length) return;
    calls.setTaken((before) => [...before, ...taken]);
    const left = chosen().filter((start) => taken.every(({ value }) => value !== start));
    form.machine()?.fill({ windows: left });
    calls.renew();
  }

  if (process.env.NODE_ENV !== 'production') {
    if (!onSubmit && action === undefined) tell(1531, id);
    const { country: own, countries } = props;
    for (const code of [own === undefined ? [] : own, countries ?? []].flat(2))
      if (!/^[A-Z]{2}$/.test(code)) tell(1534, id, JSON.stringify(code));
  }

  return {
    ...view,
    isMail,
    /** Turns to mail, or back to the telephone. */
    turn: mailFallback ? () => setMail(!isMail) : undefined,
    otherwise,
    specs,
    form,
    formSpeak,
    speak,
    ask,
    calls,
    zone: props.timeZone ?? browserZone,
    /** On a server, and in its markup. */
    isServed: browserZone === undefined,
    /** The root element, for what React has not reached yet. */
    element,
    wake() {
      calls.ask();
      if (isAwake.current) return;
      isAwake.current = true;
      void times.load();
      loadPhones().then(
        (part) => setPhones(() => part),
        () => {
          isAwake.current = false;
        },
      );
    },
    scope: { speak, country, offered: props.countries, phones },
  };
}

function ignore() {}

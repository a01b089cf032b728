'use client';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
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
import { useAsk } from '../../provider/use-ask.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { momentOfText, type OfferedWindow } from './call-windows.ts';
import { type CallbackRequestLabels, callbackRequestLabels } from './callback-request-labels.ts';
import type {
  CallbackRequestProps,
  CallbackRequestState,
  CallbackResult,
  CallbackValues,
} from './callback-request-props.ts';
import { localeOf, nameOfCountry, regionOf } from './country-names.ts';
import type * as Phones from './phone-number.ts';
import { useWindows } from './use-windows.ts';
import { windowsText, windowText } from './window-words.ts';
import { writeMoment } from './zone-time.ts';

const kind = 'callback-request.request';
const kinds = { [kind]: 3 } as const;
const [loadPhones] = loadOnce(() => import('./phone-number.ts'));

type Values = Readonly<Record<string, unknown>>;

/** What a request knows and does. */
export function useCallbackRequest(props: CallbackRequestProps) {
  const { id, countries: offeredCountries, maxWindows = 3, note, mailFallback = true, onSubmit } = props;
  const component = `CallbackRequest "${id}"`;
  const speak = useLabels('callback-request', callbackRequestLabels, props.labels);
  const formSpeak = useFormSpeaker();
  const hub = useHub();
  const action = readAction(component, props.action);
  const country = props.country ?? regionOf(speak.locale);
  const times = useWindows(props, speak.locale);
  const { offered, theirs, zone } = times;

  const [stage, setStage] = useState<CallbackRequestState['stage']>('asking');
  const [words, setWords] = useState<string>();
  const [data, setData] = useState<FormSentData>({});
  const [isMail, setMail] = useState(false);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [phones, setPhones] = useState<typeof Phones>();
  const wake = () => {
    times.ask();
    loadPhones().then((part) => setPhones(() => part), ignore);
  };

  const ask = useAsk({
    component: 'CallbackRequest',
    kinds,
    props,
    settled: stage !== 'asking',
    onSeen: times.ask,
  });

  const hasWindows = !isMail && (offered?.length ?? 0) > 0;
  const question = typeof note === 'string' ? note : note ? speak('note') : undefined;
  const specs = useMemo((): readonly FieldSpec[] => {
    const list: FieldSpec[] = [
      isMail
        ? { type: 'email', name: 'email', label: speak('email'), required: true }
        : { type: 'phone', name: 'phone', label: speak('phone'), required: true },
    ];
    if (hasWindows && offered)
      list.push({
        type: 'choices',
        name: 'windows',
        label: speak('windows'),
        required: true,
        max: maxWindows,
        options: offered.map(({ value }) => value),
      });
    if (question) list.push({ type: 'long-text', name: 'note', label: question, rows: 3, maxLength: 1_000 });
    return list;
  }, [isMail, hasWindows, offered, maxWindows, question, speak]);

  /** Reads what was entered, and says what is wrong where the fields themselves cannot know. */
  const validate = async (input: Values) => {
    const issues: { message: string; path: string[] }[] = [];
    const { phone: text, country: chosen, email, windows, note: about } = input;
    const of = String(chosen || country);
    let number: { readonly phone: string; readonly country: string } | undefined;
    if (text) {
      const part = await loadPhones().catch(ignore);
      number = part ? part.readPhone(String(text), of) : plainNumber(String(text), of);
      if (!number)
        issues.push({
          message: part
            ? speak('phoneWrong', { country: nameOfCountry(of, speak.locale) })
            : speak('phoneUnchecked'),
          path: ['phone'],
        });
    }
    const picked = (Array.isArray(windows) ? windows : []).map((value) =>
      offered?.find((one) => one.value === value),
    );
    if (picked.some((one) => !one || one.start <= Date.now()))
      issues.push({ message: speak('gone'), path: ['windows'] });
    if (issues.length > 0) return { issues };
    const value: CallbackValues = {
      ...number,
      ...(email ? { email: String(email) } : undefined),
      windows: picked
        .filter((one): one is OfferedWindow => one !== undefined)
        .map((one) => ({ start: one.value, end: writeMoment(one.end, theirs) })),
      timeZone: zone,
      ...(about ? { note: String(about) } : undefined),
    };
    return { value };
  };
  const latest = useLatest(validate);
  const [schema] = useState(
    (): FormSchema => ({
      '~standard': {
        version: 1,
        vendor: 'smallyes',
        validate: (input: unknown) => latest.current(input as Values),
      },
    }),
  );

  /** What the server said beside what the form hears of it. */
  const heard = useRef<{ taken?: readonly string[]; at?: string }>({});
  const take =
    onSubmit || typeof action === 'function'
      ? (values: CallbackValues, context: FormSubmitContext) => {
          heard.current = {};
          const hear = (result: CallbackResult): CallbackResult => {
            if (!result || context.signal.aborted) return result;
            if ('at' in result) heard.current = { at: result.at };
            if (!('taken' in result) || !Array.isArray(result.taken)) return result;
            heard.current = { taken: result.taken };
            return { ...result, errors: { windows: speak('takenMeanwhile'), ...result.errors } };
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
    action: action as never,
    schema,
    onSubmit: take as never,
    onStart() {
      wake();
      ask.record('started');
    },
    onSettle(end, { fields, answers, values: given }) {
      const values = given as unknown as CallbackValues;
      const sent = { fields, ...(answers && { answers }) };
      if (hasFailed(end)) {
        ask.record('failed', sent);
        markTaken(heard.current.taken, values);
        return;
      }
      if (end.status !== 'already') ask.record('committed', sent);
      setData(sent);
      // The browser takes it to the server now, and the next page says what came of it.
      if (!take && action !== undefined) return;
      setStage(end.status === 'ok' ? 'requested' : (end.status as 'already' | 'pending'));
      setWords(end.message ?? wordsAfter(end.status, values, heard.current.at));
    },
    onLeave: () => hub.flush(),
    onReset() {
      ask.reset();
      setStage('asking');
      setWords(undefined);
      setMail(false);
      setTaken(new Set());
    },
  });

  /** Marks what is booked meanwhile, and takes it out of what is chosen; all else stays. */
  function markTaken(starts: readonly string[] | undefined, values: CallbackValues) {
    const moments = new Set(starts?.map(momentOfText));
    const gone = (offered ?? []).filter(({ start }) => moments.has(start)).map(({ value }) => value);
    if (gone.length === 0) return;
    setTaken((before) => new Set([...before, ...gone]));
    form.machine()?.fill({
      windows: values.windows.map(({ start }) => start).filter((start) => !gone.includes(start)),
    });
  }

  function wordsAfter(status: string, values: CallbackValues, at: string | undefined): string {
    if (status !== 'ok') return speak(status === 'already' ? 'already' : 'pending');
    const { email, windows } = values;
    if (email) return speak('writing', { email });
    const sure = at === undefined ? undefined : offered?.find(({ start }) => start === momentOfText(at));
    const chosen = sure
      ? [sure]
      : windows.flatMap(({ start }) => offered?.find((one) => one.value === start) ?? []);
    if (chosen.length === 0) return speak('callingSoon');
    const texts = chosen.map((one) => windowText(one, zone, speak.locale));
    return speak('calling', { when: windowsText(texts, speak.locale) });
  }

  if (process.env.NODE_ENV !== 'production' && !onSubmit && action === undefined) tell(1531, id);

  const listed = useSyncExternalStore(
    never,
    () => offeredCountries ?? phones?.phoneCountries,
    () => offeredCountries,
  );
  const countries = useMemo(
    () =>
      [...new Set([country, ...(listed ?? [])])]
        .map((code) => ({
          code,
          name: nameOfCountry(code, speak.locale),
          prefix: phones?.callingCode(code) ?? '',
        }))
        .sort((one, other) => one.name.localeCompare(other.name, localeOf(speak.locale))),
    [country, listed, phones, speak.locale],
  );

  return {
    stage,
    words,
    data,
    isMail,
    /** Turns to mail, or back to the telephone. */
    turn: mailFallback ? () => setMail(!isMail) : undefined,
    specs,
    form,
    formSpeak,
    speak,
    ask,
    times,
    wake,
    hasWindows,
    scope: {
      speak,
      country,
      countries,
      days: times.days,
      taken,
      zoneWords: zoneWordsOf(times.zones, speak),
      max: maxWindows,
    },
  };
}

function zoneWordsOf(
  { own, theirs }: ReturnType<typeof useWindows>['zones'],
  speak: (key: keyof CallbackRequestLabels, values: Readonly<Record<string, string>>) => string,
): string {
  return theirs ? speak('zones', { own, theirs }) : speak('zone', { zone: own });
}

/** A number that says its country itself. For a visitor whose network gave out before the library came. */
function plainNumber(text: string, country: string) {
  const phone = text.replace(/[\s().\-/]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(phone) ? { phone, country } : undefined;
}

function ignore() {}

function never(): () => void {
  return ignore;
}

'use client';
import { type ChangeEvent, type FocusEvent, useEffect, useRef, useState } from 'react';
import { late } from '../../internal/late.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { recordChange } from '../../provider/record-change.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction, useAskRoot } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { useNote } from '../../provider/use-note.ts';
import { useSending } from '../../provider/use-sending.ts';
import { findInputProblem } from './calculator-check.ts';
import { type CalculatorLabels, calculatorLabels } from './calculator-labels.ts';
import type { AnyCalculatorProps, CalculatorChange } from './calculator-props.ts';
import type { CalculatorInput, CalculatorWorked } from './calculator-types.ts';
import { type AnyValues, readPlain, startOf, type TypedTexts, textOf, typedOf } from './calculator-values.ts';
import { problemLabels } from './problem-labels.ts';
import { isSame, takeResult } from './taken.ts';
import { type WorkedOut, workOut } from './work-out.ts';

const kind = 'calculator.result';
const kinds = { [kind]: 1 } as const;

/** Reads what people type in any language, and says what a field needs: no first paint and no first yes needs it. */
const reading = late(() => import('./calculator-reading.ts'));
type Reading = NonNullable<ReturnType<typeof reading.get>>;

/** How long a visitor rests before a change is spoken, noted and recorded, in milliseconds. */
const rest = 800;

// In development all, so that a mistake in one is told at once.
const texts = (
  process.env.NODE_ENV !== 'production' ? { ...calculatorLabels, ...problemLabels } : calculatorLabels
) as CalculatorLabels;

/** What the calculator knows and does; `look` are the props left over for `calculator.tsx`. */
export function useCalculator(props: AnyCalculatorProps) {
  const {
    inputs: asked,
    formula,
    result,
    defaultValues,
    values,
    onValuesChange,
    track = false,
    remember = true,
    onSubmit,
    action,
    posted,
    ...look
  } = props;
  const inputs: readonly CalculatorInput[] = [asked ?? []].flat().filter((one) => one?.name);
  const given: AnyValues = { ...defaultValues, ...values };
  const { id, disabled, preview = true } = look;
  const name = `Calculator "${id}"`;
  const [part, setPart] = useState(reading.get);
  const speak = useLabels('calculator', part ? part.allLabels : texts, look.labels);
  const { locale } = speak;
  if (process.env.NODE_ENV !== 'production') {
    const problem = findInputProblem(asked, result);
    if (problem) tell(1511, name, problem);
  }
  const bring = (event?: unknown) => reading.load(event).then(() => part ?? setPart(reading.get()));

  const isPosted = !!posted?.typed && (!posted.ask || posted.ask === id);
  const begin = startOf(inputs, given);
  // What the fields began with stands, whatever the page says later; a field that comes later begins as it says then.
  const [first] = useState(() => ({
    values: isPosted ? Object.fromEntries(inputs.map(({ name }) => [name, posted.values?.[name]])) : begin,
    typed: (isPosted ? posted.typed : {}) as TypedTexts,
  }));
  const startValues: AnyValues = { ...begin, ...first.values };
  const now = useRef<{
    form?: HTMLFormElement;
    timer?: ReturnType<typeof setTimeout> | undefined;
    hasProgressed?: boolean;
    isWaiting?: boolean;
    values?: AnyValues | undefined;
    /** The language of what stands in the fields: a number means what it meant, whatever the page speaks by now. */
    locale: string;
  }>({ locale });
  const { locale: written } = now.current;
  const start: TypedTexts = Object.fromEntries(
    inputs.map((input) => {
      const { name } = input;
      return [name, first.typed[name] ?? textOf(input, startValues[name], written)];
    }),
  );
  const [own, setOwn] = useState<TypedTexts>();
  const typed: TypedTexts = { ...start, ...own };

  const words = {
    locale,
    result: speak('result'),
    range: (from: string, to: string) => speak('range', { from, to }),
  };
  const work = (typed: TypedTexts) => {
    const read = inputs.map((input) => {
      const text = typed[input.name] ?? '';
      const value =
        text === start[input.name]
          ? startValues[input.name]
          : (reading.get()?.readInput ?? readPlain)(input, text, written, name);
      return [input.name, value] as const;
    });
    return workOut({ inputs, formula, result }, Object.fromEntries(read), words, name);
  };
  const worked = work(typed);
  const { status, lines } = worked;

  const [told, setTold] = useState<readonly string[]>([]);
  const [spoken, setSpoken] = useState('');
  /** A press that waits for the part that reads it, or for which that could not be had. */
  const [lag, setLag] = useState<'waiting' | 'lost'>();
  const [taken, setTaken] = useState(() =>
    isPosted && status === 'ready' ? takeResult(worked, result, track) : undefined,
  );
  const isTaken = ({ values }: WorkedOut) => !!taken && isSame(taken.worked.values, values);
  const isShown = preview || isPosted || !!taken;

  const ask = useAsk({ component: 'Calculator', kinds, props, settled: !!taken || (disabled && 'closed') });
  const { send, clear, ...sending } = useSending<CalculatorWorked>(ask, 'Calculator', { id, onSubmit }, () =>
    root.fields(),
  );
  const [draft, keep] = useNote(remember && id ? `calculator:${id}` : '');
  const note = (texts: TypedTexts) => keep(JSON.stringify({ ...texts, '': written }));
  const inputOf = ({ dataset, name }: HTMLInputElement) =>
    inputs.find((one) => one.name === (dataset['of'] ?? name));
  /** The number beside a slider follows it. */
  const follow = (slider: HTMLInputElement, input = inputOf(slider)) => {
    const field = slider.form?.elements.namedItem(slider.dataset['of'] ?? '') as HTMLInputElement | null;
    if (field && input) field.value = textOf(input, slider.valueAsNumber, written);
  };
  const root = useAskRoot(ask, (form) => {
    now.current.form = form as HTMLFormElement;
    // What was slid and typed before the page came alive.
    for (const slider of form.querySelectorAll<HTMLInputElement>('[data-of]'))
      if (slider.value !== slider.defaultValue) follow(slider);
    const found = typedOf(inputs, root.fields());
    if (disabled || isSame(found, start)) return;
    setOwn(found);
    void bring();
  });

  /** Writes into fields, once that can be done. */
  const draw = (pick: (part: Reading) => TypedTexts) =>
    void bring().then(() => {
      const part = reading.get();
      const { form } = now.current;
      if (part && form) setOwn(part.drawFields(form, inputs, pick(part)));
    });

  /** The visitor has come to rest, or leaves in the middle of a word. */
  const settle = useLatest((isLeaving?: true) => {
    note(typed);
    if (isLeaving) return;
    now.current.timer = undefined;
    if (!isShown) return;
    const isReady = status === 'ready';
    setSpoken(isReady ? lines.map(({ label, text }) => `${label}: ${text}`).join('. ') : speak(status));
    if (!isReady || now.current.hasProgressed) return;
    now.current.hasProgressed = true;
    ask.record('progressed', takeResult(worked, result, track).data);
  });

  useEffect(() => {
    const leave = () => now.current.timer && settle.current(true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
      clearTimeout(now.current.timer);
    };
  }, [settle]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft comes once, with the memory
  useEffect(() => {
    if (!draft || own || isPosted) return;
    // Drawn once it is there, and should the network lose it, once the visitor has turned to the form.
    if (!part) return void bring();
    draw((part) => part.draftOf(draft, inputs, given, written, name));
  }, [draft, part]);
  useEffect(() => {
    if (written !== locale) draw((part) => part.translate(inputs, now.current, locale, name));
    const before = now.current.values;
    now.current.values = values;
    const texts: Record<string, string> = {};
    for (const input of inputs) {
      const { name } = input;
      const kept = values?.[name];
      if (kept === undefined) continue;
      const said = worked.values[name];
      const text = textOf(input, kept, written);
      // Half a number is left alone, which the page has not heard of, until the page says something new.
      const isDue = said === undefined ? before && before[name] !== kept : said !== kept;
      if (isDue && text !== typed[name]) texts[name] = text;
    }
    if (Object.keys(texts).length > 0) draw(() => texts);
  });

  return {
    ...sending,
    lag,
    look,
    name,
    speak,
    action: readAction(name, action),
    inputs,
    start,
    worked,
    taken,
    isShown,
    /** What was taken is what is shown. */
    isFresh: isTaken(worked),
    spoken,
    /** What a field needs, in words. */
    errorOf(input: CalculatorInput): string | undefined {
      const text = typed[input.name] ?? '';
      if (input.name in worked.values) return undefined;
      if (isPosted && text === start[input.name])
        return (posted as Partial<Record<'problems', TypedTexts>>).problems?.[input.name];
      if (!part || !told.includes(input.name)) return undefined;
      const problem = part.findProblem(input, text, locale, name);
      return speak(problem.key, problem.values);
    },
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref: root.ref,
      onPointerEnter: bring,
      onFocus: bring,
      onChange: root.ours(({ target }: ChangeEvent<HTMLInputElement>) => {
        const input = inputOf(target);
        if (!input) return;
        follow(target, input);
        const next = typedOf(inputs, root.fields());
        ask.record('started');
        setOwn(next);
        void bring();
        if (lag === 'lost') setLag(undefined);
        if (sending.settled) clear();
        clearTimeout(now.current.timer);
        now.current.timer = setTimeout(() => settle.current(), rest);
        onValuesChange?.(work(next) as unknown as CalculatorChange);
      }),
      onBlur: root.ours(({ target: { name } }: FocusEvent<HTMLInputElement>) => {
        // Words that come under a pressed pointer would move the button away from it.
        if (typed[name] && !(name in worked.values))
          setTimeout(() => setTold((told) => [...told, name]), 300);
      }),
      onSubmit: root.ours((event) => {
        event.preventDefault();
        if (sending.isPending || now.current.isWaiting) return;
        // A browser may have filled fields in without a word.
        const next = typedOf(inputs, root.fields());
        const done = work(next);
        const { form } = now.current;
        now.current.timer = void clearTimeout(now.current.timer);
        ask.record('started');
        note(next);
        setOwn(next);
        setTold(Object.keys(next));
        if (done.status === 'ready') {
          if (isTaken(done)) return;
          const now = takeResult(done, result, track);
          send(now.worked, now.data, (end) => {
            // The same yes, with other figures that nobody hears of, is no second one.
            if (end.status !== 'already' && !(taken && isSame(taken.data, now.data)))
              recordChange(ask, kind, taken?.data, now.data);
            setTaken(now);
          });
        } else if (done.status === 'unworkable') {
          ask.record('failed', {});
          setSpoken(speak('unworkable'));
        } else if (!reading.get()) {
          // Who is faster than the part that reads it waits for that part alone.
          now.current.isWaiting = true;
          setLag('waiting');
          void bring(true).then(() => {
            now.current.isWaiting = false;
            setLag(reading.get() ? undefined : 'lost');
            if (reading.get()) form?.requestSubmit();
          });
        } else reading.get()?.focusMissing(form, inputs, done.values);
      }),
      onReset: root.ours(() => {
        now.current.timer = void clearTimeout(now.current.timer);
        now.current.hasProgressed = false;
        clear();
        ask.reset();
        keep('');
        setOwn(undefined);
        setTold([]);
        setSpoken('');
        setTaken(undefined);
      }),
    },
  };
}

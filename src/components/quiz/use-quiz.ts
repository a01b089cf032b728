'use client';
import {
  type ChangeEvent,
  type MouseEvent,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { details } from '#quiz/details';
import { byId } from '../../internal/by-id.ts';
import { dropSecondClick } from '../../internal/double-click.ts';
import { tell } from '../../internal/messages.ts';
import { useChoiceGroup } from '../../internal/use-choice-group.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { recordChange } from '../../provider/record-change.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { useNote } from '../../provider/use-note.ts';
import { useSending } from '../../provider/use-sending.ts';
import { answersOf, dataFor, fieldOf, findStray, missingOf, readAnswers } from './quiz-answers.ts';
import type { QuizProps } from './quiz-props.ts';
import type { QuizRun } from './quiz-run.ts';
import type { QuizAnswers, QuizQuestion, QuizVerdict } from './quiz-types.ts';
import { useQuizWay } from './use-quiz-way.ts';

const kind = 'quiz.complete';
const kinds = { [kind]: 1 } as const;
const none: QuizAnswers = {};

/** What a quiz knows and does; `look` are the props left over for `quiz.tsx`. */
export function useQuiz(props: QuizProps) {
  const {
    quiz,
    answers: own,
    defaultAnswers = none,
    onAnswersChange,
    taken,
    layout = 'steps',
    feedback,
    remember = true,
    history = true,
    onSubmit,
    action: _,
    ...look
  } = props;
  const { id } = look;
  const { questions } = quiz;
  const name = useId();
  const last = questions.length - 1;
  const isPage = layout === 'page';

  const [picked, setPicked] = useControlled<QuizAnswers, []>(own, defaultAnswers, onAnswersChange);
  const isAnswered = (question: QuizQuestion) => answersOf(question, picked[question.id]).length > 0;
  const [first] = useState(() => questions.findIndex((question) => !isAnswered(question)));
  const [known, setRun] = useState<QuizRun>();
  const run = known ?? { at: first < 0 ? last : first, decided: [] };
  const at = Math.min(run.at, last);
  const current = questions[at] as QuizQuestion;

  // As the form would be posted.
  const [note, keep] = useNote(remember && id ? `quiz:${id}` : '');
  // Scoring comes on intent. Markup of a server holds a result already, and waits for it to come alive.
  if (taken && note === undefined) use(details.load());
  const part = details.get();
  const [isAsked, setAsked] = useState(!!part);
  const isKnown = !!(taken ?? note);
  /** A result from before is about to be shown. */
  const isDue = !known && isKnown && !part && !isAsked;
  const verdict = (answers: QuizAnswers) => part?.verdictOf(quiz, answers);
  const earlier = verdict(taken ?? (note ? readAnswers(quiz, new URLSearchParams(note)) : none));
  const result = known ? (known.isDone ? verdict(picked) : undefined) : earlier;

  if (process.env.NODE_ENV !== 'production')
    for (const given of [own, defaultAnswers, taken]) {
      const stray = findStray(quiz, given ?? none);
      if (stray) tell(1504, id, stray);
    }

  const placeOf = (place: number) => ({
    step: questions[place]?.id,
    position: place + 1,
    of: questions.length,
  });
  const dataOf = (verdict: QuizVerdict) => dataFor(quiz, verdict);

  const ask = useAsk({
    component: 'Quiz',
    kinds,
    props,
    settled: isDue || (!known && !!result),
    leaving: () => placeOf(at),
    onSeen: () => void bring(),
  });
  const { action, isPending, settled, send, clear } = useSending<QuizVerdict>(ask, 'Quiz', props, () =>
    root.fields(),
  );
  useEffect(() => {
    if (isDue) void details.load().then(() => setAsked(true));
  }, [isDue]);

  /** Whether the visitor is told at once what is right here. */
  const isTold = ({ answers }: QuizQuestion) =>
    feedback === 'answer' && !isPage && answers.some(({ feedback, correct }) => feedback || correct);
  const isLocked = (question: QuizQuestion) => isTold(question) && run.decided.includes(question.id);

  const [way, bring] = useQuizWay(
    {
      id,
      quiz,
      hasHistory: history && !isPage,
      // What the page keeps is the page's.
      hasDraft: remember && !own && !taken,
      at,
      isOver: !!result,
      isUnderWay: !!known,
      isAwaited: known ? questions.some(isLocked) : isKnown,
      show: (at) => show({ ...run, at, missing: undefined }),
      resume(answers, at) {
        setPicked({ ...picked, ...answers });
        // The question that is shown may only have been looked at.
        const ids = questions.filter((_, place) => place !== at).map(({ id }) => id);
        setRun({ at, decided: ids.filter((id) => id in answers) });
      },
    },
    !!known && (result ? undefined : picked),
  );

  // The focus follows the visitor's own step, never the page's first paint.
  const isMoved = useRef(false);
  const form = useRef<Element>(null);
  useLayoutEffect(() => {
    if (isMoved.current) byId(form.current, result ? `${name}r` : `${name}q${at}`)?.focus();
    isMoved.current = false;
  });
  const show = (next: QuizRun) => {
    isMoved.current = true;
    setRun({ direction: next.at < at ? 'back' : 'on', ...next });
  };
  const go = (next: QuizRun) => {
    if (next.at !== at) way.current?.move(next.at);
    show(next);
  };

  /** Notes that a question was decided on, once. */
  const pass = (decided: readonly string[], question: QuizQuestion) => {
    if (decided.includes(question.id)) return decided;
    ask.record('progressed', placeOf(questions.indexOf(question)));
    return [...decided, question.id];
  };

  const goBack = () => {
    // The browser's own way back, so that its button and ours agree.
    if (way.current?.back()) return;
    way.current?.replace(at - 1);
    show({ at: at - 1, decided: run.decided });
  };

  const deliver = (result: QuizVerdict) => {
    const data = dataOf(result);
    const was = ask.standing(kind) ?? (earlier && dataOf(earlier));
    send(result, data, ({ status }) => {
      // The same fields that the form has.
      keep(new URLSearchParams(details.get()?.fieldsOf(result.answers)).toString());
      if (status !== 'already' && JSON.stringify(was) !== JSON.stringify(data))
        recordChange(ask, kind, was, data);
    });
  };

  const finish = (decided: readonly string[]) => {
    const [missing] = missingOf(quiz, picked);
    if (missing) return go({ at: questions.indexOf(missing), decided, missing: missing.id });
    const now = details.get()?.verdictOf(quiz, picked);
    // It has come long ago, but for a visitor who is very fast, or offline.
    if (!now) {
      const waiting: QuizRun = { at, decided, isWaiting: true };
      setRun(waiting);
      return void bring(true).then(() => {
        // Who has gone elsewhere meanwhile, or pressed again, is not taken there.
        if (latest.current.run !== waiting) return;
        if (details.get()) latest.current.finish(decided);
        else setRun({ at, decided, isLost: true });
      });
    }
    go({ at, decided, isDone: true });
    deliver(now);
  };

  /** The button below the question. */
  const next = () => {
    if (isPage) return finish(questions.filter(isAnswered).reduce(pass, run.decided));
    if (!isAnswered(current))
      return current.optional && at < last ? go({ at: at + 1, decided: run.decided }) : finish(run.decided);
    const decided = pass(run.decided, current);
    if (isTold(current) && !isLocked(current)) setRun({ at, decided });
    else if (at < last) go({ at: at + 1, decided });
    else finish(decided);
  };

  const askedBy = (target: EventTarget | null | undefined) =>
    questions.find((question) => fieldOf(question.id) === (target as HTMLInputElement | null)?.name);
  const choice = useChoiceGroup({
    selected: isPage || current.multiple ? undefined : (picked[current.id] as string | undefined),
    onTouch: () => void ask.record('started'),
    onSelect(value, isOn, event) {
      const question = askedBy(event?.target);
      if (!question || isLocked(question) || picked[question.id] === value) return;
      const { id, multiple, answers } = question;
      const others = [picked[id] ?? []].flat().filter((one) => one !== value);
      const all = isOn ? [...others, value] : others;
      setPicked({
        ...picked,
        // In the order shown, whichever came first.
        [id]: multiple ? answers.map(({ value }) => value).filter((one) => all.includes(one)) : value,
      });
      // From here on the visitor is under way.
      if (!known || run.missing === id) setRun({ ...run, missing: undefined });
    },
    onDecide(_, event) {
      const question = askedBy(event.target);
      if (!question) return;
      const decided = pass(run.decided, question);
      // The last question never sends by itself.
      if (isPage || isTold(question) || at === last) setRun({ at, decided });
      else go({ at: at + 1, decided });
    },
  });

  const latest = useLatest({ picked, setPicked, run, finish });
  const root = useAskRoot(ask, (element) => {
    form.current = element;
    // What the visitor, or a browser that restores a form, picked before the page came alive.
    const { picked, setPicked } = latest.current;
    const answers = readAnswers(quiz, new FormData(element as HTMLFormElement));
    if (Object.entries(answers).some(([id, value]) => String(picked[id]) !== String(value)))
      setPicked({ ...picked, ...answers });
  });
  const { ours } = root;

  return {
    look,
    quiz,
    name,
    at,
    current,
    isOpen: !isAnswered(current),
    isPage,
    picked,
    run,
    isLocked,
    isTold,
    action,
    result,
    data: result && dataOf(result),
    /** What works out the result and shows it, once it has come. */
    part,
    isDue,
    /** There is a result that `next` may follow. One found on the device comes after hydration, and the page would grow. */
    isNew: !!known || !!taken,
    isPending,
    settled,
    retry: () => result && deliver(result),
    restart() {
      clear();
      setPicked(none);
      go({ at: 0, decided: [] });
    },
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref: root.ref,
      onPointerEnter: bring,
      onFocus: bring,
      onKeyDown: ours(choice.group.onKeyDown),
      onClick: ours((event: MouseEvent) => {
        if (!isPage && dropSecondClick(event)) return;
        if ((event.target as Element).closest('button')?.value === 'back') return goBack();
        choice.group.onClick(event);
      }),
      onChange: ours((event: ChangeEvent<HTMLInputElement>) => {
        // A click that the page prevented selects nothing, although React tells of a change.
        if (!event.nativeEvent.defaultPrevented) choice.onChange(event);
      }),
      onSubmit: ours((event) => {
        event.preventDefault();
        next();
      }),
      onReset: ours(() => {
        clear();
        ask.reset();
        keep('');
        way.current?.keep(undefined);
        setPicked(defaultAnswers);
        setRun({ at: 0, decided: [] });
      }),
    },
  };
}

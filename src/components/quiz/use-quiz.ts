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
import { tell } from '../../internal/messages.ts';
import { useChoiceGroup } from '../../internal/use-choice-group.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { recordChange } from '../../provider/record-change.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { useNote } from '../../provider/use-note.ts';
import { useSending } from '../../provider/use-sending.ts';
import type { QuizProps } from './quiz-props.ts';
import { answerOf, fieldOf, missingOf, readAnswers, verdictOf } from './quiz-score.ts';
import type { QuizAnswers, QuizQuestion, QuizVerdict } from './quiz-types.ts';

/** What happened on this page; before, the device or the server may know of a result. */
interface Run {
  /** Place of the question that is shown, from 0. */
  readonly at: number;
  /** Questions that were decided on, by id: their event has gone out. */
  readonly decided: readonly string[];
  readonly isDone?: boolean | undefined;
  /** Id of the question that lacks an answer. */
  readonly missing?: string | undefined;
  readonly direction?: 'on' | 'back' | undefined;
}

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
  const isAnswered = (question: QuizQuestion) => !!answerOf(question, picked[question.id]);
  const [first] = useState(() => questions.findIndex((question) => !isAnswered(question)));
  const [known, setRun] = useState<Run>();
  const run = known ?? { at: first < 0 ? last : first, decided: [] };
  const at = Math.min(run.at, last);
  const current = questions[at] as QuizQuestion;

  // As the form would be posted.
  const [note, keep] = useNote(remember && id ? `quiz:${id}` : '');
  const earlier = verdictOf(quiz, taken ?? (note ? readAnswers(quiz, new URLSearchParams(note)) : none));
  const result = known ? (known.isDone ? verdictOf(quiz, picked) : undefined) : earlier;

  if (process.env.NODE_ENV !== 'production')
    for (const given of [own, defaultAnswers, taken])
      for (const [question, value] of Object.entries(given ?? none)) {
        const asked = questions.find((one) => one.id === question);
        if (value !== undefined && !(asked && answerOf(asked, value)))
          tell(1504, id, `the answer ${JSON.stringify(value)} to "${question}"`);
      }

  const placeOf = (place: number) => ({
    step: questions[place]?.id,
    position: place + 1,
    of: questions.length,
  });
  const dataOf = ({ outcome, score, answers }: QuizVerdict) => {
    const told = questions.filter(({ id, trackable }) => trackable && answers[id] !== undefined);
    return {
      outcome,
      score,
      ...(told.length > 0 && { answers: Object.fromEntries(told.map(({ id }) => [id, answers[id]])) }),
    };
  };

  const ask = useAsk({
    component: 'Quiz',
    kinds,
    props,
    settled: !known && !!result,
    leaving: () => placeOf(at),
    onSeen: details.load,
  });
  const { action, isPending, settled, send, clear } = useSending<QuizVerdict>(ask, 'Quiz', props, () =>
    root.fields(),
  );
  // What explains a result comes on intent. Markup of a server holds it already, and waits for it to come alive.
  if (result && note === undefined) use(details.load());
  const part = details.get();
  const [, setThere] = useState(false);
  const isBare = !!result && !part;
  useEffect(() => {
    if (isBare) void details.load().then(() => setThere(true));
  }, [isBare]);

  /** Whether the visitor is told at once what is right here. */
  const isTold = ({ answers }: QuizQuestion) =>
    feedback === 'answer' && !isPage && answers.some(({ feedback, correct }) => feedback || correct);
  const isLocked = (question: QuizQuestion) => isTold(question) && run.decided.includes(question.id);

  // The focus follows the visitor's own step, never the page's first paint.
  const isMoved = useRef(false);
  useLayoutEffect(() => {
    if (isMoved.current) document.getElementById(result ? `${name}r` : `${name}q${at}`)?.focus();
    isMoved.current = false;
  });
  const go = (next: Run) => {
    isMoved.current = true;
    setRun({ direction: next.at < at ? 'back' : 'on', ...next });
  };

  /** Notes that a question was decided on, once. */
  const pass = (decided: readonly string[], question: QuizQuestion) => {
    if (decided.includes(question.id)) return decided;
    ask.record('progressed', placeOf(questions.indexOf(question)));
    return [...decided, question.id];
  };

  const deliver = (result: QuizVerdict) => {
    const data = dataOf(result);
    const was = ask.standing(kind) ?? (earlier && dataOf(earlier));
    send(result, data, ({ status }) => {
      // The same fields that the form has.
      const fields = Object.entries(result.answers).map(([id, value]) => [fieldOf(id), value as string]);
      keep(new URLSearchParams(fields).toString());
      if (status !== 'already' && JSON.stringify(was) !== JSON.stringify(data))
        recordChange(ask, kind, was, data);
    });
  };

  const finish = (decided: readonly string[]) => {
    const [missing] = missingOf(quiz, picked);
    if (missing) return go({ at: questions.indexOf(missing), decided, missing: missing.id });
    go({ at, decided, isDone: true });
    deliver(verdictOf(quiz, picked) as QuizVerdict);
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
    selected: isPage ? undefined : picked[current?.id],
    onTouch: () => void ask.record('started'),
    onSelect(value, _, event) {
      const question = askedBy(event?.target);
      if (!question || isLocked(question) || picked[question.id] === value) return;
      setPicked({ ...picked, [question.id]: value });
      if (run.missing === question.id) setRun({ ...run, missing: undefined });
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

  const latest = useLatest({ picked, setPicked });
  const root = useAskRoot(ask, (form) => {
    // What the visitor, or a browser that restores a form, picked before the page came alive.
    const { picked, setPicked } = latest.current;
    const answers = readAnswers(quiz, new FormData(form as HTMLFormElement));
    if (Object.entries(answers).some(([id, value]) => picked[id] !== value))
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
    /** What explains the result, once it has come. */
    part,
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
      onPointerEnter: details.load,
      onFocus: details.load,
      onKeyDown: ours(choice.group.onKeyDown),
      onClick: ours((event: MouseEvent) => {
        // The second click of a double click would answer the question that has come under the pointer.
        if (!isPage && event.detail > 1) return event.preventDefault();
        if ((event.target as Element).closest('button')?.value === 'back')
          return go({ at: at - 1, decided: run.decided });
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
        setPicked(defaultAnswers);
        setRun({ at: 0, decided: [] });
      }),
    },
  };
}

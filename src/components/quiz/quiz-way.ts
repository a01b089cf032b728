import { createStepHistory } from '../../internal/step-history.ts';
import type { Hub } from '../../provider/hub.ts';
import { lookAgain } from '../../provider/look-again.ts';
import { readAnswers } from './quiz-answers.ts';
import { fieldsOf } from './quiz-score.ts';
import type { QuizAnswers, QuizDefinition } from './quiz-types.ts';

// What a quiz needs once somebody goes through it: it comes with the details of the result.

/** What the way knows of the quiz, read anew each time. */
export interface QuizPlace {
  readonly id: string;
  readonly quiz: QuizDefinition;
  /** The browser's Back and Forward go from question to question. */
  readonly hasHistory: boolean;
  readonly hasDraft: boolean;
  readonly at: number;
  readonly isOver: boolean;
  /** The visitor has answered something on this page. */
  readonly isUnderWay: boolean;
  /** Something on the screen is to be shown by the part that comes late. */
  readonly isAwaited: boolean;
  /** Shows a question. */
  show(at: number): void;
  /** Goes on where an earlier page left off. */
  resume(answers: QuizAnswers, at: number): void;
}

/** The way through a quiz: the browser's Back, and a draft that outlives a reload. */
export interface QuizWay {
  /** Notes a step to this question, before it is rendered. */
  move(to: number): void;
  /** Goes back by the browser, where the entry before is one of this quiz. */
  back(): boolean;
  /** Notes a step back that the browser knows nothing of. */
  replace(to: number): void;
  /** Keeps what is answered so far; once the quiz is over nothing. */
  keep(answers: QuizAnswers | undefined): void;
  stop(): void;
}

/** Begins to listen, and goes on with the draft of an earlier page if there is one. */
export function createQuizWay(read: () => QuizPlace, hub: Hub): QuizWay {
  const { id } = read();
  const { memory } = hub.site;
  const key = `draft:quiz|${id}`;
  let place = read().at;
  let kept = '';
  const history = createStepHistory(
    () => ({ ask: `quiz|${id}`, isOn: read().hasHistory }),
    () => ({ at: place, turn: 0 }),
    () => read().isOver,
    ({ at }) => {
      place = at;
      read().show(at);
    },
  );
  history.listen();
  /** Goes on with what is kept; tells whether there is anything. */
  const goOn = () => {
    const { quiz, hasDraft, isUnderWay, isOver, resume } = read();
    const draft = new URLSearchParams((kept = memory.get(key) ?? ''));
    const answers = readAnswers(quiz, draft);
    if (!hasDraft || isUnderWay || isOver || Object.keys(answers).length === 0) return false;
    // The page's own entry knows better: the visitor may have reloaded after going back.
    const to = history.mark()?.at ?? Number(draft.get('at'));
    place = Math.min(Math.max(0, Math.trunc(to) || 0), quiz.questions.length - 1);
    resume(answers, place);
    history.replace();
    return true;
  };
  let hasGoneOn = false;
  const unfollow = lookAgain(hub, () => {
    hasGoneOn = goOn();
  });
  if (!hasGoneOn) {
    // A visitor who was quicker than this part has gone ahead of it: those steps get their entries now.
    const ahead = place;
    if (read().isOver || history.mark()) history.replace(0);
    else
      for (place = 0; place < ahead; history.push()) {
        history.before();
        place++;
      }
  }

  return {
    move(to) {
      history.before();
      place = to;
      history.push();
    },
    back: history.back,
    replace(to) {
      place = to;
      history.replace();
    },
    keep(answers) {
      const fields = answers ? fieldsOf(answers) : [];
      const next =
        fields.length > 0 ? new URLSearchParams([...fields, ['at', String(place)]]).toString() : '';
      if (!read().hasDraft || next === kept) return;
      kept = next;
      memory.set(key, next);
    },
    stop() {
      unfollow?.();
      history.stop();
    },
  };
}

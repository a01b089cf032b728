import type { ComponentProps, ReactNode, Ref } from 'react';
import type { QuizData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { QuizLabels } from './quiz-labels.ts';
import type { QuizAnswers, QuizDefinition, QuizVerdict } from './quiz-types.ts';

/** State of the root element, for `render`. */
export interface QuizState<Outcome extends string = string> {
  readonly stage: 'questions' | 'result';
  /** Place of the question that is shown, from 1. */
  readonly position: number;
  /** Id of the outcome, once there is one. */
  readonly outcome: Outcome | undefined;
  /** The answers are on their way to your server. */
  readonly isPending: boolean;
}

/** The root element. */
export interface QuizElement extends HTMLDivElement {
  /** Begins a new attempt at the first question, and forgets the result. */
  reset(): void;
}

/** Props of {@link Quiz}, typed by its definition. What is not listed goes to the root element. */
export interface QuizProps<
  Outcome extends string = string,
  Answers = Readonly<Record<string, string | readonly string[]>>,
  Category extends string = string,
> extends AskProps<'quiz.complete', QuizData<Outcome>>,
    AskLook<QuizState<NoInfer<Outcome>>, QuizLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref' | 'title'> {
  /** What it asks, and what can come out: made by `defineQuiz`. */
  quiz: QuizDefinition<Outcome, Answers, Category>;
  /** The quiz's name, above its questions. Default none. */
  title?: ReactNode;
  /** A quieter line below the title. Default none. */
  description?: ReactNode;
  /** Level of the quiz's heading, 2 to 5; questions and result are one lower. Without a `title` they have it. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | undefined;
  /** One question at a time, or all on one page. Default `'steps'`. */
  layout?: 'steps' | 'page' | undefined;
  /**
   * When `feedback` and right answers are told: `'answer'` at once, after which the answer stands, or `'end'`, with the
   * result. Default `'end'`; with the layout `'page'` always.
   */
  feedback?: 'answer' | 'end' | undefined;
  /** What is answered, when you own that state. */
  answers?: NoInfer<QuizAnswers<Answers>> | undefined;
  /** What is answered at first; the visitor begins at the first question without an answer. Default nothing. */
  defaultAnswers?: NoInfer<QuizAnswers<Answers>> | undefined;
  /** Hears what the visitor picks, also while merely looking with the arrow keys. */
  onAnswersChange?: ((answers: NoInfer<QuizAnswers<Answers>>) => void) | undefined;
  /**
   * Answers that your server knows this visitor has given: their result is shown, also without JavaScript. Wins over the
   * device. Default none.
   */
  taken?: NoInfer<QuizAnswers<Answers>> | undefined;
  /** Makes the browser's Back and Forward go from question to question. Default true; with the layout `'page'` there is nothing to go to. */
  history?: boolean | undefined;
  /**
   * Remembers the answers on this device, where storage is allowed: a reload on the way goes on where it was, and the next visit
   * shows the result. Default true.
   */
  remember?: boolean | undefined;
  /**
   * Takes answers and result to your server, which can work the result out again with `getQuizResult`. It is shown at once,
   * whatever becomes of them; the event waits until this has succeeded.
   */
  onSubmit?: SubmitHandler<QuizVerdict<Outcome, Answers>> | undefined;
  /**
   * Where the form goes without script: a URL, or a server action, which also takes the answers with script if there is no
   * `onSubmit`. Read it with `scoreQuiz`. Left out, the questions are shown to those with script alone.
   */
  action?: string | ((form: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** What stands below the outcome's title. Default: its `text`. For ranking and reasons see `getQuizResult`. */
  renderOutcome?: ((result: QuizVerdict<Outcome, Answers>) => ReactNode) | undefined;
  /** The place to share the result from, such as a `ShareButton`. Default none. */
  share?: ReactNode | ((result: QuizVerdict<Outcome, Answers>) => ReactNode);
  /**
   * The next ask, below the result, which never waits for it. A result that only the device remembers is found after the page
   * has come alive, when one more ask would push the page down: it brings none.
   */
  next?: NextProp<QuizData<Outcome>> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<QuizElement> | undefined;
}

import type { QuizData } from '../../events/index.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import type {
  QuizAnswer,
  QuizAnswers,
  QuizDefinition,
  QuizEntries,
  QuizQuestion,
  QuizVerdict,
} from './quiz-types.ts';

/** How a question's answer is called in the form. By its id alone it could hide a property of the form, such as `action`. */
export function fieldOf(id: string): string {
  return `answer-${id}`;
}

/** Whether a picture may come from there. One that stands in its own address, as bundlers write small files, runs nothing. */
export function isPicture(src: string): boolean {
  return isSafeUrl(src) || /^data:image\//i.test(src);
}

/** How many answers a question takes: fewer or more are no answer to it. */
export function limitsOf({ multiple, min, max, answers }: QuizQuestion): readonly [min: number, max: number] {
  if (!multiple) return [1, 1];
  // What cannot be kept would make a question that nobody can answer.
  const least = Math.min(Math.max(1, min || 1), answers.length);
  return [least, Math.max(least, max || answers.length)];
}

/** The answers of these values, in the order shown; none unless they are as many as the question takes. */
export function answersOf(question: QuizQuestion, given: unknown): readonly QuizAnswer[] {
  const values: readonly unknown[] = question.multiple ? (Array.isArray(given) ? given : []) : [given];
  const found = question.answers.filter(({ value }) => values.includes(value));
  const [min, max] = limitsOf(question);
  return found.length >= min && found.length <= max ? found : [];
}

/** Values as a question is answered with them: one, or a list. */
export function asGiven(
  { multiple }: QuizQuestion,
  values: readonly string[],
): string | readonly string[] | undefined {
  return multiple ? values : values[0];
}

/** What was posted. What is none of a question's answers is left out. */
export function readAnswers({ questions }: QuizDefinition, entries: QuizEntries): QuizAnswers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const posted = entries.getAll(fieldOf(question.id));
      const values = question.answers.map(({ value }) => value).filter((value) => posted.includes(value));
      return values.length > 0 ? [[question.id, asGiven(question, values)]] : [];
    }),
  );
}

/** Questions without which there is no result: one answer is needed even where each may be left out. */
export function missingOf({ questions }: QuizDefinition, answers: QuizAnswers): QuizQuestion[] {
  const open = questions.filter((question) => answersOf(question, answers[question.id]).length === 0);
  return open.length < questions.length ? open.filter(({ optional }) => !optional) : open;
}

/** What events say of a result: answers only where the developer has marked their question as trackable. */
export function dataFor({ questions }: QuizDefinition, { outcome, score, answers }: QuizVerdict): QuizData {
  const told = questions.filter(({ id, trackable }) => trackable && answers[id] !== undefined);
  return {
    outcome,
    score,
    ...(told.length > 0 && {
      answers: Object.fromEntries(told.map(({ id }) => [id, String(answers[id])])),
    }),
  };
}

/** An answer that is none of its question's, in words for the developer. */
export function findStray({ questions }: QuizDefinition, answers: QuizAnswers): string | undefined {
  for (const [id, given] of Object.entries(answers)) {
    const question = questions.find((one) => one.id === id);
    const isKnown =
      question &&
      Array.isArray(given) === !!question.multiple &&
      [given].flat().every((one) => question.answers.some(({ value }) => value === one));
    if (given !== undefined && !isKnown) return `the answer ${JSON.stringify(given)} to "${id}"`;
  }
  return undefined;
}

import { answersOf, asGiven, fieldOf, limitsOf, missingOf } from './quiz-answers.ts';
import type {
  QuizAnswer,
  QuizAnswers,
  QuizDefinition,
  QuizOutcome,
  QuizQuestion,
  QuizVerdict,
} from './quiz-types.ts';

/** Answers as a form would post them. */
export function fieldsOf(answers: QuizAnswers): string[][] {
  return Object.entries(answers).flatMap(([id, value]) =>
    [value ?? []].flat().map((one) => [fieldOf(id), one]),
  );
}

/** What was answered, question by question. */
export function givenOf(questions: readonly QuizQuestion[], answers: QuizAnswers) {
  return questions.flatMap((question) => {
    const own = answersOf(question, answers[question.id]);
    return own.length > 0 ? [{ question, answers: own }] : [];
  });
}

/** What comes out of these answers; undefined while some are missing. */
export function verdictOf(quiz: QuizDefinition, answers: QuizAnswers): QuizVerdict | undefined {
  const { mode, questions, outcomes, tieBreak } = quiz;
  if (missingOf(quiz, answers).length > 0) return undefined;
  const given = givenOf(questions, answers);
  const kept = Object.fromEntries(
    given.map(({ question, answers }) => [
      question.id,
      asGiven(
        question,
        answers.map(({ value }) => value),
      ),
    ]),
  );
  const points = countPoints(questions, answers);
  let best: QuizOutcome | undefined;
  if (mode === 'score') {
    const start = ({ from = -Infinity }: QuizOutcome) => from;
    // The highest range that begins at or below the score, else the lowest there is.
    for (const one of outcomes)
      if (
        !best ||
        (start(best) > points.score
          ? start(one) < start(best)
          : start(one) <= points.score && start(one) > start(best))
      )
        best = one;
    return best && { outcome: best.id, ...points, answers: kept };
  }
  const { tallies, whole } = tally(quiz, answers);
  const judge = given.find(({ question }) => question.id === tieBreak);
  const say = (one: QuizOutcome) => (judge ? weightOf(quiz, judge.question, judge.answers, one) : 0);
  let most = -Infinity;
  for (const [at, one] of outcomes.entries()) {
    const own = tallies[at] ?? 0;
    if (best && (own < most || (own === most && say(one) <= say(best)))) continue;
    best = one;
    most = own;
  }
  return best && { outcome: best.id, score: percentOf(most, whole), of: 100, answers: kept };
}

/** What speaks for each outcome, and what it is a share of: all that was said, or in the mode `match` all that was wanted. */
export function tally(quiz: QuizDefinition, answers: QuizAnswers) {
  const given = givenOf(quiz.questions, answers);
  const tallies = quiz.outcomes.map((one) =>
    clean(given.reduce((sum, { question, answers }) => sum + weightOf(quiz, question, answers, one), 0)),
  );
  const whole =
    quiz.mode === 'match'
      ? given.reduce(
          (sum, { question, answers }) => sum + weigh(question) * shareOf(answers, ({ wants }) => +!!wants),
          0,
        )
      : tallies.reduce((sum, one) => sum + Math.max(0, one), 0);
  return { tallies, whole };
}

export function percentOf(tally: number, whole: number): number {
  return tally > 0 && whole > 0 ? Math.round((tally / whole) * 100) : 0;
}

/**
 * What the answers to a question add to an outcome, in the mode `score` to any. But for points, several share what the question
 * has to say: who picks more says no more.
 */
export function weightOf(
  quiz: QuizDefinition,
  question: QuizQuestion,
  answers: readonly QuizAnswer[],
  outcome: QuizOutcome,
): number {
  if (quiz.mode === 'score') return pointsOf(question, answers);
  return shareOf(answers, (answer) => leaningOf(quiz, question, answer, outcome));
}

function leaningOf(
  { mode }: QuizDefinition,
  question: QuizQuestion,
  answer: QuizAnswer,
  { id, has }: QuizOutcome,
): number {
  if (mode === 'personality') {
    const { for: whom } = answer;
    if (([whom].flat() as unknown[]).includes(id)) return 1;
    return finite(Object(whom)[id]);
  }
  const wanted = Object.entries(answer.wants ?? {});
  const met = wanted.filter(([name, want]) => {
    const owned: readonly unknown[] = [has?.[name]].flat();
    return [want].flat().some((one) => owned.includes(one));
  });
  return met.length > 0 ? (met.length / wanted.length) * weigh(question) : 0;
}

function shareOf(answers: readonly QuizAnswer[], count: (answer: QuizAnswer) => number): number {
  return answers.reduce((sum, answer) => sum + count(answer), 0) / answers.length;
}

function weigh({ weight = 1 }: QuizQuestion): number {
  return finite(weight);
}

/** Whether several answers are right together or not at all: no points say what one of them is worth. */
export function isAllOrNothing({ multiple, answers }: QuizQuestion): boolean {
  return (
    !!multiple &&
    answers.some(({ correct }) => correct) &&
    answers.every(({ points }) => points === undefined)
  );
}

/** Whether these are the right answers, and all of them. */
export function isRight({ answers }: QuizQuestion, given: readonly QuizAnswer[]): boolean {
  return answers.every((answer) => !!answer.correct === given.includes(answer));
}

/** What answers are worth. */
export function pointsOf(question: QuizQuestion, answers: readonly QuizAnswer[]): number {
  return isAllOrNothing(question)
    ? +isRight(question, answers)
    : answers.reduce(
        (sum, { points, correct }) => sum + (points === undefined ? +!!correct : finite(points)),
        0,
      );
}

/** Lowest and highest points of one question. */
export function boundsOf(question: QuizQuestion): readonly [low: number, high: number] {
  if (isAllOrNothing(question)) return [0, 1];
  const points = question.answers.map((answer) => pointsOf(question, [answer])).sort((a, b) => a - b);
  const [min, max] = limitsOf(question);
  // The fewest that must be, and of the others those that help.
  const add = (all: readonly number[], helps: (one: number) => boolean) =>
    all.slice(0, max).reduce((sum, one, at) => (at < min || helps(one) ? sum + one : sum), 0);
  return [add(points, (one) => one < 0), add(points.reverse(), (one) => one > 0)];
}

/**
 * Points of the questions that were answered, on the scale of all: who leaves half of them out, and has half of the points of
 * the others, has half of all, in whole points unless the end of the scale is none.
 */
export function countPoints(
  questions: readonly QuizQuestion[],
  answers: QuizAnswers,
): { score: number; of: number } {
  let [sum, low, high, lowest, highest] = [0, 0, 0, 0, 0];
  let isWhole = true;
  for (const question of questions) {
    const [least, most] = boundsOf(question);
    const own = answersOf(question, answers[question.id]);
    lowest += least;
    highest += most;
    if (own.length > 0) {
      sum += pointsOf(question, own);
      low += least;
      high += most;
    } else isWhole = false;
  }
  const share = high > low ? (sum - low) / (high - low) : 0;
  return {
    // Where the points are no whole ones, a rounded score could lie beyond both ends.
    score: clean(
      isWhole ? sum : Math.min(highest, Math.max(lowest, Math.round(lowest + share * (highest - lowest)))),
    ),
    of: clean(highest),
  };
}

/** Without the noise of floating point: thirds add up to a whole again, and no zero has a minus. */
function clean(value: number): number {
  return +value.toFixed(6) + 0;
}

/** What is no number that can be counted with counts for nothing. */
function finite(value: unknown): number {
  return typeof value === 'number' && Math.abs(value) < 1e9 ? value : 0;
}

import type {
  QuizAnswer,
  QuizAnswers,
  QuizDefinition,
  QuizEntries,
  QuizOutcome,
  QuizQuestion,
  QuizVerdict,
} from './quiz-types.ts';

/** How a question's answer is called in the form. By its id alone it could hide a property of the form, such as `action`. */
export function fieldOf(id: string): string {
  return `answer-${id}`;
}

/** The answer of that value. */
export function answerOf({ answers }: QuizQuestion, value: unknown): QuizAnswer | undefined {
  return answers.find((answer) => answer.value === value);
}

/** What was posted. What is none of a question's answers is left out. */
export function readAnswers({ questions }: QuizDefinition, entries: QuizEntries): QuizAnswers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerOf(question, entries.getAll(fieldOf(question.id))[0]);
      return answer ? [[question.id, answer.value]] : [];
    }),
  );
}

/** What was answered, question by question. */
export function givenOf(questions: readonly QuizQuestion[], answers: QuizAnswers) {
  return questions.flatMap((question) => {
    const answer = answerOf(question, answers[question.id]);
    return answer ? [{ question, answer }] : [];
  });
}

/** Questions without which there is no result: one answer is needed even where each may be left out. */
export function missingOf({ questions }: QuizDefinition, answers: QuizAnswers): QuizQuestion[] {
  const open = questions.filter((question) => !answerOf(question, answers[question.id]));
  return open.length < questions.length ? open.filter(({ optional }) => !optional) : open;
}

/** What comes out of these answers; undefined while some are missing. */
export function verdictOf(quiz: QuizDefinition, answers: QuizAnswers): QuizVerdict | undefined {
  const { mode, questions, outcomes, tieBreak } = quiz;
  if (missingOf(quiz, answers).length > 0) return undefined;
  const given = givenOf(questions, answers);
  const kept = Object.fromEntries(given.map(({ question, answer }) => [question.id, answer.value]));
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
  const say = ({ id }: QuizOutcome) => (judge ? weightOf(quiz, judge.question, judge.answer, id) : 0);
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
  const tallies = quiz.outcomes.map(({ id }) =>
    clean(given.reduce((sum, { question, answer }) => sum + weightOf(quiz, question, answer, id), 0)),
  );
  const whole =
    quiz.mode === 'match'
      ? given.reduce((sum, { question, answer }) => sum + (answer.wants ? weigh(question) : 0), 0)
      : tallies.reduce((sum, one) => sum + Math.max(0, one), 0);
  return { tallies, whole };
}

export function percentOf(tally: number, whole: number): number {
  return tally > 0 && whole > 0 ? Math.round((tally / whole) * 100) : 0;
}

/** What an answer adds to an outcome, in the mode `score` to any. */
export function weightOf(
  { mode, outcomes }: QuizDefinition,
  question: QuizQuestion,
  answer: QuizAnswer,
  outcome: string,
): number {
  if (mode === 'score') return pointsOf(answer);
  if (mode === 'personality') {
    const { for: whom } = answer;
    if (([whom].flat() as unknown[]).includes(outcome)) return 1;
    return finite(Object(whom)[outcome]);
  }
  const wanted = Object.entries(answer.wants ?? {});
  const has = outcomes.find(({ id }) => id === outcome)?.has;
  const met = wanted.filter(([name, want]) => {
    const owned: readonly unknown[] = [has?.[name]].flat();
    return [want].flat().some((one) => owned.includes(one));
  });
  return met.length > 0 ? (met.length / wanted.length) * weigh(question) : 0;
}

function weigh({ weight = 1 }: QuizQuestion): number {
  return finite(weight);
}

/** What an answer is worth. */
export function pointsOf({ points, correct }: QuizAnswer): number {
  return points === undefined ? +(correct === true) : finite(points);
}

/** Lowest and highest points of one question. */
export function boundsOf({ answers }: QuizQuestion): readonly [low: number, high: number] {
  const points = answers.map(pointsOf);
  return [Math.min(...points), Math.max(...points)];
}

/**
 * Points of the questions that were answered, on the scale of all: who leaves half of them out, and has half of the points of
 * the others, has half of all, in whole points.
 */
export function countPoints(
  questions: readonly QuizQuestion[],
  answers: QuizAnswers,
): { score: number; of: number } {
  let [sum, low, high, lowest, highest] = [0, 0, 0, 0, 0];
  let isWhole = true;
  for (const question of questions) {
    const [least, most] = boundsOf(question);
    const answer = answerOf(question, answers[question.id]);
    lowest += least;
    highest += most;
    if (answer) {
      sum += pointsOf(answer);
      low += least;
      high += most;
    } else isWhole = false;
  }
  const share = high > low ? (sum - low) / (high - low) : 0;
  return {
    score: isWhole ? clean(sum) : Math.round(lowest + share * (highest - lowest)),
    of: clean(highest),
  };
}

/** Without the noise of floating point: thirds add up to a whole again. */
function clean(value: number): number {
  return +value.toFixed(6);
}

/** What is no number that can be counted with counts for nothing. */
function finite(value: unknown): number {
  return typeof value === 'number' && Math.abs(value) < 1e9 ? value : 0;
}

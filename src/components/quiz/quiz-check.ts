import { findTwin } from '../../internal/list-problems.ts';
import { isPicture, limitsOf } from './quiz-answers.ts';
import { boundsOf, isAllOrNothing, pointsOf, weightOf } from './quiz-score.ts';
import type {
  QuizAnswer,
  QuizDefinition,
  QuizImage,
  QuizMode,
  QuizOutcome,
  QuizQuestion,
} from './quiz-types.ts';

type Loose = Readonly<Record<string, unknown>>;

/** What each part of a definition may have, in any mode and in one. */
const known: Readonly<Record<'any' | QuizMode, Readonly<Record<string, string>>>> = {
  any: {
    quiz: 'mode outcomes questions',
    outcome: 'title text',
    question: 'question description optional trackable answers multiple min max',
    answer: 'value label description image feedback',
  },
  personality: { quiz: 'tieBreak', answer: 'for' },
  match: { quiz: 'tieBreak', outcome: 'has', question: 'weight', answer: 'wants' },
  score: { quiz: 'categories', outcome: 'from to', question: 'category', answer: 'points correct' },
};

/** What makes a definition unusable or unfair, in words for its developer; undefined when nothing does. */
export function findQuizProblem(definition: unknown): string | undefined {
  const quiz = Object(definition) as Loose;
  const { mode, outcomes, questions, tieBreak } = quiz;
  if (mode !== 'personality' && mode !== 'match' && mode !== 'score')
    return `its mode is ${JSON.stringify(mode)}; there are "personality", "match" and "score"`;
  const strange = findStrange(mode, 'quiz', quiz);
  if (strange) return `it has ${strange}`;
  if (!isRecord(outcomes) || !isRecord(questions))
    return 'its outcomes or questions are no object with ids as keys';
  const results = Object.entries(outcomes).map(([id, one]) => ({ ...Object(one), id }) as QuizOutcome);
  const asked = Object.entries(questions).map(([id, one]) => ({ ...Object(one), id }) as QuizQuestion);
  if (results.length < (mode === 'score' ? 1 : 2))
    return mode === 'score' ? 'it has no outcomes' : 'it has less than two outcomes';
  if (asked.length === 0) return 'it has no questions';
  for (const outcome of results) {
    const problem = !isText(outcome.title) ? 'no title' : findStrange(mode, 'outcome', outcome);
    if (problem) return `the outcome "${outcome.id}" has ${problem}`;
  }
  for (const question of asked) {
    const problem = findQuestionProblem(mode, question);
    if (problem) return `the question "${question.id}" ${problem}`;
  }
  if (tieBreak !== undefined && !asked.some(({ id }) => id === tieBreak))
    return `its tieBreak is ${JSON.stringify(tieBreak)}, which is no question`;
  if (mode === 'personality') return findLostOutcome(results, asked);
  if (mode === 'match') return findLostTrait(results, asked);
  return findLostCategory(quiz, asked) ?? findRangeProblem(results, asked);
}

function findQuestionProblem(mode: QuizMode, question: QuizQuestion): string | undefined {
  const { id, answers, weight } = question;
  if (/^\d+$/.test(id)) return 'has a number as its id, and JavaScript moves such keys to the front';
  if (!isText(question.question)) return 'asks nothing';
  const strange = findStrange(mode, 'question', question);
  if (strange) return `has ${strange}`;
  if (weight !== undefined && !(Number.isFinite(weight) && weight > 0))
    return `has the weight ${weight}, which is not above 0`;
  if (!Array.isArray(answers) || answers.length === 0) return 'has no answers';
  if (answers.length === 1) return 'has one answer, which leaves no choice';
  const values: unknown[] = answers.map((answer: unknown) => (Object(answer) as QuizAnswer).value);
  const twin = findTwin(values);
  if (twin !== undefined) return `has two answers "${twin}"`;
  for (const answer of answers as readonly QuizAnswer[]) {
    const { value, label, image, points } = Object(answer) as QuizAnswer;
    if (!isText(value) || !isText(label)) return 'has an answer whose value or label is no text';
    const odd = findStrange(mode, 'answer', answer);
    if (odd) return `has the answer "${value}" with ${odd}`;
    const flaw = findImageProblem(image);
    if (flaw) return `has the answer "${value}" with an image whose ${flaw}`;
    if (points !== undefined && !isCountable(points))
      return `has the answer "${value}" with ${points} points; a number below 1,000,000,000 with at most 6 decimals is needed`;
  }
  return findSeveralProblem(question);
}

/** A picture that cannot be shown, or one whose shape nobody knows. */
function findImageProblem(image: QuizAnswer['image']): string | undefined {
  if (image === undefined) return undefined;
  const { src, alt, width, height, ...more } = Object(image) as Partial<QuizImage>;
  const [strange] = Object.keys(more);
  if (strange !== undefined) return `"${strange}" is none of src, alt, width and height`;
  if (alt !== undefined && typeof alt !== 'string') return 'alt is no text';
  if (!isText(src)) return 'src is no text';
  if (!isPicture(src)) return `src, ${src}, is none of a picture`;
  for (const [name, size] of Object.entries({ width, height }))
    if (size !== undefined && !(Number.isFinite(size) && size > 0))
      return `${name} is ${JSON.stringify(size)}`;
  return (width === undefined) === (height === undefined) ? undefined : 'width or height is missing';
}

/** Limits that no choice of answers keeps, or that say nothing. */
function findSeveralProblem(question: QuizQuestion): string | undefined {
  const { multiple, min, max, answers } = question;
  if (multiple !== undefined && typeof multiple !== 'boolean')
    return `has ${JSON.stringify(multiple)} as multiple, where true or false is needed`;
  if (!multiple)
    return min === undefined && max === undefined ? undefined : 'has min or max without multiple: true';
  for (const [name, limit] of Object.entries({ min, max }))
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= answers.length))
      return `has ${name}: ${limit}, where a whole number from 1 to ${answers.length}, its answers, is needed`;
  const { min: least = 1, max: most = answers.length } = question;
  if (least > most) return `has min: ${least}, which is more than its max: ${most}`;
  if (most === 1) return 'has multiple with max: 1, which is a question with one answer: leave both out';
  const right = answers.filter(({ correct }) => correct).length;
  if (isAllOrNothing(question) && (right < least || right > most))
    return `has ${right} right answers, where ${least} to ${most} can be given`;
  return undefined;
}

/** A name that the mode does not know: it would do nothing. */
function findStrange(mode: QuizMode, part: string, given: object): string | undefined {
  const names = `${known.any[part]} ${known[mode][part] ?? ''} id`.split(' ');
  const strange = Object.keys(given).find(
    (name) => !names.includes(name) && (given as Loose)[name] !== undefined,
  );
  return strange === undefined ? undefined : `"${strange}", which a quiz of the mode "${mode}" does not know`;
}

/** An answer that speaks for what is no outcome, or an outcome for which none speaks. */
function findLostOutcome(
  outcomes: readonly QuizOutcome[],
  questions: readonly QuizQuestion[],
): string | undefined {
  const ids = outcomes.map(({ id }) => id);
  const reached = new Set<string>();
  for (const { id, answers } of questions)
    for (const { value, for: whom = [] } of answers) {
      const named = isRecord(whom) ? Object.entries(whom) : [whom].flat().map((one) => [one, 1] as const);
      for (const [outcome, weight] of named) {
        const place = `the answer "${value}" of "${id}"`;
        if (!ids.includes(outcome as string)) return `${place} is for "${outcome}", which is no outcome`;
        if (!isCountable(weight)) return `${place} has the weight ${weight} for "${outcome}"`;
        if ((weight as number) > 0) reached.add(outcome as string);
      }
    }
  const lost = ids.find((id) => !reached.has(id));
  return lost === undefined ? undefined : `no answer leads to the outcome "${lost}"`;
}

/** An answer that wants what no outcome could have. */
function findLostTrait(
  outcomes: readonly QuizOutcome[],
  questions: readonly QuizQuestion[],
): string | undefined {
  const bare = outcomes.find(({ has }) => !isRecord(has));
  if (bare) return `the outcome "${bare.id}" has no traits under has`;
  const traits = new Set(outcomes.flatMap(({ has }) => Object.keys(has ?? {})));
  let isWanted = false;
  for (const { id, answers } of questions)
    for (const { value, wants } of answers)
      for (const name of Object.keys(wants ?? {})) {
        if (!traits.has(name))
          return `the answer "${value}" of "${id}" wants "${name}", which no outcome has`;
        isWanted = true;
      }
  return isWanted ? undefined : 'no answer wants anything';
}

function findLostCategory(
  { categories = {} }: Loose,
  questions: readonly QuizQuestion[],
): string | undefined {
  const ids = Object.keys(categories as object);
  const lost = questions.find(({ category }) => category !== undefined && !ids.includes(category));
  if (lost) return `the question "${lost.id}" is of the category "${lost.category}", which does not exist`;
  const empty = ids.find((id) => !questions.some(({ category }) => category === id));
  return empty === undefined ? undefined : `the category "${empty}" has no questions`;
}

/** Ranges that overlap, leave a score without an outcome, or that no score falls into. */
function findRangeProblem(
  outcomes: readonly QuizOutcome[],
  questions: readonly QuizQuestion[],
): string | undefined {
  const bounds = questions.map(boundsOf);
  const low = bounds.reduce((sum, [least]) => sum + least, 0);
  const high = bounds.reduce((sum, [, most]) => sum + most, 0);
  if (low === high) return 'all answers are worth the same, so every visitor has the same score';
  const unit = 10 ** -decimalsOf(questions);
  const start = ({ from = -Infinity }: QuizOutcome) => from;
  for (const { id, from = 0, to = Infinity } of outcomes) {
    if (!Number.isFinite(from) || typeof to !== 'number' || Number.isNaN(to))
      return `the range of "${id}" is no number`;
    if (to < from) return `the range of "${id}" ends before it begins`;
  }
  const ranges = [...outcomes].sort((a, b) => (start(a) < start(b) ? -1 : 1));
  for (const [at, range] of ranges.entries()) {
    const { id } = range;
    const next = ranges[at + 1];
    const end = range.to ?? (next ? start(next) - unit : high);
    if (at === 0 && start(range) > low + tiny)
      return `scores from ${low} to below ${start(range)} are in no range`;
    if (next && start(next) <= Math.max(start(range), range.to ?? -Infinity))
      return `the ranges of "${id}" and "${next.id}" overlap`;
    if (next && start(next) - end > unit + tiny)
      return `scores between ${end} and ${start(next)} are in no range`;
    if (!next && end < high - tiny) return `scores above ${end}, up to ${high}, are in no range`;
  }
  const sums = questions.some(({ optional }) => optional) ? undefined : listSums(questions);
  const lost = ranges.find((range, at) => {
    const next = ranges[at + 1];
    const isIn = (sum: number) => sum >= start(range) - tiny && (!next || sum < start(next) - tiny);
    return sums ? !sums.some(isIn) : start(range) > high || (next && start(next) <= low);
  });
  return lost && `no answers lead to the outcome "${lost.id}"`;
}

/** Digits after the point that the points of a quiz have. A score that is no sum of them is a whole number. */
function decimalsOf(questions: readonly QuizQuestion[]): number {
  return Math.max(
    ...questions.flatMap(({ answers }) =>
      answers.map(({ points = 0 }) => String(points).split('.')[1]?.length ?? 0),
    ),
  );
}

const tiny = 1e-7;

/** Every score that can be had; undefined when there are too many to look at. */
function listSums(questions: readonly QuizQuestion[]): readonly number[] | undefined {
  let sums = new Set([0]);
  for (const question of questions) {
    const points = listPoints(question);
    if (!points || sums.size * points.length > 1_000_000) return undefined;
    sums = new Set([...sums].flatMap((sum) => points.map((one) => +(sum + one).toFixed(6))));
    if (sums.size > 10_000) return undefined;
  }
  return [...sums];
}

/** Everything that one question can be worth. */
function listPoints(question: QuizQuestion): readonly number[] | undefined {
  if (isAllOrNothing(question)) return [0, 1];
  const [min, max] = limitsOf(question);
  // By how many answers are picked, the sums of them.
  const byCount = [new Set([0])];
  for (const answer of question.answers)
    for (let count = Math.min(byCount.length, max); count > 0; count--) {
      const own = (byCount[count] ??= new Set());
      for (const sum of byCount[count - 1] ?? []) own.add(+(sum + pointsOf(question, [answer])).toFixed(6));
      if (own.size > 10_000) return undefined;
    }
  return [...new Set(byCount.slice(min).flatMap((sums) => [...sums]))];
}

/** An outcome that some other one outdoes whatever is answered: it is never the result. Its id, and why. */
export function findBeaten(quiz: QuizDefinition): readonly [id: string, why: string] | undefined {
  const { mode, outcomes, questions, tieBreak } = quiz;
  // Each is compared with each: of a long list nobody waits for that.
  if (mode === 'score' || outcomes.length > 200) return undefined;
  const table = questions.map((question) =>
    question.answers.map((answer) => outcomes.map((one) => weightOf(quiz, question, [answer], one))),
  );
  for (const [at, { id }] of outcomes.entries())
    for (const [rival, { id: name }] of outcomes.entries()) {
      if (rival === at) continue;
      let lead = 0;
      for (const [place, rows] of table.entries()) {
        const question = questions[place] as QuizQuestion;
        // Several answers share their say: the fewest, and the best of them, say the most.
        const [min] = limitsOf(question);
        const best = rows.map((row) => (row[at] ?? 0) - (row[rival] ?? 0)).sort((a, b) => b - a);
        const most = best.slice(0, min).reduce((sum, one) => sum + one, 0) / min;
        lead += question.optional ? Math.max(0, most) : most;
      }
      // After a tie the first wins, unless a question decides.
      if (lead < -tiny || (lead < tiny && rival < at && tieBreak === undefined))
        return [id, `can never be the result: whatever is answered, "${name}" fits as well or better`];
    }
  return undefined;
}

function isRecord(given: unknown): given is Loose {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function isCountable(given: unknown): boolean {
  return typeof given === 'number' && Math.abs(given) < 1e9 && given === Number(given.toFixed(6));
}

function isText(given: unknown): given is string {
  return typeof given === 'string' && given !== '';
}

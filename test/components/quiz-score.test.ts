import { defineQuiz, getQuizResult, scoreQuiz } from 'smallyes/quiz/define';
import { describe, expect, it } from 'vitest';

const roast = defineQuiz({
  mode: 'personality',
  outcomes: {
    espresso: { title: 'Espresso' },
    filter: { title: 'Filter coffee' },
    cold: { title: 'Cold brew' },
  },
  questions: {
    morning: {
      question: 'How does your morning start?',
      answers: [
        { value: 'hurry', label: 'In a hurry', for: 'espresso' },
        { value: 'book', label: 'With a book', for: { filter: 2, cold: 1 } },
        { value: 'late', label: 'At noon', for: ['cold', 'filter'] },
      ],
    },
    milk: {
      question: 'Milk?',
      optional: true,
      answers: [
        { value: 'yes', label: 'Yes', for: { espresso: 2 } },
        { value: 'no', label: 'No', for: 'cold' },
        { value: 'whatever', label: 'I do not mind' },
      ],
    },
  },
  tieBreak: 'milk',
});

const trainers = defineQuiz({
  mode: 'match',
  outcomes: {
    ana: { title: 'Ana', has: { tempo: 'calm', days: ['tue', 'thu'], level: 1 } },
    ben: { title: 'Ben', has: { tempo: 'fast', days: ['mon', 'tue'], level: 2 } },
    cleo: { title: 'Cleo', has: { tempo: 'fast', days: 'sat', level: [1, 2] } },
  },
  questions: {
    tempo: {
      question: 'How do you like to train?',
      answers: [
        { value: 'calm', label: 'Calmly', wants: { tempo: 'calm' } },
        { value: 'fast', label: 'Fast', wants: { tempo: 'fast' } },
        { value: 'any', label: 'I do not mind' },
      ],
    },
    when: {
      question: 'When?',
      weight: 2,
      optional: true,
      answers: [
        { value: 'week', label: 'On a weekday', wants: { days: ['mon', 'tue', 'wed', 'thu', 'fri'] } },
        { value: 'weekend', label: 'On the weekend', wants: { days: ['sat', 'sun'] } },
      ],
    },
    who: {
      question: 'Who are you?',
      optional: true,
      answers: [
        { value: 'new', label: 'New, and in a hurry', wants: { level: 1, tempo: 'fast' } },
        { value: 'old', label: 'An old hand', wants: { level: 2 } },
      ],
    },
  },
});

const rope = defineQuiz({
  mode: 'score',
  categories: { knots: 'Knots', sense: 'Sense' },
  outcomes: {
    low: { title: 'Stay on the ground', from: -1, to: 3 },
    mid: { title: 'With a friend', from: 4, to: 7 },
    high: { title: 'Lead', from: 8, to: 10 },
  },
  questions: {
    eight: {
      question: 'Which knot?',
      category: 'knots',
      answers: [
        { value: 'eight', label: 'Figure eight', points: 5, correct: true },
        { value: 'bow', label: 'A bow', points: -1 },
      ],
    },
    helmet: {
      question: 'A helmet?',
      category: 'sense',
      optional: true,
      answers: [
        { value: 'always', label: 'Always', points: 4 },
        { value: 'no', label: 'No', points: 0 },
      ],
    },
    partner: {
      question: 'Do you check your partner?',
      category: 'sense',
      optional: true,
      answers: [
        { value: 'yes', label: 'Yes', correct: true },
        { value: 'no', label: 'No' },
      ],
    },
  },
});

describe('a personality', () => {
  it('is the outcome with the most weight, and says why', () => {
    expect(getQuizResult(roast, { morning: 'book', milk: 'no' })).toEqual({
      outcome: 'cold',
      score: 50,
      of: 100,
      answers: { morning: 'book', milk: 'no' },
      // A tie of 2 and 2: the answer about milk decides, although filter coffee stands first.
      ranking: [
        { outcome: 'cold', score: 50 },
        { outcome: 'filter', score: 50 },
        { outcome: 'espresso', score: 0 },
      ],
      categories: [],
      reasons: [
        { question: 'morning', answer: 'book', weight: 1 },
        { question: 'milk', answer: 'no', weight: 1 },
      ],
      skipped: 0,
    });
  });

  it('hands on nothing that the quiz does not know', () => {
    const answers = { morning: 'hurry', milk: 'tea', noon: 'x' } as never;
    expect(getQuizResult(roast, answers)?.answers).toEqual({ morning: 'hurry' });
  });

  it('names the weightiest reason first', () => {
    const result = getQuizResult(roast, { morning: 'hurry', milk: 'yes' });
    expect(result).toMatchObject({ outcome: 'espresso', score: 100 });
    expect(result?.reasons.map(({ question, weight }) => [question, weight])).toEqual([
      ['milk', 2],
      ['morning', 1],
    ]);
  });

  it('after a tie that no question decides is the outcome that stands first', () => {
    expect(getQuizResult(roast, { morning: 'late' })?.outcome).toBe('filter');
    expect(getQuizResult(roast, { morning: 'late', milk: 'whatever' })?.outcome).toBe('filter');
  });

  it('takes its percent from what was answered alone', () => {
    expect(getQuizResult(roast, { morning: 'hurry' })).toMatchObject({
      outcome: 'espresso',
      score: 100,
      skipped: 1,
    });
  });
});

describe('a match', () => {
  it.each([
    [{ tempo: 'calm' }, 'ana', 100],
    [{ tempo: 'fast' }, 'ben', 100],
    [{ tempo: 'fast', when: 'weekend' }, 'cleo', 100],
    // The weekend weighs two, calm one.
    [{ tempo: 'calm', when: 'weekend' }, 'cleo', 67],
    // Half of the last wish each, but a weekday.
    [{ tempo: 'calm', when: 'week', who: 'new' }, 'ana', 88],
    // Who does not mind takes nothing from anybody.
    [{ tempo: 'any', when: 'weekend' }, 'cleo', 100],
    [{ tempo: 'any' }, 'ana', 0],
  ] as const)('for %j is %s by %i percent', (answers, outcome, score) => {
    expect(getQuizResult(trainers, answers)).toMatchObject({ outcome, score });
  });

  it('ranks all items', () => {
    expect(getQuizResult(trainers, { tempo: 'calm', when: 'week' })?.ranking).toEqual([
      { outcome: 'ana', score: 100 },
      { outcome: 'ben', score: 67 },
      { outcome: 'cleo', score: 0 },
    ]);
  });

  it('is found among all products of a shop', () => {
    const products = Array.from({ length: 20_000 }, (_, at) => [`p${at}`, { title: 'P', has: { no: at } }]);
    const answers = ['a', 'b'].map((value, at) => ({ value, label: value, wants: { no: 19_998 + at } }));
    const names = [...'abcdefghijklmnopqrstuvwxyz'];
    const shop = defineQuiz({
      mode: 'match',
      outcomes: Object.fromEntries(products),
      questions: Object.fromEntries(names.map((name) => [name, { question: 'Which?', answers }])),
    });
    const result = getQuizResult(shop, Object.fromEntries(names.map((name) => [name, 'b'])));
    expect(result?.outcome).toBe('p19999');
    expect(result?.ranking).toHaveLength(20_000);
  });
});

describe('a score', () => {
  it.each([
    [{ eight: 'eight', helmet: 'always', partner: 'yes' }, 10, 'high'],
    [{ eight: 'eight', helmet: 'no', partner: 'no' }, 5, 'mid'],
    [{ eight: 'bow', helmet: 'no', partner: 'no' }, -1, 'low'],
    [{ eight: 'bow', helmet: 'always', partner: 'yes' }, 4, 'mid'],
  ] as const)('of %j is %i, which is %s', (answers, score, outcome) => {
    expect(getQuizResult(rope, answers)).toMatchObject({ score, of: 10, outcome });
  });

  it.each([
    // All of what was answered: all.
    [{ eight: 'eight' }, 10, 'high'],
    [{ eight: 'bow' }, -1, 'low'],
    // 6 of 7, on a scale from -1 to 10: 8.43.
    [{ eight: 'eight', partner: 'no' }, 8, 'high'],
  ] as const)('is not lowered by what was left out: %j', (answers, score, outcome) => {
    expect(getQuizResult(rope, answers)).toMatchObject({ score, outcome });
  });

  it('counts by category, without those that nobody answered', () => {
    expect(getQuizResult(rope, { eight: 'bow', helmet: 'always', partner: 'no' })?.categories).toEqual([
      { category: 'knots', score: -1, of: 5 },
      { category: 'sense', score: 4, of: 5 },
    ]);
    expect(getQuizResult(rope, { eight: 'bow' })?.categories).toEqual([
      { category: 'knots', score: -1, of: 5 },
    ]);
  });

  it('adds up without the noise of floating point', () => {
    const answers = [
      { value: 'a', label: 'A', points: 0.1 },
      { value: 'b', label: 'B', points: 0.2 },
    ];
    const quiz = defineQuiz({
      mode: 'score',
      outcomes: { low: { title: 'Low', to: 0.2 }, high: { title: 'High', from: 0.3 } },
      questions: { one: { question: '1', answers }, two: { question: '2', answers } },
    });
    expect(getQuizResult(quiz, { one: 'a', two: 'b' })).toMatchObject({ score: 0.3, outcome: 'high' });
  });

  it('is never above the highest, nor below the lowest, where questions were left out', () => {
    const points = (low: number, high: number) => [
      { value: 'no', label: 'No', points: low },
      { value: 'yes', label: 'Yes', points: high },
    ];
    const quiz = defineQuiz({
      mode: 'score',
      categories: { half: 'Half' },
      outcomes: { low: { title: 'Low', from: 0.4, to: 1.4 }, high: { title: 'High', from: 1.5, to: 2.5 } },
      questions: {
        one: { question: '1', category: 'half', answers: points(0.4, 1.5) },
        two: { question: '2', category: 'half', optional: true, answers: points(0, 1) },
      },
    });
    const best = getQuizResult(quiz, { one: 'yes' });
    expect(best).toMatchObject({ score: 2.5, of: 2.5, outcome: 'high' });
    expect(best?.categories).toEqual([{ category: 'half', score: 2.5, of: 2.5 }]);
    expect(getQuizResult(quiz, { one: 'no' })).toMatchObject({ score: 0.4, outcome: 'low' });
  });

  it('of nothing is a zero without a minus', () => {
    const answers = (...points: number[]) =>
      points.map((one) => ({ value: `v${one}`, label: String(one), points: one }));
    const quiz = defineQuiz({
      mode: 'score',
      outcomes: { any: { title: 'Any' } },
      questions: {
        one: { question: '1', answers: answers(-1, -0.3, 0.3, 1) },
        two: { question: '2', optional: true, answers: answers(-0.2, 0.5) },
        three: { question: '3', optional: true, answers: answers(-0.1, 0) },
      },
    });
    // What binary fractions leave: -2.8e-17. And what is rounded: -0.32.
    expect(getQuizResult(quiz, { one: 'v0.3', two: 'v-0.2', three: 'v-0.1' })?.score).toBe(0);
    expect(getQuizResult(quiz, { one: 'v-0.3' })?.score).toBe(0);
  });

  it('of any answers lies between the lowest and the highest, and falls into one range', () => {
    const pick = <T>(list: readonly T[], seed: number) => list[seed % list.length];
    for (let seed = 0; seed < 60; seed++) {
      const answers = {
        eight: pick(['eight', 'bow'] as const, seed),
        helmet: pick(['always', 'no', undefined] as const, seed),
        partner: pick(['yes', 'no', undefined] as const, Math.floor(seed / 3)),
      };
      const { score = Number.NaN, outcome } = getQuizResult(rope, answers) ?? {};
      expect(score).toBeGreaterThanOrEqual(-1);
      expect(score).toBeLessThanOrEqual(10);
      expect(outcome).toBe(score < 4 ? 'low' : score < 8 ? 'mid' : 'high');
    }
  });
});

describe('a post', () => {
  it('is read from form fields, with the ask it comes from', () => {
    const form = new FormData();
    form.set('sy-ask', 'roast');
    form.set('answer-morning', 'hurry');
    form.set('answer-milk', '');
    form.set('other', 'x');
    expect(scoreQuiz(roast, form)).toMatchObject({
      ask: 'roast',
      ok: true,
      answers: { morning: 'hurry' },
      result: { outcome: 'espresso' },
    });
  });

  it.each([
    ['nothing', {}, ['morning', 'milk']],
    ['an answer of no question', { 'answer-noon': 'hurry' }, ['morning', 'milk']],
    ['a value of no answer', { 'answer-morning': '<script>' }, ['morning', 'milk']],
    ['what every object has', { 'answer-morning': 'constructor' }, ['morning', 'milk']],
    ['an optional answer alone', { 'answer-milk': 'no' }, ['morning']],
  ])('that says %s names what is missing', (_what, entries, missing) => {
    const post = scoreQuiz(roast, new URLSearchParams(entries as Record<string, string>));
    expect(post.ok).toBe(false);
    if (!post.ok) expect(post.missing).toEqual(missing);
  });

  it('of a quiz where each question may be left out needs one answer', () => {
    const quiz = defineQuiz({
      mode: 'score',
      outcomes: { any: { title: 'Any' } },
      questions: {
        one: {
          question: '1',
          optional: true,
          answers: [
            { value: 'a', label: 'A', points: 1 },
            { value: 'b', label: 'B' },
          ],
        },
      },
    });
    expect(scoreQuiz(quiz, new FormData())).toMatchObject({ ok: false, missing: ['one'] });
  });

  it('with a file in place of an answer does no harm', () => {
    const form = new FormData();
    form.set('answer-morning', new Blob(['hurry']), 'hurry');
    expect(scoreQuiz(roast, form).ok).toBe(false);
  });

  it('of 200 questions is scored within a blink', () => {
    const quiz = defineQuiz({
      mode: 'score',
      outcomes: { low: { title: 'Low' }, high: { title: 'High', from: 100 } },
      questions: Object.fromEntries(
        Array.from({ length: 200 }, (_, at) => [
          `q${at}`,
          {
            question: 'x'.repeat(10_000),
            answers: [
              { value: 'yes', label: 'Yes', points: 1 },
              { value: 'no', label: 'No', points: 0 },
            ],
          },
        ]),
      ),
    });
    const entries = new URLSearchParams(quiz.questions.map(({ id }) => [`answer-${id}`, 'yes']));
    const start = performance.now();
    const post = scoreQuiz(quiz, entries);
    expect(post.ok && post.result).toMatchObject({ outcome: 'high', score: 200 });
    expect(performance.now() - start).toBeLessThan(200);
  });
});

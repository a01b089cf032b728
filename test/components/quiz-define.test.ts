import { defineQuiz, getQuizResult, type QuizDefinition, scoreQuiz } from 'smallyes/quiz/define';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

const answers = (...more: object[]) => [
  { value: 'yes', label: 'Yes', ...more[0] },
  { value: 'no', label: 'No', ...more[1] },
];
/** A definition that only plain JavaScript, or a content system, would hand in. */
const define = (definition: unknown) => defineQuiz(definition as never) as QuizDefinition;

const personality = (change: object = {}) => ({
  mode: 'personality',
  outcomes: { a: { title: 'A' }, b: { title: 'B' } },
  questions: { one: { question: 'One?', answers: answers({ for: 'a' }, { for: 'b' }) } },
  ...change,
});
const score = (outcomes: object, points: readonly unknown[] = [1, 0], change: object = {}) => ({
  mode: 'score',
  outcomes,
  questions: Object.fromEntries(
    ['one', 'two', 'three'].map((id) => [
      id,
      { question: `${id}?`, answers: answers({ points: points[0] }, { points: points[1] }), ...change },
    ]),
  ),
});
const match = (change: object = {}) => ({
  mode: 'match',
  outcomes: { a: { title: 'A', has: { calm: true } }, b: { title: 'B', has: { calm: false } } },
  questions: {
    one: { question: 'One?', answers: answers({ wants: { calm: true } }, { wants: { calm: false } }) },
  },
  ...change,
});
/** A score from one question with several answers; without points two of three are right. */
const several = (
  change: object,
  outcomes: object = { low: { title: 'L' }, high: { title: 'H', from: 1 } },
  points: readonly number[] = [],
) => ({
  mode: 'score',
  outcomes,
  questions: {
    one: {
      question: 'One?',
      multiple: true,
      ...change,
      answers: ['x', 'y', 'z'].map((value, at) => ({
        value,
        label: value,
        ...(points.length > 0 ? { points: points[at] } : { correct: at < 2 }),
      })),
    },
  },
});
const one = (change: object) => ({ one: { ...personality().questions.one, ...change } });

beforeEach(forgetMessages);

describe('a definition that gives no fair result throws in development', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'its mode is undefined'],
    ['another mode', personality({ mode: 'horoscope' }), 'its mode is "horoscope"'],
    ['lists', personality({ questions: [] }), 'no object with ids as keys'],
    ['no questions', personality({ questions: {} }), 'it has no questions'],
    ['a single outcome', personality({ outcomes: { a: { title: 'A' } } }), 'less than two outcomes'],
    ['no range', score({}), 'it has no outcomes'],
    ['an outcome without title', personality({ outcomes: { a: {}, b: { title: 'B' } } }), '"a" has no title'],
    ...(
      [
        ['no address', {}, 'src is no text'],
        ['one that could run code', { src: 'java\nscript:alert(1)' }, 'is none of a picture'],
        ['a page in its address', { src: 'data:text/html,<p>' }, 'is none of a picture'],
        ['half a size', { src: 'a.webp', width: 40 }, 'width or height is missing'],
        ['a size that is none', { src: 'a.webp', width: 40, height: '3rem' }, 'height is "3rem"'],
        ['no words', { src: 'a.webp', alt: 7 }, 'alt is no text'],
        ['a name that does nothing', { src: 'a.webp', fit: 'cover' }, '"fit"'],
      ] as const
    ).map(([what, image, problem]): [string, unknown, string] => [
      `a picture with ${what}`,
      personality({ questions: one({ answers: answers({ image, for: 'a' }, { for: 'b' }) }) }),
      problem,
    ]),
    ['a name that does nothing', personality({ tiebreak: 'one' }), '"tiebreak"'],
    ['an option of another mode', personality({ questions: one({ weight: 2 }) }), '"weight"'],
    [
      'an answer of another mode',
      personality({ questions: one({ answers: answers({ points: 1 }) }) }),
      '"points"',
    ],
    ['a question without answers', personality({ questions: one({ answers: [] }) }), 'has no answers'],
    ['one answer', personality({ questions: one({ answers: answers().slice(1) }) }), 'leaves no choice'],
    [
      'an answer twice',
      personality({ questions: one({ answers: [...answers({ for: 'a' }), ...answers()] }) }),
      'two answers "yes"',
    ],
    ['an empty value', personality({ questions: one({ answers: answers({ value: '' }) }) }), 'is no text'],
    ['a number as value', personality({ questions: one({ answers: answers({ value: 1 }) }) }), 'is no text'],
    ['a question without words', personality({ questions: one({ question: '' }) }), 'asks nothing'],
    [
      'a number as the id of a question',
      personality({ questions: { 2: one({}).one, 1: one({}).one } }),
      'moves such keys to the front',
    ],
    [
      'an answer for nobody',
      personality({ questions: one({ answers: answers({ for: 'c' }, { for: 'a' }) }) }),
      'the answer "yes" of "one" is for "c", which is no outcome',
    ],
    [
      'a weight for nobody',
      personality({ questions: one({ answers: answers({ for: { a: 1, c: 2 } }) }) }),
      'for "c"',
    ],
    [
      'a weight that is none',
      personality({ questions: one({ answers: answers({ for: { a: Number.NaN } }, { for: 'b' }) }) }),
      'the weight NaN',
    ],
    [
      'an outcome that no answer leads to',
      personality({ questions: one({ answers: answers({ for: 'a' }, { for: { a: 2, b: 0 } }) }) }),
      'no answer leads to the outcome "b"',
    ],
    [
      'an outcome that another always outdoes',
      personality({ questions: one({ answers: answers({ for: ['a', 'b'] }, { for: 'a' }) }) }),
      'the outcome "b" can never be the result',
    ],
    [
      'an outcome that stands first, and is outdone all the same',
      personality({
        outcomes: { b: { title: 'B' }, a: { title: 'A' } },
        questions: one({ answers: answers({ for: { a: 2, b: 1 } }, { for: 'a' }) }),
      }),
      'the outcome "b" can never be the result',
    ],
    ['a tie-break that is no question', personality({ tieBreak: 'two' }), 'its tieBreak is "two"'],
    ['points that are none', score({ low: { title: 'Low' } }, [Number.NaN, 0]), 'NaN points'],
    ['points without end', score({ low: { title: 'Low' } }, [Infinity, 0]), 'Infinity points'],
    ['points too fine', score({ low: { title: 'Low' } }, [1e-7, 0]), 'at most 6 decimals'],
    ['points as text', score({ low: { title: 'Low' } }, ['3', 0]), '3 points'],
    ['the same points for all', score({ low: { title: 'Low' } }, [1, 1]), 'the same score'],
    [
      'a gap between ranges',
      score({ low: { title: 'L', to: 1 }, high: { title: 'H', from: 3 } }),
      'scores between 1 and 3 are in no range',
    ],
    ['a gap below', score({ high: { title: 'H', from: 1 } }), 'scores from 0 to below 1'],
    ['a gap above', score({ low: { title: 'L', to: 2 } }), 'scores above 2, up to 3'],
    [
      'a gap of half a point, where there are half points',
      score({ low: { title: 'L', to: 1 }, high: { title: 'H', from: 2 } }, [0.5, 0]),
      'scores between 1 and 2',
    ],
    [
      'ranges that overlap',
      score({ low: { title: 'L', from: 0, to: 2 }, high: { title: 'H', from: 2, to: 3 } }),
      'the ranges of "low" and "high" overlap',
    ],
    ['two ranges without a beginning', score({ low: { title: 'L' }, high: { title: 'H' } }), 'overlap'],
    ['a range upside down', score({ low: { title: 'L', from: 2, to: 0 } }), 'ends before it begins'],
    ['a range that is no number', score({ low: { title: 'L', from: Number.NaN } }), 'is no number'],
    [
      'a range above all scores',
      score({ low: { title: 'L' }, high: { title: 'H', from: 4 } }),
      'no answers lead to the outcome "high"',
    ],
    [
      'a range that no sum falls into',
      score({ low: { title: 'L' }, mid: { title: 'M', from: 1 }, high: { title: 'H', from: 2 } }, [2, 0]),
      'the outcome "mid"',
    ],
    [
      'a category that does not exist',
      score({ low: { title: 'L' } }, [1, 0], { category: 'rope' }),
      'of the category "rope"',
    ],
    [
      'a category without questions',
      { ...score({ low: { title: 'L' } }), categories: { rope: 'Rope' } },
      'the category "rope" has no questions',
    ],
    [
      'an item without traits',
      match({ outcomes: { a: { title: 'A' }, b: { title: 'B', has: {} } } }),
      '"a" has no traits',
    ],
    [
      'a trait that nobody has',
      match({ questions: { one: { question: '?', answers: answers({ wants: { loud: true } }) } } }),
      'wants "loud", which no outcome has',
    ],
    [
      'no wish at all',
      match({ questions: { one: { question: '?', answers: answers() } } }),
      'no answer wants',
    ],
    [
      'a weight of 0',
      match({ questions: { one: { ...match().questions.one, weight: 0 } } }),
      'the weight 0, which is not above 0',
    ],
    ['limits without several answers', personality({ questions: one({ min: 2 }) }), 'without multiple: true'],
    ['multiple as a text', personality({ questions: one({ multiple: 'yes' }) }), '"yes" as multiple'],
    ['more answers than there are', personality({ questions: one({ multiple: true, max: 3 }) }), 'max: 3'],
    ['half an answer', personality({ questions: one({ multiple: true, min: 0.5 }) }), 'min: 0.5'],
    ['limits that cross', several({ min: 3, max: 2 }), 'min: 3, which is more than its max: 2'],
    ['several answers, at most one', several({ max: 1 }), 'which is a question with one answer'],
    ['right answers that cannot be given', several({ min: 3 }), 'has 2 right answers, where 3 to 3'],
    [
      'a range that several answers reach beyond',
      several({}, { low: { title: 'L', to: 1 }, high: { title: 'H', from: 2, to: 4 } }, [1, 2, 3]),
      'scores above 4, up to 6, are in no range',
    ],
    [
      'a range that only more answers would reach',
      several({ max: 2 }, { low: { title: 'L' }, high: { title: 'H', from: 6 } }, [1, 2, 3]),
      'no answers lead to the outcome "high"',
    ],
    [
      'an outcome that only one of two needed answers is for, and never enough',
      {
        mode: 'personality',
        outcomes: { a: { title: 'A' }, b: { title: 'B' } },
        questions: {
          one: {
            question: 'One?',
            multiple: true,
            min: 2,
            answers: ['x', 'y', 'z'].map((value, at) => ({
              value,
              label: value,
              for: at === 0 ? { b: 1, a: 1 } : { a: 1 },
            })),
          },
        },
      },
      'the outcome "b" can never be the result',
    ],
  ])('%s', (_what, definition, words) => {
    expect(() => define(definition)).toThrow(/^\[smallyes\] SY-1501 /);
    expect(() => define(definition)).toThrow(words);
  });

  it('and nothing else does', () => {
    const optional = score({ low: { title: 'L', from: 0, to: 1 }, high: { title: 'H', from: 2, to: 3 } });
    for (const good of [
      personality(),
      personality({ tieBreak: 'one' }),
      match(),
      optional,
      several({}),
      several({ min: 2, max: 2 }),
      several({ max: 2 }, { low: { title: 'L' }, high: { title: 'H', from: 5, to: 5 } }, [1, 2, 3]),
      score({ low: { title: 'L' }, high: { title: 'H', from: 0.5 } }, [0.5, -1]),
      // Ids that every object has.
      personality({
        outcomes: { constructor: { title: 'A' }, toString: { title: 'B' } },
        questions: one({ answers: answers({ for: 'constructor' }, { for: { toString: 1 } }) }),
      }),
    ])
      expect(() => define(good)).not.toThrow();
  });

  it('but an item that another outdoes is only told, since items come from a shop', () => {
    expectConsole('warn', 'SY-1502');
    const twin = { title: 'Twin', has: { calm: true } };
    define(match({ outcomes: { ...match().outcomes, twin } }));
    expect(consoleOutput()[0]).toContain('"twin"');
  });
});

describe('in production', () => {
  beforeEach(() => vi.stubEnv('NODE_ENV', 'production'));
  afterEach(() => vi.unstubAllEnvs());

  it('leaves out a picture that is none, and keeps its answer', () => {
    const images = [{ src: 'javascript:alert(1)' }, { src: 'data:image/webp;base64,AA' }];
    const quiz = define(
      personality({ questions: one({ answers: answers({ image: images[0] }, { image: images[1] }) }) }),
    );
    expect(quiz.questions[0]?.answers.map(({ value, image }) => [value, image])).toEqual([
      ['yes', undefined],
      ['no', images[1]],
    ]);
  });

  it('leaves out what is wrong, and still comes to a result', () => {
    const quiz = define(
      personality({
        questions: {
          none: { question: 'None?', answers: [] },
          gone: { question: 'Gone?' },
          one: {
            question: 'One?',
            answers: [...answers({ for: 'c' }, { for: { b: Number.NaN, a: 1 } }), ...answers()],
          },
        },
      }),
    );
    expect(quiz.questions.map(({ id, answers }) => [id, answers.length])).toEqual([['one', 2]]);
    const post = scoreQuiz(quiz, new URLSearchParams({ 'answer-one': 'no' }));
    expect(post.ok && post.result).toMatchObject({ outcome: 'a', score: 100 });
  });

  it.each([
    ['a gap: the range below', { low: { title: 'L', to: 0 }, high: { title: 'H', from: 3 } }, 'low'],
    [
      'an overlap: the one that begins higher',
      { low: { title: 'L', to: 3 }, mid: { title: 'M', from: 2 } },
      'mid',
    ],
    ['two of one beginning: the first', { low: { title: 'L' }, again: { title: 'A' } }, 'low'],
    ['below all: the lowest', { high: { title: 'H', from: 9 }, mid: { title: 'M', from: 5 } }, 'mid'],
    ['a beginning that is none', { low: { title: 'L', from: Number.NaN } }, 'low'],
  ])('finds a range for every score, after %s', (_what, outcomes, outcome) => {
    const post = scoreQuiz(
      define(score(outcomes)),
      new URLSearchParams({ 'answer-one': 'yes', 'answer-two': 'yes', 'answer-three': 'no' }),
    );
    expect(post.ok && post.result).toMatchObject({ outcome, score: 2 });
  });

  it.each([undefined, null, {}, { mode: 'score' }, { questions: [], outcomes: 7 }])(
    'makes %j harmless',
    (odd) => {
      const quiz = define(odd ?? {});
      expect(quiz.questions).toEqual([]);
      expect(scoreQuiz(quiz, new FormData())).toMatchObject({ ok: false, missing: [] });
    },
  );
});

describe('types', () => {
  const roast = defineQuiz({
    mode: 'personality',
    outcomes: { espresso: { title: 'Espresso' }, filter: { title: 'Filter coffee' } },
    questions: {
      morning: {
        question: 'How does your morning start?',
        answers: [
          { value: 'hurry', label: 'In a hurry', for: 'espresso' },
          { value: 'book', label: 'With a book', for: { filter: 2 } },
        ],
      },
      milk: {
        question: 'Milk?',
        optional: true,
        answers: [
          { value: 'yes', label: 'Yes', for: 'espresso' },
          { value: 'no', label: 'No', for: ['filter'] },
        ],
      },
    },
    tieBreak: 'milk',
  });

  it('know outcomes, questions and the answers of each', () => {
    const post = scoreQuiz(roast, new URLSearchParams());
    expectTypeOf(post.answers.morning).toEqualTypeOf<'hurry' | 'book' | undefined>();
    expectTypeOf(post.answers.milk).toEqualTypeOf<'yes' | 'no' | undefined>();
    if (post.ok) {
      expectTypeOf(post.result.outcome).toEqualTypeOf<'espresso' | 'filter'>();
      const [reason] = post.result.reasons;
      if (reason?.question === 'milk') expectTypeOf(reason.answer).toEqualTypeOf<'yes' | 'no'>();
    } else expectTypeOf(post.missing).toEqualTypeOf<readonly ('morning' | 'milk')[]>();
  });

  it('know the categories of a score, and the items of a match', () => {
    const safety = defineQuiz({
      mode: 'score',
      categories: { rope: 'Rope' },
      outcomes: { low: { title: 'Low' }, high: { title: 'High', from: 1 } },
      questions: {
        knot: {
          question: 'Which?',
          category: 'rope',
          answers: [
            { value: 'eight', label: 'Eight', correct: true },
            { value: 'bow', label: 'Bow', points: 0 },
          ],
        },
      },
    });
    const post = scoreQuiz(safety, new URLSearchParams({ 'answer-knot': 'eight' }));
    if (post.ok) {
      expectTypeOf(post.result.outcome).toEqualTypeOf<'low' | 'high'>();
      expectTypeOf(post.result.categories[0]!.category).toEqualTypeOf<'rope'>();
    }
    const found = scoreQuiz(
      defineQuiz(match() as ReturnType<typeof match> & { mode: 'match' }),
      new FormData(),
    );
    if (found.ok) expectTypeOf(found.result.outcome).toEqualTypeOf<'a' | 'b'>();
  });

  it('know which questions may have several answers', () => {
    const packed = defineQuiz({
      mode: 'score',
      outcomes: { low: { title: 'Low' }, high: { title: 'High', from: 1 } },
      questions: {
        gear: {
          question: 'What do you pack?',
          multiple: true,
          max: 2,
          answers: [
            { value: 'rope', label: 'Rope', points: 1 },
            { value: 'tea', label: 'Tea' },
          ],
        },
        partner: {
          question: 'Alone?',
          answers: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No', points: 1 },
          ],
        },
      },
    });
    const post = scoreQuiz(packed, new URLSearchParams('answer-gear=tea&answer-gear=rope&answer-partner=no'));
    expectTypeOf(post.answers.gear).toEqualTypeOf<readonly ('rope' | 'tea')[] | undefined>();
    expectTypeOf(post.answers.partner).toEqualTypeOf<'yes' | 'no' | undefined>();
    expect(post).toMatchObject({ ok: true, answers: { gear: ['rope', 'tea'], partner: 'no' } });
    // @ts-expect-error: no such answer
    getQuizResult(packed, { gear: ['tent'], partner: 'no' });
  });

  it('refuse what points nowhere', () => {
    const outcomes = { espresso: { title: 'Espresso' }, filter: { title: 'Filter coffee' } };
    const book = { value: 'book', label: 'With a book', for: 'filter' } as const;
    const hurry = { value: 'hurry', label: 'In a hurry', for: 'espresso' } as const;
    expect(() =>
      defineQuiz({
        mode: 'personality',
        outcomes,
        // @ts-expect-error no such outcome
        questions: { morning: { question: 'How?', answers: [book, { ...hurry, for: 'tea' }] } },
      }),
    ).toThrow('"tea"');
    expect(() =>
      defineQuiz({
        mode: 'personality',
        outcomes,
        questions: { morning: { question: 'How?', answers: [book, hurry] } },
        // @ts-expect-error no such question
        tieBreak: 'noon',
      }),
    ).toThrow('"noon"');
    expect(() =>
      defineQuiz({
        mode: 'score',
        outcomes: { low: { title: 'Low' } },
        questions: {
          // @ts-expect-error no such category
          knot: { question: 'Which?', category: 'rope', answers: answers({ points: 1 }, { points: 0 }) },
        },
      }),
    ).toThrow('"rope"');
  });
});

import { defineQuiz, getQuizResult, scoreQuiz } from 'smallyes/quiz/define';
import { describe, expect, it } from 'vitest';

const coffee = defineQuiz({
  mode: 'personality',
  outcomes: { espresso: { title: 'Espresso' }, filter: { title: 'Filter coffee' } },
  questions: {
    tastes: {
      question: 'What do you like?',
      multiple: true,
      answers: [
        { value: 'dark', label: 'Dark chocolate', for: 'espresso' },
        { value: 'nuts', label: 'Nuts', for: 'espresso' },
        { value: 'toast', label: 'Toast', for: 'espresso' },
        { value: 'berries', label: 'Berries', for: 'filter' },
      ],
    },
    morning: {
      question: 'How does your morning start?',
      optional: true,
      answers: [
        { value: 'hurry', label: 'In a hurry', for: 'espresso' },
        { value: 'book', label: 'With a book', for: { filter: 1.5 } },
      ],
    },
  },
});

describe('several answers', () => {
  it('say together what one answer says, however many they are', () => {
    const result = getQuizResult(coffee, { tastes: ['dark', 'nuts', 'toast'], morning: 'book' });
    expect(result).toMatchObject({ outcome: 'filter', score: 60 });
    expect(getQuizResult(coffee, { tastes: ['dark'], morning: 'book' })).toMatchObject({
      outcome: 'filter',
      score: 60,
    });
  });

  it('that speak for two sides share their say, and those that counted are the reason', () => {
    const result = getQuizResult(coffee, { tastes: ['berries', 'dark', 'nuts', 'toast'] });
    expect(result).toMatchObject({ outcome: 'espresso', score: 75, skipped: 1 });
    expect(result?.answers).toEqual({ tastes: ['dark', 'nuts', 'toast', 'berries'] });
    expect(result?.reasons).toEqual([
      { question: 'tastes', answer: ['dark', 'nuts', 'toast'], weight: 0.75 },
    ]);
  });

  it('find the item that has most of what is wanted', () => {
    const trainers = defineQuiz({
      mode: 'match',
      outcomes: {
        ida: { title: 'Ida', has: { sport: ['climbing', 'running'] } },
        bo: { title: 'Bo', has: { sport: ['running', 'rowing'] } },
      },
      questions: {
        sports: {
          question: 'What do you want to do?',
          multiple: true,
          max: 2,
          answers: [
            { value: 'climb', label: 'Climb', wants: { sport: 'climbing' } },
            { value: 'run', label: 'Run', wants: { sport: 'running' } },
            { value: 'row', label: 'Row', wants: { sport: 'rowing' } },
            { value: 'rest', label: 'Rest' },
          ],
        },
      },
    });
    expect(getQuizResult(trainers, { sports: ['run', 'row'] })).toMatchObject({ outcome: 'bo', score: 100 });
    expect(getQuizResult(trainers, { sports: ['climb', 'row'] })).toMatchObject({ score: 50 });
    // What wants nothing counts for nobody.
    expect(getQuizResult(trainers, { sports: ['row', 'rest'] })).toMatchObject({ outcome: 'bo', score: 100 });
    expect(getQuizResult(trainers, { sports: ['climb', 'run', 'row'] })).toBeUndefined();
  });

  it('are right together or not at all, where no points say what one is worth', () => {
    const knots = defineQuiz({
      mode: 'score',
      outcomes: { low: { title: 'Low' }, high: { title: 'High', from: 1 } },
      questions: {
        safe: {
          question: 'Which knots hold?',
          multiple: true,
          answers: [
            { value: 'eight', label: 'Eight', correct: true },
            { value: 'bowline', label: 'Bowline', correct: true },
            { value: 'bow', label: 'Bow' },
          ],
        },
      },
    });
    const scores = [['eight', 'bowline'], ['eight'], ['bow'], ['eight', 'bowline', 'bow']] as const;
    expect(scores.map((safe) => getQuizResult(knots, { safe })?.score)).toEqual([1, 0, 0, 0]);
    expect(getQuizResult(knots, { safe: ['bowline', 'eight'] })).toMatchObject({ outcome: 'high', of: 1 });
  });

  it('are read from a form, and fewer or more than the question takes are none', () => {
    const packed = defineQuiz({
      mode: 'score',
      outcomes: { low: { title: 'Low' }, high: { title: 'High', from: 5 } },
      questions: {
        gear: {
          question: 'What do you pack?',
          multiple: true,
          min: 2,
          max: 3,
          answers: [1, 2, 3, 4].map((points) => ({ value: `g${points}`, label: `Gear ${points}`, points })),
        },
      },
    });
    const post = (...values: string[]) =>
      scoreQuiz(packed, new URLSearchParams(values.map((value) => ['answer-gear', value])));
    expect(post('g4', 'g1', 'tent', 'g1')).toMatchObject({ ok: true, answers: { gear: ['g1', 'g4'] } });
    expect(post('g4')).toMatchObject({ ok: false, missing: ['gear'] });
    expect(post('g1', 'g2', 'g3', 'g4')).toMatchObject({ ok: false, missing: ['gear'] });
    const high = post('g2', 'g3', 'g4');
    expect(high.ok && high.result).toMatchObject({ outcome: 'high', score: 9, of: 9 });
  });

  it('of any number leave a skipped question without weight: the score stays the share of what was answered', () => {
    const points = [2, -1, 3, 0];
    const quiz = defineQuiz({
      mode: 'score',
      outcomes: { all: { title: 'All' } },
      questions: Object.fromEntries(
        ['a', 'b'].map((id) => [
          id,
          {
            question: `${id}?`,
            multiple: true,
            optional: true,
            min: 1,
            max: 3,
            answers: points.map((points, at) => ({ value: `v${at}`, label: `${at}`, points })),
          },
        ]),
      ),
    });
    const values = ['v0', 'v1', 'v2', 'v3'];
    for (let mask = 1; mask < 15; mask++) {
      const a = values.filter((_, at) => mask & (1 << at));
      const alone = getQuizResult(quiz, { a } as never);
      const both = getQuizResult(quiz, { a, b: a } as never);
      expect(alone?.of).toBe(10);
      expect(alone?.score).toBe(both?.score);
      expect(both?.score).toBeGreaterThanOrEqual(-2);
      expect(both?.score).toBeLessThanOrEqual(10);
    }
  });
});

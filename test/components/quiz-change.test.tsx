// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { defineQuiz, Quiz } from 'smallyes/quiz';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';

it('answers that the quiz offers no more take the place of no other', async () => {
  const recorder = createRecorder();
  const quiz = (...tastes: string[]) =>
    defineQuiz({
      mode: 'score',
      outcomes: { any: { title: 'Your roast' } },
      questions: {
        tastes: {
          question: 'What do you like?',
          multiple: true,
          max: 2,
          answers: tastes.map((value) => ({ value, label: value, points: value.length })),
        },
      },
    });
  const ui = (...tastes: string[]) => (
    <recorder.Provider>
      <Quiz id="roast" quiz={quiz(...tastes)} />
    </recorder.Provider>
  );
  const { rerender } = render(ui('Nuts', 'Toast', 'Berries', 'Caramel'));
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
  const pick = (name: string) => act(async () => void fireEvent.click(box(name)));
  await pick('Nuts');
  await pick('Toast');
  expect(box('Berries').disabled).toBe(true);
  rerender(ui('Berries', 'Caramel', 'Honey'));
  expect(box('Berries').disabled).toBe(false);
  await pick('Berries');
  await pick('Honey');
  expect(box('Caramel').disabled).toBe(true);
});

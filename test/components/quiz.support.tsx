import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { defineQuiz, Quiz, type QuizProps } from 'smallyes/quiz';
import { createRecorder, type EventLine } from 'smallyes/testing';
import { page } from 'vitest/browser';

export const quiz = (phase: string): EventLine => `quiz.complete ${phase}` as EventLine;
export const button = (name: string) => page.getByRole('button', { name });
export const radio = (name: string) => page.getByRole('radio', { name });
export const heading = (name: string) => page.getByRole('heading', { name });
export const status = () => page.getByRole('status');
export const place = (step: string, position: number, of = 3) => ({ step, position, of });

export const roast = defineQuiz({
  mode: 'personality',
  outcomes: {
    espresso: { title: 'Espresso', text: 'Short, strong, and gone before the bus comes.' },
    filter: { title: 'Filter coffee', text: 'A pot of it, and a chapter.' },
  },
  questions: {
    morning: {
      question: 'How does your morning start?',
      answers: [
        { value: 'hurry', label: 'In a hurry', for: 'espresso' },
        { value: 'book', label: 'With a book', for: 'filter' },
      ],
    },
    milk: {
      question: 'Do you take milk?',
      description: 'Of any kind.',
      optional: true,
      trackable: true,
      answers: [
        { value: 'yes', label: 'Yes, please', for: 'espresso' },
        { value: 'no', label: 'No, thanks', for: 'filter' },
      ],
    },
    cups: {
      question: 'How many cups a day?',
      answers: [
        { value: 'one', label: 'One', for: 'espresso' },
        { value: 'many', label: 'I do not count', for: { filter: 2 } },
      ],
    },
  },
});

export const rope = defineQuiz({
  mode: 'score',
  categories: { knots: 'Knots', sense: 'Common sense' },
  outcomes: {
    low: { title: 'Stay on the ground', to: 0 },
    high: { title: 'Ready to lead', from: 1, text: 'See you at the wall.' },
  },
  questions: {
    knot: {
      question: 'Which knot ties you in?',
      category: 'knots',
      answers: [
        { value: 'eight', label: 'Figure eight', correct: true, feedback: 'It is easy to check.' },
        { value: 'bow', label: 'A bow', feedback: 'It comes undone.' },
      ],
    },
    partner: {
      question: 'Who checks it?',
      category: 'sense',
      answers: [
        { value: 'both', label: 'Both of us', correct: true },
        { value: 'nobody', label: 'Nobody' },
      ],
    },
  },
});

export function mount(props: object = {}, strict = false) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: object = {}) => {
    const tree = (
      <recorder.Provider>
        <Quiz {...({ id: 'roast', quiz: roast, ...props, ...more } as unknown as QuizProps)} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

/** Presses an answer, as a visitor who reads does: not within the time of a double click. */
export async function pick(name: string) {
  await radio(name).click({ force: true });
}

export async function takeAll(...names: string[]) {
  for (const name of names) {
    await pick(name);
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  await button('See my result').click();
}

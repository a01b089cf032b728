import { createRef, useState } from 'react';
import { Quiz, type QuizElement } from 'smallyes/quiz';
import { createRecorder, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/quiz.css';
import { render } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { describeConformance } from '../support/conformance.tsx';
import {
  button,
  heading,
  mount,
  pick,
  place,
  quiz,
  radio,
  roast,
  rope,
  status,
  takeAll,
} from './quiz.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describeConformance('Quiz', {
  component: 'quiz',
  render: (props) => <Quiz id="roast" title="Which coffee are you?" quiz={roast} {...props} />,
  commit: () => takeAll('In a hurry', 'Yes, please', 'One'),
  events: [
    quiz('seen'),
    quiz('started'),
    quiz('progressed'),
    quiz('progressed'),
    quiz('progressed'),
    quiz('committed'),
  ],
  vetoes: ['onClick', 'onChange'],
});

describe('one question at a time', () => {
  it.each([false, true])(
    'goes on with each answer, and ends in the result (StrictMode %s)',
    async (strict) => {
      const { recorder } = mount(
        { next: ({ data }: { data: { outcome: string } }) => <p>Next: {data.outcome}</p> },
        strict,
      );
      await expect.element(heading('How does your morning start?')).toBeVisible();
      await expect.element(page.getByText('Question 1 of 3')).toBeVisible();
      expect(page.getByRole('radio').elements()).toHaveLength(2);
      await takeAll('In a hurry', 'Yes, please', 'One');
      await expect.element(heading('Espresso')).toHaveFocus();
      await expect.element(page.getByText('Short, strong, and gone before the bus comes.')).toBeVisible();
      await expect.element(page.getByText('Next: espresso')).toBeVisible();
      await expect.element(page.getByText('Why this result')).toBeVisible();
      expect([...document.querySelectorAll('.sy-quiz-reason')].map((one) => one.textContent)).toEqual([
        'How does your morning start?In a hurry',
        'Do you take milk?Yes, please',
        'How many cups a day?One',
      ]);
      expectEvents(recorder, [
        quiz('seen'),
        quiz('started'),
        [quiz('progressed'), place('morning', 1)],
        [quiz('progressed'), place('milk', 2)],
        [quiz('progressed'), place('cups', 3)],
        [quiz('committed'), { outcome: 'espresso', score: 100, answers: { milk: 'yes' } }],
      ]);
    },
  );

  it('by a double click answers one question', async () => {
    // Its second question has its answers where the first one had them.
    const { recorder } = mount({ quiz: rope });
    await userEvent.dblClick(document.querySelectorAll('.sy-choice')[0]!);
    await expect.element(heading('Who checks it?')).toBeVisible();
    for (const one of page.getByRole('radio').elements()) expect(one).not.toBeChecked();
    expectEvents(recorder, [quiz('seen'), quiz('started'), [quiz('progressed'), place('knot', 1, 2)]]);
  });

  it('only looks with arrow keys; Space, Enter or the button decide', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await expect.element(radio('In a hurry')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('With a book')).toBeChecked();
    await expect.element(heading('How does your morning start?')).toBeVisible();
    expectEvents(recorder, [quiz('seen'), quiz('started')]);
    await userEvent.keyboard(' ');
    await expect.element(heading('Do you take milk?')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(heading('How many cups a day?')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.tab();
    await expect.element(button('See my result')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Filter coffee')).toHaveFocus();
    expectEvents(recorder, [
      quiz('seen'),
      quiz('started'),
      [quiz('progressed'), place('morning', 1)],
      [quiz('progressed'), place('milk', 2)],
      [quiz('progressed'), place('cups', 3)],
      [quiz('committed'), { outcome: 'filter', score: 100, answers: { milk: 'no' } }],
    ]);
  });

  it('never ends by itself: the last answer waits for the button', async () => {
    const { recorder } = mount({ defaultAnswers: { morning: 'hurry', milk: 'no' } });
    await expect.element(heading('How many cups a day?')).toBeVisible();
    await pick('One');
    await expect.element(button('See my result')).toBeVisible();
    expect(recorder.commitments).toEqual([]);
  });

  it('keeps answers on the way back, and records none of them twice', async () => {
    const { recorder } = mount();
    await pick('In a hurry');
    await expect.element(heading('Do you take milk?')).toBeVisible();
    await button('Back').click();
    await expect.element(heading('How does your morning start?')).toHaveFocus();
    await expect.element(radio('In a hurry')).toBeChecked();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await pick('In a hurry');
    await expect.element(heading('Do you take milk?')).toBeVisible();
    await button('Back').click();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await pick('With a book');
    await expect.element(heading('Do you take milk?')).toBeVisible();
    expectEvents(recorder, [quiz('seen'), quiz('started'), [quiz('progressed'), place('morning', 1)]]);
  });

  it('lets an optional question be left out, and says that it counts for nothing', async () => {
    const { recorder } = mount();
    await pick('In a hurry');
    await expect.element(page.getByText('Of any kind. You may leave this out.')).toBeVisible();
    await button('Skip').click();
    await pick('I do not count');
    await button('See my result').click();
    await expect.element(page.getByText('1 question was left out.', { exact: false })).toBeVisible();
    expect(recorder.commitments[0]?.data).toEqual({ outcome: 'filter', score: 67 });
    expect(recorder.phases().filter((line) => line === quiz('progressed'))).toHaveLength(2);
  });

  it('asks for an answer where one is needed', async () => {
    const { recorder } = mount();
    await button('Next').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Please choose an answer.');
    await expect.element(heading('How does your morning start?')).toHaveFocus();
    await button('Next').click();
    await radio('With a book').click({ force: true });
    await expect.element(heading('Do you take milk?')).toHaveFocus();
    expect(page.getByRole('alert').elements()).toEqual([]);
    expect(recorder.commitments).toEqual([]);
  });

  it('moves no focus before the visitor does', () => {
    mount();
    expect(document.activeElement).toBe(document.body);
  });

  it('is not heard from the next ask, nor is a click there its answer', async () => {
    const { recorder } = mount({
      quiz: rope,
      next: <Quiz id="inner" quiz={roast} />,
    });
    await takeAll('Figure eight', 'Both of us');
    await pick('In a hurry');
    await expect.element(heading('Do you take milk?')).toBeVisible();
    expect(recorder.phases('roast')).toHaveLength(5);
    expect(recorder.phases('inner').at(-1)).toBe(quiz('progressed'));
  });

  it('says on leaving how far the visitor came', async () => {
    const { recorder } = mount();
    await pick('In a hurry');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await expect
      .poll(() => recorder.events.at(-1))
      .toMatchObject({ phase: 'abandoned', data: place('milk', 2) });
  });
});

describe('all on one page', () => {
  it('shows every question, goes nowhere by itself, and leads to what is missing', async () => {
    const { recorder } = mount({ layout: 'page' });
    expect(page.getByRole('radio').elements()).toHaveLength(6);
    await pick('In a hurry');
    await pick('Yes, please');
    await button('See my result').click();
    await expect.element(heading('How many cups a day?')).toHaveFocus();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Please choose an answer.');
    await pick('One');
    await button('See my result').click();
    await expect.element(heading('Espresso')).toHaveFocus();
    expectEvents(recorder, [
      quiz('seen'),
      quiz('started'),
      [quiz('progressed'), place('morning', 1)],
      [quiz('progressed'), place('milk', 2)],
      [quiz('progressed'), place('cups', 3)],
      [quiz('committed'), { outcome: 'espresso', score: 100, answers: { milk: 'yes' } }],
    ]);
  });
});

describe('a score', () => {
  it('shows points, categories and, at the end, what was right', async () => {
    mount({ quiz: rope });
    await takeAll('A bow', 'Both of us');
    await expect.element(heading('Ready to lead')).toHaveFocus();
    await expect.element(page.getByText('1 of 2 points')).toBeVisible();
    expect([...document.querySelectorAll('.sy-quiz-category')].map((one) => one.textContent)).toEqual([
      'Knots0 of 1 point',
      'Common sense1 of 1 point',
    ]);
    expect([...document.querySelectorAll('.sy-quiz-reason')].map((one) => one.textContent)).toEqual([
      'Which knot ties you in?A bowNot quite. The right answer is “Figure eight”. It comes undone.',
      'Who checks it?Both of usThat is right. ',
    ]);
  });

  it('tells at once what is right where the page wants it, and lets the answer stand', async () => {
    const { recorder } = mount({ quiz: rope, feedback: 'answer' });
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Check my answer')).toBeVisible();
    const marked = () =>
      Array.from(document.querySelectorAll('.sy-choice[data-right]'), (one) => one.textContent);
    expect(marked()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect
      .element(status().first())
      .toHaveTextContent('Not quite. The right answer is “Figure eight”. It comes undone.');
    expect(marked()).toEqual(['Figure eight']);
    await expect.element(radio('A bow')).toHaveFocus();
    await expect.element(radio('Figure eight')).toBeDisabled();
    expectEvents(recorder, [quiz('seen'), quiz('started'), [quiz('progressed'), place('knot', 1, 2)]]);
    await button('Next').click();
    await pick('Both of us');
    await expect.element(status().first()).toHaveTextContent('That is right.');
    await button('See my result').click();
    expect(recorder.commitments[0]?.data).toEqual({ outcome: 'high', score: 1 });
  });
});

describe('the result', () => {
  it('is there before anything is sent, and stays when that fails; a retry commits once', async () => {
    const open: ((result?: unknown) => void)[] = [];
    const onSubmit = vi.fn((..._: unknown[]) => new Promise((answer) => void open.push(answer)));
    const { recorder } = mount({ onSubmit, next: <p>Next ask</p> });
    await takeAll('In a hurry', 'Yes, please', 'One');
    await expect.element(heading('Espresso')).toBeVisible();
    await expect.element(page.getByText('Saving your result', { exact: false })).toBeVisible();
    expect(page.getByText('Next ask').elements()).toEqual([]);
    open[0]!({ status: 'failed' });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Your result could not be saved. It is still here: please try again.');
    await expect.element(heading('Espresso')).toBeVisible();
    expect(recorder.events.at(-1)).toMatchObject({ phase: 'failed', data: { outcome: 'espresso' } });
    await button('Try again').click();
    open[1]!({ status: 'ok' });
    await expect.element(page.getByText('Next ask')).toBeVisible();
    expect(recorder.commitments).toHaveLength(1);
    expect(onSubmit.mock.calls[0]![0]).toEqual({
      outcome: 'espresso',
      score: 100,
      of: 100,
      answers: { morning: 'hurry', milk: 'yes', cups: 'one' },
    });
    const keys = onSubmit.mock.calls.map(
      ([, context]) => (context as { idempotencyKey: string }).idempotencyKey,
    );
    expect(keys[0]).toBe(keys[1]);
  });

  it('is sent once more by a double click on the retry', async () => {
    const onSubmit = vi.fn(() => ({ status: 'failed' }));
    mount({ quiz: rope, onSubmit });
    await takeAll('A bow', 'Both of us');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.dblClick(button('Try again'));
    expect(onSubmit).toHaveBeenCalledTimes(2);
  });

  it('that your server knew already is no second yes', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already' }) });
    await takeAll('In a hurry', 'Yes, please', 'One');
    await expect.element(heading('Espresso')).toBeVisible();
    expect(recorder.commitments).toEqual([]);
  });

  it('of a server action gets the fields of the form', async () => {
    const got: Record<string, unknown>[] = [];
    mount({ action: (form: FormData) => void got.push(Object.fromEntries(form)) });
    await takeAll('In a hurry', 'Yes, please', 'One');
    expect(got).toEqual([
      { 'sy-ask': 'roast', 'answer-morning': 'hurry', 'answer-milk': 'yes', 'answer-cups': 'one' },
    ]);
  });

  it('with an address as action stays on the page', async () => {
    const { recorder } = mount({ action: '/quiz' });
    await takeAll('In a hurry', 'Yes, please', 'One');
    await expect.element(heading('Espresso')).toBeVisible();
    expect(recorder.commitments).toHaveLength(1);
  });

  it('taken again replaces the one before: withdrawn, then committed', async () => {
    const { recorder } = mount();
    await takeAll('In a hurry', 'Yes, please', 'One');
    await button('Take it again').click();
    await expect.element(heading('How does your morning start?')).toHaveFocus();
    for (const one of page.getByRole('radio').elements()) expect(one).not.toBeChecked();
    recorder.clear();
    await takeAll('With a book', 'No, thanks', 'I do not count');
    expectEvents(recorder, [
      [quiz('progressed'), place('morning', 1)],
      [quiz('progressed'), place('milk', 2)],
      [quiz('progressed'), place('cups', 3)],
      [quiz('withdrawn'), { outcome: 'espresso', score: 100, answers: { milk: 'yes' } }],
      [quiz('committed'), { outcome: 'filter', score: 100, answers: { milk: 'no' } }],
    ]);
    await button('Take it again').click();
    recorder.clear();
    await takeAll('With a book', 'No, thanks', 'I do not count');
    expect(recorder.phases().filter((line) => line !== quiz('progressed'))).toEqual([]);
  });

  it('is remembered with the reasons, is no exposure then, and a change withdraws it', async () => {
    const first = mount();
    await takeAll('In a hurry', 'Yes, please', 'One');
    first.unmount();
    const { recorder } = mount({ next: <p>Next ask</p> });
    await expect.element(heading('Espresso')).toBeVisible();
    expect(document.activeElement).toBe(document.body);
    expect(document.querySelectorAll('.sy-quiz-reason')).toHaveLength(3);
    expect(page.getByText('Next ask').elements()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expectEvents(recorder, []);
    await button('Take it again').click();
    await takeAll('With a book', 'No, thanks', 'I do not count');
    expect(recorder.phases().slice(-2)).toEqual([quiz('withdrawn'), quiz('committed')]);
  });

  it.each([
    ['without the visitor’s consent to storage', { consent: { functional: 'denied' as const } }, {}],
    ['where the page says so', {}, { remember: false }],
  ])('is not kept on the device %s', async (_what, provider, props) => {
    const { Provider } = createRecorder();
    render(
      <Provider {...provider}>
        <Quiz id="roast" quiz={roast} {...props} />
      </Provider>,
    );
    await takeAll('In a hurry', 'Yes, please', 'One');
    await expect.element(heading('Espresso')).toBeVisible();
    expect(Object.keys(localStorage).filter((key) => key.includes('quiz'))).toEqual([]);
  });

  it('of a note that no longer fits is forgotten', async () => {
    localStorage.setItem('smallyes:quiz:roast', 'answer-morning=tea&answer-gone=1&%%%');
    mount();
    await expect.element(heading('How does your morning start?')).toBeVisible();
  });

  it('has places of the page’s own, which know what came out', async () => {
    mount({
      renderOutcome: ({ outcome, answers }: { outcome: string; answers: { cups: string } }) => (
        <p>
          Buy {outcome}, cups: {answers.cups}
        </p>
      ),
      share: ({ outcome }: { outcome: string }) => <a href={`/roast/${outcome}`}>Share {outcome}</a>,
    });
    await takeAll('In a hurry', 'Yes, please', 'One');
    await expect.element(page.getByText('Buy espresso, cups: one')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Share espresso' })).toBeVisible();
    expect(page.getByText('Short, strong', { exact: false }).elements()).toEqual([]);
  });

  it('is forgotten by reset(), which begins a new attempt', async () => {
    const ref = createRef<QuizElement>();
    const { recorder } = mount({ ref });
    await takeAll('In a hurry', 'Yes, please', 'One');
    ref.current!.reset();
    await expect.element(heading('How does your morning start?')).toBeVisible();
    expect(document.activeElement).toBe(document.body);
    await takeAll('In a hurry', 'Yes, please', 'One');
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
    expect(recorder.phases()).not.toContain(quiz('withdrawn'));
  });
});

describe('answers', () => {
  it('are the page’s where the page keeps them', async () => {
    const heard: unknown[] = [];
    function Page() {
      const [answers, setAnswers] = useState<{ morning?: 'hurry' | 'book' | undefined }>({});
      return (
        <Quiz
          id="kept"
          quiz={roast}
          answers={answers}
          onAnswersChange={(next) => {
            heard.push(next);
            setAnswers(next);
          }}
        />
      );
    }
    render(<Page />, { wrapper: createRecorder().Provider });
    await pick('With a book');
    await expect.element(heading('Do you take milk?')).toBeVisible();
    expect(heard).toEqual([{ morning: 'book' }]);
  });

  it('that the page owns and does not change stay', async () => {
    mount({ answers: { morning: 'hurry' } });
    await button('Back').click();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await pick('With a book');
    await button('Back').click();
    await expect.element(radio('In a hurry')).toBeChecked();
  });
});

import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { defineQuiz, Quiz, scoreQuiz } from 'smallyes/quiz';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/quiz.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { details } from '../../src/components/quiz/quiz-details-later.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import { button, heading, mount, pick, quiz, radio, roast, rope } from './quiz.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describe('without script', () => {
  it('is one plain form with every question, which the server can score', async () => {
    const tree = (
      <CommitmentProvider>
        <Quiz id="roast" quiz={roast} action="/roast" />
      </CommitmentProvider>
    );
    const { unmount } = render(tree);
    const frame = await pageWithoutScript(renderToString(tree));
    try {
      const doc = frame.contentDocument!;
      const shown = (selector: string) => [...doc.querySelectorAll(selector)].filter(isShown);
      expect(shown('h2').map((one) => one.textContent)).toEqual([
        'How does your morning start?',
        'Do you take milk?',
        'How many cups a day?',
      ]);
      expect(shown('button').map((one) => one.textContent)).toEqual(['See my result']);
      expect(shown('.sy-quiz-progress')).toEqual([]);
      const form = doc.querySelector('form')!;
      expect(form.method).toBe('post');
      expect(form.getAttribute('action')).toBe('/roast');
      expect(form.noValidate).toBe(false);
      expect(form.checkValidity()).toBe(false);
      for (const value of ['book', 'many'])
        doc.querySelector<HTMLInputElement>(`[value=${value}]`)!.checked = true;
      expect(form.checkValidity()).toBe(true);
      expect(scoreQuiz(roast, new FormData(form))).toMatchObject({
        ask: 'roast',
        ok: true,
        answers: { morning: 'book', cups: 'many' },
        result: { outcome: 'filter', skipped: 1 },
      });
    } finally {
      frame.remove();
      unmount();
    }
  });

  it('without an action shows nothing that leads nowhere', async () => {
    const { unmount } = mount();
    const frame = await pageWithoutScript(renderToString(<Quiz id="alone" quiz={roast} />));
    try {
      expect([...frame.contentDocument!.querySelectorAll('input, button')].filter(isShown)).toEqual([]);
    } finally {
      frame.remove();
      unmount();
    }
  });
});

it('takes over what was picked before the page came alive', async () => {
  const recorder = createRecorder();
  const tree = (
    <recorder.Provider>
      <Quiz id="roast" quiz={roast} />
    </recorder.Provider>
  );
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = renderToString(tree);
  host.querySelector<HTMLInputElement>('[value=book]')!.checked = true;
  const react = hydrateRoot(host, tree);
  await expect.element(radio('With a book')).toBeChecked();
  await expect.element(heading('How does your morning start?')).toBeVisible();
  await button('Next').click();
  await expect.element(heading('Do you take milk?')).toHaveFocus();
  expect(recorder.phases()).toContain(quiz('progressed'));
  react.unmount();
  host.remove();
});

it('renders once for each answer', async () => {
  const { Provider } = createRecorder();
  let commits = 0;
  render(
    <Provider>
      <Profiler id="quiz" onRender={() => void commits++}>
        <Quiz id="roast" quiz={roast} />
      </Profiler>
    </Provider>,
  );
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  for (const [name, then] of [
    ['In a hurry', 'Do you take milk?'],
    ['No, thanks', 'How many cups a day?'],
    ['One', 'How many cups a day?'],
  ] as const) {
    commits = 0;
    await pick(name);
    await expect.element(heading(then)).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(commits).toBe(1);
  }
  commits = 0;
  await button('See my result').click();
  await expect.element(heading('Espresso')).toHaveFocus();
  // The result, and that it has been taken.
  expect(commits).toBeLessThanOrEqual(2);
});

describe('at 320 px', () => {
  it.each([
    ['a personality', { title: 'Which coffee are you?' }, ['In a hurry', 'Yes, please', 'One']],
    ['a score', { quiz: rope, feedback: 'answer' }, ['A bow', 'Both of us']],
  ])('%s fits, has targets of 44 px, and axe finds nothing in any state', async (_what, props, names) => {
    await page.viewport(320, 700);
    mount(props);
    const check = async () => {
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      for (const one of [...document.querySelectorAll('.sy-choice, button, summary')].filter(isShown))
        expect(one.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
      expect(await findings(document.body)).toEqual([]);
    };
    await button('Next').click();
    await check();
    for (const name of names) {
      await pick(name);
      await check();
      if (button('Next').elements().length > 0 && 'feedback' in props) await button('Next').click();
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    await button('See my result').click();
    await check();
    await page.viewport(800, 900);
  });
});

describe('what nobody meant', () => {
  it.each([
    ['no quiz', undefined],
    ['nothing to ask', { ...roast, questions: [] }],
    ['nothing that could come out', { ...roast, outcomes: [] }],
  ])('renders nothing, and is told: %s', (_what, odd) => {
    expectConsole('warn', 'SY-1503');
    const { container } = mount({ quiz: odd });
    expect(container.innerHTML).toBe('');
  });

  it('answers of another quiz are told, and count as not given', async () => {
    expectConsole('warn', 'SY-1504');
    mount({ defaultAnswers: { morning: 'tea' } });
    await expect.element(heading('How does your morning start?')).toBeVisible();
  });

  it('markup and endless words are words, and ids that a form has do no harm', async () => {
    const hostile = `<img src=x onerror="window.hurt=1">${'x'.repeat(10_000)}`;
    const odd = defineQuiz({
      mode: 'personality',
      outcomes: { a: { title: hostile, text: hostile }, b: { title: 'B' } },
      questions: {
        reset: {
          question: hostile,
          description: hostile,
          answers: [
            { value: '"><script>', label: hostile, for: 'a' },
            { value: 'b', label: 'B', description: hostile, for: 'b' },
          ],
        },
        action: {
          question: 'Action?',
          answers: [
            { value: 'constructor', label: 'One', for: 'a' },
            { value: '&=%', label: 'Two', for: 'b' },
          ],
        },
      },
    });
    const { recorder, container, unmount } = mount({ quiz: odd });
    await userEvent.click(document.querySelectorAll('.sy-choice')[0]!);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await pick('Two');
    await button('See my result').click();
    expect(container.querySelector('img, script')).toBeNull();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
    expect(recorder.commitments[0]?.data).toEqual({ outcome: 'a', score: 50 });
    unmount();
    mount({ quiz: odd });
    await expect.element(page.getByText('Why this result')).toBeVisible();
    (document.querySelector('.sy-quiz') as HTMLFormElement).reset();
    await expect.element(button('Next')).toBeVisible();
  });

  it('200 questions cost an answer what three do', async () => {
    const many = defineQuiz({
      mode: 'score',
      outcomes: { low: { title: 'Low' }, high: { title: 'High', from: 500 } },
      questions: Object.fromEntries(
        Array.from({ length: 200 }, (_, at) => [
          `q${at}`,
          {
            question: `Question ${at}`,
            answers: Array.from({ length: 5 }, (_, value) => ({
              value: `${value}`,
              label: `Answer ${value}`,
              points: value,
            })),
          },
        ]),
      ),
    });
    // On any machine: the words of a question are read when it is rendered, its id whenever it is looked at.
    const reads = { question: 0, id: 0 };
    const questions = many.questions.map(
      (question) =>
        new Proxy(question, {
          get(target, key) {
            if (key === 'question' || key === 'id') reads[key]++;
            return Reflect.get(target, key);
          },
        }),
    );
    // What comes late has words for each question.
    await details.load();
    mount({ quiz: { ...many, questions } });
    for (let at = 0; at < 20; at++) {
      Object.assign(reads, { question: 0, id: 0 });
      document.querySelector<HTMLInputElement>('[data-current] input')!.click();
      await expect.element(page.getByText(`Question ${at + 2} of 200`)).toBeVisible();
      // The one that was answered, for its answer and for its end, and the one that comes.
      expect(reads.question).toBeLessThanOrEqual(3);
      // Some looks through the list, and not one for each question.
      expect(reads.id).toBeLessThan(20 * 200);
    }
  });
});

import { render } from '@testing-library/react';
import { defineQuiz, Quiz } from 'smallyes/quiz';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/quiz.css';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';

beforeEach(() => {
  localStorage.clear();
  // Entries of another test are entries of another page.
  window.history.pushState(null, '');
});

const make = (name: string) =>
  defineQuiz({
    mode: 'score',
    outcomes: { any: { title: `End of ${name}` } },
    questions: Object.fromEntries(
      [1, 2, 3].map((at) => [
        `${name}${at}`,
        {
          question: `${name} asks ${at}`,
          answers: [
            { value: 'y', label: `${name}${at} yes`, points: 1 },
            { value: 'n', label: `${name}${at} no`, points: 0 },
          ],
        },
      ]),
    ),
  });
const climbing = make('C');
const rowing = make('R');

function mount(children: ReactNode) {
  const recorder = createRecorder();
  return render(<recorder.Provider>{children}</recorder.Provider>);
}
const pick = (name: string) => page.getByRole('radio', { name }).click({ force: true });
const asks = (words: string) => expect.element(page.getByRole('heading', { name: words })).toBeVisible();
/** The answer is in, and what keeps the way through the quiz has come. */
const isAt = (ask: string, at: number) =>
  expect.poll(() => window.history.state?.[`smallyes:quiz|${ask}`]?.at).toBe(at);

it('the way back in one quiz takes no step back in another on the page', async () => {
  mount(
    <>
      <Quiz id="c" quiz={climbing} />
      <Quiz id="r" quiz={rowing} />
    </>,
  );
  await pick('C1 yes');
  await isAt('c', 1);
  await pick('R1 yes');
  await isAt('r', 1);
  await page.getByRole('button', { name: 'Back' }).first().click();
  await asks('C asks 1');
  await asks('R asks 2');
  // The browser's own way back is that of the quiz that made the step.
  window.history.back();
  await asks('R asks 1');
});

it('a quiz that is over sends nobody back who goes back in the ask after it', async () => {
  mount(<Quiz id="c" quiz={climbing} next={<Quiz id="r" quiz={rowing} />} />);
  for (const at of [1, 2]) {
    await pick(`C${at} yes`);
    await isAt('c', at);
  }
  await pick('C3 yes');
  await page.getByRole('button', { name: 'See my result' }).click();
  await asks('End of C');
  for (const at of [1, 2]) {
    await pick(`R${at} yes`);
    await isAt('r', at);
  }
  await asks('R asks 3');
  window.history.back();
  await asks('R asks 2');
  // As long as a quiz that is over waits until it skips its own steps, and more.
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(window.history.state['smallyes:quiz|r']).toMatchObject({ at: 1 });
  window.history.back();
  await asks('R asks 1');
  // Of the first quiz no step is left: one press has gone over all of them.
  await expect.poll(() => window.history.state['smallyes:quiz|c']).toMatchObject({ at: 0, n: 0 });
});

import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { Quiz } from 'smallyes/quiz';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as Details from '../../src/components/quiz/quiz-details.tsx';
import { atOnce, type Late, late } from '../../src/internal/late.ts';
import { button, heading, mount, pick, quiz, radio, roast, rope, status, takeAll } from './quiz.support.tsx';

/** A network that brings the code of the details when the test says so. */
const network = vi.hoisted(() => ({ details: {} as Late<typeof Details> }));
vi.mock('../../src/components/quiz/quiz-details-later.ts', () => ({
  details: {
    get: () => network.details.get(),
    load: (event?: unknown) => network.details.load(event),
  },
}));
const part = await vi.importActual<typeof Details>('../../src/components/quiz/quiz-details.tsx');
const asked: { arrive(): void; lose(): void }[] = [];
/** The network's answer to what was asked for last. */
const arrive = () => asked.at(-1)?.arrive();
const lose = () => asked.at(-1)?.lose();

beforeEach(() => {
  localStorage.clear();
  asked.length = 0;
  network.details = late(
    () =>
      new Promise((resolve, reject) => {
        asked.push({ arrive: () => resolve(part), lose: () => reject(new Error('offline')) });
      }),
  );
});

describe('the details of a result, which come late', () => {
  it('bring the result of a visitor who was faster, once', async () => {
    const { recorder } = mount({ next: <p>Next ask</p> });
    await takeAll('In a hurry', 'Yes, please', 'One');
    await button('See my result').click();
    await expect.element(radio('One')).toBeChecked();
    expect(recorder.commitments).toEqual([]);
    arrive();
    await expect.element(heading('Espresso')).toHaveFocus();
    await expect.element(page.getByText('Why this result')).toBeVisible();
    await expect.element(page.getByText('Next ask')).toBeVisible();
    expect(recorder.commitments.map(({ data }) => data)).toEqual([
      { outcome: 'espresso', score: 100, answers: { milk: 'yes' } },
    ]);
  });

  it('that cannot be had leave the answers where they are, and say so', async () => {
    const { recorder } = mount();
    await takeAll('In a hurry', 'Yes, please', 'One');
    lose();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'Your result did not arrive. Please check your connection and try again, or reload the page.',
      );
    await expect.element(radio('One')).toBeChecked();
    expect(recorder.commitments).toEqual([]);
  });

  it('keep what was answered before them: a reload before the next answer goes on there', async () => {
    const { unmount } = mount();
    await pick('In a hurry');
    await expect.element(heading('Do you take milk?')).toHaveFocus();
    arrive();
    await expect.poll(() => localStorage.getItem('smallyes:draft:quiz|roast')).toContain('hurry');
    unmount();
  });

  it('that the network lost once are asked for again by the next press, and the answer is sent once', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({ onSubmit });
    await takeAll('In a hurry', 'Yes, please', 'One');
    lose();
    await expect.element(page.getByRole('alert')).toBeVisible();
    // Its button has the focus: no pointer and no new focus asks for them.
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked.length).toBe(2);
    await expect.element(page.getByText('Saving your result', { exact: false })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    arrive();
    await expect.element(heading('Espresso')).toHaveFocus();
    expect(page.getByRole('alert').elements()).toEqual([]);
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(recorder.commitments).toHaveLength(1);
  });

  it('that the network lost once bring the result of an earlier visit when the visitor turns to the quiz', async () => {
    localStorage.setItem('smallyes:quiz:roast', 'answer-morning=hurry&answer-milk=yes&answer-cups=one');
    const { recorder } = mount();
    lose();
    await expect.element(radio('In a hurry')).toBeVisible();
    await userEvent.hover(button('Next'));
    await expect.poll(() => asked.length).toBe(2);
    arrive();
    await expect.element(heading('Espresso')).toBeVisible();
    expect(recorder.commitments).toEqual([]);
  });

  it('tell what is right as soon as they come', async () => {
    mount({ quiz: rope, feedback: 'answer' });
    await pick('Figure eight');
    await expect.element(radio('A bow')).toBeDisabled();
    arrive();
    await expect.element(status().first()).toHaveTextContent('That is right. It is easy to check.');
  });

  it('are in the markup of a server that knows the answers, and stay there until the page is alive', async () => {
    const recorder = createRecorder();
    const tree = (
      <recorder.Provider>
        <Quiz
          id="roast"
          quiz={roast}
          taken={{ morning: 'book', milk: 'no', cups: 'many' }}
          next={<p>Next ask</p>}
        />
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => host.remove());
    const { details } = network;
    network.details = atOnce(part);
    host.innerHTML = renderToString(tree);
    network.details = details;
    const served = host.innerHTML;
    expect(served).toContain('Why this result');
    expect(served).toContain('I do not count');
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    onTestFinished(() => react.unmount());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.innerHTML).toBe(served);
    arrive();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(host.innerHTML).toBe(served);
    // What was answered before is no exposure.
    expectEvents(recorder, []);
    await button('Take it again').click();
    await takeAll('In a hurry', 'Yes, please', 'One');
    expect(recorder.phases().slice(-2)).toEqual([quiz('withdrawn'), quiz('committed')]);
    expect(errors).toEqual([]);
  });
});

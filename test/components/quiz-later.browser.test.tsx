import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { Quiz } from 'smallyes/quiz';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import type * as Details from '../../src/components/quiz/quiz-details.tsx';
import { button, heading, mount, quiz, radio, roast, takeAll } from './quiz.support.tsx';

/** A network that brings the code of the details when the test says so. */
const network = vi.hoisted(() => ({
  part: undefined as typeof Details | undefined,
  arrive: () => {},
  lose: () => {},
  promise: Promise.resolve() as Promise<void> & { status?: string },
}));
vi.mock('../../src/components/quiz/quiz-details-later.ts', () => ({
  details: { get: () => network.part, load: () => network.promise },
}));
const part = await vi.importActual<typeof Details>('../../src/components/quiz/quiz-details.tsx');

beforeEach(() => {
  localStorage.clear();
  network.part = undefined;
  network.promise = new Promise((resolve) => {
    network.lose = () => {
      network.promise.status = 'fulfilled';
      resolve();
    };
    network.arrive = () => {
      network.part = part;
      network.promise.status = 'fulfilled';
      resolve();
    };
  });
});

describe('the details of a result, which come late', () => {
  it('bring the result of a visitor who was faster, once', async () => {
    const { recorder } = mount({ next: <p>Next ask</p> });
    await takeAll('In a hurry', 'Yes, please', 'One');
    await button('See my result').click();
    await expect.element(radio('One')).toBeChecked();
    expect(recorder.commitments).toEqual([]);
    network.arrive();
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
    network.lose();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Your result did not arrive. Please check your connection and reload the page.');
    await expect.element(radio('One')).toBeChecked();
    expect(recorder.commitments).toEqual([]);
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
    const { promise } = network;
    network.part = part;
    network.promise = Object.assign(Promise.resolve(), { status: 'fulfilled' });
    host.innerHTML = renderToString(tree);
    network.part = undefined;
    network.promise = promise;
    const served = host.innerHTML;
    expect(served).toContain('Why this result');
    expect(served).toContain('I do not count');
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    onTestFinished(() => react.unmount());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.innerHTML).toBe(served);
    network.arrive();
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

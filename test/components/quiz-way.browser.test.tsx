import { render } from '@testing-library/react';
import { defineQuiz } from 'smallyes/quiz';
import 'smallyes/base.css';
import 'smallyes/quiz.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { button, heading, mount, pick, place, quiz, radio, takeAll } from './quiz.support.tsx';

const pause = (ms = 650) => new Promise((resolve) => setTimeout(resolve, ms));
const box = (name: string) => page.getByRole('checkbox', { name });

beforeEach(() => {
  localStorage.clear();
  // Entries of another test are entries of another page.
  window.history.pushState(null, '');
});

describe('the way through a quiz', () => {
  it('is gone back and forth by the browser, question by question, with the answers kept', async () => {
    const { recorder } = mount();
    await pause();
    await pick('In a hurry');
    await pause();
    await pick('Yes, please');
    await expect.element(heading('How many cups a day?')).toHaveFocus();
    window.history.back();
    await expect.element(heading('Do you take milk?')).toHaveFocus();
    await expect.element(radio('Yes, please')).toBeChecked();
    window.history.back();
    await expect.element(heading('How does your morning start?')).toHaveFocus();
    window.history.forward();
    await expect.element(heading('Do you take milk?')).toHaveFocus();
    await button('Back').click();
    await expect.element(heading('How does your morning start?')).toHaveFocus();
    // Ours and the browser's are one way: forward is where we came from.
    window.history.forward();
    await expect.element(heading('Do you take milk?')).toHaveFocus();
    expect(recorder.commitments).toEqual([]);
    expect(recorder.events.filter(({ phase }) => phase === 'progressed').map(({ data }) => data)).toEqual([
      place('morning', 1),
      place('milk', 2),
    ]);
  });

  it('goes back to what was answered before the part came that knows of Back', async () => {
    const { container } = mount();
    // By script, which looks at nothing first: the part is asked for by the answer itself.
    const answer = (name: string) =>
      container.querySelector<HTMLInputElement>(`input[value="${name}"]`)?.click();
    answer('hurry');
    answer('yes');
    await expect.element(heading('How many cups a day?')).toBeVisible();
    await expect.poll(() => JSON.stringify(window.history.state)).toContain('"at":2');
    window.history.back();
    await expect.element(heading('Do you take milk?')).toBeVisible();
    window.history.back();
    await expect.element(heading('How does your morning start?')).toBeVisible();
  });

  it('stays with the page where it wants no history', async () => {
    mount({ history: false });
    await pause();
    const { length } = window.history;
    await pick('In a hurry');
    await expect.element(heading('Do you take milk?')).toHaveFocus();
    expect(window.history.length).toBe(length);
    await button('Back').click();
    await expect.element(heading('How does your morning start?')).toHaveFocus();
  });

  it('goes on after a reload where it was, and forgets that once there is a result', async () => {
    const { recorder, ui, unmount } = mount();
    await pause();
    await pick('In a hurry');
    await pause();
    await pick('Yes, please');
    await expect.element(heading('How many cups a day?')).toBeVisible();
    await pause(100);
    unmount();
    // A second page of the same visitor.
    render(ui());
    await expect.element(heading('How many cups a day?')).toBeVisible();
    window.history.back();
    await expect.element(radio('Yes, please')).toBeChecked();
    window.history.forward();
    await expect.element(heading('How many cups a day?')).toHaveFocus();
    await pick('One');
    await button('See my result').click();
    await expect.element(heading('Espresso')).toHaveFocus();
    expect(recorder.commitments).toHaveLength(1);
    expect(Object.keys(localStorage).filter((key) => /draft/.test(key) && localStorage.getItem(key))).toEqual(
      [],
    );
  });

  it('keeps nothing where the visitor’s answers are not to be remembered', async () => {
    const { ui, unmount } = mount({ remember: false, history: false });
    await pause();
    await pick('In a hurry');
    await expect.element(heading('Do you take milk?')).toBeVisible();
    await pause(100);
    unmount();
    render(ui());
    await pause();
    await expect.element(heading('How does your morning start?')).toBeVisible();
  });

  it('is over with the result: one press of Back leaves all questions behind, and the result stays', async () => {
    mount();
    await pause();
    await takeAll('In a hurry', 'Yes, please', 'One');
    await expect.element(heading('Espresso')).toHaveFocus();
    window.history.back();
    await pause(400);
    await expect.element(heading('Espresso')).toBeVisible();
    expect(JSON.stringify(window.history.state)).toContain('"n":0');
  });
});

describe('a question with several answers', () => {
  const gear = defineQuiz({
    mode: 'score',
    outcomes: { low: { title: 'Pack again' }, high: { title: 'Ready', from: 3 } },
    questions: {
      pack: {
        question: 'What do you pack?',
        multiple: true,
        trackable: true,
        max: 2,
        answers: [
          { value: 'rope', label: 'Rope', points: 2 },
          { value: 'tea', label: 'Tea', points: 0 },
          { value: 'lamp', label: 'Lamp', points: 1 },
        ],
      },
      alone: {
        question: 'Do you go alone?',
        answers: [
          { value: 'yes', label: 'Yes', points: 0 },
          { value: 'no', label: 'No', points: 1 },
        ],
      },
    },
  });

  it('waits for its button, takes no more than it says, and is sent as a list', async () => {
    const { recorder, container } = mount({ id: 'gear', quiz: gear });
    await pause();
    await expect.element(page.getByText('Choose up to 2 answers.')).toBeVisible();
    await button('Next').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Please choose an answer.');
    await box('Lamp').click({ force: true });
    expect(page.getByRole('alert').query()).toBeNull();
    await expect.element(heading('What do you pack?')).toBeVisible();
    await box('Rope').click({ force: true });
    await expect.element(box('Tea')).toBeDisabled();
    expect(await findings(container)).toEqual([]);
    await box('Lamp').click({ force: true });
    await expect.element(box('Tea')).toBeEnabled();
    await userEvent.keyboard(' ');
    await expect.element(box('Lamp')).toBeChecked();
    await button('Next').click();
    await expect.element(heading('Do you go alone?')).toHaveFocus();
    await pause();
    await button('Back').click();
    await expect.element(box('Rope')).toBeChecked();
    await expect.element(box('Lamp')).toBeChecked();
    await button('Next').click();
    await pick('No');
    await pause();
    await button('See my result').click();
    await expect.element(heading('Ready')).toHaveFocus();
    await expect.element(page.getByText('Rope, Lamp')).toBeVisible();
    expect(recorder.commitments.map(({ data }) => data)).toEqual([
      { outcome: 'high', score: 4, answers: { pack: 'rope,lamp' } },
    ]);
    expect(recorder.phases().filter((line) => line === quiz('progressed'))).toHaveLength(2);
  });

  it('is remembered with all of its answers', async () => {
    const { ui, unmount } = mount({ id: 'gear', quiz: gear });
    await pause();
    await box('Rope').click({ force: true });
    await box('Lamp').click({ force: true });
    await button('Next').click();
    await pick('Yes');
    await pause();
    await button('See my result').click();
    await expect.element(heading('Ready')).toHaveFocus();
    unmount();
    render(ui());
    await expect.element(heading('Ready')).toBeVisible();
    await expect.element(page.getByText('Rope, Lamp')).toBeVisible();
  });
});

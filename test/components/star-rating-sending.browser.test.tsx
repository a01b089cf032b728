import { act, render } from '@testing-library/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { StarRating } from 'smallyes/star-rating';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectConsole } from '../support/console.ts';
import { data, mount, press, rate, star, status, wait } from './star-rating.support.tsx';

/** The forms that the browser would carry to their address from now on; the page stays. */
function catchPosts() {
  const posts: Record<string, unknown>[] = [];
  const stay = (event: SubmitEvent) => {
    expect(event.defaultPrevented).toBe(false);
    event.preventDefault();
    posts.push(Object.fromEntries(new FormData(event.target as HTMLFormElement)));
  };
  window.addEventListener('submit', stay);
  onTestFinished(() => window.removeEventListener('submit', stay));
  return posts;
}

describe('sending', () => {
  it('sends the comment to onSubmit and to no event', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({ comment: true, onSubmit });
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
    await press(2);
    await userEvent.fill(page.getByRole('textbox', { name: 'Comment (optional)' }), 'Too long by half.');
    expectEvents(recorder, [rate('seen'), rate('started')]);
    await userEvent.click(page.getByRole('button', { name: 'Send rating' }));
    expect(onSubmit.mock.calls[0]![0]).toEqual({ value: 2, comment: 'Too long by half.' });
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(2, { commented: true })],
    ]);
    expect(JSON.stringify(recorder.events)).not.toContain('half');
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
    await expect.element(star('2 stars')).toHaveFocus();
  });

  it('lets the browser ask for a rating before it sends', async () => {
    const { recorder, container } = mount({ commitOn: 'submit' });
    await userEvent.click(page.getByRole('button', { name: 'Send rating' }));
    expect(container.querySelector<HTMLInputElement>('[type=radio]')!.validity.valueMissing).toBe(true);
    await press(3);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Enter}');
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(3)]]);
  });

  it('shows the rating at once, and records it when the server has it', async () => {
    let answer: (value: undefined) => void = () => {};
    const { recorder } = mount({ onSubmit: () => new Promise((resolve) => (answer = resolve)) });
    await press(4);
    await expect.element(star('4 stars')).toBeChecked();
    await expect.element(status()).toHaveTextContent('Saving your rating …');
    expectEvents(recorder, [rate('seen'), rate('started')]);
    await press(1);
    await expect.element(star('4 stars')).toBeChecked();
    await act(async () => answer(undefined));
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(4)]]);
    await expect.element(status()).toHaveTextContent('You rated 4 of 5. Thank you!');
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('offline'))],
    [
      'throws',
      () => {
        throw new Error('offline');
      },
    ],
    ['refuses', () => ({ status: 'failed' as const })],
    ['lies', () => ({ status: 'certainly' }) as never],
  ])('keeps the choice and offers a retry when onSubmit %s', async (how, fail) => {
    if (how !== 'refuses') expectConsole('warn', 'SY-401');
    const keys: string[] = [];
    let isBroken = true;
    const { recorder } = mount({
      onSubmit(_answer, { idempotencyKey }) {
        keys.push(idempotencyKey);
        return isBroken ? fail() : undefined;
      },
    });
    await press(4);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Your rating was not saved.');
    await expect.element(star('4 stars')).toBeChecked();
    isBroken = false;
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(status()).toHaveTextContent('You rated 4 of 5. Thank you!');
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('failed'), data(4)],
      [rate('committed'), data(4)],
    ]);
    expect(new Set(keys).size).toBe(1);
  });

  it('lets the old commitment stand when a change fails', async () => {
    const { recorder } = mount({ onSubmit: ({ value }) => (value === 1 ? { status: 'failed' } : undefined) });
    await press(4);
    await press(1);
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(4)],
      [rate('failed'), data(1)],
    ]);
  });

  it('tells the server when a rating is taken back, and shows when that fails', async () => {
    const answers: unknown[] = [];
    let isBroken = true;
    const { recorder } = mount({
      onSubmit({ value }) {
        answers.push(value);
        return value === null && isBroken ? { status: 'failed' } : undefined;
      },
    });
    await press(3);
    await userEvent.click(page.getByRole('button', { name: 'Clear rating' }));
    await expect.element(page.getByRole('alert')).toBeVisible();
    isBroken = false;
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(status()).toHaveTextContent('Rating cleared.');
    expect(answers).toEqual([3, null, null]);
    expect(recorder.phases().slice(2)).toEqual(['committed', 'failed', 'withdrawn'].map(rate));
  });

  it('keeps the focus in the group while the server takes a rating back', async () => {
    mount({ onSubmit: ({ value }) => (value === null ? new Promise(() => {}) : undefined) });
    await press(3);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveTextContent('Saving your rating …');
    await wait(100);
    await expect.element(star('3 stars')).toHaveFocus();
  });

  it('keeps the focus in the group while the server takes a rating that the button sent', async () => {
    mount({ onSubmit: () => new Promise(() => {}) });
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await userEvent.click(page.getByRole('button', { name: 'Send rating' }));
    await expect.element(status()).toHaveTextContent('Saving your rating …');
    await expect.element(star('3 stars')).toHaveFocus();
  });

  it('sends a pick that the page renders before it has heard all of it', async () => {
    const recorder = createRecorder();
    function Owner() {
      const [value, setValue] = useState<number | null>(null);
      return (
        <StarRating
          id="article-42"
          label="Was this useful?"
          value={value}
          onValueChange={(next) => flushSync(() => setValue(next))}
        />
      );
    }
    render(<Owner />, { wrapper: recorder.Provider });
    await press(4);
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(4)]]);
  });

  it('records no second commitment for a rating that the server knows', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already' }) });
    await press(4);
    await expect.element(status()).toHaveTextContent('You have already rated this.');
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await wait(1200);
    expectEvents(recorder, [rate('seen'), rate('started')]);
  });

  it('keeps what was typed while the rating is cleared and picked anew', async () => {
    mount({ comment: true });
    await press(2);
    await userEvent.fill(page.getByRole('textbox'), 'Too long by half.');
    await userEvent.click(page.getByRole('button', { name: 'Clear rating' }));
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
    await press(3);
    await expect.element(page.getByRole('textbox')).toHaveValue('Too long by half.');
  });

  it('shows what the server objects to under any name', async () => {
    mount({ onSubmit: () => ({ status: 'invalid', errors: { session: 'Please sign in first.' } }) });
    await press(2);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Please sign in first.');
  });

  it('shows what the server objects to, beside what was typed', async () => {
    mount({
      comment: { required: true, maxLength: 200 },
      onSubmit: () => ({ status: 'invalid', errors: { comment: 'Please leave out phone numbers.' } }),
    });
    await press(2);
    const words = page.getByRole('textbox', { name: 'Comment', exact: true });
    await userEvent.fill(words, '030 1234567');
    await userEvent.click(page.getByRole('button', { name: 'Send rating' }));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Please leave out phone numbers.');
    await expect.element(words).toHaveValue('030 1234567');
    await expect.element(words).toHaveAttribute('aria-invalid', 'true');
    await expect.element(words).toHaveAttribute('maxlength', '200');
  });

  it('hands the form to an action when there is no onSubmit', async () => {
    const action = vi.fn(async (_form: FormData) => {});
    const { recorder } = mount({ action });
    await press(5);
    await recorder.waitFor(rate('committed'));
    expect(Object.fromEntries(action.mock.calls[0]![0])).toEqual({ 'sy-ask': 'article-42', rating: '5' });
  });

  it('lets the browser post to an address, and records the yes before it goes', async () => {
    const { recorder, container } = mount({ action: '/ratings' });
    const posts = catchPosts();
    expect(container.querySelector('form')!.method).toBe('post');
    await press(5);
    expect(posts).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Send rating' }));
    expect(posts).toEqual([{ 'sy-ask': 'article-42', rating: '5' }]);
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(5)]]);
  });

  it('takes nothing back that only an address could hear of: what it has stands until the next post', async () => {
    const { recorder } = mount({ action: '/ratings' });
    const posts = catchPosts();
    const rateIt = async (nth: number) => {
      await press(nth);
      await userEvent.click(page.getByRole('button', { name: 'Send rating' }));
    };
    await rateIt(5);
    await userEvent.click(page.getByRole('button', { name: 'Clear rating' }));
    await expect.element(page.getByRole('radio', { checked: true })).not.toBeInTheDocument();
    await expect.element(status()).toHaveTextContent('');
    expect(recorder.phases().at(-1)).toBe(rate('committed'));
    await rateIt(3);
    expect(posts.map((post) => post['rating'])).toEqual(['5', '3']);
    expectEvents(recorder, [
      rate('seen'),
      rate('started'),
      [rate('committed'), data(5)],
      [rate('withdrawn'), data(5)],
      [rate('committed'), data(3)],
    ]);
  });

  it('lets the browser post what Enter picks, when picking is enough', async () => {
    const { recorder } = mount({ action: '/ratings', commitOn: 'pick' });
    const posts = catchPosts();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(posts).toEqual([{ 'sy-ask': 'article-42', rating: '1' }]);
    expectEvents(recorder, [rate('seen'), rate('started'), [rate('committed'), data(1)]]);
  });

  it('leaves out an address that could run code, and says so', () => {
    expectConsole('warn', 'SY-110');
    const { container } = mount({ action: 'java\nscript:alert(1)' });
    expect(container.querySelector('form')!.hasAttribute('action')).toBe(false);
  });

  it('offers the next ask after the yes, which may be a form and does not speak for this one', async () => {
    const inner = vi.fn();
    const { recorder } = mount({
      next: ({ data: { value } }) => (
        <StarRating id="next" label={`And the author, after ${value}?`} onEvent={inner} />
      ),
    });
    await press(2);
    await userEvent.click(document.querySelectorAll<HTMLElement>('.sy-next .sy-star-rating-item')[4]!);
    expect(recorder.phases('article-42')).toEqual(['seen', 'started', 'committed'].map(rate));
    expect(recorder.phases('next')).toEqual(['seen', 'started', 'committed'].map(rate));
    await expect.element(star('2 stars').first()).toBeChecked();
  });
});

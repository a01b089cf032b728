import '../../src/styles/base.css';
import '../../src/components/poll/poll.css';
import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import type { Tracker } from 'smallyes/events';
import { Poll, type PollElement } from 'smallyes/poll';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answered } from '../../src/components/poll/poll-answered-later.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

const options = ['Traffic', 'Trust', 'Price'] as const;
const votes = { Traffic: 100, Trust: 200, Price: 100 };
const vote = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;

const radio = (name: string) => page.getByRole('radio', { name });
const button = (name: string) => page.getByRole('button', { name });
const root = () => document.querySelector<PollElement>('.sy-poll')!;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let count = 0;
let id: string;

beforeAll(() => answered.load());

beforeEach(() => {
  id = `hostile-${count++}`;
  forgetMessages();
  localStorage.clear();
});

function mount(props: object = {}, isStrict = false) {
  const recorder = createRecorder({ keepMemory: true });
  const tree = (more: object = {}) => {
    const all = (
      <recorder.Provider>
        <Poll id={id} question="What holds you back?" options={options} {...props} {...more} />
      </recorder.Provider>
    );
    return isStrict ? <StrictMode>{all}</StrictMode> : all;
  };
  return { recorder, tree, ...render(tree()) };
}

describe('a double click', () => {
  it('on an option votes, and does not guess in the round that stands there by then', async () => {
    const { recorder } = mount({ predict: true, results: votes });
    await userEvent.dblClick(radio('Trust'));
    await wait(50);
    expectEvents(recorder, vote);
    await expect.element(page.getByText('What will most others say?')).toBeVisible();
    await wait(600);
    await userEvent.click(radio('Price'));
    expect(recorder.phases().at(-1)).toBe('poll.predict committed');
  });

  it('on the skip skips, and does not bring the question back', async () => {
    const { recorder } = mount({ skippable: true });
    await userEvent.dblClick(button('Skip'));
    await expect.element(button('Answer after all')).toBeVisible();
    await wait(600);
    await userEvent.dblClick(button('Answer after all'));
    await expect.element(radio('Trust')).toBeVisible();
    expect(recorder.phases()).toEqual(['poll.vote seen', 'poll.vote dismissed']);
  });

  it('on the change opens the options, and does not skip them', async () => {
    mount({ skippable: true, votedFor: 'Trust' });
    await userEvent.dblClick(button('Change'));
    await wait(50);
    await expect.element(radio('Trust')).toBeVisible();
  });

  it('on the button that votes does not open the options again', async () => {
    const { recorder } = mount({ commitOn: 'submit' });
    await userEvent.click(radio('Trust'));
    await userEvent.dblClick(button('Vote'));
    await wait(50);
    await expect.element(button('Change')).toBeVisible();
    expectEvents(recorder, vote);
  });
});

describe('a change of mind', () => {
  it('about the guess is told like one about the vote', async () => {
    const { recorder } = mount({ predict: true, results: votes });
    await userEvent.click(radio('Price'));
    await userEvent.click(radio('Trust'));
    await userEvent.click(button('Change'));
    await userEvent.click(radio('Traffic'));
    await userEvent.click(radio('Price'));
    await expect.element(page.getByText('Not what most others say.')).toBeVisible();
    expectEvents(recorder, [
      ...vote,
      ['poll.predict committed', { choice: 'Trust', correct: true }],
      ['poll.vote withdrawn', { choice: 'Price' }],
      ['poll.vote committed', { choice: 'Traffic' }],
      ['poll.predict withdrawn', { choice: 'Trust', correct: true }],
      ['poll.predict committed', { choice: 'Price', correct: false }],
    ]);
  });

  it('that ends in a skip goes back to the vote, which stands', async () => {
    const { recorder } = mount({ skippable: true });
    await userEvent.click(radio('Trust'));
    await userEvent.click(button('Change'));
    await userEvent.click(button('Skip'));
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting.');
    await expect.element(page.getByText('Trust, your choice')).toBeInTheDocument();
    expectEvents(recorder, vote);
  });

  it('between options whose names hold commas is a change', async () => {
    const { recorder } = mount({ multiple: true, options: ['red', 'blue', 'red,blue'] });
    await userEvent.click(page.getByRole('checkbox', { name: 'red,blue' }));
    await userEvent.click(button('Vote'));
    await userEvent.click(button('Change'));
    await userEvent.click(page.getByRole('checkbox', { name: 'red', exact: true }));
    await userEvent.click(page.getByRole('checkbox', { name: 'blue', exact: true }));
    await userEvent.click(page.getByRole('checkbox', { name: 'red,blue' }));
    await userEvent.click(button('Vote'));
    expect(recorder.commitments.map(({ data }) => data)).toEqual([
      { choices: ['red,blue'] },
      { choices: ['red', 'blue'] },
    ]);
  });
});

describe('one poll in two places', () => {
  it('is answered in both once it is answered in one', async () => {
    const recorder = createRecorder({ keepMemory: true });
    render(
      <recorder.Provider>
        <Poll id={id} placement="top" question="Top" options={options} />
        <Poll id={id} placement="end" question="End" options={options} />
      </recorder.Provider>,
    );
    await userEvent.click(radio('Trust').first());
    await expect.poll(() => page.getByRole('radio').elements().length).toBe(0);
    expect(recorder.commitments).toHaveLength(1);
  });

  it('and two tabs is answered in the other tab as well', async () => {
    const { recorder } = mount();
    await recorder.waitFor('poll.vote seen');
    localStorage.setItem(`smallyes:poll:${id}`, 'Price');
    await wait(100);
    await expect.element(radio('Trust')).toBeVisible();
    window.dispatchEvent(new StorageEvent('storage', { key: `smallyes:poll:${id}` }));
    await expect.element(page.getByText('Price, your choice')).toBeInTheDocument();
    expectEvents(recorder, vote.slice(0, 1));
  });
});

describe('a vote on its way', () => {
  it('counts under the id it was given under, though another poll stands there by then', async () => {
    let settle: () => void = () => {};
    const { recorder, tree, rerender } = mount(
      {
        onSubmit: () => new Promise<void>((resolve) => (settle = resolve)),
      },
      true,
    );
    await userEvent.click(radio('Trust'));
    rerender(tree({ id: `${id}-b`, onSubmit: undefined }));
    await act(async () => settle());
    await expect.element(radio('Trust')).not.toBeChecked();
    expect(recorder.commitments.map(({ ask, data }) => [ask.id, data])).toEqual([[id, { choice: 'Trust' }]]);
    expect(localStorage.getItem(`smallyes:poll:${id}`)).toBe('Trust');
    expect(localStorage.getItem(`smallyes:poll:${id}-b`)).toBeNull();
  });

  it('that the server knows already is remembered, and not added to its figures', async () => {
    mount({ results: votes, onSubmit: async () => ({ status: 'already' }) });
    await userEvent.click(radio('Trust'));
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting. 400 votes');
    expect(localStorage.getItem(`smallyes:poll:${id}`)).toBe('Trust');
  });

  it('outlives the going of its option', async () => {
    const { recorder, tree, rerender } = mount({ results: votes });
    await userEvent.click(radio('Trust'));
    expectConsole('warn', 'SY-203');
    rerender(tree({ options: ['Traffic', 'Price'] }));
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting.');
    expect(root().textContent).not.toMatch(/percent|%/);
    expectEvents(recorder, vote);
  });

  it('stays with its option when the options come in another order', async () => {
    const { tree, rerender } = mount({ options: ['a', 'b'], results: { a: 30, b: 30 } });
    await userEvent.click(radio('a'));
    await expect.element(page.getByText('a: 51 percent, 31 votes, your choice')).toBeInTheDocument();
    rerender(tree({ options: ['b', 'a'] }));
    await expect.element(page.getByText(/^a: .* 31 votes, your choice/)).toBeInTheDocument();
  });
});

describe('options', () => {
  it('with nothing to read are left out, and said', async () => {
    expectConsole('warn', 'SY-201');
    mount({ options: ['a', '   ', { value: 'b', label: ' ' }] });
    expect(
      page
        .getByRole('radio')
        .elements()
        .map((one) => one.closest('label')!.textContent),
    ).toEqual(['a', 'b']);
  });

  it('of all kinds of lengths and writings fit', async () => {
    // Of a list of 200, the order shown is more than an event may carry.
    expectConsole('warn', 'SY-104');
    await page.viewport(320, 640);
    for (const props of [
      { options: ['x'.repeat(400), 'שלום (50%)', 'w '.repeat(200)] },
      { options: Array.from({ length: 200 }, (_, index) => `Option ${index}`), shuffle: true },
      { options: ['\u202eabc', 'b'] },
    ]) {
      const { recorder, unmount } = mount({ ...props, remember: false });
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await userEvent.click(page.getByRole('radio').first());
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await expect.poll(() => recorder.commitments.length).toBe(1);
      unmount();
    }
    await page.viewport(800, 900);
  });
});

describe('for styles, tools and screen readers', () => {
  it('says where it stands in its attributes', async () => {
    let settle: () => void = () => {};
    mount({ skippable: true, onSubmit: () => new Promise<void>((resolve) => (settle = resolve)) });
    const state = () => ({ ...root().dataset });
    expect(state()).toEqual({ syAsk: 'poll', stage: 'question' });
    await userEvent.click(button('Skip'));
    await expect.poll(state).toEqual({ syAsk: 'poll', stage: 'skipped' });
    await userEvent.click(button('Answer after all'));
    await userEvent.click(radio('Trust'));
    await expect.poll(state).toEqual({ syAsk: 'poll', stage: 'result', pending: 'true' });
    settle();
    await expect.poll(state).toEqual({ syAsk: 'poll', stage: 'result' });
  });

  it('tells a render function of the same', async () => {
    const seen: unknown[] = [];
    const Root = (props: object, state: object) => {
      seen.push({ ...state });
      return <section {...props} />;
    };
    mount({ render: Root, predict: true });
    await userEvent.click(radio('Trust'));
    expect(root().tagName).toBe('SECTION');
    expect(seen[0]).toEqual({ stage: 'question', isPending: false });
    expect(seen.at(-1)).toEqual({ stage: 'predict', isPending: false });
  });

  it('lets the browser ask for an answer before it sends none', async () => {
    const { recorder } = mount({ commitOn: 'submit' });
    await userEvent.click(button('Vote'));
    expect((radio('Traffic').element() as HTMLInputElement).validity.valueMissing).toBe(true);
    await expect.element(radio('Traffic')).toHaveFocus();
    expect(recorder.phases()).not.toContain('poll.vote committed');
  });
});

describe('Enter that is held down', () => {
  it('sends once, although the server refuses', async () => {
    const onSubmit = vi.fn(() => ({ status: 'failed' }));
    mount({ onSubmit });
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    const input = radio('Trust').element();
    const press = (repeat: boolean) =>
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true }),
      );
    press(false);
    for (let held = 0; held < 3; held++) press(true);
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(onSubmit).toHaveBeenCalledOnce();
  });
});

describe('what was looked at by arrow keys', () => {
  it('is no vote when the visitor leaves, waits, or goes to another ask', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.tab();
    await userEvent.tab();
    (document.activeElement as HTMLElement | null)?.blur();
    await wait(1_200);
    expectEvents(recorder, vote.slice(0, 2));
    await expect.element(button('Vote')).toBeVisible();
  });
});

describe('a post that the browser carries', () => {
  it('goes after the trackers had the vote', async () => {
    const order: string[] = [];
    const stop = (event: Event) => {
      order.push('post');
      event.preventDefault();
    };
    window.addEventListener('submit', stop);
    const recorder = createRecorder();
    const tracker: Tracker = { name: 'own', track: ({ phase }) => void order.push(phase) };
    render(
      <recorder.Provider trackers={[tracker]}>
        <Poll id={id} question="?" options={options} action="/vote" commitOn="pick" />
      </recorder.Provider>,
    );
    document.querySelector<HTMLInputElement>('input[value=Trust]')!.click();
    window.removeEventListener('submit', stop);
    expect(order).toEqual(['seen', 'started', 'committed', 'post']);
  });
});

describe('a scale', () => {
  it.each([
    ['nps', 6],
    [10, 5],
  ] as const)('of %s stands in one row or breaks in its middle, at any width', async (scale, half) => {
    for (const width of [280, 304, 320, 360, 420, 480, 540, 580, 620, 900]) {
      await page.viewport(width, 900);
      const { unmount } = mount({ options: undefined, scale, remember: false });
      const tops = [...document.querySelectorAll('.sy-poll-cell')].map(
        (cell) => cell.getBoundingClientRect().top,
      );
      const first = tops.filter((top) => top === tops[0]).length;
      expect([tops.length, half], `at ${width} px`).toContain(first);
      unmount();
    }
    await page.viewport(800, 900);
  });
});

describe('what the page asks for', () => {
  it('is in the rows: a description, an option that cannot be picked, words at the ends of a scale', async () => {
    const { recorder, unmount } = mount({
      options: ['a', { value: 'b', description: 'Two days' }, { value: 'c', disabled: true }],
    });
    await expect.element(page.getByText('Two days')).toBeVisible();
    await expect.element(radio('c')).toBeDisabled();
    await userEvent.click(page.getByText('c', { exact: true }), { force: true });
    expect(recorder.commitments).toEqual([]);
    unmount();
    mount({ options: undefined, scale: 5, endLabels: ['Never', 'Daily'] });
    await expect.element(page.getByRole('group')).toHaveAccessibleDescription(/^1:\s+Never\s*5:\s+Daily$/);
  });

  it.each([
    [true, 200],
    [{ maxLength: 30 }, 30],
  ])('bounds the free answer: %j to %i characters', async (other, most) => {
    const onSubmit = vi.fn();
    mount({ other, onSubmit });
    await userEvent.click(radio('Something else'));
    await userEvent.fill(page.getByRole('textbox'), 'x'.repeat(most));
    await userEvent.type(page.getByRole('textbox'), 'yz');
    await userEvent.click(button('Vote'));
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({ choice: 'other', otherText: 'x'.repeat(most) });
  });

  it.each([
    [19, false],
    [20, true],
  ])('shows figures from 20 votes: of %i %s', async (count, isShown) => {
    mount({ results: { Trust: count }, votedFor: 'Trust' });
    await expect.element(button('Change')).toBeVisible();
    expect(root().textContent?.includes('percent')).toBe(isShown);
  });
});

describe('a source', () => {
  it.each([
    [{ Trust: -1, Price: 50 }],
    [{ Trust: Number.NaN }],
    [{ Trust: 1e300 }],
    [{ Trust: '40' }],
    [{ Trust: 40, Weather: 1 }],
  ])('that says %j is not believed', async (results) => {
    expectConsole('warn', 'SY-203');
    mount({ results });
    await userEvent.click(radio('Trust'));
    await expect.poll(() => page.getByRole('status').element().textContent).toBe('Thanks for voting.');
    expect(root().textContent).not.toMatch(/percent|%|NaN/);
  });

  it('that answers late, for a vote that was changed, is not heard', async () => {
    const answers: ((counts: object) => void)[] = [];
    mount({ results: () => new Promise((resolve) => answers.push(resolve as never)) }, false);
    await userEvent.click(radio('Trust'));
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await userEvent.click(button('Change'));
    await userEvent.click(radio('Price'));
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]!({ Price: 41 });
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting. 41 votes');
    answers[0]!({ Trust: 99 });
    await wait(50);
    await expect.element(page.getByRole('status')).toHaveTextContent('Thanks for voting. 41 votes');
  });
});

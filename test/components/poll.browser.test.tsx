import '../../src/styles/base.css';
import '../../src/components/poll/poll.css';
import { virtual } from '@guidepup/virtual-screen-reader';
import { render } from '@testing-library/react';
import { Profiler, type ReactElement, StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import {
  Poll,
  PollActions,
  type PollElement,
  PollOptions,
  type PollProps,
  PollQuestion,
  PollResults,
  PollSubmit,
} from 'smallyes/poll';
import { type CommitmentProviderProps, usePageView, useSegments } from 'smallyes/provider';
import { createRecorder, expectEvents, type Recorder } from 'smallyes/testing';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answered } from '../../src/components/poll/poll-answered-later.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';

const options = ['Traffic', 'Trust', 'Price'] as const;
const votes = { Traffic: 100, Trust: 200, Price: 100 };
const vote = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;

const radio = (name: string) => page.getByRole('radio', { name });
const button = (name: string) => page.getByRole('button', { name });
const status = () => page.getByRole('status');
const root = () => document.querySelector<PollElement>('.sy-poll')!;

let count = 0;
let id: string;

// The network is fast here; for a slow one, see poll-later.browser.test.tsx.
beforeAll(() => answered.load());

beforeEach(() => {
  id = `poll-${count++}`;
  forgetMessages();
  localStorage.clear();
  document.documentElement.dir = 'ltr';
});

type Props = Partial<PollProps<(typeof options)[number]>>;

function mount(props: Props | object = {}, settings: CommitmentProviderProps = {}) {
  const recorder = createRecorder({ keepMemory: true });
  const tree = (more: object = {}) => (
    <recorder.Provider {...settings}>
      <Poll id={id} question="What holds you back?" options={options} {...props} {...more} />
    </recorder.Provider>
  );
  return { recorder, tree, ...render(tree()) };
}

describeConformance('Poll', {
  component: 'poll',
  render: (props) => (
    <Poll id="hurdle" question="What holds you back?" options={options} remember={false} {...props} />
  ),
  commit: () => userEvent.click(radio('Trust')),
  events: vote,
  vetoes: ['onClick', 'onChange'],
});

describeConformance('Poll with a button', {
  component: 'poll',
  render: (props) => (
    <Poll
      id="hurdle-button"
      question="What holds you back?"
      options={options}
      commitOn="submit"
      remember={false}
      {...props}
    />
  ),
  commit: async () => {
    await userEvent.click(radio('Trust'));
    await userEvent.click(button('Vote'));
  },
  events: vote,
  vetoes: ['onClick', 'onChange'],
});

describe('a vote by keyboard', () => {
  it('is cast by Enter, never by an arrow key', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(radio('Price')).toBeChecked();
    expectEvents(recorder, vote.slice(0, 2));
    await userEvent.keyboard('{Enter}');
    expectEvents(recorder, [...vote.slice(0, 2), ['poll.vote committed', { choice: 'Price' }]]);
  });

  it('is cast by Space on what an arrow key selected', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard(' ');
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ choice: 'Trust' }]);
  });

  it('is cast by the button that shows once a selection waits, in a row that was free before', async () => {
    const { recorder } = mount();
    const before = boxes();
    expect(getComputedStyle(document.querySelector('.sy-poll-submit')!).visibility).toBe('hidden');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Vote')).toBeVisible();
    expect(boxes()).toEqual(before);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expectEvents(recorder, vote);
  });

  it('moves the focus to the question only when it was in the poll', async () => {
    mount();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveTextContent('Thanks for voting.');
    expect(document.activeElement).toBe(document.querySelector('legend'));
    await userEvent.tab();
    await expect.element(button('Change')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(document.querySelector('legend'));
    await userEvent.tab();
    await expect.element(radio('Traffic')).toHaveFocus();
  });
});

describe('a vote', () => {
  it('from outside moves no focus', async () => {
    mount();
    document.querySelector<HTMLInputElement>('input[value=Trust]')!.click();
    await expect.element(button('Change')).toBeVisible();
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    ['a double click', () => userEvent.dblClick(radio('Trust'))],
    [
      'a click and Enter',
      async () => {
        await userEvent.click(radio('Trust'));
        await userEvent.keyboard('{Enter}');
      },
    ],
  ])('counts once for %s, also under StrictMode', async (_name, act) => {
    const recorder = createRecorder();
    render(
      <StrictMode>
        <recorder.Provider>
          <Poll id={id} question="?" options={options} />
        </recorder.Provider>
      </StrictMode>,
    );
    await act();
    expectEvents(recorder, vote);
  });

  it('takes one React commit, as does each guess, change and skip', async () => {
    let commits = 0;
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Profiler id="poll" onRender={() => commits++}>
          <Poll id={id} question="?" options={options} results={votes} predict skippable />
        </Profiler>
      </recorder.Provider>,
    );
    const commitsOf = async (act: () => Promise<unknown>) => {
      commits = 0;
      await act();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return commits;
    };
    await recorder.waitFor('poll.vote seen');
    expect(await commitsOf(() => userEvent.click(button('Skip')))).toBe(1);
    expect(await commitsOf(() => userEvent.click(button('Answer after all')))).toBe(1);
    expect(await commitsOf(() => userEvent.click(radio('Price')))).toBe(1);
    expect(await commitsOf(() => userEvent.click(radio('Trust')))).toBe(1);
    expect(await commitsOf(() => userEvent.click(button('Change')))).toBe(1);
    (document.activeElement as HTMLElement).blur();
    radio('Price').element().focus();
    expect(await commitsOf(() => userEvent.keyboard('{ArrowUp}'))).toBe(1);
    expect(await commitsOf(() => userEvent.keyboard('{Enter}'))).toBe(1);
    expect(recorder.phases()).toEqual([
      'poll.vote seen',
      'poll.vote dismissed',
      'poll.vote started',
      'poll.vote committed',
      'poll.predict committed',
      'poll.vote withdrawn',
      'poll.vote committed',
    ]);
  });

  it('goes out within the click, before the next line runs', () => {
    const { recorder } = mount();
    document.querySelector<HTMLInputElement>('input[value=Trust]')!.click();
    expect(recorder.commitments).toHaveLength(1);
  });

  it('keeps every box where it was, with and without figures', async () => {
    await page.viewport(360, 700);
    const long = ['Delivery costs seen on the very last page', 'Trust', 'Prices that others beat'];
    const some = { [long[0]!]: 1_204_311, Trust: 20 };
    for (const props of [
      { options: long, results: some },
      { options: long, results: { Trust: 3 } },
      { options: long },
      { options: undefined, scale: 'nps', results: { 3: 40 } },
    ]) {
      const { unmount } = mount({ ...props, remember: false });
      const before = boxes();
      await userEvent.click(page.getByRole('radio').nth(1));
      await expect.element(button('Change')).toBeVisible();
      expect(boxes()).toEqual(before);
      unmount();
    }
    await page.viewport(800, 900);
  });

  it('survives a new mount without a second event', async () => {
    const { recorder, unmount, tree } = mount();
    await userEvent.click(radio('Trust'));
    unmount();
    const again = render(tree());
    await expect.element(button('Change')).toBeVisible();
    expect(page.getByText('Trust, your choice').elements()).toHaveLength(1);
    again.unmount();
    expectEvents(recorder, vote);
  });

  it('stays one vote over a route change', async () => {
    const recorder = createRecorder();
    const Route = ({ path }: { path: string }) => {
      usePageView(path);
      return null;
    };
    const tree = (path: string) => (
      <recorder.Provider>
        <Route path={path} />
        <Poll id={id} question="?" options={options} />
      </recorder.Provider>
    );
    const { rerender } = render(tree('/a'));
    await userEvent.click(radio('Trust'));
    rerender(tree('/b'));
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expectEvents(recorder, vote);
  });

  it('of another poll in the same place is another vote', async () => {
    const { recorder, tree, rerender } = mount();
    await userEvent.click(radio('Trust'));
    rerender(tree({ id: `${id}-other` }));
    await userEvent.click(radio('Price'));
    expect(recorder.commitments.map(({ ask, data }) => [ask.id, data])).toEqual([
      [id, { choice: 'Trust' }],
      [`${id}-other`, { choice: 'Price' }],
    ]);
  });

  it('carries the order shown when that was shuffled', async () => {
    const { recorder } = mount({ shuffle: 'seed' });
    const shown = page
      .getByRole('radio')
      .elements()
      .map((input) => (input as HTMLInputElement).value);
    await userEvent.click(radio('Trust'));
    expect(recorder.commitments[0]?.data).toEqual({ choice: 'Trust', order: shown });
  });

  it('writes its segments before its event goes out, for the next ask to read', async () => {
    const Segments = () => <output>{useSegments().join(' ')}</output>;
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Segments />
        <Poll
          id={id}
          question="?"
          options={['Traffic', { value: 'Trust', segment: 'needs-trust' }]}
          segment={({ choice }) => `said-${choice}`}
        />
      </recorder.Provider>,
    );
    await userEvent.click(radio('Trust'));
    expect(recorder.commitments[0]?.visitor?.segments).toEqual(['needs-trust', 'said-Trust']);
    expect(document.querySelector('output')?.textContent).toBe('needs-trust said-Trust');
  });

  it('leaves what an earlier vote said when the visitor changes it', async () => {
    const Segments = () => <output>{useSegments().join(' ')}</output>;
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Segments />
        <Poll
          id={id}
          question="?"
          options={['Traffic', { value: 'Trust', segment: 'needs-trust' }]}
          segment={({ choice }) => (choice === 'Trust' ? 'said-Trust' : undefined)}
        />
      </recorder.Provider>,
    );
    await userEvent.click(radio('Trust'));
    await userEvent.click(button('Change'));
    await userEvent.click(radio('Traffic'));
    await expect.poll(() => document.querySelector('output')?.textContent).toBe('');
    expect(recorder.commitments.at(-1)?.visitor?.segments).toEqual([]);
  });

  it('counts although the developer’s segment function throws', async () => {
    const onError = vi.fn();
    const { recorder } = mount(
      {
        segment() {
          throw new Error('broken');
        },
      },
      { onError },
    );
    await userEvent.click(radio('Trust'));
    expectEvents(recorder, vote);
    expect(onError).toHaveBeenCalledOnce();
  });
});

describe('the selection', () => {
  it('can be owned by the page', async () => {
    const heard: unknown[] = [];
    function Page() {
      const [value, setValue] = useState<(typeof options)[number] | null>('Price');
      return (
        <Poll
          id={id}
          question="?"
          options={options}
          commitOn="submit"
          value={value}
          onValueChange={(next) => {
            heard.push(next);
            setValue(next);
          }}
        />
      );
    }
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Page />
      </recorder.Provider>,
    );
    await expect.element(radio('Price')).toBeChecked();
    await userEvent.click(radio('Trust'));
    await expect.element(radio('Trust')).toBeChecked();
    expect(heard).toEqual(['Trust']);
  });

  it('does not move when the page holds it', async () => {
    mount({ value: 'Price', commitOn: 'submit' });
    await userEvent.click(radio('Trust'));
    await expect.element(radio('Price')).toBeChecked();
  });

  it('begins with the default', async () => {
    const { recorder } = mount({ defaultValue: 'Trust' });
    await expect.element(radio('Trust')).toBeChecked();
    await userEvent.click(button('Vote'));
    expect(recorder.commitments[0]?.data).toEqual({ choice: 'Trust' });
  });

  it('of several holds to its limits, in words', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Poll id={id} question="?" multiple min={2} max={2} options={['a', 'b', 'c']} />
      </recorder.Provider>,
    );
    await userEvent.click(page.getByRole('checkbox', { name: 'c' }));
    await userEvent.click(button('Vote'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Pick 2 to 2.');
    await userEvent.click(page.getByRole('checkbox', { name: 'a' }));
    await userEvent.click(button('Vote'));
    expectEvents(recorder, [...vote.slice(0, 2), ['poll.vote committed', { choices: ['a', 'c'] }]]);
  });

  it('of several says what is missing, and which pick is too many', async () => {
    mount({ multiple: true, max: 2 });
    await userEvent.click(button('Vote'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Pick at least 1.');
    for (const name of options) await userEvent.click(page.getByRole('checkbox', { name }));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Pick up to 2.');
  });

  it.each([
    [{ min: 3, max: 2 }],
    [{ max: 0 }],
    [{ max: -1 }],
    [{ min: Number.NaN }],
    [{ max: Number.NaN }],
    [{ min: 9 }],
  ])('of several takes any number when %j leaves no answer, and says so', async (limits) => {
    expectConsole('warn', 'SY-204');
    const { recorder } = mount({ multiple: true, ...limits });
    await expect.element(page.getByText('Pick at least 1.')).toBeVisible();
    for (const name of options) await userEvent.click(page.getByRole('checkbox', { name }));
    await userEvent.click(button('Vote'));
    expect(recorder.commitments[0]?.data).toEqual({ choices: [...options] });
  });
});

describe('the free answer', () => {
  it('waits for its text, which reaches onSubmit and no event', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({ other: true, shuffle: true, onSubmit });
    expect(page.getByRole('radio').elements().at(-1)).toBe(radio('Something else').element());
    await userEvent.click(radio('Something else'));
    expectEvents(recorder, vote.slice(0, 2));
    await userEvent.fill(page.getByRole('textbox'), 'anna@example.org');
    await userEvent.keyboard('{Enter}');
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({
      choice: 'other',
      order: expect.any(Array),
      otherText: 'anna@example.org',
    });
    expect(recorder.commitments[0]?.data).toMatchObject({ choice: 'other' });
    expect(JSON.stringify([recorder.events, { ...localStorage }])).not.toContain('anna');
  });

  it('keeps its text for a change of mind', async () => {
    mount({ other: true, results: { Traffic: 30 } });
    await userEvent.click(radio('Something else'));
    await userEvent.fill(page.getByRole('textbox'), 'Too few photos');
    await userEvent.click(button('Vote'));
    await userEvent.click(button('Change'));
    await expect.element(page.getByRole('textbox')).toHaveValue('Too few photos');
  });

  it('keeps its text when the vote fails', async () => {
    expectConsole('warn', 'SY-401');
    mount({ other: true, onSubmit: () => Promise.reject(new Error('503')) });
    await userEvent.click(radio('Something else'));
    await userEvent.fill(page.getByRole('textbox'), 'Too few photos');
    await userEvent.click(button('Vote'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(radio('Something else')).toBeChecked();
    await expect.element(page.getByRole('textbox')).toHaveValue('Too few photos');
  });
});

describe('onSubmit', () => {
  it('lets the screen run ahead, and the event wait', async () => {
    let settle: () => void = () => {};
    const { recorder } = mount({
      onSubmit: () => new Promise<void>((resolve) => (settle = resolve)),
      next: <a href="#next">Next</a>,
    });
    await userEvent.dblClick(radio('Trust'));
    await expect.element(status()).toHaveTextContent('Sending…');
    expect(document.querySelector('.sy-next')).toBeNull();
    expectEvents(recorder, vote.slice(0, 2));
    settle();
    await expect.element(page.getByRole('link', { name: 'Next' })).toBeVisible();
    expectEvents(recorder, vote);
  });

  it('that fails brings the question back, with the selection; a retry has the same key', async () => {
    const keys: string[] = [];
    const { recorder } = mount({
      onSubmit: async (_vote: unknown, context: { idempotencyKey: string }) => {
        keys.push(context.idempotencyKey);
        if (keys.length === 1) return { status: 'failed', message: 'The line is down.' };
        return undefined;
      },
    });
    await userEvent.click(radio('Trust'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('The line is down.');
    await expect.element(radio('Trust')).toBeChecked();
    await userEvent.click(button('Vote'));
    await expect.element(status()).toHaveTextContent('Thanks for voting.');
    expect(new Set(keys)).toHaveProperty('size', 1);
    expectEvents(recorder, [
      ...vote.slice(0, 2),
      ['poll.vote failed', { choice: 'Trust' }],
      'poll.vote committed',
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('x');
      },
    ],
    ['answers nonsense', () => 'fine'],
    ['says invalid', () => ({ status: 'invalid' })],
  ])('that %s is a failure, not a vote', async (name, onSubmit) => {
    // What onSubmit says itself is no news to the developer.
    if (name !== 'says invalid') expectConsole('warn', 'SY-401');
    const { recorder } = mount({ onSubmit });
    await userEvent.click(radio('Trust'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(recorder.commitments).toEqual([]);
    expect(localStorage.getItem(`smallyes:poll:${id}`)).toBeNull();
  });

  it.each(['failed', 'invalid'] as const)(
    'that says %s has its message shown at the place, and announced once',
    async (status) => {
      const heard: string[] = [];
      const { recorder } = mount({ onSubmit: async () => ({ status, message: 'The line is down.' }) });
      // Live regions speak of what changes in them, and only when they were there before.
      for (const region of root().querySelectorAll('[role=alert], [role=status]'))
        new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      await userEvent.click(radio('Trust'));
      await expect.element(page.getByRole('alert')).toHaveTextContent('The line is down.');
      expect(heard.filter((text) => text.includes('The line is down.'))).toHaveLength(1);
      expect(root().textContent?.split('The line is down.')).toHaveLength(2);
      expect(document.activeElement).toBe(document.querySelector('legend'));
      expect(recorder.phases().at(-1)).toBe('poll.vote failed');
      // It goes with the next pick.
      await userEvent.tab();
      await userEvent.keyboard('{ArrowDown}');
      await expect.element(page.getByRole('alert')).toBeEmptyDOMElement();
    },
  );

  it('that fails is no longer spoken of after a skip', async () => {
    mount({ skippable: true, onSubmit: async () => ({ status: 'failed' }) });
    await userEvent.click(radio('Trust'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Your vote did not arrive. Try again.');
    await userEvent.click(button('Skip'));
    await expect.element(page.getByRole('alert')).toBeEmptyDOMElement();
  });

  it('that hangs is a failure after half a minute', async () => {
    expectConsole('warn', 'SY-401');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { recorder } = mount({ onSubmit: () => new Promise<never>(() => {}) });
    document.querySelector<HTMLInputElement>('input[value=Trust]')!.click();
    await vi.advanceTimersByTimeAsync(30_100);
    vi.useRealTimers();
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(recorder.phases().at(-1)).toBe('poll.vote failed');
  });

  it('may be a server action, which gets the fields of the form', async () => {
    const action = vi.fn(async (_fields: FormData) => {});
    const { recorder } = mount({ action });
    await userEvent.click(radio('Trust'));
    await expect.element(status()).toHaveTextContent('Thanks for voting.');
    expect([...action.mock.calls[0]![0]]).toEqual([
      ['sy-ask', id],
      ['choice', 'Trust'],
    ]);
    expectEvents(recorder, vote);
  });

  it('that knows the vote already shows the answer without a new commitment', async () => {
    const { recorder } = mount({ onSubmit: async () => ({ status: 'already' }) });
    await userEvent.click(radio('Trust'));
    await expect.element(button('Change')).toBeVisible();
    // Nor is anything given up by who leaves now.
    window.dispatchEvent(new Event('pagehide'));
    expectEvents(recorder, vote.slice(0, 2));
  });
});

describe('results', () => {
  it('hold the visitor’s own vote at once, and not twice when the source has it', async () => {
    const { tree, rerender } = mount({ results: votes });
    await userEvent.click(radio('Trust'));
    await expect.element(status()).toHaveTextContent('Thanks for voting. 401 votes');
    rerender(tree({ results: { ...votes } }));
    await expect.element(status()).toHaveTextContent('Thanks for voting. 401 votes');
    rerender(tree({ results: { ...votes, Trust: 201 } }));
    await expect.element(status()).toHaveTextContent('Thanks for voting. 401 votes');
    rerender(tree({ results: { ...votes, Trust: 205 } }));
    await expect.element(status()).toHaveTextContent('Thanks for voting. 405 votes');
  });

  it('move a changed vote, and do not add it', async () => {
    mount({ results: votes });
    await userEvent.click(radio('Trust'));
    await userEvent.click(button('Change'));
    await userEvent.click(radio('Price'));
    await expect.element(status()).toHaveTextContent('Thanks for voting. 401 votes');
    await expect.element(page.getByText('Trust: 50 percent, 200 votes')).toBeInTheDocument();
    await expect.element(page.getByText('Price: 25 percent, 101 votes, your choice')).toBeInTheDocument();
  });

  it('move a vote that the source already counts', async () => {
    mount({ results: votes, votedFor: 'Trust' });
    await userEvent.click(button('Change'));
    await expect.element(radio('Trust')).toBeChecked();
    await userEvent.click(radio('Price'));
    await expect.element(page.getByText('Trust: 50 percent, 199 votes')).toBeInTheDocument();
    await expect.element(status()).toHaveTextContent('Thanks for voting. 400 votes');
  });

  it('are fetched after the vote was counted, and then hold it', async () => {
    const order: string[] = [];
    mount({
      onSubmit: async () => void order.push('vote'),
      results: async () => {
        order.push('results');
        return { ...votes, Trust: 201 };
      },
    });
    expect(order).toEqual([]);
    await userEvent.click(radio('Trust'));
    await expect.element(status()).toHaveTextContent('Thanks for voting. 401 votes');
    expect(order).toEqual(['vote', 'results']);
  });

  it('are never made of local votes', async () => {
    mount();
    await userEvent.click(radio('Trust'));
    await expect.element(status()).toHaveTextContent('Thanks for voting.');
    expect(root().textContent).not.toMatch(/percent|%|votes/);
  });

  it('wait for enough votes', async () => {
    mount({ results: { Trust: 18 } });
    await userEvent.click(radio('Trust'));
    await expect.element(status()).toHaveTextContent('Thanks for voting. Results show from 20 votes.');
    expect(root().textContent).not.toMatch(/percent|%/);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('503'))],
    [
      'throws',
      () => {
        throw new Error('503');
      },
    ],
    ['says nothing', async () => undefined],
    ['lies', async () => ({ Trust: 1e12 })],
    ['knows other options', { Weather: 100 }],
    ['is a list', [1, 2, 3]],
  ])('that come from a source that %s give way to thanks', async (_name, results) => {
    expectConsole('warn', 'SY-203');
    mount({ results });
    await userEvent.click(radio('Trust'));
    await expect.poll(() => status().element().textContent).toBe('Thanks for voting.');
    expect(root().textContent).not.toMatch(/percent|%/);
  });

  it('that do not come within ten seconds are not waited for', async () => {
    expectConsole('warn', 'SY-203');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    mount({ results: () => new Promise<never>(() => {}) });
    document.querySelector<HTMLInputElement>('input[value=Trust]')!.click();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(status().element().textContent).toBe('Thanks for voting. Counting…');
    await vi.advanceTimersByTimeAsync(1_100);
    vi.useRealTimers();
    await expect.poll(() => status().element().textContent).toBe('Thanks for voting.');
  });
});

describe('the guess', () => {
  it('is a second commitment, and knows whether it leads', async () => {
    const { recorder } = mount({ predict: true, results: votes });
    const before = boxes();
    await userEvent.click(radio('Price'));
    await expect.element(page.getByText('What will most others say?')).toBeVisible();
    expect(boxes()).toEqual(before);
    await userEvent.click(radio('Trust'));
    await expect.element(page.getByText('You guessed right.')).toBeVisible();
    expect(boxes()).toEqual(before);
    expect(page.getByText('Trust: 50 percent, 200 votes, your guess').elements()).toHaveLength(1);
    expectEvents(recorder, [...vote, ['poll.predict committed', { choice: 'Trust', correct: true }]]);
  });

  it('says nothing of right or wrong without figures, and can be skipped', async () => {
    const { recorder } = mount({ predict: true });
    await userEvent.click(radio('Price'));
    await userEvent.click(radio('Trust'));
    await expect.element(page.getByText('Your guess is noted.')).toBeVisible();
    expectEvents(recorder, [...vote, ['poll.predict committed', { choice: 'Trust' }]]);
  });

  it('can be left out by the visitor', async () => {
    const { recorder } = mount({ predict: true, results: votes });
    await userEvent.click(radio('Price'));
    await userEvent.click(button('Skip'));
    await expect.element(page.getByText('Price: 25 percent, 101 votes, your choice')).toBeInTheDocument();
    expectEvents(recorder, vote);
  });
});

describe('saying no, closing, thinking again', () => {
  it('skips with a dismissal and the next ask', async () => {
    const next = vi.fn(() => <a href="#smaller">A smaller ask</a>);
    const { recorder } = mount({ skippable: true, next });
    await userEvent.click(button('Skip'));
    await expect.element(page.getByRole('link')).toBeVisible();
    expect(next).toHaveBeenLastCalledWith({ phase: 'dismissed', data: {} });
    expectEvents(recorder, ['poll.vote seen', 'poll.vote dismissed']);
    await userEvent.click(button('Answer after all'));
    await userEvent.click(radio('Trust'));
    expect(recorder.commitments).toHaveLength(1);
  });

  it('withdraws the old vote when another one is committed, and nothing when it is the same', async () => {
    const { recorder } = mount();
    await userEvent.click(radio('Trust'));
    await userEvent.click(button('Change'));
    await userEvent.click(radio('Trust'));
    await expect.element(button('Change')).toBeVisible();
    expectEvents(recorder, vote);
    await userEvent.click(button('Change'));
    await userEvent.click(radio('Price'));
    expectEvents(recorder, [
      ...vote,
      ['poll.vote withdrawn', { choice: 'Trust' }],
      ['poll.vote committed', { choice: 'Price' }],
    ]);
  });

  it('takes no votes when closed or disabled, and no changes where that is not allowed', async () => {
    const closed = mount({ closed: true });
    await expect.element(status()).toHaveTextContent('This poll is closed.');
    expect(page.getByRole('radio').elements()).toEqual([]);
    closed.unmount();
    const disabled = mount({ disabled: true });
    await expect.element(radio('Trust')).toBeDisabled();
    disabled.unmount();
    mount({ allowChange: false, votedFor: 'Trust' });
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  it('hears no answer of a vote that reset() gave up', async () => {
    let settle: () => void = () => {};
    const { recorder } = mount({ onSubmit: () => new Promise<void>((resolve) => (settle = resolve)) });
    await userEvent.click(radio('Trust'));
    root().reset();
    await expect.element(radio('Trust')).not.toBeChecked();
    settle();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(recorder.commitments).toEqual([]);
    expect({ ...localStorage }).not.toHaveProperty(`smallyes:poll:${id}`, 'Trust');
  });

  it('begins anew with reset()', async () => {
    const { recorder, tree, rerender } = mount();
    await userEvent.click(radio('Trust'));
    root().reset();
    await expect.element(radio('Trust')).not.toBeChecked();
    // Nor does the device remember it.
    rerender(<div />);
    rerender(tree());
    await expect.element(radio('Trust')).not.toBeChecked();
    await userEvent.click(radio('Price'));
    expectEvents(recorder, [...vote, ...vote]);
    expect(new Set(recorder.events.map(({ attempt }) => attempt))).toHaveProperty('size', 2);
  });

  it('leads on with what was answered, and leaves the next ask its own clicks', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Poll
          id={id}
          question="First?"
          scale="nps"
          next={({ data }) => <Poll id={`${id}-next`} question={`${data.bucket}?`} options={['Yes', 'No']} />}
        />
      </recorder.Provider>,
    );
    await userEvent.click(radio('3'));
    await expect.element(page.getByRole('group', { name: 'detractor?' })).toBeVisible();
    await userEvent.click(radio('No'));
    expect(recorder.commitments.map(({ ask, data }) => [ask.id, data])).toEqual([
      [id, { choice: 3, bucket: 'detractor' }],
      [`${id}-next`, { choice: 'No' }],
    ]);
  });
});

describe('a remembered vote', () => {
  const key = () => `smallyes:poll:${id}`;

  it('shows the answer to a visitor who returns, as no exposure and no event', async () => {
    localStorage.setItem(key(), 'Trust');
    const { recorder } = mount({ results: votes });
    await expect.element(page.getByText('Trust: 50 percent, 200 votes, your choice')).toBeInTheDocument();
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expectEvents(recorder, []);
  });

  it('can be changed: the vote of the earlier visit is withdrawn', async () => {
    localStorage.setItem(key(), 'Trust');
    const { recorder } = mount();
    await userEvent.click(button('Change'));
    await userEvent.click(radio('Price'));
    expectEvents(recorder, [
      ...vote.slice(0, 2),
      ['poll.vote withdrawn', { choice: 'Trust' }],
      ['poll.vote committed', { choice: 'Price' }],
    ]);
    expect(localStorage.getItem(key())).toBe('Price');
  });

  it.each([['Weather'], ['["Trust"]'], ['{'], ['\n'], ['7']])('of %s is none', async (note) => {
    localStorage.setItem(key(), note);
    mount();
    await expect.element(radio('Trust')).toBeVisible();
  });

  it('gives way to what the server knows', async () => {
    localStorage.setItem(key(), 'Trust');
    const { unmount } = mount({ votedFor: 'Price' });
    await expect.element(page.getByText('Price, your choice')).toBeInTheDocument();
    unmount();
    mount({ votedFor: null });
    await expect.element(radio('Trust')).toBeVisible();
  });

  it.each([[false], [undefined]])('stays on the page while functional consent is %s', async (functional) => {
    const { recorder, unmount, tree } = mount({}, { consent: { functional } });
    await userEvent.click(radio('Trust'));
    expect({ ...localStorage }).toEqual({});
    unmount();
    render(tree());
    expectEvents(recorder, vote);
  });

  it('comes back when consent is given later', async () => {
    localStorage.setItem(key(), 'Trust');
    const recorder = createRecorder({ keepMemory: true });
    const tree = (functional: boolean | undefined) => (
      <recorder.Provider consent={{ functional }}>
        <Poll id={id} question="?" options={options} />
      </recorder.Provider>
    );
    const { rerender } = render(tree(undefined));
    await expect.element(radio('Trust')).toBeVisible();
    rerender(tree(true));
    await expect.element(page.getByText('Trust, your choice')).toBeInTheDocument();
  });

  it('is not kept when that is not wanted', async () => {
    mount({ remember: false });
    await userEvent.click(radio('Trust'));
    expect(localStorage.getItem(key())).toBeNull();
  });

  it('harms nothing where storage throws', async () => {
    const get = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { recorder } = mount();
    await userEvent.click(radio('Trust'));
    await expect.element(button('Change')).toBeVisible();
    expectEvents(recorder, vote);
    expect(get).toHaveBeenCalled();
    expect(set).toHaveBeenCalled();
  });
});

describe('before the page is alive', () => {
  const served = (recorder: Recorder, props: object = {}) => {
    const tree = (
      <recorder.Provider>
        <Poll id={id} question="What holds you back?" options={options} {...props} />
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => host.remove());
    host.innerHTML = renderToString(tree);
    return { host, hydrate: () => hydrate(host, tree) };
  };
  const hydrate = (host: HTMLElement, tree: ReactElement) => {
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    const end = () => react.unmount();
    onTestFinished(end);
    return { errors, end };
  };

  it('a pick is kept as a selection, not taken as a vote', async () => {
    const recorder = createRecorder();
    const { host, hydrate } = served(recorder);
    host.querySelector<HTMLInputElement>('input[value=Trust]')!.checked = true;
    const { errors } = hydrate();
    await expect.element(button('Vote')).toBeVisible();
    await expect.element(radio('Trust')).toBeChecked();
    expect(recorder.commitments).toEqual([]);
    expect(errors).toEqual([]);
    await userEvent.click(button('Vote'));
    expect(recorder.commitments[0]?.data).toEqual({ choice: 'Trust' });
  });

  it('a remembered vote is unknown, and found afterwards without a shift', async () => {
    localStorage.setItem(`smallyes:poll:${id}`, 'Trust');
    const recorder = createRecorder({ keepMemory: true });
    const { hydrate } = served(recorder, { results: votes });
    const before = boxes();
    const { errors } = hydrate();
    await expect.element(button('Change')).toBeVisible();
    expect(boxes()).toEqual(before);
    expect(errors).toEqual([]);
  });

  it('several picks are all kept', async () => {
    const recorder = createRecorder();
    const { host, hydrate } = served(recorder, { multiple: true });
    for (const name of ['Traffic', 'Price'])
      host.querySelector<HTMLInputElement>(`input[value=${name}]`)!.checked = true;
    const { errors } = hydrate();
    await userEvent.click(button('Vote'));
    expect(recorder.commitments[0]?.data).toEqual({ choices: ['Traffic', 'Price'] });
    expect(errors).toEqual([]);
  });

  describe('the next ask', () => {
    const next = <a href="#next">Read on</a>;
    const link = () => page.getByRole('link', { name: 'Read on' });

    it('does not follow a vote that only the device remembers, so the card does not grow', async () => {
      for (const props of [{}, { results: votes }, { results: votes, closed: true }]) {
        localStorage.setItem(`smallyes:poll:${id}`, 'Trust');
        const { hydrate } = served(createRecorder({ keepMemory: true }), { next, ...props });
        const before = boxes();
        const { end } = hydrate();
        await expect.element(page.getByText(/^Trust.*your choice/)).toBeInTheDocument();
        expect(boxes()).toEqual(before);
        expect(document.querySelectorAll('.sy-next')).toHaveLength('closed' in props ? 1 : 0);
        end();
      }
    });

    it('tells nothing of a remembered vote in a closed poll, as the server could not', async () => {
      localStorage.setItem(`smallyes:poll:${id}`, 'Trust');
      const { hydrate } = served(createRecorder({ keepMemory: true }), {
        closed: true,
        next: ({ phase }: { phase: string }) => <i>{phase}</i>,
      });
      hydrate();
      await expect.element(page.getByText(/^Trust.*your choice/)).toBeInTheDocument();
      expect(document.querySelector('.sy-next')?.textContent).toBe('dismissed');
    });

    it('stands in the markup of the server when that knows the vote', async () => {
      const { host, hydrate } = served(createRecorder(), { next, results: votes, votedFor: 'Trust' });
      expect(host.querySelector('.sy-next a')).not.toBeNull();
      const before = boxes();
      hydrate();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(boxes()).toEqual(before);
      await expect.element(link()).toBeVisible();
    });

    it('follows a vote and a change on this page', async () => {
      localStorage.setItem(`smallyes:poll:${id}`, 'Trust');
      mount({ next });
      await userEvent.click(button('Change'));
      expect(link().elements()).toEqual([]);
      await userEvent.click(radio('Price'));
      await expect.element(link()).toBeVisible();
    });
  });

  it('without script shows no button that leads nowhere, and no word of clicks', async () => {
    const shown = async (props: object) => {
      const poll = <Poll id={id} question="What holds you back?" options={options} skippable {...props} />;
      const frame = await pageWithoutScript(renderToString(poll));
      const visible = [...frame.contentDocument!.querySelectorAll('button, .sy-note')].filter(isShown);
      frame.remove();
      return visible.map(({ textContent }) => textContent);
    };
    expect(await shown({})).toEqual([]);
    expect(await shown({ action: '/vote' })).toEqual(['Vote']);
    expect(await shown({ action: '/vote', multiple: true, max: 2 })).toEqual(['Pick up to 2.', 'Vote']);
  });

  it('the form posts what was picked, and the name of the ask', () => {
    const { host } = served(createRecorder(), { action: '/vote', other: true, defaultValue: 'other' });
    const form = host.querySelector('form')!;
    host.querySelector<HTMLInputElement>('input[name=other]')!.value = 'Photos';
    expect([...new FormData(form)]).toEqual([
      ['sy-ask', id],
      ['choice', 'other'],
      ['other', 'Photos'],
    ]);
    expect([form.method, new URL(form.action).pathname]).toEqual(['post', '/vote']);
  });

  it('with an address and no onSubmit, the post goes on when alive, and the event before it', async () => {
    const recorder = createRecorder();
    const posts: [string, FormDataEntryValue][][] = [];
    const stop = (event: SubmitEvent) => {
      if (!event.defaultPrevented) posts.push([...new FormData(event.target as HTMLFormElement)]);
      event.preventDefault();
    };
    window.addEventListener('submit', stop);
    render(
      <recorder.Provider>
        <Poll id={id} question="?" options={options} action="/vote" />
      </recorder.Provider>,
    );
    await userEvent.click(radio('Trust'));
    expect(posts).toEqual([]);
    await userEvent.click(button('Vote'));
    window.removeEventListener('submit', stop);
    expect(posts).toEqual([
      [
        ['sy-ask', id],
        ['choice', 'Trust'],
      ],
    ]);
    expectEvents(recorder, vote);
  });

  it('with an address, one click and Enter on what is not selected yet, posts once', async () => {
    const recorder = createRecorder();
    const posts: FormDataEntryValue[][] = [];
    const stop = (event: SubmitEvent) => {
      posts.push(new FormData(event.target as HTMLFormElement).getAll('choice'));
      event.preventDefault();
    };
    window.addEventListener('submit', stop);
    render(
      <recorder.Provider>
        <Poll id={id} question="?" options={options} action="/vote" commitOn="pick" />
      </recorder.Provider>,
    );
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    window.removeEventListener('submit', stop);
    expect(posts).toEqual([['Traffic']]);
    expectEvents(recorder, vote);
  });

  it('an unsafe address is no address: the vote stays on the page', async () => {
    expectConsole('warn', 'SY-110');
    const { recorder } = mount({ action: 'javascript:alert(1)' });
    await userEvent.click(radio('Trust'));
    await expect.element(status()).toHaveTextContent('Thanks for voting.');
    expectEvents(recorder, vote);
  });
});

describe('the parts', () => {
  it('keep the description, the words of each round, and no button once the vote is cast', async () => {
    mount({
      description: 'Eleven seconds.',
      predict: true,
      commitOn: 'submit',
      results: votes,
      children: (
        <>
          <PollQuestion />
          <PollOptions />
          <PollResults />
          <PollActions>
            <PollSubmit>Count me in</PollSubmit>
          </PollActions>
        </>
      ),
    });
    const group = page.getByRole('group', { name: 'What holds you back?' });
    await expect.element(group).toHaveAccessibleDescription('Eleven seconds.');
    await userEvent.click(radio('Price'));
    await userEvent.click(button('Count me in'));
    await expect.element(page.getByText('What will most others say?')).toBeVisible();
    await userEvent.click(radio('Trust'));
    await expect.element(page.getByText('You guessed right.')).toBeVisible();
    expect(button('Count me in').elements()).toEqual([]);
  });
});

describe('for everyone', () => {
  it('has no finding of axe in any state', async () => {
    const states: [object, (() => Promise<unknown>)?][] = [
      [{ description: 'Eleven seconds.' }],
      [{ results: votes, votedFor: 'Trust' }],
      [{ skippable: true }, () => userEvent.click(button('Skip'))],
      [{ closed: true, results: votes }],
      [{ other: true }, () => userEvent.click(radio('Something else'))],
      [{ predict: true, results: votes }, () => userEvent.click(radio('Price'))],
      [{ disabled: true }],
      [{ options: undefined, scale: 'nps' }],
      [{ options: undefined, scale: 'nps', results: { 8: 40 }, votedFor: 8 }],
      [{ multiple: true, max: 1 }, () => userEvent.click(button('Vote'))],
    ];
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset['syTheme'] = theme;
      for (const [props, act] of states) {
        const { container, unmount } = mount({ remember: false, ...props });
        await act?.();
        expect(await findings(container, ['region']), JSON.stringify(props)).toEqual([]);
        unmount();
      }
    }
    delete document.documentElement.dataset['syTheme'];
  });

  it('is spoken as a group of radios, and then as figures', async () => {
    const { container } = mount({ results: votes });
    await virtual.start({ container });
    const read = async () => {
      const phrases: string[] = [];
      do {
        phrases.push(await virtual.lastSpokenPhrase());
        await virtual.next();
      } while (!(await virtual.lastSpokenPhrase()).startsWith('end of document') && phrases.length < 60);
      return phrases.join('\n');
    };
    expect(await read()).toContain('radio, Trust, not checked, position 2, set size 3');
    await virtual.stop();
    await userEvent.click(radio('Trust'));
    await virtual.start({ container });
    const spoken = await read();
    expect(spoken).toContain('Trust: 50 percent, 201 votes, your choice');
    expect(spoken).not.toContain('50%');
    await virtual.stop();
  });

  it('announces in a region that was there before', async () => {
    mount();
    const region = status().element();
    expect(region.textContent).toBe('');
    await userEvent.click(radio('Trust'));
    expect(status().element()).toBe(region);
    expect(region.textContent).toBe('Thanks for voting.');
  });

  it('fits 320 pixels in both directions, with targets of 24 pixels and more', async () => {
    await page.viewport(320, 640);
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      for (const props of [
        {
          options: ['Lebensmittelunternehmensregistrierungsnummer', 'b'],
          results: { b: 1_204_311 },
          votedFor: 'b',
        },
        {
          options: ['Lebensmittelunternehmensregistrierungsnummer', 'b'],
          results: { b: 1_204_311 },
          skippable: true,
        },
        { options: undefined, scale: 'nps' },
        { options: undefined, scale: 'nps', results: { 8: 40 }, votedFor: 0 },
      ]) {
        const { unmount } = mount({ remember: false, ...props });
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
        for (const target of root().querySelectorAll('label, button')) {
          const { width, height } = target.getBoundingClientRect();
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        }
        unmount();
      }
    }
    await page.viewport(800, 900);
  });

  it('shows the choice in forced colours, and moves nothing under reduced motion', async () => {
    await emulateMedia({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
    mount({ results: votes, votedFor: 'Trust' });
    const rows = [...root().querySelectorAll('.sy-choice')].map((row) => getComputedStyle(row).outlineStyle);
    expect(rows).toEqual(['none', 'solid', 'none']);
    expect(
      root()
        .getAnimations({ subtree: true })
        .filter(({ playState }) => playState === 'running'),
    ).toEqual([]);
  });

  it('has no style attribute in any state, so that a strict policy does not stop it', async () => {
    mount({ results: votes, predict: true, skippable: true });
    for (const act of [() => userEvent.click(radio('Price')), () => userEvent.click(radio('Trust'))]) {
      await act();
      expect(root().querySelectorAll('[style]')).toHaveLength(0);
    }
  });
});

/** Boxes of what must not move: the card, the question and each row. */
function boxes(): string[] {
  return [...document.querySelectorAll('.sy-poll, legend, .sy-choice, .sy-poll-foot')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.className.split(' ')[0]} ${[x, y, width, height].map(Math.round)}`;
  });
}

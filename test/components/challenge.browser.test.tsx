import { render } from '@testing-library/react';
import { createRef, StrictMode, useState } from 'react';
import { renderToString } from 'react-dom/server';
import { Challenge, type ChallengeElement, type ChallengeProps } from 'smallyes/challenge';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/challenge.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { canStay, nativePosts } from '../support/native-posts.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => void vi.useRealTimers());

const task = (phase: string): EventLine => `challenge.task ${phase}` as EventLine;
const complete = (phase: string): EventLine => `challenge.complete ${phase}` as EventLine;
const box = (name: string) => page.getByRole('checkbox', { name });
const status = () => page.getByRole('status');
const key = 'smallyes:challenge:three-days';
const tasks = [
  { id: 'count', title: 'Count the steps', body: <p>With a stopwatch.</p> },
  { id: 'cut', title: 'Cut one' },
  { id: 'repeat', title: 'Count again' },
] as const;
const data = (step: string, position: number) => ({ step, position, of: 3 });

/** The page believes that it is this day, at noon; timers run on. */
function pretend(day: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T12:00:00`) });
}

/** As long as a second click would still be a double click. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 600));

function mount(props: object = {}, strict = false) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: object = {}) => {
    const tree = (
      <recorder.Provider>
        <Challenge
          id="three-days"
          title="Three days"
          tasks={tasks}
          {...(props as Partial<ChallengeProps>)}
          {...more}
        />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

async function tickAll() {
  for (const { title } of tasks) await userEvent.click(box(title));
}

describeConformance('Challenge', {
  component: 'challenge',
  learnsLate: true,
  render: (props) => <Challenge id="three-days" title="Three days" tasks={tasks} {...props} />,
  commit: tickAll,
  events: [
    task('seen'),
    task('started'),
    task('committed'),
    task('committed'),
    task('committed'),
    complete('committed'),
  ],
  vetoes: ['onClick'],
});

describe('a tick', () => {
  it.each([false, true])('is a small yes, all of them a larger one (StrictMode %s)', async (strict) => {
    const { recorder } = mount({ next: () => <p>What comes next</p> }, strict);
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).toBeChecked();
    await expect.element(status()).toHaveTextContent('Well done: 1 of 3.');
    await expect.element(page.getByText('1 of 3 done')).toBeVisible();
    await userEvent.click(box('Count the steps'));
    await userEvent.click(box('Count again'));
    await expect.element(status()).toHaveTextContent('All 3 tasks done. You made it!');
    await expect.element(page.getByText('What comes next')).toBeVisible();
    expectEvents(recorder, [
      task('seen'),
      task('started'),
      [task('committed'), data('cut', 2)],
      [task('committed'), data('count', 1)],
      [task('committed'), data('repeat', 3)],
      [complete('committed'), { tasks: 3 }],
    ]);
    expect(recorder.commitments.map(({ grade }) => grade)).toEqual([1, 1, 1, 2]);
  });

  it('can be taken back, each one by itself, and given again', async () => {
    const { recorder } = mount();
    await tickAll();
    await aMoment();
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).not.toBeChecked();
    await expect.element(box('Count the steps')).toBeChecked();
    await expect.element(status()).toHaveTextContent('Taken back.');
    await aMoment();
    await userEvent.click(box('Cut one'));
    expect(recorder.phases().slice(6)).toEqual([
      complete('withdrawn'),
      task('withdrawn'),
      task('committed'),
      complete('committed'),
    ]);
    expect(recorder.events.at(7)).toMatchObject({ data: data('cut', 2) });
  });

  it('counts once when it is a double click', async () => {
    const { recorder } = mount();
    await userEvent.dblClick(box('Cut one'));
    await expect.element(box('Cut one')).toBeChecked();
    expectEvents(recorder, [task('seen'), task('started'), task('committed')]);
  });

  it('takes the next task while the first is on its way, and each once', async () => {
    const given: unknown[] = [];
    const answers: ((answer?: { status: 'failed' }) => void)[] = [];
    const onSubmit = ({ task, done }: { task: string; done: boolean }) => {
      given.push([task, done]);
      return new Promise<{ status: 'failed' } | undefined>((resolve) => answers.push(resolve));
    };
    const { recorder } = mount({ onSubmit });
    await userEvent.click(box('Count the steps'));
    await userEvent.click(box('Cut one'));
    await userEvent.click(box('Count again'));
    await aMoment();
    await userEvent.click(box('Count the steps'));
    await userEvent.click(box('Cut one'));
    expect(given).toEqual([['count', true]]);
    answers[0]?.();
    await vi.waitFor(() =>
      expect(given).toEqual([
        ['count', true],
        ['cut', true],
      ]),
    );
    await expect.element(box('Cut one')).toBeChecked();
    // What waits behind a failure is given up with it: the visitor is told to try again.
    answers[1]?.({ status: 'failed' });
    await expect.element(box('Cut one')).not.toBeChecked();
    await aMoment();
    expect(given).toHaveLength(2);
    await userEvent.click(box('Count again'));
    expect(given.at(-1)).toEqual(['repeat', true]);
    await aMoment();
    await userEvent.click(box('Count again'));
    answers[2]?.();
    await vi.waitFor(() =>
      expect(recorder.commitments.map((event) => event.data)).toEqual([data('count', 1), data('repeat', 3)]),
    );
    await aMoment();
    expect(given).toHaveLength(3);
  });

  it('forgets the next task where it may be ticked no more by then, and takes the one after it once', async () => {
    const given: string[] = [];
    let answer = () => {};
    const onClick = vi.fn();
    const { ui, rerender } = mount({
      onClick,
      onSubmit: ({ task }: { task: string }) => {
        given.push(task);
        return new Promise<void>((resolve) => {
          answer = resolve;
        });
      },
    });
    await userEvent.click(box('Count the steps'));
    await userEvent.click(box('Cut one'));
    rerender(ui({ disabled: true }));
    answer();
    await expect.element(status()).not.toBeEmptyDOMElement();
    rerender(ui());
    await userEvent.click(box('Count again'));
    answer();
    await aMoment();
    expect(given).toEqual(['count', 'repeat']);
    expect(onClick).toHaveBeenCalledTimes(3);
  });

  it('takes the next task where each is answered at once', async () => {
    const { recorder } = mount({ onSubmit: () => {} });
    for (const { title } of tasks) await userEvent.click(box(title));
    expect(recorder.commitments).toHaveLength(4);
  });

  it.each(['{Enter}', ' '])('works by the key "%s", and the focus stays', async (press) => {
    const { recorder } = mount();
    await userEvent.tab();
    await expect.element(box('Count the steps')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard(press);
    await expect.element(box('Cut one')).toHaveFocus();
    await expect.element(box('Cut one')).toBeChecked();
    expect(recorder.commitments.map((event) => event.data)).toEqual([data('cut', 2)]);
  });

  it('does nothing while the challenge is disabled', async () => {
    const { recorder } = mount({ disabled: true });
    await userEvent.click(page.getByText('Cut one').first(), { force: true });
    expectEvents(recorder, []);
  });

  it('is no abandoned ask when the visitor leaves until tomorrow', async () => {
    const { recorder } = mount();
    await userEvent.click(box('Cut one'));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expectEvents(recorder, [task('seen'), task('started'), task('committed')]);
  });
});

describe('sending', () => {
  it('shows the tick at once, and records it when the server has it', async () => {
    let answer: (value?: unknown) => void = () => {};
    const onSubmit = vi.fn(() => new Promise((resolve) => void (answer = resolve)));
    const { recorder } = mount({ onSubmit });
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).toBeChecked();
    const challenge = document.querySelector<HTMLElement>('.sy-challenge');
    await expect.element(challenge).toHaveAttribute('data-pending', 'true');
    expect(localStorage.getItem(key)).not.toContain('cut');
    expectEvents(recorder, [task('seen'), task('started')]);
    answer();
    await expect.element(status()).toHaveTextContent('Well done: 1 of 3.');
    await expect.element(challenge).not.toHaveAttribute('data-pending');
    expectEvents(recorder, [task('seen'), task('started'), task('committed')]);
    expect(onSubmit.mock.calls.map(([values]: unknown[]) => values)).toEqual([
      { task: 'cut', done: true, all: ['cut'] },
    ]);
    expect(localStorage.getItem(key)).toContain('cut');
  });

  it('takes the tick back when it fails, says so, and can be tried again', async () => {
    const onSubmit = vi.fn(() => ({ status: 'failed' }));
    const { recorder } = mount({ onSubmit, next: <p>What comes next</p>, tasks: tasks.slice(0, 1) });
    await userEvent.click(box('Count the steps'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('That was not saved. Please try again.');
    await expect.element(box('Count the steps')).not.toBeChecked();
    await expect.element(status()).not.toHaveAttribute('data-tone');
    expect(page.getByText('What comes next').elements()).toEqual([]);
    onSubmit.mockReturnValue(undefined as never);
    await aMoment();
    await userEvent.click(box('Count the steps'));
    await expect.element(status()).toHaveTextContent('1 task done. You made it!');
    expect(recorder.phases()).toEqual([
      task('seen'),
      task('started'),
      task('failed'),
      task('committed'),
      complete('committed'),
    ]);
  });

  it('says so where the visitor looks, however long the list below is', async () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ id: `t${at}`, title: `Task ${at}` }));
    mount({ onSubmit: () => ({ status: 'failed' }), tasks: many });
    scrollTo(0, 0);
    await userEvent.click(box('Task 1'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    const { top, bottom } = page.getByRole('alert').element().getBoundingClientRect();
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(innerHeight + 1);
  });

  it('goes on though the page that hears of the tick throws', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const onSubmit = vi.fn();
    const { recorder } = mount({
      onSubmit,
      onDoneChange() {
        throw new Error('not ours');
      },
    });
    await userEvent.click(box('Cut one'));
    expect(reported).toHaveBeenCalledTimes(1);
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(recorder.phases()).toEqual([task('seen'), task('started'), task('committed')]);
  });

  it('records no second yes for what the server knows', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already' }) });
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).toBeChecked();
    expectEvents(recorder, [task('seen'), task('started')]);
  });

  it('gives a server action the tick as a plain post would', async () => {
    const posts: [string, FormDataEntryValue][][] = [];
    mount({ action: (form: FormData) => void posts.push([...form]) });
    await userEvent.click(box('Cut one'));
    await aMoment();
    await userEvent.click(box('Cut one'));
    expect(posts).toEqual([
      [
        ['sy-ask', 'three-days'],
        ['done', 'cut'],
      ],
      [
        ['sy-ask', 'three-days'],
        ['undo', 'cut'],
      ],
    ]);
  });
});

describe('an address alone', () => {
  it.skipIf(!canStay)('gets the pressed task from the browser, ticked and taken back', async () => {
    const posts = nativePosts();
    mount({ action: '/challenge' });
    await userEvent.click(box('Cut one'));
    await aMoment();
    await userEvent.click(box('Cut one'));
    await expect.poll(() => posts).toEqual(['sy-ask=three-days&done=cut', 'sy-ask=three-days&undo=cut']);
    await expect.element(box('Cut one')).not.toBeChecked();
  });
});

describe('what is done', () => {
  it('is remembered, is no second yes, and can be taken back on another visit', async () => {
    const first = mount();
    await userEvent.click(box('Cut one'));
    first.unmount();
    const { recorder } = mount();
    await expect.element(box('Cut one')).toBeChecked();
    expect(status().element().textContent).toBe('');
    await userEvent.click(box('Cut one'));
    expectEvents(recorder, [task('seen'), task('started'), [task('withdrawn'), data('cut', 2)]]);
  });

  it('completely: the visitor sees it, and it is no exposure', async () => {
    const first = mount();
    await tickAll();
    first.unmount();
    const { recorder } = mount({ next: <p>What comes next</p> });
    await expect.element(status()).toHaveTextContent('All 3 tasks done. You made it!');
    await expect.element(page.getByText('What comes next')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expectEvents(recorder, []);
  });

  it('is the page’s where the page keeps it', async () => {
    const heard: unknown[] = [];
    function Page() {
      const [done, setDone] = useState<('count' | 'cut' | 'repeat')[]>(['count']);
      return (
        <Challenge
          id="three-days"
          title="Kept"
          tasks={tasks}
          done={done}
          onDoneChange={(next) => {
            heard.push(next);
            setDone(next);
          }}
        />
      );
    }
    const recorder = createRecorder();
    render(<Page />, { wrapper: recorder.Provider });
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).toBeChecked();
    await userEvent.click(box('Count the steps'));
    await expect.element(box('Count the steps')).not.toBeChecked();
    expect(heard).toEqual([['count', 'cut'], ['cut']]);
    expect(recorder.phases().slice(-2)).toEqual([task('committed'), task('withdrawn')]);
  });

  it('stays what a page that keeps it says', async () => {
    mount({ done: [] });
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).not.toBeChecked();
  });

  it('by the server’s word wins over the device', async () => {
    const first = mount();
    await userEvent.click(box('Cut one'));
    first.unmount();
    mount({ defaultDone: ['count'] });
    await expect.element(box('Count the steps')).toBeChecked();
    await expect.element(box('Cut one')).not.toBeChecked();
    await userEvent.click(box('Count again'));
    await expect.element(page.getByText('2 of 3 done')).toBeVisible();
  });

  it.each([
    ['without the visitor’s consent to storage', { functional: 'denied' as const }, undefined],
    ['where the page says so', undefined, false],
  ])('holds for the page, and is not kept on the device %s', async (_name, consent, remember) => {
    render(
      <CommitmentProvider consent={consent}>
        <Challenge id="three-days" title="Three days" tasks={tasks} remember={remember} />
      </CommitmentProvider>,
    );
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).toBeChecked();
    expect(localStorage.getItem(key)).toBeNull();
  });

  it('before the visitor allowed storage joins what an earlier visit left', async () => {
    const first = mount();
    await userEvent.click(box('Count the steps'));
    first.unmount();
    const ui = (functional?: 'granted') => (
      <CommitmentProvider consent={{ functional }}>
        <Challenge id="three-days" title="Three days" tasks={tasks} />
      </CommitmentProvider>
    );
    const { rerender } = render(ui());
    await expect.element(box('Count the steps')).not.toBeChecked();
    await userEvent.click(box('Cut one'));
    rerender(ui('granted'));
    await expect.element(box('Count the steps')).toBeChecked();
    await expect.element(box('Cut one')).toBeChecked();
    expect(localStorage.getItem(key)).toMatch(/count.*cut/);
  });

  it('is begun anew by reset(), also what the server knew', async () => {
    const ref = createRef<ChallengeElement>();
    const { recorder } = mount({ ref, defaultDone: ['cut'] });
    await userEvent.click(box('Count the steps'));
    ref.current!.reset();
    await expect.element(page.getByText('0 of 3 done')).toBeVisible();
    await aMoment();
    await userEvent.click(box('Count the steps'));
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('in storage that holds rubbish counts as nothing', async () => {
    localStorage.setItem(key, '{"v":1,"start":"x","ticks":[["cut",true]]}');
    mount();
    await expect.element(page.getByText('0 of 3 done')).toBeVisible();
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).toBeChecked();
  });
});

describe('in two tabs', () => {
  /** What another tab wrote, as this one hears of it. */
  const hear = (ticks: [string, number, boolean][]) => {
    const note = JSON.parse(localStorage.getItem(key)!) as { ticks: unknown[] };
    localStorage.setItem(key, JSON.stringify({ ...note, ticks: [...note.ticks, ...ticks] }));
    window.dispatchEvent(new StorageEvent('storage', { key }));
  };

  it('a tick of one stands in the other, and neither overwrites the other', async () => {
    const { recorder } = mount();
    await userEvent.click(box('Cut one'));
    hear([['count', Date.now(), true]]);
    await expect.element(box('Count the steps')).toBeChecked();
    await userEvent.click(box('Count again'));
    await expect.element(status()).toHaveTextContent('All 3 tasks done. You made it!');
    expect(localStorage.getItem(key)).toMatch(/count.*cut.*repeat/);
    expect(recorder.commitments.map(({ kind }) => kind)).toEqual([
      'challenge.task',
      'challenge.task',
      'challenge.complete',
    ]);
  });

  it('the later word counts', async () => {
    mount();
    await userEvent.click(box('Cut one'));
    hear([['cut', Date.now() + 10, false]]);
    await expect.element(box('Cut one')).not.toBeChecked();
  });
});

describe('days', () => {
  const daily = { unlock: 'daily' };

  it('open one task each, from the first visit, and say so in plain words', async () => {
    pretend('2026-03-28');
    const first = mount(daily);
    await expect.element(page.getByText('Opens tomorrow')).toBeVisible();
    await expect.element(page.getByText('Opens in 2 days')).toBeVisible();
    expect(page.getByRole('checkbox').elements()).toHaveLength(1);
    await userEvent.click(box('Count the steps'));
    await expect
      .element(status())
      .toHaveTextContent('Well done: 1 of 3. That is all for today. The next task opens tomorrow.');
    first.unmount();
    // The night in which clocks go forward.
    pretend('2026-03-29');
    mount(daily);
    await expect.element(box('Cut one')).toBeVisible();
    await expect.element(box('Count the steps')).toBeChecked();
    await expect.element(page.getByText('Opens tomorrow')).toBeVisible();
  });

  it('pass while the page is open', async () => {
    pretend('2026-03-28');
    mount(daily);
    await expect.element(page.getByText('Opens tomorrow')).toBeVisible();
    pretend('2026-03-29');
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(box('Cut one')).toBeVisible();
  });

  it('that were open stay open when the clock is set back', async () => {
    pretend('2026-03-28');
    mount(daily).unmount();
    pretend('2026-03-29');
    const second = mount(daily);
    await userEvent.click(box('Cut one'));
    second.unmount();
    pretend('2026-01-01');
    mount(daily);
    await expect.element(box('Cut one')).toBeChecked();
    await expect.element(box('Count the steps')).toBeVisible();
    await aMoment();
    await userEvent.click(box('Cut one'));
    await expect.element(box('Cut one')).not.toBeChecked();
  });

  it('go by a date where there is one, before it begins as well', async () => {
    pretend('2026-03-28');
    const { ui, rerender } = mount({ ...daily, start: '2026-03-30' });
    await expect.element(page.getByText('Opens in 2 days')).toBeVisible();
    expect(page.getByRole('checkbox').elements()).toHaveLength(0);
    rerender(ui({ start: '2026-03-27' }));
    await expect.element(box('Cut one')).toBeVisible();
  });

  it('that are none are told to the developer, and taken for nothing', async () => {
    expectConsole('warn', 'SY-1452');
    mount({ ...daily, start: 'next monday' });
    await expect.element(box('Count the steps')).toBeVisible();
  });
});

describe('what cannot be a challenge', () => {
  it.each([
    ['no tasks', []],
    ['null', null],
    ['a task that is missing', [null]],
    ['two tasks of one id', [tasks[0], { ...tasks[1], id: 'count' }]],
  ])('is told to the developer: %s', (_what, odd) => {
    expectConsole('warn', 'SY-1451');
    // React says by itself that two keys are the same.
    if (odd?.length === 2) expectConsole('error', 'same key');
    mount({ tasks: odd });
    expect(status().element().textContent).toBe('');
  });
});

describe('markup', () => {
  it('without script can be read, and ticked where the form leads somewhere', async () => {
    const serve = (props: object) =>
      renderToString(
        <Challenge id="three-days" title="Three days" tasks={tasks} unlock="daily" {...props} />,
      );
    const { unmount } = mount();
    const frames = [
      await pageWithoutScript(serve({})),
      await pageWithoutScript(serve({ action: '/done', start: '2026-01-07', today: '2026-01-08' })),
    ];
    try {
      const [plain, posted] = frames.map((frame) => frame.contentDocument!);
      const shown = (doc: Document, selector: string) => [...doc.querySelectorAll(selector)].filter(isShown);
      expect(shown(plain!, 'button')).toEqual([]);
      expect(shown(plain!, '.sy-challenge-title').map((one) => one.textContent)).toEqual([
        'Count the steps',
        'Cut one',
        'Count again',
      ]);
      expect(shown(plain!, '.sy-challenge-when').map((one) => one.textContent)).toEqual([
        'Day 1',
        'Opens on day 2',
        'Opens on day 3',
      ]);
      // Beside it stands what takes its place without script, which no browser with scripts shows.
      expect(plain!.querySelectorAll('[data-state=open] > div.sy-challenge-head')).toHaveLength(0);
      expect(shown(posted!, 'button').map((one) => (one as HTMLButtonElement).value)).toEqual([
        'count',
        'cut',
      ]);
      expect(posted!.querySelector('form')!.method).toBe('post');
      expect(shown(posted!, '.sy-challenge-when').at(-1)!.textContent).toBe('Opens tomorrow');
    } finally {
      for (const frame of frames) frame.remove();
      unmount();
    }
  });

  it('speaks of a task by its name, its day and what to do', async () => {
    mount({ unlock: 'daily', description: 'Ten minutes a day.' });
    await expect.element(page.getByRole('group', { name: 'Three days' })).toBeVisible();
    const described = box('Count the steps').element().getAttribute('aria-describedby')!;
    expect(described.split(' ').map((id) => document.getElementById(id)!.textContent)).toEqual([
      'Day 1',
      'With a stopwatch.',
    ]);
  });

  it('at 320 px fits, has targets of 44 px, and axe finds nothing in any state', async () => {
    await page.viewport(320, 700);
    const { ui, rerender } = mount({ unlock: 'daily' });
    await expect.element(page.getByText('Opens tomorrow')).toBeVisible();
    expect(await findings(document.body)).toEqual([]);
    for (const one of page.getByRole('checkbox').elements())
      expect(one.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    rerender(ui({ unlock: 'all' }));
    await tickAll();
    expect(await findings(document.body)).toEqual([]);
    rerender(ui({ disabled: true }));
    expect(await findings(document.body)).toEqual([]);
    await page.viewport(800, 900);
  });
});

it('types the ids of the tasks', () => {
  const tree = (
    <>
      <Challenge
        id="a"
        title="A"
        tasks={tasks}
        done={['cut']}
        onSubmit={({ task: one }) => void (one satisfies 'count' | 'cut' | 'repeat')}
        onCommit={(event) => {
          if (event.kind === 'challenge.task') event.data.step satisfies 'count' | 'cut' | 'repeat';
          else event.data.tasks satisfies number | undefined;
        }}
        onEvent={(event) => {
          if (event.phase === 'committed') return;
          if (event.kind === 'challenge.task')
            event.data.step satisfies 'count' | 'cut' | 'repeat' | undefined;
          else event.data.tasks satisfies number | undefined;
        }}
      />
      {/* @ts-expect-error no such task */}
      <Challenge id="b" title="B" tasks={tasks} done={['sleep']} />
    </>
  );
  expect(tree).toBeDefined();
});

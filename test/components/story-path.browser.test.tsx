import { render } from '@testing-library/react';
import { createRef, StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { StoryPath, type StoryPathElement, type StoryPathProps } from 'smallyes/story-path';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/story-path.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const thanks = 'That was the whole story. Thank you for reading it.';
const finish = (phase: string): EventLine => `story-path.finish ${phase}` as EventLine;
const button = (name: string) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });
const steps = [
  { id: 'garage', title: 'A garage', body: <p>It began with two chairs.</p>, goOn: 'And then?' },
  { id: 'hall', title: 'A hall', body: <p>Then came twenty.</p> },
  { id: 'today', title: 'Today', body: <p>We make four hundred a year.</p> },
] as const;
const data = (step: string, position: number) => ({ step, position, of: 3 });

function mount(props: object = {}, strict = false) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: object = {}) => {
    const tree = (
      <recorder.Provider>
        <StoryPath id="our-story" steps={steps} {...(props as Partial<StoryPathProps>)} {...more} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

async function readAll() {
  await userEvent.click(button('And then?'));
  await userEvent.click(button('Go on'));
}

describeConformance('StoryPath', {
  component: 'story-path',
  render: (props) => <StoryPath id="our-story" title="Our story" steps={steps} {...props} />,
  commit: readAll,
  events: [finish('seen'), finish('started'), finish('progressed'), finish('committed')],
  vetoes: ['onClick'],
});

describe('going on', () => {
  it.each([false, true])('is a small yes, and the last one finishes (StrictMode %s)', async (strict) => {
    const { recorder } = mount({ next: ({ phase }: { phase: string }) => <p>Next after {phase}</p> }, strict);
    await expect.element(heading('A garage')).toBeVisible();
    expect(page.getByRole('heading').elements()).toHaveLength(1);
    await readAll();
    await expect.element(heading('Today')).toBeVisible();
    await expect.element(page.getByRole('status')).toHaveTextContent(thanks);
    await expect.element(page.getByText('Next after committed')).toBeVisible();
    expectEvents(recorder, [
      finish('seen'),
      finish('started'),
      [finish('progressed'), data('hall', 2)],
      [finish('committed'), data('today', 3)],
    ]);
  });

  it('by a double click goes one step', async () => {
    const { recorder } = mount();
    await userEvent.dblClick(button('And then?'));
    await expect.element(heading('A hall')).toBeVisible();
    expectEvents(recorder, [finish('seen'), finish('started'), finish('progressed')]);
  });

  it.each(['{Enter}', ' '])('by the key "%s" moves the focus to the heading', async (key) => {
    mount();
    await userEvent.tab();
    await expect.element(button('And then?')).toHaveFocus();
    await userEvent.keyboard(key);
    await expect.element(heading('A hall')).toHaveFocus();
    await userEvent.tab();
    await expect.element(button('Go on')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard(key);
    await expect.element(heading('A garage')).toHaveFocus();
  });

  it('moves no focus before the visitor does', async () => {
    const { ui, rerender } = mount({ step: 'garage' });
    expect(document.activeElement).toBe(document.body);
    rerender(ui({ step: 'hall' }));
    await expect.element(heading('A hall')).toBeVisible();
    expect(document.activeElement).toBe(document.body);
  });

  it('back and on again records nothing twice', async () => {
    const { recorder } = mount();
    await userEvent.click(button('And then?'));
    await userEvent.click(button('Back'));
    await userEvent.click(button('And then?'));
    await userEvent.click(button('Go on'));
    await userEvent.click(button('Back'));
    await userEvent.click(button('Go on'));
    expectEvents(recorder, [finish('seen'), finish('started'), finish('progressed'), finish('committed')]);
  });

  it('says which step is shown, and which were read', async () => {
    mount();
    await userEvent.click(button('And then?'));
    const marks = page.getByRole('listitem').elements();
    expect(marks.map((one) => one.textContent)).toEqual(['A garage, read', 'A hall', 'Today']);
    expect(marks.map((one) => one.getAttribute('aria-current'))).toEqual([null, 'step', null]);
    await expect.element(page.getByText('2 of 3')).toBeVisible();
  });

  it('pauses what plays in the step that is left', async () => {
    // biome-ignore lint/a11y/useMediaCaption: there is nothing to hear
    const media = <audio data-testid="sound" />;
    mount({ steps: [{ ...steps[0], media }, ...steps.slice(1)] });
    const sound = page.getByTestId('sound').element() as HTMLAudioElement;
    let paused = 0;
    sound.pause = () => void paused++;
    await userEvent.click(button('And then?'));
    expect(paused).toBe(1);
  });

  it('is not heard from the buttons of the next ask', async () => {
    const next = <StoryPath id="inner" steps={steps} />;
    const { recorder } = mount({ next });
    await readAll();
    await userEvent.click(button('And then?'));
    expect(recorder.events.filter(({ ask }) => ask.id === 'our-story')).toHaveLength(4);
    expect(recorder.events.at(-1)).toMatchObject({ ask: { id: 'inner' }, data: data('hall', 2) });
  });

  it('says on leaving where the visitor stopped', async () => {
    const { recorder } = mount();
    await userEvent.click(button('And then?'));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await expect
      .poll(() => recorder.events.at(-1))
      .toMatchObject({ phase: 'abandoned', data: data('hall', 2) });
  });
});

describe('a skip', () => {
  it('leads to the end and the next ask, and is a no', async () => {
    const { recorder } = mount({ next: ({ phase }: { phase: string }) => <p>Next after {phase}</p> });
    await userEvent.click(button('Skip to the end'));
    await expect.element(heading('Today')).toHaveFocus();
    await expect.element(page.getByText('Next after dismissed')).toBeVisible();
    expect(page.getByRole('status').element().textContent).toBe('');
    expectEvents(recorder, [finish('seen'), [finish('dismissed'), data('garage', 1)]]);
  });

  it('is made good by reading what was left out', async () => {
    const { recorder } = mount();
    await userEvent.click(button('Skip to the end'));
    await userEvent.click(button('Back'));
    await userEvent.click(button('Go on'));
    await expect.element(page.getByRole('status')).toHaveTextContent(thanks);
    expect(recorder.commitments.map((event) => event.data)).toEqual([data('today', 3)]);
  });

  it('is offered as long as it leads further than the next step', async () => {
    mount();
    await userEvent.click(button('And then?'));
    expect(button('Skip to the end').elements()).toHaveLength(0);
  });
});

describe('where the visitor stopped', () => {
  it('is remembered, and offered on the next visit', async () => {
    const first = mount();
    await userEvent.click(button('And then?'));
    first.unmount();
    const { recorder } = mount();
    await expect.element(heading('A garage')).toBeVisible();
    await userEvent.click(button('Continue at step 2'));
    await expect.element(heading('A hall')).toHaveFocus();
    expectEvents(recorder, []);
    await userEvent.click(button('Go on'));
    expectEvents(recorder, [finish('seen'), finish('started'), [finish('committed'), data('today', 3)]]);
  });

  it('at the end: reading it again is no second yes, nor an exposure', async () => {
    const first = mount();
    await readAll();
    first.unmount();
    const { recorder } = mount();
    await expect.element(heading('A garage')).toBeVisible();
    expect(button('Continue at step 3').elements()).toHaveLength(0);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await readAll();
    await expect.element(page.getByRole('status')).toHaveTextContent(thanks);
    expectEvents(recorder, []);
  });

  it.each([
    ['without the visitor’s consent to storage', { functional: 'denied' as const }, undefined],
    ['where the page says so', undefined, false],
  ])('is not kept on the device %s', async (_name, consent, remember) => {
    render(
      <CommitmentProvider consent={consent}>
        <StoryPath id="our-story" steps={steps} remember={remember} />
      </CommitmentProvider>,
    );
    await userEvent.click(button('And then?'));
    expect(Object.keys(localStorage).filter((key) => key.includes('story-path'))).toEqual([]);
    await userEvent.click(button('Go on'));
    await expect.element(page.getByRole('status')).toHaveTextContent(thanks);
  });

  it('in a story that has changed since does no harm', async () => {
    localStorage.setItem('smallyes:story-path:our-story', 'gone\n{"v":1}\nhall\ngarage');
    const { recorder } = mount();
    await expect.element(heading('A garage')).toBeVisible();
    await readAll();
    expect(recorder.commitments).toHaveLength(1);
  });

  it('is forgotten by reset(), which begins a new attempt', async () => {
    const ref = createRef<StoryPathElement>();
    const { recorder } = mount({ ref });
    await readAll();
    expect(
      page
        .getByRole('button')
        .elements()
        .map((one) => one.textContent),
    ).toEqual(['Back']);
    button('Back').element().focus();
    ref.current!.reset();
    await expect.element(heading('A garage')).toBeVisible();
    // The visitor has gone nowhere: neither a slide nor the focus says so.
    await expect.element(heading('A garage')).not.toHaveFocus();
    expect(document.querySelector('[data-direction]')).toBeNull();
    await readAll();
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('the step', () => {
  it('is the page’s where the page keeps it', async () => {
    const heard: string[] = [];
    function Page() {
      const [step, setStep] = useState<'garage' | 'hall' | 'today'>('hall');
      const go = (next: typeof step) => {
        heard.push(next);
        setStep(next);
      };
      return <StoryPath id="kept" steps={steps} step={step} onStepChange={go} />;
    }
    render(<Page />, { wrapper: createRecorder().Provider });
    await expect.element(heading('A hall')).toBeVisible();
    await userEvent.click(button('Go on'));
    await userEvent.click(button('Back'));
    expect(heard).toEqual(['today', 'hall']);
  });

  it('goes on, and counts, though the page that hears of it throws', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const { recorder } = mount({
      onStepChange() {
        throw new Error('not ours');
      },
    });
    await readAll();
    expect(reported).toHaveBeenCalledTimes(2);
    await expect.element(page.getByRole('status')).toHaveTextContent(thanks);
    expect(recorder.phases()).toEqual(['seen', 'started', 'progressed', 'committed'].map(finish));
  });

  it('that is none is the first', async () => {
    mount({ defaultStep: 'nowhere' });
    await expect.element(heading('A garage')).toBeVisible();
  });
});

describe('what cannot be a story', () => {
  it.each([
    ['no steps', []],
    ['null', null],
    ['a step that is missing', [null, steps[0]]],
    ['a single step', steps.slice(0, 1)],
    ['two steps of one id', [steps[0], { ...steps[1], id: 'garage' }]],
  ])('is told to the developer: %s', (_what, odd) => {
    // React says by itself that two keys are the same.
    expectConsole('warn', 'SY-1451');
    if (odd?.[1]?.id === 'garage' && odd[0]) expectConsole('error', 'same key');
    mount({ steps: odd });
    expect(document.querySelector('.sy-story-path')).not.toBeNull();
  });
});

describe('markup', () => {
  const tree = (
    <CommitmentProvider>
      <StoryPath id="our-story" title="Our story" steps={steps} />
    </CommitmentProvider>
  );

  it('without script is one article, with no button that does nothing', async () => {
    const { unmount } = render(tree);
    const frame = await pageWithoutScript(renderToString(tree));
    try {
      const doc = frame.contentDocument!;
      expect([...doc.querySelectorAll('h3')].filter(isShown).map((one) => one.textContent)).toEqual([
        'A garage',
        'A hall',
        'Today',
      ]);
      expect([...doc.querySelectorAll('button, ol')].filter(isShown)).toEqual([]);
    } finally {
      frame.remove();
      unmount();
    }
  });

  it('offers to continue once it is alive, and moves nothing above', async () => {
    localStorage.setItem('smallyes:story-path:our-story', 'garage\nhall');
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    const button = host.querySelector('button')!;
    const served = JSON.stringify(button.getBoundingClientRect());
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    await expect.element(page.getByRole('button', { name: 'Continue at step 2' })).toBeVisible();
    expect(errors).toEqual([]);
    expect(JSON.stringify(button.getBoundingClientRect())).toBe(served);
    react.unmount();
    host.remove();
  });

  it('has headings in order, of the levels that the page wants', () => {
    const { container, rerender } = render(tree);
    expect([...container.querySelectorAll('h2, h3')].map((one) => one.tagName)).toEqual([
      'H2',
      'H3',
      'H3',
      'H3',
    ]);
    rerender(
      <CommitmentProvider>
        <StoryPath id="our-story" steps={steps} headingLevel={4} />
      </CommitmentProvider>,
    );
    expect(container.querySelectorAll('h4')).toHaveLength(3);
  });

  it('at 320 px fits, has targets of 44 px, and axe finds nothing in any state', async () => {
    await page.viewport(320, 700);
    mount({ title: 'Our story' });
    await expect.element(page.getByRole('group', { name: 'Our story' })).toBeVisible();
    expect(await findings(document.body)).toEqual([]);
    for (const name of ['And then?', 'Go on']) {
      for (const one of page.getByRole('button').elements())
        expect(one.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await userEvent.click(button(name));
      expect(await findings(document.body)).toEqual([]);
    }
    await page.viewport(800, 900);
  });
});

it.each([320, 800])('ends the words of the way out where the text ends, in %s px', async (width) => {
  await page.viewport(width, 900);
  mount();
  const skip = button('Skip to the end').element();
  const words = document.createRange();
  words.selectNodeContents(skip);
  const end = document.querySelector('.sy-story-path-head')!.getBoundingClientRect().right;
  expect(Math.abs(words.getBoundingClientRect().right - end)).toBeLessThan(2);
  await page.viewport(800, 900);
});

it('types the ids of the steps', () => {
  const tree = (
    <>
      <StoryPath
        id="a"
        steps={steps}
        step="hall"
        onStepChange={(step) => step satisfies 'garage' | 'hall' | 'today'}
        onCommit={({ data }) => data.step satisfies 'garage' | 'hall' | 'today'}
        onEvent={({ data }) => data.step satisfies 'garage' | 'hall' | 'today' | undefined}
        next={({ data }) => data.step satisfies 'garage' | 'hall' | 'today' | undefined}
      />
      {/* @ts-expect-error no such step */}
      <StoryPath id="b" steps={steps} step="attic" />
    </>
  );
  expect(tree).toBeDefined();
});

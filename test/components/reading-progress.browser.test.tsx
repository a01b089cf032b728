import { act, render } from '@testing-library/react';
import { createRef, Profiler, StrictMode, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import {
  ReadingProgress,
  type ReadingProgressElement,
  type ReadingProgressProps,
} from 'smallyes/reading-progress';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/reading-progress.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { countWords } from '../../src/components/reading-progress/reading-progress-state.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { describeConformance } from '../support/conformance.tsx';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { standBefore } from '../support/network.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';

const line = (phase: string): EventLine => `reading-progress.read ${phase}` as EventLine;
const progressed = (percent: number) => [line('progressed'), { percent }] as const;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const root = () => document.querySelector<HTMLElement>('.sy-reading-progress')!;
const bar = () => document.querySelector<HTMLProgressElement>('.sy-reading-progress-bar')!;
const read = () => vi.waitFor(() => expect(root().dataset['read']).toBe('true'), { timeout: 8_000 });

beforeEach(async () => {
  forgetMessages();
  localStorage.clear();
  await page.viewport(800, 600);
  scrollTo(0, 0);
});
afterEach(() => scrollTo(0, 0));

/** A text of so many pixels. It takes `seconds` to read all of it. */
function mount(
  props: Partial<ReadingProgressProps> & { seconds?: number; height?: number } = {},
  strict = false,
) {
  const { seconds = 4, height = 3_000, ...rest } = props;
  const recorder = createRecorder();
  const tree = (
    <recorder.Provider>
      <ReadingProgress id="article-42" words={seconds * 10} wordsPerMinute={600} {...rest}>
        {rest.children ??
          (rest.target ? undefined : <article style={{ height }}>What holds shops back</article>)}
      </ReadingProgress>
    </recorder.Provider>
  );
  return { recorder, ...render(strict ? <StrictMode>{tree}</StrictMode> : tree) };
}

/** Reads on, screen after screen, as somebody who takes `seconds` from the top to the bottom. */
async function readDown(seconds: number) {
  const way = document.documentElement.scrollHeight - innerHeight;
  const start = performance.now();
  for (let share = 0; share < 1; ) {
    share = Math.min(1, (performance.now() - start) / 1_000 / seconds);
    scrollTo(0, way * share);
    await wait(50);
  }
}

// First of all: code that has arrived once is there for every later test.
it('asks again for the code that the network lost, and reads then', async () => {
  const network = await standBefore('*measure-reading*');
  try {
    const { recorder } = mount({ seconds: 2, height: 100 });
    await recorder.waitFor(line('seen'));
    network.hold();
    await expect.poll(() => network.held.length).toBe(1);
    await network.release();
    await read();
  } finally {
    await network.end();
  }
});

describeConformance('ReadingProgress', {
  keepsRoot: true,
  component: 'reading-progress',
  render: (props) => (
    <ReadingProgress id="article-42" threshold={0.3} words={48} wordsPerMinute={600} {...props}>
      <article>What holds small shops back, and what nine of them did about it.</article>
    </ReadingProgress>
  ),
  commit: read,
  // A quarter is read after 1.2 seconds, and three tenths soon after.
  events: [line('seen'), line('started'), line('progressed'), line('committed')],
  vetoes: [],
});

describe('reading', () => {
  it('counts each milestone and the yes once, under StrictMode too', async () => {
    const { recorder } = mount({ seconds: 3 }, true);
    // Who reads does not scroll at once.
    await wait(800);
    await readDown(3.6);
    await wait(600);
    const all = [
      line('seen'),
      line('started'),
      progressed(25),
      progressed(50),
      progressed(75),
      [line('committed'), { percent: 75 }] as const,
      progressed(100),
    ];
    expectEvents(recorder, all);
    // Once more, from the top: nothing is doubled.
    await readDown(3);
    expectEvents(recorder, all);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(1);
  });

  it('takes a fling to the end for no reading', async () => {
    const { recorder } = mount({ seconds: 60 });
    scrollTo(0, 9_999);
    await wait(2_500);
    expectEvents(recorder, [line('seen')]);
  });

  it('does not count what was passed faster than the pace', async () => {
    const { recorder } = mount({ seconds: 12 });
    await readDown(1.5);
    await wait(300);
    expect(recorder.phases()).not.toContain(line('committed'));
    expect(recorder.phases()).not.toContain(line('progressed'));
  });

  it('wants time for a text that fits into the window as well', async () => {
    const { recorder } = mount({ words: 1, height: 200 });
    await wait(1_000);
    expect(recorder.phases()).not.toContain(line('committed'));
    await read();
    expect(recorder.commitments).toHaveLength(1);
    expect(getComputedStyle(bar()).visibility).toBe('hidden');
  });

  it('takes what is on the screen, not what is on the page', async () => {
    // Two thirds can never be seen without scrolling.
    const { recorder } = mount({ seconds: 2, height: 1_800 });
    await wait(2_600);
    expect(recorder.phases()).toEqual([line('seen'), line('started'), line('progressed')]);
  });

  it('sees no further than the box that the text scrolls in', async () => {
    const recorder = createRecorder();
    const Page = () => {
      const text = useRef<HTMLElement>(null);
      return (
        <>
          <ReadingProgress id="boxed" target={text} words={20} wordsPerMinute={600} appearance="line" />
          <div className="box" style={{ height: 100, overflow: 'auto' }}>
            <article ref={text} style={{ height: 1_000 }}>
              A text in a box
            </article>
          </div>
        </>
      );
    };
    render(
      <recorder.Provider>
        <Page />
      </recorder.Provider>,
    );
    await wait(2_000);
    expect(recorder.phases()).not.toContain(line('progressed'));
    const scroller = document.querySelector('.box')!;
    scroller.scrollTop = 450;
    await vi.waitFor(() => expect(bar().value).toBeCloseTo(0.5, 1));
  });

  it('stops while the page is hidden', async () => {
    const { recorder } = mount({ seconds: 2, height: 300 });
    await wait(500);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    await wait(300);
    const before = recorder.phases().length;
    await wait(2_000);
    expect(recorder.phases()).toHaveLength(before);
    vi.restoreAllMocks();
    document.dispatchEvent(new Event('visibilitychange'));
    await read();
  });

  it('says how far a visitor came who leaves', async () => {
    const { recorder } = mount({ seconds: 4, height: 1_800 });
    await recorder.waitFor(line('progressed'));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const last = recorder.events.at(-1)!;
    expect(last.phase).toBe('abandoned');
    expect((last.data as { percent: number }).percent).toBeGreaterThanOrEqual(24);
    expect((last.data as { percent: number }).percent).toBeLessThan(40);
  });

  it('does not double a yes when the text goes and comes back in the same page view', async () => {
    const recorder = createRecorder();
    const ui = (shown: boolean) => (
      <recorder.Provider>
        {shown && (
          <ReadingProgress id="article-42" words={1}>
            <p>A short note</p>
          </ReadingProgress>
        )}
      </recorder.Provider>
    );
    const { rerender } = render(ui(true));
    await read();
    const count = recorder.events.length;
    rerender(ui(false));
    rerender(ui(true));
    await read();
    await wait(500);
    // The rest of the text at most.
    expect(recorder.events.slice(count).every(({ phase }) => phase === 'progressed')).toBe(true);
    expect(recorder.commitments).toHaveLength(1);
  });

  it('begins anew with reset() and with another id', async () => {
    const ref = createRef<ReadingProgressElement>();
    const recorder = createRecorder();
    const ui = (id: string) => (
      <recorder.Provider>
        <ReadingProgress id={id} ref={ref} words={1}>
          <p>A short note</p>
        </ReadingProgress>
      </recorder.Provider>
    );
    const { rerender } = render(ui('one'));
    await read();
    act(() => ref.current!.reset());
    expect(root().dataset['read']).toBeUndefined();
    await read();
    rerender(ui('two'));
    expect(root().dataset['read']).toBeUndefined();
    await read();
    expect(recorder.commitments.map(({ ask }) => ask.id)).toEqual(['one', 'one', 'two']);
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(3);
  });

  it('measures nothing while emitting is off', async () => {
    const recorder = createRecorder();
    const ui = (disabled: boolean) => (
      <recorder.Provider disabled={disabled}>
        <ReadingProgress id="article-42" words={1}>
          <p>A short note</p>
        </ReadingProgress>
      </recorder.Provider>
    );
    const { rerender } = render(ui(true));
    await wait(2_200);
    expectEvents(recorder, []);
    expect(root().dataset['read']).toBeUndefined();
    rerender(ui(false));
    await read();
  });
});

describe('the bar', () => {
  it('has a name, and follows the reader without drawing anything anew', async () => {
    let commits = 0;
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Profiler id="reading" onRender={() => commits++}>
          <ReadingProgress id="article-42" words={9_999}>
            <article style={{ height: 3_000 }}>Long</article>
          </ReadingProgress>
        </Profiler>
      </Provider>,
    );
    const progress = page.getByRole('progressbar', { name: 'Reading progress' });
    await expect.element(progress).toBeVisible();
    await vi.waitFor(() => expect(bar().value).toBe(0));
    const before = commits;
    scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2);
    await vi.waitFor(() => expect(bar().value).toBeCloseTo(0.5, 1));
    scrollTo(0, 99_999);
    await vi.waitFor(() => expect(bar().value).toBe(1));
    expect(commits).toBe(before);
    expect(document.querySelector('[aria-live], [role=status], [role=alert]')).toBeNull();
  });

  it('stays at the upper edge of the window, below a header of the page', async () => {
    mount({ seconds: 60 });
    scrollTo(0, 800);
    await vi.waitFor(() => expect(bar().value).toBeGreaterThan(0.2));
    expect(bar().getBoundingClientRect().top).toBe(0);
    root().style.setProperty('--sy-reading-progress-offset', '56px');
    expect(bar().getBoundingClientRect().top).toBe(56);
  });

  it('stands where it stands as a line, and is left out with none', () => {
    const { unmount } = mount({ appearance: 'line' });
    expect(getComputedStyle(bar()).position).not.toBe('sticky');
    unmount();
    mount({ appearance: 'none' });
    expect(bar()).toBeNull();
  });

  it('does not touch the type and the colours of the text', () => {
    const { container } = mount({
      children: <p style={{ font: 'inherit' }}>A text</p>,
    });
    container.style.font = '20px/2 serif';
    container.style.color = 'rgb(10, 20, 30)';
    const style = getComputedStyle(root());
    expect([style.fontSize, style.color, style.paddingTop, style.display]).toEqual([
      '20px',
      'rgb(10, 20, 30)',
      '0px',
      'block',
    ]);
  });

  it('is away without script, and the text is there', async () => {
    const html = renderToString(
      <ReadingProgress id="article-42">
        <article>The whole text</article>
      </ReadingProgress>,
    );
    const frame = await pageWithoutScript(html);
    try {
      const { contentDocument } = frame;
      expect(isShown(contentDocument!.querySelector('article')!)).toBe(true);
      expect(isShown(contentDocument!.querySelector('progress')!)).toBe(false);
    } finally {
      frame.remove();
    }
  });
});

describe('what is read', () => {
  it('may stand elsewhere: that is what is seen and measured', async () => {
    const recorder = createRecorder();
    const Page = () => {
      const text = useRef<HTMLElement>(null);
      return (
        <>
          <div style={{ height: 2_000 }} />
          <article ref={text}>A short note below the fold</article>
          <ReadingProgress
            id="below"
            target={text}
            appearance="none"
            words={1}
            next={<a href="#more">More</a>}
          />
        </>
      );
    };
    render(
      <recorder.Provider>
        <Page />
      </recorder.Provider>,
    );
    await wait(1_500);
    expectEvents(recorder, []);
    scrollTo(0, 9_999);
    await recorder.waitFor(line('seen'));
    await read();
    await expect.element(page.getByRole('link', { name: 'More' })).toBeVisible();
  });

  it('tells the developer of a target that is not there', async () => {
    expectConsole('warn', 'SY-1411');
    const target = createRef<HTMLElement>();
    const { recorder } = mount({ target });
    await expect.poll(() => consoleOutput().length).toBe(1);
    expectEvents(recorder, []);
  });

  it('is looked for less and less often, for as long as it does not come', async () => {
    expectConsole('warn', 'SY-1411');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const look = vi.fn(() => null);
      mount({ target: Object.defineProperty({ current: null }, 'current', { get: look }) });
      await vi.advanceTimersByTimeAsync(60_000);
      // At once, and after 1, 3, 7, 15 and 31 seconds.
      expect(look).toHaveBeenCalledTimes(6);
    } finally {
      vi.useRealTimers();
    }
  });

  it('may come later than what measures it', async () => {
    const target = { current: null as Element | null };
    mount({ target, words: 10 });
    const article = document.body.appendChild(document.createElement('article'));
    try {
      article.textContent = 'What holds shops back';
      target.current = article;
      await read();
    } finally {
      article.remove();
    }
  });

  it('is no more than the box shows around its shadow tree', async () => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.cssText = 'block-size: 100px; overflow: auto';
    const shadow = box.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const react = createRoot(shadow.appendChild(document.createElement('div')));
    const recorder = createRecorder();
    try {
      act(() =>
        react.render(
          <recorder.Provider>
            <ReadingProgress id="inside" words={10} wordsPerMinute={600}>
              <article style={{ height: 300 }}>What holds shops back</article>
            </ReadingProgress>
          </recorder.Provider>,
        ),
      );
      await recorder.waitFor(line('progressed'));
      await wait(1_000);
      expect(recorder.phases().filter((one) => one === line('progressed'))).toHaveLength(1);
    } finally {
      act(() => react.unmount());
      box.remove();
    }
  });

  it('tells of options that cannot be meant, and goes on with the usual', async () => {
    expectConsole('warn', /SY-1412 .*threshold is 75/);
    expectConsole('warn', /SY-1412 .*wordsPerMinute is 0/);
    expectConsole('warn', /SY-1412 .*words is null/);
    const { recorder } = mount({
      threshold: 75,
      wordsPerMinute: 0,
      words: Number.NaN,
      height: 100,
    });
    await read();
    expect(recorder.commitments[0]?.data).toEqual({ percent: 75 });
  });

  it('is counted in words of any language, without what is hidden', () => {
    const text = (html: string, lang = '') => {
      const element = document.body.appendChild(document.createElement('div'));
      element.innerHTML = html;
      element.lang = lang;
      const words = countWords(element);
      element.remove();
      return words;
    };
    expect(text('<h2>What holds you back?</h2><p>Trust, mostly.</p>', 'en')).toBe(6);
    expect(text('<p>One two</p><p hidden>three four</p><script>var five;</script>')).toBe(2);
    expect(text('我们为小商店提供帮助', 'zh')).toBeGreaterThan(3);
    expect(text('one two three', 'not_a-language!')).toBe(3);
    expect(text('')).toBe(0);
    expect(countWords(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))).toBe(0);
  });

  it('brings the next ask below the text, once it was read, and moves nothing above it', async () => {
    mount({
      words: 1,
      height: 200,
      next: ({ data }) => <p>Read: {data.percent} %</p>,
    });
    expect(document.querySelector('.sy-next')).toBeNull();
    const place = root().querySelector('article')!.getBoundingClientRect().top;
    await read();
    const next = document.querySelector('.sy-next')!;
    expect(next.textContent).toBe('Read: 75 %');
    expect(root().querySelector('article')!.getBoundingClientRect().top).toBe(place);
    expect(next.getBoundingClientRect().top).toBeGreaterThan(place + 200);
  });

  it('is the text alone, and not the next ask below it', async () => {
    const { recorder } = mount({
      words: undefined,
      threshold: 0.5,
      height: 200,
      next: <p style={{ height: 3_000 }}>{'Another word. '.repeat(500)}</p>,
    });
    await read();
    await recorder.waitFor(line('progressed'));
    await expect
      .poll(() => recorder.events.filter(({ phase }) => phase === 'progressed').map(({ data }) => data))
      .toEqual([25, 50, 75, 100].map((percent) => ({ percent })));
  });
});

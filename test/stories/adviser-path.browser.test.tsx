import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder, type Recorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AdviserPath } from '../../stories/journeys/adviser-path.tsx';
import { tabTo } from '../support/tab-to.ts';

let most: () => number;

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', location.pathname);
  await page.viewport(800, 900);
  scrollTo(0, 0);
  most = countOpen();
});

// Whatever else happened: one ask at a time.
afterEach(() => expect(most()).toBe(1));

/** Watches how many asks of the path are open at once; what it returns ends that and gives the most there were. */
function countOpen(): () => number {
  let count = 0;
  const observer = new MutationObserver(() => {
    count = Math.max(count, openAsks().length);
  });
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-ask'] });
  return () => {
    observer.disconnect();
    return count;
  };
}

function openAsks(from: ParentNode = document): string[] {
  return [...from.querySelectorAll<HTMLElement>('.sy-next-ask[data-ask]')].map(
    ({ dataset }) => dataset['ask'] ?? '',
  );
}

const untilOpen = (...asks: string[]) => vi.waitFor(() => expect(openAsks()).toEqual(asks), 4000);

/** `isBack`: the visitor was here before. */
function mount({ isStrict = false, isBack = false } = {}): Recorder {
  const recorder = createRecorder({ keepMemory: isBack });
  const tree = (
    <recorder.Provider>
      <AdviserPath />
    </recorder.Provider>
  );
  render(isStrict ? <StrictMode>{tree}</StrictMode> : tree);
  return recorder;
}

/** The events of the path; the buttons in head and foot are seen on the way, earlier or later. */
function linesOf({ events }: Recorder): string[] {
  return events
    .filter(({ kind }) => !kind.startsWith('contact-dialog.'))
    .map(({ kind, phase, ladder }) => {
      const { id, rung, of, next = '' } = ladder ?? {};
      return `${kind} ${phase} ${id} ${rung}/${of} ${next}`.trim();
    });
}

const yesesOf = ({ commitments }: Recorder) => commitments.map(({ kind, ask }) => `${kind} ${ask.id}`);
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const gate = () => page.getByRole('form', { name: 'The first page checklist' });
const address = () => gate().getByRole('textbox', { name: 'E-mail address' });
const firstPoint = () => page.getByText('The first line names what you sell.');

async function vote(label: string): Promise<void> {
  await page
    .getByRole('group', { name: /leave your shop/ })
    .getByText(label)
    .click();
}

async function unlock(): Promise<void> {
  await address().fill('ada@example.com');
  await gate().getByRole('button', { name: 'Get it now' }).click();
  await expect.element(firstPoint()).toBeVisible();
}

describe('the path of the adviser, walked with the keyboard alone', { timeout: 60_000 }, () => {
  it.each([false, true])('comes to the quote by this stream of events (StrictMode: %s)', async (isStrict) => {
    const recorder = mount({ isStrict });
    await tabTo('.sy-poll input[type=radio]');
    await recorder.waitFor('poll.vote seen');
    await userEvent.keyboard('{ArrowUp}{Enter}{Enter}');
    await untilOpen('first-page-checklist');

    await tabTo('.sy-poll .sy-lead-gate input[type=email]');
    await recorder.waitFor('lead-gate.unlock seen');
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await expect.element(firstPoint()).toBeVisible();
    await untilOpen('audit-quote');

    await tabTo('.sy-step-form input[type=radio]');
    await recorder.waitFor('step-form.step seen');
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}');
    await expect.element(page.getByText('Enough to see a change within three weeks.')).toBeVisible();
    await tabTo('.sy-step-form button[type=submit]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Where should we look?')).toHaveFocus();
    await tabTo('input[type=checkbox]');
    await userEvent.keyboard(' ');
    await tabTo('input[name=shop]');
    await userEvent.keyboard('bags.example{Enter}');
    await expect.element(heading('Where do we send the quote?')).toHaveFocus();
    await tabTo('input[name=name]');
    await userEvent.keyboard('Ada');
    await tabTo('.sy-step-form input[name=email]');
    await userEvent.keyboard('ada@example.com{Enter}');
    await expect.element(heading('Is this right, Ada?')).toHaveFocus();
    await tabTo('.sy-step-form button[type=submit]');
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(heading('Your quote is on its way, Ada')).toBeVisible();
    await untilOpen();

    expect(linesOf(recorder)).toEqual([
      'poll.vote seen adviser 1/6',
      'poll.vote started adviser 1/6',
      'poll.vote committed adviser 1/6 first-page-checklist',
      'lead-gate.unlock seen adviser 4/6',
      'lead-gate.unlock started adviser 4/6',
      'lead-gate.unlock committed adviser 4/6 audit-quote',
      'step-form.step seen adviser 6/6',
      'step-form.step started adviser 6/6',
      'step-form.step committed adviser 6/6',
      'step-form.step committed adviser 6/6',
      'step-form.step committed adviser 6/6',
      'step-form.submit committed adviser 6/6',
    ]);
    for (const event of recorder.events)
      expect(commitmentEventSchema.safeParse(event).error?.issues).toBeUndefined();
    expect(JSON.stringify(recorder.events)).not.toMatch(/ada@|bags\.example/);
    expect(localStorage.getItem('smallyes:ladder:adviser')).not.toMatch(/ada|bags/);
  });

  it('leaves the keyboard where the reader is when an ask is refused', async () => {
    mount();
    await vote('On the first page');
    await untilOpen('first-page-checklist');
    const no = gate().getByRole('button', { name: 'No, thanks' });
    no.element().focus();
    await userEvent.keyboard('{Enter}');
    await untilOpen('reader-wish');
    expect(document.activeElement?.closest('.sy-poll')).not.toBeNull();
    await userEvent.tab();
    expect(document.activeElement?.closest('[data-ask=reader-wish]')).not.toBeNull();
  });
});

describe('the path of the adviser', { timeout: 30_000 }, () => {
  it('takes double clicks for one yes each, and for none that was not meant', async () => {
    const recorder = mount();
    await page
      .getByRole('group', { name: /leave your shop/ })
      .getByText('In the cart')
      .dblClick();
    scrollTo(0, document.documentElement.scrollHeight);
    await untilOpen('second-click-rating');
    await page.elementLocator(document.querySelectorAll('.sy-star-rating label')[3]!).dblClick();
    await untilOpen('second-click-comment');
    expect(document.querySelector('.sy-star-rating [data-ask=second-click-comment]')).not.toBeNull();
    await page.getByRole('textbox', { name: 'What should we add or leave out?' }).fill('Prices');
    await page.getByRole('button', { name: 'Send' }).dblClick();
    await untilOpen('audit-quote');
    expect(yesesOf(recorder)).toEqual([
      'poll.vote where-visitors-leave',
      'star-rating.rate second-click-rating',
      'comment-form.post second-click-comment',
    ]);
  });

  it('wears the site’s accent everywhere, also where it shows the way', async () => {
    mount();
    await vote('I do not know');
    await untilOpen('first-page-checklist');
    const colourOf = (selector: string) =>
      getComputedStyle(document.querySelector(selector)!).backgroundColor;
    expect(colourOf('[data-state=current] .sy-ladder-progress-mark')).toBe(
      colourOf('.sy-lead-gate [type=submit]'),
    );
  });

  it('takes double clicks on the way to the checklist and away from it', async () => {
    const recorder = mount();
    await page
      .getByRole('group', { name: /leave your shop/ })
      .getByText('I do not know')
      .dblClick();
    await untilOpen('first-page-checklist');
    await gate().getByRole('button', { name: 'No, thanks' }).dblClick();
    await untilOpen('reader-wish');
    expect(yesesOf(recorder)).toEqual(['poll.vote where-visitors-leave']);
    expect(recorder.events.filter(({ phase }) => phase === 'dismissed')).toHaveLength(1);
  });

  it('waits with the next ask until a slow server has granted the checklist', async () => {
    const real = setTimeout;
    // The story's server takes 250 milliseconds, this one two seconds.
    const slow = ((run: () => void, time?: number) => real(run, time === 250 ? 2000 : time)) as typeof real;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(slow);
    const recorder = mount();
    await vote('I do not know');
    await untilOpen('first-page-checklist');
    await address().fill('ada@example.com');
    await gate().getByRole('button', { name: 'Get it now' }).click();
    await expect.element(gate().getByRole('status')).toHaveTextContent('Sending …');
    await new Promise((resolve) => real(resolve, 1000));
    expect(openAsks()).toEqual(['first-page-checklist']);
    expect(yesesOf(recorder)).toEqual(['poll.vote where-visitors-leave']);
    await recorder.waitFor('lead-gate.unlock committed');
    await untilOpen('audit-quote');
    // The yes stands; the checklist itself is still on its way.
    expect(firstPoint().query()).toBeNull();
    await expect.element(firstPoint(), { timeout: 5000 }).toBeVisible();
  });

  it('keeps the place over a reload in the middle, and shows no ask twice', async () => {
    mount();
    await vote('I do not know');
    await untilOpen('first-page-checklist');
    cleanup();
    const recorder = mount({ isBack: true });
    await untilOpen('first-page-checklist');
    await expect.element(page.getByText(/You have answered it already/)).toBeVisible();
    expect(page.getByRole('group', { name: /leave your shop/ }).query()).toBeNull();
    await unlock();
    await untilOpen('audit-quote');
    cleanup();
    mount({ isBack: true });
    await untilOpen('audit-quote');
    expect(yesesOf(recorder)).toEqual(['lead-gate.unlock first-page-checklist']);
  });

  it('keeps the place when the reader goes Back and Forward inside it', async () => {
    mount();
    await vote('I do not know');
    await untilOpen('first-page-checklist');
    await unlock();
    await untilOpen('audit-quote');
    await page.getByText('Up to 100').click();
    await expect.element(page.getByText(/Then we would measure/)).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.element(heading('Where should we look?')).toBeVisible();
    history.back();
    await expect.element(heading('How many orders do you have in a month?')).toBeVisible();
    expect(openAsks()).toEqual(['audit-quote']);
    await expect.element(firstPoint()).toBeVisible();
    history.forward();
    await expect.element(heading('Where should we look?')).toBeVisible();
    expect(openAsks()).toEqual(['audit-quote']);
  });

  it('learns, when Back brings it out of the browser’s cache, what was answered meanwhile', async () => {
    // A page in that cache hears nothing of what other pages store.
    const deaf = (event: Event) => event.stopImmediatePropagation();
    addEventListener('storage', deaf, true);
    try {
      mount();
      await untilOpen('where-visitors-leave');
      const frame = await openTab();
      choose(frame, 'I do not know');
      await vi.waitFor(() => expect(openAsks(frame.contentDocument!)).toEqual(['first-page-checklist']));
      frame.remove();
      expect(openAsks()).toEqual(['where-visitors-leave']);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await untilOpen('first-page-checklist');
    } finally {
      removeEventListener('storage', deaf, true);
    }
  });

  it('moves on with a yes of another tab, and lets that one move on with its own', async () => {
    const recorder = mount();
    await untilOpen('where-visitors-leave');
    const frame = await openTab();
    const there = frame.contentDocument!;
    expect(openAsks(there)).toEqual(['where-visitors-leave']);
    choose(frame, 'On a product page');
    scrollTo(0, document.documentElement.scrollHeight);
    await untilOpen('second-click-rating');
    expect(recorder.commitments).toEqual([]);
    await page.elementLocator(document.querySelectorAll('.sy-star-rating label')[4]!).click();
    await untilOpen('second-click-comment');
    await vi.waitFor(() => expect(openAsks(there)).toEqual(['second-click-comment']));
    frame.remove();
  });

  it('gives the quote at once to who wants it, and keeps the keyboard there', async () => {
    const recorder = mount();
    await page.getByRole('link', { name: 'Get a quote in four questions' }).click();
    await expect.element(heading('How many orders do you have in a month?')).toBeVisible();
    expect(document.activeElement?.className).toBe('adviser-quote-spot');
    await vote('In the cart');
    await page.getByText('Up to 100').click();
    await recorder.waitFor('step-form.step started');
    await expect.element(page.getByRole('radio', { name: 'Up to 100' })).toBeChecked();
  });

  it.each([
    [1280, 'ltr'],
    [360, 'ltr'],
    [320, 'rtl'],
  ] as const)('fits a window of %i px, %s, with the gate in the poll’s card', async (width, direction) => {
    await page.viewport(width, 800);
    document.documentElement.dir = direction;
    try {
      mount();
      await vote('I do not know');
      await untilOpen('first-page-checklist');
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBe(clientWidth);
      // Empty spots take no room.
      for (const spot of document.querySelectorAll('.sy-next-ask[data-empty]'))
        expect(spot.getBoundingClientRect().height).toBe(0);
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });
});

/** Opens the site once more, in a document of its own. */
async function openTab(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  const module = new URL('./adviser-tab.tsx', import.meta.url).href;
  frame.srcdoc = `<!doctype html><script>__vitest_browser_runner__ = { wrapDynamicImport: (run) => run() }</script><script type="module" src="${module}"></script>`;
  document.body.append(frame);
  await vi.waitFor(() => expect(openAsks(frame.contentDocument!)).not.toEqual([]), 8000);
  return frame;
}

function choose({ contentDocument }: HTMLIFrameElement, label: string): void {
  const labels = [...contentDocument!.querySelectorAll<HTMLElement>('.sy-poll label')];
  labels.find(({ textContent }) => textContent === label)!.click();
}

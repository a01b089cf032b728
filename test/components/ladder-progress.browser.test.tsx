import { render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { defineLadder } from 'smallyes/ladder';
import { LadderProgress, type LadderProgressProps } from 'smallyes/ladder-progress';
import { StarRating } from 'smallyes/star-rating';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/star-rating.css';
import 'smallyes/ladder-progress.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { cutTexts } from '../support/cut-text.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { ladder, pick, rating, star } from './next-ask.support.tsx';

const steps = { article: 'The article', author: 'The author', site: 'The site' };
const root = () => document.querySelector<HTMLElement>('.sy-ladder-progress')!;
const words = () => root().querySelector('.sy-ladder-progress-words')!.firstChild!.textContent;
const states = () => [...root().querySelectorAll('li')].map(({ dataset }) => dataset['state']);
const list = (name: string | RegExp) => page.getByRole('list', { name });

beforeEach(async () => {
  forgetMessages();
  localStorage.clear();
  document.documentElement.removeAttribute('dir');
  await page.viewport(800, 900);
});

function mount(props: Partial<LadderProgressProps> = {}, strict = false) {
  const recorder = createRecorder();
  const tree = (
    <recorder.Provider ladder={ladder}>
      <LadderProgress steps={steps} {...props} />
      {rating('article')}
      {rating('author')}
      {rating('site')}
    </recorder.Provider>
  );
  return { recorder, ...render(strict ? <StrictMode>{tree}</StrictMode> : tree) };
}

describe('progress', () => {
  it.each([false, true])('follows each yes to the end, StrictMode %s', async (strict) => {
    mount({}, strict);
    await expect.element(list(/^Step 1 of 3/)).toBeVisible();
    expect(states()).toEqual(['current', 'ahead', 'ahead']);
    await pick('article');
    await expect.element(list(/^Step 2 of 3/)).toBeVisible();
    expect(states()).toEqual(['done', 'current', 'ahead']);
    await pick('author');
    await pick('site');
    await expect.element(list('All done')).toBeVisible();
    expect(states()).toEqual(['done', 'done', 'done']);
    expect(root().dataset['complete']).toBe('true');
    expect(root().querySelector('[aria-current]')).toBeNull();
  });

  it('goes back when a yes is taken back', async () => {
    mount();
    await pick('article');
    await expect.element(list(/^Step 2 of 3/)).toBeVisible();
    const clear = page.getByRole('button', { name: 'Clear rating' });
    (clear.element() as HTMLElement).click();
    await vi.waitFor(() => expect(states()[0]).toBe('current'));
  });

  it('says which steps are done, and which one is at hand', async () => {
    mount();
    await pick('article');
    await expect.element(list(/^Step 2 of 3/)).toBeVisible();
    const [first, second] = [...root().querySelectorAll('li')];
    expect(first?.textContent).toBe('The article, done');
    expect(second?.getAttribute('aria-current')).toBe('step');
  });

  it('counts when the step at hand has no name', async () => {
    mount({ steps: { article: 'The article', site: 'The site' } });
    await pick('article');
    await vi.waitFor(() => expect(words()).toBe('1 of 2 done'));
  });

  it('leaves out the steps of another branch', async () => {
    const kind = 'star-rating.rate';
    const branching = defineLadder({
      id: 'branching',
      goal: 'site',
      rungs: [
        { ask: 'article', kind, segments: { fan: (data) => data.value >= 4 } },
        { ask: 'author', kind, when: { segment: 'fan' } },
        { ask: 'site', kind },
      ],
    });
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={branching}>
        <LadderProgress steps={steps} ladder={branching} />
        <StarRating id="article" label="How is the article?" />
      </recorder.Provider>,
    );
    await vi.waitFor(() => expect(words()).toBe('Step 1 of 2'));
    await pick('article');
    await vi.waitFor(() => expect(words()).toBe('Step 2 of 3'));
  });

  it('draws nothing anew for events that change nothing', async () => {
    let renders = 0;
    const { recorder } = mount({
      render: (props) => {
        renders++;
        return <div {...props} />;
      },
    });
    await expect.element(list(/^Step 1 of 3/)).toBeVisible();
    await vi.waitFor(() => expect(recorder.phases()).toHaveLength(3), 5_000);
    const before = renders;
    star('article', '1 star').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(recorder.phases()).toHaveLength(4);
    expect(renders).toBe(before);
  });
});

describe('markup', () => {
  it('gives its root to a ref, joins the class, and takes attributes', async () => {
    const ref = createRef<HTMLDivElement>();
    const { unmount } = mount({ ref, className: 'mine', 'aria-label': undefined, id: 'way', lang: 'en' });
    await vi.waitFor(() => expect(ref.current).toBe(root()));
    expect(root().className).toBe('sy-ladder-progress mine');
    expect(root().lang).toBe('en');
    unmount();
    expect(ref.current).toBeNull();
  });

  it('hydrates what the server remembers without a warning or a shift', async () => {
    const recorder = createRecorder();
    const tree = (
      <recorder.Provider ladder={ladder} remembered={{ notes: {}, time: Date.now() }}>
        <LadderProgress steps={steps} />
        {rating('article')}
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    const served = root();
    const box = JSON.stringify(served.getBoundingClientRect());
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    try {
      await recorder.waitFor('star-rating.rate seen');
      expect(errors).toEqual([]);
      expect(root()).toBe(served);
      expect(JSON.stringify(served.getBoundingClientRect())).toBe(box);
    } finally {
      react.unmount();
      host.remove();
    }
  });

  it('passes axe at each stage', async () => {
    const { container } = mount();
    await expect.element(list(/^Step 1 of 3/)).toBeVisible();
    expect(await findings(container)).toEqual([]);
    await pick('article');
    await expect.element(list(/^Step 2 of 3/)).toBeVisible();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await findings(container)).toEqual([]);
  });
});

describe('looks', () => {
  it('names every step where there is room, and the one at hand where there is none', async () => {
    mount();
    await expect.element(list(/^Step 1 of 3/)).toBeVisible();
    const widths = () =>
      [...root().querySelectorAll('.sy-ladder-progress-name')].map(
        (one) => one.getBoundingClientRect().width > 1,
      );
    const here = () => getComputedStyle(root().querySelector('.sy-ladder-progress-here')!).display;
    expect([widths(), here()]).toEqual([[true, true, true], 'none']);
    await page.viewport(320, 640);
    expect([widths(), here()]).toEqual([[false, false, false], 'inline']);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(root().getBoundingClientRect().height).toBeLessThan(70);
  });

  it('keeps a name that is one long word on the screen', async () => {
    await page.viewport(320, 640);
    mount({ steps: { ...steps, article: 'Donaudampfschifffahrtsgesellschaft'.repeat(3) } });
    await expect.element(list(/^Step 1 of 3/)).toBeVisible();
    expect(cutTexts()).toEqual([]);
  });

  it('keeps its least width in a box that shrinks to fit', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider ladder={ladder}>
        <div style={{ display: 'inline-block' }}>
          <LadderProgress steps={steps} />
        </div>
      </recorder.Provider>,
    );
    await vi.waitFor(() => expect(root().getBoundingClientRect().width).toBeGreaterThanOrEqual(100));
  });

  it('runs from right to left', async () => {
    document.documentElement.dir = 'rtl';
    mount();
    await expect.element(list(/^Step 1 of 3/)).toBeVisible();
    const [first, second] = [...root().querySelectorAll('.sy-ladder-progress-mark')].map((one) =>
      one.getBoundingClientRect(),
    );
    expect(first!.left).toBeGreaterThan(second!.right);
  });

  it('tells the three states apart in forced colours', async () => {
    mount();
    await pick('article');
    await expect.element(list(/^Step 2 of 3/)).toBeVisible();
    await emulateMedia({ 'forced-colors': 'active' });
    const [, current, ahead] = [...root().querySelectorAll('.sy-ladder-progress-mark')].map(
      (one) => getComputedStyle(one).backgroundColor,
    );
    expect(current).not.toBe(ahead);
    expect(root().querySelector('[data-state=done] .sy-check')).not.toBeNull();
  });
});

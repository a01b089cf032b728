import { cleanup, render } from '@testing-library/react';
import { analyze } from 'smallyes/insights';
import { CommitmentReport, ExperimentReport, LiftForest, RetentionTriangle } from 'smallyes/insights/react';
import '../../src/styles/base.css';
import '../../src/insights/react/insights.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  firstWeekCounts,
  lift,
  longNames,
  noCounts,
  reversedCounts,
  shopCounts,
  shopNames,
} from '../../stories/insights-shop.ts';
import { findings } from '../support/axe.ts';
import { contrast, paint } from '../support/contrast.ts';
import { emulateMedia } from '../support/emulate-media.ts';

const shop = analyze(shopCounts);
const root = document.documentElement;

afterEach(async () => {
  cleanup();
  root.removeAttribute('dir');
  root.removeAttribute('data-sy-theme');
  root.style.background = '';
  await page.viewport(1280, 900);
});

describe('the report', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ])('has no finding of axe in the %s look at %i px', async (theme, width) => {
    await page.viewport(width, 900);
    root.dataset['syTheme'] = theme;
    root.style.background = theme === 'dark' ? '#111' : '#fff';
    for (const counts of [shopCounts, reversedCounts, firstWeekCounts, noCounts]) {
      const { container } = render(
        <CommitmentReport insights={analyze(counts)} names={shopNames} title="Autumn" currency="EUR" />,
      );
      expect(await findings(container)).toEqual([]);
      cleanup();
    }
  });

  it.each([320, 360, 600, 640, 800, 1000, 1280])(
    'cuts nothing at %i px, with names of any length',
    async (width) => {
      await page.viewport(width, 900);
      const names = { ...longNames, reviews: 'x'.repeat(10_000) };
      render(<CommitmentReport insights={shop} names={names} locale="de" currency="EUR" title="Herbst" />);
      expect(root.scrollWidth).toBeLessThanOrEqual(width);
      const beyond = visible('.sy-insights-table :is(th, td), .sy-insights-table small, p, dd, li').filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
      );
      expect(beyond.map(({ outerHTML }) => outerHTML)).toEqual([]);
      for (const table of document.querySelectorAll('.sy-insights-table')) {
        const part = table.closest('figure')?.getBoundingClientRect();
        expect(table.getBoundingClientRect().right).toBeLessThanOrEqual(part?.right ?? 0);
      }
    },
  );

  it('tells a row that is a block what each figure is, and a wide one by its head', async () => {
    render(<CommitmentReport insights={shop} />);
    const cell = document.querySelector('td[data-label="Reached"]') as HTMLElement;
    expect(getComputedStyle(cell, '::before').content).toBe('none');
    await page.viewport(360, 900);
    // Firefox says it as it is written.
    expect(getComputedStyle(cell, '::before').content).toMatch(/^("Reached"|attr\(data-label\)) \/ ""$/);
    expect(cell.getBoundingClientRect().width).toBeGreaterThan(250);
  });

  it('reaches with the keyboard what scrolls, and scrolls it', async () => {
    await page.viewport(360, 900);
    render(<RetentionTriangle cells={shop.retention} />);
    const region = page.getByRole('region', { name: 'Who comes back' }).element();
    expect(region.scrollWidth).toBeGreaterThan(region.clientWidth);
    await userEvent.tab();
    expect(document.activeElement).toBe(region);
    expect(getComputedStyle(region).outlineStyle).toBe('solid');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => region.scrollLeft).toBeGreaterThan(0);
  });

  it('has no other stop for the keyboard than what can be opened or scrolled', () => {
    render(<CommitmentReport insights={shop} />);
    const stops = [...document.querySelectorAll('[tabindex], summary, a, button, input')];
    expect(stops.map(({ tagName }) => tagName)).toEqual(['SUMMARY', 'SECTION']);
  });

  it('mirrors its drawings from right to left, but not their words', () => {
    const { rerender } = render(<LiftForest lifts={shop.lifts} />);
    const share = () => {
      const row = document.querySelector('.sy-insights-drawing')!;
      const { left, width } = row.getBoundingClientRect();
      const point = row.querySelector('circle')!.getBoundingClientRect();
      return (point.left + point.width / 2 - left) / width;
    };
    const fromLeft = share();
    expect(fromLeft).toBeGreaterThan(0.6);
    root.dir = 'rtl';
    rerender(<LiftForest lifts={shop.lifts} />);
    expect(share()).toBeCloseTo(1 - fromLeft, 2);
    const [first, last] = [...document.querySelectorAll('.sy-insights-axis text')];
    expect(first?.textContent).toBe('0.5');
    expect(first!.getBoundingClientRect().left).toBeGreaterThan(last!.getBoundingClientRect().left);
    // Turned twice is not turned.
    const matrix = (first as SVGGraphicsElement).getScreenCTM();
    expect(matrix?.a).toBeGreaterThan(0);
    const name = document.querySelector('tbody th')!.getBoundingClientRect();
    const figure = document.querySelector('tbody td')!.getBoundingClientRect();
    expect(name.left).toBeGreaterThan(figure.left);
  });

  it.each(['ltr', 'rtl'])(
    'keeps the name of the line on the paper where it stands at an end (%s)',
    async (dir) => {
      root.dir = dir;
      await page.viewport(360, 900);
      for (const experiment of shop.experiments) render(<ExperimentReport experiment={experiment} />);
      const axes = [...document.querySelectorAll('.sy-insights-axis[data-named]')];
      expect(axes.length).toBeGreaterThan(1);
      for (const axis of axes) {
        const whole = axis.getBoundingClientRect();
        const name = axis.querySelector(':scope > svg:last-child > text')!.getBoundingClientRect();
        expect(name.left).toBeGreaterThanOrEqual(whole.left - 1);
        expect(name.right).toBeLessThanOrEqual(whole.right + 1);
      }
    },
  );

  it('draws lines that run on from row to row where there is room', () => {
    render(<LiftForest lifts={shop.lifts} />);
    const lines = [...document.querySelectorAll('tbody .sy-insights-none')].map((line) =>
      line.getBoundingClientRect(),
    );
    expect(lines.length).toBe(shop.lifts.length);
    lines.slice(1).forEach((line, at) => {
      expect(line.left).toBeCloseTo(lines[at]!.left, 0);
      expect(Math.abs(line.top - lines[at]!.bottom)).toBeLessThan(2);
    });
    const axis = document.querySelector('.sy-insights-axis .sy-insights-none')!.getBoundingClientRect();
    expect(axis.left).toBeCloseTo(lines[0]!.left, 0);
  });

  it('prints light, whole, and shows the code that a screen folds', async () => {
    root.dataset['syTheme'] = 'dark';
    await page.viewport(700, 900);
    render(<CommitmentReport insights={shop} />);
    const code = document.querySelector('.sy-insights-code') as HTMLElement;
    const dark = getComputedStyle(document.querySelector('.sy-insights-part')!).backgroundColor;
    expect(code.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    await emulateMedia({}, 'print');
    // What was skipped is laid out with the next frame.
    await expect.poll(() => code.checkVisibility({ contentVisibilityAuto: true })).toBe(true);
    expect(code.getBoundingClientRect().height).toBeGreaterThan(50);
    const part = getComputedStyle(document.querySelector('.sy-insights-part')!);
    expect(part.backgroundColor).not.toBe(dark);
    expect(getComputedStyle(document.querySelector('.sy-insights-scroll')!).overflowX).toBe('visible');
    expect(root.scrollWidth).toBeLessThanOrEqual(700);
  });

  it('draws in the colours that are forced', async () => {
    render(<LiftForest lifts={shop.lifts} />);
    const point = document.querySelector('tbody circle')!;
    const own = getComputedStyle(point).fill;
    await emulateMedia({ 'forced-colors': 'active' });
    expect(getComputedStyle(point).fill).not.toBe(own);
  });

  it('leaves words readable on the deepest tone', () => {
    for (const theme of ['light', 'dark']) {
      root.dataset['syTheme'] = theme;
      render(<RetentionTriangle cells={shop.retention} />);
      const part = document.querySelector('.sy-insights-part')!;
      const rects = [...document.querySelectorAll<SVGRectElement>('.sy-insights-cell rect')];
      const depth = Math.max(...rects.map((rect) => Number(rect.getAttribute('fill-opacity'))));
      expect(depth).toBeCloseTo(0.44, 2);
      const [text, ground, tone] = [
        paint(getComputedStyle(part).color),
        paint(getComputedStyle(part).backgroundColor),
        paint(getComputedStyle(rects[0]!).fill),
      ];
      const mix = (at: 0 | 1 | 2) => ground[at] * (1 - depth) + tone[at] * depth;
      expect(contrast(text, [mix(0), mix(1), mix(2)])).toBeGreaterThan(4.5);
      cleanup();
    }
  });

  it('keeps rows apart that have one name', () => {
    // React tells of doubled keys, and any word on the console fails.
    render(<LiftForest lifts={[...shop.lifts, ...shop.lifts]} />);
    render(
      <CommitmentReport insights={{ ...shop, experiments: [...shop.experiments, ...shop.experiments] }} />,
    );
    expect(page.getByRole('heading', { name: 'Experiment: letter-after-result' }).elements()).toHaveLength(2);
  });

  it('shows a thousand actions without delay, on a page of bounded length', () => {
    const actions = Array.from({ length: 1_000 }, (_, at) =>
      lift(`poll.vote:${at}`, 900, 200 + (at % 90), 900, 100, 0),
    );
    const { lifts } = analyze({ ...shopCounts, actions });
    const start = performance.now();
    const { container } = render(<LiftForest lifts={lifts} />);
    const { height } = container.getBoundingClientRect();
    expect(height).toBeGreaterThan(1_000);
    expect(height).toBeLessThan(4_000);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

function visible(selector: string): Element[] {
  return [...document.querySelectorAll(selector)].filter(
    (element) =>
      !element.closest('.sy-insights-scroll, thead, .sy-visually-hidden') && element.checkVisibility(),
  );
}

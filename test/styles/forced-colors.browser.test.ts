import '../../src/insights/react/insights.css';
import '../../src/styles/styles.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emulateMedia } from '../support/emulate-media.ts';
import { render, style } from './page.support.ts';

// The scheme of the visitor's colours is not that of the page: a light page in white on black.
beforeEach(() => emulateMedia({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }));
afterEach(() => document.body.replaceChildren());

describe('with forced colours', () => {
  it('draws the lock of a task on a ground that is not its own colour', () => {
    const page =
      render(`<section data-sy-ask="challenge" data-sy-theme="light"><ol class="sy-challenge-tasks">
      <li class="sy-challenge-task" data-state="locked"><div class="sy-challenge-head">
        <svg class="sy-challenge-mark" viewBox="0 0 24 24"><circle cx="12" cy="12" r="11" /><path d="M8 11h8v6H8z" /></svg>
      </div></li></ol></section>`);
    expect(style(page, 'circle').fill).toBe(system('Canvas'));
    expect(style(page, 'path').stroke).toBe(system('CanvasText'));
  });

  it('tells the bar of a rating from its track', () => {
    const page = render(`<div class="sy-star-rating-summary" data-sy-theme="light">
      <svg class="sy-star-rating-bar" viewBox="0 0 100 1"><rect width="42" height="1" /></svg></div>`);
    const { backgroundColor, outlineStyle, fill } = style(page, '.sy-star-rating-bar');
    expect(backgroundColor).toBe('rgba(0, 0, 0, 0)');
    expect(outlineStyle).toBe('solid');
    expect(fill).toBe(system('CanvasText'));
  });

  it('hatches a week that is not over, and draws what was lost as an outline', () => {
    const page = render(`<div class="sy-insights-part"><table class="sy-insights-weeks"><tbody><tr>
      <td class="sy-insights-cell" data-running>8%</td><td class="sy-insights-cell">9%</td></tr></tbody></table>
      <svg class="sy-insights-drawing"><rect class="sy-insights-behind" width="9" height="9" /></svg></div>`);
    expect(style(page, '[data-running]').backgroundImage).toContain('gradient');
    expect(style(page, '[data-running]').color).toBe(system('CanvasText'));
    const { fill, stroke } = style(page, '.sy-insights-behind');
    expect([fill, stroke]).toEqual([system('Canvas'), system('CanvasText')]);
  });

  it('greys a time that is taken', () => {
    const page = render(`<section data-sy-ask="callback-request">
      <label class="sy-callback-request-window"><input type="checkbox" disabled>9:00</label></section>`);
    expect(style(page, 'label').color).toBe(system('GrayText'));
  });

  it('gives the one obvious action a wider edge', () => {
    const page =
      render(`<section data-sy-ask="poll"><button class="sy-button main" data-variant="primary">Go</button>
      <button class="sy-button" data-variant="quiet">Not now</button></section>`);
    const edge = (name: string) => Number.parseFloat(style(page, name).borderWidth);
    expect(edge('.main')).toBeGreaterThan(edge('[data-variant="quiet"]'));
    expect(page.querySelector<HTMLElement>('.main')?.offsetHeight).toBe(44);
  });

  // Without an edge their words line up with the text; with one, the frame would stand outside of it.
  it.each([
    [
      'a rating',
      '<div class="sy-star-rating-foot"><p class="sy-star-rating-words">Thanks</p>BUTTON</div>',
      'sy-star-rating-clear',
    ],
    ['a poll', '<div class="sy-poll-foot"><p class="sy-poll-words">Thanks</p>BUTTON</div>', ''],
    ['an ending', '<div class="sy-step-form-end"><p>Thanks</p>BUTTON</div>', ''],
    ['a kept draft', '<div class="sy-step-form-kept"><span>Kept</span>BUTTON</div>', ''],
    ['a result', '<div>BUTTON</div>', 'sy-quiz-again'],
    [
      'a story',
      '<div class="sy-actions"><div class="sy-story-path-ways sy-actions">BUTTON</div></div>',
      'sy-story-path-skip',
    ],
    ['a cart', '<div class="sy-add-to-cart-button-after"><p>Added</p>BUTTON</div>', ''],
    ['a gate', '<div class="sy-media-gate">BUTTON</div>', ''],
    [
      'a banner',
      '<div class="sy-next-ask" data-appearance="banner"><div class="sy-next-ask-item"><p>Read on</p>BUTTON</div></div>',
      'sy-next-ask-dismiss',
    ],
  ])('keeps the frame of the quiet button within %s', (_, html, own) => {
    const page = render(
      `<div class="box" style="inline-size: 30rem">${html.replace('BUTTON', `<button class="${own} sy-button" data-variant="quiet">Change</button>`)}</div>`,
    );
    const box = page.querySelector('.box > *')!;
    const { paddingLeft, paddingRight } = getComputedStyle(box);
    const [room, frame] = [box, page.querySelector('.sy-button')!].map((one) => one.getBoundingClientRect());
    expect(frame!.left).toBeGreaterThanOrEqual(room!.left + Number.parseFloat(paddingLeft) - 0.5);
    expect(frame!.right).toBeLessThanOrEqual(room!.right - Number.parseFloat(paddingRight) + 0.5);
  });
});

/** A colour of the visitor's own, as it is computed. */
function system(name: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

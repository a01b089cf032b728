import '../../src/styles/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { contrast, paint } from '../support/contrast.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { render, style } from './page.support.ts';

afterEach(() => {
  document.body.replaceChildren();
});

describe.each(['light', 'dark'])('where more contrast is asked for, in the %s look', (theme) => {
  const bars = [
    'star-rating-bar',
    'offer-filter-track',
    'quiz-bar',
    'challenge-part',
    'step-form-mark',
    'story-path-mark',
    'reading-progress-bar',
  ];

  it('keeps what a bar lies on light beside the bar', async () => {
    await emulateMedia({ 'prefers-contrast': 'more' });
    const page = render(`<section data-sy-ask="poll" data-sy-theme="${theme}">
      ${bars.map((bar) => `<div class="sy-${bar}"></div>`).join('')}
      <p class="sy-checkout-mark"></p><b style="background: var(--sy-accent-edge)"></b></section>`);
    const bar = paint(style(page, 'b').backgroundColor);
    const grounds = [
      ...bars.map((name) => [name, style(page, `.sy-${name}`).backgroundColor] as const),
      ['checkout-mark', style(page, '.sy-checkout-mark').borderBlockStartColor] as const,
    ];
    expect(grounds.filter(([, ground]) => contrast(bar, paint(ground)) < 3)).toEqual([]);
  });

  it('darkens edges, and not what stands behind the words of a result', async () => {
    await emulateMedia({ 'prefers-contrast': 'more' });
    const page = render(`<section data-sy-ask="poll" data-sy-theme="${theme}">
      <div class="sy-choice" data-result><svg class="sy-bar"></svg><span class="sy-choice-label">Trust</span></div>
    </section>`);
    expect(
      contrast(paint(style(page, '.sy-choice-label').color), paint(style(page, '.sy-bar').fill)),
    ).toBeGreaterThanOrEqual(7);
    expect(
      contrast(paint(style(page, '.sy-choice').borderColor), paint(style(page, 'section').backgroundColor)),
    ).toBeGreaterThanOrEqual(3);
  });
});

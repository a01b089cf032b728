import '../../src/styles/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
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
    'story-path-part',
    'reading-progress-bar',
  ];

  it('keeps what a bar lies on light beside the bar', async () => {
    await emulateMedia({ 'prefers-contrast': 'more' });
    const page = render(`<section data-sy-ask="poll" data-sy-theme="${theme}">
      ${bars.map((bar) => `<div class="sy-${bar}"></div>`).join('')}
      <p class="sy-checkout-mark"></p><b style="background: var(--sy-accent-edge)"></b></section>`);
    const bar = style(page, 'b').backgroundColor;
    const grounds = [
      ...bars.map((name) => [name, style(page, `.sy-${name}`).backgroundColor] as const),
      ['checkout-mark', style(page, '.sy-checkout-mark').borderBlockStartColor] as const,
    ];
    expect(grounds.filter(([, ground]) => contrast(bar, ground) < 3)).toEqual([]);
  });

  it('darkens edges, and not what stands behind the words of a result', async () => {
    await emulateMedia({ 'prefers-contrast': 'more' });
    const page = render(`<section data-sy-ask="poll" data-sy-theme="${theme}">
      <div class="sy-choice" data-result><svg class="sy-bar"></svg><span class="sy-choice-label">Trust</span></div>
    </section>`);
    expect(
      contrast(style(page, '.sy-choice-label').color, style(page, '.sy-bar').fill),
    ).toBeGreaterThanOrEqual(7);
    expect(
      contrast(style(page, '.sy-choice').borderColor, style(page, 'section').backgroundColor),
    ).toBeGreaterThanOrEqual(3);
  });
});

/** As WCAG counts it. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

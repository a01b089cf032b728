import { afterEach, describe, expect, it } from 'vitest';
import base from '../../src/styles/base.css?raw';
import { contrast, paint } from '../support/contrast.ts';
import { emulateMedia } from '../support/emulate-media.ts';

const condition = /@supports \(color: light-dark\([^{]*\{/g;
/** The sheet as a browser reads it that does not know what the colours are made with. */
const older = base.replace(condition, '@supports (color: unknown) {');

const frame = document.createElement('iframe');
afterEach(() => frame.remove());

function render(scheme: string): (selector: string) => CSSStyleDeclaration {
  document.body.append(frame);
  const page = frame.contentDocument!;
  page.documentElement.style.colorScheme = scheme;
  page.body.innerHTML = `<style>${older}</style>
    <section data-sy-ask="poll">
      <p class="sy-note">A note</p>
      <span class="sy-spinner"></span>
      <input class="sy-input" />
      <input class="sy-choice-input" id="off" type="radio" />
      <input class="sy-choice-input" id="on" type="radio" checked />
      <input class="sy-choice-input" id="box" type="checkbox" />
      <button class="sy-button" data-variant="primary">Send</button>
      <svg class="sy-bar"></svg>
    </section>`;
  return (selector) => frame.contentWindow!.getComputedStyle(page.querySelector(selector)!);
}

it('one condition holds all that older browsers do not know', () => {
  expect(base.match(condition)).toHaveLength(1);
  expect(older).not.toBe(base);
});

describe.each(['light', 'dark'])('a browser below the floor, on a %s page', (scheme) => {
  it('draws edges around fields, choices and buttons, and rings what has the focus', () => {
    const style = render(scheme);
    const surface = paint(style('[data-sy-ask]').backgroundColor);
    for (const selector of ['input', '#off', '#on', '#box', 'button']) {
      const { borderTopStyle, borderTopColor } = style(selector);
      expect([selector, borderTopStyle]).toEqual([selector, 'solid']);
      expect(contrast(paint(borderTopColor), surface), selector).toBeGreaterThan(3);
    }
    frame.contentDocument!.querySelector('input')!.focus();
    expect(style('input').outlineStyle).toBe('solid');
  });

  it('writes what can be read, with the colours of the system', () => {
    const style = render(scheme);
    const surface = paint(style('[data-sy-ask]').backgroundColor);
    const isDark = contrast(surface, [0, 0, 0]) < 3;
    expect(isDark).toBe(scheme === 'dark');
    expect(contrast(paint(style('[data-sy-ask]').color), surface)).toBeGreaterThan(15);
    expect(contrast(paint(style('.sy-note').color), surface)).toBeGreaterThan(4);
    // Filled, to be told from their neighbours, and seen through: the words on them keep the colour of the text.
    expect(style('.sy-bar').fill).toMatch(/^rgba\(/);
    const { backgroundColor, color } = style('button');
    expect([backgroundColor, color]).toEqual([style('.sy-bar').fill, style('[data-sy-ask]').color]);
  });
});

describe('a browser below the floor', () => {
  it('moves nothing for whoever asks for less motion', async () => {
    const times = () => {
      const style = render('light');
      return [style('.sy-spinner').animationDuration, style('input').transitionDuration];
    };
    expect(times()).toEqual(['0.8s', '0.12s']);
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    expect(times()).toEqual(['0s', '0s']);
  });

  it('prints no tint: paper is white', async () => {
    const style = render('light');
    const ask = frame.contentDocument!.querySelector<HTMLElement>('[data-sy-ask]')!;
    ask.dataset['syTheme'] = 'dark';
    const surface = () => paint(style('[data-sy-ask]').backgroundColor);
    expect(contrast(surface(), [255, 255, 255])).toBeGreaterThan(10);
    await emulateMedia({}, 'print');
    expect(surface().slice(0, 3)).toEqual([255, 255, 255]);
    expect(contrast(paint(style('[data-sy-ask]').color), surface())).toBeGreaterThan(15);
  });
});

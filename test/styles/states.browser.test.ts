import '../../src/styles/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { render, style } from './page.support.ts';

afterEach(() => {
  document.body.replaceChildren();
});

describe('the same state looks the same', () => {
  it('writes all that is disabled in a form in one colour', () => {
    const page = render(`<section data-sy-ask="step-form"><input class="sy-input" value="Ines" disabled>
      <div class="sy-field-select"><select class="sy-input" disabled><option>Two</option></select></div>
      <input class="sy-field-file" type="file" disabled></section>`);
    const { color } = style(page, 'input');
    const button = getComputedStyle(page.querySelector('.sy-field-file')!, '::file-selector-button');
    expect(style(page, 'select')).toMatchObject({ color, opacity: '1' });
    expect(button.color).toBe(color);
  });

  it('draws a step of a checkout that is done as a step of a form that is done', () => {
    const page = render(`<section data-sy-ask="checkout"><p class="sy-checkout-mark" data-done></p>
      <p class="sy-step-form-mark" data-done></p></section>`);
    const done = style(page, '.sy-checkout-mark').borderBlockStartColor;
    expect(done).toBe(style(page, '.sy-step-form-mark').backgroundColor);
  });

  it('turns beside the middle of the words that it stands for', () => {
    const page = render(`<section data-sy-ask="checkout">
      <p class="sy-status"><span class="sy-spinner"></span><b>One moment …</b></p></section>`);
    const [spinner, words] = ['.sy-spinner', 'b'].map((selector) => {
      const { top, height } = page.querySelector(selector)!.getBoundingClientRect();
      return top + height / 2;
    });
    expect(spinner).toBeCloseTo(words!, 0);
  });

  it.each(['step-form-end', 'stack'])('puts words below a heading of %s at the same distance', (name) => {
    const page = render(`<section data-sy-ask="step-form"><div class="sy-${name}">
      <h3 class="sy-question">Thank you, Ada</h3><p class="sy-description">It is on its way.</p></div></section>`);
    const [heading, words] = ['h3', 'p'].map((selector) => page.querySelector(selector)!);
    const gap = words!.getBoundingClientRect().top - heading!.getBoundingClientRect().bottom;
    expect(gap).toBeCloseTo(8, 0);
  });
});

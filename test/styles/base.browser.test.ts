import '../../src/styles/base.css';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { emulateMedia } from '../support/emulate-media.ts';
import { render, style } from './page.support.ts';

afterEach(() => {
  document.body.replaceChildren();
});

describe('base.css', () => {
  it('leaves the page around an ask as it was', () => {
    const page = render('<p class="outside">Words</p><section data-sy-ask="poll"></section>');
    expect(style(page, '.outside').colorScheme).toBe('normal');
    expect(getComputedStyle(document.documentElement).colorScheme).toBe('normal');
    expect(style(page, '.outside').fontFamily).toBe(getComputedStyle(document.body).fontFamily);
  });

  it('nests a dark island in a light page and a light one in it', () => {
    const page = render(`
      <div data-sy-theme="light"><section class="one" data-sy-ask="poll"></section>
        <div data-sy-theme="dark"><section class="two" data-sy-ask="poll"></section>
          <div data-sy-theme="light"><section class="three" data-sy-ask="poll"></section></div>
        </div>
      </div>`);
    const [one, two, three] = ['.one', '.two', '.three'].map((name) => style(page, name).backgroundColor);
    expect(two).not.toBe(one);
    expect(three).toBe(one);
  });

  it('derives the accent again wherever a brand sets it', () => {
    const page = render(`
      <section class="default" data-sy-ask="poll"><b></b></section>
      <div style="--sy-accent: #1d4ed8"><section class="within" data-sy-ask="poll"><b></b></section></div>
      <section class="itself" data-sy-ask="poll" style="--sy-accent: #1d4ed8"><b></b></section>
      <div style="--sy-accent: #1d4ed8"><div class="sy-star-rating-summary"><b></b></div></div>`);
    for (const mark of page.querySelectorAll('b')) mark.style.color = 'var(--sy-accent-hover)';
    expect(style(page, '.within b').color).not.toBe(style(page, '.default b').color);
    expect(style(page, '.within b').color).toBe(style(page, '.itself b').color);
    // No ask, and drawn in the accent all the same.
    expect(style(page, '.sy-star-rating-summary b').color).toBe(style(page, '.itself b').color);
  });

  it('keeps the width of its words where the width shrinks to fit', () => {
    const page = render(
      '<div style="display: inline-block"><section data-sy-ask="poll"><p>What holds your shop back?</p></section></div>',
    );
    expect(page.querySelector('section')?.offsetWidth).toBeGreaterThan(150);
  });

  it.each(['primary', 'secondary', 'quiet'])(
    'paints the words of a %s link as those of a button, whatever the page says of links',
    (variant) => {
      const page = render(`
      <style>a { color: rgb(0, 0, 255); }</style>
      <section data-sy-ask="poll">
        <a href="#x" class="sy-button" data-variant="${variant}">Go</a>
        <button type="button" class="sy-button" data-variant="${variant}">Go</button>
      </section>`);
      expect(style(page, 'a').color).toBe('rgb(0, 0, 255)');
      expect(style(page, 'a').webkitTextFillColor).toBe(style(page, 'button').color);
    },
  );

  it.each(['light', 'dark'])('tells a quiet button at rest from words beside it, in the %s look', (theme) => {
    const page = render(`
      <section data-sy-ask="poll" data-sy-theme="${theme}">
        <p class="sy-note">501 votes</p><p class="words">Thanks</p><i style="color: var(--sy-accent-text)"></i>
        <button type="button" class="sy-button" data-variant="quiet">Change</button>
      </section>`);
    const quiet = style(page, '.sy-button');
    expect(quiet.color).toBe(style(page, 'i').color);
    expect([style(page, '.sy-note').color, style(page, '.words').color]).not.toContain(quiet.color);
    expect(Number(quiet.fontWeight)).toBeGreaterThan(Number(style(page, '.sy-note').fontWeight));
  });

  it('draws the edge of a quiet button where colours are forced, which tell nothing apart then', async () => {
    const page = render('<button type="button" class="sy-button" data-variant="quiet">Change</button>');
    const edge = () => style(page, '.sy-button').borderColor;
    expect(edge()).toBe('rgba(0, 0, 0, 0)');
    await emulateMedia({ 'forced-colors': 'active' });
    expect(edge()).not.toBe('rgba(0, 0, 0, 0)');
  });

  it('takes the margins from a paragraph in the slot for what comes next, which has its own room', () => {
    const page = render(
      '<section data-sy-ask="poll"><div class="sy-next"><p>Shall we write?</p></div></section>',
    );
    expect(style(page, '.sy-next p').margin).toBe('0px');
  });

  it('lets hidden win over the display of its classes', () => {
    const page = render(
      '<section data-sy-ask="poll"><button type="button" class="sy-button" hidden></button></section>',
    );
    expect(style(page, '.sy-button').display).toBe('none');
  });

  it('lets hidden win over a class of a stylesheet that comes later, behind a class of the page too', () => {
    const page = render(`
      <style>@layer sy.components { .sy-poll-foot { display: flex; } }</style>
      <div class="sy-poll-foot" hidden></div><div class="mine sy-poll-foot" hidden></div>`);
    for (const foot of page.querySelectorAll('.sy-poll-foot'))
      expect(getComputedStyle(foot).display).toBe('none');
  });

  it('leaves hidden alone where only the end of a word looks like the kit’s', () => {
    const page = render('<div class="easy-read" hidden="until-found"></div>');
    expect(style(page, '.easy-read').display).toBe('block');
  });

  it('hides what is only for pages without script, whatever its other class says', () => {
    const page = render(
      '<div class="sy-actions sy-only-without-script"></div><div class="sy-only-with-script"></div>',
    );
    expect(style(page, '.sy-only-without-script').display).toBe('none');
    expect(style(page, '.sy-only-with-script').display).toBe('block');
  });

  it('keeps an empty status in the tree and an empty next slot out of it', () => {
    const page = render(
      '<section data-sy-ask="poll"><p class="sy-status"></p><div class="sy-next"></div></section>',
    );
    expect(style(page, '.sy-status')).toMatchObject({ display: 'flex', position: 'absolute' });
    expect(style(page, '.sy-next').display).toBe('none');
  });

  it('mirrors the bar of a result from right to left', () => {
    const bar =
      '<svg class="sy-bar" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="42" height="1" /></svg>';
    const page = render(`<div dir="rtl"><div class="sy-choice" data-result>${bar}</div></div>`);
    const row = page.querySelector('.sy-choice')?.getBoundingClientRect();
    const rect = page.querySelector('rect')?.getBoundingClientRect();
    expect(rect?.right).toBeCloseTo((row?.right ?? 0) - 1, 0);
  });

  it('gives every control 44 px and breaks a long word within 288 px', () => {
    const page = render(`<div style="inline-size: 288px"><section data-sy-ask="poll">
      <h2 class="sy-question">${'Donaudampfschifffahrt'.repeat(4)}</h2>
      <label class="sy-choice"><input class="sy-choice-input" type="radio"><span class="sy-choice-label">${'a'.repeat(90)}</span></label>
      <input class="sy-input"><div class="sy-actions"><button type="button" class="sy-button">${'b'.repeat(60)}</button></div>
    </section></div>`);
    expect(page.querySelector('section')?.scrollWidth).toBeLessThanOrEqual(288);
    for (const name of ['.sy-choice', '.sy-input', '.sy-button']) {
      expect(page.querySelector(name)?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
  });

  it('shows the pointer on a choice and on a field, but not over an error', async () => {
    const page = render(`<section data-sy-ask="poll" style="--sy-motion-fast: 0s">
      <label class="sy-choice"><input class="sy-choice-input" type="radio"><span class="sy-choice-label">Price</span></label>
      <input class="sy-input"><input class="sy-input wrong" aria-invalid="true"></section>`);
    const wrong = style(page, '.wrong').borderColor;
    for (const name of ['.sy-choice', '.sy-input']) {
      const rest = style(page, name).borderColor;
      await userEvent.hover(page.querySelector(name)!);
      expect(style(page, name).borderColor).not.toBe(rest);
    }
    await userEvent.hover(page.querySelector('.wrong')!);
    expect(style(page, '.wrong').borderColor).toBe(wrong);
  });

  it.each(['<a href="#x">Terms</a>', '<input type="range">', '<summary tabindex="0">Transcript</summary>'])(
    'rings %s of an ask as it rings its buttons',
    async (control) => {
      const page = render(`<section data-sy-ask="poll">
        <button type="button" class="sy-button">Vote</button>${control}</section>`);
      const ring = ({ outlineStyle, outlineWidth, outlineColor, outlineOffset }: CSSStyleDeclaration) =>
        [outlineStyle, outlineWidth, outlineColor, outlineOffset].join(' ');
      await userEvent.tab();
      const first = ring(style(page, '.sy-button'));
      await userEvent.tab();
      expect(ring(getComputedStyle(document.activeElement!))).toBe(first);
      expect(first).toContain('solid 2px');
    },
  );

  it('rings no words that are not there yet', async () => {
    const page = render(`<section data-sy-ask="poll"><p class="sy-status" tabindex="-1"></p></section>`);
    const status = page.querySelector<HTMLElement>('.sy-status')!;
    await userEvent.keyboard('{Tab}');
    status.focus();
    expect(status.matches(':focus-visible')).toBe(true);
    expect(getComputedStyle(status).outlineStyle).toBe('none');
    status.textContent = '3 results';
    expect(getComputedStyle(status).outlineStyle).toBe('solid');
  });

  it('leaves no short last line, but lets lines be while somebody types them', () => {
    const page = render(`<section data-sy-ask="poll"><p class="sy-status">Thanks</p>
      <button type="button" class="sy-button">Vote</button><textarea class="sy-textarea"></textarea></section>`);
    const wrap = (selector: string) => style(page, selector).getPropertyValue('text-wrap-style');
    expect([wrap('.sy-status'), wrap('.sy-button'), wrap('.sy-textarea')]).toEqual([
      'pretty',
      'pretty',
      'auto',
    ]);
  });

  it('draws a selected, a disabled and a chosen result row each in its own way', () => {
    const row = (attributes: string, input = '') =>
      `<label class="sy-choice" ${attributes}>${input}<span class="sy-choice-label">Price</span></label>`;
    const page = render(`<section data-sy-ask="poll">
      ${row('id="rest"', '<input class="sy-choice-input" type="radio">')}
      ${row('id="selected"', '<input class="sy-choice-input" type="radio" checked>')}
      ${row('id="disabled"', '<input class="sy-choice-input" type="radio" disabled>')}
      ${row('id="result" data-result data-selected')}</section>`);
    const looks = ['#rest', '#selected', '#disabled', '#result'].map((name) => {
      const { backgroundColor, borderColor, color, fontWeight } = style(page, name);
      return [backgroundColor, borderColor, color, fontWeight].join();
    });
    expect(new Set(looks).size).toBe(4);
  });
});

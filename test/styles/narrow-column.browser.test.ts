import '../../src/styles/styles.css';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { render } from './page.support.ts';

afterEach(() => {
  document.body.replaceChildren();
});

describe('in a column of 240 px', () => {
  const column = (html: string) => render(`<div style="inline-size: 240px">${html}</div>`);
  const box = (page: HTMLElement, selector: string) => page.querySelector(selector)!.getBoundingClientRect();

  it('keeps the words of a poll whole, and moves nothing when their figures come', () => {
    const row = (figures: string) => `<section class="sy-poll" data-sy-ask="poll"><label class="sy-choice">
      <input class="sy-choice-input" type="radio"><span class="sy-choice-label">Delivery</span>
      <span class="sy-choice-count sy-poll-count">${figures}</span></label></section>`;
    const before = column(row(''));
    const after = column(row('<b>100%</b><small>1.2K</small>'));
    expect(box(before, '.sy-choice-label').height).toBe(24);
    expect(box(after, '.sy-choice-label').height).toBe(24);
    expect(box(after, '.sy-choice').height).toBe(box(before, '.sy-choice').height);
    expect(box(after, 'b').bottom).toBeLessThanOrEqual(box(after, '.sy-poll-count').bottom + 1);
    expect(box(after, 'b').right).toBeLessThanOrEqual(box(after, '.sy-choice').right);
  });

  it('keeps no room for figures beside the choices of an ask that follows it', () => {
    const follower = `<section class="sy-quiz" data-sy-ask="quiz" data-sy-appearance="plain"><label class="sy-choice">
      <input class="sy-choice-input" type="radio"><span class="sy-choice-label">At a desk all day</span></label></section>`;
    const alone = column(follower);
    const nested = column(`<section class="sy-poll" data-sy-ask="poll" data-sy-appearance="plain">
      <div class="sy-next">${follower}</div></section>`);
    expect(box(nested, '.sy-choice-label').width).toBe(box(alone, '.sy-choice-label').width);
  });

  it('keeps them whole in letters of twice the size on a phone', () => {
    document.documentElement.style.fontSize = '32px';
    onTestFinished(() => document.documentElement.removeAttribute('style'));
    const page = render(`<div style="inline-size: 328px"><section class="sy-poll" data-sy-ask="poll">
      <label class="sy-choice"><input class="sy-choice-input" type="radio"><span class="sy-choice-label">Trust</span>
      <span class="sy-choice-count sy-poll-count"><b>43%</b><small>214</small></span></label></section></div>`);
    expect(box(page, '.sy-choice-label').height).toBe(48);
    // There is no room for a figure, and no part of one is seen.
    expect(box(page, 'b').top).toBeGreaterThanOrEqual(box(page, '.sy-poll-count').bottom);
  });

  it('draws the day that stands in a row of its own no wider than two others', () => {
    const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
    const page =
      column(`<section class="sy-offer-filter" data-sy-ask="offer-filter"><div class="sy-offer-filter-days">
      ${days.map((day) => `<label class="sy-offer-filter-day"><input type="checkbox">${day}</label>`).join('')}
    </div></section>`);
    const [first, last] = [':first-child', ':last-child'].map((which) =>
      box(page, `.sy-offer-filter-day${which}`),
    );
    expect(last!.top).toBeGreaterThan(first!.top);
    expect(last!.width).toBeLessThanOrEqual(first!.width * 2);
  });
});

describe('on a phone', () => {
  it('keeps two lines of thanks off the stars, and where the hint was', () => {
    const page =
      render(`<div style="inline-size: 328px"><section class="sy-star-rating" data-sy-ask="star-rating">
      <div class="sy-star-rating-foot"><p class="sy-star-rating-words sy-status" data-tone="success">
        <svg class="sy-check"></svg><span>You rated 4 of 5. Thank you!</span></p>
        <button type="button" class="sy-star-rating-clear sy-button" data-variant="quiet">Clear rating</button>
      </div></section></div>`);
    const foot = page.querySelector('.sy-star-rating-foot')!.getBoundingClientRect();
    const words = page.querySelector('.sy-star-rating-words span')!.getBoundingClientRect();
    expect(words.height).toBeGreaterThan(24);
    expect(foot.height).toBe(44);
    expect(words.top - foot.top).toBeGreaterThanOrEqual(4);
  });

  it('begins the way out of an ask without a card where its text begins', () => {
    const page = render(`<div class="sy-next-ask"><div class="sy-next-ask-item">
      <section data-sy-ask="poll" data-sy-appearance="plain"><p class="sy-note">One click is your vote.</p></section>
      <button type="button" class="sy-next-ask-dismiss sy-button" data-variant="quiet"><span>Not now</span></button>
    </div></div>`);
    const [note, words] = ['.sy-note', '.sy-button span'].map((selector) =>
      page.querySelector(selector)!.getBoundingClientRect(),
    );
    expect(words!.left).toBeCloseTo(note!.left, 0);
  });
});

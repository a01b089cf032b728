import { virtual } from '@guidepup/virtual-screen-reader';
import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { StarRating } from 'smallyes/star-rating';
import { createRecorder } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { data, mount, press } from './star-rating.support.tsx';

describe('server markup', () => {
  const served = (props: object, beforeHydration: (host: HTMLElement) => void) => {
    const recorder = createRecorder();
    const tree = (
      <recorder.Provider>
        <StarRating id="article-42" label="Was this useful?" {...props} />
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    beforeHydration(host);
    const errors: unknown[] = [];
    const root = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    return {
      recorder,
      host,
      errors,
      end() {
        root.unmount();
        host.remove();
      },
    };
  };

  it('keeps a pick from before hydration as a selection', async () => {
    const { recorder, host, errors, end } = served({}, (element) =>
      element.querySelectorAll<HTMLElement>('.sy-star-rating-item')[2]!.click(),
    );
    await expect.element(page.getByRole('button', { name: 'Send rating' })).toBeVisible();
    expect(host.querySelector<HTMLInputElement>(':checked')!.value).toBe('3');
    expect(recorder.commitments).toEqual([]);
    expect(errors).toEqual([]);
    await press(3);
    expect(recorder.commitments.map((event) => event.data)).toEqual([data(3)]);
    end();
  });

  it('posts the rating and the name of the ask without JavaScript', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(
      <StarRating id="article-42" label="Was this useful?" action="/ratings" comment />,
    );
    const form = host.querySelector('form')!;
    expect(form.getAttribute('method')).toBe('post');
    expect(form.getAttribute('action')).toBe('/ratings');
    expect(form.querySelector('[type=submit]')).not.toBeNull();
    host.querySelector<HTMLInputElement>('[value="4"]')!.checked = true;
    host.querySelector('textarea')!.value = 'Fine';
    expect(Object.fromEntries(new FormData(form))).toEqual({
      'sy-ask': 'article-42',
      rating: '4',
      comment: 'Fine',
    });
  });
});

describe('looks', () => {
  it('tells filled from empty in forced colours', async () => {
    await emulateMedia({ 'forced-colors': 'active' });
    mount({ defaultValue: 2 });
    const fills = [...document.querySelectorAll('.sy-star-rating-item > svg')].map(
      (svg) => getComputedStyle(svg).fillOpacity,
    );
    expect(fills).toEqual(['1', '1', '0', '0', '0']);
  });

  it('moves nothing under reduced motion', async () => {
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    mount();
    await press(2);
    expect(
      document.getAnimations().filter(({ effect }) => (effect?.getComputedTiming().endTime as number) > 0),
    ).toEqual([]);
  });

  it('previews by hover without a render', async () => {
    mount({ defaultValue: 1 });
    await userEvent.hover(document.querySelectorAll<HTMLElement>('.sy-star-rating-item')[3]!);
    const fills = [...document.querySelectorAll('.sy-star-rating-item > svg')].map(
      (svg) => getComputedStyle(svg).fillOpacity,
    );
    expect(fills).toEqual(['1', '1', '1', '1', '0']);
    await userEvent.unhover(document.querySelectorAll<HTMLElement>('.sy-star-rating-item')[3]!);
  });

  it('shows the text under the pointer in place of the hint, and the thanks once rated', async () => {
    const { container } = mount({ valueLabels: ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] });
    const opacity = (selector: string) => getComputedStyle(container.querySelector(selector)!).opacity;
    const good = '.sy-star-rating-item:nth-child(3) > .sy-star-rating-text';
    expect([opacity(good), opacity('.sy-star-rating-words')]).toEqual(['0', '1']);
    await userEvent.hover(container.querySelector('.sy-star-rating-item:nth-child(3)')!);
    expect([opacity(good), opacity('.sy-star-rating-words')]).toEqual(['1', '0']);
    await press(3);
    expect([opacity(good), opacity('.sy-star-rating-words')]).toEqual(['0', '1']);
  });

  it.each([
    ['five', {}],
    ['ten', { max: 10 }],
    [
      'ten halves',
      { max: 10, step: 0.5, comment: true, valueLabels: ['Terrible beyond words and without any hope'] },
    ],
  ])('fits 320 px with %s, every target 24 px or more', async (_name, props) => {
    await page.viewport(320, 640);
    const { container } = mount({ ...(props as object), defaultValue: 1 });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const card = container.querySelector('.sy-star-rating')!.getBoundingClientRect();
    for (const item of container.querySelectorAll(
      '.sy-star-rating-item, button:not(.sy-only-without-script *)',
    )) {
      const { width, height, right } = item.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      expect(right).toBeLessThanOrEqual(card.right);
    }
    await page.viewport(800, 900);
  });

  it('grows from the right in a right-to-left page', () => {
    const { container } = mount({ step: 0.5, defaultValue: 0.5, dir: 'rtl' } as object);
    const [first, second] = container.querySelectorAll('.sy-star-rating-item');
    expect(first!.getBoundingClientRect().left).toBeGreaterThan(second!.getBoundingClientRect().left);
    const [right, left] = [first, second].map((item) => item!.querySelector('svg')!);
    expect(right!.getBoundingClientRect().left).toBe(left!.getBoundingClientRect().right);
    // The first half is the drawing's left one, turned over.
    expect(right!.getAttribute('viewBox')).toBe('0 0 12 24');
    expect(getComputedStyle(right!).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('draws no more than it needs before the visitor acts', () => {
    const { container } = mount();
    // Four for each star; the root, the form, the group, its question, the row, the foot with two texts.
    expect(container.querySelectorAll('*')).toHaveLength(5 * 4 + 8);
  });

  it('keeps its height when it is rated', async () => {
    const { container } = mount({ valueLabels: ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] });
    const height = () => container.querySelector('.sy-star-rating')!.getBoundingClientRect().height;
    const before = height();
    await press(3);
    await expect.element(page.getByRole('button', { name: 'Clear rating' })).toBeVisible();
    expect(height()).toBe(before);
  });
});

describe('accessibility', () => {
  it.each([
    ['unrated', {}],
    ['rated', { defaultValue: 3 }],
    ['halves', { step: 0.5, defaultValue: 3.5 }],
    ['disabled', { disabled: true, defaultValue: 2 }],
    ['read-only', { readOnly: true, defaultValue: 2 }],
    ['with a comment', { comment: true, description: 'One click is enough.' }],
  ])('passes axe when %s', async (_state, props) => {
    const { container } = mount(props as object);
    expect(await findings(container)).toEqual([]);
  });

  it('passes axe while saving and after a failure', async () => {
    expectConsole('warn', 'SY-401');
    let refuse: (error: Error) => void = () => {};
    const { container } = mount({ onSubmit: () => new Promise((_, reject) => (refuse = reject)) });
    await press(2);
    expect(await findings(container)).toEqual([]);
    await act(async () => refuse(new Error('offline')));
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(await findings(container)).toEqual([]);
  });

  it('is spoken as a group of five, unrated, and says what was picked', async () => {
    const { container } = mount();
    await virtual.start({ container });
    while (!(await virtual.lastSpokenPhrase()).startsWith('end of radiogroup')) await virtual.next();
    const phrases = await virtual.spokenPhraseLog();
    await virtual.stop();
    expect(phrases).toContain('radiogroup, Was this useful?');
    expect(phrases.filter((phrase) => phrase.startsWith('radio,'))).toEqual([
      'radio, 1 star, not checked, position 1, set size 5',
      'radio, 2 stars, not checked, position 2, set size 5',
      'radio, 3 stars, not checked, position 3, set size 5',
      'radio, 4 stars, not checked, position 4, set size 5',
      'radio, 5 stars, not checked, position 5, set size 5',
    ]);
  });

  it('announces the pick in a region that was there before', async () => {
    const { container } = mount();
    const region = container.querySelector('[role=status]')!;
    await press(3);
    expect(container.querySelector('[role=status]')).toBe(region);
    expect(region.textContent).toBe('You rated 3 of 5. Thank you!');
  });
});

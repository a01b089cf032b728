import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cutTexts } from './cut-text.ts';

function show(html: string): readonly string[] {
  document.body.innerHTML = html;
  return cutTexts();
}

const words = 'Rindfleischetikettierungsüberwachungsaufgabe';

it('finds nothing where all can be read', async () => {
  await page.viewport(320, 900);
  expect(
    show(`
      <h1 style="overflow-wrap: anywhere">${words}</h1>
      <p>Two words <a href="#there">and a link</a> over some lines of text that is long enough to break.</p>
      <button style="max-inline-size: 100%; overflow-wrap: anywhere">${words} ${words}</button>
      <select style="max-inline-size: 100%"><option>Austria</option><option>${words} ${words} ${words}</option></select>
      <input placeholder="Bread">
      <div style="overflow: auto; block-size: 2rem"><p>One</p><p>Two</p><p>Three</p></div>
      <p style="position: absolute; inline-size: 1px; overflow: hidden; white-space: nowrap">Only spoken</p>
      <p style="display: none; inline-size: 1px">${words}</p>`),
  ).toEqual([]);
});

it.each([
  [
    'wider than its element',
    `<p style="inline-size: 5rem">${words}</p>`,
    /p “Rind.* needs \d+px and has 80px/,
  ],
  [
    'cut with an ellipsis',
    `<p style="inline-size: 5rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">Two words more</p>`,
    /p “Two.* needs \d+px and has 80px/,
  ],
  [
    'in a link that grows out of its box',
    `<div style="inline-size: 5rem"><a href="#there" style="white-space: nowrap">Out of the box</a></div>`,
    /a “Out.* stands outside of div/,
  ],
  [
    'outside of its button',
    `<button style="inline-size: 12rem; block-size: 1.5rem; padding: 0">Two lines of text that stand in a button of one</button>`,
    /button “Two.* is cut by button/,
  ],
  [
    'cut below',
    `<div style="block-size: 1.5rem; overflow: hidden"><p>One line</p><p>A line that nobody reads</p></div>`,
    /p “A line.* is cut by div/,
  ],
  [
    'longer than its select',
    `<select style="inline-size: 6rem"><option>${words}</option></select>`,
    /select.* shows “Rind/,
  ],
  [
    'squeezed to letters',
    `<p style="inline-size: 1rem; overflow-wrap: anywhere">One click is your vote.</p>`,
    /p “One.* is squeezed: 5 words in \d+ lines/,
  ],
  ['longer than its field', `<input size="4" placeholder="${words}">`, /input.* shows “Rind/],
  [
    'outside of the screen on the left, where nothing can be scrolled',
    `<p style="position: absolute; inset-inline-start: -3rem">Half of this</p>`,
    /p “Half.* leaves the screen/,
  ],
  [
    'on a page that is wider than the screen',
    `<div style="inline-size: 40rem">Wide</div>`,
    /^the page is 640px/,
  ],
])('names a text %s', async (_title, html, problem) => {
  await page.viewport(320, 900);
  document.body.style.margin = '0';
  expect(show(html).join('\n')).toMatch(problem);
});

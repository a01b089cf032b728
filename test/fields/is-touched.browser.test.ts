import { afterEach, expect, it } from 'vitest';
import { isTouched } from '../../src/fields/is-touched.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function control<Type extends Element>(html: string): Type {
  document.body.innerHTML = `<form>${html}</form>`;
  return document.querySelector('form')?.firstElementChild as Type;
}

it.each([
  ['a text', '<input value="Ada">'],
  ['a long text', '<textarea>Words</textarea>'],
  ['an unticked box', '<input type="checkbox" value="yes">'],
  ['a ticked box', '<input type="checkbox" value="yes" checked>'],
  ['a picked radio', '<input type="radio" checked>'],
  ['no file', '<input type="file">'],
  ['a list without a default', '<select><option>A<option>B</select>'],
  ['a list with a default', '<select><option>A<option selected>B</select>'],
  ['a list with two defaults', '<select><option selected>A<option selected>B<option>C</select>'],
  ['a list whose first cannot be picked', '<select><option disabled>Pick one<option>A<option>B</select>'],
  [
    'a list whose first group cannot be picked',
    '<select><optgroup disabled><option>A</optgroup><option>B</select>',
  ],
  ['an open list', '<select size="3"><option>A<option>B</select>'],
  ['a list of several', '<select multiple><option>A<option selected>B</select>'],
  ['a list of nothing', '<select></select>'],
  ['a button', '<button value="go">Go</button>'],
  ['a button with words of its own', '<input type="submit" value="Go">'],
  ['an output', '<output>42</output>'],
])('takes %s for untouched as it comes', (_name, html) => {
  expect(isTouched(control(html))).toBe(false);
});

it('takes whatever the page writes into a hidden field for no visitor’s doing', () => {
  const hidden = control<HTMLInputElement>('<input type="hidden" value="1">');
  hidden.value = '2';
  expect(isTouched(hidden)).toBe(false);
});

it.each(['<input value="Ada">', '<textarea>Ada</textarea>', '<input type="date">'])(
  'hears of another value: %s',
  (html) => {
    const text = control<HTMLInputElement>(html);
    const before = text.value;
    text.value = '2026-11-22';
    expect(isTouched(text)).toBe(true);
    text.value = before;
    expect(isTouched(text)).toBe(false);
  },
);

it.each(['<input type="checkbox">', '<input type="checkbox" checked>'])('hears of a tick: %s', (html) => {
  const box = control<HTMLInputElement>(html);
  box.click();
  expect(isTouched(box)).toBe(true);
  box.click();
  expect(isTouched(box)).toBe(false);
});

it.each([
  ['without a default', '<select><option>A<option>B</select>', 1],
  ['with a default', '<select><option>A<option selected>B</select>', 0],
  ['whose first cannot be picked', '<select><option disabled>Pick one<option>A<option>B</select>', 2],
  ['of which nothing was picked', '<select size="3"><option>A<option>B</select>', 0],
  ['of several', '<select multiple><option>A<option selected>B</select>', 0],
])('hears of another answer in a list %s', (_name, html, place) => {
  const list = control<HTMLSelectElement>(html);
  (list.options[place] as HTMLOptionElement).selected = true;
  expect(isTouched(list)).toBe(true);
  list.form?.reset();
  expect(isTouched(list)).toBe(false);
});

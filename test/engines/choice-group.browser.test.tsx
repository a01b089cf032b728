import { render } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useChoiceGroup } from '../../src/internal/use-choice-group.ts';

const values = ['one', 'two', 'three'];
const radio = (name: string) => page.getByRole('radio', { name });
const input = (value: string) => document.querySelector<HTMLInputElement>(`[value=${value}]`)!;

/** Native radios and the hook, nothing else; `log` tells what it made of the visitor's input. */
function mount({ decides = true, initial = '' } = {}) {
  const log: string[] = [];
  function Group() {
    const [selected, setSelected] = useState(initial);
    const { group, onChange } = useChoiceGroup({
      selected,
      onSelect(value, _checked, event) {
        if (event) log.push(`select ${value}`);
        setSelected(value);
      },
      onDecide: decides ? (value) => log.push(`decide ${value}`) : undefined,
    });
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          log.push('submit');
        }}
      >
        <fieldset {...group}>
          {values.map((value) => (
            <label key={value} style={{ display: 'block', padding: 8 }}>
              <input
                type="radio"
                name="group"
                value={value}
                checked={selected === value}
                onChange={onChange}
              />
              {value}
            </label>
          ))}
        </fieldset>
        <button type="submit">Send</button>
      </form>
    );
  }
  render(<Group />);
  return log;
}

/** The radios take real input only when the window has settled. */
async function focusFirst() {
  await userEvent.tab();
  await expect.poll(() => document.activeElement?.matches('[type=radio]')).toBe(true);
}

describe('the keyboard in a group of native radios', () => {
  it('selects with each arrow key, and never decides', async () => {
    const log = mount({ initial: 'one' });
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowUp}{ArrowLeft}{ArrowDown}');
    expect(log).toEqual(['select two', 'select three', 'select two', 'select one', 'select two']);
    await expect.element(radio('two')).toHaveFocus();
  });

  it('never decides at the ends, where WebKit stops and the others go round', async () => {
    const log = mount({ initial: 'one' });
    await focusFirst();
    await userEvent.keyboard('{ArrowUp}');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(log.filter((line) => line.startsWith('decide'))).toEqual([]);
  });

  it('decides with Space on an unselected radio, once', async () => {
    const log = mount();
    await focusFirst();
    await userEvent.keyboard(' ');
    expect(log).toEqual(['select one', 'decide one']);
  });

  it('decides with Space on what an arrow key selected, once', async () => {
    const log = mount({ initial: 'one' });
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}');
    log.length = 0;
    await userEvent.keyboard(' ');
    expect(log).toEqual(['select two', 'decide two']);
  });

  it('decides with Enter once, and does not send the form', async () => {
    const log = mount({ initial: 'one' });
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(log).toEqual(['select two', 'select two', 'decide two']);
  });

  it('decides nothing and sends the form with Enter where only a button decides', async () => {
    const log = mount({ decides: false });
    await focusFirst();
    await userEvent.keyboard(' {ArrowDown} {Enter}');
    expect(log).toEqual(['select one', 'select two', 'submit']);
  });

  it('takes a whole walk as it is meant: look, look, decide, look, decide', async () => {
    const log = mount();
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{ArrowDown} {ArrowUp}{Enter}');
    expect(log.filter((line) => line.startsWith('decide'))).toEqual(['decide three', 'decide two']);
  });
});

describe('a selection that the browser moves in a task of its own, as Firefox does for real keys', () => {
  const press = (type: string, key: string, on: string) =>
    input(on).dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
  const later = () => new Promise((resolve) => setTimeout(resolve, 30));

  it('is no decision', async () => {
    const log = mount({ initial: 'one' });
    press('keydown', 'ArrowDown', 'one');
    await later();
    input('two').click();
    press('keyup', 'ArrowDown', 'two');
    expect(log).toEqual(['select two']);
  });

  it('leaves the next activation by a screen reader a decision, also when the arrow key moved nothing', async () => {
    const log = mount({ initial: 'one' });
    press('keydown', 'ArrowDown', 'one');
    press('keyup', 'ArrowDown', 'one');
    input('two').click();
    input('two').click();
    expect(log).toEqual(['select two', 'decide two', 'decide two']);
  });

  it('does not swallow a click while the key is still down', async () => {
    const log = mount({ initial: 'one' });
    press('keydown', 'ArrowDown', 'one');
    await userEvent.click(radio('three'));
    expect(log).toEqual(['select three', 'decide three']);
  });
});

describe('the pointer in a group of native radios', () => {
  it('decides with a click on a radio, and again on the selected one', async () => {
    const log = mount();
    await userEvent.click(radio('two'));
    expect(log).toEqual(['select two', 'decide two']);
    await userEvent.click(radio('two'));
    expect(log.slice(2)).toEqual(['decide two']);
  });

  it('decides once with a click on a label', async () => {
    const log = mount();
    await userEvent.click(page.getByText('three'));
    expect(log).toEqual(['select three', 'decide three']);
  });
});

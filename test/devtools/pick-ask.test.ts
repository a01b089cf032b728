// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pickAsk } from '../../src/devtools/pick-ask.ts';
import { askOfElement } from '../../src/provider/ask.ts';

afterEach(() => document.body.replaceChildren());

/** An ask with a button, in the page or in a shadow tree of it. */
function place(root: ParentNode & Node): HTMLElement {
  const ask = document.createElement('form');
  const button = document.createElement('button');
  button.type = 'button';
  ask.append(button);
  root.append(ask);
  askOfElement.set(ask, () => 'hurdle');
  return button;
}

describe.each([
  ['the page', () => document.body],
  [
    'a shadow tree',
    () => document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }),
  ],
] as const)('an ask in %s', (_, root) => {
  it('is found under the pointer and picked, and the page does not notice', () => {
    const button = place(root());
    const onOver = vi.fn();
    const onPick = vi.fn();
    const onClick = vi.fn();
    button.addEventListener('click', onClick);
    const stop = pickAsk(document.createElement('div'), { onOver, onPick });
    button.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
    button.click();
    stop();
    expect(onOver).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ width: 0 }));
    expect(onPick).toHaveBeenCalledExactlyOnceWith('hurdle');
    expect(onClick).not.toHaveBeenCalled();
  });
});

it('what happens in the devtools passes, from within their shadow tree too', () => {
  const host = document.body.appendChild(document.createElement('div'));
  const button = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('button'));
  const onClick = vi.fn();
  button.addEventListener('click', onClick);
  const onPick = vi.fn();
  const stop = pickAsk(host, { onOver: () => {}, onPick });
  button.click();
  stop();
  expect(onClick).toHaveBeenCalledOnce();
  expect(onPick).not.toHaveBeenCalled();
});

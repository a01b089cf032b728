import { afterEach, beforeEach, expect } from 'vitest';

/**
 * Browsers translate a page by putting their words into elements of their own where ours stood. React keeps the text nodes that
 * it knows: what it writes into one of them is not seen, and what it takes from beside one throws. A text that is the only
 * child of its element has no such node. https://github.com/facebook/react/issues/11538
 *
 * Fails each test in which the kit changes, takes away or puts something before a text node that React knows.
 */
export function failOnLooseText(): void {
  if (typeof Node === 'undefined') return;
  const found = new Set<string>();
  const isLoose = (node: unknown): node is Text =>
    node instanceof Text &&
    node.data.trim() !== '' &&
    Object.keys(node).some((key) => key.startsWith('__reactFiber$')) &&
    !!node.parentElement?.closest('[class^="sy-"], [class*=" sy-"]');
  const note = (what: string, node: Text) => {
    const parent = node.parentElement;
    const near = parent?.closest('[class^="sy-"], [class*=" sy-"]');
    found.add(
      `${what} "${node.data.slice(0, 40)}" in <${parent?.localName}> of .${near?.className.split(' ')[0]}`,
    );
  };
  const { insertBefore, removeChild } = Node.prototype;
  const value = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue') as PropertyDescriptor;
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...value,
    set(text: string) {
      if (isLoose(this) && this.data !== text) note('changes', this);
      value.set?.call(this, text);
    },
  });
  Node.prototype.insertBefore = function <T extends Node>(node: T, before: Node | null): T {
    if (isLoose(before)) note('puts something before', before);
    return insertBefore.call(this, node, before) as T;
  };
  Node.prototype.removeChild = function <T extends Node>(node: T): T {
    if (isLoose(node)) note('takes away', node);
    return removeChild.call(this, node) as T;
  };
  beforeEach(() => found.clear());
  afterEach(() =>
    expect([...found], 'text that a translated page loses: give it an element of its own').toEqual([]),
  );
}

// Runs in the page of the tests. Over BiDi Playwright's `fill` and the keys that no US keyboard has write `value` by
// script: React takes that for its own doing, `change` never comes, and where a selection cannot be read, in e-mail and
// number, the new text is put behind the old one. Here the browser's editor inserts it, as it does for a key. Where a
// frame inside has the focus, Playwright is told which, and goes on there with its own.
Object.defineProperty(window, '__pw_bidiInsertText', {
  get: () => (text) => {
    const { activeElement: element } = document;
    if (element instanceof HTMLIFrameElement) return element;
    document.execCommand('insertText', false, text);
  },
  set() {},
});

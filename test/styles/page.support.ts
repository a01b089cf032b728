/** Puts markup on the page. */
export function render(html: string): HTMLElement {
  const page = document.createElement('main');
  page.innerHTML = html;
  document.body.append(page);
  return page;
}

/** The computed style of an element of the page. */
export function style(page: HTMLElement, selector: string): CSSStyleDeclaration {
  const element = page.querySelector(selector);
  if (!element) throw new Error(`${selector} is not on the page`);
  return getComputedStyle(element);
}

/** Half a pixel to each side comes from rounding, not from a text that is too long. */
const slack = 1;

/**
 * Names every text in the page that cannot be read whole: wider than its element, outside of a box or a button around it, cut by
 * `overflow` or an ellipsis, longer than the field that shows it, squeezed to letters, outside of the screen. And the page itself, where it can be
 * moved sideways. What only a screen reader meets is left out.
 */
export function cutTexts(root: Element = document.body): readonly string[] {
  const page = document.documentElement;
  const found =
    page.scrollWidth > page.clientWidth
      ? [`the page is ${page.scrollWidth}px wide on a screen of ${page.clientWidth}px`]
      : [];
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const problem = isSeen(element) && (problemOfField(element) ?? problemOfText(element));
    if (problem) found.push(`${nameOf(element)} ${problem}`);
  }
  return found;
}

function problemOfText(element: Element): string | undefined {
  const nodes = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
  if (nodes.length === 0) return undefined;
  const { display } = getComputedStyle(element);
  if (display !== 'inline' && element.scrollWidth > element.clientWidth + slack)
    return `needs ${element.scrollWidth}px and has ${element.clientWidth}px`;
  for (const node of nodes) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const problem = rect.width > 0 && problemOfRect(rect, element);
      if (problem) return problem;
    }
    // More lines than words: they stand letter by letter. A word that fits no phone may break.
    const words = node.textContent?.trim().split(/[\s-]+/) ?? [];
    const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
    if (lines > words.length && words.every((word) => word.length < 20))
      return `is squeezed: ${words.length} words in ${lines} lines`;
  }
  return undefined;
}

/** A line of text must lie in every box that stands around it. */
function problemOfRect(rect: DOMRect, element: Element): string | undefined {
  if (rect.left < -slack || rect.right > document.documentElement.clientWidth + slack)
    return 'leaves the screen';
  for (let box: Element | null = element; box; box = box.parentElement) {
    const { display, overflowX, overflowY, position } = getComputedStyle(box);
    if (display === 'contents' || (display === 'inline' && !box.matches('button, a'))) continue;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (display !== 'inline' && (rect.left < left - slack || rect.right > right + slack))
      return `stands outside of ${nameOf(box)}`;
    const isCut = overflowX !== 'visible' && !/auto|scroll/.test(overflowY);
    const isPressed = display !== 'inline' && box.matches('button, a, summary, label');
    if ((isCut || isPressed) && (rect.top < top - slack * 4 || rect.bottom > bottom + slack * 4))
      return `is cut by ${nameOf(box)}`;
    if (position === 'absolute' || position === 'fixed') return undefined;
  }
  return undefined;
}

/** What a field shows is no text of the page: it is measured with its font. */
function problemOfField(element: Element): string | undefined {
  const text =
    element instanceof HTMLSelectElement
      ? element.selectedOptions[0]?.text
      : element instanceof HTMLInputElement && !element.value
        ? element.placeholder
        : undefined;
  if (!text) return undefined;
  const style = getComputedStyle(element);
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('no canvas to measure with');
  pen.font = style.font;
  // Firefox leaves the paddings of a search out of its `clientWidth`.
  const edges = [style.borderLeftWidth, style.paddingLeft, style.paddingRight, style.borderRightWidth];
  const room = edges.reduce(
    (width, edge) => width - Number.parseFloat(edge),
    element.getBoundingClientRect().width,
  );
  const needed = pen.measureText(text).width;
  return needed > room + slack
    ? `shows “${text}”, which needs ${Math.ceil(needed)}px and has ${Math.floor(room)}px`
    : undefined;
}

/** Whether an element is painted, and not only for screen readers. */
function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('script, style, option'))
    return false;
  for (let box: Element | null = element; box; box = box.parentElement) {
    const { clipPath, overflowX } = getComputedStyle(box);
    const { width, height } = box.getBoundingClientRect();
    if (clipPath === 'inset(50%)' || (overflowX !== 'visible' && (width <= 1 || height <= 1))) return false;
  }
  return true;
}

function nameOf(element: Element): string {
  const ask = element.closest('[data-sy-ask]')?.getAttribute('data-sy-ask');
  const own = `${element.localName}${element.classList[0] ? `.${element.classList[0]}` : ''}`;
  const text = element.textContent?.trim().slice(0, 60);
  return `${ask ? `${ask} ` : ''}${own} “${text}”`;
}

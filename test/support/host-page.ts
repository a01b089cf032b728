import kit from '../../src/styles/styles.css?inline';
import host from './host-page.css?inline';

/** Of the kit: what stands in an ask without a class of ours may be the page's own. */
const ours = '[class^="sy-"]';
/** Whose size is their own, and not that of what the page has put into them. */
const small = 'button, input, textarea, select, legend, label, p, h2, h3, svg';
const sizes = /^(width|height|inline-size|block-size|perspective-origin|transform-origin)$/;
/** How long they came out: Firefox gives what was written where it has not laid out yet what a closed disclosure holds. */
const tracks = /^grid-template-(rows|columns)$/;

/**
 * What the styles of a page change in an ask, such as `button.sy-button: margin-bottom 16px, not 0px`, where the page has put
 * them into a layer before the kit's.
 */
export function compareInHostPage(root: Element): string[] {
  const sheets = [addSheet('@layer page, sy;'), addSheet(kit)];
  // A test may have brought the kit's styles itself: whose name is first is the weaker one.
  document.head.prepend(sheets[0]!);
  const alone = read(root);
  sheets.push(addSheet(host));
  const there = read(root);
  for (const sheet of sheets) sheet.remove();
  return alone.flatMap(({ name, style }, nth) =>
    Object.entries(style)
      .filter(([property, value]) => there[nth]?.style[property] !== value)
      .map(([property, value]) => `${name}: ${property} ${there[nth]?.style[property]}, not ${value}`),
  );
}

/** A stylesheet, in the page or in a shadow root. */
export function addSheet(css: string, to: ParentNode = document.head): HTMLStyleElement {
  const sheet = document.createElement('style');
  // What moves is read at its end.
  sheet.textContent = `${css}\n* { transition: none !important; animation: none !important; }`;
  to.append(sheet);
  return sheet;
}

/** How an element looks, by property. */
export function styleOf(element: Element, isRead: (property: string) => boolean): Record<string, string> {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    [...style].filter(isRead).map((property) => [property, style.getPropertyValue(property)]),
  );
}

function read(root: Element): { name: string; style: Record<string, string> }[] {
  return [root, ...root.querySelectorAll(`${ours}, ${ours} > :is(dt, dd, summary, label > input)`)]
    .filter((element) => element.getBoundingClientRect().width > 1)
    .map((element) => ({
      name: `${element.localName}.${element.classList[0]}`,
      style: styleOf(
        element,
        (property) => !tracks.test(property) && (!sizes.test(property) || element.matches(small)),
      ),
    }));
}

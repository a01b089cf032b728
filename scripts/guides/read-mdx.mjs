// Takes a guide apart: what is plain Markdown, and the elements in it that only Storybook can draw.
import { readFileSync } from 'node:fs';

const fence = /^\s*(```|~~~)/;
/** An element within a sentence. */
const inline = /<[A-Z]\w*\b[^<>]*\/>/g;
const space = /\{' '\}/g;

/**
 * @typedef {object} Guide
 * @property {string} file Path from the root of the repository.
 * @property {string} title As Storybook lists it: `Guides/Start`.
 * @property {string} id What Storybook calls its page in an address.
 * @property {readonly string[]} imports Lines of import, as written.
 * @property {readonly string[]} elements JSX of the elements, in their order.
 * @property {string} text Markdown in which `holder(index)` stands where an element was.
 */

/** @param {number} index */
export const holder = (index) => `\u27E6${index}\u27E7`;

/** @param {string} file @returns {Guide} */
export function readMdx(file) {
  const imports = [];
  const elements = [];
  const lines = [];
  let meta = '';
  let isCode = false;
  /** Lines of an element that goes over several. */
  let open;
  /** What is not imported is code in a sentence. */
  const isKnown = (element) => imports.some((line) => line.includes(/^<(\w+)/.exec(element)?.[1] ?? '\n'));
  const put = (element) => {
    if (!isKnown(element)) return element;
    if (element.startsWith('<Meta ')) {
      meta = element;
      return '';
    }
    return holder(elements.push(element) - 1);
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (fence.test(line)) isCode = !isCode;
    if (open) {
      open.push(line);
    } else if (isCode || fence.test(line)) {
      lines.push(line);
      continue;
    } else if (line.startsWith('import ')) {
      imports.push(line);
      continue;
    } else if (/^<[A-Z]/.test(line) && isKnown(line) && !/\/>\s*\S/.test(line)) {
      open = [line];
    } else {
      lines.push(withoutHtml(line.replaceAll(space, '').replace(inline, put)));
      continue;
    }
    if (/(\/>|<\/[A-Z]\w*>)\s*$/.test(line)) {
      lines.push(put(open.join('\n')));
      open = undefined;
    }
  }
  const title = /title="([^"]*)"/.exec(meta)?.[1];
  if (!title || open)
    throw new Error(`${file}: ${title ? `an element stays open: ${open[0]}` : 'no <Meta>'}.`);
  const name = /name="([^"]*)"/.exec(meta)?.[1] ?? 'docs';
  const text = `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
  return { file, title, id: `${slug(title)}--${slug(name)}`, imports, elements, text };
}

/** Headings with a name of their own keep it, as a mark before them. */
function withoutHtml(line) {
  return line.replace(
    /^<h([2-4]) id="([^"]+)">(.*)<\/h\1>$/,
    (_, level, id, words) => `<a id="${id}"></a>\n\n${'#'.repeat(Number(level))} ${words}`,
  );
}

function slug(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

// Static markup of a few elements, as Markdown: tables, code, quotations, links. Drawings have no words and go.
import { JSDOM } from 'jsdom';

const blocks = new Set(['DIV', 'SECTION', 'FIGURE', 'HEADER', 'FOOTER', 'DETAILS', 'ARTICLE', 'DL']);
const silent = new Set(['SVG', 'STYLE', 'SCRIPT', 'COLGROUP', 'COL']);

/** @param {string} markup */
export function toMarkdown(markup) {
  return block(JSDOM.fragment(markup)).join('\n\n');
}

/** Blocks of an element's content. */
function block(parent) {
  const found = [];
  let words = '';
  const end = () => {
    if (words.trim()) found.push(tidy(words));
    words = '';
  };
  for (const node of parent.childNodes) {
    const name = node.nodeName.toUpperCase();
    const made = blockOf(node, name);
    if (made === undefined) words += inline(node);
    else {
      end();
      found.push(...made);
    }
  }
  end();
  return found;
}

/** The blocks that a node is, or undefined for words. */
function blockOf(node, name) {
  if (silent.has(name)) return [];
  if (name === 'TABLE') return [table(node)];
  if (name === 'PRE')
    return [`\`\`\`${node.getAttribute('data-language') ?? ''}\n${node.textContent}\n\`\`\``];
  // A part that is Markdown already.
  if (name === 'TEMPLATE') return [node.content.textContent];
  if (name === 'BLOCKQUOTE') return [block(node).join('\n\n').replace(/^/gm, '> ')];
  if (/^H\d$/.test(name)) return [`**${tidy(content(node))}**`];
  if (name === 'UL' || name === 'OL') return [[...node.children].map((item) => `- ${cell(item)}`).join('\n')];
  if (blocks.has(name)) return block(node);
  if (name === 'P') return [tidy(content(node))].filter(Boolean);
  return undefined;
}

function table(node) {
  const rows = [...node.querySelectorAll('tr')].map((row) => [...row.children].map(cell));
  const filled = rows.filter((row) => row.some(Boolean));
  const [head = [], ...rest] = node.querySelector('thead') ? filled : [filled[0]?.map(() => ''), ...filled];
  const lines = [head, head.map(() => '---'), ...rest].map((row) => `| ${row.join(' | ')} |`);
  const caption = node.querySelector('caption');
  return [...(caption ? [`*${tidy(content(caption))}*`, ''] : []), ...lines].join('\n');
}

/** The words of a cell, on one line. */
function cell(node) {
  return tidy(content(node)).replaceAll('|', '\\|');
}

function content(node) {
  return [...node.childNodes].map(inline).join('');
}

function inline(node) {
  const name = node.nodeName.toUpperCase();
  if (silent.has(name) || name === '#COMMENT') return '';
  if (name === '#TEXT') return node.textContent;
  if (name === 'CODE') return `\`${node.textContent}\``;
  if (name === 'A') return `[${tidy(content(node))}](${node.getAttribute('href')})`;
  if (name === 'STRONG' || name === 'B') return `**${content(node)}**`;
  // Parts of a cell that stand below each other must not run into one word.
  return ` ${content(node)} `;
}

function tidy(words) {
  return (
    words
      // Marks of direction are for the eye.
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ([,.;:])(?=\s|$)/g, '$1')
      .trim()
  );
}

// Writes the guides as plain Markdown, with every table that Storybook would fill in, and one page for each ask.
import { globSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeAsks } from './asks.mjs';
import { holder, readMdx } from './read-mdx.mjs';
import { renderElements } from './render.mjs';
import { toMarkdown } from './to-markdown.mjs';

const source = 'stories/guides';

/**
 * Writes `guides/*.md` and `llms.txt` into a folder; gives how many pages there are.
 * @param {string} target
 */
export async function writeGuides(target) {
  const guides = globSync(`${source}/{,trackers/}*.mdx`).sort().map(readMdx);
  const markup = await renderElements(guides);
  const pages = new Map(guides.map(({ id, file }) => [id, pageOf(file)]));
  const asks = describeAsks();
  const files = [
    ...guides.map((guide, index) => [pageOf(guide.file), plain(guide, markup[index], pages)]),
    ...asks.map(({ name, text }) => [`asks/${name}.md`, text]),
  ];
  for (const [page, text] of files) {
    const file = path.join(target, 'guides', page);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await writeFile(path.join(target, 'llms.txt'), overview(guides, asks));
  return files.length;
}

/** `stories/guides/trackers/ga4.mdx` is `trackers/ga4.md`. */
function pageOf(file) {
  return path
    .relative(source, file)
    .replaceAll('\\', '/')
    .replace(/\.mdx$/, '.md');
}

function plain({ file, text, elements }, markup, pages) {
  const filled = elements.reduce(
    (all, _, index) => all.replace(holder(index), () => toMarkdown(markup[index])),
    text,
  );
  // Addresses of Storybook are files here; a story is in the repository alone, and its link goes.
  return filled
    .replace(/\[([^\]]*)\]\((?:\.\/)?\?path=\/story\/[^)]*\)/g, '$1')
    .replace(/\]\((?:\.\/)?\?path=\/docs\/([\w-]+)(#[\w-]+)?\)/g, (_, id, hash = '') => {
      const page = pages.get(id);
      if (!page) throw new Error(`${file}: there is no page ${id}.`);
      const to = path.posix.relative(path.posix.dirname(pageOf(file)), page);
      return `](${to}${hash})`;
    });
}

/** What there is, a line each, for readers that begin with one file. */
function overview(guides, asks) {
  const line = (words, page, more) => `- [${words}](guides/${page})${more ? `: ${more}` : ''}`;
  const named = ({ title, file }) => line(title.split('/').at(-1), pageOf(file));
  return `${[
    '# smallyes',
    '',
    '> React components for micro-commitments: small asks that lead a visitor to the big yes. Each answer is one typed event.',
    '',
    '## Guides',
    '',
    ...guides.filter(({ file }) => !file.includes('trackers/')).map(named),
    '',
    '## Asks',
    '',
    ...asks.map(({ name, title, summary }) => line(title, `asks/${name}.md`, summary)),
    '',
    '## Trackers',
    '',
    ...guides.filter(({ file }) => file.includes('trackers/')).map(named),
  ].join('\n')}\n`;
}

// Draws the elements of guides outside of Storybook: their blocks are bundled with the kit's own sources, and run.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** What a guide takes from Storybook. */
const storybook = `
import { createElement } from 'react';
export const Source = ({ code, language }) => createElement('pre', { 'data-language': language }, code);
export const Markdown = ({ children }) => createElement('template', { dangerouslySetInnerHTML: { __html: children.replace(/&/g, '&amp;').replace(/</g, '&lt;') } });
export const Meta = () => null;
`;

const kit = {
  name: 'guides',
  resolveId(id) {
    if (id === '@storybook/addon-docs/blocks') return '\0storybook';
    if (id.endsWith('.css')) return '\0css';
    return undefined;
  },
  load: {
    filter: { id: /^\0(storybook|css)$/ },
    handler: (id) => (id === '\0css' ? 'export {};' : storybook),
  },
};

const raw = {
  name: 'raw',
  async resolveId(id, from) {
    return id.endsWith('?raw') ? `\0raw:${path.resolve(path.dirname(from), id.slice(0, -4))}` : undefined;
  },
  async load(id) {
    if (!id.startsWith('\0raw:')) return undefined;
    return {
      code: `export default ${JSON.stringify(await readFile(id.slice(5), 'utf8'))};`,
      moduleType: 'js',
    };
  },
};

/**
 * The markup of every element, by guide.
 * @param {readonly import('./read-mdx.mjs').Guide[]} guides
 * @returns {Promise<readonly (readonly string[])[]>}
 */
export async function renderElements(guides) {
  const folder = path.resolve('.cache', `guides-${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    const files = guides.map(({ file, imports, elements }, index) => {
      const code = [
        ...imports,
        `export const elements = [\n${elements.map((one) => `() => ${one},`).join('\n')}\n];`,
      ];
      return {
        name: `guide-${index}.tsx`,
        code: code
          .join('\n')
          .replaceAll(
            /from '(\.[^']*)'/g,
            (_, to) => `from '${slashes(path.resolve(path.dirname(file), to))}'`,
          ),
      };
    });
    const entry = [
      "import { text } from 'node:stream/consumers';",
      "import { prerenderToNodeStream } from 'react-dom/static';",
      ...files.map(({ name }, index) => `import { elements as guide${index} } from './${name}';`),
      'const draw = async (one) => text((await prerenderToNodeStream(one())).prelude);',
      `export const markup = await Promise.all([${files.map((_, index) => `guide${index}`)}].map((guide) => Promise.all(guide.map(draw))));`,
    ];
    await Promise.all(files.map(({ name, code }) => writeFile(path.join(folder, name), code)));
    await writeFile(path.join(folder, 'entry.tsx'), entry.join('\n'));
    const bundle = await rolldown({
      input: path.join(folder, 'entry.tsx'),
      platform: 'node',
      external: (id) =>
        /^[\w@]/.test(id) &&
        !id.startsWith('smallyes') &&
        !id.startsWith('@storybook/') &&
        !path.isAbsolute(id),
      plugins: [raw, kit],
      transform: { jsx: 'react-jsx' },
      resolve: { conditionNames: ['smallyes-source', 'import', 'node', 'default'] },
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    });
    const out = path.join(folder, 'out');
    await bundle.write({ dir: out, format: 'esm' });
    await bundle.close();
    const { markup } = await import(pathToFileURL(path.join(out, 'entry.js')).href);
    return markup;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const slashes = (file) => file.replaceAll('\\', '/');

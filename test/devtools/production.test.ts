import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

const program = `import { createElement } from 'react';
import { CommitmentDevtools } from 'smallyes/devtools';
export default createElement(CommitmentDevtools, { defaultOpen: true });`;

/** All chunks of a page with the devtools, minified, under one value of NODE_ENV. */
async function chunksOf(environment: string) {
  const id = '\0page';
  const bundle = await rolldown({
    input: id,
    external: [/^react($|\/)/, /^react-dom($|\/)/],
    platform: 'browser',
    resolve: { conditionNames: ['smallyes-source', 'import', 'browser', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': JSON.stringify(environment) } },
    plugins: [
      {
        name: 'page',
        resolveId(source) {
          if (source === id) return id;
          return source.startsWith('smallyes') ? this.resolve(source, `${process.cwd()}/package.json`) : null;
        },
        load: (source) => (source === id ? program : null),
      },
    ],
    onLog(level, log, handle) {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
    },
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []));
}

/** Words and names that only the devtools have: of the button, of the panel, of its styles, and what they read. */
const traces = ['devtools', 'tablist', 'Pick on the page', 'attachShadow', 'adoptedStyleSheets', '#16181d'];

describe('a page with the devtools, built for production', () => {
  it('is one chunk of at most 200 bytes more than nothing, with no trace of the panel', async () => {
    const chunks = await chunksOf('production');
    expect(chunks).toHaveLength(1);
    const [code = ''] = chunks;
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(200);
    expect(traces.filter((trace) => code.includes(trace))).toEqual([]);
    expect(code).not.toContain('import(');
  });

  it('has them in development, the panel in a chunk that comes later', async () => {
    const chunks = await chunksOf('development');
    expect(chunks.length).toBeGreaterThan(1);
    const [first = ''] = chunks.filter((code) => code.includes('attachShadow'));
    expect(traces.filter((trace) => !chunks.join('').includes(trace))).toEqual([]);
    expect(first).not.toContain('tablist');
  });
});

import { transform } from 'lightningcss';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';

/** The stylesheets that a user's bundler gets, and those of our own pages. */
const files = [
  'src/styles/styles.css',
  'stories/journeys/adviser-article.css',
  'stories/journeys/energy.css',
  'stories/journeys/trainer.css',
  'stories/journeys/shop.css',
  '.storybook/preview.css',
];

/** A stylesheet as Vite delivers it without any settings. */
async function bundled(file: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: file, output: { assetFileNames: '[name][extname]' } } },
  })) as { output: { fileName: string; source?: string | Uint8Array }[] };
  return String(output.find(({ fileName }) => fileName.endsWith('.css'))?.source);
}

describe.each(files)('%s', (file) => {
  it('keeps its light and dark colours in a bundle with default settings', async () => {
    const css = await bundled(file);
    expect(css).toContain('light-dark(');
    expect(css).not.toContain('--lightningcss-');
  });
});

it('a bundler does lower what stands outside the condition', () => {
  const { code } = transform({
    filename: 'a.css',
    code: Buffer.from('a { color: light-dark(red, blue) }'),
    targets: { chrome: 111 << 16 },
  });
  expect(code.toString()).toContain('--lightningcss-');
});

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { expect, inject, it } from 'vitest';

/** Which other ask's folder an ask may bring along: a review holds the stars of StarRating. */
const companions: Record<string, readonly string[]> = { 'review-form': ['star-rating'] };

const folders = readdirSync('src/components');
const componentOf = (folder: string) =>
  folder.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const all = folders.map(componentOf).join(', ');

it.each(folders)('a page that imports every ask and renders %s alone ships that one', async (folder) => {
  const component = componentOf(folder);
  const fromRoot = await modulesOf(`import { ${all} } from 'smallyes'; mount(${component});`);
  const fromEntry = await modulesOf(
    `import { ${component} } from 'smallyes/${folder}'; mount(${component});`,
  );
  expect(fromEntry.length).toBeGreaterThan(1);
  expect(fromRoot).toEqual(fromEntry);

  const others = fromRoot.flatMap((module) => /components\/([^/]+)\//.exec(module)?.[1] ?? []);
  const known = [folder, ...(companions[folder] ?? [])];
  expect(others.filter((other) => !known.includes(other))).toEqual([]);
});

it('a page that imports every ask and renders none ships nothing', async () => {
  expect(await modulesOf(`import { ${all} } from 'smallyes'; mount();`)).toEqual([]);
});

/** The modules of the packed kit of which any code is left in the bundle of a page, sorted. */
async function modulesOf(code: string): Promise<string[]> {
  const page = path.join(inject('consumer'), 'page.js');
  const bundle = await rolldown({
    input: page,
    preserveEntrySignatures: false,
    external: [/^react($|\/)/, /^react-dom($|\/)/, /^zod($|\/)/],
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'page',
        resolveId: (id: string) => (id === page ? page : undefined),
        load: (id: string) => (id === page ? code : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const dist = path.join('node_modules', 'smallyes', 'dist');
  return output
    .flatMap((part) => (part.type === 'chunk' ? Object.entries(part.modules) : []))
    .flatMap(([id, { renderedLength }]) =>
      renderedLength > 0 && id.includes(dist) ? (id.split(dist)[1] ?? []) : [],
    )
    .sort();
}

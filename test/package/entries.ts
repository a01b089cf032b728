import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Entry {
  /** As a user imports it, such as `smallyes/poll`. */
  readonly name: string;
  /** The key in the exports map, with a pattern filled in. */
  readonly subpath: string;
  readonly source: string;
  readonly types: string;
  readonly output: string;
}

interface Conditions {
  readonly 'smallyes-source': string;
  readonly types: string;
  readonly default: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly exports: Readonly<Record<string, Conditions | string | null>>;
};

/** Every entry of the exports map but package.json; a pattern counts once for each source file that fits. */
export const entries: readonly Entry[] = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
  // What is null is closed on purpose.
  if (typeof target === 'string' || target === null) return [];
  const source = target['smallyes-source'];
  // What stands for the star.
  const [before, after] = path.basename(source).split('*');
  const fills =
    after === undefined
      ? ['']
      : globSync(source).map((file) => path.basename(file, after).slice(before?.length));
  return fills.sort().map((fill) => ({
    name: path.posix.join('smallyes', subpath.replace('*', fill)),
    subpath: subpath.replace('*', fill),
    source: source.replace('*', fill),
    types: target.types.replace('*', fill),
    output: target.default.replace('*', fill),
  }));
});

/** Those whose sources are written. `exports.test.ts` fails for the others. */
const written = entries.filter(({ source }) => existsSync(source));

export const styleEntries = written.filter(({ name }) => name.endsWith('.css'));
export const scriptEntries = written.filter(({ name }) => !name.endsWith('.css'));

/** Entries that a Server Component, an edge function or a build script may import. */
export const serverSafeEntries = scriptEntries.filter(({ name }) =>
  /^smallyes\/(events|events\/schema|form|insights(\/[^/]+){0,2}|ladder|privacy|server(\/[^/]+)?|star-rating\/json-ld|lead-gate\/json-ld|step-form\/define|quiz\/define|callback-request\/read|calculator\/calculate|offer-filter\/define|locales\/[^/]+)$/.test(
    name,
  ),
);

export const compilers = {
  'TypeScript 5.9': 'node_modules/typescript-5.9/lib/tsc.js',
  'TypeScript 6': 'node_modules/typescript/bin/tsc6',
  'TypeScript 7': 'node_modules/@typescript/native/bin/tsc',
} as const;

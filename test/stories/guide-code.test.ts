import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../support/compile.ts';

/** Every block of TypeScript in a document, as a file beside it that only the compiler sees. */
function codeOf(file: string): [string, string][] {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, extension, code = ''], index) => [
    path.resolve(path.dirname(file), `${path.basename(file)}.${index + 1}.${extension}`),
    // Each block is a module of its own, also one that exports nothing.
    `${code}\nexport {};\n`,
  ]);
}

const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('stories/guides/{,trackers/}*.mdx')];
const code = new Map(documents.flatMap(codeOf));

const problems = (blocks: ReadonlyMap<string, string>) =>
  compile(blocks).map(({ file, text }) => `${path.basename(file)}: ${text}`);

describe('code in the guides, the README and CONTRIBUTING', () => {
  it('is there', () => {
    expect(code.size).toBeGreaterThan(15);
  });

  it('compiles', { timeout: 60_000 }, () => {
    expect(problems(code)).toEqual([]);
  });

  it('names no address for events that content blockers stop', () => {
    // What EasyPrivacy and AdGuard stopped in 2026 at a site's own hosts; see the guide "Collector".
    const stopped =
      /\/api\/(collect|events)\b|\/analytics\/event|\/\/(analytics|collector|stats|tracking)\.[^'"`\s]*\/event/;
    expect([...code].filter(([, text]) => stopped.test(text)).map(([file]) => path.basename(file))).toEqual(
      [],
    );
  });

  it('is refused when it does not fit the kit', { timeout: 60_000 }, () => {
    const wrong =
      "import { CommitmentProvider } from 'smallyes/provider';\nexport const a = <CommitmentProvider onComit={() => {}} />;";
    expect(problems(new Map([[path.resolve('wrong.tsx'), wrong]]))).toEqual([
      expect.stringMatching(/^wrong\.tsx: .*onComit/),
    ]);
  });
});

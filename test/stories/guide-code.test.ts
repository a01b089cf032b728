import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

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

/** What the compiler says of the blocks, with the project's own settings. */
function problems(blocks: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile('tsconfig.base.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, process.cwd());
  const host = ts.createCompilerHost({ ...options, types: ['node'] });
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => blocks.has(file) || fileExists(file);
  host.readFile = (file) => blocks.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = blocks.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...blocks.keys()], { ...options, types: ['node'], noEmit: true }, host);
  return [...blocks.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(
      ({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

describe('code in the guides, the README and CONTRIBUTING', () => {
  it('is there', () => {
    expect(code.size).toBeGreaterThan(15);
  });

  it('compiles', { timeout: 60_000 }, () => {
    expect(problems(code)).toEqual([]);
  });

  it('is refused when it does not fit the kit', { timeout: 60_000 }, () => {
    const wrong =
      "import { CommitmentProvider } from 'smallyes/provider';\nexport const a = <CommitmentProvider onComit={() => {}} />;";
    expect(problems(new Map([[path.resolve('wrong.tsx'), wrong]]))).toEqual([
      expect.stringMatching(/^wrong\.tsx: .*onComit/),
    ]);
  });
});

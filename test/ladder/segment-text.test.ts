import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** What the compiler says, with the project's own settings, of a ladder whose last rung has this condition. */
function said(segments: string, when: string): readonly string[] {
  const file = path.resolve('test/ladder/written-by-a-user.ts');
  const text = `import { defineLadder } from 'smallyes/ladder';
    export const ladder = defineLadder({ id: 'x', goal: 'b', rungs: [
      { ask: 'a', kind: 'poll.vote', segments: ${segments} },
      { ask: 'b', kind: 'lead-gate.unlock', when: ${when} },
    ] });`;
  const { config } = ts.readConfigFile('tsconfig.base.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, process.cwd());
  const host = ts.createCompilerHost({ ...options, types: ['node'] });
  const { fileExists, getSourceFile } = host;
  host.fileExists = (one) => one === file || fileExists(one);
  host.getSourceFile = (one, version, ...rest) =>
    one === file ? ts.createSourceFile(one, text, version) : getSourceFile(one, version, ...rest);
  const program = ts.createProgram([file], { ...options, types: ['node'], noEmit: true }, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(file));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const none = `"no rung of this ladder writes a segment: see segments of a rung"`;

it.each([
  ['undefined', "{ segment: 'fan' }", [new RegExp(`^Type '"fan"' is not assignable to type '${none}`)]],
  ['undefined', "{ notSegment: ['fan', 'shop'] }", [/'"fan"'.*"no rung/, /'"shop"'.*"no rung/]],
  [
    "{ trust: 'Trust' }",
    "{ segment: 'trsut' }",
    [/^Type '"trsut"' is not .*'"trust" \| .*Did you mean '"trust"'\?$/],
  ],
  ["{ trust: 'Trust' }", "{ segment: ['trust'], notSegment: 'trust' }", []],
])(
  'the compiler names a segment that no rung writes: with segments %s and %s',
  { timeout: 60_000 },
  (segments, when, texts) => {
    const found = said(segments, when);
    expect(found).toHaveLength(texts.length);
    texts.forEach((text, at) => void expect(found[at]).toMatch(text));
  },
);

import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const none = `"no rung of this ladder writes a segment: see segments of a rung"`;

const cases: readonly (readonly [segments: string, when: string, texts: readonly RegExp[]])[] = [
  ['undefined', "{ segment: 'fan' }", [new RegExp(`^Type '"fan"' is not assignable to type '${none}`)]],
  ['undefined', "{ notSegment: ['fan', 'shop'] }", [/'"fan"'.*"no rung/, /'"shop"'.*"no rung/]],
  [
    "{ trust: 'Trust' }",
    "{ segment: 'trsut' }",
    [/^Type '"trsut"' is not .*'"trust" \| .*Did you mean '"trust"'\?$/],
  ],
  ["{ trust: 'Trust' }", "{ segment: ['trust'], notSegment: 'trust' }", []],
];

/** Ladders that end in a rung with these conditions, a file each. */
const files = new Map(
  cases.map(([segments, when], nth) => [
    path.resolve(`test/ladder/written-by-a-user-${nth}.ts`),
    `import { defineLadder } from 'smallyes/ladder';
    export const ladder = defineLadder({ id: 'x', goal: 'b', rungs: [
      { ask: 'a', kind: 'poll.vote', segments: ${segments} },
      { ask: 'b', kind: 'lead-gate.unlock', when: ${when} },
    ] });`,
  ]),
);

/** What the compiler says of each, with the project's own settings: one program for all, for it reads the kit anew each time. */
function readAll(): readonly (readonly string[])[] {
  const { config } = ts.readConfigFile('tsconfig.base.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, process.cwd());
  const host = ts.createCompilerHost({ ...options, types: ['node'] });
  const { fileExists, getSourceFile } = host;
  host.fileExists = (one) => files.has(one) || fileExists(one);
  host.getSourceFile = (one, version, ...rest) => {
    const text = files.get(one);
    return text === undefined
      ? getSourceFile(one, version, ...rest)
      : ts.createSourceFile(one, text, version);
  };
  const program = ts.createProgram([...files.keys()], { ...options, types: ['node'], noEmit: true }, host);
  return [...files.keys()].map((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  );
}

it('the compiler names a segment that no rung writes', { timeout: 60_000 }, () => {
  const found = readAll();
  cases.forEach(([, , texts], nth) => {
    const said = found[nth] ?? [];
    expect(said).toHaveLength(texts.length);
    texts.forEach((text, at) => void expect(said[at]).toMatch(text));
  });
});

import path from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../support/compile.ts';

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

it('the compiler names a segment that no rung writes', { timeout: 60_000 }, () => {
  // One program for all: each reads the kit anew.
  const found = compile(files);
  const names = [...files.keys()];
  cases.forEach(([, , texts], nth) => {
    const said = found.filter(({ file }) => file === names[nth]).map(({ text }) => text);
    expect(said).toHaveLength(texts.length);
    texts.forEach((text, at) => void expect(said[at]).toMatch(text));
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../support/compile.ts';

/** What each section quotes of the compiler. */
const quotes = readFileSync('stories/guides/typescript.mdx', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => [...section.matchAll(/^> `(.*)`$/gm)].map(([, quote = '']) => quote));

/** The mistakes, in the order of the guide. */
const mistakes = [
  `import { ContactDialog } from 'smallyes/contact-dialog';
   const fields = [{ type: 'email', name: 'email' }];
   export const a = <ContactDialog id="a" title="A" fields={fields} />;`,
  `import { useRef } from 'react';
   import { Poll } from 'smallyes/poll';
   export const A = () => <Poll id="a" options={['x', 'y']} ref={useRef<HTMLDivElement>(null)} />;`,
  `import { defineQuiz } from 'smallyes/quiz';
   export const a = defineQuiz({
     mode: 'score',
     outcomes: { a: { title: 'A' } },
     questions: { q: { question: 'Q', answers: [{ value: 'x', label: 'X', for: 'a' }] } },
   });`,
  `import { Quiz } from 'smallyes/quiz';
   export const a = <Quiz id="q" quiz={{ mode: 'personality', outcomes: {}, questions: {} }} />;`,
  `import { useCommit } from 'smallyes/provider';
   export const useLoan = () => useCommit('loan.choose', { id: 'loan', grade: 1 });`,
  `import { CommitmentProvider } from 'smallyes/provider';
   export const a = <CommitmentProvider onCommit={(event) => event.data.choice}>a</CommitmentProvider>;`,
];

describe('the guide "What TypeScript says"', () => {
  it('quotes what the compiler says of each mistake', { timeout: 60_000 }, () => {
    expect(quotes).toHaveLength(mistakes.length);
    const files = mistakes.map((code, index): [string, string] => [
      path.resolve(`mistake-${index}.tsx`),
      code,
    ]);
    const said = compile(new Map(files));
    for (const [index, [file]] of files.entries()) {
      const texts = said.filter((one) => one.file === file).map(({ text }) => text);
      expect(quotes[index]).not.toEqual([]);
      for (const quote of quotes[index] ?? []) expect(texts.join('\n')).toContain(quote);
    }
  });
});

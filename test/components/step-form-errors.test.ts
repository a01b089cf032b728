import path from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../support/compile.ts';

const a = (more: string) => `a: { fields: [{ type: 'choice', name: 'size', options: ['S', 'M'] }], ${more} }`;
const b = "b: { fields: [{ type: 'text', name: 'name' }] }";
const form = (steps: string) =>
  `defineStepForm({ steps: { ${steps} }, endings: { done: { title: 'Done' } } })`;

/** A mistake of each kind; the code that the compiler has to point at; what it has to name. */
const wrong: readonly (readonly [mistake: string, code: string, at: string, says: RegExp])[] = [
  ['a way to no step', form(`${a("next: 'c'")}, ${b}`), 'next', /"c".*StepTarget<"a" \| "b", "done">/],
  [
    'a branch to no step',
    form(`${a("next: [{ to: 'c' }]")}, ${b}`),
    'to',
    /^Type '"c"'.*<"a" \| "b", "done">'\.$/,
  ],
  ['a way to no ending', form(a("next: { end: 'gone' }")), 'next', /"gone".*"done"/],
  [
    'a function to no step',
    form(`${a("next: () => 'c'")}, ${b}`),
    'next',
    /"c"' is not assignable to type 'StepTarget<"a" \| "b", "done">'\.$/,
  ],
  [
    'an answer that no option gives',
    form(`${a("next: [{ when: { size: 'L' }, to: 'b' }]")}, ${b}`),
    'size',
    /"L".*"S" \| "M"/,
  ],
  [
    'a question that nobody asks',
    form(`${a("next: [{ when: { town: 'L' }, to: 'b' }]")}, ${b}`),
    'town',
    /'town' does not exist/,
  ],
  ['a value that no field yields', form(a('reply: ({ town }) => town')), 'town', /'town' does not exist/],
  [
    'no type of a field',
    form("a: { fields: [{ type: 'sms', name: 'x' }] }"),
    'fields',
    /'"sms"' is not assignable to type '"number" \| "text"/,
  ],
  [
    'a choice without options',
    form("a: { fields: [{ type: 'choice', name: 'x' }] }"),
    'fields',
    /Property 'options' is missing/,
  ],
  ['a schema that is none', form("a: { schema: 'email' }"), 'schema', /^Type '"email"'.*FormSchema/],
  [
    'values that are none of the form',
    `<StepForm id="q" form={${form(a(''))}} prefill={{ size: 'L' }} />`,
    'size',
    /^Type '"L"'.*"S" \| "M"/,
  ],
];

it('the compiler points at what is wrong in a form of several steps, and says why in words that can be read', {
  timeout: 60_000,
}, () => {
  const head = "import { defineStepForm, StepForm } from 'smallyes/step-form';\n";
  const files = new Map(
    wrong.map(([, code], at) => [
      path.resolve(`wrong-${at}.tsx`),
      `${head}export const all = [StepForm, defineStepForm, ${code}];\n`,
    ]),
  );
  const findings = compile(files);
  for (const [place, [mistake, , at, says]] of wrong.entries()) {
    const file = path.resolve(`wrong-${place}.tsx`);
    const own = findings.filter((finding) => finding.file === file);
    expect(
      own.map((finding) => finding.at),
      mistake,
    ).toEqual([at]);
    expect(own[0]?.text, mistake).toMatch(says);
    // Nobody reads a page of types.
    expect(own[0]?.text.length, mistake).toBeLessThan(800);
  }
});

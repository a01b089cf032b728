import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../support/compile.ts';

/** Every component that has props of its own, as `smallyes` exports it. */
const names = readFileSync('test/package/exports.txt', 'utf8').split('\n\n', 1)[0]?.split('\n') ?? [];
const components = names
  .map((line) => line.trim())
  .filter((name) => /^[A-Z]/.test(name) && names.includes(`  type ${name}Props`));

const takesItsProps = (name: string) => `
  import { type ComponentProps, lazy, memo } from 'react';
  import { ${name}, type ${name}Props } from 'smallyes';
  export const A = (props: ComponentProps<typeof ${name}>) => <${name} {...props} />;
  export const B = (props: ${name}Props) => <${name} {...props} />;
  export const C = memo(${name});
  export const D = lazy(() => import('smallyes').then((kit) => ({ default: kit.${name} })));`;

const takesUndefined = (name: string) => `
  import type { ${name}Props } from 'smallyes';
  type Left<P> = { [K in keyof P as object extends Pick<P, K> ? K : never]?: P[K] | undefined };
  type Needed<P> = { [K in keyof P as object extends Pick<P, K> ? never : K]: P[K] };
  type Labels<P> = P extends { labels?: infer L | undefined } ? NonNullable<L> : object;
  export const a = (props: Needed<${name}Props> & Left<${name}Props>): ${name}Props => props;
  export const b = (labels: Left<Labels<${name}Props>>): Labels<${name}Props> => labels;`;

const otherUndefined = `
  import { Calculator, CommitmentProvider, type FieldSpec, type PasskeyOptions } from 'smallyes';
  import { defineCalculator } from 'smallyes/calculator';
  declare const years: number | undefined;
  declare const text: string | undefined;
  const loan = defineCalculator({
    inputs: [{ type: 'number', name: 'years', label: 'Years' }],
    formula: ({ years }) => years,
    result: { label: 'Result' },
  });
  export const a = <Calculator id="a" label="A" {...loan} defaultValues={{ years }} values={{ years }} />;
  export const b: FieldSpec = { type: 'address', name: 'home', defaultValue: { city: text }, leftOut: { city: undefined } };
  declare const ways: string[] | undefined;
  export const d: PasskeyOptions['excludeCredentials'] = [{ id: 'd', type: 'public-key', transports: ways }];
  export const c = <CommitmentProvider labels={{ form: { submit: text } }}>c</CommitmentProvider>;`;

const generic = `
  import { FollowLink, type FollowLinkProps, type FollowTarget, Poll, type PollProps, type PollValue } from 'smallyes';
  const Follow = <const Target extends string = FollowTarget>(props: FollowLinkProps<Target>) => <FollowLink {...props} />;
  const Choose = <const Choice extends PollValue>({ labels, ...props }: PollProps<Choice>) => <Poll {...props} labels={labels} />;
  export const a = <Follow id="a" target="bandcamp" href="/a" onCommit={({ data }): 'bandcamp' => data.target} />;
  export const b = <FollowLink id="b" target="bandcamp" href="/b" onCommit={({ data }): 'bandcamp' => data.target} />;
  export const c = <Choose id="c" options={['x', 'y']} onCommit={({ data }): 'x' | 'y' => data.choice} />;`;

const blocks = new Map([
  ...components.map((name): [string, string] => [`props-${name}`, takesItsProps(name)]),
  ...components.map((name): [string, string] => [`undefined-${name}`, takesUndefined(name)]),
  ['undefined-others', otherUndefined],
  ['generic', generic],
]);

/** What the compiler says, with `exactOptionalPropertyTypes`. */
let said: readonly string[] = [];

beforeAll(() => {
  const files = [...blocks].map(([name, code]): [string, string] => [path.resolve(`${name}.tsx`), code]);
  said = compile(new Map(files)).map(({ file, text }) => `${path.basename(file, '.tsx')}: ${text}`);
}, 60_000);

const saidOf = (group: string) => said.filter((line) => line.startsWith(group));

describe('an ask in a component of your own', () => {
  it('knows them all', () => {
    expect(components).toEqual(expect.arrayContaining(['Poll', 'StepForm', 'TextField', 'QuantityStepper']));
    expect(components.length).toBeGreaterThan(50);
  });

  it('takes its own props back, however they are named', () => {
    expect(saidOf('props')).toEqual([]);
  });

  it('takes undefined for every prop, and every text, that can be left out', () => {
    expect(saidOf('undefined')).toEqual([]);
  });

  it('keeps what it infers where the component around it is generic', () => {
    expect(saidOf('generic')).toEqual([]);
  });
});

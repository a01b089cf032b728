// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import * as library from '@testing-library/react';
import * as jsx from 'react/jsx-runtime';
import * as guidance from 'smallyes/guidance';
import * as ladder from 'smallyes/ladder';
import * as provider from 'smallyes/provider';
import ts from 'typescript';
import * as vitest from 'vitest';
import { describe, expect, it } from 'vitest';
import { messages } from '../../src/internal/messages.ts';
import { lengthOf, ruleTexts } from '../../stories/guides/blocks/ladder-facts.ts';

const guide = readFileSync('stories/guides/ladders.mdx', 'utf8');
const samples = [...guide.matchAll(/^```tsx?\n([\s\S]*?)^```$/gm)]
  .map(([, code = '']) => code)
  .filter((code) => code.includes("from 'vitest'"));

const modules: Readonly<Record<string, unknown>> = {
  '@testing-library/react': library,
  'react/jsx-runtime': jsx,
  'smallyes/guidance': guidance,
  'smallyes/ladder': ladder,
  'smallyes/provider': provider,
};

/** Runs a sample of the guide as the test that it is; gives its cases, and how it tidies up. */
function load(code: string) {
  const cases: [string, () => void | Promise<void>][] = [];
  const tidy: (() => void)[] = [];
  const own = {
    ...vitest,
    it: (name: string, run: () => void) => cases.push([name, run]),
    afterEach: (run: () => void) => tidy.push(run),
  };
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.ReactJSX,
    },
  });
  const find = (name: string) => (name === 'vitest' ? own : modules[name]);
  new Function('require', 'exports', outputText)(find, {});
  return { cases, tidy };
}

describe('the guide "Ladders"', () => {
  it('has its rules in the order in which they are weighed', () => {
    const one = ladder.defineLadder({ id: 'a', goal: 'b', rungs: [{ ask: 'b', kind: 'poll.vote' }] });
    const empty = { since: 0, site: {}, asks: {}, exposed: {} };
    const { rules } = ladder.explain(one, empty, { now: 1, visit: 1, segments: [] }, 'b');
    expect(Object.keys(ruleTexts)).toEqual(rules.map(({ rule }) => rule));
  });

  it('says lengths of time in words', () => {
    const lengths = [0, 1_000, 90_000, 3_600_000, 86_400_000, 14 * 86_400_000, Infinity];
    expect(lengths.map(lengthOf)).toEqual([
      'none',
      '1 second',
      '90 seconds',
      '1 hour',
      '1 day',
      '14 days',
      'for ever',
    ]);
  });

  it('names messages that there are', () => {
    const named = [...guide.matchAll(/SY-(\d+)/g)].map(([, code = '']) => code);
    expect(named.length).toBeGreaterThan(10);
    for (const code of named) expect(messages).toHaveProperty(code);
  });

  it('shows two tests', () => {
    expect(samples).toHaveLength(2);
  });

  for (const sample of samples) {
    const { cases, tidy } = load(sample);
    it.each(cases)('has a sample that passes: %s', async (_, run) => {
      localStorage.clear();
      try {
        await run();
      } finally {
        for (const one of tidy) one();
        library.cleanup();
      }
    });
  }
});

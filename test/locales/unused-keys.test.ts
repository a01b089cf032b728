import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { labelReads } from './label-reads.ts';

const root = path.resolve(import.meta.dirname, '../..').replaceAll('\\', '/');

/** Names the texts of a catalogue that no code asks for. */
const unread = (program: ts.Program, catalogue: string) =>
  labelReads(program, catalogue).flatMap(({ text, isRead }) => (isRead ? [] : [text]));

/** A program of these files alone. */
function programOf(files: Readonly<Record<string, string>>): ts.Program {
  const options = { strict: true, noLib: true, allowImportingTsExtensions: true, noEmit: true };
  return ts.createProgram(Object.keys(files), options, {
    getSourceFile: (name, target) => {
      const text = files[name];
      return text === undefined ? undefined : ts.createSourceFile(name, text, target, true);
    },
    fileExists: (name) => name in files,
    readFile: (name) => files[name],
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
  });
}

const quiz = '/src/components/quiz';
const files = {
  '/src/locales/catalogue.ts': `
    import type { QuizLabels } from '../components/quiz/quiz-labels.ts';
    import type { PollLabels } from '../components/poll/poll-labels.ts';
    export interface Catalogue { quiz: QuizLabels; poll: PollLabels }`,
  [`${quiz}/quiz-labels.ts`]: `
    export interface QuizLabels {
      next: string; failed: string; retry: string; right: string; wrong: string; late: string; old: string;
      soon: string; never: string;
    }
    export const quizLabels: QuizLabels =
      { next: 'a', failed: 'b', retry: 'c', right: 'd', wrong: 'e', late: 'f', old: 'g', soon: 'h', never: 'i' };`,
  '/src/components/poll/poll-labels.ts': 'export interface PollLabels { vote: string; failed: string }',
  '/src/provider/use-labels.ts': `
    export interface Speaker<Labels> { (key: keyof Labels & string): string }`,
  [`${quiz}/quiz.ts`]: `
    import type { Speaker } from '../../provider/use-labels.ts';
    import { type QuizLabels, quizLabels } from './quiz-labels.ts';
    declare const status: 'failed' | 'done';
    declare const verdict: 'right' | 'wrong';
    interface Problem { readonly key: keyof QuizLabels }
    export const problem: Problem = { key: 'late' };
    export const problemOf = (key: 'soon' | 'never'): Problem => ({ key });
    export const isFailed = status === 'failed';
    export const handOn = (speak: Speaker<QuizLabels>, key: keyof QuizLabels) => speak(key);
    export const words = (speak: Speaker<QuizLabels>) => [speak('next'), speak(verdict), quizLabels.retry];`,
  '/src/components/poll/poll.ts': `
    import type { Speaker } from '../../provider/use-labels.ts';
    import type { PollLabels } from './poll-labels.ts';
    export const words = (speak: Speaker<PollLabels>) => [speak('vote'), speak('failed')];`,
};

it('names a text that no code asks for, even where a status is called the same', () => {
  expect(unread(programOf(files), '/src/locales/catalogue.ts')).toEqual(['quiz.failed', 'quiz.old']);
});

it('counts a text that is asked for in one of two ways', () => {
  const asked = files[`${quiz}/quiz.ts`]?.replace(
    "speak('next')",
    "speak(isFailed ? 'failed' : 'next'), quizLabels['old']",
  );
  const program = programOf({ ...files, [`${quiz}/quiz.ts`]: asked ?? '' });
  expect(unread(program, '/src/locales/catalogue.ts')).toEqual([]);
});

it('finds every text of the kit asked for by some code', { timeout: 60_000 }, () => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} };
  const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, host);
  const sources = config?.fileNames.filter((file) => file.startsWith(`${root}/src/`)) ?? [];
  const program = ts.createProgram(sources, config?.options ?? {});
  expect(unread(program, `${root}/src/locales/catalogue.ts`)).toEqual([]);
});

import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { compilers, type Entry, scriptEntries, serverSafeEntries, styleEntries } from './entries.ts';

const resolutions = [
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
] as const;

const needsZod = ({ name }: Entry) => name === 'smallyes/events/schema';

beforeAll(() => {
  for (const [folder, zod] of [
    [inject('consumer'), false],
    [inject('consumerWithZod'), true],
  ] as const) {
    const chosen = scriptEntries.filter((entry) => zod || !needsZod(entry));
    const names = chosen.map((entry, index) => `import * as entry${index} from '${entry.name}';`);
    const styles = styleEntries.map(({ name }) => `import '${name}';`);
    // If a type silently became `any`, so would its whole entry, and this assignment would be allowed.
    const checks = chosen.map(
      (_, index) =>
        `// @ts-expect-error a module is not a number\nexport const check${index}: number = entry${index};`,
    );
    writeFileSync(path.join(folder, 'entries.ts'), [...names, ...styles, ...checks, ''].join('\n'));
    for (const [moduleResolution, module] of resolutions) {
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2023',
        lib: ['es2023', 'dom', 'dom.iterable'],
        jsx: 'react-jsx',
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedSideEffectImports: true,
        skipLibCheck: false,
        noEmit: true,
        types: [],
      };
      const project = { compilerOptions, include: ['*.ts', '*.tsx'] };
      writeFileSync(path.join(folder, `tsconfig.${moduleResolution}.json`), JSON.stringify(project));
    }
  }
});

/** The names, types too, of an entry by its own. */
const listed = new Map(
  readFileSync('test/package/exports.txt', 'utf8')
    .split('\n\n')
    .map((list) => list.trim().split(/\n {2}/))
    .map(([entry = '', ...names]) => [entry, names]),
);

/** Code whose types TypeScript has to write out: every value of an entry, the props of every component one by one. */
async function wrap({ name, output }: Entry, index: number): Promise<string[]> {
  const names = listed.get(name) ?? [];
  const values = Object.keys((await import(path.resolve(output))) as object);
  const props = values.filter((one) => names.includes(`type ${one}Props`));
  const form = names.includes('type StepFormDefinition')
    ? [`export const steps${index} = (form: e${index}.StepFormDefinition) => form.steps;`]
    : [];
  const ladder = names.includes('type Ladder')
    ? [`export const ladder${index} = (ladder: e${index}.Ladder) => ({ ...ladder });`]
    : [];
  return [
    `import * as e${index} from '${name}';`,
    ...values.map((one) => `export const ${one}${index} = e${index}.${one};`),
    ...props.map((one) => `export const props${one}${index} = ({ ...rest }: e${index}.${one}Props) => rest;`),
    ...form,
    ...ladder,
  ];
}

// Each test waits for a process of its own: several at a time.
describe.concurrent.each(Object.entries(compilers))('%s', (_, compiler) => {
  describe.each(resolutions)('with %s resolution', (moduleResolution) => {
    it.each([
      ['without zod', 'consumer'],
      ['with zod', 'consumerWithZod'],
    ] as const)(
      'accepts every entry of the published package, its own libraries checked too, %s',
      async (_, installed) => {
        const project = ['-p', `tsconfig.${moduleResolution}.json`];
        const { code, output } = await node([path.resolve(compiler), ...project], inject(installed));
        expect(code, output).toBe(0);
      },
    );
  });
});

describe.concurrent.each(Object.entries(compilers))('a package around the kit, with %s', (name, compiler) => {
  it('can name every type that its declarations mention', async () => {
    const folder = inject('consumer');
    const code = (await Promise.all(scriptEntries.filter((entry) => !needsZod(entry)).map(wrap))).flat();
    expect(code.length).toBeGreaterThan(500);
    const file = `around-${name.replace(/\W/g, '-')}`;
    writeFileSync(path.join(folder, `${file}.ts`), code.join('\n'));
    const compilerOptions = {
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      jsx: 'react-jsx',
      strict: true,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: file,
      types: [],
    };
    writeFileSync(
      path.join(folder, `tsconfig.${file}.json`),
      JSON.stringify({ compilerOptions, files: [`${file}.ts`] }),
    );
    const { code: exit, output } = await node(
      [path.resolve(compiler), '-p', `tsconfig.${file}.json`],
      folder,
    );
    expect(exit, output).toBe(0);
  });
});

describe.concurrent('on a server', () => {
  it('has types that a project for Node alone accepts, which knows no DOM', async () => {
    const folder = inject('consumerWithZod');
    const chosen = serverSafeEntries.filter(({ name }) =>
      /\/(server|events|form|ladder|privacy)\b/.test(name),
    );
    expect(chosen.length).toBeGreaterThan(6);
    writeFileSync(
      path.join(folder, 'server.mts'),
      chosen.map(({ name }, index) => `export * as entry${index} from '${name}';`).join('\n'),
    );
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023'],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      types: ['node'],
      typeRoots: [path.resolve('node_modules/@types')],
    };
    writeFileSync(
      path.join(folder, 'tsconfig.server.json'),
      JSON.stringify({ compilerOptions, files: ['server.mts'] }),
    );
    for (const compiler of Object.values(compilers)) {
      const { code, output } = await node([path.resolve(compiler), '-p', 'tsconfig.server.json'], folder);
      expect(code, output).toBe(0);
    }
  });

  it.each(serverSafeEntries)('$name loads under the react-server condition', async ({ name }) => {
    const { code, output } = await load(name, ['--conditions', 'react-server']);
    expect(code, output).toBe(0);
  });

  it.each(scriptEntries)('$name loads without a window', async ({ name }) => {
    const { code, output } = await load(name, []);
    expect(code, output).toBe(0);
  });
});

function load(name: string, flags: readonly string[]) {
  const program = `await import(${JSON.stringify(name)})`;
  return node([...flags, '--input-type=module', '--eval', program], inject('consumerWithZod'));
}

function node(args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: stdout + stderr });
    });
  });
}

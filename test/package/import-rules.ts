import path from 'node:path';
import ts from 'typescript';

interface Rule {
  /** Folders of `src/` whose code this folder may use. Its own folder always; under components, its own ask only. */
  readonly folders: readonly string[];
  /** Folders of which it may know the types only. */
  readonly types?: readonly string[];
  /** Single files of other folders whose code it may use. */
  readonly files?: readonly string[];
  /** The same, by what they are called. */
  readonly named?: RegExp;
  /** Packages, with their subpaths. */
  readonly packages?: readonly string[];
}

const anything = [
  'cli',
  'components',
  'devtools',
  'events',
  'fields',
  'form',
  'guidance',
  'insights',
  'internal',
  'ladder',
  'locales',
  'media',
  'provider',
];

/** Who may import what. The keys are the folders of `src/`, or single files and folders below that differ from theirs. */
export const rules: Readonly<Record<string, Rule>> = {
  events: { folders: [] },
  'events/schema.ts': { folders: [], packages: ['zod'] },
  ladder: { folders: ['events'], files: ['internal/messages.ts'] },
  guidance: { folders: ['events', 'internal', 'ladder', 'provider'], packages: ['react'] },
  form: { folders: ['internal', 'provider'], packages: ['@standard-schema/spec'] },
  fields: { folders: ['events', 'form', 'internal', 'provider'], packages: ['react'] },
  media: { folders: ['events', 'internal', 'provider'], packages: ['react'] },
  // The chunk that arrives on intent, and a type of it.
  'fields/form-machine.ts': {
    folders: ['events', 'form', 'internal', 'provider'],
    packages: ['react', 'react-hook-form'],
  },
  'fields/form-control.ts': { folders: ['form'], packages: ['react-hook-form'] },
  'fields/form-errors.ts': { folders: [], packages: ['react-hook-form'] },
  // The chunk that arrives when a visitor turns to the form.
  'components/callback-request/phone-number.ts': { folders: [], packages: ['libphonenumber-js'] },
  internal: { folders: [], packages: ['react'] },
  provider: { folders: ['events', 'internal'], types: ['ladder'], packages: ['react', 'react-dom'] },
  components: {
    folders: ['events', 'provider', 'internal', 'form', 'fields', 'ladder', 'guidance', 'media'],
    // The one part of an ask that is made to stand in other forms.
    files: ['components/star-rating/star-rating-field.tsx'],
    packages: ['react', 'react-dom'],
  },
  lazy: { folders: ['components', 'internal'], packages: ['react'] },
  trackers: {
    folders: ['events'],
    files: ['internal/global.ts', 'internal/messages.ts', 'internal/nearest.ts'],
  },
  consent: {
    folders: ['events'],
    types: ['provider'],
    files: ['internal/global.ts', 'internal/messages.ts'],
    packages: ['react'],
  },
  privacy: { folders: ['events'], files: ['internal/clean-path.ts', 'internal/messages.ts'] },
  insights: { folders: ['events'], files: ['internal/messages.ts'] },
  'insights/locales': { folders: [], types: ['insights'] },
  // The one part of it that draws.
  'insights/react': { folders: ['events'], files: ['provider/labels.ts'], packages: ['react'] },
  server: {
    folders: ['events', 'ladder'],
    files: ['internal/edits-between.ts', 'internal/messages.ts'],
    packages: ['@standard-schema/spec'],
  },
  // The one part that needs Node; all others run on the edge too.
  'server/writers/ndjson': { folders: ['events'], files: ['internal/messages.ts'], packages: ['node'] },
  testing: { folders: ['events', 'provider'], packages: ['react'] },
  locales: { folders: [], types: ['components', 'form'] },
  // The English texts stand with those who say them.
  'locales/en.ts': { folders: [], named: /^(components\/[\w-]+|form)\/[\w-]+-labels\.ts$/ },
  devtools: { folders: [...anything, 'trackers', 'server'], packages: ['react', 'react-dom'] },
  cli: { folders: [...anything, 'trackers', 'server'], packages: ['node', 'react', 'react-dom'] },
  'index.ts': { folders: [...anything, 'trackers', 'server'] },
};

/** What a source file breaks of the rules. `file` is relative to `src/`, with slashes. */
export function importViolations(file: string, source: string): string[] {
  const folder = file.split('/')[0] ?? '';
  const rule = rules[file] ?? rules[partOf(file)];
  if (rule === undefined) return [`src/${file}: no rule for src/${folder}, add one`];
  return importsOf(file, source).flatMap(({ specifier, typeOnly }) => {
    // A part that comes late in a browser, `#poll/answered`, belongs to its ask or folder: see `imports` in package.json.
    const owner = specifier.startsWith('#') ? `${specifier.slice(1).split('/')[0]}/` : undefined;
    if (owner && (file.startsWith(`components/${owner}`) || file.startsWith(owner))) return [];
    const problem = specifier.startsWith('.')
      ? folderProblem(file, path.posix.join(path.posix.dirname(file), specifier), typeOnly, rule)
      : packageProblem(specifier, rule);
    return problem ? [`src/${file} imports '${specifier}': ${problem}`] : [];
  });
}

/** The nearest folder above a file that has a rule of its own. */
function partOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === '.' || rules[folder] !== undefined || !folder.includes('/') ? folder : partOf(folder);
}

function folderProblem(file: string, target: string, typeOnly: boolean, rule: Rule): string | undefined {
  if (target.startsWith('..')) return 'it lies outside src';
  if (target.endsWith('.css')) return 'scripts never import styles';
  if (target === 'index.ts') return 'nobody imports src/index.ts';
  if (!/\.tsx?$/.test(target)) return 'write the file with its extension';
  const [own, ownAsk] = file.split('/');
  const [folder = '', ask] = target.split('/');
  if (folder === own && folder === 'components') {
    return ask === ownAsk || rule.files?.includes(target)
      ? undefined
      : 'a component may use its own folder only';
  }
  if (rules[target] !== undefined && target !== 'index.ts' && folder !== own) {
    return `${target} brings ${rules[target].packages?.join(', ')}`;
  }
  const part = partOf(target);
  // Types bring nothing along.
  if (typeOnly && rule.types?.includes(folder)) return undefined;
  const brought = rules[part]?.packages?.filter((name) => !rule.packages?.includes(name)) ?? [];
  if (part.includes('/') && part !== partOf(file) && brought.length > 0)
    return `${part} brings ${brought.join(', ')}`;
  if (folder === own || rule.folders.includes(folder) || rule.files?.includes(target)) return undefined;
  if (rule.named?.test(target)) return undefined;
  if (rule.types?.includes(folder)) return typeOnly ? undefined : `only types of ${folder} are allowed`;
  return `${own} may not use ${folder}`;
}

function packageProblem(specifier: string, rule: Rule): string | undefined {
  const name = specifier.startsWith('node:')
    ? 'node'
    : specifier.split('/', specifier[0] === '@' ? 2 : 1).join('/');
  if (name === 'smallyes') return 'inside src, import the file itself';
  return rule.packages?.includes(name) ? undefined : `the package ${name} is not allowed here`;
}

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Written `import()`: what it names runs later. */
  readonly isLate: boolean;
}

/** Every module that a source names: import, export from, import(), types by import(), and module augmentation. */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean, isLate = false) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, typeOnly, isLate });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeExport(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isModuleDeclaration(node)) add(node.name, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function isTypeExport(node: ts.ExportDeclaration): boolean {
  return node.isTypeOnly;
}

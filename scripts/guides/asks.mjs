// A page for each ask, out of its types and their comments: what it is, what its events are, its props, its texts.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { catalogue } from '../../dist/events/index.js';
import { en } from '../../dist/locales/en.js';

const sizes = { 1: 'weak', 2: 'medium', 3: 'strong' };
const published = JSON.parse(readFileSync('package.json', 'utf8')).exports;

/** What the props of all asks speak of. */
const vocabulary = ['src/provider/ask-vocabulary.ts', 'src/form/field-spec.ts'];

/** @returns {{ name: string, title: string, summary: string, text: string }[]} */
export function describeAsks() {
  const { config } = ts.readConfigFile('tsconfig.base.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, process.cwd());
  const files = globSync('src/components/*/index.ts').sort();
  const program = ts.createProgram([...files, ...vocabulary], options);
  const checker = program.getTypeChecker();
  const open = (file) => exportsOf(program.getSourceFile(file), checker);
  return [
    ...files.map((file) => describe(path.basename(path.dirname(file)), program.getSourceFile(file), checker)),
    describeShared([...vocabulary, ...files].flatMap(open)),
  ];
}

/** Types that an ask's entry hands on from elsewhere. What two players share stands on the pages of both. */
function describeShared(symbols) {
  const types = [...new Set(symbols)]
    .map((symbol) => ({ symbol, declaration: symbol.declarations?.[0] }))
    .filter(
      ({ declaration }) => isType(declaration) && !/\/src\/(components|media)\//.test(fileOf(declaration)),
    )
    .filter(({ symbol }) => !/Labels$/.test(symbol.name));
  const summary =
    'What the props of all asks speak of: events and their data, money, fields, answers of your server, the next ask.';
  const text = `${['# Types of all asks', summary, ...typesOf(types)].join('\n\n')}\n`;
  return { name: 'shared', title: 'Types of all asks', summary, text };
}

const fileOf = (declaration) => declaration?.getSourceFile().fileName ?? '';

const isType = (declaration) =>
  !!declaration && (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration));

function exportsOf(source, checker) {
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((symbol) => {
    const isAlias = symbol.flags & ts.SymbolFlags.Alias;
    return isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  });
}

function describe(name, source, checker) {
  const own = exportsOf(source, checker);
  const declared = own.flatMap((symbol) => {
    const [declaration] = symbol.declarations ?? [];
    const isOwn = fileOf(declaration).includes(`/components/${name}/`);
    return isOwn || fileOf(declaration).includes('/src/media/') ? [{ symbol, declaration, isOwn }] : [];
  });
  const types = declared.filter(({ declaration }) => isType(declaration));
  const props = types.filter(({ symbol, isOwn }) => isOwn && /Props$/.test(symbol.name));
  const functions = declared
    .map(({ symbol }) => symbol)
    .filter(({ flags }) => flags & ts.SymbolFlags.Function);
  const main = functions.find((symbol) => kebab(symbol.name) === name) ?? functions[0];
  const title = main.name;
  const parts = functions.filter((symbol) => symbol !== main);
  const propsFor = (part) => props.find(({ symbol }) => symbol.name === `${part.name}Props`)?.symbol;
  const placed = new Set(functions.map(propsFor));
  const rest = props.filter(({ symbol }) => !placed.has(symbol));
  const isMain = ({ name }) => Number(name === `${title}Labels`);
  const head = source.text
    .match(/\/\*\*([\s\S]*?)\*\//)?.[1]
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const entry = `smallyes/${name}`;
  const kinds = Object.entries(catalogue).filter(([kind]) => kind.startsWith(`${name}.`));
  const text = [
    `# ${title}`,
    `\`import { ${title} } from '${entry}';\`${published[`./${name}.css`] ? `, and its styles in \`smallyes/styles.css\`, or alone in \`${entry}.css\` after \`smallyes/base.css\`` : ''}.`,
    docOf(main, checker),
    ...(kinds.length > 0
      ? [
          '## Events',
          table(
            ['Kind', 'Grade'],
            kinds.map(([kind, grade]) => [code(kind), `${grade} ${sizes[grade]}`]),
          ),
        ]
      : []),
    ...propsOf(propsFor(main), checker),
    ...labelsOf(
      own.sort((a, b) => isMain(b) - isMain(a)),
      checker,
    ),
    ...parts.flatMap((part) => [
      `## ${part.name}`,
      docOf(part, checker),
      ...propsOf(propsFor(part), checker),
    ]),
    ...rest.flatMap(({ symbol }) => propsOf(symbol, checker)),
    ...typesOf(types.filter(({ symbol }) => !/(Props|Labels)$/.test(symbol.name))),
    'What all asks share, such as `Money` and `SubmitResult`: [Types of all asks](shared.md).',
  ];
  return { name, title, summary: head ?? '', text: `${text.filter(Boolean).join('\n\n')}\n` };
}

/** The table of some props, what is required first. */
function propsOf(symbol, checker) {
  if (!symbol) return [];
  const properties = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  const rows = properties.flatMap((property) => {
    const at = property.declarations?.find((one) => one.getSourceFile().fileName.includes('/src/'));
    if (!at?.type) return [];
    const isOptional = property.flags & ts.SymbolFlags.Optional;
    return [
      [
        `${code(property.name)}${isOptional ? '' : ' (required)'}`,
        code(typeText(at)),
        docOf(property, checker),
      ],
    ];
  });
  if (rows.length === 0) return [];
  rows.sort(([a], [b]) => Number(b.endsWith(')')) - Number(a.endsWith(')')));
  return [`## ${symbol.name}`, docOf(symbol, checker), table(['Prop', 'Type', 'What it is'], rows)];
}

/** The English texts, from the catalogue that translators begin with. */
function labelsOf(symbols, checker) {
  return symbols.flatMap((symbol) => {
    const key = /Labels$/.test(symbol.name) ? kebab(symbol.name.replace(/Labels$/, '')) : undefined;
    if (!key || !en[key]) return [];
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    const rows = Object.entries(en[key]).map(([label, text]) => {
      const property = type.getProperty(label);
      const forms =
        typeof text === 'string'
          ? text
          : Object.entries(text)
              .map(([form, one]) => `${form}: ${one}`)
              .join('; ');
      return [code(label), forms, property ? docOf(property, checker) : ''];
    });
    return [
      `## ${symbol.name}`,
      `Texts of \`labels={{ '${key}': { … } }}\` on the provider, or of the prop \`labels\`.`,
      table(['Label', 'English', 'Where'], rows),
    ];
  });
}

function typesOf(types) {
  if (types.length === 0) return [];
  const texts = types.map(({ declaration }) =>
    declaration
      .getFullText()
      .trim()
      .replace(/^export /m, ''),
  );
  return ['## Types', `\`\`\`ts\n${texts.join('\n\n')}\n\`\`\``];
}

function docOf(symbol, checker) {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
  return text.replace(/\{@link (\w+)\s*\}/g, '`$1`');
}

/** A type as it was written, without what every optional prop has. */
function typeText(declaration) {
  const text = declaration.type
    .getText()
    .replace(/\s+/g, ' ')
    .replace(/ \| undefined$/, '');
  return text.replace(/^\| /, '').replace(/^\((\(.*\) => \w+)\)$/, '$1');
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((one) => one.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text) => `\`${text}\``;
const kebab = (text) => text.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

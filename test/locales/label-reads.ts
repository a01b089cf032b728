import path from 'node:path';
import ts from 'typescript';

/** A text of the type `Catalogue`, such as `poll.vote`, and whether any code asks for it. */
export interface LabelRead {
  readonly text: string;
  readonly isRead: boolean;
}

/** The folders of `src` that may speak to a visitor. */
const rooms = new Set(['components', 'fields', 'form', 'guidance', 'internal', 'media', 'provider']);

interface Component {
  readonly name: string;
  readonly keys: ReadonlySet<string>;
  /** Where its code stands; the whole of `src` for texts that every component may say. */
  readonly folder: string;
}

/**
 * Looks for who reads each text of the interface `Catalogue` in the file `catalogue`. The compiler answers, not a search
 * for words: `'failed'` is a status here and a text there. A text is read when its key
 * - is, by its type, what a speaker is called with: a function of a parameter `key` that returns a string;
 * - is a property or an index of an object of labels;
 * - stands where a key of the component is wanted, such as `{ key: 'tooLong' }` of a problem, or is by its type what is given there.
 * A speaker that hands on whatever key it gets reads none by that.
 */
export function labelReads(program: ts.Program, catalogue: string): readonly LabelRead[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(catalogue);
  const module = file && checker.getSymbolAtLocation(file);
  const found = module && checker.getExportsOfModule(module).find(({ name }) => name === 'Catalogue');
  if (!found) throw new Error(`no interface Catalogue in ${catalogue}`);
  const src = path.posix.dirname(path.posix.dirname(catalogue));
  const components = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(found)).map(componentOf);
  const empty = components.find(({ keys }) => keys.size === 0);
  if (empty || components.length === 0) throw new Error(`no texts in ${empty?.name ?? catalogue}`);
  const known = new Set(components.flatMap(({ keys }) => [...keys]));
  const reads = new Set<string>();

  function componentOf(property: ts.Symbol): Component {
    const type = checker.getTypeOfSymbol(property);
    const declared = type.symbol.declarations?.[0]?.getSourceFile().fileName ?? src;
    return {
      name: property.name,
      keys: new Set(checker.getPropertiesOfType(type).map(({ name }) => name)),
      folder: declared.includes('/components/') ? path.posix.dirname(declared) : src,
    };
  }

  /** The literals that a type is made of; nothing where one of its parts is none. */
  function literalsOf(type: ts.Type): ReadonlySet<string> | undefined {
    const parts = (type.isUnion() ? type.types : [type]).filter(
      ({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
    );
    const literals = parts.filter((part) => part.isStringLiteral()).map(({ value }) => value);
    return parts.length > 0 && literals.length === parts.length ? new Set(literals) : undefined;
  }

  /** Who may be meant in a file where one of `wanted` can stand. */
  function meant(wanted: ReadonlySet<string>, at: string): readonly Component[] {
    return components.filter(
      ({ keys, folder }) =>
        // A folder of another component can only mean that one, a shared room everybody.
        (at.startsWith(`${folder}/`) || !at.startsWith(`${src}/components/`)) && isWithin(wanted, keys),
    );
  }

  function note(read: ReadonlySet<string>, wanted: ReadonlySet<string>, at: string) {
    if (read.size === wanted.size && wanted.size > 1) return;
    for (const { name } of meant(wanted, at)) for (const key of read) reads.add(`${name}.${key}`);
  }

  /** All keys of a component, or of a part of its texts, where one of them is wanted: not a status that happens to be called like one. */
  function wantedAt(node: ts.Expression): ReadonlySet<string> | undefined {
    const context = checker.getContextualType(node);
    const wanted = context && literalsOf(context);
    return wanted && wanted.size > 5 ? wanted : undefined;
  }

  /** What a speaker can be called with. */
  function speakable(call: ts.CallExpression): ReadonlySet<string> | undefined {
    for (const signature of checker.getTypeAtLocation(call.expression).getCallSignatures()) {
      const [first] = signature.getParameters();
      const returns = checker.getReturnTypeOfSignature(signature);
      if (first?.name === 'key' && returns.flags & ts.TypeFlags.StringLike)
        return literalsOf(checker.getTypeOfSymbolAtLocation(first, call));
    }
    return undefined;
  }

  /** The keys of an object of labels: all of its properties are texts. */
  function labelsIn(node: ts.Expression): ReadonlySet<string> | undefined {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
    const names = new Set(checker.getPropertiesOfType(type).map(({ name }) => name));
    const isOne = components.some(({ keys }) => names.size > 0 && isWithin(names, keys));
    const name = type.aliasSymbol?.name ?? type.symbol?.name ?? '';
    return isOne && (/Labels$/.test(name) || /labels$/i.test(node.getText())) ? names : undefined;
  }

  function visit(node: ts.Node, at: string): void {
    // The compiler is asked only where a text can be meant: it takes its time.
    if (ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && node.arguments[0] && mayBeKey(node.arguments[0])) {
      const wanted = speakable(node);
      const read = wanted && literalsOf(checker.getTypeAtLocation(node.arguments[0]));
      if (read && isWithin(read, wanted)) note(read, wanted, at);
    } else if (ts.isPropertyAccessExpression(node) && known.has(node.name.text)) {
      const names = labelsIn(node.expression);
      if (names) note(new Set([node.name.text]), names, at);
    } else if (ts.isElementAccessExpression(node)) {
      const names = labelsIn(node.expression);
      const read = names && literalsOf(checker.getTypeAtLocation(node.argumentExpression));
      if (read) note(read, names, at);
    } else if (ts.isStringLiteral(node) && known.has(node.text) && !ts.isCallExpression(node.parent)) {
      const wanted = wantedAt(node);
      if (wanted?.has(node.text)) note(new Set([node.text]), wanted, at);
    } else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const given = ts.isPropertyAssignment(node) ? node.initializer : node.name;
      const wanted = mayBeKey(given) && !ts.isStringLiteral(given) && wantedAt(given);
      const read = wanted && literalsOf(checker.getTypeAtLocation(given));
      if (wanted && read && isWithin(read, wanted)) note(read, wanted, at);
    }
    ts.forEachChild(node, (child) => visit(child, at));
  }

  for (const source of program.getSourceFiles()) {
    const at = source.fileName;
    const isText = at.endsWith('-labels.ts');
    const folder = at.slice(src.length + 1).split('/')[0] ?? '';
    if (at.startsWith(`${src}/`) && rooms.has(folder) && !isText) visit(source, at);
  }
  return components.flatMap(({ name, keys }) =>
    [...keys].map((key) => ({ text: `${name}.${key}`, isRead: reads.has(`${name}.${key}`) })),
  );
}

/** Whether an argument can be a key at all. */
function mayBeKey(node: ts.Expression): boolean {
  return (
    ts.isStringLiteral(node) ||
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isBinaryExpression(node) ||
    ts.isAsExpression(node)
  );
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}

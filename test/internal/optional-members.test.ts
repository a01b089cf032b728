import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** Names that are public, and that users write: not what they only read. */
const written = new Set(
  [...readFileSync('test/package/exports.txt', 'utf8').matchAll(/^ {2}type (\w+)$/gm)]
    .map(([, name = '']) => name)
    .filter((name) => /(Props|Options|Definition|Settings|Spec|Store|Tracker|Look|Labels)$/.test(name)),
);

/** With `exactOptionalPropertyTypes` a member that may be left out still refuses `undefined`, unless its type says so. */
function refusing(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node, owner: string) => {
    const isMember = ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isMappedTypeNode(node);
    if (isMember && node.questionToken && written.has(owner)) {
      const type = ts.isMethodSignature(node) ? '(method)' : (node.type?.getText(source) ?? '');
      // What React renders may be undefined anyway, and what another member's type is, that member says.
      // `Partial` leaves out, and takes no undefined.
      if (!/\bundefined\b|ReactNode|\['\w+'\]$/.test(type) || /\bPartial</.test(type))
        found.push(`${owner}: ${node.getText(source).replace(/\s+/g, ' ')}`);
    }
    const isOwner = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    // What stands within another type's own is handed to the page, such as `NextProp<{ days?: number }>`.
    const next = isOwner ? node.name.text : ts.isTypeReferenceNode(node) ? '' : owner;
    ts.forEachChild(node, (child) => look(child, next));
  };
  look(source, '');
  return found;
}

it('every prop and option that may be left out may be undefined, too', () => {
  expect(written.size).toBeGreaterThan(100);
  expect(globSync('src/**/*.{ts,tsx}').flatMap(refusing)).toEqual([]);
});

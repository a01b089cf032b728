import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { entries, scriptEntries } from './entries.ts';

it('every entry of the exports map has its source, its types and its output', () => {
  const files = entries.flatMap(({ source, types, output }) => [source, types, output]);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

it('no two entries share their types: a linter takes two imports of one file for a slip, and its fix deletes the second', () => {
  const types = entries.map((entry) => entry.types);
  expect(types.filter((file, index) => types.indexOf(file) !== index)).toEqual([]);
});

it('every entry exports these names and no others', async () => {
  const program = ts.createProgram(
    scriptEntries.map(({ types }) => path.resolve(types)),
    { module: ts.ModuleKind.NodeNext, jsx: ts.JsxEmit.ReactJSX, noEmit: true, types: [] },
  );
  const checker = program.getTypeChecker();
  const lists = scriptEntries.map(({ name, types }) => {
    const file = program.getSourceFile(path.resolve(types));
    const module = file && checker.getSymbolAtLocation(file);
    const names = module
      ? checker.getExportsOfModule(module).map((symbol) => describeExport(checker, symbol))
      : [];
    return [name, ...names.sort().map((line) => `  ${line}`)].join('\n');
  });
  await expect(`${lists.join('\n\n')}\n`).toMatchFileSnapshot('exports.txt');
});

function describeExport(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.flags & ts.SymbolFlags.Value ? symbol.name : `type ${symbol.name}`;
}

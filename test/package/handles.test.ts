import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { scriptEntries } from './entries.ts';

/** What is taken apart, such as `const { commit } = useCommit(…)`, or handed on, such as `POST = collector.handle`. */
const makers = /^(use[A-Z]\w*|create(Collector|Gate|LadderMemory|Recorder))$/;

it('functions of a handle can be taken out of it: of methods that may need their `this`, typescript-eslint forbids that', () => {
  const program = ts.createProgram(
    scriptEntries.map(({ types }) => path.resolve(types)),
    { module: ts.ModuleKind.NodeNext, jsx: ts.JsxEmit.ReactJSX, noEmit: true, types: [] },
  );
  const checker = program.getTypeChecker();
  const makersFound = new Set<string>();
  const bound = new Set<string>();
  for (const { types } of scriptEntries) {
    const file = program.getSourceFile(path.resolve(types));
    const module = file && checker.getSymbolAtLocation(file);
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      if (!makers.test(symbol.name)) continue;
      makersFound.add(symbol.name);
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      for (const signature of checker.getTypeOfSymbol(target).getCallSignatures()) {
        for (const member of signature.getReturnType().getProperties()) {
          const mayNeedThis = member.declarations?.some(
            (declaration) =>
              ts.isMethodSignature(declaration) &&
              declaration.getSourceFile().fileName.startsWith(path.resolve('dist')) &&
              declaration.parameters[0]?.getText() !== 'this: void',
          );
          if (mayNeedThis) bound.add(`${symbol.name}: ${member.name}`);
        }
      }
    }
  }
  expect(makersFound.size).toBeGreaterThan(8);
  expect([...bound]).toEqual([]);
});

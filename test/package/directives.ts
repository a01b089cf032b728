import ts from 'typescript';

/** Whether a module starts with the directive that makes it part of the browser's bundle. */
export function isClientModule(source: string): boolean {
  return /^(['"])use client\1;/.test(source);
}

/**
 * What in an emitted module needs the browser: a call of a hook, a context or class made from React, an event handler
 * on an element. Empty when a server may run it.
 */
export function clientNeeds(source: string): string[] {
  const needs = new Set<string>();
  const fromReact = /import\s*\{([^}]*)\}\s*from\s*['"]react['"]/.exec(source)?.[1]?.split(/\s*,\s*/) ?? [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const name = calledName(node.expression);
      const isReacts = fromReact.some((imported) => imported.trim() === name);
      if (/^use[A-Z]/.test(name) || (isReacts && /^(use|createContext)$/.test(name))) needs.add(name);
      if (/^_?jsxs?$/.test(name)) for (const handler of handlersOf(node)) needs.add(handler);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.js', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return [...needs];
}

function calledName(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

function handlersOf({ arguments: [tag, props] }: ts.CallExpression): string[] {
  if (!tag || !ts.isStringLiteral(tag) || !props || !ts.isObjectLiteralExpression(props)) return [];
  return props.properties.flatMap(({ name }) =>
    name && ts.isIdentifier(name) && /^on[A-Z]/.test(name.text) ? [name.text] : [],
  );
}

// Resolves a stylesheet's relative @import rules into one text, so that the published file needs one request.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const importRule = /^[ \t]*@import\s+(?:url\(\s*)?(['"])(\.{1,2}\/[^'"]+)\1\s*\)?([^;]*);[ \t]*\n?/gm;

/**
 * The text of `file` with every relative import replaced by what it names: wrapped in its layer, `supports()` and media
 * conditions, and only at its first mention.
 */
export async function flattenCss(file, seen = new Set()) {
  seen.add(path.resolve(file));
  const css = stripComments(await readFile(file, 'utf8'));
  let flat = '';
  let end = 0;
  for (const match of css.matchAll(importRule)) {
    flat += css.slice(end, match.index);
    end = match.index + match[0].length;
    const target = path.resolve(path.dirname(file), match[2]);
    if (!existsSync(target)) throw new Error(`${file}: there is no ${match[2]} to import`);
    if (!seen.has(target)) flat += wrap(await flattenCss(target, seen), match[3].trim());
  }
  flat += css.slice(end);
  if (/@import/.test(flat)) throw new Error(`${file}: an @import rule is left that could not be resolved`);
  return `${flat.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

function wrap(css, conditions) {
  const [, layer, supports, media] =
    /^(?:layer(?:\(([^)]*)\))?)?\s*(?:supports\(((?:[^()]|\([^()]*\))*)\))?\s*(.*)$/s.exec(conditions);
  let wrapped = css;
  if (layer !== undefined) wrapped = `@layer ${layer} {\n${wrapped}}\n`;
  else if (conditions.startsWith('layer')) wrapped = `@layer {\n${wrapped}}\n`;
  if (supports) wrapped = `@supports (${supports}) {\n${wrapped}}\n`;
  if (media) wrapped = `@media ${media} {\n${wrapped}}\n`;
  return wrapped;
}

function stripComments(css) {
  return css.replace(/\/\*[\s\S]*?\*\/[ \t]*\n?/g, '');
}

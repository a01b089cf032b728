// Databases that are packages of npm. They are too large for everybody's installation, and only this proof needs them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = fileURLToPath(new URL('../../node_modules/.cache/sql-tools/', import.meta.url));

/** Where the package begins, installed if it may be; undefined where there is none. */
export function installed(name, version, mayInstall) {
  const find = () => {
    try {
      return pathToFileURL(createRequire(path.join(home, 'any.js')).resolve(name)).href;
    } catch {
      return undefined;
    }
  };
  const known = find();
  if (known || !mayInstall) return known;
  console.error(`Not found: installing ${name} with npm, for this proof alone.`);
  mkdirSync(home, { recursive: true });
  const manifest = path.join(home, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}\n');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`];
  const { status, stderr } = spawnSync('npm', args, { cwd: home, encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) console.error(`npm install failed: ${stderr?.trim().split('\n').slice(-3).join(' ')}`);
  return find();
}

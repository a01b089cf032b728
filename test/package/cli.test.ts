import { execFile, spawn } from 'node:child_process';
import { access, constants, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { commitmentFixture } from 'smallyes/testing';
import { beforeAll, expect, inject, it } from 'vitest';

const exec = promisify(execFile);
const program = 'dist/cli/index.js';
let installed: string;
let events: string;

beforeAll(async () => {
  installed = path.join(inject('consumer'), 'node_modules', 'smallyes', program);
  events = path.join(inject('consumer'), 'events.ndjson');
  await writeFile(events, `${JSON.stringify(commitmentFixture('poll.vote', { time: Date.now() - 1000 }))}\n`);
});

it.skipIf(process.platform === 'win32')('runs as a command, found by a link as npm makes it', async () => {
  await access(installed, constants.X_OK);
  const link = path.join(inject('consumer'), 'smallyes');
  await symlink(installed, link);
  const { stdout } = await exec(link, ['report', events]);
  expect(stdout).toMatch(/^<!doctype html>/);
  expect(stdout).toContain('.sy-insights');
});

it('ends in silence when its reader goes', async () => {
  const child = spawn(process.execPath, [installed, '--help']);
  // Closed before there is anything to read.
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (piece) => {
    said += String(piece);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, said }).toEqual({ code: 0, said: '' });
});

it('says so where React is not installed, and gives the figures without it', async () => {
  const alone = path.join(path.dirname(inject('consumer')), 'package', program);
  const report = exec(process.execPath, [alone, 'report', events]);
  await expect(report).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('SY-1634') });
  const { stdout } = await exec(process.execPath, [alone, 'report', events, '--json']);
  expect(JSON.parse(stdout).counts.units).toBe(1);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const guide = readFileSync('stories/guides/gates.mdx', 'utf8');

it('the guide "Gates and grants" shows the bridge that the tests over HTTP run on', () => {
  expect(guide).toContain(readFileSync('test/server/node-bridge.ts', 'utf8'));
});

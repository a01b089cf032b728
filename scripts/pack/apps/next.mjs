// Server components, hydration, client-side routes, a server action.
import { jsonLd } from '../checks/json-ld.mjs';
import { pages } from '../checks/pages.mjs';
import { laidPolicy } from '../checks/policy.mjs';
import { talk } from '../checks/talk.mjs';
import { withoutScript } from '../checks/without-script.mjs';
import { startServer } from '../processes.mjs';

const serve = (folder, command) =>
  startServer(folder, 'node_modules/next/dist/bin/next', (port) => [command, '-H', '127.0.0.1', '-p', port]);

export const next = {
  name: 'next',
  buildChecksTypes: true,
  elsewhere: '/checkout',
  server: { votes: '/api/votes', after: '/' },
  start: (folder) => serve(folder, 'start'),
  develop: (folder) => serve(folder, 'dev'),
  checks: [laidPolicy, pages, jsonLd, withoutScript, talk],
};

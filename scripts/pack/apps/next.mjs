// Server components, hydration, client-side routes, a server action.

import { collected } from '../checks/collected.mjs';
import { dialog } from '../checks/dialog.mjs';
import { every } from '../checks/every.mjs';
import { gate } from '../checks/gate.mjs';
import { jsonLd } from '../checks/json-ld.mjs';
import { later } from '../checks/later.mjs';
import { pages } from '../checks/pages.mjs';
import { laidPolicy } from '../checks/policy.mjs';
import { quote } from '../checks/quote.mjs';
import { talk } from '../checks/talk.mjs';
import { talkWithoutScript } from '../checks/talk-without-script.mjs';
import { withoutScript } from '../checks/without-script.mjs';
import { startServer } from '../processes.mjs';

const serve = (folder, command) =>
  startServer(folder, 'node_modules/next/dist/bin/next', (port) => [command, '-H', '127.0.0.1', '-p', port]);

export const next = {
  name: 'next',
  buildChecksTypes: true,
  /** It writes inline scripts. */
  hasNoPolicy: true,
  elsewhere: '/checkout',
  talk: '/talk',
  every: '/every',
  later: '/later',
  /** What every browser can get. */
  published: '.next/static',
  server: { votes: '/api/votes', after: '/' },
  start: (folder) => serve(folder, 'start'),
  develop: (folder) => serve(folder, 'dev'),
  checks: [
    laidPolicy,
    pages,
    collected,
    jsonLd,
    withoutScript,
    talk,
    dialog,
    gate,
    quote,
    talkWithoutScript,
    every,
    later,
  ],
};

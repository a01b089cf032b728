// Pages that are built once, islands that come alive late, and a server that takes the answers.
import { dialog } from '../checks/dialog.mjs';
import { every } from '../checks/every.mjs';
import { gate } from '../checks/gate.mjs';
import { pages } from '../checks/pages.mjs';
import { ownPolicy } from '../checks/policy.mjs';
import { quote } from '../checks/quote.mjs';
import { talk } from '../checks/talk.mjs';
import { talkWithoutScript } from '../checks/talk-without-script.mjs';
import { withoutScript } from '../checks/without-script.mjs';
import { startServer } from '../processes.mjs';

export const astro = {
  name: 'astro',
  elsewhere: '/checkout',
  talk: '/talk',
  every: '/every',
  /** Its checkout takes the steps of visitors without JavaScript. */
  takesSteps: true,
  /** What every browser can get. */
  published: 'dist/client',
  server: { votes: '/api/answers', after: '/thanks' },
  start: (folder) => startServer(folder, 'dist/server/entry.mjs'),
  develop: (folder) =>
    startServer(folder, 'node_modules/astro/bin/astro.mjs', (port) => [
      'dev',
      '--host',
      '127.0.0.1',
      '--port',
      port,
    ]),
  checks: [ownPolicy, pages, withoutScript, talk, dialog, gate, quote, talkWithoutScript, every],
};

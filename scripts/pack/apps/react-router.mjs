// Loaders, an action, client-side routes, and a Content-Security-Policy with a nonce.
import { dialog } from '../checks/dialog.mjs';
import { every } from '../checks/every.mjs';
import { gate } from '../checks/gate.mjs';
import { later } from '../checks/later.mjs';
import { pages } from '../checks/pages.mjs';
import { ownPolicy } from '../checks/policy.mjs';
import { quote } from '../checks/quote.mjs';
import { talk } from '../checks/talk.mjs';
import { talkWithoutScript } from '../checks/talk-without-script.mjs';
import { withoutScript } from '../checks/without-script.mjs';
import { startServer } from '../processes.mjs';

export const reactRouter = {
  name: 'react-router',
  elsewhere: '/checkout',
  talk: '/talk',
  every: '/every',
  later: '/later',
  /** Its checkout takes the steps of visitors without JavaScript. */
  takesSteps: true,
  /** What every browser can get. */
  published: 'build/client',
  /** It asks ahead for the routes of the links, offline too. */
  offlineComplaint: /^console error: Failed to fetch manifest patches/,
  server: { votes: '/answers', after: '/' },
  start: (folder) =>
    startServer(folder, 'node_modules/@react-router/serve/bin.cjs', () => ['build/server/index.js']),
  develop: (folder) =>
    startServer(folder, 'node_modules/@react-router/dev/bin.cjs', (port) => [
      'dev',
      '--host',
      '127.0.0.1',
      '--port',
      port,
      '--strictPort',
    ]),
  checks: [ownPolicy, pages, withoutScript, talk, dialog, gate, quote, talkWithoutScript, every, later],
};

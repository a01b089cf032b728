// A folder of built files, served behind the strictest Content-Security-Policy. Nothing is rendered on a server.
import path from 'node:path';
import { dialog } from '../checks/dialog.mjs';
import { every } from '../checks/every.mjs';
import { mailedGate } from '../checks/gate.mjs';
import { ownAsk } from '../checks/own-ask.mjs';
import { ownPolicy } from '../checks/policy.mjs';
import { quote } from '../checks/quote.mjs';
import { talk } from '../checks/talk.mjs';
import { serveFolder, startServer } from '../processes.mjs';

/** Nothing inline, nothing from elsewhere, and no text ever becomes a script, but the address of the one worker. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types push-worker',
].join('; ');

export const vite = {
  name: 'vite',
  elsewhere: '/imprint.html',
  talk: '/talk.html',
  every: '/every.html',
  start: (folder) => serveFolder(path.join(folder, 'dist'), { 'content-security-policy': policy }, '/forms'),
  develop: (folder) =>
    startServer(folder, 'node_modules/vite/bin/vite.js', (port) => [
      '--host',
      '127.0.0.1',
      '--port',
      port,
      '--strictPort',
    ]),
  checks: [ownPolicy, ownAsk, talk, dialog, mailedGate, quote, every],
};

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderToString } from 'react-dom/server';
import { rolldown } from 'rolldown';
import { LeadGate, type LeadGateProps } from 'smallyes/lead-gate';
import { createGate } from 'smallyes/server';
import { toNodeHandler } from 'smallyes/server/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Stands in the protected part and nowhere else. */
const marker = 'THE-TWELVE-POINTS-7f3a';
const protectedHtml = `<h2>Twelve points</h2><p>${marker}</p>`;

let time = Date.UTC(2026, 10, 5);
const keys = [{ id: 'now', secret: 'only-for-tests-and-32-bytes-long' }];
const magnets = {
  checklist: { stream: () => protectedHtml, type: 'text/html', inline: true },
  webinar: { stream: () => 'another' },
};
const gate = createGate({ keys, magnets, now: () => time });
const foreignGate = createGate({
  keys: [{ id: 'now', secret: 'somebody-else-has-32-bytes-as-well' }],
  magnets,
  now: () => time,
});

/** What a site writes: the page, and the program that brings it to life. */
const props: LeadGateProps = {
  id: 'checklist',
  get: 'The 12-point checklist',
  action: '/unlock',
  children: <p>The taste.</p>,
};
const program = `
import { LeadGate } from 'smallyes/lead-gate';
import { CommitmentProvider } from 'smallyes/provider';
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
const load = (grant, { signal }) =>
  fetch('/gate?magnet=checklist&grant=' + encodeURIComponent(grant), { signal }).then((answer) => {
    if (!answer.ok) throw answer;
    return answer.text();
  });
hydrateRoot(document.body, createElement(CommitmentProvider, null,
  createElement(LeadGate, { id: 'checklist', get: 'The 12-point checklist', action: '/unlock', load })));
`;

async function bundle(): Promise<Map<string, string>> {
  const id = '\0page';
  const build = await rolldown({
    input: id,
    platform: 'browser',
    resolve: { conditionNames: ['smallyes-source', 'import', 'browser', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'page',
        resolveId(source) {
          if (source === id) return id;
          return /^(smallyes|react)/.test(source)
            ? this.resolve(source, `${process.cwd()}/package.json`, { skipSelf: true })
            : null;
        },
        load: (source) => (source === id ? program : null),
      },
    ],
    onLog() {},
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return new Map(
    output.map((one) => [`/${one.fileName}`, one.type === 'chunk' ? one.code : String(one.source)]),
  );
}

let server: Server;
let origin: string;
let chunks: Map<string, string>;

beforeAll(async () => {
  chunks = await bundle();
  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/gate') return gate.handle(request);
    if (pathname === '/page') {
      const known = await gate.recall('checklist', request);
      // The protected part is read for a visitor alone whom the server knows.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the site's own text
      const unlocked = known.ok && <div dangerouslySetInnerHTML={{ __html: protectedHtml }} />;
      const html = renderToString(<LeadGate {...props} unlocked={unlocked} />);
      return new Response(html, { headers: { 'content-type': 'text/html' } });
    }
    // What a framework sends for a Server Component: the tree as data.
    if (pathname === '/page.json') return Response.json(<LeadGate {...props} />);
    const chunk = chunks.get(pathname);
    return chunk === undefined ? new Response('Not found', { status: 404 }) : new Response(chunk);
  };
  server = createServer(toNodeHandler(handle));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { headers });
  const body = await response.text();
  return { status: response.status, body, all: body + JSON.stringify([...response.headers]) };
};

describe('the protected part, over HTTP', () => {
  it('stands in no page, no payload and no script before the grant', async () => {
    const paths = ['/page', '/page.json', '/nothing', ...chunks.keys()];
    expect(chunks.size).toBeGreaterThan(2);
    for (const path of paths) {
      const { all } = await ask(path);
      expect(all, path).not.toContain(marker);
    }
    expect((await ask('/page')).body).toContain('The taste.');
    expect([...chunks.values()].join('')).toContain('magnet=checklist');
  });

  it('is in no answer to a request without a grant, or with one that is foreign, cut, changed or over', async () => {
    const good = await gate.grant('checklist');
    const old = await gate.grant('checklist', { expiresIn: 60 });
    time += 120_000;
    const bad: Record<string, string | undefined> = {
      none: undefined,
      empty: '',
      'of another magnet': await gate.grant('webinar'),
      'of another site': await foreignGate.grant('checklist'),
      cut: good.slice(0, -1),
      'cut in half': good.slice(0, good.length / 2),
      changed: good.replace('checklist', 'checklisT'),
      over: old,
      'made up': '1.now.checklist.1.zzzzzz.aaaaaaaaaaaaaaaaaaaaaA..aaaa',
    };
    for (const [name, grant] of Object.entries(bad)) {
      const { status, all } = await ask(gate.href('checklist', grant));
      expect(status, name).toBe(403);
      expect(all, name).not.toContain(marker);
      const cookie = `__Host-sy-gate-checklist=${grant ?? ''}`;
      expect((await ask('/page', { cookie })).all, name).not.toContain(marker);
    }
  });

  it('comes with a good grant, and shows in the first paint for a visitor whose cookie has one', async () => {
    const grant = await gate.grant('checklist');
    expect(await ask(gate.href('checklist', grant))).toMatchObject({ status: 200, body: protectedHtml });
    const { name, value } = gate.cookie('checklist', grant);
    const { body } = await ask('/page', { cookie: `${name}=${value}` });
    expect(body).toContain(marker);
    expect(body).toContain('Unlocked: The 12-point checklist');
    expect(body).not.toContain('<form');
  });
});

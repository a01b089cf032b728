import { cdp } from 'vitest/browser';

interface Session {
  send(method: string, params?: object): Promise<unknown>;
  on(event: string, listener: (params: { requestId: string }) => void): void;
}

/** Stands between the page and files that it has not asked for yet: refuses them, until told to hold them back. */
export async function standBefore(urlPattern: string) {
  const session = cdp() as unknown as Session;
  const held: string[] = [];
  let isRefusing = true;
  session.on('Fetch.requestPaused', ({ requestId }) => {
    if (isRefusing) void session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' });
    else held.push(requestId);
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Fetch.enable', { patterns: [{ urlPattern }] });
  return {
    held,
    hold: () => void (isRefusing = false),
    release: () =>
      Promise.all(held.splice(0).map((requestId) => session.send('Fetch.continueRequest', { requestId }))),
    compose: (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    write: (text: string) => session.send('Input.insertText', { text }),
    async end() {
      await session.send('Fetch.disable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: false });
    },
  };
}

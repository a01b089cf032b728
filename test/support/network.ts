import { cdp } from 'vitest/browser';

interface Session {
  send(method: string, params?: object): Promise<unknown>;
  on(event: string, listener: (params: { requestId: string }) => void): void;
}

/** Stands between the page and files that it has not asked for yet: refuses them, until told to hold them back. */
export async function standBefore(urlPattern: string) {
  const session = cdp() as unknown as Session;
  const held: string[] = [];
  const refused: string[] = [];
  let isRefusing = true;
  session.on('Fetch.requestPaused', async ({ requestId }) => {
    if (isRefusing) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' });
      refused.push(requestId);
    } else held.push(requestId);
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Fetch.enable', { patterns: [{ urlPattern }] });
  return {
    held,
    /** Those that failed already: a press before that shares their failure. */
    refused,
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

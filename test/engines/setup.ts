import { afterEach, beforeAll, beforeEach, type TestContext } from 'vitest';
import { cdp, server, userEvent } from 'vitest/browser';

// Emulated media come by the Chrome DevTools Protocol. A test that asks for it in another engine is skipped, with the
// reason in the report, at the moment in which it asks; nothing else of it is.
const reason = 'needs the Chrome DevTools Protocol, which only Chromium has';
let running: TestContext | undefined;
/** A file has asked before its tests, which then need it all. */
let isNeeded = false;

beforeEach((context) => {
  running = context;
  if (isNeeded) context.skip(reason);
});

afterEach(() => {
  running = undefined;
});

// Each file of tests comes in a frame of its own, and WebKit goes back to no entry that is older than the frame. A form
// on a page has no such entry.
beforeAll(() => history.pushState(history.state, ''));

beforeAll(async () => {
  const session = cdp() as unknown as {
    send(method: string, params?: object): Promise<unknown>;
    on(event: string, listener: (params: never) => void): void;
  };
  const refusal = await session.send('Browser.getVersion').then(
    () => undefined,
    (error: Error) => error,
  );
  if (refusal) {
    // Asks the browser in the background, where the refusal would be nobody's.
    session.on = () => {};
    session.send = async () => {
      running?.skip(reason);
      isNeeded = true;
    };
  }
});

// Nor does the driver of WebKit repeat a key that is held.
const { keyboard } = userEvent;
if (server.browser === 'webkit')
  userEvent.keyboard = async (text) => {
    if (/>\d/.test(text)) running?.skip('needs keys that repeat, which the driver of WebKit does not press');
    await keyboard(text);
  };

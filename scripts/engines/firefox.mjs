// A Firefox as it comes from its makers, under Vitest. Playwright drives it over WebDriver BiDi.
import { fileURLToPath } from 'node:url';
import { PlaywrightBrowserProvider, playwright } from '@vitest/browser-playwright';

/** The Vitest provider for the Firefox at a path. */
export function firefox(executablePath) {
  const options = {
    launchOptions: {
      channel: 'moz-firefox',
      ...(executablePath && { executablePath }),
      firefoxUserPrefs: {
        // Without a screen Firefox says that there is no pointer: make it a mouse (fine 2 + hover 4).
        'ui.primaryPointerCapabilities': 6,
        'ui.allPointerCapabilities': 6,
        // Tab from a page's last element leads into the browser's own bars, where Space and Enter then stay: lets the
        // page take the focus back.
        'dom.disable_window_flip': false,
      },
    },
    contextOptions: { locale: 'en-US', timezoneId: 'UTC' },
    actionTimeout: 5000,
  };
  return {
    ...playwright(options),
    providerFactory: (project) => new FirefoxProvider(project, options),
  };
}

class FirefoxProvider extends PlaywrightBrowserProvider {
  constructor(...args) {
    super(...args);
    const [project] = args;
    project.browser.registerCommand('__vitest_dblClick', doubleClick);
    this.initScripts = [...this.initScripts, fileURLToPath(new URL('firefox-insert.js', import.meta.url))];
  }

  /** Over BiDi a frame often never learns its name, by which Vitest looks for it: take the page's only frame. */
  getCommandsContext(sessionId) {
    const { page, context, iframe } = super.getCommandsContext(sessionId);
    const frame = async () => {
      const deadline = Date.now() + 5000;
      for (;;) {
        const found = page.mainFrame().childFrames().at(-1);
        if (found) return found;
        if (Date.now() > deadline) throw new Error('The test page has no frame.');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    return { page, context, iframe, frame };
  }
}

/**
 * Over BiDi Playwright sends each press by itself, and Firefox counts clicks within one message alone: both would be
 * first clicks, with `detail` 1 and no `dblclick`, which no visitor's mouse does.
 */
async function doubleClick({ page, iframe }, { selector }, options) {
  await iframe.locator(selector).hover(options);
  const { _session: session } = page._connection.toImpl(page).delegate;
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await session.send('input.performActions', {
    context: session.sessionId,
    actions: [
      {
        type: 'pointer',
        id: 'pw_mouse',
        parameters: { pointerType: 'mouse' },
        actions: [...press, ...press],
      },
    ],
  });
}

// A Firefox as it comes from its makers, under Vitest. Playwright drives it over WebDriver BiDi.
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

import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { findFirefox, findWebKit } from './scripts/engines/find.mjs';
import { firefox } from './scripts/engines/firefox.mjs';
import { webkit } from './scripts/engines/webkit.mjs';
import { sourceConditions } from './vite.conditions.ts';

// The stories and the tests of real input in engines other than Chromium. `npm run test:engines` runs it.

const engines = {
  firefox: () => ({ provider: firefox(findFirefox()), instances: [{ browser: 'firefox' as const }] }),
  webkit: () => ({ provider: webkit(findWebKit()), instances: [{ browser: 'webkit' as const }] }),
};

/** A new object each time: Vitest writes the project's name into it. */
const browser = (engine: keyof typeof engines) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  viewport: { width: 800, height: 900 },
  ...engines[engine](),
});

export default defineConfig({
  ...sourceConditions,
  test: {
    // Windows that run beside each other take the focus from each other, and with it what Space and Enter press.
    fileParallelism: false,
    // A machine that does other work beside the tests takes longer than the usual second to load a chunk.
    expect: { poll: { timeout: 5_000 } },
    restoreMocks: true,
    unstubGlobals: true,
    projects: (Object.keys(engines) as (keyof typeof engines)[]).flatMap((engine) => [
      {
        extends: true,
        plugins: [react()],
        test: {
          name: `${engine} input`,
          include: ['test/**/*.browser.test.tsx'],
          setupFiles: ['test/support/setup.ts', 'test/engines/setup.ts'],
          browser: browser(engine),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: `${engine} stories`,
          setupFiles: ['.storybook/vitest.setup.ts'],
          browser: browser(engine),
        },
      },
    ]),
  },
});

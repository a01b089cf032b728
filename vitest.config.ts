import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserFlags, findBrowser } from './scripts/find-browser.mjs';
import { sourceConditions } from './vite.conditions.ts';

const executablePath = findBrowser();

/** A new object each time: Vitest writes the project's name into it. */
const chromium = (...flags: readonly string[]) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  viewport: { width: 800, height: 900 },
  provider: playwright({
    launchOptions: { args: [...browserFlags, ...flags], ...(executablePath ? { executablePath } : {}) },
    contextOptions: { locale: 'en-US', timezoneId: 'UTC' },
    actionTimeout: 5000,
  }),
  instances: [{ browser: 'chromium' as const }],
});

/** Named, so that the first run does not find them one by one and reload the page under a running test. */
const preBundled = [
  '@radix-ui/react-dialog',
  'react',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react-dom/test-utils',
  'react-hook-form',
  '@testing-library/react',
  '@guidepup/virtual-screen-reader',
  'axe-core',
  'libphonenumber-js/min',
  'zod',
  'zod/mini',
];

export default defineConfig({
  ...sourceConditions,
  test: {
    // A machine that does other work beside the tests takes longer than the usual second to load a chunk.
    expect: { poll: { timeout: 5_000 } },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            'test/package/**',
            'test/trackers/{clients,http-pages}/**',
            'test/**/*.browser.test.{ts,tsx}',
          ],
          setupFiles: ['test/support/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          globalSetup: ['test/package/install.ts'],
          include: ['test/package/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Real analytics clients in a real browser that can be sent elsewhere, which a test inside the page cannot be.
          name: 'clients',
          environment: 'node',
          globalSetup: ['test/trackers/clients/bundle.ts'],
          include: ['test/trackers/{clients,http-pages}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        optimizeDeps: { include: preBundled },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['test/support/setup.ts'],
          browser: chromium(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: { include: preBundled },
        test: {
          name: 'stories',
          setupFiles: ['.storybook/vitest.setup.ts'],
          // A story presses by script, which browsers do not let sound begin.
          browser: chromium('--autoplay-policy=no-user-gesture-required'),
        },
      },
    ],
  },
});

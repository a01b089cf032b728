import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { mergeConfig, type Plugin, type UserConfig } from 'vite';
import { sourceConditions } from '../vite.conditions.ts';

/** A static Storybook is all client: that `'use client'` means nothing there is no news. */
const quietDirectives: UserConfig = {
  build: {
    rolldownOptions: {
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
};

/** The devtools leave production bundles, and a static Storybook is one. Here they are what is shown. */
const keepDevtools: Plugin = {
  name: 'keep-devtools',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/devtools/commitment-devtools.tsx')) return null;
    return { code: code.replace("process.env.NODE_ENV === 'production'", 'false'), map: null };
  },
};

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    '../stories/guides/*.mdx',
    '../stories/guides/trackers/*.mdx',
    { directory: '../stories', files: '!(insights-*).stories.tsx', titlePrefix: 'Asks' },
    { directory: '../stories', files: 'insights-*.stories.tsx', titlePrefix: 'Insights' },
    { directory: '../stories/journeys', files: '*.stories.tsx', titlePrefix: 'Journeys' },
  ],
  addons: [
    // Tables in guides are written as Markdown, which also reads well in the package.
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: {
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: { include: ['src/**/*.tsx', 'stories/**/*.tsx'] },
  },
  viteFinal: (viteConfig) =>
    [sourceConditions, quietDirectives, { plugins: [keepDevtools] }].reduce<UserConfig>(
      (all, one) => mergeConfig(all, one),
      viteConfig,
    ),
};

export default config;

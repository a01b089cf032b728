import { defaultClientConditions, defaultServerConditions, type UserConfig } from 'vite';

/** The private export condition under which `smallyes` and `smallyes/…` mean the sources, with no build. */
const sourceCondition = 'smallyes-source';

/** Shared by Vitest and Storybook. */
export const sourceConditions = {
  resolve: { conditions: [sourceCondition, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [sourceCondition, ...defaultServerConditions] } },
} satisfies UserConfig;

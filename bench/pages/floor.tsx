import type { Page } from '../page.ts';

export const asks: Page = { one: () => null, wrap: (children) => children };

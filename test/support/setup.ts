import { afterEach } from 'vitest';
import { failOnConsole } from './console.ts';
import { failOnLooseText } from './translated.ts';

// Hooks after a test run last registered first: components unmount, then the console is judged.
failOnConsole();
failOnLooseText();

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  afterEach(() => {
    cleanup();
    // A test is a tab of its own, and tabs keep drafts.
    sessionStorage.clear();
  });
  // Node only: in a browser, input comes from outside and cannot be wrapped in act().
  if (typeof process !== 'undefined' && process.versions?.node !== undefined) {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  }
}

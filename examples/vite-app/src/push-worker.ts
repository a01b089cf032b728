declare global {
  interface Window {
    /** What TypeScript does not know yet: https://w3c.github.io/trusted-types/ */
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(): string },
      ): { createScriptURL(text: string): string };
    };
  }
}

const createScriptURL = () => '/push-worker.js';

/** A page that lets no text become a script wants to be told that this address may. */
const trust = window.trustedTypes?.createPolicy('push-worker', { createScriptURL }) ?? { createScriptURL };

/** The service worker that shows messages. Browsers have none on pages without https, and in some private windows. */
export const pushWorker = navigator.serviceWorker?.register(trust.createScriptURL(''));

// The ask tells the visitor, at the press that needs it.
pushWorker?.catch(() => {});

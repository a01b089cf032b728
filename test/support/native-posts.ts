import { onTestFinished } from 'vitest';

// Chromium has it; TypeScript does not know it yet.
const { navigation } = window as unknown as { readonly navigation?: EventTarget };

/** Whether a test can keep the browser on its page when a form leaves it. */
export const canStay = !!navigation;

/** What the browser itself carries to an address from now on; the page stays, as after an answer 204. */
export function nativePosts(): string[] {
  const posts: string[] = [];
  const listening = new AbortController();
  const { signal } = listening;
  onTestFinished(() => listening.abort());
  let isSent = false;
  let fields = '';
  addEventListener('submit', (event) => void (isSent = !event.defaultPrevented), { signal });
  // The browser reads the form once all have heard of its submit event, and tells of it.
  addEventListener(
    'formdata',
    ({ formData }) => {
      if (isSent) fields = [...formData].map((entry) => entry.join('=')).join('&');
      isSent = false;
    },
    { signal },
  );
  // Counted only here: a test that ends before would let the browser go.
  navigation?.addEventListener(
    'navigate',
    (event) => {
      event.preventDefault();
      if (fields) posts.push(fields);
      fields = '';
    },
    { signal },
  );
  return posts;
}

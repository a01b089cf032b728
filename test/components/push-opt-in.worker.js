// A real service worker for the tests of PushOptIn. What a page does with a message is the page's own.
addEventListener('push', () => {});

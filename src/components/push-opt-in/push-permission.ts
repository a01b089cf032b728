/** What a browser says of messages from this site; `install` where only an installed app may have them. */
export type PushPermission = NotificationPermission | 'unsupported' | 'install';

/** Asks nobody anything: reads what the browser knows. */
export function readPermission(): PushPermission {
  // By name: in a sandboxed frame, where all is denied, the look at it would throw, and this runs while rendering.
  if ('PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator)
    return Notification.permission;
  // iOS and iPadOS alone know `standalone`, and hide all of this from a page in a tab:
  // https://webkit.org/blog/13878/web-push-for-web-apps-on-ios-and-ipados/
  return (navigator as { standalone?: boolean }).standalone === false ? 'install' : 'unsupported';
}

/** Until the rest is there: whoever has changed the settings comes back to the page. */
export function watchFocus(listener: () => void): () => void {
  addEventListener('focus', listener);
  return () => removeEventListener('focus', listener);
}

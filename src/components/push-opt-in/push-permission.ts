/** What a browser says of messages from this site; `install` where only an installed app may have them. */
export type PushPermission = NotificationPermission | 'unsupported' | 'install';

/** Asks nobody anything: reads what the browser knows. */
export function readPermission(): PushPermission {
  if ('PushManager' in window && 'Notification' in window && navigator.serviceWorker)
    return Notification.permission;
  // iOS and iPadOS alone know `standalone`, and hide all of this from a page in a tab:
  // https://webkit.org/blog/13878/web-push-for-web-apps-on-ios-and-ipados/
  return (navigator as { standalone?: boolean }).standalone === false ? 'install' : 'unsupported';
}

/** Hears of a change that was made elsewhere, such as in the settings of the browser. */
export function watchPermission(listener: () => void): () => void {
  let status: PermissionStatus | undefined;
  let isOver = false;
  navigator.permissions?.query({ name: 'notifications' }).then(
    (found) => {
      if (isOver) return;
      status = found;
      found.addEventListener('change', listener);
      // It may have changed before this was known.
      listener();
    },
    // A browser that does not know this name is asked when the visitor comes back.
    () => {},
  );
  addEventListener('focus', listener);
  return () => {
    isOver = true;
    status?.removeEventListener('change', listener);
    removeEventListener('focus', listener);
  };
}

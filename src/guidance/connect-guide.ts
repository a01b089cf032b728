import { tell } from '../internal/messages.ts';
import type { Guide, Remembered } from '../ladder/ladder.ts';
import { readConsent } from '../provider/consent.ts';
import type { Hub } from '../provider/hub.ts';
import { checkExperiments, checkRemade } from './check-guide.ts';
import { paintedSpots } from './first-paint.ts';
import { watchPage } from './watch-page.ts';

interface Link {
  users: number;
  /** What the guide has been told of already: what the visitor withdraws later does not come back with it. */
  remembered: Remembered | undefined;
  stop: () => void;
}

const links = new WeakMap<Guide, Link>();

/**
 * Puts a guide to work on this page: it learns what the browser sees, what other tabs write and what the server remembers.
 * Once for all who call; returns how to end it.
 */
export function connectGuide(guide: Guide, hub: Hub, remembered: Remembered | undefined): () => void {
  let link = links.get(guide);
  if (!link) {
    link = { users: 0, remembered: undefined, stop: () => {} };
    links.set(guide, link);
    // For good, because a new page may come before its spots do. The guide lasts as long as the site.
    hub.site.turns.add(() => guide.turn(location.pathname));
    // Until React has taken it over, what a server has painted stands there all the same.
    if (remembered)
      for (const [key = '', ask = ''] of paintedSpots())
        guide.offer({ key, asks: [ask], shows: ask, isPainted: true });
  }
  const one = link;
  if (remembered && one.remembered !== remembered) {
    one.remembered = remembered;
    if (readConsent(hub.get('consent')).functional !== 'denied') guide.remember(remembered);
  }
  if (process.env.NODE_ENV !== 'production') checkRemade(hub.site, guide.ladder);
  if (!one.users++) {
    one.stop = listen(guide, hub, remembered);
    // Nobody heard other tabs while no spot was there.
    if (guide.state().view) guide.reload();
  }
  // On a page that is just coming up, the provider tells of the visitor's word later in the same commit.
  if (hub.site.hubs.size) guide.start();
  return () => {
    if (!--one.users) one.stop();
  };
}

function listen(guide: Guide, hub: Hub, remembered: Remembered | undefined): () => void {
  const { id, remember } = guide.ladder;
  let isOver = false;
  let stopServer = () => {};
  const follow = ({ key }: StorageEvent) => {
    // Null: the whole storage was cleared.
    if (key === null || key.endsWith(`:ladder:${id}`)) guide.reload();
  };
  window.addEventListener('storage', follow);
  const stopWatching = watchPage(guide);
  const stopChecking = process.env.NODE_ENV !== 'production' ? checkExperiments(guide) : undefined;
  if (remember)
    import('./server-memory.ts').then(
      ({ keepOnServer }) => {
        if (!isOver) stopServer = keepOnServer(guide, remember, hub, remembered);
      },
      (error) => {
        if (process.env.NODE_ENV !== 'production') tell(1215, remember, String(error));
      },
    );
  return () => {
    isOver = true;
    window.removeEventListener('storage', follow);
    stopWatching();
    stopChecking?.();
    stopServer();
  };
}

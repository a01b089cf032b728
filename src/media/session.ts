import type { Playback } from './playback.ts';
import type { PlayerSettings } from './player-view.ts';

// How far the keys of a headset lead where they do not say it themselves, in seconds.
const stride = 10;

let held:
  | { readonly media: HTMLMediaElement; readonly told: string; readonly metadata: MediaMetadata }
  | undefined;

/**
 * Tells the system what is heard, and takes its keys: a lock screen, a headset, a car. There is one such place for a whole page;
 * who is heard last has it. Position and state are what the browser sees of the element (Media Session, W3C). Returns what gives
 * the place back.
 */
export function holdSession(
  { props, chapters, poster }: PlayerSettings,
  root: Element | null,
  playback: Playback,
): (() => void) | undefined {
  const { media } = playback;
  const session = navigator.mediaSession as MediaSession | undefined;
  // Gone while this came.
  if (!session || !media) return undefined;
  const own = props.mediaSession || {};
  const facts = {
    title: own.title ?? root?.querySelector('.sy-question')?.textContent ?? '',
    artist: own.artist ?? '',
    album: own.album ?? '',
    artwork: pictureOf(own.artwork ?? poster),
    // Browsers that know no chapters leave this out.
    chapterInfo: chapters.map(({ at, label }) => ({ title: label, startTime: at })),
  };
  const told = JSON.stringify(facts);
  // A volume that is turned tells of it many times a second.
  if (held?.media !== media || held.told !== told || session.metadata !== held.metadata)
    held = { media, told, metadata: new MediaMetadata(facts as MediaMetadataInit) };
  const { metadata } = held;
  if (session.metadata === metadata) return () => release(session, metadata);
  session.metadata = metadata;
  const jump = (second: number) => {
    media.currentTime = Math.max(0, Math.min(second, media.duration || second));
  };
  const chapter = (step: 1 | -1) => {
    const now = media.currentTime;
    // Back leads to the beginning of this one first, as players do.
    const next = step > 0 ? chapters.find(({ at }) => at > now) : chapters.findLast(({ at }) => at < now - 3);
    jump(next?.at ?? (step > 0 ? now : 0));
  };
  listen(session, {
    ...none,
    play: () => playback.start(),
    pause: () => playback.pause(),
    seekbackward: ({ seekOffset }) => jump(media.currentTime - (seekOffset || stride)),
    seekforward: ({ seekOffset }) => jump(media.currentTime + (seekOffset || stride)),
    seekto: ({ seekTime }) => jump(seekTime ?? media.currentTime),
    ...(chapters.length > 0 && { previoustrack: () => chapter(-1), nexttrack: () => chapter(1) }),
  });
  return () => release(session, metadata);
}

function release(session: MediaSession, metadata: MediaMetadata): void {
  // What another player, or the page, has put there since is theirs.
  if (session.metadata !== metadata) return;
  session.metadata = null;
  listen(session, none);
}

const none: Readonly<Record<string, null>> = {
  play: null,
  pause: null,
  seekbackward: null,
  seekforward: null,
  seekto: null,
  previoustrack: null,
  nexttrack: null,
};

function listen(
  session: MediaSession,
  acts: Readonly<Record<string, MediaSessionActionHandler | null>>,
): void {
  for (const [name, act] of Object.entries(acts))
    try {
      session.setActionHandler(name as MediaSessionAction, act);
    } catch {
      // A browser that does not know this key throws.
    }
}

/** One that is no address would throw, and older browsers have no URL.canParse(). */
function pictureOf(src: string | undefined): MediaImage[] {
  try {
    return src ? [{ src: new URL(src, document.baseURI).href }] : [];
  } catch {
    return [];
  }
}

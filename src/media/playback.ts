import { tell } from '../internal/messages.ts';
import type { HlsModule, HlsPlayer } from './hls.ts';
import type { PlayerSource } from './player-props.ts';
import { isHls } from './sources.ts';

/** Why nothing plays: it takes long, the browser did not let it start, it cannot be played. */
export type Trouble = 'slow' | 'refused' | 'failed';

/** Hears what the element does. Read anew each time. */
export interface PlaybackHandlers {
  readonly id: string;
  readonly sources: readonly PlayerSource[];
  readonly loadHls: (() => Promise<HlsModule>) | undefined;
  /** Somebody wants it to play. */
  onWanted(): void;
  /** It plays. */
  onPlaying(): void;
  /** It plays, and with a sound. */
  onHeard(): void;
  /** Time has passed, or another moment is here. */
  onTime(): void;
  /** It was moved to another moment, and what follows is not what came before. */
  onJump(): void;
  /** It rests. */
  onRest(): void;
  /** Nothing plays; undefined when that is over. */
  onTrouble(trouble: Trouble | undefined): void;
}

/** Something that plays: the browser's own element, or one that behaves like it. */
export interface Playback {
  readonly media: HTMLMediaElement | null;
  /** A visitor wants it: a film that begins by itself and without a sound is wanted by nobody, until it is heard. */
  readonly isAsked: boolean;
  /** For the element, whenever it comes. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /** Plays, mends what is broken first, waits for what is not there yet. Call it in the visitor's own click. */
  start(second?: number): void;
  pause(): void;
  /** Gives up what was wanted, also while it is still on its way. */
  stop(): void;
}

// A visitor begins to doubt after this many milliseconds of nothing (Nielsen, Response Times: attention holds for ten seconds).
const patience = 8_000;

// NETWORK_EMPTY and NETWORK_NO_SOURCE: an element of somebody else may lack the names, and the state as well.
const empty = 0;
const noSource = 3;

/** Makes a recording play, whatever stands in the way, and tells what becomes of it. Nothing here throws. */
export function createPlayback(handlers: () => PlaybackHandlers): Playback {
  let media: HTMLMediaElement | null = null;
  let hls: HlsPlayer | undefined;
  let isWanted = false;
  let isAsked = false;
  let trouble: Trouble | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wantedSecond: number | undefined;
  // Whether what there is of it must be loaded anew.
  let isStale = false;

  const say = (next: Trouble | undefined) => {
    clearTimeout(timer);
    timer = undefined;
    if (trouble !== next) handlers().onTrouble((trouble = next));
  };
  const wait = () => {
    timer ??= setTimeout(() => say('slow'), patience);
  };
  const fail = (problem: unknown) => {
    if (!isWanted) return;
    isWanted = false;
    if (process.env.NODE_ENV !== 'production') tell(1403, handlers().id, String(problem));
    say('failed');
  };
  /** The list of segments, if the browser can play neither it nor anything else. */
  const hlsSource = (element: HTMLMediaElement) => {
    const { sources } = handlers();
    if (hls || typeof element.canPlayType !== 'function') return undefined;
    return sources.some(({ type }) => !type || element.canPlayType(type)) ? undefined : sources.find(isHls);
  };
  const prepare = async (element: HTMLMediaElement, list: PlayerSource) => {
    const { id, loadHls } = handlers();
    if (!loadHls) {
      if (process.env.NODE_ENV !== 'production') tell(1402, id, list.src);
      throw new Error('no loadHls');
    }
    const [module, { attachHls }] = await Promise.all([loadHls(), import('./hls.ts')]);
    // Gone while it came, or brought by an earlier press.
    if (media === element && !hls) hls = attachHls(module, element, list.src, fail);
  };
  const drop = () => {
    hls?.destroy();
    hls = undefined;
  };

  const play = async (element: HTMLMediaElement) => {
    try {
      // One that somebody else defines may come late.
      if (!element.play) await customElements.whenDefined(element.localName);
      // It would wait for a file for ever.
      if (element.networkState === empty) throw new Error('it has no files');
      const list = hlsSource(element);
      if (list) await prepare(element, list);
      else if (isStale || element.networkState === noSource) element.load?.();
      isStale = false;
      if (media !== element || !isWanted) return;
      if (wantedSecond !== undefined) element.currentTime = wantedSecond;
      wantedSecond = undefined;
      await element.play();
    } catch (error) {
      if (media !== element) return;
      const { name } = error as Error;
      if (name === 'NotAllowedError') say('refused');
      // A pause, or another file, came in between.
      else if (name !== 'AbortError') fail(error);
    }
  };
  const begin = (second = wantedSecond) => {
    isWanted = true;
    wantedSecond = second;
    say(undefined);
    wait();
    if (media) void play(media);
  };

  const listeners: Readonly<Record<string, (event: Event) => void>> = {
    play() {
      const isNews = !isWanted;
      want();
      // The browser's own button knows nothing of hls.js.
      if (media && !media.paused && isNews && hlsSource(media)) begin();
      else if (media && !media.paused) wait();
    },
    playing() {
      isWanted = true;
      say(undefined);
      handlers().onPlaying();
      hear();
    },
    volumechange: hear,
    timeupdate() {
      // What waits in vain stands still.
      if (trouble === 'slow' || timer) say(undefined);
      handlers().onTime();
    },
    waiting: wait,
    seeking: () => handlers().onJump(),
    ratechange: () => handlers().onTime(),
    pause() {
      if (trouble !== 'failed') say(undefined);
      handlers().onRest();
    },
    ended: () => handlers().onRest(),
    error({ target }) {
      const { id } = handlers();
      const { localName, src } = target as HTMLSourceElement;
      if (localName === 'track') {
        if (process.env.NODE_ENV !== 'production') tell(1407, id, src);
      }
      // Of several files the last one decides.
      else if (localName !== 'source') {
        if (!hls) fail(media?.error?.message || 'its element says no more than that');
      } else if (
        media &&
        !hls &&
        !hlsSource(media) &&
        target === [...media.querySelectorAll('source')].at(-1)
      )
        fail(`the browser plays none of its files, the last one being ${src}`);
    },
  };

  return {
    get media() {
      return media;
    },
    get isAsked() {
      return isAsked;
    },
    ref(element) {
      if (!element) return undefined;
      media = element as HTMLMediaElement;
      // Captured: errors of files and captions do not bubble.
      for (const [type, listener] of Object.entries(listeners)) media.addEventListener(type, listener, true);
      // By then the props are those of this element; played before the page came alive, it is adopted.
      queueMicrotask(() => {
        if (media === element) isWanted ? begin() : adopt();
      });
      return () => {
        // What rests does not begin by itself with the next files.
        isWanted &&= !!timer || !!trouble || (element as HTMLMediaElement).paused === false;
        for (const [type, listener] of Object.entries(listeners))
          element.removeEventListener(type, listener, true);
        clearTimeout(timer);
        timer = undefined;
        drop();
        media = null;
        // Hidden with a part of the page, and not removed, it would play on unseen.
        queueMicrotask(() => media !== element && (element as HTMLMediaElement).pause?.());
      };
    },
    start(second) {
      if (trouble === 'failed' || trouble === 'slow') {
        isStale = true;
        second ??= media?.currentTime;
        drop();
      }
      isAsked = true;
      begin(second);
    },
    pause: () => media?.pause?.(),
    stop() {
      isStale ||= !!trouble;
      isWanted = false;
      say(undefined);
      media?.pause?.();
    },
  };

  function want() {
    isWanted = true;
    isAsked ||= !(media?.autoplay && media.muted);
    if (isAsked) handlers().onWanted();
  }

  function hear() {
    if (media?.paused !== false || media.muted || media.volume === 0) return;
    if (!isAsked) {
      want();
      handlers().onPlaying();
    }
    handlers().onHeard();
  }

  function adopt() {
    if (media?.paused !== false) return;
    want();
    if (media.currentTime > 0) handlers().onPlaying();
    hear();
  }
}

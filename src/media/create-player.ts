import type { CommitmentEvent, Kind, MediaData } from '../events/index.ts';
import { type Coverage, coverageOf, createTrail, type Trail } from '../internal/coverage.ts';
import { focusIn } from '../internal/focus-in.ts';
import type { Ask } from '../provider/ask.ts';
import type { Hub } from '../provider/hub.ts';
import { createPlaceKeeper } from './place.ts';
import { createPlayback } from './playback.ts';
import { firstView, type PlayerSettings, type PlayerView } from './player-view.ts';
import { beHeard, beSilent, type Heard } from './sound.ts';
import { chapterAt } from './sources.ts';

// A second press may follow the first within this many milliseconds: it is for the cover too, not for what lies below.
const doublePress = 400;

// Behind the page nobody may come back to pause: the place is kept each time it has moved by so many seconds.
const unseenStride = 10;

/** Makes the behaviour of one player. `patch` shows what has changed. Stable for the component's lifetime. */
export function createPlayer(
  ask: Ask,
  hub: Hub,
  settings: () => PlayerSettings,
  patch: (change: Partial<PlayerView>) => void,
) {
  let root: HTMLElement | null = null;
  let view = firstView;
  let trail: Trail | undefined;
  let trailOf: Coverage | undefined;
  let pace = 1;
  let pressed = 0;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let gate: ReturnType<typeof import('./gate.ts').createGate> | undefined;
  let isGateAsked = false;
  let keptAt = 0;
  let release: (() => void) | undefined;
  let isHushed = false;

  const show = (change: Partial<PlayerView>) => {
    if (Object.entries(change).every(([name, value]) => view[name as keyof PlayerView] === value)) return;
    view = { ...view, ...change };
    patch(change);
  };
  const duration = () => playback.media?.duration as number;
  const coverage = () => coverageOf(ask.attempt(), 0.5);
  const dataOf = (percent?: number): MediaData => {
    const known = duration();
    return {
      // What is live has no end.
      ...(Number.isFinite(known) && { duration: round(known) }),
      uniqueSeconds: round(coverage().total()),
      ...(percent && { percent }),
    };
  };
  const record = (phase: CommitmentEvent['phase'], kind: Kind, percent?: number) =>
    playback.isAsked && ask.record(phase, dataOf(percent), kind);
  const begin = () => ask.record('started', undefined, settings().kind.play);
  const gateKey = () => `${settings().kind.folder}:${settings().props.id}`;
  const placeKey = () => (settings().props.remember === false ? '' : `${gateKey()}:place`);
  const place = createPlaceKeeper(placeKey, hub.site.memory, coverage);
  // What is complete has no place: as nothing has in what is no second long.
  const keepPlace = () =>
    playback.media && place.keep((keptAt = playback.media.currentTime), view.isComplete ? 0 : duration());

  /** Shows what lies below the cover, once no second press of the same hand can reach it. */
  const uncover = () => {
    opening ??= setTimeout(
      () => {
        const had = focusIn(root)?.matches('.sy-media-cover');
        show({ stage: 'open' });
        if (had) playback.media?.focus({ preventScroll: true });
      },
      pressed + doublePress - performance.now(),
    );
  };
  /** Covers what was passed since it was looked at last. */
  const follow = () => {
    const { media } = playback;
    if (!media || media.seeking || !playback.isAsked) return;
    const { countHidden, completeAt: share = 0.9 } = settings().props;
    const completeAt = share > 0 && share <= 1 ? share : 0.9;
    const { complete } = settings().kind;
    const covered = coverage();
    if (!trail || trailOf !== covered) trail = createTrail((trailOf = covered));
    const rate = media.playbackRate || 1;
    place.passOver(duration());
    if (document.hidden && !countHidden) trail.lift();
    else trail.move(media.currentTime, performance.now() / 1_000, Math.max(rate, pace));
    pace = rate;
    for (const percent of covered.reached(duration())) record('progressed', complete, percent);
    if (!view.isComplete && covered.total() + 0.5 >= duration() * completeAt) {
      record('committed', complete);
      show({ isComplete: true });
    }
  };

  const bringGate = (press?: boolean) => {
    if (!settings().props.gate || gate || (isGateAsked && !press)) return;
    isGateAsked = true;
    // What only players with a gate need comes with them; what the network has lost, with the next press.
    import('./gate.ts').then(({ createGate }) => {
      gate ??= createGate({
        hub,
        key: gateKey,
        gate: () => settings().props.gate,
        stage: () => view.gate,
        root: () => root,
        media: () => playback.media,
        pause: () => playback.pause(),
        show: (stage) => show({ gate: stage }),
      });
    }, ignore);
  };
  const checkGate = (isResting: boolean) => {
    // It may have come with later props.
    bringGate();
    if (view.stage !== 'closed') gate?.check(isResting);
  };

  const playback = createPlayback(() => ({
    id: String(settings().props.id),
    sources: settings().sources,
    loadHls: settings().props.loadHls,
    onWanted() {
      bringGate(true);
      begin();
      // By the browser's own button.
      const at = place.recall();
      if (at && playback.media && playback.media.currentTime < 1) playback.media.currentTime = at;
      if (!view.gate) return;
      // Pressing on is a way to skip, where skipping is allowed.
      if (view.gate === 'asking' && settings().props.gate?.required) playback.pause();
      else gate?.close();
    },
    onPlaying() {
      record('committed', settings().kind.play);
      follow();
      show({ isPlaying: true });
      uncover();
    },
    onHeard() {
      beHeard(self);
      // Not before it is heard: nothing of this is needed to hear it.
      if (settings().props.mediaSession !== false)
        import('./session.ts').then(({ holdSession }) => {
          release = holdSession(settings(), root, playback);
        }, ignore);
    },
    onTime() {
      follow();
      if (document.hidden && Math.abs((playback.media?.currentTime ?? 0) - keptAt) > unseenStride)
        keepPlace();
      show({ chapter: chapterAt(settings().chapters, playback.media?.currentTime ?? 0) });
      checkGate(false);
    },
    onJump: () => trail?.lift(),
    onRest() {
      follow();
      // Whatever happens while it rests was not played.
      trail?.lift();
      show({ isPlaying: false, isDone: view.isComplete });
      keepPlace();
      // Another player's turn is no pause of the visitor's.
      checkGate(!isHushed);
      isHushed = false;
      beSilent(self);
    },
    onTrouble(trouble) {
      if (trouble === 'failed') record('failed', settings().kind.play);
      // The browser's own button may do what ours could not; what failed is begun anew by either.
      if (trouble === 'refused') show({ stage: 'open' });
      if (trouble === 'failed' && view.stage === 'opening') show({ stage: 'closed' });
      show({ trouble });
    },
  }));
  const hide = () => {
    trail?.lift();
    if (document.hidden) keepPlace();
  };
  const self: Heard = {
    hush() {
      isHushed = true;
      playback.pause();
    },
  };

  return {
    /** For the element that plays. */
    mediaRef(element: Element | null) {
      const stop = playback.ref(element);
      document.addEventListener('visibilitychange', hide);
      bringGate();
      gate?.goOn();
      return () => {
        document.removeEventListener('visibilitychange', hide);
        keepPlace();
        clearTimeout(opening);
        opening = undefined;
        gate?.stop();
        release?.();
        beSilent(self);
        show({ isPlaying: false });
        stop?.();
      };
    },
    /** For the root element. */
    rootRef(element: HTMLElement | null) {
      root = element;
      if (element)
        Object.defineProperties(element, {
          reset: { value: reset, configurable: true },
          media: { get: () => playback.media, configurable: true },
        });
      return ask.ref(element);
    },
    /** A press of one of the player's own buttons; those of an ask inside it are none. */
    onClick({ target }: { readonly target: EventTarget }) {
      const button = (target as Element).closest<HTMLElement>('[data-play]');
      if (!button || button.closest('[data-sy-ask]') !== root) return;
      const second = button.dataset['play'];
      if (second === 'on') return goOn();
      if (!second && view.stage === 'opening' && !view.trouble) return;
      // A chapter leads round no gate.
      if (view.gate === 'asking' && settings().props.gate?.required) return;
      gate?.close();
      pressed = performance.now();
      // The button that tries again goes as soon as it is pressed.
      if (focusIn(button.closest('.sy-media-trouble')))
        (root?.querySelector<HTMLElement>('.sy-media-cover') ?? playback.media)?.focus({
          preventScroll: true,
        });
      if (view.stage === 'closed') show({ stage: 'opening' });
      begin();
      const at = place.recall();
      playback.start(second ? Number(second) || 0 : at);
    },
    goOn,
    leaving: () => dataOf(),
  };

  /** Past the gate. */
  function goOn() {
    const { media } = playback;
    if (!view.gate || !media) return;
    gate?.close();
    media.focus?.({ preventScroll: true });
    if (!media.ended) playback.start();
  }

  function reset() {
    playback.stop();
    if (playback.media) playback.media.currentTime = 0;
    gate?.forget();
    place.forget();
    clearTimeout(opening);
    opening = undefined;
    ask.reset();
    show(firstView);
  }
}

/** Seconds for an event, to a tenth. */
function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

/** What cannot be had, as offline, leaves the recording as it is. */
function ignore(): void {}

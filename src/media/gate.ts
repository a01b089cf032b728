import type { Hub } from '../provider/hub.ts';
import type { PlayerGate } from './player-props.ts';
import { placeOf } from './sources.ts';

/** What a gate stands in the way of. Read anew each time. */
export interface GatedPlayer {
  readonly hub: Hub;
  /** Under which the visitor's answer is remembered. */
  key(): string;
  gate(): PlayerGate | undefined;
  /** What stands there now. */
  stage(): 'asking' | 'answered' | undefined;
  root(): Element | null;
  media(): HTMLMediaElement | null;
  pause(): void;
  show(stage: 'asking' | 'answered' | undefined): void;
}

// In a browser it comes with the player that has a gate: see `create-player.ts`.

/** Stops a recording once for an ask, and hears its yes. */
export function createGate(player: GatedPlayer) {
  const { bus, site } = player.hub;
  const remember = (answer: string) => site.memory.set(player.key(), answer);
  let wasOpen = false;
  let stopHearing: (() => void) | undefined;

  const asksInside = () => {
    const panel = player.root()?.querySelector('.sy-media-gate');
    if (!panel) return [];
    // Others of the same name may stand elsewhere.
    return [...site.asks.values()].flatMap((one) =>
      [...one.mounted].filter((part) => part.isIn(panel)).map((part) => ({ one, part })),
    );
  };
  const answered = () => {
    if (player.stage() !== 'asking') return;
    remember('answered');
    player.show('answered');
  };
  const stop = () => {
    stopHearing?.();
    stopHearing = undefined;
  };
  const open = () => {
    wasOpen = true;
    if (site.memory.get(player.key())) return;
    player.pause();
    // What is asked stands on the page, not behind the film.
    const media = player.media();
    // A shadow tree knows of its own.
    const { fullscreenElement } = (media?.getRootNode() ?? document) as Document;
    if (fullscreenElement?.contains(media)) document.exitFullscreen().catch(() => {});
    (media as { webkitExitFullscreen?: () => void } | null)?.webkitExitFullscreen?.();
    player.show('asking');
    hear();
  };
  /** Whether there is a yes to wait for still. */
  const look = () => {
    // What shows an answer before the server has taken it may take it back.
    if (player.root()?.querySelector('.sy-media-gate [data-pending]')) return;
    const stands = asksInside().map(
      ({ one, part }) => !one.attempt?.passed.has('dismissed') && part.isSettled(),
    );
    // Answered on an earlier visit, or known to the server already.
    if (stands.includes(true)) answered();
    // Nobody can answer, which is no answer: another day somebody can. Where skipping is allowed, they skip.
    else if (player.gate()?.required && stands.length > 0 && stands.every((one) => one === 'closed'))
      player.show('answered');
  };
  const hear = () => {
    const unsubscribe = bus.subscribe(({ phase, ask: { id } }) => {
      if (phase === 'committed' && asksInside().some(({ one }) => one.ask.id === id)) answered();
    });
    const watch = new MutationObserver(look);
    watch.observe(player.root() as Element, { attributes: true, childList: true, subtree: true });
    stopHearing = () => {
      unsubscribe();
      watch.disconnect();
    };
  };
  return {
    /** Opens it where it stands. `isResting`: the visitor has just paused, or it has ended. */
    check(isResting: boolean): void {
      const media = player.media();
      const at = player.gate()?.at;
      if (at === undefined || wasOpen || !media) return;
      if (at === 'end' ? media.ended : at === 'pause' ? isResting && !media.ended && !media.seeking : false)
        open();
      const place = placeOf(at, media.duration);
      if (place !== undefined && media.currentTime >= place) open();
    },
    /** It was answered, or skipped. */
    close(): void {
      stop();
      if (player.stage() === 'asking') remember('skipped');
      player.show(undefined);
    },
    /** Hears no more. */
    stop,
    /** Hears again, where it stands open. */
    goOn(): void {
      if (player.stage() === 'asking' && !stopHearing) hear();
    },
    /** As if it had never stood there. */
    forget(): void {
      stop();
      wasOpen = false;
      player.show(undefined);
    },
  };
}

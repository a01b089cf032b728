/** A player that can be heard. */
export interface Heard {
  /** Makes room for another one. */
  hush(): void;
}

let heard: Heard | undefined;

/** One is heard at a time on a page; a muted film disturbs nobody and need not ask. */
export function beHeard(player: Heard): void {
  if (heard !== player) heard?.hush();
  heard = player;
}

/** It rests. */
export function beSilent(player: Heard): void {
  if (heard === player) heard = undefined;
}

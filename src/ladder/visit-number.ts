import type { History } from './history.ts';
import { touched } from './join-histories.ts';

const idle = 30 * 60_000;

/**
 * The number of the visit. `counted` is what the browser has counted, 0 on a server. A browser that purged what scripts had
 * stored counts from 1 again; then the history, which may come from a server, tells better.
 */
export function visitNumber({ asks }: History, counted: number, now: number): number {
  let latest = 0;
  let most = 0;
  for (const own of Object.values(asks)) {
    most = Math.max(most, own.visit ?? 0);
    latest = Math.max(latest, touched(own));
  }
  return counted >= most ? counted || 1 : now - latest > idle ? most + 1 : most;
}

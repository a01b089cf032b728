import type { History } from './history.ts';

const idle = 30 * 60_000;

/**
 * The number of the visit. `counted` is what the browser has counted, 0 on a server. A browser that purged what scripts had
 * stored counts from 1 again; then the history, which may come from a server, tells better.
 */
export function visitNumber({ asks }: History, counted: number, now: number): number {
  let latest = 0;
  let most = 0;
  for (const { visit = 0, shown = 0, dismissed = 0, committed = 0 } of Object.values(asks)) {
    most = Math.max(most, visit);
    latest = Math.max(latest, shown, dismissed, committed);
  }
  return counted >= most ? Math.max(counted, 1) : now - latest > idle ? most + 1 : most;
}

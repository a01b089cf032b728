import type { Slot } from './guide.ts';
import type { Spot } from './spots.ts';

const isNow = (time: number) => Date.now() - time < 50;

/**
 * StrictMode takes all effects back and runs them again, one by one: the first spot to return would get what another shows.
 * In development each that returns within the moment has again what it had. `view` counts page views.
 */
export function keepLeftSpots(
  spots: Map<string, Spot>,
  view: () => number,
): { leave(key: string): void; comeBack(slot: Slot): void } {
  const left = new Map<string, { readonly spot: Spot; readonly view: number; readonly time: number }>();
  return {
    leave(key) {
      const spot = spots.get(key);
      // What it got from one that has just left is not its own.
      const isHeir = [...left.values()].some((one) => one.spot.ask && isNow(one.time));
      const own = { ...spot, ask: isHeir ? undefined : spot?.ask };
      if (spot) left.set(key, { spot: { ...own, slot: spot.slot }, view: view(), time: Date.now() });
    },
    comeBack(slot) {
      const was = left.get(slot.key);
      left.delete(slot.key);
      if (was?.view !== view() || !isNow(was.time)) return;
      if (was.spot.ask) for (const other of spots.values()) other.ask = undefined;
      spots.set(slot.key, { ...was.spot, slot });
    },
  };
}

import { followClock } from '../../internal/follow-clock.ts';

/** Tells what the clock says, and how many milliseconds have passed from the call on. Returns how to stop. */
export function followTime(
  look: (time: { readonly clock: number; readonly passed: number }) => void,
): () => void {
  const first = Date.now();
  return followClock(() => {
    const clock = Date.now();
    look({ clock, passed: clock - first });
  });
}

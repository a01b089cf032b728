/** How often the clock is looked at, in milliseconds: midnight comes on an open page as well. */
const often = 60_000;

/** Calls `look` once a minute, and when the visitor comes back to the page: hours or days may have passed, in another time zone. */
export function followClock(look: () => void): () => void {
  const timer = setInterval(look, often);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

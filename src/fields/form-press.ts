/**
 * Puts off what moves the page until no pointer is down: a problem that appears under a pressed one pushes the button
 * away from it, and the click never comes. On a touch screen the field is left after the finger, but before the click.
 */
export function createPress() {
  let isDown = false;
  let waiting: (() => void)[] = [];
  const flush = () => {
    if (isDown) return;
    const due = waiting;
    waiting = [];
    for (const run of due) run();
  };
  const hear = ({ type }: Event) => {
    isDown = type === 'pointerdown';
    if (!isDown) setTimeout(flush);
  };
  let heard: Document | undefined;
  const listen = (act: 'addEventListener' | 'removeEventListener') => {
    for (const type of ['pointerdown', 'pointerup', 'pointercancel']) heard?.[act](type, hear, true);
  };
  return {
    /** Hears the pointer on this page, which is a frame's own where the form stands in one. */
    start(page: Document) {
      heard = page;
      listen('addEventListener');
    },
    stop() {
      listen('removeEventListener');
      isDown = false;
      waiting = [];
    },
    after(run: () => void) {
      waiting.push(run);
      setTimeout(flush);
    },
  };
}

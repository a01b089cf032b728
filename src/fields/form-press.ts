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
  const types = ['pointerdown', 'pointerup', 'pointercancel'];
  return {
    start() {
      for (const type of types) document.addEventListener(type, hear, true);
    },
    stop() {
      for (const type of types) document.removeEventListener(type, hear, true);
      isDown = false;
      waiting = [];
    },
    after(run: () => void) {
      waiting.push(run);
      setTimeout(flush);
    },
  };
}

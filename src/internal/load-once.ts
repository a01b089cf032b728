/** A part that is brought once. `load` rejects when the network gives out, and a later call tries again. */
export function loadOnce<Part>(
  bring: () => Promise<Part>,
): [load: () => Promise<Part>, /** Makes the next call bring it anew. */ forget: () => void] {
  let coming: Promise<Part> | undefined;
  const forget = () => {
    coming = undefined;
  };
  const load = () => {
    coming ??= bring();
    coming.catch(forget);
    return coming;
  };
  return [load, forget];
}

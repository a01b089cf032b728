import { late } from '../../internal/late.ts';

const bring = () => import('./call-part.ts');
let coming = late(bring);

/** What a browser loads beside the first paint, or once a visitor turns to the form. `#callback-request/times` means this file there. */
export const times = {
  get: () => coming.get(),
  load: () => coming.load(),
  /** As `load`, but tries once more after the network gave out. */
  async again(): Promise<void> {
    await coming.load();
    if (!coming.get()) await (coming = late(bring)).load();
  },
};

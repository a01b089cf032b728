import { late } from '../../internal/late.ts';

const part = late(() => import('./call-part.ts'));

/** What a browser loads beside the first paint, or once a visitor turns to the form. `#callback-request/times` means this file there. */
export const times = {
  ...part,
  /** As `load`, but tries once more after the network gave out. */
  async again(): Promise<void> {
    await part.load();
    if (!part.get()) await part.load(true);
  },
};

/** A second page of the same site, without React: loaded in a frame, it has a document and storage events of its own. */
import { connectGuide } from '../../src/guidance/connect-guide.ts';
import { defineLadder } from '../../src/ladder/define-ladder.ts';
import type { Guide } from '../../src/ladder/ladder.ts';
import { createHub } from '../../src/provider/hub.ts';

const path = defineLadder({
  id: 'path',
  goal: 'c',
  rungs: [
    { ask: 'a', kind: 'poll.vote', segments: { fan: 'yes' } },
    { ask: 'b', kind: 'star-rating.rate' },
    { ask: 'c', kind: 'reactions.react' },
  ],
});

export interface Tab {
  readonly guide: Guide;
  segments(): readonly string[];
}

/** Brings a page up as a provider does. */
export function bringUp(): Tab {
  const hub = createHub();
  hub.set({ ladder: path });
  const guide = path.guide(hub.site);
  connectGuide(guide, hub, undefined);
  guide.offer({ key: 'spot', asks: undefined });
  hub.update();
  hub.connect();
  return { guide, segments: () => hub.site.visit.segments() };
}

// Also imported by the test itself, which brings up its own.
if (document.querySelector('script[src*="tab-page"]')) Object.assign(window, { tab: bringUp() });

import type { JSX } from 'react';
import type { ReactionItem } from './reactions-state.ts';

/** A heart: what is offered when you name nothing else. */
export const like: readonly ReactionItem<'like'>[] = [
  { value: 'like', symbol: draw('M12 20C-4 10 6 0 12 7c6-7 16 3 0 13Z') },
];

const thumb = 'M8 10l4-6c3 0 2 3 1 6h7l-2 9H8zH5v9h3';

/** A thumb up and a thumb down: `<Reactions set={thumbs} />`. */
export const thumbs: readonly ReactionItem<'up' | 'down'>[] = [
  { value: 'up', symbol: /* @__PURE__ */ draw(thumb) },
  { value: 'down', symbol: /* @__PURE__ */ draw(thumb, 'rotate(180 12 12)') },
];

function draw(path: string, transform?: string): JSX.Element {
  return (
    <svg className="sy-reactions-drawing" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} transform={transform} />
    </svg>
  );
}

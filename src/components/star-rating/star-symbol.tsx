import type { JSX } from 'react';

/** A star in a box of 24, its corners rounded by the stroke. */
export const starPath = 'M12 2.8l2.8 5.6 6.2.9-4.5 4.4 1.1 6.2-5.6-3-5.6 3 1.1-6.2L3 9.3l6.2-.9z';

/** The kit's own symbol, or a half of it. Drawn by attributes, so that it is a star without the stylesheet as well. */
export function drawStar(half: 'start' | 'end' | undefined): JSX.Element {
  const width = half ? 12 : 24;
  return (
    <svg
      className="sy-star-rating-symbol"
      aria-hidden="true"
      viewBox={`${half === 'end' ? 12 : 0} 0 ${width} 24`}
      width={width}
      height="24"
      fill="none"
      stroke="currentColor"
      strokeLinejoin="round"
    >
      <path d={starPath} />
    </svg>
  );
}

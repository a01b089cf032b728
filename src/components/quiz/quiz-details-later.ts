import { late } from '../../internal/late.ts';

/** What a browser loads once a visitor has seen a quiz. `#quiz/details` means this file there. */
export const details = late(() => import('./quiz-details.tsx'));

import { late } from '../../internal/late.ts';

/** What a browser loads once a visitor is about to answer. `#poll/answered` means this file there. */
export const answered = late(() => import('./poll-answered.tsx'));

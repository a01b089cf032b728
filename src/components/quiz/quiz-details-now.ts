import { atOnce, type Late } from '../../internal/late.ts';
import * as part from './quiz-details.tsx';

/** On a server nothing comes later. `#quiz/details` means this file there. */
export const details: Late<typeof part> = atOnce(part);

import { atOnce, type Late } from '../../internal/late.ts';
import * as part from './poll-answered.tsx';

/** On a server nothing comes later. `#poll/answered` means this file there. */
export const answered: Late<typeof part> = atOnce(part);

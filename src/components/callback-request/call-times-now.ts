import { atOnce } from '../../internal/late.ts';
import * as part from './call-part.ts';
import type { times as later } from './call-times-later.ts';

const there = atOnce(part);

/** On a server nothing comes later. `#callback-request/times` means this file there. */
export const times: typeof later = { ...there, again: there.load };

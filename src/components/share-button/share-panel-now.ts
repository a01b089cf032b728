import { atOnce, type Late } from '../../internal/late.ts';
import * as part from './share-panel.tsx';

/** On a server nothing comes later. `#share-button/panel` means this file there. */
export const panel: Late<typeof part> = atOnce(part);

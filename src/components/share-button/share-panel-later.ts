import { late } from '../../internal/late.ts';

/** What a browser loads once a visitor is about to press, where the device has no sheet of its own. `#share-button/panel` means this file there. */
export const panel = late(() => import('./share-panel.tsx'));

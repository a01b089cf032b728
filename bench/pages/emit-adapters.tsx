import { ga4 } from 'smallyes/trackers/ga4';
import { plausible } from 'smallyes/trackers/plausible';
import { posthog } from 'smallyes/trackers/posthog';
import type { Page } from '../page.ts';
import { emitterPage } from './emit.tsx';

const nothing = () => {};
Object.assign(globalThis, { gtag: nothing });

/** With three adapters whose products do nothing: what is left is the cost of mapping. */
export const asks: Page = emitterPage([
  ga4({ phases: 'all' }),
  plausible(nothing, { phases: 'all' }),
  posthog({ capture: nothing, identify: nothing }, { phases: 'all' }),
]);

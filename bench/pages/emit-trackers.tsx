import type { Page } from '../page.ts';
import { emitterPage } from './emit.tsx';

/** With three trackers that do nothing: what is left is the cost of carrying. */
export const asks: Page = emitterPage(['one', 'two', 'three'].map((name) => ({ name, track() {} })));

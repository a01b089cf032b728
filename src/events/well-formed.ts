import type { Phase } from './event.ts';

/** Each phase, for those who check events. */
export const phases: readonly Phase[] = Object.keys({
  seen: 0,
  started: 0,
  progressed: 0,
  committed: 0,
  confirmed: 0,
  withdrawn: 0,
  dismissed: 0,
  abandoned: 0,
  failed: 0,
} satisfies Record<Phase, 0>) as Phase[];

/** A kind: the component, a dot, the act, in lower case with hyphens. */
export const kindPattern = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;

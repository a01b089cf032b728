/** A visitor who comes back. */

export type { Kind } from '../../events/index.ts';
export type { Duration } from '../../ladder/rung.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { ReturnVisit } from './return-visit.tsx';
export type { ReturnVisitElement, ReturnVisitProps, ReturnVisitState } from './return-visit-props.ts';

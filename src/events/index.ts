/** What a commitment is: kinds, grades, events, the bus. No React, no DOM; runs anywhere. */

export {
  type CommitmentBus,
  type CommitmentBusOptions,
  type CommitmentListener,
  createCommitmentBus,
} from './bus.ts';
export { type CatalogueKind, catalogue, type GradeOf } from './catalogue.ts';
export { type CreatedEvent, createEvent } from './create-event.ts';
export * from './event.ts';
// `export *`, because only that lets declaration merging on 'smallyes/events' reach the interface.
export * from './kinds.ts';
export type { OrderKind } from './order-id.ts';
export { type Json, type SafeData, safeData } from './safe-data.ts';
export { setEmitting } from './tab-state.ts';
export type { Identity, Tracker, TrackerHost } from './tracker.ts';
export { uuid } from './uuid.ts';

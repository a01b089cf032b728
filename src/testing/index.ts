/** What you need to test your own pages with the kit. No test framework is imported; works with all. */

// What the signatures name, so that nobody needs a second import to write them down.
export type {
  AnyCommitment,
  CatalogueKind,
  Commitment,
  CommitmentEvent,
  CommitmentStep,
  EventBase,
  Grade,
  Kind,
  Phase,
  Tracker,
} from '../events/index.ts';
export type { CommitmentProviderProps } from '../provider/index.ts';
export { type CommitmentOverrides, commitmentFixture, type StepOverrides } from './commitment-fixture.ts';
export { type ExpectedEvent, expectEvents } from './expect-events.ts';
export { type FakeScreen, installIntersectionObserver } from './intersection-observer.ts';
export {
  createRecorder,
  type EventLine,
  type EventOf,
  type Recorder,
  type RecorderOptions,
} from './recorder.tsx';
export {
  type TrackerCase,
  type TrackerCasesOptions,
  type TrackerTrial,
  trackerCases,
} from './tracker-cases.ts';

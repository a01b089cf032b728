/** Where commitments flow: the provider, its hooks, consent and the visitor's memory. */

// What the props and hooks name, so that nobody needs a second import to write them down. Not `CommitmentData`: kinds of
// your own are added to it in 'smallyes/events' alone.
export type {
  AnyCommitment,
  CatalogueKind,
  Commitment,
  CommitmentBus,
  CommitmentEvent,
  CommitmentListener,
  CommitmentStep,
  ConsentState,
  EventBase,
  Exchange,
  Grade,
  Identity,
  Kind,
  Moment,
  Money,
  Purpose,
  Tracker,
  TrackerHost,
} from '../events/index.ts';
export type { AskProps } from './ask.ts';
export { CommitmentProvider, type CommitmentProviderProps } from './commitment-provider.tsx';
export type { ConsentInput } from './consent.ts';
export { type PartialLabels, type Settings, useSettings } from './context.ts';
export type { MaybeTracker } from './delivery.ts';
export type { CommitmentFailure, Redact, RedactedEvent } from './hub.ts';
export type { LabelCatalogue, LabelText, OwnLabels, PluralLabel } from './labels.ts';
export { type CommitHandle, type UseCommitOptions, useCommit } from './use-commit.ts';
export { type Commitments, useCommitments, useSegments } from './use-commitments.ts';
export { usePageView } from './use-page-view.ts';

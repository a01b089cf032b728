import type { AnyCommitment, CommitmentEvent } from 'smallyes/events';

declare global {
  interface Window {
    /** The list that a tag manager reads. */
    dataLayer?: object[];
  }
}

/** A yes: what reports and ads should count. */
export function pushCommitment(commitment: AnyCommitment) {
  push({ event: 'commitment', commitment });
}

/** Every step of every ask, for the funnel: seen, started, committed, abandoned … */
export function pushStep(step: CommitmentEvent) {
  push({ event: 'ask_step', step });
}

function push(entry: object) {
  window.dataLayer ??= [];
  window.dataLayer.push(entry);
}

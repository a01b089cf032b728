import { type ReactNode, StrictMode } from 'react';
import type { AnyCommitment, CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { consoleTracker } from 'smallyes/trackers/console';

declare global {
  interface Window {
    /** The list that a tag manager reads. */
    dataLayer?: object[];
  }
}

/** Hears every ask below it. Each island begins with it. */
export function Measurement({ children }: { children: ReactNode }) {
  return (
    <StrictMode>
      <CommitmentProvider onCommit={pushCommitment} onEvent={pushStep} trackers={[consoleTracker()]}>
        {children}
      </CommitmentProvider>
    </StrictMode>
  );
}

/** A yes: what reports and ads should count. */
function pushCommitment(commitment: AnyCommitment) {
  push({ event: 'commitment', commitment });
}

/** Every step of every ask, for the funnel: seen, started, committed, abandoned … */
function pushStep(step: CommitmentEvent) {
  push({ event: 'ask_step', step });
}

function push(entry: object) {
  window.dataLayer ??= [];
  window.dataLayer.push(entry);
}

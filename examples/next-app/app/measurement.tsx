'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import type { AnyCommitment, CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider, usePageView } from 'smallyes/provider';
import { consoleTracker } from 'smallyes/trackers/console';
import { httpTracker } from 'smallyes/trackers/http';

declare global {
  interface Window {
    /** The list that a tag manager reads. */
    dataLayer?: object[];
  }
}

// The outbox brings every event to our own server, also when the visitor leaves at once, or is offline for a while.
const trackers = [consoleTracker(), httpTracker({ url: '/api/commitments', persist: true })];

/** Hears every ask below it. A client component, because functions cannot cross from the server. */
export function Measurement({ children }: { children: ReactNode }) {
  return (
    <CommitmentProvider onCommit={pushCommitment} onEvent={pushStep} trackers={trackers}>
      <PageViews />
      {children}
    </CommitmentProvider>
  );
}

/** Each route of the router is a page view of its own. */
function PageViews() {
  usePageView(usePathname());
  return null;
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

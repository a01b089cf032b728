import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CommitmentProvider } from 'smallyes/provider';
import { consoleTracker } from 'smallyes/trackers/console';
import 'smallyes/styles.css';
import { pushCommitment, pushStep } from './analytics';
import './site.css';

/** Shows a page, inside the provider that all pages share. */
export function show(page: ReactNode) {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');

  createRoot(root).render(
    <StrictMode>
      <CommitmentProvider onCommit={pushCommitment} onEvent={pushStep} trackers={[consoleTracker()]}>
        <header>
          <a href="/">Pinegrove Advisers</a>
          <a href="/talk.html">Talk to us</a>
          <a href="/every.html">Every ask</a>
        </header>
        <main>{page}</main>
      </CommitmentProvider>
    </StrictMode>,
  );
}

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CommitmentProvider } from 'smallyes/provider';
import { consoleTracker } from 'smallyes/trackers/console';
import 'smallyes/styles.css';
import { pushCommitment, pushStep } from './analytics';
import { Article } from './article';
import './site.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

createRoot(root).render(
  <StrictMode>
    <CommitmentProvider onCommit={pushCommitment} onEvent={pushStep} trackers={[consoleTracker()]}>
      <Article />
    </CommitmentProvider>
  </StrictMode>,
);

import type { JSX } from 'react';
import { renderStatus } from '../../internal/status-line.tsx';
import type { Speaker } from '../../provider/use-labels.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';

/** The times are on their way. */
export function renderWaiting(speak: Speaker<Pick<CallbackRequestLabels, 'loading'>>): JSX.Element {
  return (
    <div className="sy-callback-request-waiting sy-only-with-script">
      {renderStatus('sy-note', speak('loading'), 'pending')}
    </div>
  );
}

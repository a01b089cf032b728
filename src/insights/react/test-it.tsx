import type { JSX } from 'react';
import { experimentFor } from './experiment-for.ts';
import type { Writer } from './write.ts';

/** How to test an action, ready to be copied. */
export function renderTest(writer: Writer, action: string): JSX.Element {
  return (
    <details key={action} className="sy-insights-try">
      <summary>{writer.say('tryIt', { action: writer.name(action) })}</summary>
      <pre className="sy-insights-code" dir="ltr">
        <code>{experimentFor(action)}</code>
      </pre>
    </details>
  );
}

import { createCollector } from 'smallyes/server';
import { ndjsonWriter } from 'smallyes/server/ndjson';

/** Takes what the outbox in `measurement.tsx` sends, and keeps each event once: a line in a file for each day. */
const collector = createCollector({ store: ndjsonWriter({ directory: 'data/commitments' }) });

export const POST = collector.handle;

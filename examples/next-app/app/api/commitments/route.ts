import { createCollector } from 'smallyes/server';
import { ndjsonWriter } from 'smallyes/server/ndjson';

/** Takes what the outbox in `measurement.tsx` sends, and keeps each event once: a line in a file for each day. What happens
 * in development stays apart. */
const collector = createCollector({ store: ndjsonWriter({ directory: `data/${process.env.NODE_ENV}` }) });

export const POST = collector.handle;

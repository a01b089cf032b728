import type { EventLine, Recorder } from './recorder.tsx';

/** What an event must be: its line, or its line and its data. */
export type ExpectedEvent = EventLine | readonly [line: EventLine, data: unknown];

/**
 * Throws unless exactly these events were recorded, in this order. A pair also compares the data:
 * `expectEvents(recorder, ['poll.vote seen', ['poll.vote committed', { choice: 'Trust' }]])`. Needs no test framework:
 * the error shows what did not come (`-`) and what came instead (`+`).
 */
export function expectEvents(recorder: Pick<Recorder, 'events'>, expected: readonly ExpectedEvent[]): void {
  const rest = recorder.events.map(({ kind, phase, data }) => ({
    line: `${kind} ${phase}`,
    data: toText(data),
  }));
  const report: string[] = [];
  const reportExtra = (extra: typeof rest) => {
    for (const { line, data } of extra) report.push(`+ ${line} ${data}`);
  };
  let right = 0;
  for (const want of expected) {
    const [line, data] = typeof want === 'string' ? [want] : [want[0], toText(want[1])];
    const place = rest.findIndex((one) => one.line === line && (data === undefined || one.data === data));
    if (place < 0) report.push(data === undefined ? `- ${line}` : `- ${line} ${data}`);
    else {
      reportExtra(rest.splice(0, place));
      rest.shift();
      report.push(`  ${line}`);
      right++;
    }
  }
  reportExtra(rest);
  if (right < report.length)
    throw new Error(`The recorded events are others (- expected, + recorded):\n${report.join('\n')}`);
}

/** JSON with sorted keys: in which order data was written says nothing. */
function toText(value: unknown): string {
  const json: string | undefined = JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return json ?? 'undefined';
}

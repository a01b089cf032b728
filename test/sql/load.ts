// Sends events as many browsers would: batches at a steady pace, whatever the answers do; each again until it is answered
// with 200. Now and then an answer is thrown away and the batch sent again, as when a page goes in between.
import { Agent, request } from 'node:http';
import { uuid } from 'smallyes/events';
import { commitmentFixture } from '../../src/testing/commitment-fixture.ts';

export interface LoadOptions {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Events in a batch. */
  readonly size: number;
  /** Called once, when so much of the time has passed. */
  readonly events: readonly (readonly [second: number, act: () => Promise<unknown>])[];
}

export interface LoadResult {
  readonly ids: readonly string[];
  /** Milliseconds from a try to its 200. */
  readonly latencies: readonly number[];
  readonly tries: number;
  readonly retries: number;
  readonly sentAgain: number;
  /** By status, or by the code of an error. */
  readonly answers: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly accepted: number;
  readonly duplicates: number;
}

const [head = '', tail = ''] = JSON.stringify({ ...commitmentFixture('star-rating.rate'), time: 0, seq: 0 })
  .replace(/"id":"[^"]+"/, '"id":"@"')
  .replace('"time":0,"seq":0', '"time":%,"seq":1')
  .split('@');

function batchOf(size: number, ids: string[]): string {
  const now = Date.now();
  const events: string[] = [];
  for (let index = 0; index < size; index++) {
    const id = uuid();
    ids.push(id);
    events.push(`${head}${id}${tail.replace('%', String(now))}`);
  }
  return `{"v":1,"sent":${now},"events":[${events.join()}]}`;
}

export async function load({ port, perSecond, seconds, size, events }: LoadOptions): Promise<LoadResult> {
  // Each browser has a connection of its own; when a store is slow, they do not wait for each other.
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const ids: string[] = [];
  const latencies: number[] = [];
  const answers: Record<string, number> = {};
  let [tries, retries, sentAgain, accepted, duplicates] = [0, 0, 0, 0, 0];

  const once = (body: string) =>
    new Promise<string>((resolve) => {
      tries++;
      const headers = {
        'content-type': 'text/plain;charset=UTF-8',
        'content-length': String(Buffer.byteLength(body)),
      };
      const outgoing = request(
        { port, host: '127.0.0.1', method: 'POST', agent, headers, timeout: 15_000 },
        (from) => {
          let text = '';
          from.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          from.on('end', () => {
            if (from.statusCode === 200) {
              const answer = JSON.parse(text) as {
                accepted: number;
                duplicates: number;
                rejected: unknown[];
              };
              accepted += answer.accepted;
              duplicates += answer.duplicates;
              if (answer.rejected.length > 0)
                answers['rejected'] = (answers['rejected'] ?? 0) + answer.rejected.length;
            }
            resolve(String(from.statusCode));
          });
          from.on('error', () => resolve('broken'));
        },
      );
      outgoing.on('timeout', () => outgoing.destroy());
      outgoing.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
      outgoing.end(body);
    });

  async function deliver(body: string): Promise<void> {
    for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
      const began = performance.now();
      const answer = await once(body);
      answers[answer] = (answers[answer] ?? 0) + 1;
      if (answer === '200') {
        latencies.push(performance.now() - began);
        return;
      }
      retries++;
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
    }
  }

  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1_000;
  const perBatch = size / perSecond;
  const waiting = [...events];
  const running = new Set<Promise<unknown>>();
  const run = (work: Promise<unknown>) => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  for (let sent = 0; elapsed() < seconds; ) {
    if (waiting[0] && elapsed() >= waiting[0][0]) run(waiting.shift()![1]());
    for (; sent * perBatch <= elapsed() && sent * perBatch < seconds; sent++) {
      const body = batchOf(size, ids);
      // Every fiftieth is delivered twice, sometimes at the same time.
      if (sent % 50 === 7) {
        sentAgain++;
        run(
          sent % 100 === 7
            ? deliver(body).then(() => deliver(body))
            : Promise.all([deliver(body), deliver(body)]),
        );
      } else run(deliver(body));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(running);
  agent.destroy();
  return { ids, latencies, tries, retries, sentAgain, answers, seconds: elapsed(), accepted, duplicates };
}

/** The value below which a part of all lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Compares what a store holds with what was sent. */
export function compare(sent: readonly string[], stored: readonly string[]) {
  const [all, kept] = [new Set(sent), new Set(stored)];
  return {
    sent: all.size,
    stored: stored.length,
    missing: sent.filter((id) => !kept.has(id)).length,
    doubled: stored.length - kept.size,
    foreign: [...kept].filter((id) => !all.has(id)).length,
  };
}

import type { CommitmentEvent } from '../../events/index.ts';
import { isolate } from '../../events/isolate.ts';
import { fault } from '../../internal/messages.ts';
import type { Answer } from './answer.ts';
import type { DroppedEvents, HttpTrackerOptions, HttpTrackerStats, Item, RejectedEvents } from './options.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Figure = Exclude<keyof HttpTrackerStats, 'queued' | 'rejected' | 'dropped'>;
type Report = (error: unknown, event?: CommitmentEvent) => void;

/** Keeps the figures, and tells of each cause of a loss once. */
export interface Tally {
  /** Adds 1 unless told otherwise. */
  add(figure: Figure, count?: number): void;
  drop(cause: keyof DroppedEvents, count: number): void;
  /** Counts an answer, and reports what it rejects. */
  take(answer: Answer, items: readonly Item[]): void;
  /** Reports a numbered message, once for each cause; the cause is the detail unless another is given. */
  tell(
    code: 1031 | 1032 | 1033 | 1034 | 1035 | 1036 | 1037 | 1038 | 1041,
    detail: string | number,
    item?: Pick<Item, 'event'>,
    cause?: string,
  ): void;
  /** Hands the figures to whoever wants to hear them. */
  publish(): void;
  stats(): HttpTrackerStats;
}

/** Makes the figures of one outbox. */
export function createTally(
  name: string,
  { onStats }: HttpTrackerOptions,
  report: Report,
  queued: () => number,
): Tally {
  const figures: Record<Figure, number> = {
    tracked: 0,
    restored: 0,
    sent: 0,
    accepted: 0,
    duplicates: 0,
    unconfirmed: 0,
    elsewhere: 0,
    requests: 0,
    retries: 0,
  };
  const rejected: Writable<RejectedEvents> = {
    schema: 0,
    'too-large': 0,
    'too-old': 0,
    'from-the-future': 0,
    consent: 0,
    kind: 0,
    other: 0,
  };
  const dropped: Writable<DroppedEvents> = {
    capacity: 0,
    age: 0,
    refused: 0,
    size: 0,
    unusable: 0,
    forgotten: 0,
  };
  const said = new Set<string>();

  const tally: Tally = {
    add(figure, count = 1) {
      figures[figure] += count;
    },
    drop(cause, count) {
      dropped[cause] += count;
    },
    take({ accepted, duplicates, rejected: rejections }, items) {
      figures.accepted += accepted;
      figures.duplicates += duplicates;
      for (const one of rejections) {
        const reason = textOf(one?.reason);
        const cause = Object.hasOwn(rejected, reason) ? (reason as keyof RejectedEvents) : 'other';
        rejected[cause]++;
        tally.tell(1035, `${reason} ${textOf(one?.detail)}`, items[one?.index as number], cause);
      }
    },
    tell(code, detail, item, cause = `${detail}`) {
      const key = code + cause;
      if (said.has(key)) return;
      said.add(key);
      report(fault(code, name, `${detail}`.slice(0, 200)), item?.event);
    },
    publish() {
      if (onStats) isolate(() => onStats(tally.stats()), report);
    },
    stats: () => ({ ...figures, queued: queued(), rejected: { ...rejected }, dropped: { ...dropped } }),
  };
  return tally;
}

/** A server may have sent anything; an object need not even turn into text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

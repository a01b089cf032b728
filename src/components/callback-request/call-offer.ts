import {
  type CallHours,
  type CallSlot,
  momentOfText,
  type OfferedWindow,
  tidied,
  windowsOf,
  windowsOfSlots,
} from './call-windows.ts';
import { isZone } from './zone-time.ts';

/** What the times on offer follow from. */
export interface CallQuery {
  readonly windows: CallHours | undefined;
  /** The free times as a server gave them; `null` while they are on their way. Without them those of `windows` count. */
  readonly slots: readonly CallSlot[] | null | undefined;
  /** The moment from which windows are counted. */
  readonly now: number | string | undefined;
  /** What the clock says, for where that is no moment; undefined while it has not been read. */
  readonly clock?: number | undefined;
  /** Milliseconds since that moment: the page may stand open for days. Default 0. */
  readonly passed?: number | undefined;
  /** Windows that were taken meanwhile: no more to be had, and still to be seen. */
  readonly taken: readonly OfferedWindow[];
  /** The visitor's own zone, as far as it is known; the first that is one counts. */
  readonly zones: readonly unknown[];
}

/** Whose clocks the times are read by. */
export interface CallZones {
  /** Of the place that calls. */
  readonly theirs: string;
  /** Of the visitor; that of the place as long as it is not known. */
  readonly zone: string;
}

export function zonesOf({ windows, zones }: Pick<CallQuery, 'windows' | 'zones'>): CallZones {
  const theirs = isZone(windows?.timeZone) ? windows.timeZone : 'UTC';
  return { theirs, zone: zones.find(isZone) ?? theirs };
}

/** The windows on offer, and those that were. Undefined while they are not known. */
export function offerOf(query: CallQuery): readonly OfferedWindow[] | undefined {
  const { windows, slots, passed = 0, taken } = query;
  const given = typeof query.now === 'string' ? momentOfText(query.now) : query.now;
  const now = given !== undefined && Number.isFinite(given) ? given + passed : query.clock;
  const { theirs } = zonesOf(query);
  const free =
    slots === undefined
      ? now !== undefined && (windows && isZone(windows.timeZone) ? windowsOf(windows, now) : [])
      : // A list is shown as it is until a clock says what of it is over.
        slots && windowsOfSlots(slots, theirs, now ?? 0);
  return free ? tidied([...taken, ...free]) : undefined;
}

/** The windows on offer that begin at these moments, marked as taken. */
export function takenOf(starts: readonly string[], query: CallQuery): readonly OfferedWindow[] {
  const moments = new Set(starts.map(momentOfText));
  return (offerOf(query) ?? [])
    .filter(({ start }) => moments.has(start))
    .map((one) => ({ ...one, isTaken: true }));
}

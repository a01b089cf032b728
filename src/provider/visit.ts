import { type SessionInfo, type Touch, uuid, type VisitorInfo } from '../events/index.ts';
import type { VisitorMemory } from './memory.ts';

/** Who is here, and since when. */
export interface Visit {
  session(): SessionInfo;
  visitor(): VisitorInfo;
  /** Remembers what an answer said of the visitor. */
  addSegment(segment: string): void;
  /** What answers said so far. Reads the memory, begins no visit: safe while rendering in a browser. */
  segments(): readonly string[];
  /** Hears when segments change. */
  subscribe(listener: () => void): () => void;
  /** Reads the memory again after the visitor allowed storage. */
  reload(): void;
}

/** What is remembered of a visitor. Never changed, always replaced. */
interface VisitRecord {
  /** Visitor id. */
  readonly id: string;
  /** Session id. */
  readonly sid: string;
  /** Number of the session. */
  readonly n: number;
  /** Time of the last event that was written down. */
  readonly last: number;
  /** Campaign of the first and of the latest arrival that had one. */
  readonly first?: Touch | undefined;
  readonly latest?: Touch | undefined;
  readonly segments: readonly string[];
}

const key = 'visit';
const idle = 30 * 60_000;
const parameters = ['source', 'medium', 'campaign', 'id', 'content', 'term'];
const nobody: VisitRecord = { id: '', sid: '', n: 0, last: 0, segments: Object.freeze([]) };

/** Keeps the session and the visitor. Reads clock, address and memory at first use, never while rendering. */
export function createVisit(memory: VisitorMemory): Visit {
  let record: VisitRecord | undefined;
  let remembered: VisitRecord | undefined;
  const listeners = new Set<() => void>();

  const tellListeners = () => {
    for (const listener of listeners) listener();
  };
  const save = (next: VisitRecord) => {
    memory.set(key, JSON.stringify(next));
    record = next;
    tellListeners();
    return next;
  };
  const known = () => record ?? (remembered ??= readRecord(memory.get(key)) ?? nobody);
  const touch = (): VisitRecord => {
    const now = Date.now();
    const latest = record ? undefined : touchOf(Object.fromEntries(new URLSearchParams(location.search)));
    let next = known();
    if (!next.id) next = { ...next, id: uuid() };
    if (latest) next = { ...next, first: next.first ?? latest, latest };
    // A time far ahead is of a clock that was wrong, then or now: it must not make the visit endless.
    if (!next.sid || Math.abs(now - next.last) > idle)
      next = { ...next, sid: uuid(), n: next.n + 1, last: now };
    // Else written at most once a minute: storage is slow, and the idle limit is half an hour.
    else if (now - next.last > 60_000) next = { ...next, last: now };
    return next === record ? record : save(next);
  };

  return {
    session() {
      const { sid, n, first, latest } = touch();
      return Object.freeze({
        id: sid,
        n,
        ...(first && latest && { campaign: Object.freeze({ first, last: latest }) }),
      });
    },
    visitor() {
      const { id, n, segments } = touch();
      return Object.freeze({ id, isNew: n === 1, segments });
    },
    addSegment(segment) {
      const now = touch();
      save({ ...now, segments: join(now.segments, [segment.slice(0, 60)]) });
    },
    segments: () => known().segments,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    reload() {
      remembered = undefined;
      const stored = readRecord(memory.stored(key));
      // The stored visitor is the older one; the visit under way keeps its id, and becomes their next.
      if (record && stored && stored.id !== record.id)
        save({
          ...record,
          id: stored.id,
          n: stored.n + 1,
          first: stored.first ?? record.first,
          latest: record.latest ?? stored.latest,
          segments: join(stored.segments, record.segments),
        });
      else tellListeners();
    },
  };
}

/** Each segment once, at its latest place, the last twenty. */
function join(older: readonly string[], newer: readonly string[]): readonly string[] {
  return Object.freeze([...older.filter((one) => !newer.includes(one)), ...newer].slice(-20));
}

/** What is stored may be of any age or make: only a record of the right shape counts. */
function readRecord(note: string | null): VisitRecord | undefined {
  try {
    const { id, sid, n, last, first, latest, segments } = JSON.parse(note ?? '');
    if (!(id.length === 36 && sid.length === 36 && Number.isInteger(n) && n > 0 && last >= 0))
      return undefined;
    return {
      id,
      sid,
      n,
      last,
      first: touchOf(first),
      latest: touchOf(latest),
      segments: join(
        [],
        segments.map((one: unknown) => String(one).slice(0, 60)),
      ),
    };
  } catch {
    return undefined;
  }
}

/** Campaign parameters of one arrival. A value with an @ may be an e-mail address and is left out. */
function touchOf(values: Readonly<Record<string, unknown>> | undefined): Touch | undefined {
  const touch: Record<string, string> = {};
  for (const parameter of parameters) {
    const name = `utm_${parameter}`;
    const value = values?.[name];
    if (typeof value === 'string' && value && !value.includes('@')) touch[name] = value.slice(0, 100);
  }
  return Object.keys(touch).length ? Object.freeze(touch) : undefined;
}

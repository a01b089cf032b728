import { type CampaignTouch, type SessionInfo, uuid, type VisitorInfo } from '../events/index.ts';
import { cleanPath } from '../internal/clean-path.ts';
import type { VisitorMemory } from './memory.ts';

/** What tells of a session. */
interface Told {
  readonly session: SessionInfo;
}

/** Who is here, and since when. */
export interface Visit {
  session(): SessionInfo;
  /**
   * What leaves the page now, of the session that it turned out to be in while it waited for the visitor's word. `event`: the same
   * before anything was taken out.
   */
  renew<T extends Told>(this: void, shown: T, event?: Told): T;
  visitor(): VisitorInfo;
  /** Which visit this is, and for how many milliseconds the visitor was away before it; 0 before the first. */
  comeback(): { readonly visits: number; readonly away: number };
  /** Remembers what an answer said of the visitor, and forgets what an earlier one did. */
  setSegments(come: readonly string[], gone?: readonly string[]): void;
  /** What answers said so far. Reads the memory, begins no visit: safe while rendering in a browser. */
  segments(): readonly string[];
  /** Hears when segments change. */
  subscribe(listener: () => void): () => void;
  /**
   * Path of the page on which this visitor first arrived, as far back as the memory reaches; undefined for one who was here
   * before it was kept. For the developer's own server: no event carries it.
   */
  firstPage(): string | undefined;
  /** Notes the path and the campaign of the page's address, which a router may change before the first event. */
  arrive(): void;
  /** Reads the memory again after the visitor allowed storage. */
  reload(): void;
  /** What this page had stored was removed elsewhere, or is another visitor's since. */
  isGone(): boolean;
  /** Knows nobody any more, after the visitor refused storage; after an earlier yes, nor which visit it was. */
  forget(): void;
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
  /** Milliseconds between the session before and this one. */
  readonly away?: number | undefined;
  /** Campaign of the first and of the latest arrival that had one. */
  readonly first?: CampaignTouch | undefined;
  readonly latest?: CampaignTouch | undefined;
  /** Path of the first page. */
  readonly page?: string | undefined;
  readonly segments: readonly string[];
}

const idle = 30 * 60_000;
const parameters = ['source', 'medium', 'campaign', 'id', 'content', 'term'];
const nobody: VisitRecord = { id: '', sid: '', n: 0, last: 0, segments: Object.freeze([]) };

/** Keeps the session and the visitor. Reads clock, address and memory at first use, never while rendering. */
export function createVisit(memory: VisitorMemory): Visit {
  let record: VisitRecord | undefined;
  let remembered: VisitRecord | undefined;
  let arrival: CampaignTouch | undefined;
  let page: string | undefined;
  let last = 0;
  // What storage held when this tab last took it over or wrote.
  let seen: string | null | undefined;
  // The session is made anew for another record only: every event carries it.
  let shown: VisitRecord | undefined;
  let session: SessionInfo;
  /** The visitor has said yes to storage on this page, whatever came after it. */
  let wasOpen: boolean | undefined;
  /** Id of the session that was told last. */
  let told: string;
  /** What sessions that began before the visitor's word have become. */
  const former: Record<string, VisitRecord> = {};
  const listeners = new Set<() => void>();
  const read = () => memory.stored('visit');

  const tellListeners = () => {
    for (const listener of listeners) listener();
  };
  const save = (next: VisitRecord) => {
    memory.set('visit', JSON.stringify(next));
    seen = read() ?? seen;
    record = next;
    tellListeners();
    return next;
  };
  const known = () => record ?? (remembered ??= readRecord((seen = read())) ?? nobody);
  // As another tab has left it since, if it is the same visitor or none was known. Clocks are set, and what this one writes may not
  // be stored, so that only another text tells.
  const newest = (own: VisitRecord) => {
    const note = read();
    const elsewhere = readRecord(note);
    return note === seen || (own.id && elsewhere?.id !== own.id) ? own : (elsewhere ?? own);
  };
  const arrive = () => {
    arrival ??= touchOf(Object.fromEntries(new URLSearchParams(location.search)));
    page ??= cleanPath(location.pathname).slice(0, 500);
  };
  const touch = (): VisitRecord => {
    const now = Date.now();
    let next = known();
    if (!record) arrive();
    // Read and written at most once a minute: storage is slow, and the idle limit is half an hour.
    if (!record || Math.abs(now - next.last) > 60_000) {
      // Another tab may have kept the visit alive, begun one since, or heard an answer.
      next = newest(next);
      next = {
        ...next,
        last: now,
        ...(isOver(last, now) &&
          isOver(next.last, now) && {
            sid: uuid(),
            n: next.n + 1,
            away: next.n && now - Math.max(last, next.last),
          }),
      };
    }
    if (!next.id) next = { ...next, id: uuid(), page };
    if (!record && arrival) next = { ...next, first: next.first ?? arrival, latest: arrival };
    last = now;
    return next === record ? record : save(next);
  };

  return {
    arrive,
    session() {
      const now = touch();
      if (now !== shown) {
        const { sid, n, first, latest } = (shown = now);
        session = Object.freeze({
          id: sid,
          n,
          ...(first && latest && { campaign: Object.freeze({ first, last: latest }) }),
        });
      }
      return session;
    },
    renew(shown, event = shown) {
      const { session } = shown;
      const now = former[session?.id];
      told = event.session.id;
      return now
        ? Object.freeze({
            ...shown,
            session: Object.freeze({
              ...session,
              id: now.sid,
              ...(session.n === event.session.n && { n: now.n }),
            }),
          })
        : shown;
    },
    firstPage: () => touch().page,
    visitor() {
      const { id, n, segments } = touch();
      return Object.freeze({ id, isNew: n === 1, segments });
    },
    comeback() {
      const { n, away = 0 } = touch();
      // A clock that was set back in between tells nothing.
      return { visits: n, away: Math.max(0, away) };
    },
    setSegments(come, gone = []) {
      // Another tab may have added some of its own, or taken some back.
      const now = newest(touch());
      save({
        ...now,
        last,
        segments: join(
          now.segments.filter((one) => !gone.includes(one)),
          come.map((one) => String(one).slice(0, 60)),
        ),
      });
    },
    segments: () => known().segments,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    reload() {
      remembered = undefined;
      wasOpen ||= memory.isOpen();
      // Before the first event nothing is to be joined, and the first look at storage holds a page up.
      const note = record && read();
      const older = readRecord(note);
      // What is kept may be what this page has held.
      seen ??= note;
      // The stored visitor is the older one; the visit under way may go on theirs, and keeps an id that was told. One that is over by
      // now, while another tab went on, comes to nothing.
      // Not stored, or no longer: what is known of the visit begins to be kept now.
      if (record && older?.id !== record.id) {
        const { sid } = record;
        former[sid] = save(
          older
            ? {
                ...older,
                ...(isOver(older.last, record.last)
                  ? (older.last < record.last || !isOver(record.last, Date.now())) && {
                      sid,
                      n: older.n + 1,
                      last: record.last,
                      away: record.last - older.last,
                    }
                  : { last: Math.max(older.last, record.last), ...(told === sid && { sid }) }),
                first: older.first ?? record.first,
                latest: record.latest ?? older.latest,
                segments: join(older.segments, record.segments),
              }
            : record,
        );
      } else tellListeners();
    },
    isGone: () => memory.isOpen() && !!seen && !read()?.includes(known().id),
    forget() {
      remembered = undefined;
      // What never was remembered goes on.
      if (wasOpen) {
        record = undefined;
        last = 0;
      }
      tellListeners();
    },
  };
}

/** A time far ahead is of a clock that was wrong, then or now: it must not make a visit endless. */
function isOver(last: number, now: number): boolean {
  return Math.abs(now - last) > idle;
}

/** Each segment once, at its latest place, the last twenty. */
function join(older: readonly string[], newer: readonly string[]): readonly string[] {
  return Object.freeze([...older.filter((one) => !newer.includes(one)), ...newer].slice(-20));
}

/** What is stored may be of any age or make: only a record of the right shape counts. */
function readRecord(note: string | null | undefined): VisitRecord | undefined {
  try {
    const { id, sid, n, last, away, first, latest, page, segments } = JSON.parse(note || '{}');
    if (!(id?.length === 36 && sid.length === 36 && Number.isInteger(n) && n > 0 && last >= 0))
      return undefined;
    return {
      id,
      sid,
      n,
      last,
      away: away > 0 ? +away : 0,
      first: touchOf(first),
      latest: touchOf(latest),
      page: typeof page === 'string' ? page.slice(0, 500) : undefined,
      segments: join(
        [],
        segments.map((one: unknown) => String(one).slice(0, 60)),
      ),
    };
  } catch {
    return undefined;
  }
}

/**
 * Campaign parameters of one arrival. A value with an @ may be an e-mail address and is left out; mailing tools also write hashes
 * of addresses and keys there, so that values are cleaned like a path.
 */
function touchOf(values: Readonly<Record<string, unknown>> | undefined): CampaignTouch | undefined {
  const touch: Record<string, string> = {};
  for (const parameter of parameters) {
    const name = `utm_${parameter}`;
    const value = values?.[name];
    if (typeof value === 'string' && value && !value.includes('@'))
      touch[name] = cleanPath(value).slice(0, 100);
  }
  return Object.keys(touch).length ? Object.freeze(touch) : undefined;
}

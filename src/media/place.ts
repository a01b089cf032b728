import type { Coverage } from '../internal/coverage.ts';
import type { VisitorMemory } from '../provider/memory.ts';

/** Where a visitor stopped on an earlier visit, and what was seen or heard until then. */
export interface Place {
  /** In seconds. */
  readonly at: number;
  /** From where to where, each in seconds. */
  readonly parts: readonly (readonly [from: number, to: number])[];
}

// Nobody wants to be led past the first seconds, or back to the last ones.
const least = 10;

// Whoever jumps about leaves many small parts; a note is no log.
const most = 50;

/** As a note; empty where there is nothing to go on with. What is live has no such place. */
export function writePlace({ at, parts }: Place, duration: number): string {
  if (!(at >= least && duration - at >= least && duration < Infinity)) return '';
  return [at, ...parts.slice(0, most).flat()].map((one) => Math.round(one * 10) / 10).join(' ');
}

/** What a note says. Storage may hold anything: what is no place is none. */
export function readPlace(note: string | null | undefined): Place | undefined {
  const [at = 0, ...ends] = (note ?? '').split(' ').map(Number);
  if (!(at >= least && at < Infinity)) return undefined;
  const parts = ends.flatMap((from, index) => (index % 2 ? [] : [[from, ends[index + 1] ?? from] as const]));
  // Nobody has seen more than lies before the end of time.
  return { at, parts: parts.filter(([from, to]) => from >= 0 && to > from && to < Infinity) };
}

/** Keeps the place of one player, and what was covered until there. With an empty key nothing is remembered. */
export function createPlaceKeeper(key: () => string, memory: VisitorMemory, coverage: () => Coverage) {
  let isBegun = false;
  let isOld = false;
  const write = (note: string) => key() && memory.set(key(), note);
  return {
    /** Counts what an earlier visit has seen, once; tells where it stopped. */
    recall(): number | undefined {
      const place = isBegun ? undefined : readPlace(memory.get(key()));
      isBegun = true;
      if (!place) return undefined;
      for (const [from, to] of place.parts) coverage().add(from, to);
      isOld = true;
      return place.at;
    },
    /** Passes over the milestones that an earlier visit has told, as soon as the whole is known. */
    passOver(duration: number): void {
      if (!isOld || !(duration > 0)) return;
      isOld = false;
      coverage().reached(duration);
    },
    keep(at: number, duration: number): void {
      if (isBegun) write(writePlace({ at, parts: coverage().parts() }, duration));
    },
    forget(): void {
      isOld = false;
      write('');
    },
  };
}

/**
 * What a visitor took in of a recording or a text: seconds, pixels, or whatever the whole is measured in. Each part counts
 * once, however often it was gone over, so that seeking and replaying inflate nothing.
 */
export interface Coverage {
  /** Counts the part from one place to another; the wrong way round or no number at all is none. */
  add(from: number, to: number): void;
  /** What was covered, in order and apart from one another. */
  parts(): readonly (readonly [from: number, to: number])[];
  /** How much of it was covered, in its own unit. */
  total(): number;
  /**
   * The milestones in percent (25, 50, 75, 100) that were passed since the last call, lowest first: each is told once. Asked
   * while the whole is not known yet, it tells none.
   */
  reached(whole: number): number[];
}

/** Follows a place that moves, such as a playhead, and covers what it passed at a believable pace. */
export interface Trail {
  /**
   * The place is here now. `seconds` is any clock that never goes back, `pace` how much a second can cover at most: what
   * was passed faster was jumped over.
   */
  move(place: number, seconds: number, pace: number): void;
  /** From here on nobody looks: what lies between this place and the next one does not count. */
  lift(): void;
}

const milestones = [25, 50, 75, 100];

// Clocks of a page and of its media tick apart by this much.
const lag = 0.25;

/** Covers nothing yet. Parts with less than `gap` between them count as one, and the whole may lack as much at its ends. */
export function createCoverage(gap = 0): Coverage {
  // In order, and apart from one another.
  let parts: [from: number, to: number][] = [];
  let told = 0;
  const total = () => parts.reduce((sum, [from, to]) => sum + to - from, 0);
  return {
    add(from, to) {
      // Also false for what is no number.
      if (!(to > from)) return;
      const apart: typeof parts = [];
      for (const part of parts)
        if (part[1] + gap < from || to + gap < part[0]) apart.push(part);
        else {
          from = Math.min(from, part[0]);
          to = Math.max(to, part[1]);
        }
      parts = [...apart, [from, to] as [number, number]].sort((a, b) => a[0] - b[0]);
    },
    parts: () => parts,
    total,
    reached(whole) {
      const passed = milestones.filter((one) => total() + gap >= (whole * one) / 100 && whole > gap);
      const news = passed.slice(told);
      told = Math.max(told, passed.length);
      return news;
    },
  };
}

/** Begins a trail through a coverage. */
export function createTrail(coverage: Coverage): Trail {
  let last: { place: number; seconds: number } | undefined;
  return {
    move(place, seconds, pace) {
      if (last && place - last.place <= (seconds - last.seconds + lag) * pace)
        coverage.add(last.place, place);
      last = { place, seconds };
    },
    lift() {
      last = undefined;
    },
  };
}

const kept = new WeakMap<object, Coverage>();

/** The coverage of an attempt (`ask.attempt()`): it outlives the component, and a new attempt begins anew. */
export function coverageOf(attempt: object, gap?: number): Coverage {
  let coverage = kept.get(attempt);
  if (!coverage) kept.set(attempt, (coverage = createCoverage(gap)));
  return coverage;
}

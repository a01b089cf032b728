import type { Phase } from './event.ts';
import type { Kind } from './kinds.ts';

/**
 * How far one attempt at one ask has come. Changed only by {@link advance}, {@link stand} and {@link join}; and a dialog whose
 * yes the server knew already passes it.
 */
export interface Attempt {
  readonly id: string;
  /** Kind that `seen` carries when an ask has several. */
  readonly first: Kind;
  /** Kind whose yes completes the ask. */
  readonly last: Kind;
  /** Phases passed; with the kind for those that each kind passes by itself (`committed poll.vote`). */
  readonly passed: Set<string>;
}

/** One event that an attempt is due. */
export interface Due {
  readonly phase: Phase;
  readonly kind: Kind;
}

/** A fresh attempt. `kinds` in the order they can happen; `last` completes the ask, by default the first. */
export function createAttempt(id: string, kinds: readonly [Kind, ...Kind[]], last: Kind = kinds[0]): Attempt {
  return { id, first: kinds[0], last, passed: new Set() };
}

/**
 * Takes an attempt one phase further and returns the events now due, in order. Phases that a later one
 * implies come first (whoever commits has started, whoever started has seen), so a funnel never has a gap. A
 * phase that would double one returns nothing: a second click, a second effect run, a second mount. A kind whose yes
 * comes once for each of several parts, such as the steps of a form, names the `part`.
 */
export function advance(attempt: Attempt, phase: Phase, kind: Kind, part: string = ''): Due[] {
  const { passed } = attempt;
  if (!allows(attempt, phase, kind, part)) return [];
  const due: Due[] = [];
  const pass = (one: Phase, of: Kind) => {
    passed.add(one);
    due.push({ phase: one, kind: of });
  };
  if (!passed.has('seen')) pass('seen', attempt.first);
  if (!passed.has('started') && phase !== 'seen' && phase !== 'dismissed') pass('started', kind);
  if (phase !== 'seen' && phase !== 'started') pass(phase, kind);
  if (phase === 'committed' || phase === 'confirmed') passed.add(markOf(phase, kind, part));
  // A yes ends what was taken back before it, and the other way round.
  if (phase === 'committed')
    for (const one of ['withdrawn', markOf('standing', kind, part)]) passed.delete(one);
  if (phase === 'withdrawn')
    for (const one of ['committed', 'confirmed', 'standing']) passed.delete(markOf(one, kind, part));
  return due;
}

/** Tells an attempt of a yes to `kind` that an earlier attempt recorded and that still stands: it can be withdrawn. */
export function stand({ passed }: Attempt, kind: Kind, part: string = ''): void {
  passed.add(markOf('standing', kind, part));
}

/** Makes an attempt a part of one that began on another page: it has the id of that one, and has passed what that one had. */
export function join(attempt: Attempt, id: string, passed: Iterable<string>): void {
  (attempt as { id: string }).id = id;
  for (const one of passed) attempt.passed.add(one);
}

/** Whether a yes to `kind`, or to one `part` of it, stands, of this attempt or an earlier one. */
export function stands({ passed }: Attempt, kind: Kind, part: string = ''): boolean {
  return ['committed', 'standing'].some((one) => passed.has(markOf(one, kind, part)));
}

function markOf(phase: string, kind: Kind, part: string): string {
  return part ? `${phase} ${kind} ${part}` : `${phase} ${kind}`;
}

function allows(attempt: Attempt, phase: Phase, kind: Kind, part: string): boolean {
  const { passed, last } = attempt;
  switch (phase) {
    case 'committed':
      return !passed.has(markOf(phase, kind, part));
    case 'withdrawn':
      return stands(attempt, kind, part);
    case 'confirmed':
      return stands(attempt, kind) && !passed.has(`confirmed ${kind}`);
    case 'abandoned':
      return isUnderWay(attempt) && !passed.has(phase);
    case 'progressed':
    case 'failed':
      return true;
    default:
      return !passed.has(phase) && !(phase === 'dismissed' && passed.has(`committed ${last}`));
  }
}

/** Whether the visitor has begun and neither finished, nor said no, nor taken the yes back. */
export function isUnderWay({ passed, last }: Attempt): boolean {
  return (
    passed.has('started') && !['dismissed', 'withdrawn', `committed ${last}`].some((one) => passed.has(one))
  );
}

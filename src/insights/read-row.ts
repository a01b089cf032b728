import { kindPattern, phases } from '../events/well-formed.ts';

/** What a row is read into; one object for all rows. */
export interface Row {
  id: string;
  kind: string;
  phase: string;
  grade: number;
  ask: string;
  attempt: string;
  session: string;
  visitor: string | undefined;
  segment: string;
  experiments: Readonly<Record<string, string>> | undefined;
  /** An exposure that names its variant in its data alone: experiment, variant. */
  shown: readonly [string, string] | undefined;
  view: string;
  seq: number;
  amount: number;
  time: number;
}

/** Why something cannot be read as an event. */
export interface Flaw {
  readonly reason: 'version' | 'shape';
  /** Where, and what was expected, such as `page.viewId: a text`; never a value of the event. */
  readonly detail: string;
}

/** Reads events and rows; `row` holds the latest. */
export interface RowReader {
  readonly row: Row;
  /** With `eventsOnly`, a row is a flaw too. */
  read(given: unknown, eventsOnly?: boolean): Flaw | undefined;
}

type Unknown = Readonly<Record<string, unknown>>;

const knownPhases: ReadonlySet<unknown> = new Set(phases);

/** A reader of its own, because it remembers which kinds it has seen. */
export function createRowReader(): RowReader {
  const known = new Set<unknown>();
  const row: Row = {
    id: '',
    kind: '',
    phase: '',
    grade: 0,
    ask: '',
    attempt: '',
    session: '',
    visitor: undefined,
    segment: '',
    experiments: undefined,
    shown: undefined,
    view: '',
    seq: 0,
    amount: 0,
    time: 0,
  };

  const isKind = (kind: unknown): kind is string => {
    if (known.has(kind)) return true;
    if (typeof kind !== 'string' || !kindPattern.test(kind)) return false;
    known.add(kind);
    return true;
  };

  function flawOf(given: Unknown, isFlat: boolean): string | undefined {
    const { id, kind, phase, grade, attempt, seq, experiments } = given;
    const visitor = isFlat ? given['visitorId'] : given['visitor'];
    const value = isFlat ? given['amount'] : given['value'];
    const ask = isFlat ? given['askId'] : partOf(given['ask'], 'id');
    const session = isFlat ? given['sessionId'] : partOf(given['session'], 'id');
    const view = isFlat ? given['viewId'] : partOf(given['page'], 'viewId');
    const time = isFlat ? given['occurredAt'] : (given['occurred_at'] ?? given['time']);
    const segments = isFlat ? given['segments'] : partOf(visitor, 'segments');
    const visitorId = isFlat || visitor === undefined ? visitor : (partOf(visitor, 'id') ?? false);
    const amount = isFlat || value === undefined ? value : (partOf(value, 'amount') ?? false);
    const name = (flat: string, deep: string) => (isFlat ? flat : deep);
    if (!isText(id)) return 'id: a text';
    if (!isKind(kind)) return 'kind: component.act in lower case';
    if (!knownPhases.has(phase)) return 'phase: one of the nine';
    if (grade !== 1 && grade !== 2 && grade !== 3) return 'grade: 1, 2 or 3';
    if (!isText(ask)) return `${name('askId', 'ask.id')}: a text`;
    if (!isText(attempt)) return 'attempt: a text';
    if (!isText(session)) return `${name('sessionId', 'session.id')}: a text`;
    if (visitorId !== undefined && visitorId !== null && !isText(visitorId))
      return `${name('visitorId', 'visitor.id')}: a text`;
    if (!isText(view)) return `${name('viewId', 'page.viewId')}: a text`;
    if (!Number.isSafeInteger(seq)) return 'seq: a whole number';
    if (!Number.isSafeInteger(time)) return `${name('occurredAt', 'time')}: milliseconds since 1970`;
    if (amount !== undefined && amount !== null && !Number.isFinite(amount))
      return `${name('amount', 'value.amount')}: a number`;
    if (segments !== undefined && !Array.isArray(segments))
      return `${name('segments', 'visitor.segments')}: a list`;
    const segment: unknown = segments?.[0] ?? '';
    if (typeof segment !== 'string') return `${name('segments', 'visitor.segments')}[0]: a text`;
    if (experiments !== undefined && !isVariants(experiments)) return 'experiments: variants by experiment';
    row.id = id;
    row.kind = kind;
    row.phase = phase as string;
    row.grade = grade;
    row.ask = ask;
    row.attempt = attempt;
    row.session = session;
    row.visitor = visitorId ?? undefined;
    row.segment = segment;
    row.experiments = experiments;
    row.shown = undefined;
    row.view = view;
    row.seq = seq as number;
    row.amount = (amount as number | null | undefined) ?? 0;
    row.time = time as number;
    return undefined;
  }

  return {
    row,
    read(given, eventsOnly) {
      if (!isRecord(given)) return { reason: 'shape', detail: 'an event is an object' };
      const { v } = given;
      const isFlat = !eventsOnly && v === undefined && given['askId'] !== undefined;
      if (!isFlat && v !== 1)
        return v === undefined
          ? { reason: 'shape', detail: 'v: missing' }
          : { reason: 'version', detail: 'v: 1 is the version that is understood' };
      const detail = flawOf(given, isFlat);
      if (detail !== undefined) return { reason: 'shape', detail };
      if (row.kind === 'experiment.expose') {
        const [experiment, variant] = ['experiment', 'variant'].map((name) => partOf(given['data'], name));
        if (isText(experiment) && isText(variant)) row.shown = [experiment, variant];
      }
      return undefined;
    },
  };
}

const isText = (given: unknown): given is string => typeof given === 'string' && given !== '';

const isRecord = (given: unknown): given is Unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const partOf = (given: unknown, name: string): unknown => (isRecord(given) ? given[name] : undefined);

function isVariants(given: unknown): given is Readonly<Record<string, string>> {
  if (!isRecord(given)) return false;
  for (const name in given) if (typeof given[name] !== 'string') return false;
  return true;
}

/*
 * WHAT IS COUNTED. Every home of the counts, this one and the SQL, keeps to these rules, so that the figures are the same.
 *
 * Rows. An event is one row, see RowLike. Rows of phase `seen`, `committed` and `withdrawn` are looked at, no others; so
 * `confirmed` is no second yes. A row with an id that came before is left out. So is one later than `now` and five minutes.
 *
 * Units. A row's unit is its visitor, or its session where it has none; with `unit: 'session'` always the session. A unit is
 * counted when it has a row of phase `seen` or `committed`. Its rows stand in the order (time, viewId, seq), texts compared
 * by their code units, which for ids of small hexadecimal digits is the order of their bytes.
 *
 * Yeses. A row of phase `committed` is a yes, unless it was taken back: of one attempt and kind with c rows `committed` and w
 * rows `withdrawn`, the last c - w are yeses, and none where w is as large as c. So an answer that was changed counts once, as it
 * is now, and of three pieces put into the cart and one taken out two count. A yes taken back on a later page view, in an
 * attempt of its own, was a yes on the earlier one and stays. What was taken back counts as `seen`.
 *
 * Actions. A yes is the action `kind:ask`, or `kind` where `by` is `'kind'`; START, GOAL and END stand in for no yes. `poll.vote`
 * as goal, step, micro or derived means all asks of that kind, `poll.vote:hurdle` the one, whatever `by` is.
 *
 * Goal. A unit's first yes that the goal names is its conversion. Paths, transitions and next-best ask end there.
 *
 * Segment. That of a unit is the first one of its first row (`seen` or `committed`) up to and with its conversion that has any;
 * else `''`. Funnel and actions are given for each segment as well, but not where all units are of one.
 *
 * Funnel. See FunnelCount. The last step at most `window` after the first, to the millisecond; a row fills one step of a chain.
 *
 * Exposure. `'landmark'`: of the units with at least `landmark` yeses, none of the first of them the goal, the actions among
 * these first. Shorter ones are left out as well: they can have no conversion after the landmark, and would make whatever is
 * done early look like a cause (random visit lengths without any effect: a finding in 35 of 40 runs, without them in 3).
 * `'before'`: all units, the actions before the conversion, or all where there is none. `'anywhere'`: all units, all actions. The
 * goal itself is no action here. Rows stand where `exposed` is not 0. `next`: exposed units of which the yes directly before the
 * conversion was this action.
 *
 * Transitions and paths are those of units with a yes. Next: for each pair of neighbouring yeses before the conversion, START
 * included, a unit counts once, with its first; the goal is no row. Converted: the conversion at most `horizon` after that
 * action. `grade` is the largest of the cell's.
 *
 * Retention. A unit is there in a week in which it has a row `seen` or `committed`; its cohort is the first of these weeks.
 * A week is floor((time - (weekStart + 3) days) / 7 days).
 *
 * Variants. A unit saw a variant when a row `seen` or `committed` carries it in `experiments`, which the row `experiment.expose`
 * does itself. From the first such row on, and with it, the unit converts by a yes to the goal, though it may have had one before;
 * `sum` is the amount of that yes, whatever its currency.
 *
 * Every table is sorted by its texts and numbers from left to right as they stand in its type, no segment first; paths by `n`,
 * the largest first, then by their actions.
 */

/**
 * An event flattened, as the collector's stores have it: a row of `EventStore.insert` fits as it is. In SQL the columns are
 * named `id, kind, phase, grade, ask_id, attempt, session_id, visitor_id, segments, experiments, view_id, seq, amount,
 * occurred_at`.
 */
export interface RowLike {
  /** A row with the id of an earlier one is left out. */
  readonly id: string;
  readonly kind: string;
  readonly phase: string;
  /** 1, 2 or 3. */
  readonly grade: number;
  readonly askId: string;
  readonly attempt: string;
  readonly sessionId: string;
  /** Absent or null: unknown. */
  readonly visitorId?: string | null | undefined;
  /** What earlier answers said of the visitor, in the order written. */
  readonly segments?: readonly string[] | undefined;
  /** Variant by experiment. */
  readonly experiments?: Readonly<Record<string, string>> | undefined;
  readonly viewId: string;
  readonly seq: number;
  /** Absent or null: none. */
  readonly amount?: number | null | undefined;
  /** Epoch ms. Of an event it is `time`; of a line that the collector wrote, `occurred_at`, put right by the server's clock. */
  readonly occurredAt: number;
}

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

const phases: ReadonlySet<unknown> = new Set([
  'seen',
  'started',
  'progressed',
  'committed',
  'confirmed',
  'withdrawn',
  'dismissed',
  'abandoned',
  'failed',
]);
const nothing: Unknown = {};

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
    if (typeof kind !== 'string' || !/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(kind)) return false;
    known.add(kind);
    return true;
  };

  function fill(given: Unknown, from: Parts): string | undefined {
    const { ask, session, visitor, view, value, segments, experiments, time, names } = from;
    const { id, kind, phase, grade, attempt, seq } = given;
    if (!isText(id)) return 'id: a text';
    if (!isKind(kind)) return 'kind: component.act in lower case';
    if (!phases.has(phase)) return 'phase: one of the nine';
    if (grade !== 1 && grade !== 2 && grade !== 3) return 'grade: 1, 2 or 3';
    if (!isText(ask)) return `${names[0]}: a text`;
    if (!isText(attempt)) return 'attempt: a text';
    if (!isText(session)) return `${names[1]}: a text`;
    if (visitor !== undefined && visitor !== null && !isText(visitor)) return `${names[2]}: a text`;
    if (!isText(view)) return `${names[3]}: a text`;
    if (!Number.isSafeInteger(seq)) return 'seq: a whole number';
    if (!Number.isSafeInteger(time)) return `${names[4]}: milliseconds since 1970`;
    if (value !== undefined && value !== null && !Number.isFinite(value)) return `${names[5]}: a number`;
    if (segments !== undefined && !Array.isArray(segments)) return `${names[6]}: a list`;
    const segment: unknown = segments?.[0] ?? '';
    if (typeof segment !== 'string') return `${names[6]}[0]: a text`;
    if (experiments !== undefined && !isVariants(experiments)) return 'experiments: variants by experiment';
    row.id = id;
    row.kind = kind;
    row.phase = phase as string;
    row.grade = grade;
    row.ask = ask;
    row.attempt = attempt;
    row.session = session;
    row.visitor = visitor ?? undefined;
    row.segment = segment;
    row.experiments = experiments;
    row.shown = undefined;
    row.view = view;
    row.seq = seq as number;
    row.amount = (value as number | null | undefined) ?? 0;
    row.time = time as number;
    return undefined;
  }

  return {
    row,
    read(given, eventsOnly) {
      if (!isRecord(given)) return { reason: 'shape', detail: 'an event is an object' };
      const isFlat = !eventsOnly && given['v'] === undefined && given['askId'] !== undefined;
      if (!isFlat && given['v'] !== 1)
        return given['v'] === undefined
          ? { reason: 'shape', detail: 'v: missing' }
          : { reason: 'version', detail: 'v: 1 is the version that is understood' };
      const detail = fill(given, isFlat ? partsOfRow(given) : partsOfEvent(given));
      if (detail !== undefined) return { reason: 'shape', detail };
      if (row.kind === 'experiment.expose' && !isFlat) {
        const { experiment, variant } = recordOf(given['data']);
        if (isText(experiment) && isText(variant)) row.shown = [experiment, variant];
      }
      return undefined;
    },
  };
}

/** What an event keeps deeper than a row does. */
interface Parts {
  readonly ask: unknown;
  readonly session: unknown;
  readonly visitor: unknown;
  readonly view: unknown;
  readonly value: unknown;
  readonly segments: unknown;
  readonly experiments: unknown;
  readonly time: unknown;
  /** How these are called, in the order in which they are checked. */
  readonly names: readonly string[];
}

const namesOfEvent = [
  'ask.id',
  'session.id',
  'visitor.id',
  'page.viewId',
  'time',
  'value.amount',
  'visitor.segments',
];
const namesOfRow = ['askId', 'sessionId', 'visitorId', 'viewId', 'occurredAt', 'amount', 'segments'];

function partsOfEvent(event: Unknown): Parts {
  const visitor = event['visitor'];
  const value = event['value'];
  return {
    ask: recordOf(event['ask'])['id'],
    session: recordOf(event['session'])['id'],
    // A visitor without an id is a mistake, no unknown visitor.
    visitor: visitor === undefined ? undefined : (recordOf(visitor)['id'] ?? false),
    view: recordOf(event['page'])['viewId'],
    value: value === undefined ? undefined : (recordOf(value)['amount'] ?? false),
    segments: visitor === undefined ? undefined : recordOf(visitor)['segments'],
    experiments: event['experiments'],
    time: event['occurred_at'] ?? event['time'],
    names: namesOfEvent,
  };
}

function partsOfRow(row: Unknown): Parts {
  return {
    ask: row['askId'],
    session: row['sessionId'],
    visitor: row['visitorId'],
    view: row['viewId'],
    value: row['amount'],
    segments: row['segments'],
    experiments: row['experiments'],
    time: row['occurredAt'],
    names: namesOfRow,
  };
}

const isText = (given: unknown): given is string => typeof given === 'string' && given !== '';

const isRecord = (given: unknown): given is Unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const recordOf = (given: unknown): Unknown => (isRecord(given) ? given : nothing);

function isVariants(given: unknown): given is Readonly<Record<string, string>> {
  if (!isRecord(given)) return false;
  for (const name in given) if (typeof given[name] !== 'string') return false;
  return true;
}

/*
 * WHAT IS COUNTED. Every home of the counts, this one and the SQL, keeps to these rules, so that the figures are the same.
 *
 * Rows. An event is one row, see RowLike. Rows of phase `seen`, `committed` and `withdrawn` are looked at, others only for who it
 * is, and at asks; so `confirmed` is no second yes. A row with an id that came before is left out. So is one later than `now` and five minutes.
 *
 * Units. A row's unit is its visitor. Where it has none, the first visitor of its session, in the order of rows, by a row of any phase:
 * until visitors consent, events carry their session alone. Where nobody is known in all of the session, the session itself. So two
 * visitors of one session stay two, as somebody who was to be forgotten and came to be known anew. With `unit: 'session'` the unit
 * is always the session. A unit is counted when it has a row of phase `seen` or `committed`. Its rows stand in the order (time, viewId, seq), texts compared
 * by their code units, which for ids of small hexadecimal digits is the order of their bytes.
 *
 * Yeses. A row of phase `committed` is a yes, unless it was taken back: of one attempt and kind with c rows `committed` and w
 * rows `withdrawn`, the last c - w are yeses, and none where w is as large as c. So an answer that was changed counts once, as it
 * is now, and of three pieces put into the cart and one taken out two count. A yes taken back on a later page view, in an
 * attempt of its own, was a yes on the earlier one and stays. What was taken back counts as `seen`.
 *
 * Asks. Of each ask of a component, by its id, a unit saw it that has a row `seen` or `committed` of it: landmark and goal play no part,
 * because every showing counts, and an attempt that goes over several events or several attempts are one unit's one. It began with
 * `started`, `progressed`, `committed`, `failed` or `abandoned`. Each kind of the component that any row names, but of those that are
 * only `confirmed` or `withdrawn`, is a row, with the units of which a yes stands, and the others by the first that holds: there was a
 * yes (`withdrawn`), a row `failed`, a row `dismissed`, it began (`abandoned`). `experiment.expose` is no ask.
 *
 * Actions. A yes is the action `kind:ask`, or `kind` where `by` is `'kind'`; START, GOAL and END stand in for no yes. `poll.vote`
 * as goal, step, micro or derived means all asks of that kind, `poll.vote:hurdle` the one, whatever `by` is.
 *
 * Goal. A unit's first yes that the goal names is its conversion. Paths, transitions and next-best ask end there.
 *
 * Segment. That of a unit is the first one of its first row (`seen` or `committed`) up to and with its conversion that has any;
 * else `''`. The funnel is given for each segment as well, but not where all units are of one. So are actions, by the units that the
 * exposure rule takes; by the landmark rule only rows up to and with the last yes of the landmark tell their segment.
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

// Logs for the proof that every home of the counts counts the same: rows as the collector stores them.
import type { InsightsOptions, RowLike } from 'smallyes/insights';
import { kinds, phases } from '../../scripts/insights/shop.mjs';

/** A row with all that the SQL reads. */
export interface LogRow extends RowLike {
  readonly visitorId: string | null;
  readonly segments: readonly string[];
  readonly experiments: Readonly<Record<string, string>>;
  readonly amount: number | null;
}

const day = 86_400_000;
export const now = Date.UTC(2026, 8, 1);

/** Ids of asks that are SQL, in one dialect or another. */
export const hostile = [
  'it\'s "x" \\ $1 ? :a {b:String} %s /* --',
  "\\'; DROP TABLE smallyes_events; --",
  "'); DELETE FROM smallyes_events; --\n",
  '\\\\\u{1f600}\t日本 «»',
] as const;

const actions = [
  'poll.vote',
  `poll.vote:${hostile[0]}`,
  `poll.vote:${hostile[1]}`,
  `quiz.complete:${hostile[2]}`,
  'quiz.complete',
  `checkout.purchase:${hostile[3]}`,
  'checkout.purchase',
] as const;

interface Random {
  (): number;
  below(n: number): number;
  of<T>(all: readonly T[]): T;
}

function seeded(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return Object.assign(next, { below, of: <T>(all: readonly T[]) => all[below(all.length)] as T });
}

/** An id of the form that databases have a type for. The last digits come from `a`, so that ids order otherwise than they were made. */
function uuidOf(group: number, a: number, b = 0): string {
  const hex = (value: number, digits: number) =>
    (value >>> 0).toString(16).padStart(digits, '0').slice(-digits);
  const mixed = Math.imul(a + 1, 0x85ebca6b);
  return `${hex(mixed, 8)}-${hex(a >>> 16, 4)}-7${hex(group, 3)}-8${hex(b, 3)}-${hex(a, 8)}${hex(mixed, 4)}`;
}

/** A log in which all that is rare elsewhere happens often: ties, copies, taken back in another unit, mixed variants, no order. */
export function smallLog(seed: number): {
  readonly rows: readonly LogRow[];
  readonly options: InsightsOptions;
} {
  const random = seeded(seed);
  for (let at = 0; at < 5; at++) random();
  const step = random.of([1, 1_000, day]);
  // Steps and windows of one measure, so that gaps are often exactly as long as a window.
  const span = random.of([1, 2, 5, 30]) * step;
  const size = random.below(60);
  const rows: LogRow[] = [];
  for (let at = 0; at < size; at++) {
    const copied = rows[random.below(20)];
    if (copied && random() < 0.15) {
      rows.push(copied);
      continue;
    }
    const [kind, asks] = random.of([
      ['poll.vote', hostile],
      ['poll.vote', hostile.slice(0, 2)],
      ['poll.predict', hostile.slice(0, 2)],
      ['experiment.expose', hostile.slice(0, 1)],
      ['quiz.complete', hostile.slice(2)],
      ['checkout.purchase', hostile.slice(2)],
    ] as const);
    const person = random.below(3);
    rows.push({
      id: uuidOf(1, seed * 64 + at),
      kind,
      phase: random.of([
        'committed',
        'committed',
        'committed',
        'seen',
        'withdrawn',
        'confirmed',
        'started',
        'progressed',
        'dismissed',
        'abandoned',
        'failed',
      ]),
      grade: random.of([1, 2, 3]),
      askId: random.of(asks),
      attempt: uuidOf(2, seed * 64 + random.below(7)),
      sessionId: uuidOf(3, seed * 64 + person * 2 + random.below(2)),
      // Some sessions are of two, and of some visitors nothing is known until late.
      visitorId: random() < 0.5 ? uuidOf(4, seed * 64 + (random() < 0.9 ? person : 7)) : null,
      segments: random.of([[], [], ["s'1"], ['\\s2', "s'1"], ['']]),
      experiments: random.of([{}, {}, { "x'": 'a' }, { "x'": '' }, { 'y.z"\\': 'a', "x'": 'a' }]),
      viewId: uuidOf(5, random.below(2)),
      seq: size - at,
      amount: random.of([null, 0, 5, 20.5]),
      occurredAt: random() < 0.05 ? now + 300_000 + random.below(2) : now - random.below(20) * step,
    });
  }
  const goal = random.of(actions);
  const steps = actions.filter((action) => action !== goal && random() < 0.3);
  return {
    rows,
    options: {
      goal,
      steps: random() < 0.5 ? steps : [...steps.reverse(), goal],
      window: span,
      unit: random.of(['visitor', 'session'] as const),
      by: random.of(['ask', 'kind'] as const),
      exposure: random.of(['landmark', 'landmark', 'before', 'anywhere'] as const),
      landmark: random.of([1, 2, 3]),
      micro: random.of([undefined, ...actions]),
      horizon: random.of([1, 3]) * step,
      paths: random.of([1, 2, 20]),
      pathLength: random.of([1, 2, 5]),
      weekStart: random.of([1, 2, 3, 4, 5, 6, 7] as const),
      now,
    },
  };
}

/** A visitor who goes as many steps as SQL can count. */
export function longFunnel(): { readonly rows: readonly LogRow[]; readonly options: InsightsOptions } {
  const steps = Array.from({ length: 31 }, (_, at) => `poll.vote:${at}` as const);
  const rows = [...steps, 'checkout.purchase:cart'].map(
    (action, at): LogRow => ({
      id: uuidOf(1, at),
      kind: action.split(':')[0] ?? '',
      phase: 'committed',
      grade: 1,
      askId: action.split(':')[1] ?? '',
      attempt: uuidOf(2, at),
      sessionId: uuidOf(3, 0),
      visitorId: null,
      segments: [],
      experiments: {},
      viewId: uuidOf(5, 0),
      seq: at,
      amount: null,
      occurredAt: now - 1_000 + at,
    }),
  );
  return { rows, options: { goal: 'checkout.purchase', steps, now } };
}

const shop = kinds.map(
  ([kind, grade, asks]) => [kind, grade, asks.map((ask) => (ask === 'return' ? hostile[0] : ask))] as const,
);

export const seasonQuestion = {
  goal: 'checkout.purchase',
  steps: [`poll.vote:${hostile[0]}`, 'newsletter-form.subscribe', 'add-to-cart-button.add'],
  window: '20d',
  now,
} as const satisfies InsightsOptions;

/**
 * A season of a shop: visitors who come several times, a quarter of them without a visitor id and a fifth of the others without one on
 * their first page, a fiftieth of the yeses taken back, some rows late, doubled, of the same millisecond as the one before, or from the future.
 */
export function* season(size: number): Generator<LogRow> {
  const random = seeded(8);
  const began = now - 90 * day;
  let before: LogRow | undefined;
  for (let at = 0; at < size; at++) {
    if (before && random() < 0.005) {
      yield before;
      continue;
    }
    const who = Math.floor(random() ** 2 * (size / 8));
    const visit = random.below(3);
    const page = random.below(3);
    const [kind, grade, asks] = random.of(shop);
    const hasOne = kind === 'checkout.purchase' && random() < 0.9;
    let time = began + Math.floor(((at - (random() < 0.05 ? 50 : 0)) / size) * 90 * day);
    if (before && random() < 0.02) time = before.occurredAt;
    if (random() < 0.001) time = now + 300_000 + random.below(3);
    const row: LogRow = {
      id: uuidOf(1, at),
      kind,
      phase: random() < 0.02 ? 'withdrawn' : random.of(phases),
      grade,
      askId: random.of(asks),
      attempt: uuidOf(2, who * 9 + visit * 3 + page),
      sessionId: uuidOf(3, who * 3 + visit),
      visitorId: who % 4 > 0 && (who % 5 > 0 || page > 0) ? uuidOf(4, who) : null,
      segments: page > 0 ? [`hurdle:${who % 5}`, 'other'] : [],
      experiments: {
        ...(who % 3 > 0 && { 'form-length': who % 3 === 1 ? 'short' : 'long' }),
        ...(page === 2 && { headline: random() < 0.02 ? 'other' : who % 2 ? 'a' : 'b' }),
      },
      viewId: uuidOf(5, who * 9 + visit * 3 + page),
      seq: at + 1,
      amount: hasOne ? 5 + random.below(20_000) / 100 : null,
      occurredAt: time,
    };
    yield row;
    before = row;
  }
}

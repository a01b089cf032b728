import {
  type CatalogueKind,
  type Commitment,
  type CommitmentEvent,
  catalogue,
  createEvent,
  type Phase,
  safeData,
} from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';

/** The same event under a yes to everything; the usual fixture is under a no to advertising. */
export function agreed(event: CommitmentEvent): CommitmentEvent {
  return { ...event, consent: { analytics: 'granted', advertising: 'granted', functional: 'granted' } };
}

/** An event of that kind in another phase, under a yes to everything. */
export function inPhase(kind: string, phase: Phase): CommitmentEvent {
  return agreed(commitmentFixture(kind as 'poll.vote', { phase: phase as 'seen' }) as CommitmentEvent);
}

/** All kinds of the catalogue. */
export const kinds = Object.keys(catalogue) as CatalogueKind[];

/** One commitment of each kind. */
export const everyCommitment: readonly CommitmentEvent[] = kinds.map(
  (kind) => commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent,
);

/** A commitment without worth, whatever the fixture's kind usually has. */
export function worthless<K extends CatalogueKind>(kind: K): Commitment<K> {
  return commitmentFixture(kind as CatalogueKind, { value: undefined }) as unknown as Commitment<K>;
}

const emoji = '👩🏽‍🚀'.repeat(200);

/** As much as an event may ever hold: 20 keys, texts of 1,000 characters, emoji, long names, every optional field. */
export const everyMaximum: readonly CommitmentEvent[] = kinds.map((kind) => {
  const usual = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
  const filler = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `a${'Key'.repeat(i * 3)}${i}`,
      i % 3 ? i : `${emoji.slice(0, 40 * i)}`,
    ]),
  );
  const { data } = safeData({
    ...usual.data,
    long: 'x'.repeat(1_000),
    'with-dash': 'a',
    send_to: 'G-OTHER',
    user_id: 'forged',
    google_click: 'forged',
    items: 'forged',
    answers: { größe: 'XL', 'e-mail': 'no' },
    list: ['a', 'b'],
    ...filler,
  });
  return commitmentFixture(kind, {
    ask: { id: 'i'.repeat(128), placement: emoji.slice(0, 128), moment: 'know' },
    value: { amount: 12.5, currency: 'EUR' },
    ladder: { id: 'l'.repeat(128), rung: 2, of: 5 },
    experiments: { headline: 'b', ['e'.repeat(60)]: 'long'.repeat(80) },
    page: { path: `/${'p'.repeat(1_900)}`, viewId: usual.page.viewId },
    visitor: {
      id: 'v1',
      isNew: false,
      segments: Array.from({ length: 20 }, (_, i) => `segment-${i}-${'s'.repeat(30)}`),
    },
    data: data as never,
  }) as CommitmentEvent;
});

/** What a careless page hands in, made into an event as the kit makes it. */
export function hostileEvent(kind: CatalogueKind): CommitmentEvent {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const data = {
    circular,
    big: 10n,
    nan: Number.NaN,
    symbol: Symbol('s'),
    call: () => 'x',
    markup: '<img src=x onerror=alert(1)>',
    event: 'forged',
    kind: 'forged',
    half: '\uD83D',
    ['__proto__']: { polluted: true },
    constructor: { prototype: { polluted: true } },
    get broken(): string {
      throw new Error('getter');
    },
  };
  const usual = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
  const { session, page, consent } = usual;
  return createEvent(
    { kind, phase: 'committed', grade: usual.grade, ask: usual.ask, attempt: usual.attempt, data },
    { session, page, consent: { ...consent, advertising: 'granted' } },
  ).event as CommitmentEvent;
}

/**
 * What analysts are told of a fixture, written down anew here, so that a slip in the adapters' own code shows. `isFlat` as for
 * products that take no lists.
 */
export function toldOf(event: CommitmentEvent, isFlat = false): Record<string, unknown> {
  const told: Record<string, unknown> = {
    event_id: event.id,
    event_time: event.time,
    seq: event.seq,
    kind: event.kind,
    phase: event.phase,
    grade: event.grade,
    ask_id: event.ask.id,
    ask_placement: 'article',
    page_path: '/guides/first-grinder',
    segments: isFlat ? 'hurdle:trust' : ['hurdle:trust'],
    attempt: event.attempt,
    view_id: event.page.viewId,
  };
  if (event.value) {
    told['value'] = event.value.amount;
    told['currency'] = event.value.currency;
  }
  const names: Record<string, string> = { value: 'data_value', uniqueSeconds: 'unique_seconds' };
  for (const [key, value] of Object.entries(event.data))
    told[names[key] ?? key] = isFlat && Array.isArray(value) ? value.join(',') : value;
  return told;
}

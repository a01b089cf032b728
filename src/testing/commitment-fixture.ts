import {
  type CatalogueKind,
  type Commitment,
  type CommitmentData,
  type CommitmentStep,
  catalogue,
  type EventBase,
  type Exchange,
  type Grade,
  type Kind,
  type Money,
} from '../events/index.ts';

type FieldOverrides = { readonly [Field in keyof EventBase]?: EventBase[Field] | undefined };

/**
 * What a fixture of a commitment may have otherwise. `undefined` leaves out a field that an event can do without, such
 * as `visitor`, and any other as it usually is. A kind of your own needs its data and its grade.
 */
export type CommitmentOverrides<K extends Kind> = FieldOverrides & {
  phase?: 'committed' | undefined;
} & (K extends CatalogueKind
    ? { data?: CommitmentData[K] | undefined }
    : { data: CommitmentData[K]; grade: Grade });

/** What a fixture of another phase may have otherwise. Its data is empty unless stated. */
export type StepOverrides<K extends Kind> = FieldOverrides & {
  phase: CommitmentStep<K>['phase'];
  data?: Partial<CommitmentData[K]> | undefined;
} & (K extends CatalogueKind ? unknown : { grade: Grade });

interface Example<Data> {
  readonly ask: string;
  readonly data: Data;
  readonly exchange?: Exchange;
  readonly value?: Money;
}

const guide: Exchange = { give: ['email'], get: ['guide'] };
const order: Money = { amount: 49, currency: 'EUR' };

/** One believable commitment of each kind. */
const examples: { readonly [K in CatalogueKind]: Example<CommitmentData[K]> } = {
  'poll.vote': { ask: 'biggest-hurdle', data: { choice: 'Trust' } },
  'poll.predict': { ask: 'biggest-hurdle', data: { choice: 'Price', correct: false } },
  'star-rating.rate': { ask: 'article-42', data: { value: 4, max: 5 } },
  'reactions.react': { ask: 'article-42-reactions', data: { reaction: 'helpful' } },
  'share-button.share': { ask: 'share-article-42', data: { method: 'copy' } },
  'follow-link.follow': { ask: 'follow-us', data: { target: 'youtube' } },
  'comment-form.post': { ask: 'article-42-comments', data: { fields: ['comment', 'name'] } },
  'reading-progress.read': { ask: 'article-42', data: { percent: 75 } },
  'video-player.play': { ask: 'factory-tour', data: { duration: 184 } },
  'video-player.complete': { ask: 'factory-tour', data: { duration: 184, uniqueSeconds: 176, percent: 100 } },
  'audio-player.play': { ask: 'podcast-12', data: { duration: 1_920 } },
  'audio-player.complete': {
    ask: 'podcast-12',
    data: { duration: 1_920, uniqueSeconds: 1_801, percent: 100 },
  },
  'quiz.complete': { ask: 'which-roaster', data: { outcome: 'home-barista', score: 8 } },
  'calculator.result': { ask: 'savings', data: { result: 1_240, unit: 'EUR' } },
  'search-box.search': { ask: 'shop-search', data: { results: 14 } },
  'offer-filter.filter': { ask: 'shop-filter', data: { facet: 'price', results: 6 } },
  'product-view.view': { ask: 'product-page', data: { item: 'grinder-x1' } },
  'download-link.download': {
    ask: 'price-list',
    data: { target: 'pdf' },
    exchange: { give: [], get: ['price list'] },
  },
  'story-path.finish': { ask: 'our-story', data: { step: 'today', position: 6, of: 6 } },
  'challenge.task': { ask: 'five-day-challenge', data: { step: 'day-2', position: 2, of: 5 } },
  'contact-dialog.open': { ask: 'talk', data: { trigger: 'header' } },
  'step-form.step': { ask: 'quote', data: { step: 'budget', position: 2, of: 4 } },
  'return-visit.return': { ask: 'return', data: { days: 3 } },
  'newsletter-form.subscribe': {
    ask: 'letter',
    data: { fields: ['email'] },
    exchange: { give: ['email'], get: ['letter'] },
  },
  'lead-gate.unlock': { ask: 'checklist', data: { fields: ['email'] }, exchange: guide },
  'push-opt-in.allow': { ask: 'order-news', data: {} },
  'account-form.create': { ask: 'account', data: { fields: ['email', 'password'] } },
  'add-to-cart-button.add': { ask: 'cart', data: { item: 'grinder-x1', quantity: 1 }, value: order },
  'checkout.step': { ask: 'checkout', data: { step: 'address', position: 1, of: 3 } },
  'contact-dialog.submit': { ask: 'talk', data: { fields: ['email', 'message'] } },
  'challenge.complete': { ask: 'five-day-challenge', data: { tasks: 5 } },
  'step-form.submit': { ask: 'quote', data: { fields: ['email', 'budget'], ending: 'call-back' } },
  'callback-request.request': { ask: 'call-me', data: { fields: ['phone', 'time'] } },
  'review-form.submit': { ask: 'review', data: { value: 5, max: 5 } },
  'checkout.subscribe': {
    ask: 'plan',
    data: { plan: 'team-yearly', order: 'S-7' },
    value: { amount: 468, currency: 'EUR' },
  },
  'checkout.purchase': { ask: 'checkout', data: { order: 'A-1042' }, value: order },
  'experiment.expose': { ask: 'form-length', data: { experiment: 'form-length', variant: 'short' } },
};

/** The fields that an event may lack. */
const dispensable: readonly string[] = [
  'exchange',
  'value',
  'ladder',
  'experiments',
  'visitor',
] satisfies (keyof EventBase)[];

const began = Date.UTC(2026, 0, 12, 9, 30);

/**
 * A believable event, complete, valid and frozen, for tests of trackers, reports and servers. The same arguments give
 * the same event. `seq` sets id and time too, one second apart, so that several fixtures are a stream in order:
 * `commitmentFixture('poll.vote', { seq: 1 })`, then `commitmentFixture('lead-gate.unlock', { seq: 2 })`. An exposure to an
 * experiment is no yes: `commitmentFixture('experiment.expose')` is of phase `seen`, with its data, as the kit sends it.
 */
export function commitmentFixture(
  kind: 'experiment.expose',
  overrides?: Partial<StepOverrides<'experiment.expose'>>,
): CommitmentStep<'experiment.expose'>;
export function commitmentFixture<K extends Kind>(kind: K, overrides: StepOverrides<K>): CommitmentStep<K>;
export function commitmentFixture<K extends Kind>(
  kind: K,
  ...overrides: K extends CatalogueKind
    ? [overrides?: CommitmentOverrides<K>]
    : [overrides: CommitmentOverrides<K>]
): Commitment<K>;
export function commitmentFixture(
  kind: Kind,
  overrides: FieldOverrides & { phase?: string | undefined; data?: unknown } = {},
): unknown {
  const example: Partial<Example<unknown>> =
    (examples as Partial<Record<Kind, Example<unknown>>>)[kind] ?? {};
  const asks = Object.values(examples).map((one) => one.ask);
  const isExposure = kind === 'experiment.expose';
  const { seq = Object.keys(examples).indexOf(kind) + 1 || asks.length + 1 } = overrides;
  const { phase = isExposure ? 'seen' : 'committed' } = overrides;
  const { ask = kind, data, exchange, value } = example;
  const event: Record<string, unknown> = {
    v: 1,
    id: idOf(began + seq * 1_000, seq),
    kind,
    phase,
    grade: (catalogue as Partial<Record<Kind, Grade>>)[kind] ?? 1,
    ask: { id: ask, placement: 'article' },
    // Kinds of one ask share its attempt, as in a dialog that is opened and then submitted.
    attempt: idOf(began, 1_001 + asks.indexOf(ask)),
    ...(exchange && { exchange: { ...exchange } }),
    ...(value && { value: { ...value } }),
    data: (phase === 'committed' || isExposure) && data ? { ...data } : {},
    session: {
      id: idOf(began, 102),
      n: 2,
      campaign: { last: { utm_source: 'newsletter', utm_campaign: 'spring' } },
    },
    page: { path: '/guides/first-grinder', viewId: idOf(began, 103), referrerHost: 'www.google.com' },
    visitor: { id: idOf(began - 86_400_000, 104), isNew: false, segments: ['hurdle:trust'] },
    consent: { analytics: 'granted', advertising: 'denied', functional: 'granted' },
    time: began + seq * 1_000,
    seq,
  };
  for (const [field, value] of Object.entries(overrides))
    if (value !== undefined) event[field] = value;
    else if (dispensable.includes(field)) delete event[field];
  return freeze(event);
}

/** A UUIDv7 of a time and a number. */
function idOf(time: number, n: number): string {
  const ms = time.toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** Freezes a copy of what is handed in, to the bottom. */
function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(freeze));
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, freeze(part)])));
}

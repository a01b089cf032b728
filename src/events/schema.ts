import * as z from 'zod/mini';
import type { CatalogueKind } from './catalogue.ts';
import type {
  AskInfo,
  Campaign,
  CommitmentEvent,
  Consent,
  EventBase,
  Exchange,
  LadderInfo,
  Money,
  PageInfo,
  Phase,
  SessionInfo,
  VisitorInfo,
} from './event.ts';
import type { CommitmentData, Kind } from './kinds.ts';
import { kindPattern } from './well-formed.ts';

/** A kind that you declared by merging into `CommitmentData`. */
export type OwnKind = Exclude<Kind, CatalogueKind>;

/** Options of {@link createEventSchema}. */
export interface EventSchemaOptions {
  /**
   * Your own kinds with the zod schema (of `zod` or `zod/mini`) of their committed data; `true` takes any data that
   * fits an event. In phases other than `committed` every key may be absent.
   */
  readonly kinds?:
    | { readonly [K in OwnKind]?: z.core.$ZodType<CommitmentData[K]> | true | undefined }
    | undefined;
}

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const whole = (least: number) => z.int().check(z.gte(least));
const maybe = z.exactOptional;

const count = maybe(whole(0));
const percent = z.number().check(z.gte(0), z.lte(100));
const seconds = maybe(z.number().check(z.gte(0)));
const fields = maybe(z.array(text(100)).check(z.maxLength(100)));
const value = z.number().check(z.gte(0.5), z.lte(10));
const max = z.int().check(z.gte(2), z.lte(10));
const choice = z.union([z.string().check(z.maxLength(1_000)), z.number()]);
const words = z.array(z.string().check(z.maxLength(1_000))).check(z.maxLength(100));
const choices = maybe(z.array(choice).check(z.maxLength(100)));

const link = z.strictObject({ target: text(1_000) });
const media = z.strictObject({ duration: seconds, uniqueSeconds: seconds, percent: maybe(percent) });
const answers = maybe(z.record(text(100), z.union([text(10_000), z.number(), z.boolean()])));
const form = z.strictObject({ fields, answers });
const step = z.strictObject({ step: text(1_000), position: maybe(whole(1)), of: maybe(whole(1)) });
const product = z.strictObject({ item: text(1_000), quantity: maybe(z.number().check(z.gt(0))) });
const name = maybe(text(1_000));

/** The data of each kind as a commitment carries it. */
const dataSchemas = {
  'poll.vote': z.strictObject({
    choice: maybe(choice),
    choices,
    order: choices,
    bucket: maybe(z.enum(['detractor', 'passive', 'promoter'])),
  }),
  'poll.predict': z.strictObject({ choice, correct: maybe(z.boolean()) }),
  'star-rating.rate': z.strictObject({ value, max, commented: maybe(z.boolean()) }),
  'reactions.react': z.strictObject({
    reaction: text(1_000),
    reactions: maybe(z.array(text(1_000)).check(z.maxLength(100))),
  }),
  'share-button.share': z.strictObject({ method: text(1_000) }),
  'follow-link.follow': link,
  'comment-form.post': form,
  'reading-progress.read': z.strictObject({ percent }),
  'video-player.play': media,
  'video-player.complete': media,
  'audio-player.play': media,
  'audio-player.complete': media,
  'quiz.complete': z.strictObject({
    outcome: text(1_000),
    score: maybe(z.number()),
    answers: maybe(z.record(text(1_000), text(1_000))),
    step: name,
    position: maybe(whole(1)),
    of: maybe(whole(1)),
  }),
  'calculator.result': z.strictObject({ result: maybe(z.number()), to: maybe(z.number()), unit: name }),
  'search-box.search': z.strictObject({
    results: count,
    query: maybe(text(1_000)),
    via: maybe(z.enum(['typed', 'suggestion', 'recent'])),
  }),
  'offer-filter.filter': z.strictObject({ facet: text(1_000), results: count }),
  'product-view.view': product,
  'download-link.download': link,
  'story-path.finish': step,
  'challenge.task': step,
  'contact-dialog.open': z.strictObject({ trigger: name }),
  'step-form.step': z.extend(step, { answers }),
  'experiment.expose': z.strictObject({ experiment: text(128), variant: text(128) }),
  'return-visit.return': z.strictObject({ days: maybe(z.number().check(z.gte(0))) }),
  'newsletter-form.subscribe': form,
  'lead-gate.unlock': z.extend(form, { key: name }),
  'push-opt-in.allow': z.strictObject({}),
  'account-form.create': form,
  'add-to-cart-button.add': product,
  'checkout.step': step,
  'contact-dialog.submit': form,
  'challenge.complete': z.strictObject({ tasks: count }),
  'step-form.submit': z.strictObject({ fields, answers, ending: name }),
  'callback-request.request': form,
  'review-form.submit': z.strictObject({ value: maybe(value), max: maybe(max) }),
  'checkout.subscribe': z.strictObject({ plan: name, order: name, reason: name }),
  'checkout.purchase': z.strictObject({ order: name, reason: name }),
} satisfies { readonly [K in CatalogueKind]: z.ZodMiniType<CommitmentData[K]> };

const consentState = z.enum(['granted', 'denied', 'unknown']);
const id = z.uuidv7();
const touch = maybe(z.record(text(100), z.string().check(z.maxLength(100))));

const parts = {
  Ask: z.strictObject({
    id: text(128),
    placement: maybe(text(128)),
    moment: maybe(z.enum(['know', 'go', 'do', 'buy'])),
  }) satisfies z.ZodMiniType<AskInfo>,
  Exchange: z.strictObject({
    give: words,
    get: words,
  }) satisfies z.ZodMiniType<Exchange>,
  Money: z.strictObject({
    amount: z.number(),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  }) satisfies z.ZodMiniType<Money>,
  Ladder: z.strictObject({
    id: text(128),
    rung: whole(1),
    of: whole(1),
    next: maybe(text(128)),
  }) satisfies z.ZodMiniType<LadderInfo>,
  Session: z.strictObject({
    id,
    n: whole(1),
    campaign: maybe(z.strictObject({ first: touch, last: touch }) satisfies z.ZodMiniType<Campaign>),
  }) satisfies z.ZodMiniType<SessionInfo>,
  Page: z.strictObject({
    path: z.string().check(z.maxLength(500)),
    viewId: id,
    referrerHost: maybe(text(300)),
  }) satisfies z.ZodMiniType<PageInfo>,
  Visitor: z.strictObject({
    id,
    isNew: z.boolean(),
    segments: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20)),
  }) satisfies z.ZodMiniType<VisitorInfo>,
  Consent: z.strictObject({
    analytics: consentState,
    advertising: consentState,
    functional: consentState,
  }) satisfies z.ZodMiniType<Consent>,
};

const base = {
  v: z.literal(1),
  id,
  grade: z.literal([1, 2, 3]),
  ask: parts.Ask,
  attempt: id,
  exchange: maybe(parts.Exchange),
  value: maybe(parts.Money),
  ladder: maybe(parts.Ladder),
  experiments: maybe(z.record(text(128), z.string().check(z.maxLength(128)))),
  session: parts.Session,
  page: parts.Page,
  visitor: maybe(parts.Visitor),
  consent: parts.Consent,
  time: whole(1),
  seq: whole(1),
} satisfies { readonly [F in keyof Required<EventBase>]: z.ZodMiniType<Required<EventBase>[F]> };

const steps = z.enum([
  'seen',
  'started',
  'progressed',
  'confirmed',
  'withdrawn',
  'dismissed',
  'abandoned',
  'failed',
] satisfies Phase[]);

// What `safeData` lets through: plain values, and lists or objects of them.
const plain = z.union([z.string().check(z.maxLength(1_000)), z.number(), z.boolean(), z.null()]);
const fewKeys = z.refine<Record<string, unknown>>(
  (data) => Object.keys(data).length <= 20,
  'At most 20 keys.',
);
const level = z.record(z.string(), plain).check(fewKeys);
const anyData = z.record(z.string(), z.union([plain, z.array(plain).check(z.maxLength(100)), level]));

const small = z.refine<Record<string, unknown>>(
  (data) => encodeURIComponent(JSON.stringify(data)).replace(/%../g, '.').length <= 4_096,
  'At most 4 KB of JSON.',
);
type DataSchema = z.core.$ZodType<unknown, Record<string, unknown>>;
const bounds: z.ZodMiniType<Record<string, unknown>> = z
  .record(z.string(), z.unknown())
  .check(fewKeys, small);

/**
 * Makes the schema of an event: of every kind of the catalogue, and of the kinds of your own that you name. Unknown
 * kinds and unknown keys are refused. Throws when a name is not `component.act`.
 *
 * ```ts
 * const schema = createEventSchema({ kinds: { 'loan-slider.choose': z.object({ months: z.int() }) } });
 * ```
 */
export function createEventSchema(options: EventSchemaOptions = {}): z.ZodMiniType<CommitmentEvent> {
  const all: Record<string, z.core.$ZodType | true | undefined> = { ...options.kinds, ...dataSchemas };
  const kinds = Object.entries(all).flatMap(([kind, data]) => {
    if (!data) return [];
    if (!kindPattern.test(kind))
      throw new Error(
        `"${kind}" cannot be a kind. Write it as component.act in lower case, such as "poll.vote".`,
      );
    return eventOf(kind, data === true ? anyData : (data as DataSchema));
  });
  // The parts are checked against the event's types above; that they make up the union is asserted here.
  return z.discriminatedUnion(
    'kind',
    kinds as [(typeof kinds)[0]],
  ) as z.ZodMiniType<unknown> as z.ZodMiniType<CommitmentEvent>;
}

/** A commitment of a kind, or a step on the way there or away, whose data may be incomplete. */
function eventOf(kind: string, data: DataSchema) {
  const ofKind = { ...base, kind: z.literal(kind) };
  return z.discriminatedUnion('phase', [
    z.strictObject({ ...ofKind, phase: z.literal('committed'), data: z.pipe(bounds, data) }),
    z.strictObject({ ...ofKind, phase: steps, data: z.pipe(bounds, incomplete(data)) }),
  ]);
}

function incomplete(data: DataSchema): DataSchema {
  // Only a plain object schema can be made partial. One with a rule over several keys cannot judge half of them.
  const isPlain = data instanceof z.core.$ZodObject && !data._zod.def.checks?.length;
  return isPlain ? z.partial(data as unknown as z.ZodMiniObject) : anyData;
}

/** The schema of an event of any kind the kit knows. For kinds of your own, see {@link createEventSchema}. */
export const commitmentEventSchema: z.ZodMiniType<CommitmentEvent> = /* @__PURE__ */ createEventSchema();

/**
 * The event as JSON Schema, draft 2020-12: for a warehouse, a validator in another language, a contract test. That an
 * object has at most 20 keys and 4 KB is beyond it.
 */
export function commitmentEventJsonSchema(
  schema: z.ZodMiniType<CommitmentEvent> = commitmentEventSchema,
): Readonly<Record<string, unknown>> {
  const metadata = z.registry<{ id?: string; title?: string; description?: string }>();
  metadata.add(schema, { title: 'Commitment event, version 1' });
  const named = {
    ...parts,
    Id: id,
    Step: steps,
    Link: link,
    Media: media,
    Form: form,
    Stage: step,
    Product: product,
  };
  for (const [part, one] of Object.entries(named)) metadata.add(one, { id: part });
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', metadata }) };
}

import './own-kind.ts';
import {
  type CatalogueKind,
  type CommitmentData,
  type CommitmentEvent,
  catalogue,
  type Phase,
} from 'smallyes/events';
import { commitmentEventJsonSchema, commitmentEventSchema, createEventSchema } from 'smallyes/events/schema';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as classic from 'zod';
import * as z from 'zod/mini';

const kinds = Object.keys(catalogue) as CatalogueKind[];
const vote = commitmentFixture('poll.vote');
/** A record of all of them, so that the types ask for each. */
const phases = Object.keys({
  seen: 0,
  started: 0,
  progressed: 0,
  committed: 0,
  confirmed: 0,
  withdrawn: 0,
  dismissed: 0,
  abandoned: 0,
  failed: 0,
} satisfies Record<Phase, 0>);
const accepts = (event: unknown, schema = commitmentEventSchema) => schema.safeParse(event).success;

/** Every field a kind can have: the types see to it that none is forgotten. */
const full: { [K in CatalogueKind]: Required<CommitmentData[K]> } = {
  'poll.vote': { choice: 'a', choices: ['a', 2], order: [2, 'a'], bucket: 'promoter' },
  'poll.predict': { choice: 1, correct: true },
  'star-rating.rate': { value: 3.5, max: 5, commented: true },
  'reactions.react': { reaction: 'like', reactions: ['like', 'party'] },
  'share-button.share': { method: 'sheet' },
  'follow-link.follow': { target: 'youtube' },
  'comment-form.post': { fields: ['comment'], answers: { size: 12, plan: 'team', known: true } },
  'reading-progress.read': { percent: 50 },
  'video-player.play': { duration: 10, uniqueSeconds: 1.5, percent: 25 },
  'video-player.complete': { duration: 10, uniqueSeconds: 10, percent: 100 },
  'audio-player.play': { duration: 10, uniqueSeconds: 0, percent: 25 },
  'audio-player.complete': { duration: 10, uniqueSeconds: 10, percent: 100 },
  'quiz.complete': { outcome: 'a', score: -3, answers: { milk: 'oat' }, step: 'milk', position: 2, of: 3 },
  'calculator.result': { result: 1.5, to: 2, unit: 'kg' },
  'search-box.search': { results: 0, query: 'boots', via: 'recent' },
  'offer-filter.filter': { facet: 'size', results: 3 },
  'product-view.view': { item: 'x', quantity: 1 },
  'download-link.download': { target: 'pdf' },
  'story-path.finish': { step: 'end', position: 3, of: 3 },
  'challenge.task': { step: 'day-1', position: 1, of: 5 },
  'contact-dialog.open': { trigger: 'header' },
  'step-form.step': { step: 'one', position: 1, of: 2, answers: { size: 12 } },
  'experiment.expose': { experiment: 'form-length', variant: 'short' },
  'return-visit.return': { days: 2 },
  'newsletter-form.subscribe': { fields: ['email'], answers: { size: 12, plan: 'team', known: true } },
  'lead-gate.unlock': {
    fields: ['email'],
    answers: { size: 12, plan: 'team', known: true },
    key: 'poll.vote',
  },
  'push-opt-in.allow': {},
  'account-form.create': { fields: ['email'], answers: { size: 12, plan: 'team', known: true } },
  'add-to-cart-button.add': { item: 'x', quantity: 2 },
  'checkout.step': { step: 'pay', position: 2, of: 2 },
  'contact-dialog.submit': { fields: ['email'], answers: { size: 12, plan: 'team', known: true } },
  'challenge.complete': { tasks: 5 },
  'step-form.submit': {
    fields: ['email'],
    answers: { size: 12, plan: 'team', known: true },
    ending: 'thanks',
  },
  'callback-request.request': { fields: ['phone'], answers: { size: 12, plan: 'team', known: true } },
  'review-form.submit': { value: 1, max: 10 },
  'checkout.subscribe': { plan: 'team', order: 'S-7', reason: 'card-declined' },
  'checkout.purchase': { order: '1', reason: 'card-declined' },
};

describe('commitmentEventSchema', () => {
  it('gives out exactly the hand-written event type', () => {
    expectTypeOf<z.output<typeof commitmentEventSchema>>().toEqualTypeOf<CommitmentEvent>();
    expectTypeOf<z.output<typeof commitmentEventSchema>>().not.toBeAny();
    const { data } = commitmentEventSchema.safeParse(vote);
    if (data?.kind === 'poll.vote' && data.phase === 'committed')
      expectTypeOf(data.data.bucket).toEqualTypeOf<'detractor' | 'passive' | 'promoter' | undefined>();
  });

  it.each(kinds)('takes %s with every field it can have, and refuses a field it cannot have', (kind) => {
    const event = { ...commitmentFixture('poll.vote'), kind, data: full[kind] };
    expect(commitmentEventSchema.parse(event)).toEqual(event);
    expect(accepts({ ...event, data: { ...full[kind], email: 'ada@example.org' } })).toBe(false);
  });

  it.each(kinds)('takes %s in a phase where nothing is known yet', (kind) => {
    expect(accepts(commitmentFixture(kind, { phase: 'seen' }))).toBe(true);
  });

  it('asks more of a commitment than of the steps before it', () => {
    const rating = { ...commitmentFixture('star-rating.rate'), data: { max: 5 } };
    expect(accepts({ ...rating, phase: 'progressed' })).toBe(true);
    expect(accepts(rating)).toBe(false);
  });

  it.each([
    ['a version of tomorrow', { v: 2 }],
    ['an id that is no UUIDv7', { id: '5f0c1f2e-1a2b-4c3d-8e4f-5a6b7c8d9e0f' }],
    ['an attempt that is no UUIDv7', { attempt: '1' }],
    ['an unknown kind', { kind: 'poll.veto' }],
    ['an unknown phase', { phase: 'clicked' }],
    ['a grade off the scale', { grade: 4 }],
    ['an empty ask id', { ask: { id: '' } }],
    ['an ask id that is too long', { ask: { id: 'x'.repeat(129) } }],
    ['an unknown moment', { ask: { id: 'x', moment: 'dream' } }],
    ['an amount without a currency', { value: { amount: 3 } }],
    ['an amount that is none', { value: { amount: Number.NaN, currency: 'EUR' } }],
    ['a currency in words', { value: { amount: 3, currency: 'Euro' } }],
    ['a time before 1970', { time: -1 }],
    ['a time with a fraction', { time: 1.5 }],
    ['a place before the first', { seq: 0 }],
    ['a fraction of a place', { seq: 1.5 }],
    ['a purpose that is missing', { consent: { analytics: 'granted', advertising: 'denied' } }],
    ['a consent in other words', { consent: { ...vote.consent, analytics: 'yes' } }],
    ['a session without a number', { session: { id: vote.session.id } }],
    ['a path beyond all measure', { page: { ...vote.page, path: `/${'x'.repeat(500)}` } }],
    ['a referrer with its path', { page: { ...vote.page, referrer: 'https://example.org/secret' } }],
    ['more segments than 20', { visitor: { ...vote.visitor, segments: Array.from({ length: 21 }, String) } }],
    [
      'a long campaign parameter',
      { session: { ...vote.session, campaign: { last: { utm_id: 'x'.repeat(101) } } } },
    ],
    ['a rung of nothing', { ladder: { id: 'l', rung: 0, of: 3 } }],
    ['an unknown field', { ip: '192.0.2.1' }],
    ['no data', { data: undefined }],
    ['a list for data', { data: [] }],
  ])('refuses %s', (_name, change) => {
    expect(accepts(vote)).toBe(true);
    expect(accepts({ ...vote, ...change })).toBe(false);
  });

  it('takes every word of each closed list', () => {
    const takes = (change: object) => accepts({ ...vote, ...change });
    for (const phase of phases) expect(takes({ phase }), phase).toBe(true);
    for (const grade of [1, 2, 3]) expect(takes({ grade })).toBe(true);
    for (const bucket of ['detractor', 'passive', 'promoter']) expect(takes({ data: { bucket } })).toBe(true);
    for (const moment of ['know', 'go', 'do', 'buy']) expect(takes({ ask: { id: 'x', moment } })).toBe(true);
    for (const word of ['granted', 'denied', 'unknown'])
      expect(takes({ consent: { analytics: word, advertising: word, functional: word } })).toBe(true);
  });

  it('takes an event with all that is optional', () => {
    const ladder = { id: 'to-quote', rung: 1, of: 4, next: 'guide' };
    const campaign = { first: { utm_source: 'a' }, last: { utm_source: 'b' } };
    const event = {
      ...vote,
      ask: { id: 'x', placement: 'side', moment: 'buy' },
      exchange: { give: ['email'], get: [] },
      value: { amount: -1.5, currency: 'EUR' },
      ladder,
      experiments: { headline: 'b' },
      session: { ...vote.session, campaign },
    };
    expect(commitmentEventSchema.parse(event)).toEqual(event);
  });

  it('holds data to 4 KB of UTF-8', () => {
    const withBytes = (length: number) => ({ ...vote, data: { choices: Array(5).fill('ü'.repeat(length)) } });
    expect(accepts(withBytes(400))).toBe(true);
    expect(accepts(withBytes(410))).toBe(false);
  });
});

describe('createEventSchema', () => {
  const loan = { ...vote, kind: 'loan-slider.choose', grade: 2, data: { months: 12 } };

  it.each([
    ['zod', classic.object({ months: classic.int(), note: classic.string().optional() })],
    ['zod/mini', z.object({ months: z.int(), note: z.exactOptional(z.string()) })],
  ])('takes a kind of the site, described with %s', (_name, months) => {
    // zod's own optional key may also hold undefined, which the declared type has no room for.
    const schema = createEventSchema({
      kinds: { 'loan-slider.choose': months as z.ZodMiniType<{ months: number }> },
    });
    expect(schema.parse(loan)).toEqual(loan);
    expect(accepts({ ...loan, data: { months: 'twelve' } }, schema)).toBe(false);
    expect(accepts({ ...loan, data: {} }, schema)).toBe(false);
    expect(accepts({ ...loan, phase: 'seen', data: {} }, schema)).toBe(true);
    expect(accepts({ ...loan, phase: 'progressed', data: { months: 'twelve' } }, schema)).toBe(false);
    expect(accepts(vote, schema)).toBe(true);
    expect(accepts(loan)).toBe(false);
  });

  it('takes any small plain data of a kind without a schema', () => {
    const schema = createEventSchema({ kinds: { 'loan-slider.choose': true } });
    const takes = (data: unknown) => accepts({ ...loan, data }, schema);
    expect(takes({ a: 1, b: ['x', null], c: { d: true } })).toBe(true);
    expect(takes({ a: { b: { c: 1 } } })).toBe(false);
    expect(takes({ a: [{ b: 1 }] })).toBe(false);
    expect(takes({ a: Number.POSITIVE_INFINITY })).toBe(false);
    expect(takes(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k${i}`, i])))).toBe(true);
    expect(takes(Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`k${i}`, i])))).toBe(false);
    expect(takes({ a: Array(100).fill(1) })).toBe(true);
    expect(takes({ a: Array(101).fill(1) })).toBe(false);
  });

  it('judges the steps of a schema with a rule over several keys as plain data', () => {
    const ruled = z.object({ months: z.int() }).check(z.refine(({ months }) => months > 3));
    const schema = createEventSchema({ kinds: { 'loan-slider.choose': ruled } });
    expect(accepts(loan, schema)).toBe(true);
    expect(accepts({ ...loan, data: { months: 2 } }, schema)).toBe(false);
    expect(accepts({ ...loan, phase: 'started', data: {} }, schema)).toBe(true);
  });

  it('does not let a kind of the catalogue be redefined', () => {
    const kinds = { 'poll.vote': true } as object;
    expect(accepts({ ...vote, data: { anything: 1 } }, createEventSchema({ kinds }))).toBe(false);
  });

  it('refuses a name that is not component.act, in words', () => {
    const kinds = { LoanSlider: true } as object;
    expect(() => createEventSchema({ kinds })).toThrow(
      /"LoanSlider" cannot be a kind\. Write it as component\.act/,
    );
  });

  it('types the kinds by their declaration', () => {
    expectTypeOf<CommitmentEvent<'loan-slider.choose'>>().not.toBeNever();
    createEventSchema({ kinds: { 'loan-slider.choose': classic.object({ months: classic.int() }) } });
    // @ts-expect-error the schema gives text where the declaration says number
    createEventSchema({ kinds: { 'loan-slider.choose': z.object({ months: z.string() }) } });
  });
});

describe('commitmentEventJsonSchema', () => {
  interface Node {
    readonly oneOf?: readonly Node[];
    readonly const?: unknown;
    readonly $ref?: string;
    readonly properties?: Readonly<Record<string, Node>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: unknown;
    readonly $defs?: Readonly<Record<string, Node>>;
    readonly $schema?: string;
  }
  const json = commitmentEventJsonSchema() as Node;
  const variants = json.oneOf!.flatMap((kind) => kind.oneOf!);

  it('is of draft 2020-12 and survives JSON', () => {
    expect(json.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('names every kind of the catalogue, as a commitment and as a step', () => {
    const named = variants.map(({ properties }) => properties!['kind']!.const);
    expect(named).toEqual(expect.arrayContaining(kinds.flatMap((kind) => [kind, kind])));
    expect(named).toHaveLength(kinds.length * 2);
  });

  it('is closed, asks for the fields that every event has, and for no other', () => {
    const always = Object.keys(vote).filter((field) => !['visitor', 'exchange', 'value'].includes(field));
    for (const { required, additionalProperties } of variants) {
      expect(additionalProperties).toBe(false);
      expect([...required!].sort()).toEqual(always.sort());
    }
  });

  it('points only at definitions that it has', () => {
    const references = [...JSON.stringify(json).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(
      ([, name]) => name!,
    );
    expect(references.length).toBeGreaterThan(100);
    for (const name of references) expect(json.$defs).toHaveProperty(name);
  });

  it('describes the kinds of the site too', () => {
    const own = createEventSchema({ kinds: { 'loan-slider.choose': z.object({ months: z.int() }) } });
    expect(JSON.stringify(commitmentEventJsonSchema(own))).toContain('"months":{"type":"integer"');
  });
});

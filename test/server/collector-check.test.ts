import { type CatalogueKind, catalogue, type Phase } from 'smallyes/events';
import { createEventSchema } from 'smallyes/events/schema';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { checkEvent } from '../../src/server/collector-check.ts';
import { createRandom, type Random } from '../events/random.ts';
import '../events/own-kind.ts';

const schema = createEventSchema({ kinds: { 'loan-slider.choose': true } });
const zodTakes = (event: unknown) => schema.safeParse(event).success;
const weTake = (event: unknown) => checkEvent(event) === undefined;

type Plain = Record<string, unknown>;

const phases: readonly Phase[] = [
  'seen',
  'started',
  'progressed',
  'committed',
  'confirmed',
  'withdrawn',
  'dismissed',
  'abandoned',
  'failed',
];

const long = (length: number) => 'x'.repeat(length);

/** Data with every field that a kind can have, so that each of them gets spoilt. */
const rich: Plain = {
  choice: 'a',
  choices: ['a', 2],
  order: [2, 'a'],
  bucket: 'promoter',
  correct: true,
  value: 3.5,
  max: 5,
  commented: true,
  reaction: 'like',
  method: 'sheet',
  target: 'pdf',
  fields: ['email'],
  answers: { size: 12, plan: 'team', known: true },
  percent: 50,
  duration: 10,
  uniqueSeconds: 1.5,
  outcome: 'a',
  score: -3,
  result: 1.5,
  unit: 'kg',
  results: 3,
  facet: 'size',
  item: 'x',
  quantity: 1,
  step: 'one',
  position: 1,
  of: 2,
  trigger: 'header',
  days: 2,
  key: 'poll.vote',
  tasks: 5,
  ending: 'thanks',
  plan: 'team',
};

function full(kind: CatalogueKind | 'loan-slider.choose', phase: Phase): Plain {
  const event = structuredClone(
    kind === 'loan-slider.choose'
      ? {
          ...commitmentFixture('poll.vote'),
          kind,
          data: { months: 12, note: 'a', list: [1, 'b', null], more: { a: true } },
        }
      : commitmentFixture(kind),
  ) as unknown as Plain;
  // Every key that this kind takes, found by asking.
  if (kind !== 'loan-slider.choose')
    for (const [key, value] of Object.entries(rich)) {
      const fuller = { ...event, data: { ...(event['data'] as Plain), [key]: value } };
      if (zodTakes(fuller)) event['data'] = fuller.data;
    }
  return {
    ...event,
    phase,
    ask: { id: 'x', placement: 'side', moment: 'buy' },
    exchange: { give: ['email'], get: [] },
    value: { amount: -1.5, currency: 'EUR' },
    ladder: { id: 'l', rung: 1, of: 4, next: 'guide' },
    experiments: { headline: 'b' },
    session: {
      ...(event['session'] as Plain),
      campaign: { first: { utm_source: 'a' }, last: { utm_source: 'b' } },
    },
  };
}

/** Every place in an event, deep ones too. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]))];
}

/** A copy with something else at a place; `undefined` takes the key away. */
function spoil(event: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = (Array.isArray(event) ? [...event] : { ...(event as Plain) }) as Plain;
  if (rest.length === 0 && value === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete copy[key];
  } else copy[key] = spoil(copy[key], rest, value);
  return copy;
}

const wrong: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  2,
  -1,
  0.5,
  1.5,
  10,
  10.5,
  11,
  100,
  101,
  2 ** 53,
  1e308,
  '',
  'x',
  'granted',
  'EUR',
  'eur',
  'poll.vote',
  'committed',
  long(60),
  long(61),
  long(100),
  long(101),
  long(128),
  long(129),
  long(300),
  long(301),
  long(500),
  long(501),
  long(1_000),
  long(1_001),
  'ü'.repeat(2_100),
  '\u0000',
  '\ud800',
  'NaN',
  'Infinity',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  '01890A5D-AC96-774B-BCCE-B302099A8057',
  '01890a5d-ac96-474b-bcce-b302099a8057',
  '01890a5d-ac96-774b-ccce-b302099a8057',
  '01890a5d-ac96-774b-bcce-b302099a8057 ',
  [],
  ['x'],
  [['x']],
  Array(20).fill('x'),
  Array(21).fill('x'),
  Array(100).fill('x'),
  Array(101).fill('x'),
  {},
  { x: 1 },
  { x: 'x' },
  { '': 'x' },
  { [long(128)]: 'x' },
  { [long(129)]: 'x' },
  { x: { y: { z: 1 } } },
  Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k${i}`, i])),
  Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`k${i}`, i])),
];

/** What JSON makes of it: no collector ever sees anything else. */
const overTheWire = (event: unknown): unknown =>
  event === undefined ? null : JSON.parse(JSON.stringify(event));

const kinds = [...(Object.keys(catalogue) as CatalogueKind[]), 'loan-slider.choose'] as const;

describe('the collector and the zod schema', () => {
  it.each(kinds)(
    'agree on %s: whole, and with each thing wrong at each place',
    { timeout: 30_000 },
    (kind) => {
      let good = 0;
      let bad = 0;
      for (const phase of ['committed', 'seen'] as const) {
        const event = overTheWire(full(kind, phase));
        expect(zodTakes(event)).toBe(true);
        expect(checkEvent(event)).toBeUndefined();
        // What all kinds share is spoilt in two of them.
        const isOne = kind === 'poll.vote' || kind === 'loan-slider.choose';
        const places = placesOf(event).filter(([first]) => isOne || first === 'data' || first === 'phase');
        for (const path of places)
          for (const value of wrong) {
            const spoilt = overTheWire(spoil(event, path, value));
            const verdict = zodTakes(spoilt);
            if (verdict) good++;
            else bad++;
            if (weTake(spoilt) !== verdict)
              expect
                .soft(checkEvent(spoilt), `${phase} ${path.join('.')} = ${JSON.stringify(value)}`)
                .toBe(verdict);
          }
        for (const path of places) {
          const more = overTheWire(spoil(event, [...path, 'extra'], 1));
          if (weTake(more) !== zodTakes(more))
            expect.soft(checkEvent(more), path.join('.')).toBe(zodTakes(more));
        }
      }
      expect(good).toBeGreaterThan(2);
      expect(bad).toBeGreaterThan(80);
    },
  );

  it('agree on every phase of every kind', () => {
    for (const kind of kinds)
      for (const phase of phases) expect(weTake(full(kind, phase)), `${kind} ${phase}`).toBe(true);
  });

  it('agree on thousands of events with several random mistakes', { timeout: 30_000 }, () => {
    const random: Random = createRandom(7);
    const wholes = new Map(kinds.map((kind) => [kind, overTheWire(full(kind, 'committed')) as Plain]));
    const verdicts = { true: 0, false: 0 };
    for (let round = 0; round < 1_500; round++) {
      let event: unknown = { ...wholes.get(random.pick(kinds)), phase: random.pick(phases) };
      for (let times = random.below(3); times >= 0; times--)
        event = overTheWire(spoil(event, random.pick(placesOf(event)), random.pick(wrong)));
      const verdict = zodTakes(event);
      verdicts[`${verdict}`]++;
      expect(weTake(event), JSON.stringify(event).slice(0, 2_000)).toBe(verdict);
    }
    expect(verdicts.true).toBeGreaterThan(50);
    expect(verdicts.false).toBeGreaterThan(500);
  });
});

describe('checkEvent', () => {
  const vote = overTheWire(commitmentFixture('poll.vote')) as Plain;

  it.each([
    ['at the top', `{"__proto__":{"x":1},${JSON.stringify(vote).slice(1)}`],
    ['in data', JSON.stringify({ ...vote, data: 0 }).replace('"data":0', '"data":{"__proto__":1}')],
    [
      'in experiments',
      JSON.stringify({ ...vote, experiments: 0 }).replace(
        '"experiments":0',
        '"experiments":{"__proto__":"b"}',
      ),
    ],
    [
      'in the data of another kind',
      JSON.stringify({ ...vote, kind: 'a.b', data: 0 }).replace('"data":0', '"data":{"x":{"__proto__":1}}'),
    ],
  ])('refuses a key __proto__ %s, where zod leaves it out silently', (_where, text) => {
    expect(checkEvent(JSON.parse(text))).toMatchObject({ reason: 'schema' });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('knows no field %s', (name) => {
    expect(checkEvent({ ...vote, [name]: 1 })).toEqual({
      reason: 'schema',
      detail: `${name}: not a field of an event`,
    });
    expect(checkEvent({ ...vote, kind: name })).toMatchObject({ reason: 'schema' });
  });

  it.each([
    [{ session: { ...(vote['session'] as Plain), n: 0 } }, 'session.n: a whole number from 1'],
    [{ data: { choices: ['a', {}] } }, 'data.choices[1]: a text of at most 1,000 characters or a number'],
    [{ id: 'secret' }, 'id: a UUID of version 7'],
    [{ kind: 'Poll' }, 'kind: component.act in lower case'],
  ])('says where and what was expected, and never what it got: %j', (change, detail) => {
    expect(checkEvent({ ...vote, ...change })).toEqual({ reason: 'schema', detail });
  });

  it('calls an event without its session by the field that is missing', () => {
    const { session, ...rest } = vote;
    expect(session).toBeDefined();
    expect(checkEvent(rest)).toEqual({ reason: 'schema', detail: 'session: missing' });
  });

  it('tells data that is too large from data that is wrong', () => {
    const data = { choices: Array(5).fill('ü'.repeat(410)) };
    expect(checkEvent({ ...vote, data })).toMatchObject({ reason: 'too-large' });
  });

  it('survives data of a hundred thousand levels', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(checkEvent({ ...vote, kind: 'own.kind', data: { deep } })).toMatchObject({ reason: 'schema' });
    expect(checkEvent(deep)).toMatchObject({ reason: 'schema' });
  });

  it('keeps within a name of 100 characters what a stranger calls a field', () => {
    expect(checkEvent({ ...vote, [long(5_000)]: 1 })?.detail.length).toBeLessThan(150);
  });
});

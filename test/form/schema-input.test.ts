import { type FormSchema, fieldsOf, readForm } from 'smallyes/form';
import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest';
import * as z from 'zod';

const post = (entries: Readonly<Record<string, string | readonly string[]>>) => {
  const data = new FormData();
  for (const [name, values] of Object.entries(entries))
    for (const value of [values].flat()) data.append(name, value);
  return data;
};
const specsOf = (schema: z.ZodObject) =>
  Object.fromEntries(fieldsOf(schema).map(({ name, ...rest }) => [name, rest]));

describe('numbers to choose from', () => {
  const schema = z.object({
    stars: z.union([z.literal(1), z.literal(2.5)]),
    size: z.literal([1, 2, 3]).default(2),
    level: z.enum({ Low: 0, High: 1 }).optional(),
    days: z.array(z.literal([-1, 7])).min(1),
    pace: z.literal([1, 2]).nullable(),
  });

  it('are options, and a default is one of them', () => {
    expect(specsOf(schema)).toMatchObject({
      stars: { type: 'choice', options: ['1', '2.5'], required: true },
      size: { type: 'choice', options: ['1', '2', '3'], defaultValue: '2', required: false },
      level: { type: 'choice', options: ['0', '1'], required: false },
      days: { type: 'choices', options: ['-1', '7'], required: true, min: 1 },
      pace: { type: 'choice', nullable: true, required: false },
    });
  });

  it('arrive as numbers from the post of a browser, with their types', async () => {
    const read = await readForm({ schema }, post({ stars: '2.5', level: '0', days: ['7', '-1'] }));
    expect(read).toMatchObject({
      ok: true,
      values: { stars: 2.5, size: 2, level: 0, days: [7, -1], pace: null },
    });
    if (read.ok) {
      expectTypeOf(read.values.stars).toEqualTypeOf<1 | 2.5>();
      expectTypeOf(read.values.days).toEqualTypeOf<(-1 | 7)[]>();
    }
  });

  it.each(['3', '', 'NaN', '2.50', '1e0'])('are these and no other: "%s" is refused', async (stars) => {
    await expect(readForm({ schema }, post({ stars, days: '7' }))).resolves.toMatchObject({
      ok: false,
      errors: { stars: 'Please choose one of these.' },
    });
  });
});

describe('texts that mean yes or no', () => {
  const schema = z.object({
    news: z.stringbool(),
    terms: z.stringbool({ truthy: ['ja'], falsy: ['nein'] }).refine((yes) => yes, 'Please agree.'),
    later: z
      .stringbool()
      .optional()
      .transform((yes) => ({ yes })),
  });

  it('are a box to tick', () => {
    expect(specsOf(schema)).toMatchObject({
      news: { type: 'consent', required: false, asText: ['true', 'disabled'] },
      terms: { type: 'consent', asText: ['ja', 'nein'] },
      later: { type: 'consent' },
    });
  });

  it('arrive as the schema reads them, from the post of a browser', async () => {
    const read = await readForm({ schema }, post({ terms: 'on' }));
    expect(read).toMatchObject({ ok: true, values: { news: false, terms: true, later: { yes: false } } });
    if (read.ok) expectTypeOf(read.values.news).toEqualTypeOf<boolean>();
    await expect(readForm({ schema }, post({ news: 'on' }))).resolves.toMatchObject({
      ok: false,
      errors: { terms: 'Please agree.' },
    });
  });

  it('are nothing that another reading of a text would be taken for', () => {
    const own = z.codec(z.string(), z.boolean(), {
      decode: (text) => text === 'oui',
      encode: (yes) => (yes ? 'oui' : 'non'),
    });
    const onlyYes = z.stringbool({ truthy: ['yes'], falsy: [] });
    expect(specsOf(z.object({ own, onlyYes }))).toMatchObject({
      own: { type: 'text' },
      onlyYes: { type: 'text' },
    });
  });
});

describe('a day with a time', () => {
  const at = async (schema: z.ZodType, entries: Readonly<Record<string, string>>) => {
    const read = await readForm({ schema: z.object({ at: schema }) }, post(entries));
    return read.ok ? read.values.at : read.errors;
  };
  const inZone = (zone: string) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    onTestFinished(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
  };

  it.each<[string, z.ZodType, string]>([
    ['by the clock', z.iso.datetime({ local: true }), '2026-07-01T10:30'],
    ['to the minute', z.iso.datetime({ local: true, precision: -1 }), '2026-07-01T10:30'],
    ['as a moment', z.iso.datetime(), '2026-07-01T08:30:00Z'],
    ['with an offset', z.iso.datetime({ offset: true }), '2026-07-01T08:30:00Z'],
    ['to the millisecond', z.iso.datetime({ precision: 3 }).optional(), '2026-07-01T08:30:00.000Z'],
    ['or nothing', z.iso.datetime({ precision: -1 }).nullable(), '2026-07-01T08:30Z'],
  ])('is handed over as its schema wants it: %s', async (_, schema, text) => {
    inZone('Europe/Berlin');
    const [spec] = fieldsOf(z.object({ at: schema }));
    expect(spec).toMatchObject({ type: 'date', time: true, name: 'at' });
    expect(await at(schema, { at: '2026-07-01T10:30' })).toBe(text);
  });

  it('stays a text where nobody knows how its library wants it', () => {
    const json = { properties: { at: { type: 'string', format: 'date-time' } }, required: ['at'] };
    const standard = {
      version: 1,
      vendor: 'other',
      validate: () => ({ value: {} }),
      jsonSchema: { input: () => json },
    };
    expect(fieldsOf({ '~standard': standard } as unknown as FormSchema)).toEqual([
      { type: 'text', name: 'at', required: true },
    ]);
  });

  it('is read by the visitor’s clock where the post names it, and else by the server’s', async () => {
    inZone('America/New_York');
    const schema = z.iso.datetime();
    expect(await at(schema, { at: '2026-07-01T10:30', 'at.offset': '+05:30' })).toBe('2026-07-01T05:00:00Z');
    expect(await at(schema, { at: '2026-07-01T10:30' })).toBe('2026-07-01T14:30:00Z');
    // What stands on the visitor's own clock is not moved.
    expect(await at(z.iso.datetime({ local: true }), { at: '2026-07-01T10:30', 'at.offset': '+05:30' })).toBe(
      '2026-07-01T10:30',
    );
  });

  it.each(['2026-07-01', '2026-02-30T10:30', '2026-07-01T24:00', '2026-07-01T10:30Z', 'x'])(
    'is not "%s"',
    async (text) => {
      expect(await at(z.iso.datetime(), { at: text })).toMatchObject({
        at: 'Please choose a day and a time.',
      });
    },
  );

  it('is not what an offset makes of it that is none', async () => {
    expect(await at(z.iso.datetime(), { at: '2026-07-01T10:30', 'at.offset': 'soon' })).toMatchObject({
      at: 'Please choose a day and a time.',
    });
  });

  it('keeps its limits, which are said with their time', async () => {
    const fields = [{ type: 'date', name: 'at', time: true, min: '2026-07-01T09:00' }] as const;
    await expect(readForm({ fields }, post({ at: '2026-07-01T09:00' }))).resolves.toMatchObject({
      ok: true,
      values: { at: '2026-07-01T09:00' },
    });
    await expect(readForm({ fields }, post({ at: '2026-07-01T08:59' }))).resolves.toMatchObject({
      errors: { at: expect.stringMatching(/July 1, 2026 at 9:00\sAM or later/) },
    });
  });
});

describe('what may be left out', () => {
  const schema = z.object({
    home: z.object({
      street: z.string().min(2),
      line2: z.string().min(2).optional(),
      city: z.string().min(2).nullable(),
      region: z.string().min(2).or(z.literal('')),
      country: z.string().min(2).default('DE'),
    }),
    topics: z
      .array(z.enum(['Ads', 'Shop', 'Mail']))
      .min(2)
      .optional(),
    more: z
      .array(z.enum(['a', 'b']))
      .min(2)
      .nullable(),
  });

  it('can be left empty although it has a least length', async () => {
    await expect(readForm({ schema }, post({ 'home.street': 'Elm 1' }))).resolves.toMatchObject({
      ok: true,
      values: {
        home: { street: 'Elm 1', city: null, region: '', country: 'DE' },
        more: null,
      },
    });
  });

  it('is still too short where it was begun', async () => {
    const entries = { 'home.street': 'Elm 1', 'home.city': 'X', topics: 'Ads', more: 'a' };
    await expect(readForm({ schema }, post(entries))).resolves.toMatchObject({
      ok: false,
      errors: { 'home.city': 'Please check this.', topics: 'Please choose at least 2.', more: /2/ },
    });
    await expect(readForm({ schema }, post({}))).resolves.toMatchObject({
      ok: false,
      errors: { 'home.street': 'Please fill this in.' },
    });
  });

  it('is not what a field’s own least number asks for', async () => {
    const fields = [{ type: 'choices', name: 'topics', options: ['a', 'b'], min: 2 }] as const;
    await expect(readForm({ fields }, post({}))).resolves.toMatchObject({ ok: false });
  });
});

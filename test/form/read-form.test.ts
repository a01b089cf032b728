import { type FieldSpec, type FormSchema, fieldsOf, readForm, type ValuesOf } from 'smallyes/form';
import { de } from 'smallyes/locales/de';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

const fields = [
  { type: 'text', name: 'name', required: true },
  { type: 'email', name: 'email', required: true },
  { type: 'number', name: 'size' },
  { type: 'choice', name: 'plan', options: ['S', { value: 'M', label: 'Medium' }], required: true },
  { type: 'choices', name: 'topics', options: ['Ads', 'Shop'] },
  { type: 'address', name: 'home', parts: ['city', 'country'] },
  { type: 'file', name: 'photo' },
  { type: 'consent', name: 'terms', label: 'Fine', required: true },
] as const satisfies readonly FieldSpec[];

const post = (entries: Readonly<Record<string, string>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.append(name, value);
  return data;
};

const good = { name: 'Ada', email: 'ada@example.com', plan: 'M', terms: 'on', 'sy-ask': 'talk' };

describe('readForm', () => {
  it('gives values with the types that the fields say', async () => {
    const read = await readForm(
      { fields },
      post({ ...good, size: '12', topics: 'Ads', 'home.city': 'Bonn' }),
    );
    expect(read).toEqual({
      ok: true,
      ask: 'talk',
      isTrapFilled: false,
      values: {
        name: 'Ada',
        email: 'ada@example.com',
        size: 12,
        plan: 'M',
        topics: ['Ads'],
        home: { city: 'Bonn', country: '' },
        photo: undefined,
        terms: true,
      },
    });
    if (!read.ok) throw new Error('refused');
    expectTypeOf(read.values).toEqualTypeOf<{
      readonly name: string;
      readonly email: string;
      readonly size: number | undefined;
      readonly plan: 'S' | 'M';
      readonly topics: readonly ('Ads' | 'Shop')[];
      readonly home: Readonly<Record<'city' | 'country', string>>;
      readonly photo: File | undefined;
      readonly terms: true;
    }>();
    expectTypeOf<ValuesOf<typeof fields>['plan']>().toEqualTypeOf<'S' | 'M'>();
  });

  it('refuses what a browser would have, in the words of a language, and tells of a filled trap', async () => {
    const read = await readForm({ fields }, post({ email: 'x', plan: 'XL', 'sy-leave-empty': 'spam' }), {
      labels: de.form,
      locale: 'de',
    });
    expect(read).toEqual({
      ok: false,
      ask: undefined,
      isTrapFilled: true,
      errors: {
        name: de.form.required,
        email: de.form.email,
        plan: de.form.choiceRequired,
        terms: de.form.consentRequired,
      },
    });
  });

  it('gives the output of a schema, with its type', async () => {
    const schema = z.object({
      email: z.email(),
      size: z.coerce.number().transform((size) => ({ size })),
    });
    const read = await readForm({ schema }, post({ email: 'ada@example.com', size: '3' }));
    expect(read).toMatchObject({ ok: true, values: { email: 'ada@example.com', size: { size: 3 } } });
    if (read.ok) expectTypeOf(read.values).toEqualTypeOf<{ email: string; size: { size: number } }>();
  });

  it('lets fields ask and a schema check, and keeps the schema’s own words', async () => {
    const schema = mini.object({
      name: mini.string(),
      code: mini.string().check(mini.refine((code) => code === 'yes', 'Wrong code.')),
    });
    const asked = [
      { type: 'text', name: 'name', required: true },
      { type: 'text', name: 'code', required: true },
    ] as const;
    const read = await readForm({ fields: asked, schema }, post({ code: 'no' }));
    expect(read).toMatchObject({
      ok: false,
      errors: { name: 'Please fill this in.', code: 'Wrong code.' },
    });
  });

  it('puts a problem of several fields at the form', async () => {
    const schema = z
      .object({ from: z.string(), to: z.string() })
      .refine(({ from, to }) => from < to, { message: 'From comes before to.', path: ['span'] });
    const read = await readForm({ schema }, post({ from: '2', to: '1' }));
    expect(read).toMatchObject({ ok: false, errors: { '': 'From comes before to.' } });
  });

  it('reads the paths that Standard Schema allows, in a process that never loaded zod', async () => {
    vi.stubGlobal('__zod_globalConfig', undefined);
    const issues = [
      { message: 'No such town.', path: [{ key: 'home' }, { key: 'city' }] },
      { message: 'Not Ads.', path: [{ key: 'topics' }, { key: 0 }], code: 'own' },
    ];
    const schema: FormSchema = {
      '~standard': { version: 1, vendor: 'hand-made', validate: () => ({ issues }) },
    };
    const read = await readForm({ fields, schema }, post({ ...good, topics: 'Ads', 'home.city': 'X' }));
    expect(read).toMatchObject({ ok: false, errors: { 'home.city': 'No such town.', topics: 'Not Ads.' } });
  });

  it.each([
    ['throws', () => Promise.reject(new Error('database is down'))],
    [
      'throws at once',
      () => {
        throw new Error('database is down');
      },
    ],
  ])('rejects when a schema %s: what nobody has checked is no value', async (_, validate) => {
    const schema: FormSchema = { '~standard': { version: 1, vendor: 'hand-made', validate } };
    const definition = { fields: fields.slice(0, 1), schema };
    await expect(readForm(definition, post({ name: 'Ada' }))).rejects.toThrow('database is down');
    // What the fields refuse is refused without it, in words for the visitor.
    await expect(readForm(definition, post({}))).resolves.toMatchObject({
      ok: false,
      errors: { name: 'Please fill this in.' },
    });
  });

  it('gives no key of an object away, whatever the post says', async () => {
    const data = post({ ...good, __proto__: 'x', constructor: 'y', toString: 'z' });
    const read = await readForm({ fields }, data);
    expect(read.ok && Object.keys(read.values)).toEqual(fields.map(({ name }) => name));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('fieldsOf', () => {
  it('reads types, limits, titles and metadata of a zod schema', () => {
    const schema = z.object({
      email: z.email().meta({ title: 'Work e-mail', description: 'We answer here.' }),
      phone: z.string().optional(),
      website: z.url().optional(),
      name: z.string().min(2).max(80),
      size: z.int().min(1).max(500),
      budget: z.number().optional(),
      day: z.iso.date(),
      born: z.coerce.date(),
      plan: z.enum(['S', 'M']).default('S'),
      either: z.union([z.literal('yes'), z.literal('no')]),
      topics: z
        .array(z.enum(['Ads', 'Shop']))
        .min(1)
        .max(2),
      home: z.object({ street: z.string(), city: z.string() }),
      terms: z.literal(true).meta({ title: 'I agree' }),
      news: z.boolean(),
      message: z.string().max(2000).nullable(),
      code: z.string().regex(/^[a-z]+$/),
      note: z.string().meta({ field: { type: 'hidden', defaultValue: 'x' } }),
    });
    const specs = Object.fromEntries(fieldsOf(schema).map(({ name, ...rest }) => [name, rest]));
    expect(specs).toMatchObject({
      email: { type: 'email', required: true, label: 'Work e-mail', description: 'We answer here.' },
      phone: { type: 'phone', required: false },
      website: { type: 'url' },
      name: { type: 'text', minLength: 2, maxLength: 80 },
      size: { type: 'number', step: 1, min: 1, max: 500 },
      budget: { type: 'number', step: 'any', required: false },
      day: { type: 'date' },
      born: { type: 'date' },
      plan: { type: 'choice', options: ['S', 'M'], defaultValue: 'S', required: false },
      either: { type: 'choice', options: ['yes', 'no'] },
      topics: { type: 'choices', required: true, min: 1, max: 2 },
      home: { type: 'address', parts: ['street', 'city'] },
      terms: { type: 'consent', required: true, label: 'I agree' },
      news: { type: 'consent', required: false },
      message: { type: 'long-text', maxLength: 2000 },
      code: { type: 'text' },
      note: { type: 'hidden', defaultValue: 'x' },
    });
    expect(specs['budget']).not.toHaveProperty('min');
  });

  it('asks for a date that takes no text, and for what may be null, in fields that the schema can take', async () => {
    const schema = z.object({
      when: z.date(),
      until: z.date().nullable(),
      note: z.string().nullable(),
      kind: z.enum(['a', 'b']).nullable(),
    });
    const entries = new FormData();
    entries.set('when', '2026-11-21');
    await expect(readForm({ schema }, entries)).resolves.toMatchObject({
      ok: true,
      values: { when: new Date('2026-11-21T00:00:00Z'), until: null, note: null, kind: null },
    });
    await expect(readForm({ schema }, new FormData())).resolves.toMatchObject({
      ok: false,
      errors: { when: 'Please fill this in.' },
    });
    entries.set('until', '2026-11-22');
    entries.set('note', 'soon');
    await expect(readForm({ schema }, entries)).resolves.toMatchObject({
      values: { until: new Date('2026-11-22T00:00:00Z'), note: 'soon' },
    });
  });

  it('keeps the limits of a schema, also those that it must not reach, and those of days', () => {
    const limits = (schema: z.ZodType) => {
      const [{ min, max } = {} as { min?: unknown; max?: unknown }] = fieldsOf(
        z.object({ field: schema }),
      ) as readonly { min?: unknown; max?: unknown }[];
      return [min, max];
    };
    expect(limits(z.int().positive().lt(10))).toEqual([1, 9]);
    expect(limits(z.number().gt(0).lt(1))).toEqual([0, 1]);
    expect(limits(z.number().gt(1).multipleOf(5))).toEqual([5, undefined]);
    expect(limits(z.number().gt(2).min(1))).toEqual([2, undefined]);
    const [first, last] = [new Date('2026-11-21T08:00:00Z'), new Date('2026-12-24T08:00:00Z')];
    // Midnight of the first day would be too early.
    expect(limits(z.date().min(first).max(last))).toEqual(['2026-11-22', '2026-12-24']);
    expect(limits(z.coerce.date().min(new Date(0)).optional())).toEqual(['1970-01-01', undefined]);
    expect(limits(z.date().max(new Date(8.64e15)))).toEqual([undefined, undefined]);
  });

  it.each([
    ['either way round', z.email().or(z.literal('')), z.union([z.literal(''), z.email()]).optional()],
    ['among options', z.enum(['', 'S', 'M']), z.enum(['S', 'M']).or(z.literal(''))],
  ])('lets out what a schema takes as an empty text, %s', async (_, one, other) => {
    const schema = z.object({ one, other });
    for (const spec of fieldsOf(schema)) {
      expect(spec.required).toBe(false);
      expect(['email', 'choice']).toContain(spec.type);
      if (spec.type === 'choice') expect(spec.options).toEqual(['S', 'M']);
    }
    await expect(readForm({ schema }, new FormData())).resolves.toMatchObject({
      ok: true,
      values: { one: '', other: '' },
    });
    await expect(readForm({ schema }, post({ one: 'x', other: '' }))).resolves.toMatchObject({
      ok: false,
      errors: { one: /./ },
    });
  });

  it('tells when what no field can ask for keeps everybody from sending', () => {
    expectConsole(
      'warn',
      /SY-502 .*"tags" is nothing that a field can ask for, but required, so nobody can send/,
    );
    expectConsole('warn', /SY-502 .*"more" is nothing that a field can ask for\./);
    fieldsOf(z.object({ tags: z.array(z.string()), more: z.tuple([z.string()]).optional() }));
  });

  it('reads any library that yields Standard JSON Schema', () => {
    const schema = {
      '~standard': {
        version: 1,
        vendor: 'hand-made',
        validate: (value: unknown) => ({ value }),
        jsonSchema: {
          input: () => ({ properties: { email: { type: 'string' } }, required: ['email'] }),
        },
      },
    } as unknown as FormSchema;
    expect(fieldsOf(schema)).toEqual([{ type: 'email', name: 'email', required: true }]);
  });

  it.each([
    ['no JSON Schema', mini.object({ a: mini.string() })],
    ['no Standard Schema', {}],
    ['no Standard Schema', null],
    ['describes no object', z.string()],
    ['"odd" is nothing', z.object({ odd: z.tuple([z.string()]) })],
  ])('tells the developer of one that it cannot read: %s', (words, schema) => {
    forgetMessages();
    expectConsole('warn', words);
    expect(fieldsOf(schema as unknown as FormSchema)).toEqual([]);
  });
});

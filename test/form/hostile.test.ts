import type { FieldSpec, FormSchema } from 'smallyes/form';
import { fieldsOf, readForm } from 'smallyes/form';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemOf } from '../../src/fields/check-spec.ts';
import { checkField } from '../../src/form/check-field.ts';
import { readValue } from '../../src/form/form-values.ts';

const keys = (spec: FieldSpec, raw: unknown) => checkField(spec, readValue(spec, raw)).map(({ key }) => key);

describe('a right answer is taken', () => {
  const price: FieldSpec = { type: 'number', name: 'price', min: 0, step: 0.01 };
  it.each(['79432662.13', '34935039.41', '78543653.16', '0.07', '1234567.89'])(
    '%s, by steps of 0.01',
    (text) => {
      expect(keys(price, text)).toEqual([]);
    },
  );

  it('but not one that is off the step by little', () => {
    expect(keys(price, '79432662.135')).toEqual(['step']);
    expect(keys({ type: 'number', name: 'n' }, '1000000.5')).toEqual(['step']);
  });

  it.each([
    ['example.com:8080', 'https://example.com:8080'],
    ['example.com:8080/a', 'https://example.com:8080/a'],
  ])('%s is an address without its scheme', (text, value) => {
    const spec: FieldSpec = { type: 'url', name: 'site' };
    expect(readValue(spec, text)).toBe(value);
    expect(keys(spec, text)).toEqual([]);
  });
});

describe('a wrong answer is refused', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-04-31'])('%s is no day of the calendar', (text) => {
    expect(keys({ type: 'date', name: 'day' }, text)).toEqual(['date']);
  });

  it('a megabyte is neither a phone number nor an address', () => {
    expect(keys({ type: 'phone', name: 'phone' }, `12345${'('.repeat(1e6)}`)).toEqual(['phone']);
    expect(keys({ type: 'url', name: 'site' }, `https://example.com/${'a'.repeat(1e6)}`)).toEqual(['url']);
  });

  it('one answer sent twice is no second answer', async () => {
    const post = new FormData();
    post.append('topics', 'Ads');
    post.append('topics', 'Ads');
    const fields = [{ type: 'choices', name: 'topics', options: ['Ads', 'Shop'], min: 2 }] as const;
    expect(await readForm({ fields }, post)).toMatchObject({ ok: false, errors: { topics: /./ } });
  });
});

describe('a problem that nobody could see or mend', () => {
  it('of a hidden field is said of the form', async () => {
    const schema = z.object({ email: z.email(), source: z.string('This offer has ended.').min(3) });
    const fields = [
      { type: 'email', name: 'email', required: true },
      { type: 'hidden', name: 'source' },
    ] as const;
    const post = new FormData();
    post.set('email', 'ada@example.com');
    expect(await readForm({ fields, schema }, post)).toMatchObject({
      ok: false,
      errors: { '': 'This offer has ended.' },
    });
  });
});

describe('a name that objects have by themselves', () => {
  it.each(['toString', 'valueOf', 'hasOwnProperty', '__proto__', 'constructor', 'a|b'])(
    '%s is told of',
    (name) => {
      expect(problemOf({ type: 'text', name })).toMatch(/name/);
    },
  );
});

describe('fieldsOf asks for nothing that its schema would not', () => {
  const written = (json: object) =>
    ({
      '~standard': {
        version: 1,
        vendor: 'hand-made',
        validate: (value: unknown) => ({ value }),
        jsonSchema: { input: () => json },
      },
    }) as unknown as FormSchema;

  it.each([
    ['a digit somewhere', z.string().regex(/\d/), 'room 7'],
    ['either end', z.string().regex(/^a|b$/), 'a good web'],
    ['any case', z.string().regex(/^[a-z]+$/i), 'Ada'],
    ['a part', z.string().includes('@ada'), 'hello @ada'],
  ])('of a pattern: %s', (_, code, text) => {
    expect(z.object({ code }).safeParse({ code: text }).success).toBe(true);
    const [spec] = fieldsOf(z.object({ code }));
    expect(keys(spec!, text)).toEqual([]);
  });

  it.each([
    ['a limit beside the steps', z.number().min(1).multipleOf(5), '5'],
    ['half a whole', z.int().min(0.5), '1'],
    ['below zero', z.int().min(-7).multipleOf(5), '-5'],
    ['just above a limit', z.int().gt(2), '3'],
    ['a limit between two steps that no fraction hits', z.number().min(0.25).multipleOf(0.1), '0.3'],
    ['a limit on such a step', z.number().gt(0.2).multipleOf(0.1), '0.3'],
    ['a step above a limit', z.number().gt(0).multipleOf(0.1), '0.1'],
    ['a step below a limit', z.int().lt(10).multipleOf(3), '9'],
    ['a fraction above a limit', z.number().positive(), '0.001'],
    ['the stricter of two limits', z.number().gt(2).min(1).lt(9).max(20), '8.5'],
  ])('of a number: %s', (_, n, text) => {
    expect(z.object({ n }).safeParse({ n: Number(text) }).success).toBe(true);
    expect(keys(fieldsOf(z.object({ n }))[0]!, text)).toEqual([]);
  });

  it('and loses no field that it says elsewhere', () => {
    const mail = z.email().meta({ id: 'Mail', title: 'Work e-mail' });
    const fields = fieldsOf(z.object({ a: mail, b: mail.optional() }));
    expect(fields).toMatchObject([
      { type: 'email', name: 'a', label: 'Work e-mail', required: true },
      { type: 'email', name: 'b', required: false },
    ]);
  });

  it('takes parts of a schema that are put together', () => {
    const both = z.object({ email: z.email() }).and(z.object({ name: z.string().optional() }));
    expect(fieldsOf(both)).toMatchObject([
      { type: 'email', name: 'email', required: true },
      { type: 'text', name: 'name', required: false },
    ]);
    const json = {
      $ref: '#/$defs/all',
      $defs: {
        all: { properties: { size: { $ref: '#/$defs/size' } }, required: ['size'] },
        size: { enum: ['S', null, 'M'] },
      },
    };
    expect(fieldsOf(written(json))).toEqual([
      { type: 'choice', name: 'size', options: ['S', 'M'], required: false, nullable: true },
    ]);
    expect(fieldsOf(written({ properties: { a: { type: ['string', 'null'] } } }))).toMatchObject([
      { type: 'text', name: 'a' },
    ]);
  });

  it.each([
    { $ref: '#' },
    { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } },
    { $ref: '#/toString/call' },
    { $ref: 'https://example.com/other' },
    { allOf: 'x' },
    { properties: { a: null, b: 1, c: { $ref: '#/properties/c' }, d: { $ref: '#' } } },
    JSON.parse('{"properties":{"__proto__":{"type":"string"},"ok":{"type":"string"}}}') as object,
  ])('and ends on one that is broken: %o', (json) => {
    const warn = console.warn;
    console.warn = () => {};
    try {
      expect(Array.isArray(fieldsOf(written(json)))).toBe(true);
    } finally {
      console.warn = warn;
    }
    expect(Object.prototype).not.toHaveProperty('type');
  });
});

import { expect, it } from 'vitest';
import * as z from 'zod';
import { partsOf } from '../../src/form/parts-of.ts';

const all = () => true;
const standard = z.object({})['~standard'];

it('asks the entries of those names that were given, each by itself', async () => {
  const schema = z.object({
    name: z.string().min(3, 'Longer.'),
    tags: z.array(z.string().max(2, 'Shorter.')),
  });
  const input = { name: 'Al', tags: ['ok', 'not'], more: 1 };
  expect(await partsOf(schema, all)?.['~standard'].validate(input)).toMatchObject({
    issues: [
      { message: 'Longer.', path: ['name'] },
      { message: 'Shorter.', path: ['tags', 1] },
    ],
  });
  const one = partsOf(schema, (name) => name !== 'name');
  expect(await one?.['~standard'].validate({ ...input, tags: [] })).toEqual({
    value: { ...input, tags: [] },
  });
});

it.each([
  ['tells of no entries', { '~standard': standard }],
  ['has a method of that name, as yup', { '~standard': standard, shape() {} }],
  ['is none', undefined],
])('is nothing where the schema %s', (_, schema) => {
  expect(partsOf(schema as never, all)).toBeUndefined();
});

it('takes no member that every object has for an entry', async () => {
  const schema = partsOf(z.object({ name: z.string() }), all);
  expect(await schema?.['~standard'].validate({ constructor: 'x', toString: 'y' })).toHaveProperty('value');
});

import { renderToStaticMarkup } from 'react-dom/server';
import { FormFields, type OwnFieldProps } from 'smallyes/fields';
import { type FieldSpec, fieldsOf } from 'smallyes/form';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

/** The controls that a server sends, by name, with all their attributes. */
function controlsOf(
  fields: readonly FieldSpec[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const html = renderToStaticMarkup(<FormFields fields={fields} />);
  const labels = new Map(
    [...html.matchAll(/<label[^>]* for="([^"]+)"[^>]*>([^<]*)/g)].map(([, id, words]) => [id, words]),
  );
  return Object.fromEntries(
    [...html.matchAll(/<(input|textarea|select)([^>]*)>/g)].map(([, tag = '', rest = '']) => {
      const own = Object.fromEntries(
        [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value]) => [name.toLowerCase(), value]),
      );
      return [own['name'], { tag, ...own, label: labels.get(own['id']) }];
    }),
  );
}

describe('a zod schema alone asks', () => {
  const schema = z.object({
    firstName: z.string().min(1),
    last_name: z.string(),
    company: z.string().optional(),
    workEmail: z.email(),
    mobile: z.string().optional(),
    website: z.url().optional(),
    employees: z.int().positive().max(500),
    rate: z.number().min(0).multipleOf(0.5),
    balance: z.number(),
    birthday: z.iso.date(),
    start: z.date().min(new Date('2026-11-21')),
    zip: z.string(),
    home: z.object({
      street: z.string(),
      line2: z.string(),
      postalCode: z.string(),
      city: z.string(),
      region: z.string(),
      country: z.string(),
    }),
    photo: z.file().mime(['image/png']),
    message: z.string().max(2000),
    source: z.string().meta({ field: { type: 'hidden', defaultValue: 'footer' } }),
    budget: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
    terms: z.literal(true).meta({ title: 'I agree' }),
    topics: z.array(z.enum(['Ads', 'Shop'])).min(1),
  });
  const controls = controlsOf(fieldsOf(schema));

  it.each([
    ['firstName', { type: 'text', autoComplete: 'given-name', label: 'First name', required: '' }],
    ['last_name', { autoComplete: 'family-name', label: 'Last name' }],
    ['company', { autoComplete: 'organization', label: 'Company (optional)' }],
    [
      'workEmail',
      {
        type: 'email',
        inputMode: 'email',
        autoComplete: 'email',
        label: 'Work email',
        autoCapitalize: 'none',
        spellCheck: 'false',
      },
    ],
    ['mobile', { type: 'tel', inputMode: 'tel', autoComplete: 'tel' }],
    // Not type=url: browsers refuse an address without its scheme there.
    ['website', { type: 'text', inputMode: 'url', autoComplete: 'url' }],
    ['employees', { type: 'number', inputMode: 'numeric', min: '1', max: '500', step: '1' }],
    ['rate', { type: 'number', inputMode: 'decimal', min: '0', step: '0.5' }],
    // The keypads for figures have no minus sign.
    ['balance', { type: 'number', inputMode: undefined, step: 'any' }],
    ['birthday', { type: 'date', autoComplete: 'bday' }],
    ['start', { type: 'date', min: '2026-11-21' }],
    ['zip', { autoComplete: 'postal-code' }],
    ['home.street', { autoComplete: 'address-line1' }],
    ['home.line2', { autoComplete: 'address-line2' }],
    ['home.postalCode', { autoComplete: 'postal-code' }],
    ['home.city', { autoComplete: 'address-level2' }],
    ['home.region', { autoComplete: 'address-level1' }],
    ['home.country', { autoComplete: 'country-name' }],
    ['photo', { type: 'file', accept: 'image/png' }],
    // No maxLength: browsers would cut what is pasted without a word.
    ['message', { tag: 'textarea', label: 'Message', maxLength: undefined }],
    ['source', { type: 'hidden', value: 'footer' }],
    // Radios up to six answers, a list for more.
    ['budget', { tag: 'select' }],
    ['terms', { type: 'checkbox', checked: undefined }],
    ['topics', { type: 'checkbox' }],
  ])('for %s in a control that browsers and keyboards know: %o', (name, wanted) => {
    const found = controls[name] ?? {};
    for (const [key, value] of Object.entries(wanted)) expect(found[key.toLowerCase()], key).toBe(value);
  });

  it('for the whole address of a delivery by the tokens of a delivery', () => {
    const found = controlsOf([
      { type: 'address', name: 'to', parts: ['street', 'city'], purpose: 'shipping' },
    ]);
    expect(found['to.city']?.['autocomplete']).toBe('shipping address-level2');
  });
});

it('does not call a question optional that is refused without an answer', () => {
  const question = (min?: number) =>
    renderToStaticMarkup(
      <FormFields fields={[{ type: 'choices', name: 'topics', options: ['a', 'b'], min }]} />,
    );
  expect(question(1)).toContain('>Topics</legend>');
  expect(question()).toContain('>Topics (optional)</legend>');
});

describe('a control of one’s own', () => {
  const every = [
    { type: 'text', name: 'text' },
    { type: 'long-text', name: 'long' },
    { type: 'email', name: 'email' },
    { type: 'phone', name: 'phone' },
    { type: 'url', name: 'url' },
    { type: 'number', name: 'number' },
    { type: 'date', name: 'date' },
    { type: 'choice', name: 'choice', options: ['a'] },
    { type: 'choices', name: 'choices', options: ['a'] },
    { type: 'address', name: 'address' },
    { type: 'file', name: 'file' },
    { type: 'consent', name: 'consent', label: 'Fine' },
    { type: 'hidden', name: 'hidden' },
  ] as const satisfies readonly FieldSpec[];
  const Own = ({ spec }: OwnFieldProps) => <output>{spec.type}</output>;

  it.each(every.map((spec) => [spec.type, spec] as const))(
    'stands in for a field of the type %s',
    (type, spec) => {
      const html = renderToStaticMarkup(<FormFields fields={[spec]} components={{ [spec.name]: Own }} />);
      expect(html).toContain(`<output>${type}</output>`);
      expect(html).not.toMatch(/<(input|select|textarea|fieldset)/);
    },
  );
});

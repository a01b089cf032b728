import { renderToString } from 'react-dom/server';
import { Calculator } from 'smallyes/calculator';
import { calculate, defineCalculator } from 'smallyes/calculator/calculate';
import { CommitmentProvider } from 'smallyes/provider';
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { decimalMark, typedNumber } from '../../src/components/calculator/calculator-format.ts';
import { readNumber } from '../../src/components/calculator/read-number.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

beforeEach(() => forgetMessages());

const savings = defineCalculator({
  inputs: [
    { type: 'number', name: 'orders', label: 'Orders a month', min: 0, defaultValue: 400 },
    { type: 'range', name: 'returned', label: 'Returned', min: 0, max: 60, step: 0.5, unit: 'percent' },
    { type: 'choice', name: 'plan', label: 'Plan', options: ['basic', { value: 'pro', label: 'Pro' }] },
    { type: 'choice', name: 'months', label: 'Months', options: [1, 12], defaultValue: 12 },
    { type: 'toggle', name: 'insured', label: 'Insured' },
  ],
  formula: (values) => {
    expectTypeOf(values).toEqualTypeOf<{
      readonly orders: number;
      readonly returned: number;
      readonly plan: 'basic' | 'pro';
      readonly months: 1 | 12;
      readonly insured: boolean;
    }>();
    const { orders, returned, plan, months, insured } = values;
    return orders * (returned / 100) * (plan === 'pro' ? 10 : 5) * months - (insured ? 100 : 0);
  },
  result: { label: 'You save', currency: 'EUR' },
});

const post = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one);
  return data;
};
const full = { 'sy-ask': 'savings', orders: '1,000', returned: '20', plan: 'pro', months: '1' };
const amount = (number: unknown, result: object = {}, locale = 'en') => {
  const one = calculate(
    { inputs: [{ type: 'toggle', name: 'x', label: 'X' }], formula: () => number as number, result },
    post({}),
    { locale },
  );
  return one.status === 'ready' ? one.lines.map(({ text }) => text.replace(/\s/g, ' ')).join() : one.status;
};

describe('calculate', () => {
  it('reads a post as the page does, and runs the formula', () => {
    const one = calculate(savings, post({ ...full, insured: 'on' }));
    expect(one).toEqual({
      ask: 'savings',
      status: 'ready',
      typed: { orders: '1,000', returned: '20', plan: 'pro', months: '1', insured: 'on' },
      values: { orders: 1000, returned: 20, plan: 'pro', months: 1, insured: true },
      problems: {},
      result: 1900,
      lines: [{ label: 'You save', text: '€1,900' }],
    });
    if (one.status === 'ready') {
      expectTypeOf(one.values.plan).toEqualTypeOf<'basic' | 'pro'>();
      expectTypeOf(one.result).toEqualTypeOf<
        number | { readonly from: number; readonly to: number } | null
      >();
    }
  });

  it('reads it in the language of the page', () => {
    const one = calculate(savings, post({ ...full, orders: '1.000', returned: '2,5' }), { locale: 'de' });
    expect(one).toMatchObject({ status: 'ready', result: 250, lines: [{ text: '250\u00A0€' }] });
  });

  it.each([
    [{ orders: '' }, { orders: 'Write a number.' }],
    [{ orders: 'many' }, { orders: 'Write a number.' }],
    [{ orders: '9'.repeat(400) }, { orders: 'Write a number.' }],
    [{ orders: '-1' }, { orders: 'Write 0 or more.' }],
    [{ orders: '2.5' }, { orders: 'Write a whole number.' }],
    [{ returned: '61' }, { returned: 'Write a number from 0% to 60%.' }],
    [{ returned: '2.55' }, { returned: 'Write at most 1 decimal place.' }],
    [{ plan: '' }, { plan: 'Choose one of these.' }],
    [
      { plan: 'gold', months: '7' },
      { plan: 'Choose one of these.', months: 'Choose one of these.' },
    ],
  ])('says what a field needs: %j', (fields, problems) => {
    const one = calculate(savings, post({ ...full, ...fields }));
    expect(one).toMatchObject({ status: 'incomplete', problems, typed: fields });
    expect(one).not.toHaveProperty('result');
  });

  it('says a text that is undefined as usual', () => {
    const labels = { result: undefined, range: undefined, number: undefined };
    for (const fields of [full, {}])
      expect(calculate(savings, post(fields), { labels })).toEqual(calculate(savings, post(fields)));
  });

  it('takes a post that holds nothing, files, or a field twice', () => {
    expect(calculate(savings, post({})).status).toBe('incomplete');
    const files = post(full);
    files.set('orders', new File(['1'], 'one.txt'));
    expect(calculate(savings, files)).toMatchObject({ status: 'incomplete', typed: { orders: '' } });
    expect(calculate(savings, post({ ...full, orders: ['7', '8'] }))).toMatchObject({
      values: { orders: 7 },
    });
  });

  it('gives several results by name, the missing ones left out', () => {
    const several = defineCalculator({
      inputs: [{ type: 'number', name: 'kilos', label: 'Kilos', defaultValue: 10 }],
      formula: ({ kilos }) => ({
        cost: { from: kilos * 9.5, to: kilos * 10.5 },
        trees: kilos / 10,
        payback: null,
      }),
      result: [
        { name: 'cost', label: 'Cost', currency: 'USD' },
        { name: 'trees', label: 'Trees', suffix: { one: 'tree', other: 'trees' } },
        { name: 'payback', label: 'Payback', unit: 'month' },
      ],
    });
    const one = calculate(several, post({ kilos: '10' }));
    expect(one).toMatchObject({
      result: { cost: { from: 95, to: 105 }, trees: 1, payback: null },
      lines: [
        { name: 'cost', label: 'Cost', text: '$95 to $105' },
        { name: 'trees', label: 'Trees', text: '1\u00A0tree' },
      ],
    });
    // @ts-expect-error a result that is named must be given
    defineCalculator({ ...several, formula: () => ({ cost: 1, trees: 2 }) });
    // @ts-expect-error a number where several are named
    defineCalculator({ ...several, formula: () => 1 });
    // @ts-expect-error a promise is no result
    defineCalculator({ inputs: several.inputs, formula: async () => 1 });
  });
});

describe('a result', () => {
  it.each([
    [1240, { currency: 'EUR' }, 'en', '€1,240'],
    [1240.5, { currency: 'EUR' }, 'en', '€1,240.50'],
    [1240, { currency: 'EUR' }, 'de', '1.240 €'],
    [1240.4, { currency: 'JPY' }, 'en', '¥1,240'],
    [1240.4, { currency: 'EUR', decimals: 0 }, 'en', '€1,240'],
    [1.005, { decimals: 1 }, 'en', '1'],
    [20, { unit: 'percent' }, 'en', '20%'],
    [12, { unit: 'kilometer' }, 'en', '12 km'],
    [12, { unit: 'kilometer', unitDisplay: 'long' }, 'de', '12 Kilometer'],
    [5000, {}, 'ar-EG', '٥٬٠٠٠'],
    [{ from: 95, to: 105 }, { currency: 'GBP' }, 'en', '£95 to £105'],
    [{ from: 105, to: 95 }, { unit: 'liter' }, 'en', '95 L to 105 L'],
    [{ from: 94.6, to: 95.4 }, { decimals: 0 }, 'en', '95'],
    [-0, { currency: 'EUR' }, 'en', '€0'],
    [0.3 - 3 * 0.1, { currency: 'EUR' }, 'en', '€0'],
    [-0.004, { unit: 'percent' }, 'en', '0%'],
    [-0.3, { decimals: 0 }, 'fa', '۰'],
    [{ from: -0.001, to: 0.001 }, {}, 'en', '0'],
    [1e21, {}, 'en', '1,000,000,000,000,000,000,000'],
    [5e-324, {}, 'en', '0'],
  ])('is written by Intl: %j as %j in %s', (number, format, locale, text) => {
    expect(amount(number, format, locale)).toBe(text.replace(/\s/g, ' '));
  });

  it.each([
    [{ currency: 'EURO' }, '12 EURO'],
    [{ currency: '€' }, '12 €'],
    [{ unit: 'trees' }, '12 trees'],
    [{ unit: 'm²' }, '12 m²'],
    [{ decimals: -1 }, '12'],
    [{ decimals: 1_000 }, '12'],
    [{ decimals: Number.NaN }, '12'],
  ])('is written plainly where Intl refuses: %j', (format, text) => {
    expectConsole('warn', 'SY-1512');
    expect(amount(12, format)).toBe(text);
    expect(amount(13, format)).toBe(text.replace('12', '13'));
    expect(consoleOutput()).toHaveLength(1);
  });

  it.each([
    ['nothing', undefined],
    ['a text', '12'],
    ['not a number', Number.NaN],
    ['endless', Number.POSITIVE_INFINITY],
    ['endless at one end', { from: 1, to: Number.POSITIVE_INFINITY }],
    ['half a range', { from: 1 }],
    ['a list', [1, 2]],
    ['a big integer', 12n],
    ['a promise', Promise.resolve(12)],
    [
      'a trap',
      {
        get from() {
          throw new Error('trap');
        },
      },
    ],
  ])('that is %s is none, quietly for the visitor', (_name, number) => {
    expectConsole('warn', 'SY-1513');
    expect(amount(number)).toBe('unworkable');
    expect(amount(number)).toBe('unworkable');
    expect(consoleOutput()).toHaveLength(1);
  });

  it('that a formula throws on is none', () => {
    expectConsole('warn', 'SY-1513');
    const formula = () => {
      throw new Error('boom');
    };
    expect(calculate({ ...savings, formula }, post(full)).status).toBe('unworkable');
    expect(consoleOutput()[0]).toContain('Error: boom');
  });

  it('that is promised is none, and a broken promise is nobody’s', async () => {
    expectConsole('warn', 'SY-1513');
    const formula = () => Promise.reject(new Error('late')) as never;
    expect(calculate({ ...savings, formula }, post(full)).status).toBe('unworkable');
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('that divides by zero or overflows is none', () => {
    expectConsole('warn', 'SY-1513');
    const formula = ({ orders }: { orders: number }) => 1 / (orders - 1000);
    expect(calculate({ ...savings, formula }, post(full)).status).toBe('unworkable');
    const large = ({ orders }: { orders: number }) => orders ** 200;
    expect(calculate({ ...savings, formula: large }, post(full)).status).toBe('unworkable');
  });

  it('may honestly be null, of which the developer knows', () => {
    expect(amount(null)).toBe('unworkable');
    expect(consoleOutput()).toEqual([]);
  });

  it('is missing where a name is', () => {
    expectConsole('warn', 'SY-1513');
    const definition = {
      inputs: savings.inputs,
      formula: () => undefined as never,
      result: [{ name: 'a', label: 'A' }] as const,
    };
    expect(calculate(definition, post(full)).status).toBe('unworkable');
  });
});

describe('numbers', () => {
  it.each([
    'en',
    'de',
    'fr',
    'pl',
    'hu',
    'es',
    'af',
    'nl',
    'ar',
    'ar-EG',
    'fa',
    'hi',
    'bn',
    'mr',
    'de-CH',
    'en-IN',
    'sv',
    'pt-PT',
    'th-u-nu-thai',
    'my',
    'ne',
    'ur',
    'lt',
    'he',
  ])('that %s writes are read as written', (locale) => {
    const mark = decimalMark(locale);
    for (const value of [
      0, 7, -7, 0.5, -0.25, 12.5, 999, 1000, 1234.5, 12_345, 123_456.789, 1_234_567, 98_765_432.1,
    ])
      expect(readNumber(typedNumber(value, locale), mark)).toBe(value);
  });
});

describe('a definition', () => {
  it.each([
    [[], 'there are no inputs'],
    [
      [
        { type: 'toggle', name: 'a', label: 'A' },
        { type: 'toggle', name: 'a', label: 'B' },
      ],
      'two of them have the name "a"',
    ],
    [[{ type: 'number', name: 'a', label: 'A', min: 5, max: 1 }], '"a" has min 5 and max 1'],
    [
      [{ type: 'number', name: 'a', label: 'A', max: 1, defaultValue: 2 }],
      '"a" has the default 2, outside its bounds',
    ],
    [[{ type: 'number', name: 'a', label: 'A', step: 0 }], '"a" has step 0'],
    [[{ type: 'range', name: 'a', label: 'A' }], '"a" is a range without min and max'],
    [[{ type: 'choice', name: 'a', label: 'A', options: [] }], '"a" has no options'],
    [[{ type: 'colour', name: 'a', label: 'A' }], '"a" has the type "colour"'],
  ])('that cannot work is told: %j', (inputs, problem) => {
    expectConsole('warn', 'SY-1511');
    defineCalculator({ inputs: inputs as never, formula: () => 1 });
    expect(consoleOutput()[0]).toContain(problem);
  });

  it('that is right is not', () => {
    defineCalculator(savings);
    expect(consoleOutput()).toEqual([]);
  });
});

describe('on the server', () => {
  const html = (props: object = {}, locale = 'en') =>
    renderToString(
      <CommitmentProvider locale={locale}>
        <Calculator id="savings" label="What do you save?" {...savings} {...props} />
      </CommitmentProvider>,
    );

  it('is a form that posts every input, with labels and a legend', () => {
    const page = html({ action: '/savings' });
    expect(page).toMatch(/<form [^>]*action="\/savings"[^>]*method="post"/);
    expect(page).toContain('<input type="hidden" name="sy-ask" value="savings"/>');
    expect(page).toMatch(/<legend[^>]*>What do you save\?<\/legend>/);
    for (const name of ['orders', 'returned', 'plan', 'months', 'insured'])
      expect(page).toMatch(new RegExp(`<(input|select)[^>]* name="${name}"`));
    // The slider is the number's helper, for those with script.
    expect(page).toMatch(/<input class="[^"]*sy-only-with-script"[^>]*type="range"/);
    expect(page.match(/type="range"[^>]*name=/)).toBeNull();
  });

  it('shows the result of what it begins with', () => {
    const page = html({ defaultValues: { plan: 'pro', returned: 10 } });
    expect(page).toContain('€4,800');
    expect(page).toContain('value="400"');
    expect(html()).toContain('Fill in the fields to see your result.');
  });

  it('offers no button without script where nothing takes the post', () => {
    expect(html()).toMatch(/<button class="[^"]*sy-only-with-script/);
    expect(html({ action: '/x' })).not.toMatch(/<button class="[^"]*sy-only-with-script/);
  });

  it('shows what came of a post, with what was typed and what a field needs', () => {
    const done = html({ posted: calculate(savings, post(full)), next: <i>Next</i> });
    expect(done).toContain('€2,000');
    expect(done).toContain('value="1,000"');
    expect(done).toContain('<i>Next</i>');
    const wrong = html({ posted: calculate(savings, post({ ...full, orders: 'a<b' })), next: <i>Next</i> });
    expect(wrong).toContain('value="a&lt;b"');
    expect(wrong).toContain('Write a number.');
    expect(wrong).not.toContain('<i>Next</i>');
    const other = html({ posted: calculate(savings, post({ ...full, 'sy-ask': 'another' })) });
    expect(other).toContain('value="400"');
  });

  it('keeps the result back where it waits for the button', () => {
    const page = html({ preview: false, defaultValues: { plan: 'pro', returned: 10 } });
    expect(page).not.toContain('€4,800');
    expect(page).toContain('Show my result');
  });
});

describe('types', () => {
  it('let the same formula work for the same questions in another language', () => {
    const english = defineCalculator({
      inputs: [{ type: 'number', name: 'orders', label: 'Orders', defaultValue: 2 }],
      formula: ({ orders }) => orders * 2,
      result: { label: 'Twice' },
    });
    const german = defineCalculator({
      inputs: [{ type: 'number', name: 'orders', label: 'Bestellungen', defaultValue: 2 }],
      formula: english.formula,
      result: { label: 'Doppelt' },
    });
    expect(german.formula({ orders: 4 })).toBe(8);
    defineCalculator({
      inputs: [{ type: 'number', name: 'parcels', label: 'Pakete', defaultValue: 2 }],
      // @ts-expect-error: it asks for another value
      formula: english.formula,
    });
  });

  it('follow the inputs without a cast', () => {
    const onSubmit = vi.fn();
    renderToString(
      <CommitmentProvider>
        <Calculator
          id="typed"
          label="?"
          inputs={[
            { type: 'number', name: 'n', label: 'N', defaultValue: 1 },
            { type: 'choice', name: 'c', label: 'C', options: ['a', 'b'], defaultValue: 'a' },
          ]}
          formula={({ n, c }) => {
            expectTypeOf(n).toEqualTypeOf<number>();
            expectTypeOf(c).toEqualTypeOf<'a' | 'b'>();
            return n;
          }}
          defaultValues={{ c: 'b' }}
          explanation={({ values }) => {
            expectTypeOf(values.c).toEqualTypeOf<'a' | 'b'>();
            return values.c;
          }}
          onValuesChange={(change) => {
            if (change.status === 'ready') expectTypeOf(change.values.c).toEqualTypeOf<'a' | 'b'>();
            else expectTypeOf(change.values.c).toEqualTypeOf<'a' | 'b' | undefined>();
          }}
          onSubmit={({ values, result }) => {
            expectTypeOf(values.n).toEqualTypeOf<number>();
            expectTypeOf(result).toEqualTypeOf<
              number | { readonly from: number; readonly to: number } | null
            >();
            onSubmit();
          }}
          onCommit={({ data }) => expectTypeOf(data.result).toEqualTypeOf<number | undefined>()}
          next={({ data }) => data.values?.c}
        />
        {/* @ts-expect-error no input has this value */}
        <Calculator id="x" label="?" {...savings} defaultValues={{ plan: 'gold' }} />
      </CommitmentProvider>,
    );
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

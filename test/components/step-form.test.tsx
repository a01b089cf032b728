import { renderToString } from 'react-dom/server';
import { defineStepForm, readStepForm, StepForm, type StepFormValues } from 'smallyes/step-form';
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import * as z from 'zod';
import { recall } from '../../src/components/step-form/step-form-pages.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

beforeEach(() => forgetMessages());

const quote = defineStepForm({
  steps: {
    need: {
      title: 'What do you need?',
      fields: [{ type: 'choice', name: 'service', options: ['Audit', 'Build'], required: true }],
      next: (values) => (values.service === 'Audit' ? 'size' : 'contact'),
    },
    size: {
      title: 'How many orders in a month?',
      schema: z.object({ size: z.coerce.number().min(1).meta({ title: 'Orders' }) }),
      next: ({ size }) => (size < 10 ? { end: 'tooSmall' } : 'contact'),
      reply: ({ size, service }) => (size > 50 ? `About €${size} for an ${service ?? 'audit'}` : undefined),
    },
    contact: {
      title: 'Where can we answer you, {service|you}?',
      fields: [{ type: 'email', name: 'email', label: 'E-mail', required: true }],
    },
    review: { review: true },
  },
  endings: { sent: { title: 'Thank you' }, tooSmall: { title: 'Too early', send: false } },
});

const straight = defineStepForm({
  steps: {
    one: { title: 'One', fields: [{ type: 'text', name: 'name', required: true }] },
    two: {
      title: 'Two',
      fields: [{ type: 'number', name: 'age' }],
      reply: ({ age, name }) => `${name}: ${age}`,
    },
  },
  endings: { done: { title: 'Done' } },
});

describe('the types of a form of several steps', () => {
  it('know every value: perhaps missing where steps can be left out, all there where none can', () => {
    type Values = StepFormValues<typeof quote>;
    expectTypeOf<Values['service']>().toEqualTypeOf<'Audit' | 'Build' | undefined>();
    expectTypeOf<Values['size']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<StepFormValues<typeof straight>['name']>().toEqualTypeOf<string>();
    expectTypeOf<StepFormValues<typeof straight>['age']>().toEqualTypeOf<number | undefined>();
  });

  it('reach the handlers of the component without a cast', () => {
    <StepForm
      id="quote"
      form={quote}
      prefill={{ service: 'Audit' }}
      onSubmit={(values, context) => {
        expectTypeOf(values.email).toEqualTypeOf<string | undefined>();
        expectTypeOf(context.ending).toEqualTypeOf<'sent' | 'tooSmall'>();
        expectTypeOf(context.steps).toEqualTypeOf<readonly ('need' | 'size' | 'contact' | 'review')[]>();
      }}
      gate={({ from, to, values }) => {
        expectTypeOf(from).toEqualTypeOf<'need' | 'size' | 'contact' | 'review'>();
        if (typeof to !== 'string') expectTypeOf(to.end).toEqualTypeOf<'sent' | 'tooSmall'>();
        return values.size === 3 ? { errors: { size: 'no' } } : true;
      }}
      onCommit={(event) => {
        if (event.kind === 'step-form.step')
          expectTypeOf(event.data.step).toEqualTypeOf<'need' | 'size' | 'contact' | 'review'>();
        else expectTypeOf(event.data.ending).toEqualTypeOf<'sent' | 'tooSmall' | undefined>();
      }}
    />;
    // @ts-expect-error: no such value
    <StepForm id="quote" form={quote} prefill={{ service: 'Repair' }} />;
    // @ts-expect-error: of this form every value is there
    <StepForm id="straight" form={straight} onSubmit={(values: { name: number }) => void values} />;
    <StepForm id="straight" form={straight} onSubmit={(values: { name: string }) => void values} />;
  });

  it('know what replies carry', () => {
    const priced = defineStepForm({
      steps: { one: { fields: [{ type: 'text', name: 'a' }], reply: ({ a }) => ({ text: a, price: 3 }) } },
      endings: { done: { title: 'Done' } },
    });
    <StepForm
      id="priced"
      form={priced}
      renderReply={(reply) => {
        expectTypeOf(reply.price).toEqualTypeOf<number>();
        return reply.text;
      }}
    />;
  });

  it('refuse ways to nowhere and values that no field yields', () => {
    const wrong = () => {
      defineStepForm({
        steps: {
          a: {
            fields: [{ type: 'text', name: 'x' }],
            // @ts-expect-error: no such step
            next: 'c',
          },
          b: { fields: [{ type: 'text', name: 'y' }] },
        },
        endings: { done: { title: 'Done' } },
      });
      defineStepForm({
        steps: {
          a: {
            fields: [{ type: 'text', name: 'x' }],
            // @ts-expect-error: no such ending
            next: [{ to: { end: 'gone' } }],
          },
        },
        endings: { done: { title: 'Done' } },
      });
      defineStepForm({
        steps: {
          a: {
            fields: [{ type: 'text', name: 'x' }],
            // @ts-expect-error: no such value
            next: (values) => (values.z ? 'b' : { end: 'done' }),
          },
          b: { fields: [{ type: 'text', name: 'y' }] },
        },
        endings: { done: { title: 'Done' } },
      });
    };
    expect(wrong).toThrow('SY-901');
  });
});

describe('defineStepForm', () => {
  const field = (name: string) => ({ fields: [{ type: 'text', name }] });
  const endings = { sent: { title: 'Thank you' } };
  // Definitions from elsewhere, which no compiler has seen.
  const define = (definition: object) => () => defineStepForm(definition as never);

  it.each([
    ['no step', { steps: {}, endings }, 'it has no steps'],
    ['no ending', { steps: { a: field('a') }, endings: {} }, 'it has no ending'],
    ['a step without fields', { steps: { a: { title: 'A' } }, endings }, '"a" has no fields'],
    ['a number as id', { steps: { 1: field('a') }, endings }, 'the step id "1" is a number'],
    [
      'two fields of a name',
      { steps: { a: field('x'), b: field('x') }, endings },
      'the field "x" stands in the step "a" and in "b"',
    ],
    [
      'two reviews',
      { steps: { a: field('a'), b: { review: true }, c: { review: true } }, endings },
      '"c" is a second review',
    ],
    [
      'a way to no step',
      { steps: { a: { ...field('a'), next: 'b' } }, endings },
      '"a" leads to "b", which is no step',
    ],
    [
      'a way to no ending',
      { steps: { a: { ...field('a'), next: { end: 'b' } } }, endings },
      'the ending "b"',
    ],
    [
      'a circle',
      { steps: { a: field('a'), b: { ...field('b'), next: 'a' } }, endings },
      'from the step "a" no way leads to an ending',
    ],
    [
      'a lost step',
      { steps: { a: { ...field('a'), next: 'c' }, b: field('b'), c: field('c') }, endings },
      'no way leads to the step "b"',
    ],
  ])('refuses %s in development', (_name, definition, problem) => {
    expect(define(definition)).toThrow('[smallyes] SY-901 A form of several steps cannot work: ');
    expect(define(definition)).toThrow(problem);
  });

  it('refuses a list of steps, and a definition without any', () => {
    expect(define({ steps: [field('a')], endings })).toThrow('give an object with ids as keys');
    expect(define({})).toThrow('it has no steps');
  });

  it.each([
    [
      'an ending that no way reaches',
      { steps: { a: field('a') }, endings: { ...endings, b: { title: 'B' } } },
      'no way leads to the ending "b"',
    ],
    [
      'a place in a title',
      { steps: { a: { ...field('a'), title: 'Hello {b|you}' } }, endings },
      'the step "a" names {b}',
    ],
    [
      'a place in an ending',
      { steps: { a: field('a') }, endings: { sent: { title: 'Bye', text: '{b}' } } },
      'the ending "sent" names {b}',
    ],
    [
      'a key of a branch',
      { steps: { a: { ...field('a'), next: [{ when: { b: 1 }, to: { end: 'sent' } }] } }, endings },
      'a branch of the step "a" asks for "b"',
    ],
  ])('tells in development of %s', (_name, definition, problem) => {
    expectConsole('warn', problem);
    expect(define(definition)).not.toThrow();
    expect(consoleOutput()).toEqual([expect.stringContaining('SY-906')]);
  });

  it('tells nothing of what may well come to pass', () => {
    define({
      steps: {
        a: { ...field('a'), next: () => 'b' },
        b: { title: 'For {a|you}', fields: [{ type: 'text', name: 'b', label: '{a}?' }] },
      },
      endings: { sent: { title: '{b}' }, other: { title: 'O' } },
    })();
    define({
      steps: {
        a: { schema: z.object({ a: z.string() }), next: [{ when: { own: 1 }, to: { end: 'sent' } }] },
      },
      endings,
    })();
    expect(consoleOutput()).toEqual([]);
  });

  it('lets a function lead anywhere', () => {
    expect(
      define({
        steps: { a: { ...field('a'), next: () => 'c' }, b: { ...field('b'), next: 'a' }, c: field('c') },
        endings,
      }),
    ).not.toThrow();
  });

  it('goes through the steps in order in production, whatever the definition says', () => {
    vi.stubEnv('NODE_ENV', 'production');
    try {
      const form = define({
        steps: { a: field('a'), empty: {}, b: { ...field('b'), next: 'a' } },
        endings,
      })();
      expect(form.steps.map(({ id, next }) => [id, next])).toEqual([
        ['a', undefined],
        ['b', undefined],
      ]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('a plain post of a form of several steps', () => {
  const post = (entries: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ 'sy-ask': 'quote', 'sy-leave-empty': '', ...entries }))
      data.append(name, value);
    return data;
  };

  it('yields what was answered on the way that the answers lead, and its ending', async () => {
    const read = await readStepForm(quote, post({ service: 'Audit', size: '40', email: 'ada@example.com' }));
    expect(read).toEqual({
      ok: true,
      ask: 'quote',
      isTrapFilled: false,
      steps: ['need', 'size', 'contact', 'review'],
      values: { service: 'Audit', size: 40, email: 'ada@example.com' },
      ending: 'sent',
    });
  });

  it('leaves out, and does not check, what stands on another way', async () => {
    const read = await readStepForm(
      quote,
      post({ service: 'Build', size: 'many', email: 'ada@example.com' }),
    );
    expect(read.steps).toEqual(['need', 'contact', 'review']);
    expect(read.ok && read.values).toEqual({ service: 'Build', email: 'ada@example.com' });
  });

  it('stops at an ending', async () => {
    const read = await readStepForm(quote, post({ service: 'Audit', size: '3', email: '' }));
    expect(read.ok && read.ending).toBe('tooSmall');
    expect(read.steps).toEqual(['need', 'size']);
  });

  it('says what is wrong on the way, by field', async () => {
    const read = await readStepForm(quote, post({ service: 'Audit', size: '40', email: 'ada@' }), {
      locale: 'en',
    });
    expect(read.ok).toBe(false);
    expect(!read.ok && read.errors).toEqual({
      email: 'Please write an e-mail address, such as name@example.com.',
    });
  });

  it('rejects when the schema of a step throws: what nobody has checked is no value', async () => {
    const schema = z.object({ email: z.email() }).refine(() => {
      throw new Error('database is down');
    });
    const form = defineStepForm({
      steps: { you: { title: 'You', schema } },
      endings: { sent: { title: 'Sent' } },
    });
    await expect(readStepForm(form, post({ email: 'ada@example.com' }))).rejects.toThrow('database is down');
    await expect(readStepForm(form, post({ email: 'ada@' }))).resolves.toMatchObject({ ok: false });
  });

  it('goes once through a loop', async () => {
    const loop = defineStepForm({
      steps: {
        a: { fields: [{ type: 'text', name: 'a' }] },
        b: {
          fields: [{ type: 'text', name: 'b' }],
          next: ({ b }) => (b === 'again' ? 'a' : { end: 'done' }),
        },
      },
      endings: { done: { title: 'Done' } },
    });
    const read = await readStepForm(loop, post({ a: '1', b: 'again' }));
    expect(read.steps).toEqual(['a', 'b']);
    expect(read.ok && read.ending).toBe('done');
  });
});

describe('StepForm on the server', () => {
  it('has every step with its fields, in order, each under a heading of its own', () => {
    const text = renderToString(<StepForm id="quote" form={quote} action="/quote" />);
    const headings = [...text.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, words]) => words);
    expect(headings).toEqual([
      'What do you need?',
      'How many orders in a month?',
      'Where can we answer you, you?',
    ]);
    for (const name of ['service', 'size', 'email']) expect(text).toContain(`name="${name}"`);
    expect(text).toContain('method="post"');
    expect(text).toContain('action="/quote"');
  });

  it('asks the parts of a step one by one in a conversation, each in words of its own', () => {
    const form = defineStepForm({
      steps: {
        you: {
          title: 'Who are you?',
          fields: [
            { type: 'text', name: 'firstName', required: true },
            { type: 'number', name: 'age', label: 'How old are you?', required: true },
          ],
        },
        when: { title: 'When may we call?', fields: [{ type: 'date', name: 'day', required: true }] },
      },
      endings: { sent: { title: 'Thank you' } },
    });
    const text = renderToString(<StepForm id="talk" form={form} mode="conversation" action="/talk" />);
    const asked = (tag: string) =>
      [...text.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'g'))].map(([, words]) => words);
    // The title of a step with one question is the question.
    expect(asked('h2')).toEqual(['First name', 'How old are you?', 'When may we call?']);
    expect(asked('label')).toEqual(['First name', 'How old are you?', 'When may we call?']);
  });

  it('keeps the browser from checking what a visitor never meets, and leaves nothing disabled', () => {
    const text = renderToString(<StepForm id="quote" form={quote} action="/quote" />);
    expect(text).toMatch(/<form[^>]* noValidate/);
    expect(text).not.toMatch(/<fieldset[^>]*disabled/);
  });

  it('without an address offers no button that would do nothing without script', () => {
    const text = renderToString(<StepForm id="quote" form={quote} />);
    expect(text).toContain('method="dialog"');
    expect(text).not.toContain('sy-only-without-script');
  });

  it('puts what is known into the fields', () => {
    const text = renderToString(<StepForm id="quote" form={quote} prefill={{ email: 'ada@example.com' }} />);
    expect(text).toContain('value="ada@example.com"');
  });
});

describe('earlier answers in later texts', () => {
  it('are put in as text, with words instead where one is missing', () => {
    expect(recall('Thank you, {name}!', { name: '<b>Ada</b>' })).toBe('Thank you, <b>Ada</b>!');
    expect(recall('Thank you, {name|friend}!', {})).toBe('Thank you, friend!');
    expect(recall('Thank you {name}, and goodbye', {})).toBe('Thank you, and goodbye');
    expect(recall('Which bike? ({bike})', {})).toBe('Which bike?');
    expect(recall('Your “{bike}” [{size}] at {town|home} now', {})).toBe('Your at home now');
    expect(recall('Which bike ({bike|any})?', {})).toBe('Which bike (any)?');
    expect(recall('{constructor} {__proto__}', {})).toBe('');
    expect(recall(undefined, {})).toBeUndefined();
  });

  it.each([
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['brackets', '('],
    ['quotes', '"'],
    ['brackets and spaces', '( '],
  ])('take no long time for an answer of 100,000 %s', (_, letter) => {
    const began = performance.now();
    const answer = `a${letter.repeat(100_000)}b`;
    expect(recall('You said {answer} .', { answer })).toMatch(/^You said a.*b\.$/s);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

import type { FormSchema } from 'smallyes/form';
import { defineStepForm } from 'smallyes/step-form';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as z from 'zod';
import { button, field, here, mount, next, toStep, until, wait } from './step-form.support.tsx';

const words = () =>
  [...document.querySelectorAll('.sy-step-form-step[data-current] .sy-error')].flatMap(
    ({ textContent }) => textContent || [],
  );

describe('a form whose steps each have a schema', () => {
  const form = defineStepForm({
    steps: {
      code: {
        title: 'Your code',
        schema: z
          .object({ code: z.string().meta({ title: 'Code' }), again: z.string().meta({ title: 'Again' }) })
          .refine(({ code, again }) => code === again, {
            message: 'These are not the same.',
            path: ['again'],
          })
          .transform(({ code }) => ({ code: code.toUpperCase() })),
      },
      town: {
        title: 'Your town',
        schema: z.object({
          town: z
            .string()
            .meta({ title: 'Town' })
            .refine(async (town) => town !== 'Nowhere', 'We know no such town.'),
        }),
      },
    },
    endings: { sent: { title: 'Thank you' } },
  });

  it('is held back by the schema of its step alone, and sends what the schemas make of the answers', async () => {
    const onSubmit = vi.fn();
    mount({ form, onSubmit });
    await userEvent.fill(field('Code'), 'abc');
    await userEvent.fill(field('Again'), 'abd');
    await userEvent.click(button('Continue'));
    await until(() => words().join() === 'These are not the same.');
    expect(here()).toBe('code');
    await expect.element(field('Again')).toHaveFocus();
    await userEvent.fill(field('Again'), 'abc');
    await until(() => words().length === 0);
    await next('town');
    expect(words()).toEqual([]);
    await userEvent.fill(field('Town'), 'Nowhere');
    await userEvent.click(button('Send'));
    await until(() => words().join() === 'We know no such town.');
    // What does not hold here keeps nobody from going back.
    await userEvent.click(button('Back'));
    await toStep('code');
    expect(words()).toEqual([]);
    expect(onSubmit).not.toHaveBeenCalled();
    await next('town');
    await userEvent.fill(field('Town'), 'Bonn');
    await userEvent.click(button('Send'));
    await toStep('sent');
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({ code: 'ABC', town: 'Bonn' });
  });
});

describe('a conversation whose step has a schema', () => {
  const talk = (schema: FormSchema<object>) => {
    const onSubmit = vi.fn();
    mount({
      form: defineStepForm({
        steps: {
          you: {
            title: 'About you',
            schema,
            fields: [
              { type: 'text', name: 'name', label: 'Name' },
              { type: 'text', name: 'town', label: 'Town' },
              { type: 'text', name: 'street', label: 'Street' },
            ],
          },
        },
        endings: { sent: { title: 'Thank you' } },
      }),
      mode: 'conversation',
      onSubmit,
    });
    return onSubmit;
  };
  const answer = async (question: string, words: string) => {
    if (words) await userEvent.fill(input(question), words);
    else await userEvent.click(input(question));
    await userEvent.keyboard('{Enter}');
  };
  const input = (label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}`) });
  const isTown = async (town: string) => town !== 'Nowhere';

  const town = z.string().refine(isTown, 'We know no such town.');
  const entries = { name: z.string(), town, street: z.string() };
  it.each([
    ['shape, as zod has it', z.object(entries)],
    ['entries, as Valibot has them', { entries, '~standard': z.object(entries)['~standard'] }],
  ])('hears at a question what it says of that answer alone, where it tells its %s', async (_, schema) => {
    const onSubmit = talk(schema);
    await answer('Name', 'Ada');
    await expect.element(input('Town')).toBeVisible();
    await answer('Town', 'Nowhere');
    await until(() => words().join() === 'We know no such town.');
    await expect.element(input('Town')).toHaveFocus();
    await answer('Town', 'Graz');
    await expect.element(input('Street')).toBeVisible();
    expect(words()).toEqual([]);
    await answer('Street', 'Long Lane');
    await toStep('sent');
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({ name: 'Ada', town: 'Graz', street: 'Long Lane' });
  });

  it('asks for each answer at its own question alone, since a server may have to be asked', async () => {
    const isName = vi.fn(async (_name: string) => true);
    talk(z.object({ name: z.string().refine(isName), town, street: z.string() }));
    await answer('Name', 'Ada');
    await expect.element(input('Town')).toBeVisible();
    const { length } = isName.mock.calls;
    expect(length).toBeGreaterThan(0);
    await answer('Town', 'Nowhere');
    await until(() => words().join() === 'We know no such town.');
    expect(isName).toHaveBeenCalledTimes(length);
  });

  it('asks what compares answers after the last question, and is led back to the one that it refuses', async () => {
    const onSubmit = talk(
      z
        .object({ name: z.string(), town: z.string().optional(), street: z.string().optional() })
        .refine(({ town, street }) => town ?? street, { message: 'Town or street.', path: ['town'] }),
    );
    await answer('Name', 'Ada');
    await expect.element(input('Town')).toBeVisible();
    await answer('Town', '');
    await expect.element(input('Street')).toBeVisible();
    await answer('Street', '');
    await until(() => words().join() === 'Town or street.');
    await expect.element(input('Town')).toBeVisible();
    expect(onSubmit).not.toHaveBeenCalled();
    await answer('Town', 'Graz');
    await expect.element(input('Street')).toBeVisible();
    await userEvent.click(button('Send'));
    await toStep('sent');
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({ name: 'Ada', town: 'Graz' });
  });

  it('asks one that tells nothing of its parts after the last question', async () => {
    talk(
      z
        .object({ name: z.string(), town: z.string().refine(isTown, 'We know no such town.') })
        .transform((all) => all),
    );
    await answer('Name', 'Ada');
    await answer('Town', 'Nowhere');
    await expect.element(input('Street')).toBeVisible();
    await answer('Street', '');
    await until(() => words().join() === 'We know no such town.');
    await expect.element(input('Town')).toBeVisible();
  });

  it.each([true, false])('that is slow leads nowhere once the visitor is back: %s', async (isFine) => {
    const asked: ((isFine: boolean) => void)[] = [];
    const slow = z.string().refine(() => new Promise<boolean>((answer) => asked.push(answer)), 'No.');
    talk(z.object({ ...entries, town: slow }));
    await answer('Name', 'Ada');
    await expect.element(input('Town')).toBeVisible();
    await answer('Town', 'Graz');
    await until(() => asked.length > 0);
    await userEvent.click(button('Back'));
    await expect.element(input('Name')).toBeVisible();
    for (const answer of asked) answer(isFine);
    await wait(50);
    await expect.element(input('Name')).toBeVisible();
    expect(document.querySelector('[role=alert]')?.textContent).toBe('');
  });
});

describe('a loop', () => {
  const form = defineStepForm({
    steps: {
      child: { title: 'A child', fields: [{ type: 'text', name: 'child', label: 'Name', required: true }] },
      more: {
        title: 'More?',
        fields: [
          { type: 'choice', name: 'more', label: 'One more?', options: ['Yes', 'No'], required: true },
        ],
        next: [{ when: { more: 'Yes' }, to: 'child' }, { to: 'last' }],
      },
      last: { title: 'Last', fields: [{ type: 'text', name: 'note', label: 'Note' }] },
    },
    endings: { sent: { title: 'Thank you' } },
  });

  it('can be walked again, keeps what was answered, is walked back the same way, and is sent once', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({ form, onSubmit });
    await userEvent.fill(field('Name'), 'Kim');
    await next('more');
    await userEvent.click(page.getByText('Yes', { exact: true }));
    await next('child');
    await expect.element(page.getByText(/^Step 3 of/)).toBeVisible();
    await expect.element(field('Name')).toHaveValue('Kim');
    await userEvent.fill(field('Name'), 'Lee');
    await next('more');
    await userEvent.click(page.getByText('No', { exact: true }));
    await next('last');
    const back: (string | undefined)[] = [];
    for (const id of ['more', 'child', 'more', 'child']) {
      await userEvent.click(button('Back'));
      await toStep(id);
      back.push(here());
    }
    await expect.element(button('Back')).not.toBeInTheDocument();
    expect(onSubmit).not.toHaveBeenCalled();
    await next('more');
    await next('last');
    await userEvent.click(button('Send'));
    await toStep('sent');
    expect(onSubmit.mock.calls).toHaveLength(1);
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({ child: 'Lee', more: 'No', note: '' });
    expect(onSubmit.mock.calls[0]?.[1]).toMatchObject({ steps: ['child', 'more', 'last'] });
    // Each step is one yes, however often it was walked.
    expect(recorder.phases().filter((line) => line.endsWith('step committed'))).toHaveLength(3);
  });
});

describe('where the visitor came from', () => {
  it('goes along with the answers: the campaign of the address', async () => {
    const { pathname } = location;
    history.replaceState(null, '', `${pathname}?utm_source=letter&utm_campaign=spring&secret=1`);
    try {
      const onSubmit = vi.fn();
      const form = defineStepForm({
        steps: { one: { title: 'One', fields: [{ type: 'text', name: 'a', label: 'A' }] } },
        endings: { sent: { title: 'Thank you' } },
      });
      const { recorder } = mount({ form, onSubmit });
      await userEvent.click(button('Send'));
      await toStep('sent');
      const touch = { utm_source: 'letter', utm_campaign: 'spring' };
      expect(onSubmit.mock.calls[0]?.[1].campaign).toEqual({ first: touch, last: touch });
      expect(recorder.commitments.at(-1)?.session.campaign).toEqual({ first: touch, last: touch });
    } finally {
      history.replaceState(null, '', pathname);
    }
  });
});

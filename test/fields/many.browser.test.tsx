import { render } from '@testing-library/react';
import { useField } from 'smallyes/fields';
import type { FieldSpec } from 'smallyes/form';
import { describe, expect, it, vi } from 'vitest';
import type { Form } from '../../src/fields/use-form.ts';
import { box, Host, send, server, wait } from './form-host.tsx';

const fieldsOf = (count: number): FieldSpec[] =>
  Array.from({ length: count }, (_, place) => ({ type: 'text', name: `answer${place}` }));

/** How often the machine looks through the whole form: each time it takes over what the browser says of mistakes. */
const countLooks = () => vi.spyOn(HTMLFormElement.prototype, 'noValidate', 'set').mock.calls;

describe('a form of two hundred fields', () => {
  it('is looked through once when its machine comes, and once when fields come to it', async () => {
    const looks = countLooks();
    let form: Form | undefined;
    const page = (count: number) => <Host fields={fieldsOf(count)} onForm={(one) => (form = one)} />;
    const { rerender } = render(page(200));
    await form?.ready();
    await wait(20);
    expect(looks).toHaveLength(1);
    rerender(page(400));
    await wait(20);
    expect(looks).toHaveLength(2);
    await expect.element(box('Answer399')).toBeVisible();
  });

  it('sends what stands in the fields that came at once', async () => {
    const { sent, options } = server();
    let form: Form | undefined;
    const page = (count: number) => (
      <Host fields={fieldsOf(count)} options={options} onForm={(one) => (form = one)} />
    );
    const { rerender } = render(page(1));
    await form?.ready();
    rerender(page(3));
    await box('Answer2').fill('Ads');
    await box('Answer1').fill('Shop');
    await send().click();
    await expect.poll(() => sent[0]?.values).toEqual({ answer0: '', answer1: 'Shop', answer2: 'Ads' });
  });
});

describe('values that code sets', () => {
  const spec: FieldSpec = { type: 'text', name: 'first' };
  const other: FieldSpec = { type: 'text', name: 'second' };

  it('at once are all told of, in one look', async () => {
    const values = vi.fn();
    let form: Form | undefined;
    let set = () => {};
    const Two = () => {
      const [one, two] = [useField<string>(spec), useField<string>(other)];
      set = () => {
        one.setValue('a');
        one.setValue('b');
        two.setValue('c');
      };
      return null;
    };
    const write = vi.fn();
    const draft = { key: 'many', maxAge: 60_000, memory: { get: () => '', stored: () => null, set: write } };
    render(
      <Host options={{ draft, onValues: values }} onForm={(one) => (form = one)}>
        <Two />
      </Host>,
    );
    const machine = await form?.ready();
    await wait(20);
    values.mockClear();
    const looks = countLooks();
    set();
    await wait(20);
    expect(looks).toHaveLength(1);
    expect(values).toHaveBeenCalledTimes(1);
    expect(machine?.raw()).toMatchObject({ first: 'b', second: 'c' });
    await expect.poll(() => write.mock.lastCall?.[1]).toContain('"second":"c"');
  });

  it('just before a reset bring no machine of the old round back', async () => {
    let form: Form | undefined;
    render(<Host fields={[spec]} onForm={(one) => (form = one)} />);
    await form?.ready();
    const looks = countLooks();
    form?.store.setOwn('first', 'a');
    form?.reset();
    await wait(20);
    expect(looks).toHaveLength(0);
  });
});

import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Form } from '../../src/fields/use-form.ts';
import { standBefore } from '../support/network.ts';
import { box, Host, send, server, wait } from './form-host.tsx';

// First of all: code that has arrived once is there for every later test.
it('a press on an empty form is answered by the browser when the machine is late, and sends nothing typed meanwhile', async () => {
  const network = await standBefore('*form-machine*');
  const { sent, options } = server();
  try {
    network.hold();
    let form: Form | undefined;
    render(
      <Host
        fields={[{ type: 'email', name: 'email', required: true }]}
        options={options}
        onForm={(one) => (form = one)}
      />,
    );
    await userEvent.click(send());
    await expect.poll(() => network.held.length).toBe(1);
    // A form that the page empties takes the press back, and nobody is sent to a field for it.
    form?.reset();
    await wait(1_800);
    await expect.element(box('Email')).not.toHaveFocus();
    await userEvent.click(send());
    // Too late for the kit's words: the browser says its own, at the field.
    await expect.element(box('Email')).toHaveFocus();
    // Half of an address that is one already.
    await userEvent.fill(box('Email'), 'ada@example.co');
    await network.release();
    const arrived = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('form-machine'));
    await expect.poll(arrived).toBe(true);
    await wait(200);
    expect(sent).toEqual([]);
    await userEvent.fill(box('Email'), 'ada@example.com');
    await userEvent.click(send());
    await expect.poll(() => sent.map(({ values }) => values)).toEqual([{ email: 'ada@example.com' }]);
  } finally {
    await network.end();
  }
});

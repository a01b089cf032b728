import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { standBefore } from '../support/network.ts';
import { alert, box, Host, send, server, wait } from './form-host.tsx';

it('loses nothing when the network refuses the machine, nor while it is under way', async () => {
  const network = await standBefore('*form-machine*');
  const { sent, options } = server();
  try {
    render(
      <Host
        fields={[
          { type: 'text', name: 'name', required: true },
          { type: 'email', name: 'email', required: true },
        ]}
        options={options}
      />,
    );
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.fill(box('Email'), 'ada@example.com');
    await userEvent.click(send());
    await expect.poll(alert).toMatch(/^This was not sent/);
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect.element(box('Name')).toHaveValue('Ada');
    expect(sent).toEqual([]);

    network.hold();
    const input = box('Name').element() as HTMLInputElement;
    await userEvent.click(box('Name'));
    await expect.poll(() => network.held.length).toBe(1);
    await userEvent.keyboard('{End} Lovelace');
    expect(document.querySelector('form')?.noValidate).toBe(false);
    // A word that an input method is still putting together.
    input.setSelectionRange(12, 12);
    await network.compose('か');
    await network.release();
    await expect.poll(() => document.querySelector('form')?.noValidate).toBe(true);
    await wait(20);
    expect(document.activeElement).toBe(input);
    expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(['Ada Lovelaceか', 13, 13]);
    await network.compose('かな');
    expect(input.value).toBe('Ada Lovelaceかな');
    await network.write('仮名');
    expect(input.value).toBe('Ada Lovelace仮名');
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toEqual({ name: 'Ada Lovelace仮名', email: 'ada@example.com' });
  } finally {
    await network.end();
  }
});

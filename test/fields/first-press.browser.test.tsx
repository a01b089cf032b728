import { render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { standBefore } from '../support/network.ts';
import { alert, box, Host, send, server, wait } from './form-host.tsx';

const problem = () => document.querySelector('.sy-error:not(:empty)')?.textContent;

// First of all: code that has arrived once is there for every later test.
it('that comes before the machine is answered by the browser when the network has lost that, else by the kit', async () => {
  const network = await standBefore('*form-machine*');
  const { sent, options } = server();
  try {
    render(<Host fields={[{ type: 'email', name: 'email', required: true }]} options={options} />);
    const { form } = box('Email').element() as HTMLInputElement;
    // Refused: the browser keeps what is not filled in from being called a failure of the network.
    await userEvent.click(send());
    await expect.element(box('Email')).toHaveFocus();
    expect(form?.noValidate).toBe(false);
    expect([alert(), problem()]).toEqual(['', undefined]);
    await expect.element(send()).toHaveTextContent('Send');

    network.hold();
    const browserSays = vi.spyOn(form!, 'reportValidity');
    await userEvent.click(send());
    await expect.poll(() => network.held.length).toBe(1);
    // Nothing is sent, so nothing says so.
    await expect.element(send()).toHaveTextContent('Send');
    await network.release();
    await expect.poll(problem).toMatch(/^Please/);
    await expect.element(box('Email')).toHaveFocus();
    // Past the time after which the browser would have the word.
    await wait(1_600);
    expect(browserSays).not.toHaveBeenCalled();
    expect(sent).toEqual([]);
    await userEvent.fill(box('Email'), 'ada@example.com');
    await userEvent.click(send());
    await expect.poll(() => sent).toHaveLength(1);
  } finally {
    await network.end();
  }
});

import { cleanup, render } from '@testing-library/react';
import { Checkout, type CheckoutProps, type CheckoutResult } from 'smallyes/checkout';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
});

const heading = (name: string) => page.getByRole('heading', { name });
const order = (id = 'grinder-x1', amount = 49) => ({
  lines: [{ id, name: 'Grinder', amount }],
  total: { amount, currency: 'EUR' },
});

/** One load of the page: what is kept on the device is all that it has of the one before. */
function load(answer: () => CheckoutResult | Promise<CheckoutResult>, props: Partial<CheckoutProps> = {}) {
  cleanup();
  const recorder = createRecorder({ keepMemory: true });
  const onSubmit = vi.fn<NonNullable<CheckoutProps['onSubmit']>>(answer);
  const ui = (more: Partial<CheckoutProps> = {}) => {
    const steps = [{ id: 'payment', title: 'Payment', body: <p>Card</p> }];
    const all = { id: 'checkout', steps, order: order(), onSubmit, ...props, ...more };
    return (
      <recorder.Provider>
        <Checkout {...(all as CheckoutProps)} />
      </recorder.Provider>
    );
  };
  const { rerender } = render(ui());
  return { recorder, onSubmit, show: (more: Partial<CheckoutProps>) => rerender(ui(more)) };
}

async function pay() {
  // Two presses within the time of a double click are one.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await userEvent.click(page.getByRole('button', { name: /^Pay/ }));
}

/** No answer while the test lasts; later nobody waits for it, where a slow engine would hear of it in another test. */
const silent = () =>
  new Promise<CheckoutResult>((resolve) => onTestFinished(() => resolve({ status: 'ok' })));
const keys = (...pages: readonly ReturnType<typeof load>[]) =>
  pages.flatMap(({ onSubmit }) => onSubmit.mock.calls.map(([, { idempotencyKey }]) => idempotencyKey));

it('an order whose answer was lost goes out again under its key after a reload', async () => {
  const first = load(silent);
  await pay();
  const second = load(() => ({ status: 'already', order: 'A-1042' }));
  await pay();
  await expect.element(heading('Thank you for your order!')).toBeVisible();
  const [one, other] = keys(first, second);
  expect(other).toBe(one);
  const [before, after] = [first, second].map(({ onSubmit }) => onSubmit.mock.calls[0]?.[1].attempt);
  expect(after).toBe(before);
});

it('an order that failed on the way goes out under its key on the next page as well', async () => {
  expectConsole('warn', 'SY-401');
  const first = load(() => Promise.reject(new Error('offline')));
  await pay();
  await expect.element(page.getByRole('alert')).toBeVisible();
  const second = load(() => ({ status: 'ok', order: 'A-1042' }));
  await pay();
  const [one, other] = keys(first, second);
  expect(other).toBe(one);
});

it('another cart of the same price is another order', async () => {
  const first = load(silent);
  await pay();
  const second = load(() => ({ status: 'failed' }), { order: order('kettle-9') });
  await pay();
  await expect.element(page.getByRole('alert')).toBeVisible();
  second.show({ order: order('scale-2') });
  await userEvent.click(page.getByRole('button', { name: 'That is right' }));
  await pay();
  const all = keys(first, second);
  expect(all).toHaveLength(3);
  expect(new Set(all).size).toBe(3);
});

it('an order that the server has refused goes out under another key', async () => {
  const first = load(() => ({ status: 'invalid', message: 'The grinder is sold out.' }));
  await pay();
  await expect.element(page.getByRole('alert')).toBeVisible();
  const second = load(silent);
  await pay();
  const [one, other] = keys(first, second);
  expect(other).not.toBe(one);
});

it('a visitor who comes back from the payment service without an answer is sent there under the same key', async () => {
  const first = load(() => ({ status: 'redirect', url: '#bank' }));
  await pay();
  await vi.waitFor(() => expect(location.hash).toBe('#bank'));
  const second = load(silent);
  await pay();
  const [one, other] = keys(first, second);
  expect(other).toBe(one);
});

it('a payment that the service has refused is tried again under another key, which a reload does not lose', async () => {
  const first = load(() => ({ status: 'redirect', url: '#bank' }));
  await pay();
  await vi.waitFor(() => expect(location.hash).toBe('#bank'));
  const result = { status: 'failed', order: 'A-1042', reason: 'cancelled' } as const;
  const second = load(silent, { result });
  await expect.element(page.getByRole('alert')).toBeVisible();
  await pay();
  const third = load(silent, { result });
  await expect.element(page.getByRole('alert')).toBeVisible();
  await pay();
  const [before, after, again] = keys(first, second, third);
  expect(after).not.toBe(before);
  expect(again).toBe(after);
});

it('nothing is kept of an order that was placed', async () => {
  const first = load(() => ({ status: 'ok', order: 'A-1042' }));
  await pay();
  await expect.element(heading('Thank you for your order!')).toBeVisible();
  expect(localStorage.getItem('smallyes:checkout:checkout')).not.toContain(keys(first)[0]);
});

describe('a shop that empties its cart once it has the order', () => {
  const empty = { lines: [], total: { amount: 0, currency: 'EUR' } };
  const bought = ({ recorder }: ReturnType<typeof load>) =>
    recorder.events
      .filter(({ kind, phase }) => kind === 'checkout.purchase' && phase !== 'started')
      .map(({ phase, value }) => [phase, value?.amount]);

  it('has sold what the visitor paid for, and tells nobody of a change', async () => {
    let say: (answer: CheckoutResult) => void = () => {};
    const only = load(() => new Promise((answer) => (say = answer)));
    await pay();
    only.show({ order: empty });
    await expect.element(page.getByText('Pay €0.00')).toBeVisible();
    expect(page.getByRole('alert').elements()).toEqual([]);
    say({ status: 'ok', order: 'A-1042' });
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expect(bought(only)).toEqual([['committed', 49]]);
  });

  it('has sold the same on the page that the payment service returns to, and when the money comes in', async () => {
    load(() => ({ status: 'redirect', url: '#bank' }));
    await pay();
    await vi.waitFor(() => expect(location.hash).toBe('#bank'));
    const second = load(silent, { order: empty, result: { status: 'pending', order: 'A-1042' } });
    await expect.poll(() => bought(second)).toEqual([['committed', 49]]);
    const third = load(silent, { order: empty, result: { status: 'ok', order: 'A-1042' } });
    await expect.poll(() => bought(third)).toEqual([['confirmed', 49]]);
    const next = load(silent, { order: order('kettle-9', 30), result: { status: 'ok', order: 'A-1043' } });
    await expect.poll(() => bought(next)).toEqual([['committed', 30]]);
  });
});

it('an order without a number counts once, however often its page is loaded', async () => {
  expectConsole('warn', 'SY-1545');
  const first = load(silent, { result: { status: 'ok' } });
  await expect.poll(() => first.recorder.commitments).toHaveLength(1);
  const second = load(silent, { result: { status: 'ok' } });
  await expect.element(heading('Thank you for your order!')).toBeVisible();
  expect(second.recorder.commitments).toEqual([]);
});

it.each([
  [1042, { order: '1042' }],
  [null, {}],
  [{ id: 1042 }, {}],
])('a server that calls the order %j has placed one all the same', async (number, data) => {
  if (typeof number !== 'number') expectConsole('warn', 'SY-1545');
  const { recorder } = load(() => ({ status: 'ok', order: number as never }));
  await pay();
  await expect.element(heading('Thank you for your order!')).toBeVisible();
  expect(recorder.commitments.at(-1)?.data).toEqual(data);
  expect(commitmentEventSchema.safeParse(recorder.commitments.at(-1)).error).toBeUndefined();
});

it.each(['"key"', '{}', '[1,2]', '["a",null]'])('a note that holds %s of it is none', async (open) => {
  const first = load(silent);
  await pay();
  const note = JSON.parse(localStorage.getItem('smallyes:checkout:checkout') as string);
  localStorage.setItem('smallyes:checkout:checkout', JSON.stringify({ ...note, open: JSON.parse(open) }));
  const second = load(silent);
  await pay();
  const [one, other] = keys(first, second);
  expect(other).toMatch(/^[\da-f-]{36}$/);
  expect(other).not.toBe(one);
});

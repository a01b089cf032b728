import { render } from '@testing-library/react';
import { Checkout } from 'smallyes/checkout';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

/** A network that loses what keeps the draft at first. */
const network = vi.hoisted(() => ({ isDown: true }));
vi.mock('../../src/internal/late.ts', async (original) => {
  const { late } = await original<typeof import('../../src/internal/late.ts')>();
  return {
    late: (bring: () => Promise<unknown>) =>
      late(async () => {
        if (network.isDown) throw new Error('offline');
        return bring();
      }),
  };
});

const key = 'smallyes:draft:checkout|checkout';
const typed = () => JSON.parse(localStorage.getItem(key) ?? '{}').typed;

it('what keeps the draft is asked for again by a visitor whose network lost it, and keeps what an earlier page has kept', async () => {
  localStorage.setItem(key, JSON.stringify({ v: 1, t: Date.now(), typed: { street: 'Ring 1' } }));
  const body = (
    <>
      <input aria-label="City" name="city" />
      <input aria-label="Street" name="street" />
    </>
  );
  render(
    <CommitmentProvider>
      <Checkout id="checkout" steps={[{ id: 'address', title: 'Where to?', body }]} onSubmit={() => {}} />
    </CommitmentProvider>,
  );
  await userEvent.fill(page.getByLabelText('City'), 'Graz');
  await userEvent.tab();
  expect(typed()).toEqual({ street: 'Ring 1' });
  network.isDown = false;
  await userEvent.tab();
  await expect.poll(typed).toEqual({ city: 'Graz', street: 'Ring 1' });
  await expect.element(page.getByLabelText('Street')).toHaveValue('Ring 1');
  localStorage.clear();
});

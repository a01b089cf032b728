import { render } from '@testing-library/react';
import { useState } from 'react';
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
const inStep = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`address|${name}`, value]));
const older = inStep({ street: 'Ring 1', country: 'IT', language: 'it', shipping: 'pick-up', door: '3' });
const typed = () => JSON.parse(localStorage.getItem(key) ?? '{}').typed;

/** Fields whose value the page keeps itself. */
function Language() {
  const [language, setLanguage] = useState('de');
  const [door, setDoor] = useState('');
  return (
    <>
      <input aria-label="Door" name="door" value={door} onChange={({ target }) => setDoor(target.value)} />
      <select
        aria-label="Language"
        name="language"
        value={language}
        onChange={({ target }) => setLanguage(target.value)}
      >
        <option>en</option>
        <option>de</option>
        <option>it</option>
      </select>
    </>
  );
}

it('what keeps the draft is asked for again by a visitor whose network lost it, and keeps what an earlier page has kept', async () => {
  localStorage.setItem(key, JSON.stringify({ v: 1, t: Date.now(), typed: older }));
  const body = (
    <>
      <input aria-label="City" name="city" />
      <input aria-label="Street" name="street" />
      <select aria-label="Country" name="country">
        <option>AT</option>
        <option>HU</option>
        <option>IT</option>
      </select>
      <Language />
      {['post', 'courier', 'pick-up'].map((way) => (
        <input
          key={way}
          aria-label={way}
          type="radio"
          name="shipping"
          value={way}
          defaultChecked={way === 'post'}
        />
      ))}
    </>
  );
  render(
    <CommitmentProvider>
      <Checkout id="checkout" steps={[{ id: 'address', title: 'Where to?', body }]} onSubmit={() => {}} />
    </CommitmentProvider>,
  );
  await userEvent.fill(page.getByLabelText('City'), 'Graz');
  await userEvent.fill(page.getByLabelText('Door'), '7');
  await userEvent.selectOptions(page.getByLabelText('Country'), 'HU');
  await userEvent.click(page.getByLabelText('courier'));
  await userEvent.tab();
  expect(typed()).toEqual(older);
  network.isDown = false;
  await userEvent.tab();
  // What the visitor has chosen since is newer; what nobody has touched comes back, whatever the page began with.
  const kept = inStep({
    city: 'Graz',
    street: 'Ring 1',
    country: 'HU',
    language: 'it',
    shipping: 'courier',
    door: '7',
  });
  await expect.poll(typed).toEqual(kept);
  await expect.element(page.getByLabelText('courier')).toBeChecked();
  await expect.element(page.getByLabelText('Language')).toHaveValue('it');
  await expect.element(page.getByLabelText('Street')).toHaveValue('Ring 1');
  localStorage.clear();
});

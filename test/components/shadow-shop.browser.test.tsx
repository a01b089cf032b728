import type { JSX } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { AddToCartButton } from 'smallyes/add-to-cart-button';
import { Checkout } from 'smallyes/checkout';
import { OfferFilter } from 'smallyes/offer-filter';
import { CommitmentProvider } from 'smallyes/provider';
import { Quiz } from 'smallyes/quiz';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, pick, rope } from './quiz.support.tsx';

let root: Root | undefined;
let host: HTMLElement;

afterEach(() => {
  root?.unmount();
  host.remove();
  localStorage.clear();
});

/** A page that keeps the kit in a web component: ids and the focus are the shadow tree's own. */
function mount(ui: JSX.Element): ShadowRoot {
  host = document.body.appendChild(document.createElement('x-widget'));
  const shadow = host.attachShadow({ mode: 'open' });
  root = createRoot(shadow.appendChild(document.createElement('div')));
  root.render(<CommitmentProvider>{ui}</CommitmentProvider>);
  return shadow;
}

it('a quiz leads the focus to each question, and to the result', async () => {
  const shadow = mount(<Quiz id="rope" quiz={rope} history={false} />);
  await pick('Figure eight');
  await expect.poll(() => shadow.activeElement?.textContent).toBe('Who checks it?');
  await new Promise((resolve) => setTimeout(resolve, 600));
  await pick('Both of us');
  await button('See my result').click();
  await expect.poll(() => shadow.activeElement?.textContent).toMatch(/Ready to lead/);
});

it('a button leads it on from the one that has taken the press back', async () => {
  const shadow = mount(
    <AddToCartButton id="add" product={{ id: 'x1', name: 'Grinder' }} onSubmit={() => {}} />,
  );
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await vi.waitFor(() => expect(shadow.querySelector('[name=remove]')).not.toBeNull());
  shadow.querySelector<HTMLElement>('[name=remove]')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shadow.querySelector('[name=remove]')).toBeNull();
  expect(shadow.activeElement?.getAttribute('name')).toBe('add');
});

it('a filter leads it on from the one that was left out', async () => {
  const shadow = mount(
    <OfferFilter
      id="filter"
      url={false}
      facets={[
        { type: 'choice', name: 'size', label: 'Size', options: ['Small', 'Large'] },
        { type: 'choice', name: 'colour', label: 'Colour', options: ['Red', 'Blue'] },
      ]}
      defaultValues={{ size: 'Small', colour: 'Red' }}
      results={() => []}
    />,
  );
  const chips = () => shadow.querySelectorAll<HTMLElement>('.sy-offer-filter-chip');
  await vi.waitFor(() => expect(chips()).toHaveLength(2));
  chips()[0]?.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(chips()).toHaveLength(1));
  expect(shadow.activeElement).toBe(chips()[0]);
});

it('a checkout does not write an earlier word into the field that has it', async () => {
  const typed = { city: 'Graz', street: 'Ring 1' };
  localStorage.setItem('smallyes:draft:checkout|checkout', JSON.stringify({ v: 1, t: Date.now(), typed }));
  const body = (
    <>
      <input aria-label="City" name="city" ref={(field) => field?.focus()} />
      <input aria-label="Street" name="street" />
    </>
  );
  mount(<Checkout id="checkout" steps={[{ id: 'address', title: 'Where to?', body }]} onSubmit={() => {}} />);
  await expect.element(page.getByLabelText('Street')).toHaveValue('Ring 1');
  await expect.element(page.getByLabelText('City')).toHaveValue('');
});

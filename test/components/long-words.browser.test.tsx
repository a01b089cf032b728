import { render } from '@testing-library/react';
import { AccountForm } from 'smallyes/account-form';
import { AddToCartButton, QuantityStepper } from 'smallyes/add-to-cart-button';
import { CommitmentProvider } from 'smallyes/provider';
import { StarRatingField } from 'smallyes/star-rating';
import 'smallyes/styles.css';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cutTexts } from '../support/cut-text.ts';

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaften';

beforeEach(async () => {
  await page.viewport(320, 700);
});
afterEach(() => {
  document.documentElement.style.fontSize = '';
});

it('a link to sign in that is one long word stays in its card', () => {
  render(
    <CommitmentProvider labels={{ 'account-form': { signIn: word } }}>
      <main>
        <AccountForm id="account" signInHref="/sign-in" onSubmit={() => undefined} />
      </main>
    </CommitmentProvider>,
  );
  expect(cutTexts()).toEqual([]);
});

it('the text of a value takes two lines in its field, without moving what follows', () => {
  const field = (label: string) => (
    <CommitmentProvider>
      <form>
        <StarRatingField
          label="The call"
          name="call"
          max={3}
          defaultValue={2}
          valueLabels={['No', label, 'Yes']}
        />
        <p>What follows</p>
      </form>
    </CommitmentProvider>
  );
  const { rerender } = render(field('All right'));
  const next = () => page.getByText('What follows').element().getBoundingClientRect().top;
  const before = next();
  rerender(field('Already scheduled for the coming week, with me in charge of it'));
  expect(cutTexts()).toEqual([]);
  expect(next()).toBe(before);
  const text = document.querySelectorAll<HTMLElement>('.sy-star-rating-text')[1]!;
  expect(text.scrollHeight).toBeLessThanOrEqual(text.clientHeight);
  expect(text.getBoundingClientRect().bottom).toBeLessThanOrEqual(before);
});

it('a stepper in a card gives way before its buttons do, in letters of twice the size', async () => {
  await page.viewport(360, 700);
  document.documentElement.style.fontSize = '32px';
  render(
    <CommitmentProvider>
      <main style={{ padding: '32px' }}>
        <AddToCartButton
          id="cart"
          appearance="card"
          product={{ id: 'mill', name: 'Grinder', price: { amount: 89.9, currency: 'EUR' } }}
          onSubmit={() => undefined}
        >
          <QuantityStepper defaultValue={12} />
        </AddToCartButton>
      </main>
    </CommitmentProvider>,
  );
  await expect.poll(() => cutTexts()).toEqual([]);
  const input = page.getByRole('spinbutton').element();
  expect(input.scrollWidth).toBeLessThanOrEqual(input.clientWidth);
});

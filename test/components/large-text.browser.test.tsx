import { render } from '@testing-library/react';
import { Checkout } from 'smallyes/checkout';
import { WebinarSignup } from 'smallyes/newsletter-form';
import { CommitmentProvider } from 'smallyes/provider';
import { SearchBox } from 'smallyes/search-box';
import 'smallyes/styles.css';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cutTexts } from '../support/cut-text.ts';

// WCAG 1.4.4: a phone whose letters the visitor has made twice as large.
beforeEach(async () => {
  await page.viewport(360, 800);
  document.documentElement.style.fontSize = '32px';
});
afterEach(() => {
  document.documentElement.style.fontSize = '';
});

it.each([
  ['a search box', <SearchBox key="s" id="search" placeholder="Boots, 42" onSearch={() => []} />],
  [
    'a date',
    <WebinarSignup
      key="w"
      id="course"
      get="Baking"
      start="2999-12-03T18:00:00+01:00"
      minutes={45}
      timeZone="Europe/Berlin"
      onSubmit={() => undefined}
    />,
  ],
  [
    'a cart',
    <Checkout
      key="c"
      id="checkout"
      steps={[{ id: 'cart', title: 'Cart' }]}
      order={{
        lines: [{ id: 'mill', name: 'Hand grinder with a walnut handle', quantity: 2, amount: 89.9 }],
        sums: [{ label: 'Welcome coupon', amount: -10 }],
        total: { amount: 1_102.5, currency: 'EUR' },
      }}
      onSubmit={() => undefined}
    />,
  ],
])('%s can be read in letters of twice the size', async (_, ask) => {
  render(
    <CommitmentProvider>
      <main style={{ padding: '16px' }}>{ask}</main>
    </CommitmentProvider>,
  );
  await expect.poll(() => cutTexts()).toEqual([]);
});

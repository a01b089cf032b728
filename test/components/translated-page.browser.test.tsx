import { render } from '@testing-library/react';
import type { JSX } from 'react';
import { AddToCartButton, QuantityStepper } from 'smallyes/add-to-cart-button';
import { LeadGate } from 'smallyes/lead-gate';
import { OfferFilter } from 'smallyes/offer-filter';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';

/** A page to which is done what a browser's translation does: each text gives its place to two elements with other words. */
function showTranslated(ui: JSX.Element) {
  render(<CommitmentProvider>{ui}</CommitmentProvider>);
  const word = (node: Text) => {
    if (!node.data.trim() || node.parentElement?.closest('font, script, style, textarea, option')) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = node.data.toUpperCase();
    outer.append(inner);
    node.replaceWith(outer);
  };
  const whole = (root: Node) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (texts.nextNode()) all.push(texts.currentNode as Text);
    all.forEach(word);
  };
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const node of [target, ...addedNodes])
        if (node instanceof Text && node.isConnected) word(node);
        else whole(node);
  });
  whole(document.body);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  onTestFinished(() => observer.disconnect());
}

const news = () => document.querySelector('[role=status]')?.textContent;

it('shows the price of what is really bought', async () => {
  showTranslated(
    <AddToCartButton
      id="add"
      product={{ id: 'mug', name: 'Mug', price: { amount: 12, currency: 'EUR' } }}
      onSubmit={() => {}}
    >
      <QuantityStepper max={9} />
    </AddToCartButton>,
  );
  const button = page.getByRole('button', { name: /^ADD TO CART/ });
  const price = () => button.element().textContent;
  await userEvent.click(page.getByRole('button', { name: /^One more/i }));
  await expect.poll(price).toMatch(/€24\.00$/);
  await userEvent.click(page.getByRole('button', { name: /^One more/i }));
  await expect.poll(price).toMatch(/€36\.00$/);
  await userEvent.click(button);
  await expect.poll(news).toMatch(/^ADDED/);
  await userEvent.click(page.getByRole('button', { name: /^UNDO/ }));
  await expect.poll(news).toMatch(/^TAKEN OUT/);
});

it('opens what a form unlocks', async () => {
  showTranslated(
    <LeadGate id="list" get="The price list" href="/list.pdf" onSubmit={() => ({ status: 'ok' })}>
      <p>All our prices</p>
    </LeadGate>,
  );
  await userEvent.fill(page.getByRole('textbox'), 'ada@example');
  await userEvent.click(page.getByRole('button', { name: 'GET IT NOW' }));
  await expect.element(page.getByText(/^PLEASE WRITE AN E-MAIL/)).toBeVisible();
  await userEvent.fill(page.getByRole('textbox'), 'ada@example.com');
  await userEvent.click(page.getByRole('button', { name: 'GET IT NOW' }));
  await expect.element(page.getByText('ALL OUR PRICES')).toBeVisible();
});

it('counts what a filter has found', async () => {
  showTranslated(
    <OfferFilter
      id="filter"
      url={false}
      facets={[{ type: 'choice', name: 'size', label: 'Size', options: ['Small', 'Large'] }]}
      results={({ size }) => (size === 'Small' ? ['one'] : ['one', 'two'])}
    >
      {(found) => <p>{found.results.join()}</p>}
    </OfferFilter>,
  );
  await expect.poll(news).toBe('2 RESULTS');
  await userEvent.click(page.getByText('SMALL'));
  await expect.poll(news).toBe('1 RESULT');
});

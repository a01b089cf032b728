import { AddToCartButton } from 'smallyes/add-to-cart-button';
import { Checkout } from 'smallyes/checkout';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { OfferFilter } from 'smallyes/offer-filter';
import { expect, it, vi } from 'vitest';
import { mountInFrame } from '../support/frame-page.tsx';

async function press(inner: Document, selector: string) {
  await vi.waitFor(() => expect(inner.querySelector(selector)).not.toBeNull());
  const button = inner.querySelector<HTMLElement>(selector);
  button?.focus();
  button?.click();
}

it('a form leads the focus to its thanks', async () => {
  const inner = mountInFrame(
    <NewsletterForm id="letter" get="A recipe" onSubmit={() => ({ status: 'ok' })} />,
  );
  await vi.waitFor(() => expect(inner.querySelector('[type=email]')).not.toBeNull());
  const field = inner.querySelector<HTMLInputElement>('[type=email]') as HTMLInputElement;
  field.focus();
  field.value = 'ada@example.com';
  await press(inner, '[type=submit]');
  await expect.poll(() => inner.activeElement?.className).toContain('sy-status');
});

it('a form moves nothing away from under a pressed pointer', async () => {
  const inner = mountInFrame(<NewsletterForm id="letter" get="A recipe" onSubmit={() => {}} />);
  await vi.waitFor(() => expect(inner.querySelector('[type=email]')).not.toBeNull());
  const field = inner.querySelector<HTMLInputElement>('[type=email]') as HTMLInputElement;
  field.focus();
  // The machine speaks from here on.
  await expect.poll(() => field.form?.noValidate).toBe(true);
  const point = (type: string) =>
    inner.querySelector('[type=submit]')?.dispatchEvent(new PointerEvent(type, { bubbles: true }));
  const problem = () => inner.querySelector('[id$="-email-error"]')?.textContent;
  field.value = 'ada';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  point('pointerdown');
  field.blur();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(problem()).toBeFalsy();
  point('pointerup');
  await expect.poll(problem).toBeTruthy();
});

it('a filter leads it on from the one that was left out', async () => {
  const inner = mountInFrame(
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
  const chips = () => inner.querySelectorAll<HTMLElement>('.sy-offer-filter-chip');
  await press(inner, '.sy-offer-filter-chip');
  await vi.waitFor(() => expect(chips()).toHaveLength(1));
  await expect.poll(() => inner.activeElement).toBe(chips()[0]);
});

it('a button leads it on from the one that has taken the press back', async () => {
  const inner = mountInFrame(
    <AddToCartButton id="add" product={{ id: 'x1', name: 'Grinder' }} onSubmit={() => {}} />,
  );
  await press(inner, '[name=add]');
  await press(inner, '[name=remove]');
  await vi.waitFor(() => expect(inner.querySelector('[name=remove]')).toBeNull());
  await expect.poll(() => inner.activeElement?.getAttribute('name')).toBe('add');
});

it('a checkout writes no earlier word over what the visitor has typed, or into the field that has it', async () => {
  const typed = { 'address|city': 'Graz', 'address|street': 'Ring 1', 'address|zip': '8010' };
  localStorage.setItem('smallyes:draft:checkout|checkout', JSON.stringify({ v: 1, t: Date.now(), typed }));
  const inner = mountInFrame(
    <Checkout
      id="checkout"
      steps={[
        {
          id: 'address',
          title: 'Where to?',
          body: (
            <>
              <input name="city" ref={(field) => field?.focus()} />
              <input name="street" />
              <input
                name="zip"
                ref={(field) => {
                  if (field) field.value = '1010';
                }}
              />
            </>
          ),
        },
      ]}
      onSubmit={() => {}}
    />,
  );
  const value = (name: string) => inner.querySelector<HTMLInputElement>(`[name=${name}]`)?.value;
  await expect.poll(() => value('street')).toBe('Ring 1');
  expect(value('city')).toBe('');
  expect(value('zip')).toBe('1010');
});

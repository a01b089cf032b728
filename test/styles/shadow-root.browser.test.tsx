import { render } from '@testing-library/react';
import { QuantityStepper } from 'smallyes/add-to-cart-button';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, it, onTestFinished } from 'vitest';
import kit from '../../src/styles/styles.css?inline';
import host from '../support/host-page.css?inline';
import { addSheet, styleOf } from '../support/host-page.ts';
import { mountInShadow } from '../support/shadow-page.tsx';

const ask = <NewsletterForm id="letter" get="A letter on Fridays" onSubmit={() => undefined} />;

// Firefox names the tokens as well, which begin at the host and not at the page.
const lookOf = (root: ParentNode) =>
  ['.sy-newsletter-form', 'h2', 'label', 'input[type=email]', 'button'].map((selector) =>
    styleOf(root.querySelector(selector)!, (property) => !property.startsWith('--')),
  );

it('in a shadow root that holds the stylesheet looks as in a page, whatever the page around it says in no layer', async () => {
  const sheet = addSheet(kit);
  const { container } = render(<CommitmentProvider>{ask}</CommitmentProvider>);
  const inPage = lookOf(container);
  sheet.remove();
  container.remove();

  const theme = addSheet(host.replace('@layer page', '@media all'));
  onTestFinished(() => theme.remove());
  const shadow = mountInShadow(ask);
  addSheet(kit, shadow);
  await expect.poll(() => shadow.querySelector('button')).not.toBeNull();
  expect(lookOf(shadow)).toEqual(inPage);
});

it('in a shadow root the brand is there outside of asks, too', async () => {
  const brand = (root: ParentNode) => {
    const field = root.querySelector('input')!;
    return ['ring', 'accent-strong', 'accent-edge', 'accent-soft-border'].map((token) => {
      field.style.color = `var(--sy-${token})`;
      return getComputedStyle(field).color;
    });
  };
  const sheet = addSheet(kit);
  onTestFinished(() => sheet.remove());
  const { container } = render(<QuantityStepper />);
  const shadow = mountInShadow(<QuantityStepper />);
  addSheet(kit, shadow);
  await expect.poll(() => shadow.querySelector('input')).not.toBeNull();
  expect(brand(shadow)).toEqual(brand(container));
});

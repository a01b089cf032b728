import { render } from '@testing-library/react';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, it, onTestFinished } from 'vitest';
import kit from '../../src/styles/styles.css?inline';
import host from '../support/host-page.css?inline';
import { mountInShadow } from '../support/shadow-page.tsx';

const ask = <NewsletterForm id="letter" get="A letter on Fridays" onSubmit={() => undefined} />;

/** A stylesheet, in the page or in a shadow root; ends with its test. */
function addSheet(css: string, to: ParentNode = document.head) {
  const sheet = document.createElement('style');
  // What moves is read at its end.
  sheet.textContent = `${css}\n* { transition: none !important; }`;
  to.prepend(sheet);
  onTestFinished(() => sheet.remove());
  return sheet;
}

function lookOf(root: ParentNode) {
  return ['.sy-newsletter-form', 'h2', 'label', 'input[type=email]', 'button'].map((selector) => {
    const style = getComputedStyle(root.querySelector(selector)!);
    // Firefox names the tokens as well, which begin at the host and not at the page.
    const names = [...style].filter((property) => !property.startsWith('--'));
    return Object.fromEntries(names.map((property) => [property, style.getPropertyValue(property)]));
  });
}

it('in a shadow root that holds the stylesheet looks as in a page, whatever the page around it says in no layer', async () => {
  const sheet = addSheet(kit);
  const { container } = render(<CommitmentProvider>{ask}</CommitmentProvider>);
  const inPage = lookOf(container);
  sheet.remove();
  container.remove();

  addSheet(host.replace('@layer page', '@media all'));
  const shadow = mountInShadow(ask);
  addSheet(kit, shadow);
  await expect.poll(() => shadow.querySelector('button')).not.toBeNull();
  expect(lookOf(shadow)).toEqual(inPage);
});

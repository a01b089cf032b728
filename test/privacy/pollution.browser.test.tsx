import { render } from '@testing-library/react';
import { ContactDialog } from 'smallyes/contact-dialog';
import { CommitmentProvider } from 'smallyes/provider';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';

const hostile =
  '"__proto__":{"polluted":"yes","shop":"no"},"constructor":{"prototype":{"polluted":"yes"}},"toString":"x"';
const names = ['__proto__', '__proto__.polluted', 'constructor.prototype.polluted', 'toString', 'shop'];
const shape = () => Reflect.ownKeys(Object.prototype).map(String).join();
const clean = shape();

const quote = defineStepForm({
  steps: {
    shop: { title: 'Your shop', fields: [{ type: 'text', name: 'shop', label: 'Shop', required: true }] },
  },
  endings: { sent: { title: 'Thank you' } },
});

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

it('a hostile draft in storage brings back our fields alone, and changes no prototype', async () => {
  localStorage.setItem(
    'smallyes:draft:contact-dialog|talk',
    `{"v":1,"t":${Date.now()},"values":{${hostile},"shop":"Janas"},"more":{${hostile}}}`,
  );
  const sent: object[] = [];
  render(
    <CommitmentProvider>
      <ContactDialog
        id="talk"
        trigger="Contact us"
        title="Write to us"
        fields={[{ type: 'text', name: 'shop', label: 'Shop', required: true }]}
        onSubmit={(values) => void sent.push(values)}
      />
    </CommitmentProvider>,
  );
  await userEvent.click(page.getByRole('button', { name: 'Contact us' }));
  await expect.element(page.getByRole('textbox', { name: 'Shop' })).toHaveValue('Janas');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Send' }));
  await expect.poll(() => sent).toEqual([{ shop: 'Janas' }]);
  expect(Object.getPrototypeOf(sent[0])).toBe(Object.prototype);
  expect([shape(), 'polluted' in {}]).toEqual([clean, false]);
});

it('hostile names in the errors of a server show as words, and change no prototype', async () => {
  const errors = JSON.parse(`{${names.map((name) => `"${name}":"No: ${name}"`).join()}}`) as Record<
    string,
    string
  >;
  render(
    <CommitmentProvider>
      <StepForm id="quote" form={quote} onSubmit={() => ({ status: 'invalid', errors })} />
    </CommitmentProvider>,
  );
  await userEvent.fill(page.getByRole('textbox', { name: 'Shop' }), 'Janas');
  await userEvent.click(page.getByRole('button', { name: /^(Send|Continue)$/ }));
  await expect.element(page.getByRole('textbox', { name: 'Shop' })).toHaveAccessibleDescription(/No: shop/);
  await expect.element(page.getByText(/No: __proto__\.polluted/)).toBeVisible();
  expect([shape(), 'polluted' in {}]).toEqual([clean, false]);
});

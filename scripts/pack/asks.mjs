// The asks of the examples, as a visitor finds them. One function for each component.
import assert from 'node:assert/strict';
import { until } from './visitor.mjs';

export const poll = 'biggest-hurdle';
export const rating = 'article-delivery';
export const secondRating = 'article-checkout';
export const dialog = 'write';
export const gate = 'warehouse-questions';
export const quote = 'quote';

/** What the asks say when they were answered so. */
export const trust = 'committed {"choice":"Trust"}';
export const stars = (value) => `committed {"value":${value},"max":5}`;

export function pollOf(page) {
  const root = page.locator('[data-sy-ask=poll]');
  return {
    root,
    option: (name) => root.getByRole('radio', { name }),
    /** As a visitor with a keyboard comes there. */
    async reachByTab() {
      for (let presses = 0; presses < 10; presses++) {
        await page.keyboard.press('Tab');
        if (
          await root
            .getByRole('radio')
            .first()
            .evaluate((radio) => radio === document.activeElement)
        )
          return;
      }
      assert.fail('Tab does not reach the poll');
    },
    /** Clicks without a locator. */
    async clickRow(name) {
      const [x, y] = await page.evaluate((text) => {
        const rows = [...document.querySelectorAll('[data-sy-ask=poll] label')];
        const row = rows.find(({ textContent }) => textContent === text);
        row.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = row.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      }, name);
      await page.mouse.click(x, y);
    },
    isCounted: () =>
      until(async () => {
        const text = await page.evaluate(() => document.querySelector('[data-sy-ask=poll]')?.textContent);
        assert.match(text ?? '', /your choice/);
      }),
  };
}

export function ratingOf(page) {
  const root = page.locator('[data-sy-ask=star-rating]');
  return {
    root,
    star: (count) =>
      root.locator('label', { has: page.getByRole('radio', { name: new RegExp(`^${count} star`) }) }),
    isRated: (count) => root.getByText(`You rated ${count} of 5`).waitFor(),
  };
}

/** A contact dialog: the trigger on the page, and the dialog that it opens. */
export function dialogOf(page) {
  const root = page.getByRole('dialog', { name: 'What shall we look at?' });
  const field = (name) => root.getByRole('textbox', { name });
  return {
    root,
    field,
    trigger: page.locator('.sy-contact-dialog-trigger'),
    async fill() {
      await field('Your name').fill('Mara Lind');
      await field('E-mail').fill('mara@tea.example');
      await field('What is it about?').fill('Two carriers, one promise.');
    },
    send: () => root.getByRole('button', { name: 'Send' }).click(),
    thanks: root.getByText('Until then: ask your warehouse'),
    isFocused: (element) => until(async () => assert.ok(await hasFocus(element))),
  };
}

export function gateOf(page) {
  const root = page.locator('.sy-lead-gate');
  return {
    root,
    email: root.getByRole('textbox', { name: 'E-mail address' }),
    send: root.getByRole('button', { name: 'Get it now' }),
    /** What the gate guards; stands on the server alone. */
    secret: root.getByText(guarded),
  };
}

/** A sentence of what the gate guards. */
export const guarded = 'At which hour does the last parcel leave on a Friday?';

export function quoteOf(page) {
  const root = page.locator('.sy-step-form');
  const button = (name) => root.getByRole('button', { name, exact: true });
  return {
    root,
    option: (name) => root.getByRole('radio', { name }),
    parcels: root.getByRole('spinbutton', { name: 'Parcels in a month' }),
    name: root.getByRole('textbox', { name: 'Your name' }),
    email: root.getByRole('textbox', { name: 'E-mail' }),
    goOn: () => button('Continue').click(),
    goBack: () => button('Back').click(),
    send: () => button('Send').click(),
    isAt: (heading) => root.getByRole('heading', { name: heading }).waitFor(),
  };
}

export const steps = {
  need: 'What would help you most?',
  parcels: 'How many parcels leave you in a month?',
  contact: 'Where shall we send the quote?',
  sent: 'Thank you, Mara',
};

const hasFocus = (element) => element.evaluate((one) => one === document.activeElement);

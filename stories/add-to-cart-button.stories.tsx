import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { AddToCartButton, type AddToCartButtonProps, QuantityStepper } from 'smallyes/add-to-cart-button';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

const grinder = {
  id: 'hand-grinder-38',
  name: 'Hand grinder, 38 mm steel burrs',
  price: { amount: 89.9, currency: 'EUR' },
};

/**
 * One press puts a product into the cart. The screen goes ahead, your server has the last word, and the press can be taken back.
 * The cart itself is your own store's: `inCart` says what is in it, whichever tab changed it.
 */
const meta = {
  component: AddToCartButton,
  tags: ['medium'],
  args: { id: 'add-grinder', product: grinder, onSubmit: fn(), onEvent: fn() },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: '26rem' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<AddToCartButtonProps>;

export default meta;

type Story = StoryObj<AddToCartButtonProps>;

/** The price of a piece stands in the button. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(
      canvas.getByRole('button', { name: 'Add to cart Hand grinder, 38 mm steel burrs €89.90' }),
    ).toBeVisible();
  },
};

/** One press later: it counted, it can be taken back, and the way to the checkout is open. */
export const Added: Story = {
  args: {
    inCart: 0,
    next: (
      <a className="sy-button" href="#checkout">
        Go to the checkout
      </a>
    ),
  },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Add to cart/ }));
    await expect(canvas.getByRole('status')).toHaveTextContent('Added to your cart.');
    await expect(canvas.getByText('1 in your cart')).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Go to the checkout' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed']);
  },
};

/** Taken back: the yes is withdrawn. */
export const TakenBack: Story = {
  args: { inCart: 2 },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Add to cart/ }));
    await userEvent.click(canvas.getByRole('button', { name: /^Undo/ }));
    await expect(canvas.getByText('2 in your cart')).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'committed', 'withdrawn']);
  },
};

/** Several pieces at once: the button says what one costs, and what all of them do. So does the value of the event. */
export const WithQuantity: Story = {
  args: { children: <QuantityStepper max={6} />, max: 6, inCart: 0 },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'One more' }));
    await expect(
      canvas.getByRole('button', {
        name: 'Add to cart Hand grinder, 38 mm steel burrs 2 × €89.90 = €179.80',
      }),
    ).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Add to cart/ }));
    await expect(canvas.getByText('2 in your cart')).toBeVisible();
    const events = (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls;
    await expect(events.at(-1)?.[0].value).toEqual({ amount: 179.8, currency: 'EUR' });
  },
};

/** The server is slow: the screen has gone ahead, and the event waits. */
export const Pending: Story = {
  args: { inCart: 0, onSubmit: () => new Promise(() => {}) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Add to cart/ }));
    await expect(canvas.getByText('1 in your cart')).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started']);
  },
};

/** Fewer are left than the visitor wants: the server says so, and the cart is as it was. */
export const TooFewLeft: Story = {
  args: {
    inCart: 1,
    children: <QuantityStepper defaultValue={4} />,
    onSubmit: () => ({ status: 'invalid', errors: { quantity: 'Only two more are left.' } }),
  },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Add to cart/ }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('Only two more are left.');
    await expect(canvas.getByText('1 in your cart')).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual(['seen', 'started', 'failed']);
  },
};

/** There is none to be had. Showing it is no exposure. */
export const SoldOut: Story = {
  args: { soldOut: true },
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: /^Sold out/ })).toBeDisabled();
  },
};

/** The visitor has as many as one may have. */
export const AtTheLimit: Story = {
  args: { inCart: 2, max: 2 },
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: /^Add to cart/ })).toBeDisabled();
    await expect(canvas.getByText('You can have 2 of these at most.')).toBeVisible();
  },
};

/** A cart of your own, here a number: the button says what changes, and shows what the cart says. */
export const WithYourStore: Story = {
  render: function Shop(args) {
    const [pieces, setPieces] = useState(0);
    return (
      <AddToCartButton
        {...args}
        inCart={pieces}
        onSubmit={({ quantity, added }) => setPieces((now) => now + (added ? quantity : -quantity))}
      />
    );
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Add to cart/ }));
    await expect(canvas.getByText('1 in your cart')).toBeVisible();
  },
};

/** Long words break, and the price stays whole. */
export const LongText: Story = {
  args: {
    labels: { add: 'Put this limited edition into your shopping cart now' },
    product: { ...grinder, price: { amount: 12_499_990, currency: 'IDR' } },
    children: <QuantityStepper defaultValue={12} />,
    inCart: 1_024,
  },
};

/** In Arabic, from right to left, in Kuwaiti dinars, which have three decimals. */
export const RightToLeft: Story = {
  args: {
    inCart: 3,
    children: <QuantityStepper defaultValue={4} />,
    product: { ...grinder, name: 'مطحنة يدوية', price: { amount: 28.5, currency: 'KWD' } },
  },
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <CommitmentProvider locale="ar" labels={ar}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
};

/** On a dark page, in a card. */
export const Dark: Story = {
  args: { appearance: 'card', inCart: 1, children: <QuantityStepper /> },
  globals: { theme: 'dark' },
};

function linesOf(onEvent: unknown): string[] {
  return (onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { Checkout, type CheckoutOrder, type CheckoutProps } from 'smallyes/checkout';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { expect, fn, type Mock, userEvent, waitFor } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

const order: CheckoutOrder = {
  lines: [
    { id: 'hand-grinder-38', name: 'Hand grinder, 38 mm', quantity: 1, amount: 89.9, note: 'Matt black' },
    { id: 'filters-100', name: 'Paper filters, 100', quantity: 3, amount: 17.7 },
  ],
  sums: [
    { label: 'Delivery', amount: 4.9 },
    { label: 'Welcome coupon', amount: -10 },
  ],
  total: { amount: 102.5, currency: 'EUR' },
};

const field = (name: string, label: string, autoComplete: string) => (
  <label className="sy-field">
    <span className="sy-label">{label}</span>
    <input className="sy-input" name={name} autoComplete={autoComplete} required />
  </label>
);

const steps: CheckoutProps['steps'] = [
  {
    id: 'cart',
    title: 'Is that all?',
    description: 'You can still change the number of pieces in your cart.',
  },
  {
    id: 'address',
    title: 'Where shall it go?',
    body: (
      <>
        {field('name', 'Name', 'name')}
        {field('street', 'Street and number', 'street-address')}
        {field('city', 'Postcode and city', 'address-level2')}
      </>
    ),
  },
  {
    id: 'payment',
    title: 'How would you like to pay?',
    description: 'Your card stays with the payment service. We never see its number.',
    body: (
      <div className="sy-choices" role="radiogroup" aria-label="Way to pay">
        {['Card', 'Bank transfer', 'Invoice'].map((way, at) => (
          <label className="sy-choice" key={way}>
            <input
              className="sy-choice-input"
              type="radio"
              name="way"
              value={way}
              defaultChecked={at === 0}
            />
            <span className="sy-choice-label">{way}</span>
          </label>
        ))}
      </div>
    ),
  },
];

/**
 * The way from the cart to the payment, each step a small yes. The steps are yours and the payment is your payment service's; what is
 * typed stays when a payment fails, and an order counts once, on whichever page and device the visitor comes back. For a shop with
 * pages of its own there is the hook `useCheckout`.
 */
const meta = {
  component: Checkout,
  tags: ['strong'],
  // Steps are entries of the browser's history, which all stories share; so is the memory.
  args: {
    id: 'checkout',
    heading: 'Checkout',
    steps,
    order,
    history: false,
    remember: false,
    draft: false,
    onEvent: fn(),
    onSubmit: () => ({ status: 'ok', order: 'A-1042' }),
  },
} satisfies Meta<CheckoutProps>;

export default meta;

type Story = StoryObj<CheckoutProps>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const press = (canvas: Canvas, name: string | RegExp) =>
  userEvent.click(canvas.getByRole('button', { name }));

async function toPayment(canvas: Canvas) {
  await press(canvas, 'Continue');
  await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'Ada Example');
  await userEvent.type(canvas.getByRole('textbox', { name: 'Street and number' }), 'Long Lane 1');
  await userEvent.type(canvas.getByRole('textbox', { name: 'Postcode and city' }), '8010 Graz');
  await press(canvas, 'Continue');
  await waitFor(() =>
    expect(canvas.getByRole('heading', { name: 'How would you like to pay?' })).toHaveFocus(),
  );
}

/** The first step. What is bought stands beside it all the way. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('heading', { name: 'Is that all?' })).toBeVisible();
    await expect(canvas.getByText('€102.50')).toBeVisible();
  },
};

/** Before the payment: the button says what it costs. */
export const Payment: Story = {
  async play({ canvas, args }) {
    await toPayment(canvas);
    await expect(canvas.getByRole('button', { name: 'Pay €102.50' })).toBeVisible();
    await expect(linesOf(args.onEvent)).toEqual([
      'checkout.step seen',
      'checkout.step started',
      'checkout.step committed',
      'checkout.step committed',
    ]);
  },
};

/** The order is placed and paid. */
export const Placed: Story = {
  args: { next: <p>Would you like to know when your order leaves our workshop?</p> },
  async play({ canvas, args }) {
    await toPayment(canvas);
    await press(canvas, /^Pay/);
    await expect(await canvas.findByText('Order A-1042')).toBeVisible();
    await expect(linesOf(args.onEvent).slice(-2)).toEqual([
      'checkout.step committed',
      'checkout.purchase committed',
    ]);
  },
};

/** The order is placed, and the payment comes later: a bank transfer, a direct debit, an invoice. */
export const PaymentPending: Story = {
  args: { onSubmit: () => ({ status: 'pending', order: 'A-1042' }) },
  async play({ canvas }) {
    await toPayment(canvas);
    await press(canvas, /^Pay/);
    await expect(
      await canvas.findByRole('heading', { name: 'Your order is placed. The payment is on its way.' }),
    ).toBeVisible();
  },
};

/** The payment did not work: the visitor reads why, and everything typed is still there. */
export const PaymentFailed: Story = {
  args: {
    onSubmit: () => ({
      status: 'failed',
      reason: 'card-declined',
      message: 'Your bank did not allow the payment. Nothing was charged: please try another way to pay.',
    }),
  },
  async play({ canvas, args }) {
    await toPayment(canvas);
    await press(canvas, /^Pay/);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Nothing was charged');
    await press(canvas, 'Back');
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Example');
    await press(canvas, 'Continue');
    await press(canvas, /^Pay/);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Nothing was charged');
    await expect(linesOf(args.onEvent).at(-1)).toBe('checkout.purchase failed');
  },
};

/** The server is asked. */
export const Sending: Story = {
  args: { onSubmit: () => new Promise(() => {}) },
  async play({ canvas }) {
    await toPayment(canvas);
    await press(canvas, /^Pay/);
    await expect(canvas.getByRole('status')).toHaveTextContent('One moment …');
  },
};

/** The cart was changed in another tab while the visitor was about to pay: nothing is paid until they have seen it. */
export const CartChanged: Story = {
  render: function Shop(args) {
    const [now, setNow] = useState(order);
    useEffect(() => {
      const change = () =>
        setNow({
          ...order,
          lines: [...order.lines, { id: 'scale', name: 'Scale', amount: 39 }],
          total: { amount: 141.5, currency: 'EUR' },
        });
      addEventListener('cart-changed-elsewhere', change);
      return () => removeEventListener('cart-changed-elsewhere', change);
    }, []);
    return <Checkout {...args} order={now} />;
  },
  async play({ canvas }) {
    await toPayment(canvas);
    dispatchEvent(new Event('cart-changed-elsewhere'));
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'The total was €102.50 and is now €141.50.',
    );
  },
};

/** The page that a payment service returns to, an hour later: the server knows how it ended. */
export const BackFromThePayment: Story = {
  args: { result: { status: 'ok', order: 'A-1042' } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { name: 'Thank you for your order!' })).toBeVisible();
  },
};

/** An empty cart leads nowhere. */
export const EmptyCart: Story = {
  args: { order: { lines: [], total: { amount: 0, currency: 'EUR' } } },
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'Continue' })).toBeDisabled();
  },
};

/** Long names break, and amounts stay whole. */
export const LongText: Story = {
  args: {
    heading: 'Your order from the workshop in the old brewery',
    order: {
      lines: [
        {
          id: 'long',
          name: 'Hand-made walnut case with brass hinges, room for a grinder, a kettle and a set of four cups',
          quantity: 12,
          amount: 148_788_000,
        },
      ],
      sums: [{ label: 'Delivery by a carrier who calls before, to the second floor', amount: 2_400_000 }],
      total: { amount: 151_188_000, currency: 'IDR' },
    },
    steps: [
      {
        id: 'delivery',
        title: 'When shall our carrier come, and may it be left with a neighbour if nobody is in?',
      },
      { id: 'payment', title: 'Payment', goOn: 'Place the order and pay for it with the card above' },
    ],
  },
};

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: {
    heading: 'إتمام الطلب',
    steps: [
      { id: 'cart', title: 'سلتك', description: 'ما زال بإمكانك تغيير عدد القطع.' },
      { id: 'address', title: 'إلى أين نرسل الطلب؟' },
      { id: 'payment', title: 'كيف تود أن تدفع؟' },
    ],
    order: {
      lines: [{ id: 'hand-grinder-38', name: 'مطحنة قهوة يدوية', quantity: 2, amount: 57 }],
      sums: [{ label: 'التوصيل', amount: 1.5 }],
      total: { amount: 58.5, currency: 'KWD' },
    },
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

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' }, args: { defaultStep: 'payment' } };

/** Without the card around it, and without a summary. */
export const Plain: Story = { args: { appearance: 'plain', order: undefined, heading: undefined } };

function linesOf(onEvent: unknown): string[] {
  const { calls } = (onEvent as Mock<(event: CommitmentEvent) => void>).mock;
  return calls.map(([{ kind, phase }]) => `${kind} ${phase}`);
}

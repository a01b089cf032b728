import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { expect, fn, type Mock, userEvent, waitFor, within } from 'storybook/test';
import { type Cart, cart } from './shop-cart.ts';
import { shopLadder } from './shop-ladder.ts';
import { ShopPath, type ShopPathProps } from './shop-path.tsx';
import { createShopServer } from './shop-server.ts';

/**
 * A potter's shop: a search, a piece, a letter with a coupon, the cart, an account, the order. Each step is a yes of its own; what is
 * asked besides, and when, is the ladder's to say. The order is one attempt, whether the card is charged on the page, the bank asks on
 * its own, or only the server hears how it ended.
 */
const meta = {
  component: ShopPath,
  parameters: { layout: 'fullscreen', provider: { ladder: shopLadder }, shop: { at: '/' } },
  // Not in the docs, where all stories would stand on one page and share its address.
  tags: ['weak', 'medium', 'strong', '!autodocs'],
  args: { server: createShopServer(), onEvent: fn() },
  async beforeEach({ args, parameters }) {
    const { at, lines = [], coupon } = parameters['shop'] as { at: string } & Partial<Cart>;
    args.server = createShopServer(parameters['currency'] ?? 'EUR');
    cart.write({ lines, delivery: 'parcel', coupon });
    history.replaceState(null, '', `#${at}`);
    return () => {
      cart.clear();
      history.replaceState(null, '', location.pathname + location.search);
    };
  },
} satisfies Meta<typeof ShopPath>;

export default meta;

type Story = StoryObj<typeof meta>;

const page = within(document.body);
/** Forms bring their own part with the first touch, and the server answers after a moment. */
const late = { timeout: 12_000 };

const two: Partial<Cart> = {
  lines: [
    { item: 'tall-mug', glaze: 'moss', quantity: 2 },
    { item: 'butter-dish', glaze: 'sea', quantity: 1 },
  ],
};

/** The shelf: a search, and eight pieces. */
export const Home: Story = {
  async play({ args }) {
    await userEvent.type(page.getByRole('searchbox'), 'flower');
    await userEvent.click(page.getByRole('button', { name: 'Search' }));
    await page.findByText('2 results', {}, late);
    await expect(page.getAllByRole('link', { name: /€/ })).toHaveLength(2);
    await userEvent.click(page.getByRole('button', { name: 'Clear the search' }));
    await waitFor(() => expect(page.getAllByRole('link', { name: /€/ })).toHaveLength(8));
    await expect(yesesOf(args)).toEqual(['search-box.search 1']);
  },
};

/** Nothing is found: in place of an empty shelf the visitor is asked what is missing. */
export const NothingFound: Story = {
  async play() {
    await userEvent.type(page.getByRole('searchbox'), 'samovar');
    await userEvent.click(page.getByRole('button', { name: 'Search' }));
    await expect(
      await page.findByRole('heading', { name: 'We do not make that yet. Should we?' }, late),
    ).toBeVisible();
  },
};

/** A piece, before anything is asked. */
export const Product: Story = {
  parameters: { shop: { at: '/piece/teapot' } },
  async play() {
    await userEvent.click(page.getByRole('radio', { name: 'Iron' }));
    await expect(page.getByRole('img', { name: 'Teapot in the glaze Iron' })).toBeVisible();
  },
};

/** Two mugs later: the way to the cart, and the letter, whose coupon counts for this order. */
export const LetterWithCoupon: Story = {
  parameters: { shop: { at: '/piece/tall-mug' } },
  async play({ args }) {
    await userEvent.click(page.getByRole('button', { name: 'One more' }));
    await userEvent.click(page.getByRole('button', { name: /^Add to cart/ }));
    await userEvent.type(
      await page.findByRole('textbox', { name: 'E-mail address' }, late),
      'ada@example.com',
    );
    await userEvent.click(page.getByRole('button', { name: 'Subscribe' }));
    await userEvent.click(await page.findByRole('button', { name: 'Use it for this order' }, late));
    await page.findByText('Ten percent are off your cart.', {}, late);
    await expect(cart.read().coupon).toBe('KILN10');
    await expect(yesesOf(args)).toEqual(['add-to-cart-button.add 2', 'newsletter-form.subscribe 2']);
  },
};

/** The cart, with the code in it. */
export const TheCart: Story = {
  parameters: { shop: { at: '/checkout', ...two, coupon: 'KILN10' } },
  async play() {
    await userEvent.click(page.getAllByRole('button', { name: 'One more' })[0] as HTMLElement);
    await expect(page.getByText('-€13.20')).toBeVisible();
    await expect(page.getByText('€125.70')).toBeVisible();
  },
};

/** The last step: the card fields are a frame of the payment service's. */
export const Payment: Story = {
  parameters: { shop: { at: '/checkout', ...two } },
  async play({ args }) {
    await toPayment();
    await expect(page.getByRole('button', { name: 'Pay €110.90' })).toBeVisible();
    await expect(yesesOf(args)).toEqual(Array(4).fill('checkout.step 2'));
  },
};

/** The card was declined: why, and that nothing is lost. */
export const Declined: Story = {
  parameters: { shop: { at: '/checkout', ...two } },
  async play({ args }) {
    await toPayment();
    await pay('4000 0000 0000 0002');
    await page.findByText(/^Your bank declined the card/, {}, late);
    await expect(heardBy(args).mock.lastCall?.[0]).toMatchObject({
      kind: 'checkout.purchase',
      phase: 'failed',
      data: { reason: 'card-declined' },
    });
  },
};

/** Paid. What was bought still stands beside the thanks; the cart is empty. */
export const Paid: Story = {
  parameters: { shop: { at: '/checkout', ...two, coupon: 'KILN10' } },
  async play({ args }) {
    await toPayment();
    await pay('4242 4242 4242 4242');
    await expect(await page.findByText('Order B-1042', {}, late)).toBeVisible();
    await expect(cart.read().lines).toEqual([]);
    await expect(yesesOf(args)).toEqual([...Array(5).fill('checkout.step 2'), 'checkout.purchase 3']);
    // The server has told of it too: one purchase.
    await waitFor(() => {
      const kept = [...args.server.rows.values()].filter(({ kind }) => kind === 'checkout.purchase');
      return expect(kept).toHaveLength(1);
    });
  },
};

/** The bank's own page, to which the checkout leads. */
export const AtTheBank: Story = {
  parameters: { shop: { at: '/checkout', ...two } },
  async play({ args }) {
    await toPayment();
    await userEvent.click(page.getByRole('radio', { name: /^At my bank/ }));
    await userEvent.click(page.getByRole('button', { name: /^Pay/ }));
    await expect(await page.findByRole('heading', { name: 'Confirm a payment' }, late)).toBeVisible();
    await expect(yesesOf(args)).toEqual(Array(5).fill('checkout.step 2'));
  },
};

/** In yen, which have no decimals. */
export const InYen: Story = {
  parameters: { shop: { at: '/checkout', ...two, coupon: 'KILN10' }, currency: 'JPY' },
  async play() {
    await expect(page.getByText('-¥1,720')).toBeVisible();
    await expect(page.getByText('¥17,880')).toBeVisible();
  },
};

/** On a phone: a piece that was put into the cart. */
export const OnAPhone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  parameters: { shop: { at: '/piece/breakfast-bowl' } },
  async play() {
    await userEvent.click(page.getByRole('button', { name: /^Add to cart/ }));
    await expect(await page.findByRole('link', { name: 'Go to your cart' }, late)).toBeVisible();
  },
};

/** The shop at night, at the payment: the frame of the payment service is dark as well. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  parameters: { shop: { at: '/checkout', ...two } },
  async play() {
    await toPayment();
    const { document: inside } = (await cardFrame()).contentWindow as Window;
    await waitFor(() => expect(getComputedStyle(inside.documentElement).colorScheme).toBe('dark'));
  },
};

/** In a script that runs from the right: everything mirrors but the drawings. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  parameters: { shop: { at: '/piece/pitcher' } },
};

async function press(name: string | RegExp) {
  await userEvent.click(await page.findByRole('button', { name }, late));
}

/** From the cart to the payment, without an account. */
async function toPayment() {
  await press('Order these');
  await press('Order without an account');
  for (const [name, words] of [
    ['Name', 'Ada Example'],
    ['Street and number', 'Long Lane 1'],
    ['Postcode and town', '8010 Graz'],
    ['E-mail for the receipt', 'ada@example.com'],
  ])
    await userEvent.type(await page.findByRole('textbox', { name: name as string }, late), words as string);
  await press('Continue');
  await page.findByRole('heading', { name: 'How shall it come?' }, late);
  await press('Continue');
  await page.findByRole('heading', { name: 'Payment' }, late);
}

/** The frame, once its page is there. */
async function cardFrame(): Promise<HTMLIFrameElement> {
  const frame = page.getByTitle<HTMLIFrameElement>('Card details, with Nordpay');
  await waitFor(() => expect(frame.contentDocument?.forms.length).toBe(1), late);
  return frame;
}

async function pay(number: string) {
  const inside = within((await cardFrame()).contentDocument?.body as HTMLElement);
  await userEvent.type(inside.getByRole('textbox', { name: 'Card number' }), number);
  await userEvent.type(inside.getByRole('textbox', { name: 'Valid until' }), '12/29');
  await userEvent.type(inside.getByRole('textbox', { name: 'Check digits' }), '123');
  await press(/^Pay/);
}

function heardBy({ onEvent }: ShopPathProps): Mock<(event: CommitmentEvent) => void> {
  return onEvent as Mock<(event: CommitmentEvent) => void>;
}

function yesesOf(args: ShopPathProps): string[] {
  return heardBy(args).mock.calls.flatMap(([{ kind, phase, grade }]) =>
    phase === 'committed' ? [`${kind} ${grade}`] : [],
  );
}

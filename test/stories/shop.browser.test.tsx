import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder, type EventLine, type Recorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Cart, cart, cartKey } from '../../stories/journeys/shop-cart.ts';
import { ShopPath } from '../../stories/journeys/shop-path.tsx';
import { createShopServer, type ShopServer } from '../../stories/journeys/shop-server.ts';
import { tabTo } from '../support/tab-to.ts';

const hour = 3_600_000;

let most = 0;
let watching: MutationObserver;
/** Nothing leaves the page for another site. */
const stay = (event: Event) => {
  if ((event.target as Element).closest('a[href]:not([href^="#"])')) event.preventDefault();
};

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(640, 700);
  scrollTo(0, 0);
  most = 0;
  watching = new MutationObserver(() => {
    most = Math.max(most, openAsks().length);
  });
  watching.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-ask'] });
  addEventListener('click', stay);
});

// Whatever else happened: one ask at a time.
afterEach(() => {
  vi.useRealTimers();
  watching.disconnect();
  removeEventListener('click', stay);
  expect(most).toBeLessThan(2);
});

interface Visit {
  server?: ShopServer;
  /** Address of the page. */
  at?: string;
  /** The visitor was here before. */
  isBack?: boolean;
  isStrict?: boolean;
}

/** Loads a page of the shop. */
function mount({ server = createShopServer(), at = '/', isBack = false, isStrict = false }: Visit = {}) {
  history.replaceState(null, '', `#${at}`);
  const recorder = createRecorder({ keepMemory: isBack });
  const tree = (
    <recorder.Provider>
      <ShopPath server={server} />
    </recorder.Provider>
  );
  render(isStrict ? <StrictMode>{tree}</StrictMode> : tree);
  return { recorder, server };
}

const mugs: Cart = { lines: [{ item: 'tall-mug', glaze: 'sea', quantity: 1 }], delivery: 'parcel' };

/** A visitor who has put something into the cart, in the order. */
function mountOrder(visit: Visit = {}, inCart: Cart = mugs) {
  cart.write(inCart);
  return mount({ at: '/checkout', ...visit });
}

const openAsks = () =>
  [...document.querySelectorAll<HTMLElement>('.sy-next-ask[data-ask]')].map(({ dataset }) => dataset['ask']);
const untilOpen = (...asks: string[]) => vi.waitFor(() => expect(openAsks()).toEqual(asks), 4000);

const linesOf = ({ events }: Recorder) =>
  events.map(({ kind, phase, grade, ladder, value }) =>
    `${kind} ${phase} ${grade} ${ladder ? `${ladder.rung}/${ladder.of}` : 'off'} ${value ? `${value.amount} ${value.currency}` : ''}`.trim(),
  );
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });
const field = (name: string) => page.getByRole('textbox', { name });
const card = () => page.frameLocator(page.getByTitle('Card details, with Nordpay'));
const alert = () => document.querySelector('.sy-checkout [role=alert]:not(:empty)');

/** Scrolls to an ask, and stays until it has counted as seen. */
async function see(
  recorder: Recorder,
  ask: string,
  selector: string,
  block: 'center' | 'end' = 'center',
): Promise<void> {
  const element = await vi.waitFor(() => {
    const found = document.querySelector(selector);
    expect(found).not.toBeNull();
    return found!;
  }, 4000);
  element.scrollIntoView({ block });
  await vi.waitFor(
    () => expect(recorder.phases(ask).some((one: EventLine) => one.endsWith(' seen'))).toBe(true),
    5000,
  );
}

async function fillAddress(): Promise<void> {
  await expect.element(heading('Where shall it go?')).toHaveFocus();
  await field('Name').fill('Ada Example');
  await field('Street and number').fill('Long Lane 1');
  await field('Postcode and town').fill('8010 Graz');
  await field('E-mail for the receipt').fill('ada@example.com');
}

/** From the cart to the payment, without an account. */
async function toPayment(): Promise<void> {
  await button('Order these').click();
  await expect.element(heading('An account, if you like')).toHaveFocus();
  await button('Order without an account').click();
  await fillAddress();
  await button('Continue').click();
  await expect.element(heading('How shall it come?')).toHaveFocus();
  await field('A line for the card, if it is a gift').fill('For Bo');
  await button('Continue').click();
  await expect.element(heading('Payment')).toHaveFocus();
}

async function fillCard(number = '4242 4242 4242 4242'): Promise<void> {
  await card().getByRole('textbox', { name: 'Card number' }).fill(number);
  await card().getByRole('textbox', { name: 'Valid until' }).fill('12/29');
  await card().getByRole('textbox', { name: 'Check digits' }).fill('123');
}

const paid = () => expect.element(heading('Thank you for your order!')).toBeVisible();
const purchases = ({ rows }: ShopServer) =>
  [...rows.values()].filter(({ kind, phase }) => kind === 'checkout.purchase' && phase === 'committed');

describe('the way through the potter’s shop', { timeout: 60_000 }, () => {
  it('comes from a search to an order, by this stream of events', async () => {
    const { recorder, server } = mount({ isStrict: true });
    await see(recorder, 'find', '.sy-search-box');
    // With the list below the field, which comes when the visitor turns to it, events say how the words came about.
    await page.getByRole('searchbox').click();
    await page.getByRole('combobox').fill('mug');
    await button('Search').dblClick();
    await expect.element(page.getByText('2 results')).toBeVisible();
    await page.getByRole('link', { name: /^Tall mug/ }).click();
    await expect.element(heading('Tall mug')).toHaveFocus();
    await vi.waitFor(() => expect(recorder.phases('look')).toHaveLength(3), 8000);

    await page.getByRole('radio', { name: 'Moss' }).click();
    await expect.element(page.getByRole('img', { name: 'Tall mug in the glaze Moss' })).toBeVisible();
    await see(recorder, 'add', '.sy-add-to-cart-button', 'end');
    await see(recorder, 'whose', '.sy-reactions');
    await button('One more').click();
    await button(/^Add to cart/).dblClick();
    await untilOpen('letter');
    await see(recorder, 'letter', '.sy-newsletter-form');
    await field('E-mail address').fill('ada@example.com');
    await button('Subscribe').dblClick();
    await expect.element(page.getByText('KILN10')).toBeVisible();
    await button('Use it for this order').click();
    await expect
      .element(page.getByRole('status').filter({ hasText: 'Ten percent are off your cart.' }))
      .toHaveFocus();
    await button('A gift').click();

    await page.getByRole('link', { name: 'Go to your cart' }).click();
    await expect.element(heading('Checkout')).toHaveFocus();
    await expect.element(page.getByText('-€5.60')).toBeVisible();
    await see(recorder, 'checkout', '.sy-checkout');
    await button('Order these').dblClick();
    await see(recorder, 'account', '.sy-account-form');
    await field('E-mail address').fill('ada@example.com');
    await button('Create account').dblClick();
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    await expect.element(field('E-mail for the receipt')).toHaveValue('ada@example.com');
    await fillAddress();
    await button('Continue').click();
    await expect.element(heading('How shall it come?')).toHaveFocus();
    await field('A line for the card, if it is a gift').fill('For Bo');
    await button('Continue').click();
    await expect.element(heading('Payment')).toHaveFocus();
    await fillCard();
    await button('Pay €57.30').dblClick();
    await expect.element(heading('Thank you for your order!')).toHaveFocus();
    await expect.element(page.getByText('Order B-1042')).toBeVisible();
    expect(cart.read().lines).toEqual([]);

    expect(linesOf(recorder)).toEqual([
      'search-box.search seen 1 1/8',
      'search-box.search started 1 1/8',
      'search-box.search committed 1 1/8',
      'product-view.view seen 1 3/8',
      'product-view.view started 1 3/8',
      'product-view.view committed 1 3/8',
      'add-to-cart-button.add seen 2 5/8 28 EUR',
      'reactions.react seen 1 4/8',
      'add-to-cart-button.add started 2 5/8 56 EUR',
      'add-to-cart-button.add committed 2 5/8 56 EUR',
      'newsletter-form.subscribe seen 2 6/8',
      'newsletter-form.subscribe started 2 6/8',
      'newsletter-form.subscribe committed 2 6/8',
      'reactions.react started 1 4/8',
      'reactions.react committed 1 4/8',
      'checkout.step seen 2 8/8 57.3 EUR',
      'checkout.step started 2 8/8 57.3 EUR',
      'checkout.step committed 2 8/8 57.3 EUR',
      'account-form.create seen 2 7/8',
      'account-form.create started 2 7/8',
      'account-form.create committed 2 7/8',
      'checkout.step committed 2 8/8 57.3 EUR',
      'checkout.step committed 2 8/8 57.3 EUR',
      'checkout.step committed 2 8/8 57.3 EUR',
      'checkout.step committed 2 8/8 57.3 EUR',
      'checkout.purchase committed 3 8/8 57.3 EUR',
    ]);
    expect(recorder.commitments.map(({ data }) => data)).toEqual([
      { results: 2, via: 'typed' },
      { item: 'tall-mug' },
      { item: 'tall-mug', quantity: 2 },
      { fields: ['email'] },
      { reaction: 'gift' },
      { step: 'cart', position: 1, of: 5 },
      { fields: ['email'] },
      ...['account', 'address', 'delivery', 'payment'].map((step, at) => ({ step, position: at + 2, of: 5 })),
      { order: 'B-1042' },
    ]);
    const own = recorder.events.filter(({ ask }) => ask.id === 'checkout');
    expect(new Set(own.map(({ attempt }) => attempt)).size).toBe(1);
    for (const event of recorder.events)
      expect(commitmentEventSchema.safeParse(event).error?.issues).toBeUndefined();
    expect(JSON.stringify(recorder.events)).not.toMatch(
      /\bada\b|long lane|graz|4242 ?4242|for bo|mug"?,"query/i,
    );
    // The server has told of the order as well: the collector has one of each.
    await expect.poll(() => server.rows.size).toBe(recorder.events.length);
    expect([...server.rows.keys()].sort()).toEqual(recorder.events.map(({ id }) => id).sort());
  });

  it('is walked with the keyboard alone', async () => {
    const { recorder } = mount();
    await tabTo('input[type=search]');
    await userEvent.keyboard('mug{Enter}');
    await expect.element(page.getByText('2 results')).toBeVisible();
    await tabTo('.shop-card');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Tall mug')).toHaveFocus();
    await tabTo('.shop-glazes input');
    await userEvent.keyboard('{ArrowRight}');
    await tabTo('.sy-quantity-input');
    await userEvent.keyboard('{ArrowUp}');
    await tabTo('.sy-add-to-cart-button-main');
    await userEvent.keyboard('{Enter}');
    await untilOpen('letter');
    await tabTo('.sy-newsletter-form input[type=email]');
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await expect.element(button('Use it for this order')).toBeVisible();
    await tabTo('.shop-redeem button');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('status').filter({ hasText: 'Ten percent are off your cart.' }))
      .toHaveFocus();
    await tabTo('.shop-added > a', { isBack: true });
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Checkout')).toHaveFocus();
    await tabTo('.shop-cart [aria-label="One more"]');
    await userEvent.keyboard('{Enter}');
    await tabTo('[data-current] [data-go=on]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('An account, if you like')).toHaveFocus();
    await tabTo('.sy-account-form input[type=email]');
    await userEvent.keyboard('ada@example.com{Enter}');
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    await tabTo('input[name=name]');
    await userEvent.keyboard('Ada{Tab}Long Lane 1{Tab}8010 Graz{Tab}{Tab}{Enter}');
    await expect.element(heading('How shall it come?')).toHaveFocus();
    await tabTo('input[name=delivery]');
    await userEvent.keyboard('{ArrowDown}');
    await tabTo('[data-current] [data-go=on]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Payment')).toHaveFocus();
    await tabTo('.shop-card-frame');
    await userEvent.keyboard('4242424242424242{Tab}12/29{Tab}123{Tab}');
    // Three mugs, ten percent off, fetched.
    await expect.element(button('Pay €75.60')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Thank you for your order!')).toHaveFocus();
    expect(recorder.commitments.map(({ kind }) => kind)).toEqual([
      'search-box.search',
      'add-to-cart-button.add',
      'newsletter-form.subscribe',
      'checkout.step',
      'account-form.create',
      'checkout.step',
      'checkout.step',
      'checkout.step',
      'checkout.step',
      'checkout.purchase',
    ]);
  });

  it('asks who has found nothing what is missing, and shows the whole shelf again', async () => {
    const { recorder } = mount();
    const shelf = () => page.getByRole('link', { name: /€/ }).elements().length;
    await page.getByRole('searchbox').click();
    await page.getByRole('combobox').fill('samovar');
    await button('Search').click();
    await untilOpen('wish');
    expect(shelf()).toBe(0);
    await field('What would you use it for?').fill('Tea for thirty, at my mother’s eightieth');
    await button('Tell Ida').click();
    await expect.element(page.getByText(/^Thank you! It hangs on the wall/)).toBeVisible();
    await button('Clear the search').click();
    await vi.waitFor(() => expect(shelf()).toBe(8));
    expect(recorder.commitments.map(({ kind, data }) => [kind, data])).toEqual([
      ['search-box.search', { results: 0, via: 'typed' }],
      ['comment-form.post', { fields: ['comment'] }],
    ]);
    expect(JSON.stringify(recorder.events)).not.toMatch(/samovar|mother/);
  });

  it('asks no address of who only looks, and has something smaller after a no', async () => {
    mount({ at: '/piece/tall-mug' });
    await button('Just looking').click();
    await button(/^Add to cart/).click();
    await expect.element(page.getByRole('link', { name: 'Go to your cart' })).toBeVisible();
    await page.getByRole('link', { name: 'The shelf' }).first().click();
    // The cart waits there, for which nothing has to be given.
    await untilOpen('checkout');
    cleanup();
    mount({ at: '/piece/tall-mug' });
    await button(/^Add to cart/).click();
    await untilOpen('letter');
    await button('No, thanks').click();
    await untilOpen('kiln');
  });
});

describe('the order', { timeout: 30_000 }, () => {
  it('tells before the payment that the cart was changed in another tab', async () => {
    const { server } = mountOrder();
    const place = vi.spyOn(server, 'place');
    await toPayment();
    await fillCard();
    // Another document: only there does a change make a storage event here.
    const tab = document.body.appendChild(document.createElement('iframe'));
    tab.contentWindow!.localStorage.setItem(
      cartKey,
      JSON.stringify({ ...mugs, lines: [...mugs.lines, { item: 'bud-vase', glaze: 'iron', quantity: 1 }] }),
    );
    await vi.waitFor(() => expect(alert()?.textContent).toContain('The total was €34.90 and is now €60.90.'));
    tab.remove();
    await button('Pay €60.90').click();
    expect(place).not.toHaveBeenCalled();
    await button('That is right').click();
    await button('Pay €60.90').click();
    await paid();
    expect(purchases(server).map(({ amount }) => amount)).toEqual([60.9]);
  });

  it('loses nothing that was typed when the card is declined, and counts one purchase in the end', async () => {
    const { recorder, server } = mountOrder();
    await toPayment();
    await button(/^Pay/).click();
    await vi.waitFor(() => expect(alert()?.textContent).toBe('Please look at your card details once more.'));
    await fillCard('4000 0000 0000 0002');
    await button(/^Pay/).click();
    await vi.waitFor(() => expect(alert()?.textContent).toMatch(/^Your bank declined the card/));
    await button('Back').click();
    await expect.element(field('A line for the card, if it is a gift')).toHaveValue('For Bo');
    await button('Back').click();
    await expect.element(field('Name')).toHaveValue('Ada Example');
    await expect.element(field('Street and number')).toHaveValue('Long Lane 1');
    await button('Continue').click();
    await button('Continue').click();
    await expect.element(heading('Payment')).toHaveFocus();
    await expect.element(card().getByRole('textbox', { name: 'Check digits' })).toHaveValue('123');
    await fillCard();
    await button(/^Pay/).click();
    await paid();
    expect(linesOf(recorder).slice(-2)).toEqual([
      'checkout.purchase failed 3 8/8 34.9 EUR',
      'checkout.purchase committed 3 8/8 34.9 EUR',
    ]);
    expect(recorder.events.at(-2)?.data).toEqual({ reason: 'card-declined' });
    await expect.poll(() => server.rows.size).toBe(recorder.events.length);
    expect(purchases(server)).toHaveLength(1);
  });

  it('goes on where a reload has cut it, in the same attempt', async () => {
    const { recorder, server } = mountOrder();
    await button('Order these').click();
    await button('Order without an account').click();
    await fillAddress();
    await button('Continue').click();
    await expect.element(heading('How shall it come?')).toHaveFocus();
    await page.getByText('I fetch it, for nothing').click();
    await button('Back').click();
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    await field('Name').fill('Ada E. Example');
    window.dispatchEvent(new Event('pagehide'));
    cleanup();
    const after = mount({ server, at: '/checkout', isBack: true });
    await expect.element(heading('Where shall it go?')).toBeVisible();
    await expect.element(field('Name')).toHaveValue('Ada E. Example');
    await expect.element(field('Postcode and town')).toHaveValue('8010 Graz');
    await button('Continue').click();
    await expect.element(page.getByRole('radio', { name: /^I fetch it/ })).toBeChecked();
    await button('Continue').click();
    await fillCard();
    await button('Pay €28.00').click();
    await paid();
    const events = [...recorder.events, ...after.recorder.events];
    expect(new Set(events.map(({ attempt }) => attempt)).size).toBe(1);
    // Fetching it costs less, so the steps that were done with a parcel count anew only where they are done anew.
    expect(linesOf(after.recorder).filter((line) => line.includes('purchase'))).toEqual([
      'checkout.purchase committed 3 8/8 28 EUR',
    ]);
    await expect.poll(() => purchases(server).length).toBe(1);
  });

  it('leads back to the cart where the server has another price', async () => {
    const server = createShopServer();
    const { place } = server;
    server.place = (bought, submission, more) =>
      place(bought, { ...submission, value: { amount: 1, currency: 'EUR' } }, more);
    mountOrder({ server });
    await toPayment();
    await fillCard();
    await button(/^Pay/).click();
    await expect.element(heading('Your cart')).toHaveFocus();
    expect(alert()?.textContent).toMatch(/^A price has changed/);
    expect(purchases(server)).toEqual([]);
  });

  it('reckons in yen, which have no decimals, and refuses a code that it does not know', async () => {
    const { recorder, server } = mountOrder(
      { server: createShopServer('JPY') },
      { lines: [{ item: 'espresso-cup', glaze: 'iron', quantity: 3 }], delivery: 'parcel' },
    );
    await field('Code from a letter').fill('KILN99');
    await button('Use it').click();
    await expect.element(page.getByText(/^We do not know this code/)).toBeVisible();
    await field('Code from a letter').fill('kiln10');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('-¥945')).toBeVisible();
    // The field that had the focus is gone, and the place is kept.
    expect(document.activeElement?.className).toContain('shop-cart-step');
    await toPayment();
    expect(document.body.textContent).not.toMatch(/¥[\d,]+\./);
    await fillCard();
    await button('Pay ¥10,905').click();
    await paid();
    expect(recorder.events.at(-1)).toMatchObject({
      kind: 'checkout.purchase',
      value: { amount: 10_905, currency: 'JPY' },
    });
    expect(purchases(server)[0]).toMatchObject({ amount: 10_905, currency: 'JPY' });
  });
});

describe('a payment at the bank', { timeout: 30_000 }, () => {
  /** Leaves for the bank. Gives what was recorded until then. */
  async function leave(visit: Visit = {}) {
    const { recorder, server } = mountOrder(visit);
    await toPayment();
    await page.getByText('At my bank').click();
    await button('Pay €34.90').click();
    await expect.element(heading('Confirm a payment')).toBeVisible();
    expect(recorder.phases().filter((line) => /abandoned|purchase/.test(line))).toEqual([]);
    await expect.poll(() => server.rows.size).toBe(recorder.events.length);
    cleanup();
    const { attempt } = recorder.events.find(({ ask }) => ask.id === 'checkout')!;
    return { server, attempt, sent: server.rows.size };
  }
  const back = (server: ShopServer) => mount({ server, at: '/return/R1042', isBack: true, isStrict: true });

  it('counts by the server alone, when nobody comes back', async () => {
    const { server, attempt } = await leave();
    await server.hearFromBank('R1042', 'paid');
    await server.hearFromBank('R1042', 'paid');
    expect(purchases(server)).toMatchObject([{ attempt, amount: 34.9, currency: 'EUR' }]);
  });

  it.each([
    ['in the same browser', () => {}],
    ['in a browser that knows nothing', () => localStorage.clear()],
  ])('counts once when the visitor is back an hour later, %s', async (_, meanwhile) => {
    const { server, attempt, sent } = await leave();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hour });
    meanwhile();
    await server.hearFromBank('R1042', 'paid');
    const { recorder } = back(server);
    await paid();
    await expect.element(page.getByText('Order B-1042')).toBeVisible();
    expect(linesOf(recorder)).toEqual(['checkout.purchase committed 3 8/8 34.9 EUR']);
    expect(recorder.events[0]!.attempt).toBe(attempt);
    await server.hearFromBank('R1042', 'paid');
    cleanup();
    // A reload of that page.
    const again = back(server);
    await paid();
    expect(linesOf(again.recorder)).toEqual([]);
    expect(purchases(server)).toMatchObject([{ attempt }]);
    expect(server.rows.size).toBe(sent + 1);
    expect(cart.read().lines).toEqual([]);
  });

  it('counts once when the visitor is back before the bank has reported, and is confirmed then', async () => {
    const { server, attempt } = await leave();
    const first = back(server);
    await expect.element(heading('Your order is placed. The payment is on its way.')).toBeVisible();
    expect(linesOf(first.recorder)).toEqual(['checkout.purchase committed 3 8/8 34.9 EUR']);
    await expect.poll(() => purchases(server)).toHaveLength(1);
    cleanup();
    await server.hearFromBank('R1042', 'paid');
    const second = back(server);
    await paid();
    expect(linesOf(second.recorder)).toEqual(['checkout.purchase confirmed 3 8/8 34.9 EUR']);
    expect(purchases(server)).toMatchObject([{ attempt }]);
  });

  it('loses nothing that was typed when it was cancelled there', async () => {
    const { server } = await leave();
    mount({ server, at: '/bank/R1042', isBack: true });
    await button('Cancel').click();
    await vi.waitFor(() => expect(alert()?.textContent).toMatch(/^You came back without paying/));
    await button('Back').click();
    await button('Back').click();
    await expect.element(field('Name')).toHaveValue('Ada Example');
    await button('Continue').click();
    await button('Continue').click();
    await page.getByText('Card', { exact: true }).click();
    await fillCard();
    await button(/^Pay/).click();
    await paid();
    await expect.poll(() => purchases(server)).toHaveLength(1);
  });
});

it.each([
  [1280, 'ltr'],
  [360, 'ltr'],
  [320, 'rtl'],
] as const)(
  'fits a window of %i px, %s, on each of its pages',
  { timeout: 30_000 },
  async (width, direction) => {
    await page.viewport(width, 800);
    document.documentElement.dir = direction;
    try {
      for (const at of ['/', '/piece/teapot', '/checkout']) {
        mountOrder({ at });
        await vi.waitFor(() => expect(document.querySelector('.shop main')).not.toBeNull());
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(`${at} ${scrollWidth}`).toBe(`${at} ${clientWidth}`);
        cleanup();
      }
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  },
);

import { render } from '@testing-library/react';
import { createRef, StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import {
  Checkout,
  type CheckoutElement,
  type CheckoutHandle,
  type CheckoutProps,
  type CheckoutResult,
  type UseCheckoutOptions,
  useCheckout,
} from 'smallyes/checkout';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { createCollector, type EventRow, recordOrder } from 'smallyes/server';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/checkout.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { consoleOutput, expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  history.replaceState(null, '');
});

const step = (phase: string): EventLine => `checkout.step ${phase}` as EventLine;
const buy = (phase: string): EventLine => `checkout.purchase ${phase}` as EventLine;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });
const pause = () => new Promise((resolve) => setTimeout(resolve, 600));

const order = (amount = 54.9) => ({
  lines: [{ id: 'grinder-x1', name: 'Grinder X1', quantity: 1, amount: amount - 5 }],
  sums: [{ label: 'Delivery', amount: 5 }],
  total: { amount, currency: 'EUR' },
});

const steps = [
  { id: 'cart', title: 'Your cart', body: <p>Grinder X1</p> },
  {
    id: 'address',
    title: 'Where shall it go?',
    body: (
      <label>
        City <input name="city" required />
      </label>
    ),
  },
  { id: 'payment', title: 'Payment', body: <p>Card</p> },
] as const;

const paid = { status: 'ok', order: 'A-1042' } as const;

function mount(props: Partial<CheckoutProps> = {}, options: { strict?: boolean; consent?: object } = {}) {
  const recorder = createRecorder({ keepMemory: true });
  const consent = options.consent ? { consent: options.consent } : {};
  const ui = (more: Partial<CheckoutProps> = {}) => {
    const all = { id: 'checkout', steps, order: order(), onSubmit: () => paid, ...props, ...more };
    const tree = (
      <recorder.Provider {...consent}>
        <Checkout {...(all as CheckoutProps)} />
      </recorder.Provider>
    );
    return options.strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

const goOn = () => userEvent.click(button('Continue'));
const city = () => page.getByRole('textbox', { name: 'City' });
async function toPayment() {
  await goOn();
  await userEvent.fill(city(), 'Graz');
  await goOn();
  await expect.element(heading('Payment')).toHaveFocus();
}
const pay = () => button(/^Pay/);
const whole = [
  step('seen'),
  step('started'),
  step('committed'),
  step('committed'),
  step('committed'),
  buy('committed'),
];

describeConformance('Checkout', {
  component: 'checkout',
  render: (props) => (
    <Checkout id="checkout" steps={steps} order={order()} onSubmit={() => paid} {...props} />
  ),
  async commit() {
    await toPayment();
    await userEvent.click(pay());
  },
  events: whole,
  vetoes: [],
});

describe('the way to the order', () => {
  it.each([false, true])('is a yes for each step, and a large one (StrictMode %s)', async (strict) => {
    const { recorder } = mount({}, { strict });
    await toPayment();
    await userEvent.click(pay());
    await expect.element(heading('Thank you for your order!')).toHaveFocus();
    await expect.element(page.getByText('Order A-1042')).toBeVisible();
    expectEvents(recorder, [
      step('seen'),
      step('started'),
      [step('committed'), { step: 'cart', position: 1, of: 3 }],
      [step('committed'), { step: 'address', position: 2, of: 3 }],
      [step('committed'), { step: 'payment', position: 3, of: 3 }],
      [buy('committed'), { order: 'A-1042' }],
    ]);
    expect(recorder.commitments.map(({ grade }) => grade)).toEqual([2, 2, 2, 3]);
    expect(recorder.commitments.at(-1)?.value).toEqual({ amount: 54.9, currency: 'EUR' });
  });

  it('keeps what was typed on the way back, and counts no step twice', async () => {
    const { recorder } = mount();
    expect(button('Back').elements()).toEqual([]);
    await toPayment();
    await userEvent.click(button('Back'));
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    await expect.element(city()).toHaveValue('Graz');
    await pause();
    await goOn();
    await expect.element(pay()).toBeVisible();
    expect(recorder.commitments).toHaveLength(2);
  });

  it("follows the browser's Back and Forward", async () => {
    mount();
    await toPayment();
    history.back();
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    history.back();
    await expect.element(heading('Your cart')).toHaveFocus();
    history.forward();
    await expect.element(heading('Where shall it go?')).toHaveFocus();
  });

  it('counts a step anew when the visitor goes back and changes the cart', async () => {
    const { recorder, rerender, ui } = mount();
    await goOn();
    await userEvent.click(button('Back'));
    rerender(ui({ order: order(99) }));
    await pause();
    await goOn();
    expectEvents(recorder, [
      step('seen'),
      step('started'),
      [step('committed'), { step: 'cart', position: 1, of: 3 }],
      [step('withdrawn'), { step: 'cart', position: 1, of: 3 }],
      [step('committed'), { step: 'cart', position: 1, of: 3 }],
    ]);
    expect(recorder.events.slice(-3).map(({ value }) => value?.amount)).toEqual([54.9, 54.9, 99]);
  });

  it('counts one press when it is a double click', async () => {
    const { recorder } = mount();
    await userEvent.dblClick(button('Continue'));
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    await userEvent.fill(city(), 'Graz');
    await goOn();
    await pause();
    await userEvent.dblClick(pay());
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expectEvents(recorder, whole);
  });

  it('asks the page before a step is left, which may take its time, and may say no', async () => {
    const answers: ((answer: string | boolean) => void)[] = [];
    const cities: unknown[] = [];
    const { recorder } = mount({
      onLeaveStep: (id, { formData }) => {
        if (id !== 'address') return;
        cities.push(formData.get('city'));
        return new Promise((answer) => void answers.push(answer));
      },
    });
    await goOn();
    await userEvent.fill(city(), 'Atlantis');
    await goOn();
    await expect.element(page.getByRole('status')).toHaveTextContent('One moment …');
    answers[0]!('We do not deliver there.');
    await expect.element(page.getByRole('alert')).toHaveTextContent('We do not deliver there.');
    expect(recorder.commitments).toHaveLength(1);
    await userEvent.fill(city(), 'Graz');
    await pause();
    await goOn();
    answers[1]!(true);
    await expect.element(heading('Payment')).toHaveFocus();
    expect(cities).toEqual(['Atlantis', 'Graz']);
  });

  it('lets go of a page that gives no answer, and says nothing of one that was stopped', async () => {
    expectConsole('warn', 'SY-401');
    const { setTimeout: real } = window;
    const hasty = vi
      .spyOn(window, 'setTimeout')
      .mockImplementation(((run: () => void, ms?: number) =>
        real(run, ms === 30_000 ? 300 : ms)) as typeof setTimeout);
    const signals: AbortSignal[] = [];
    const { recorder, unmount } = mount({
      onLeaveStep: (_, { signal }) =>
        new Promise((_, reject) => {
          signals.push(signal);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    await goOn();
    hasty.mockRestore();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/^That could not be saved just now/);
    await expect.element(button('Continue')).not.toHaveAttribute('aria-disabled');
    expect(signals[0]!.aborted).toBe(true);
    await goOn();
    await expect.element(page.getByRole('status')).toHaveTextContent('One moment …');
    unmount();
    expect(signals[1]!.aborted).toBe(true);
    await pause();
    expect(consoleOutput()).toHaveLength(1);
    expect(recorder.commitments).toEqual([]);
  });

  it('takes forms of the page inside its steps', async () => {
    const heard: string[] = [];
    const own = [
      {
        id: 'account',
        title: 'Account',
        body: ({ goOn }: { goOn(): void }) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              heard.push('account');
              goOn();
            }}
          >
            <button type="submit">Sign up</button>
          </form>
        ),
      },
      steps[2],
    ];
    const { recorder } = mount({ steps: own });
    await userEvent.click(button('Sign up'));
    await expect.element(heading('Payment')).toHaveFocus();
    expect(heard).toEqual(['account']);
    expect(recorder.commitments.map(({ data }) => (data as { step: string }).step)).toEqual(['account']);
  });

  it('works by keys alone', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('Graz{Enter}');
    await expect.element(heading('Payment')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect.element(heading('Thank you for your order!')).toHaveFocus();
    expectEvents(recorder, whole);
  });

  it('has nothing to pay where the cart is empty', async () => {
    mount({ order: { lines: [], total: { amount: 0, currency: 'EUR' } } });
    await expect.element(button('Continue')).toBeDisabled();
    expect(page.getByText('Your cart is empty.').elements()).toHaveLength(2);
  });
});

describe('the payment', () => {
  const results = (...all: (CheckoutResult | Promise<CheckoutResult>)[]) =>
    vi.fn(() => all.shift() as CheckoutResult);

  it('that fails says so, records why, and loses nothing', async () => {
    const onSubmit = vi
      .fn<NonNullable<CheckoutProps['onSubmit']>>()
      .mockReturnValueOnce({ status: 'failed', reason: 'card-declined', message: 'Your bank said no.' })
      .mockReturnValueOnce(paid);
    const { recorder } = mount({ onSubmit });
    await toPayment();
    await userEvent.click(pay());
    await expect.element(page.getByRole('alert')).toHaveTextContent('Your bank said no.');
    await userEvent.click(button('Back'));
    await expect.element(city()).toHaveValue('Graz');
    await pause();
    await goOn();
    await pause();
    await userEvent.click(pay());
    await expect.element(heading('Thank you for your order!')).toHaveFocus();
    expectEvents(recorder, [
      ...whole.slice(0, 5),
      [buy('failed'), { reason: 'card-declined' }],
      [buy('committed'), { order: 'A-1042' }],
    ]);
    const [first, second] = onSubmit.mock.calls;
    expect(first![1].idempotencyKey).toBe(second![1].idempotencyKey);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('offline'))],
    ['rejects without a word', () => Promise.reject()],
    ['gives what is no answer', () => Promise.resolve('<html>' as never)],
  ])('that %s keeps the visitor here, who is not told that nothing was charged', async (_what, onSubmit) => {
    expectConsole('warn', 'SY-401');
    const { recorder } = mount({ onSubmit });
    await toPayment();
    await userEvent.click(pay());
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'No answer came, so we cannot say whether your order was placed. Look for our confirmation before you try again. What you typed is still here.',
      );
    expect(recorder.phases().at(-1)).toBe(buy('failed'));
  });

  it('that has failed by the word of the server was not charged', async () => {
    mount({ onSubmit: results({ status: 'failed' }) });
    await toPayment();
    await userEvent.click(pay());
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'The payment did not work, and nothing was charged. What you typed is still here: please try again.',
      );
  });

  it('leads to the step that the server finds fault with', async () => {
    mount({ onSubmit: results({ status: 'invalid', errors: { cart: 'The grinder is sold out.' } }) });
    await toPayment();
    await userEvent.click(pay());
    await expect.element(page.getByRole('alert')).toHaveTextContent('The grinder is sold out.');
    await expect.element(heading('Your cart')).toHaveFocus();
  });

  it('that is pending is no payment yet, and is confirmed later under the same attempt', async () => {
    const first = mount({ onSubmit: results({ status: 'pending', order: 'A-1042' }) });
    await toPayment();
    await userEvent.click(pay());
    await expect.element(heading('Your order is placed. The payment is on its way.')).toHaveFocus();
    expectEvents(first.recorder, whole);
    first.unmount();
    const second = mount({ result: paid });
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expect(second.recorder.phases()).toEqual([buy('confirmed')]);
    expect(second.recorder.events[0]?.attempt).toBe(first.recorder.events[0]?.attempt);
    second.unmount();
    // A reload of that page.
    const third = mount({ result: paid });
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expect(third.recorder.phases()).toEqual([]);
  });

  it('counts the order of a subscription with its plan', async () => {
    const { recorder } = mount({
      goal: 'subscribe',
      onSubmit: results({ status: 'ok', order: 'S-7', plan: 'team' }),
    });
    await toPayment();
    await userEvent.click(pay());
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expect(recorder.commitments.at(-1)).toMatchObject({
      kind: 'checkout.subscribe',
      grade: 3,
      data: { plan: 'team', order: 'S-7' },
    });
  });

  it('refuses an address that could run code', async () => {
    expectConsole('warn', 'SY-401');
    mount({ onSubmit: results({ status: 'redirect', url: 'javascript:alert(1)' }) });
    await toPayment();
    await userEvent.click(pay());
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  it('begins a new attempt with the next cart', async () => {
    const first = mount();
    await toPayment();
    await userEvent.click(pay());
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    first.unmount();
    const second = mount();
    await goOn();
    expectEvents(second.recorder, whole.slice(0, 3));
    expect(second.recorder.events[0]?.attempt).not.toBe(first.recorder.events[0]?.attempt);
  });
});

describe('a visitor who comes back', () => {
  it('goes on where they were, under the same attempt', async () => {
    const first = mount();
    await goOn();
    await expect.element(heading('Where shall it go?')).toHaveFocus();
    first.unmount();
    const second = mount();
    await expect.element(city()).toBeVisible();
    expect(document.activeElement).toBe(document.body);
    await userEvent.fill(city(), 'Graz');
    await goOn();
    await userEvent.click(pay());
    expect(second.recorder.phases()).toEqual([step('committed'), step('committed'), buy('committed')]);
    expect(second.recorder.events[0]?.attempt).toBe(first.recorder.events[0]?.attempt);
  });

  it('finds what they had typed, but for secrets, boxes and what they have typed since', async () => {
    const typing = [
      steps[0],
      {
        id: 'address',
        title: 'Where shall it go?',
        body: (
          <>
            <input aria-label="City" name="city" />
            <input aria-label="Card" name="card" autoComplete="cc-number" />
            <input aria-label="Secret" name="secret" type="password" />
            <input aria-label="Terms" name="terms" type="checkbox" />
            <select aria-label="Country" name="country" defaultValue="AT">
              <option>AT</option>
              <option>HU</option>
            </select>
          </>
        ),
      },
      steps[2],
    ];
    const first = mount({ steps: typing });
    await goOn();
    await userEvent.fill(city(), 'Graz');
    await userEvent.fill(page.getByLabelText('Card'), '4242');
    await userEvent.fill(page.getByLabelText('Secret'), 'hush');
    await userEvent.click(page.getByLabelText('Terms'));
    await userEvent.selectOptions(page.getByLabelText('Country'), 'HU');
    window.dispatchEvent(new Event('pagehide'));
    expect(localStorage.getItem('smallyes:draft:checkout|checkout')).not.toMatch(/4242|hush|terms/);
    first.unmount();
    const failed = { status: 'failed', order: 'A-1', message: 'You went back.' } as const;
    const second = mount({ steps: typing, result: failed });
    await userEvent.click(button('Back'));
    await expect.element(city()).toHaveValue('Graz');
    await expect.element(page.getByLabelText('Country')).toHaveValue('HU');
    await expect.element(page.getByLabelText('Card')).toHaveValue('');
    await expect.element(page.getByLabelText('Secret')).toHaveValue('');
    await expect.element(page.getByLabelText('Terms')).not.toBeChecked();
    await pause();
    await goOn();
    await userEvent.click(pay());
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expect(localStorage.getItem('smallyes:draft:checkout|checkout')).toBe('');
    second.unmount();
  });

  it('finds nothing typed where drafts are not wanted', async () => {
    const first = mount({ draft: false });
    await goOn();
    await userEvent.fill(city(), 'Graz');
    await goOn();
    first.unmount();
    expect(JSON.stringify(localStorage)).not.toContain('Graz');
  });

  it('an hour later, on another device, has the attempt that the server has kept', async () => {
    let handOver = '';
    const first = mount({
      onSubmit: (values) => {
        handOver = values.handOver;
        return new Promise(() => {});
      },
    });
    await toPayment();
    await userEvent.click(pay());
    first.unmount();
    localStorage.clear();
    const second = mount({ handOver, result: paid });
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expect(second.recorder.phases()).toEqual([buy('committed')]);
    expect(second.recorder.events[0]?.attempt).toBe(first.recorder.events[0]?.attempt);
  });

  it('with a payment that failed reads it, once however often the page is loaded', async () => {
    const result = {
      status: 'failed',
      order: 'A-1042',
      reason: 'cancelled',
      message: 'You went back.',
    } as const;
    const first = mount();
    await toPayment();
    first.unmount();
    const second = mount({ result });
    await expect.element(page.getByRole('alert')).toHaveTextContent('You went back.');
    expect(second.recorder.phases()).toEqual([buy('failed')]);
    second.unmount();
    const third = mount({ result });
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(third.recorder.phases()).toEqual([]);
  });

  it('sees the end that another tab has brought', async () => {
    const { recorder } = mount({ onSubmit: () => new Promise(() => {}) });
    await toPayment();
    const note = JSON.parse(localStorage.getItem('smallyes:checkout:checkout')!);
    localStorage.setItem(
      'smallyes:checkout:checkout',
      JSON.stringify({ ...note, order: 'A-1042', passed: [...note.passed, 'committed checkout.purchase'] }),
    );
    window.dispatchEvent(new StorageEvent('storage'));
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    expect(recorder.commitments).toHaveLength(2);
  });

  it('leaves no trace where storage is not allowed', async () => {
    const consent = { analytics: true, functional: false };
    const first = mount({}, { consent });
    await goOn();
    expect(Object.keys(localStorage)).toEqual([]);
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('smallyes'))).toEqual([]);
    first.unmount();
    const second = mount({}, { consent });
    await expect.element(heading('Your cart')).toBeVisible();
    await goOn();
    expect(second.recorder.events[0]?.attempt).not.toBe(first.recorder.events[0]?.attempt);
  });

  it.each(['{', '{"v":2}', '{"v":1,"attempt":"me","passed":[],"worth":{}}', 'null', '[]'])(
    'finds %s in the storage, and begins anew',
    async (text) => {
      localStorage.setItem('smallyes:checkout:checkout', text);
      const { recorder } = mount();
      await goOn();
      expectEvents(recorder, whole.slice(0, 3));
    },
  );
});

describe('a cart that was changed in another tab', () => {
  it('is told before the payment, and nothing is paid until the visitor has seen it', async () => {
    const onSubmit = vi.fn(() => paid);
    const { rerender, ui } = mount({ onSubmit });
    await toPayment();
    rerender(ui({ order: order(154.9) }));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'Your cart has changed, perhaps in another tab. The total was €54.90 and is now €154.90.That is rightLook at the cart',
      );
    await userEvent.click(pay());
    expect(onSubmit).not.toHaveBeenCalled();
    await expect.element(page.getByRole('alert')).toHaveFocus();
    await userEvent.click(button('That is right'));
    expect(page.getByRole('alert').elements()).toEqual([]);
    await expect.element(pay()).toHaveFocus();
    await pause();
    await userEvent.click(pay());
    await expect.element(heading('Thank you for your order!')).toBeVisible();
    const [[sent]] = onSubmit.mock.calls as unknown as [[{ value: object }]];
    expect(sent.value).toEqual({ amount: 154.9, currency: 'EUR' });
  });

  it('leaves the focus at the step when there is nothing left to pay for', async () => {
    const { rerender, ui } = mount();
    await toPayment();
    rerender(ui({ order: { ...order(0), lines: [] } }));
    await userEvent.click(button('That is right'));
    expect(page.getByRole('alert').elements()).toEqual([]);
    expect(document.activeElement?.matches('[data-current] > .sy-checkout-heading')).toBe(true);
  });

  it('can be looked at', async () => {
    const { rerender, ui } = mount();
    await toPayment();
    rerender(ui({ order: order(154.9) }));
    await userEvent.click(button('Look at the cart'));
    await expect.element(heading('Your cart')).toHaveFocus();
    await pause();
    await goOn();
    await goOn();
    await expect.element(heading('Payment')).toHaveFocus();
    expect(page.getByRole('alert').elements()).toEqual([]);
  });
});

describe('useCheckout', () => {
  const pages = ['home', 'product', 'cart', 'account', 'payment'] as const;
  type Handle = CheckoutHandle<(typeof pages)[number]>;

  /** One page of a shop of many pages: its provider, and what was recorded on it. */
  function visitPage(options: Partial<UseCheckoutOptions<(typeof pages)[number]>> = {}, consent?: object) {
    const recorder = createRecorder({ keepMemory: true });
    let handle!: Handle;
    const Page = () => {
      handle = useCheckout({ id: 'shop', steps: pages, value: { amount: 49, currency: 'EUR' }, ...options });
      return null;
    };
    const view = render(
      <recorder.Provider {...(consent ? { consent } : {})}>
        <Page />
      </recorder.Provider>,
    );
    return { recorder, handle, leave: view.unmount };
  }

  it('is one attempt from home to payment, over all page loads', () => {
    const events: CommitmentEvent[] = [];
    for (const name of pages) {
      const { recorder, handle, leave } = visitPage();
      handle.finish(name);
      // A page that is loaded twice, or an effect that runs twice.
      handle.finish(name);
      if (name === 'payment') handle.place({ order: 'A-1042' });
      events.push(...recorder.events);
      leave();
    }
    expect(events.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
      step('seen'),
      step('started'),
      ...pages.map(() => step('committed')),
      buy('committed'),
    ]);
    expect(new Set(events.map(({ attempt }) => attempt)).size).toBe(1);
    expect(events[5]?.data).toEqual({ step: 'account', position: 4, of: 5 });
  });

  it('tells of leaving once, not on each page', () => {
    const phases: string[] = [];
    for (const name of ['home', 'product', 'cart'] as const) {
      const { recorder, handle, leave } = visitPage();
      handle.finish(name);
      window.dispatchEvent(new Event('pagehide'));
      phases.push(...recorder.phases());
      leave();
    }
    expect(phases.filter((phase) => phase.endsWith('abandoned'))).toHaveLength(1);
  });

  it('goes on without storage where the server carries the attempt along', () => {
    const consent = { analytics: true, functional: false };
    const first = visitPage({}, consent);
    first.handle.finish('cart');
    const handOver = first.handle.handOver();
    expect(JSON.parse(handOver)).not.toHaveProperty('visitor');
    first.leave();
    const second = visitPage({ handOver }, consent);
    second.handle.place({ order: 'A-1042' });
    expect(second.recorder.phases()).toEqual([buy('committed')]);
    expect(second.recorder.events[0]?.attempt).toBe(first.recorder.events[0]?.attempt);
  });

  it('and recordOrder on the server count one order once, whoever is first', async () => {
    const rows = new Map<string, EventRow>();
    const collector = createCollector({
      store: {
        async insert(all) {
          const fresh = all.filter(({ id }) => !rows.has(id));
          for (const row of fresh) rows.set(row.id, row);
          return { inserted: fresh.map(({ id }) => id) };
        },
      },
    });
    const { recorder, handle } = visitPage();
    handle.finish('payment');
    const report = {
      order: 'A-1042',
      value: { amount: 49, currency: 'EUR' },
      time: Date.now(),
      handOver: handle.handOver(),
    };
    expect(await recordOrder(collector, report)).toMatchObject({ status: 'recorded', isAttached: true });
    handle.place({ order: 'A-1042' });
    const { rejected, duplicates } = await collector.record(recorder.events);
    expect({ rejected, duplicates }).toEqual({ rejected: [], duplicates: 1 });
    expect(await recordOrder(collector, report)).toMatchObject({ status: 'known' });
    const bought = [...rows.values()].filter(({ kind }) => kind === 'checkout.purchase');
    expect(bought).toHaveLength(1);
    expect(bought[0]).toMatchObject({
      attempt: recorder.events[0]?.attempt,
      sessionId: recorder.events[0]?.session.id,
      viewId: recorder.events[0]?.page.viewId,
    });
  });

  it('tells what cannot be meant', () => {
    expectConsole('warn', 'SY-1544');
    expectConsole('warn', 'SY-1545');
    expectConsole('warn', 'SY-1543');
    const { recorder, handle } = visitPage();
    expect(handle.takeOver('{"v":1')).toBe(false);
    handle.finish('shipping' as 'cart');
    handle.place({});
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ step: 'shipping' }, {}]);
  });

  it('confirms no order that nobody knows', () => {
    expectConsole('warn', 'SY-1546');
    const { recorder, handle } = visitPage();
    expect(handle.confirm({ order: 'A-1' })).toBeUndefined();
    expect(recorder.events).toEqual([]);
  });
});

it('hydrates as it is, and posts each step without script', async () => {
  const ui = (
    <CommitmentProvider>
      <Checkout id="checkout" steps={steps} order={order()} action="/checkout" heading="Checkout" />
    </CommitmentProvider>
  );
  const container = document.createElement('div');
  container.innerHTML = renderToString(ui);
  const html = container.innerHTML;
  document.body.append(container);
  const forms = [...container.querySelectorAll('form')];
  expect(forms.map(({ method }) => method)).toEqual(['post', 'post', 'post']);
  expect([...new FormData(forms[1])]).toEqual([
    ['sy-ask', 'checkout'],
    ['step', 'address'],
    ['city', ''],
  ]);
  const root = hydrateRoot(container, ui);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(container.innerHTML).toBe(html);
  root.unmount();
  container.remove();
});

it('begins anew by reset(), and can be controlled', async () => {
  const ref = createRef<CheckoutElement>();
  const went: string[] = [];
  const recorder = createRecorder();
  const Page = () => {
    const [at, setAt] = useState<'cart' | 'address' | 'payment'>('cart');
    const change = (next: typeof at) => {
      went.push(next);
      setAt(next);
    };
    return (
      <recorder.Provider>
        <Checkout
          ref={ref}
          id="checkout"
          steps={steps}
          order={order()}
          onSubmit={() => paid}
          step={at}
          onStepChange={change}
        />
      </recorder.Provider>
    );
  };
  render(<Page />);
  await goOn();
  await expect.element(heading('Where shall it go?')).toHaveFocus();
  ref.current!.reset();
  await expect.element(heading('Your cart')).toBeVisible();
  await pause();
  await goOn();
  expect(went).toEqual(['address', 'cart', 'address']);
  expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
});

it.each<[string, Partial<CheckoutProps>]>([
  ['no steps', { steps: [] }],
  ['two steps "cart"', { steps: [steps[0], steps[0]] }],
  ['neither onSubmit nor action', { onSubmit: undefined }],
  ['an order without a list of lines', { order: { total: order().total } as never }],
  [
    'the total {"amount":54.9,"currency":"euro"}',
    { order: { ...order(), total: { amount: 54.9, currency: 'euro' } } },
  ],
])('tells the developer of %s', async (words, props) => {
  expectConsole('warn', words);
  if (words.startsWith('two')) expectConsole('error', 'same key');
  const { container } = mount(props);
  await expect.poll(() => container.firstElementChild).toBeTruthy();
});

it.each([
  [Number.NaN, 'EUR'],
  [undefined, undefined],
])('shows no total of %s %s, and takes the order all the same', async (amount, currency) => {
  expectConsole('warn', 'SY-1547');
  expectConsole('warn', 'SY-104');
  const total = { amount, currency } as never;
  const { recorder, container } = mount({ order: { ...order(), total } });
  await toPayment();
  expect(container.textContent).not.toMatch(/NaN|undefined/);
  await userEvent.click(button('Place the order'));
  await expect.element(heading('Thank you for your order!')).toBeVisible();
  expect(recorder.commitments.at(-1)).not.toHaveProperty('value');
});

it('holds nobody up whose cart has changed to a total that is none', async () => {
  expectConsole('warn', 'SY-1547');
  expectConsole('warn', 'SY-104');
  const { rerender, ui } = mount();
  await toPayment();
  rerender(ui({ order: { ...order(), total: { amount: Number.NaN, currency: 'EUR' } } }));
  await userEvent.click(button('That is right'));
  await pause();
  await userEvent.click(button('Place the order'));
  await expect.element(heading('Thank you for your order!')).toBeVisible();
});

it.each(['at rest', 'changed', 'failed', 'placed'])('has nothing for axe to find: %s', async (name) => {
  const { container, rerender, ui } = mount({
    heading: 'Checkout',
    onSubmit: () => (name === 'failed' ? { status: 'failed' } : paid),
  });
  if (name !== 'at rest') await toPayment();
  if (name === 'changed') rerender(ui({ order: order(200) }));
  if (name === 'failed' || name === 'placed') await userEvent.click(pay());
  expect(await findings(container)).toEqual([]);
});

it('types the ids of the steps, in events too', () => {
  type Id = 'cart' | 'address' | 'payment';
  const tree = (
    <>
      <Checkout
        id="a"
        steps={steps}
        onStepChange={(at) => at satisfies Id}
        onCommit={(event) => {
          if (event.kind === 'checkout.step') event.data.step satisfies Id;
          else event.data.order satisfies string | undefined;
        }}
        onEvent={(event) => {
          if (event.kind === 'checkout.step') event.data.step satisfies Id | undefined;
        }}
      />
      {/* @ts-expect-error no such step */}
      <Checkout id="b" steps={steps} defaultStep="delivery" />
    </>
  );
  function usePages() {
    const way = useCheckout({
      id: 'c',
      steps: ['home', 'cart'],
      onCommit(event) {
        if (event.kind === 'checkout.step') event.data.step satisfies 'home' | 'cart';
      },
    });
    return () => way.finish('cart')?.data.step satisfies 'home' | 'cart' | undefined;
  }
  expect([tree, usePages]).toHaveLength(2);
});

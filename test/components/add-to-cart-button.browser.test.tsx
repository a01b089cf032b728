import { render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import {
  AddToCartButton,
  type AddToCartButtonElement,
  type AddToCartButtonProps,
  type CartChange,
  QuantityStepper,
} from 'smallyes/add-to-cart-button';
import type { Money } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/add-to-cart-button.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { canStay, nativePosts } from '../support/native-posts.ts';
import { pageWithoutScript } from '../support/page-without-script.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const add = (phase: string): EventLine => `add-to-cart-button.add ${phase}` as EventLine;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const main = () => button(/^Add to cart/);
const undo = () => button(/^Undo/);
const status = () => page.getByRole('status');
const pause = () => new Promise((resolve) => setTimeout(resolve, 600));

const grinder = { id: 'grinder-x1', name: 'Grinder X1', price: { amount: 49.9, currency: 'EUR' } };
const one = { item: 'grinder-x1', quantity: 1 };

function mount(props: Partial<AddToCartButtonProps> = {}, strict = false) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: Partial<AddToCartButtonProps> = {}) => {
    const tree = (
      <recorder.Provider>
        <AddToCartButton id="add" product={grinder} onSubmit={() => {}} {...props} {...more} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

/** A server that the test answers by hand. */
function createServer() {
  const open: { answer: (result?: unknown) => void; fail: (error: unknown) => void }[] = [];
  const onSubmit = vi.fn(
    (_change: CartChange) => new Promise<never>((answer, fail) => void open.push({ answer, fail } as never)),
  );
  return { open, onSubmit };
}

describeConformance('AddToCartButton', {
  component: 'add-to-cart-button',
  render: (props) => <AddToCartButton id="add" product={grinder} onSubmit={() => {}} {...props} />,
  commit: () => userEvent.click(main()),
  events: [add('seen'), add('started'), add('committed')],
  vetoes: ['onClick'],
});

describe('a press', () => {
  it.each([false, true])(
    'adds, and is worth the price; undo takes it back (StrictMode %s)',
    async (strict) => {
      const changes: CartChange[] = [];
      const { recorder } = mount({ onSubmit: (change) => void changes.push(change) }, strict);
      await userEvent.click(main());
      await expect.element(status()).toHaveTextContent('Added to your cart.');
      await userEvent.click(undo());
      await expect.element(status()).toHaveTextContent('Taken out of your cart again.');
      expect(undo().elements()).toEqual([]);
      expectEvents(recorder, [add('seen'), add('started'), [add('committed'), one], [add('withdrawn'), one]]);
      expect(recorder.commitments[0]?.value).toEqual({ amount: 49.9, currency: 'EUR' });
      expect(changes).toEqual([
        { item: 'grinder-x1', variant: undefined, quantity: 1, added: true },
        { item: 'grinder-x1', variant: undefined, quantity: 1, added: false },
      ]);
    },
  );

  it('counts once when it is a double click', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({ onSubmit });
    await userEvent.dblClick(main());
    await expect.element(status()).toHaveTextContent('Added to your cart.');
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expectEvents(recorder, [add('seen'), add('started'), add('committed')]);
  });

  it('adds more when it is pressed again: a yes of its own, and undo takes back the last one', async () => {
    const { recorder } = mount();
    await userEvent.click(main());
    await pause();
    await userEvent.click(main());
    await userEvent.click(undo());
    expect(undo().elements()).toEqual([]);
    await pause();
    await userEvent.click(main());
    window.dispatchEvent(new Event('pagehide'));
    expectEvents(recorder, [
      add('seen'),
      add('started'),
      [add('committed'), one],
      [add('committed'), one],
      [add('withdrawn'), one],
      [add('committed'), one],
    ]);
  });

  it('that is taken back and made again completes the ask: leaving is no abandoning', async () => {
    const { recorder } = mount();
    await userEvent.click(main());
    await userEvent.click(undo());
    await pause();
    await userEvent.click(main());
    window.dispatchEvent(new Event('pagehide'));
    expect(recorder.phases()).toEqual(['seen', 'started', 'committed', 'withdrawn', 'committed'].map(add));
  });

  it.each(['{Enter}', ' '])('works by the key "%s"', async (key) => {
    const { recorder } = mount();
    await userEvent.tab();
    await expect.element(main()).toHaveFocus();
    await userEvent.keyboard(key);
    await expect.element(status()).toHaveTextContent('Added to your cart.');
    expect(recorder.commitments).toHaveLength(1);
  });

  it('begins anew with another product under the same id', async () => {
    const { recorder, rerender, ui } = mount();
    await userEvent.click(main());
    rerender(ui({ product: { ...grinder, id: 'grinder-x2' } }));
    await expect.element(status()).toHaveTextContent('');
    await pause();
    await userEvent.click(main());
    expect(recorder.commitments.map(({ data }) => data)).toEqual([one, { ...one, item: 'grinder-x2' }]);
  });

  it('begins a new attempt by reset()', async () => {
    const ref = createRef<AddToCartButtonElement>();
    const { recorder } = mount({ ref });
    await userEvent.click(main());
    ref.current!.reset();
    await pause();
    await userEvent.click(main());
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('leads to the next ask, which is not part of its form', async () => {
    mount({ next: (outcome) => <a href="#checkout">{`Check out ${outcome.data.item}`}</a> });
    expect(page.getByRole('link').elements()).toEqual([]);
    await userEvent.click(main());
    await expect.element(page.getByRole('link')).toHaveTextContent('Check out grinder-x1');
    expect(page.getByRole('link').element().closest('form')).toBeNull();
  });
});

describe('the server', () => {
  it('has the last word: the screen goes ahead and back, and the cart is as it was', async () => {
    expectConsole('warn', 'SY-401');
    const { open, onSubmit } = createServer();
    const { recorder } = mount({ onSubmit, inCart: 2 });
    await userEvent.click(main());
    await expect.element(page.getByText('3 in your cart')).toBeVisible();
    expectEvents(recorder, [add('seen'), add('started')]);
    open[0]!.fail(new Error('offline'));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('That did not work, and your cart is as it was. Please try again.');
    await expect.element(page.getByText('2 in your cart')).toBeVisible();
    expect(undo().elements()).toEqual([]);
    await pause();
    await userEvent.click(main());
    open[1]!.answer();
    await expect.element(status()).toHaveTextContent('Added to your cart.');
    expect(page.getByRole('alert').elements()).toEqual([]);
    expectEvents(recorder, [add('seen'), add('started'), [add('failed'), one], [add('committed'), one]]);
  });

  it('says what is left', async () => {
    const errors = { quantity: 'Only two are left.' };
    const { recorder } = mount({ onSubmit: () => ({ status: 'invalid', errors }) });
    await userEvent.click(main());
    await expect.element(page.getByRole('alert')).toHaveTextContent('Only two are left.');
    expectEvents(recorder, [add('seen'), add('started'), add('failed')]);
  });

  it('hears one press at a time', async () => {
    const { open, onSubmit } = createServer();
    mount({ onSubmit });
    await userEvent.click(main());
    await pause();
    await userEvent.click(main());
    expect(onSubmit).toHaveBeenCalledTimes(1);
    open[0]!.answer();
    await expect.element(status()).toHaveTextContent('Added to your cart.');
  });

  it('gives a server action the press as a plain post would', async () => {
    const posts: [string, FormDataEntryValue][][] = [];
    mount({
      product: { ...grinder, variant: 'black' },
      onSubmit: undefined,
      action: (data: FormData) => void posts.push([...data]),
    });
    await userEvent.click(main());
    await userEvent.click(undo());
    expect(posts).toEqual([
      [
        ['sy-ask', 'add'],
        ['variant', 'black'],
        ['add', 'grinder-x1'],
      ],
      [
        ['sy-ask', 'add'],
        ['variant', 'black'],
        ['remove', 'grinder-x1'],
      ],
    ]);
  });
});

describe('an address alone', () => {
  it.skipIf(!canStay)(
    'gets the pressed button from the browser, also the one that takes it back where the page stays',
    async () => {
      const posts = nativePosts();
      mount({ onSubmit: undefined, action: '/cart' });
      await userEvent.click(main());
      await userEvent.click(undo());
      await expect.poll(() => posts).toEqual(['sy-ask=add&add=grinder-x1', 'sy-ask=add&remove=grinder-x1']);
      await expect.element(undo()).not.toBeInTheDocument();
    },
  );
});

describe('the cart', () => {
  it('is the truth: what the store says goes before what the page has sent', async () => {
    const { open, onSubmit } = createServer();
    const { rerender, ui } = mount({ onSubmit, inCart: 1 });
    await userEvent.click(main());
    await expect.element(page.getByText('2 in your cart')).toBeVisible();
    // Another tab has emptied it, and the store counts this press already.
    rerender(ui({ inCart: 1.0000001 }));
    rerender(ui({ inCart: 4 }));
    await expect.element(page.getByText('4 in your cart')).toBeVisible();
    open[0]!.answer({ status: 'failed' });
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(page.getByText('4 in your cart')).toBeVisible();
  });

  it.each([undefined, 1])('keeps the focus when undo goes, with at most %s of them', async (max) => {
    mount({ inCart: 0, max });
    await userEvent.click(main());
    await expect.element(undo()).toBeVisible();
    (undo().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveTextContent('Taken out of your cart again.');
    await expect.element(max ? status() : main()).toHaveFocus();
  });

  it('keeps the focus when the last one that may be had is added', async () => {
    mount({ inCart: 0, max: 1 });
    (main().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(main()).toBeDisabled();
    await expect.element(status()).toHaveTextContent('Added to your cart.');
    await expect.element(status()).toHaveFocus();
  });

  it('keeps the focus on the button that stays, where nobody counts what is in the cart', async () => {
    mount({ max: 1 });
    (main().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveTextContent('Added to your cart.');
    await expect.element(main()).toHaveFocus();
  });

  it('leaves the focus alone where the visitor has gone on meanwhile', async () => {
    const { open, onSubmit } = createServer();
    mount({ onSubmit, children: <QuantityStepper /> });
    await userEvent.click(main());
    open[0]!.answer();
    await expect.element(undo()).toBeVisible();
    await pause();
    await userEvent.click(undo());
    const pieces = page.getByRole('spinbutton');
    await userEvent.click(pieces);
    open[1]!.answer();
    await expect.element(status()).toHaveTextContent('Taken out of your cart again.');
    await expect.element(pieces).toHaveFocus();
  });

  it('survives a server whose words are none', async () => {
    mount({
      onSubmit: () => ({ status: 'invalid', message: 7, errors: { quantity: { deep: 1 } } }) as never,
    });
    await userEvent.click(main());
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('That did not work, and your cart is as it was. Please try again.');
  });

  it('takes undo away when another tab has emptied it', async () => {
    const { rerender, ui } = mount({ inCart: 0 });
    await userEvent.click(main());
    await expect.element(undo()).toBeVisible();
    rerender(ui({ inCart: 1 }));
    await expect.element(undo()).toBeVisible();
    rerender(ui({ inCart: 0 }));
    expect(undo().elements()).toEqual([]);
    await expect.element(status()).toHaveTextContent('Taken out of your cart again.');
  });

  it('holds no more than one may have', async () => {
    mount({ inCart: 1, max: 2 });
    await userEvent.click(main());
    await expect.element(main()).toBeDisabled();
    await expect.element(page.getByText('You can have 2 of these at most.')).toBeVisible();
    await userEvent.click(undo());
    await expect.element(main()).toBeEnabled();
  });

  it('says when there is none, and that is no exposure', async () => {
    const { recorder } = mount({ soldOut: true });
    await expect.element(button(/^Sold out/)).toBeDisabled();
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expectEvents(recorder, []);
  });

  it.each([Number.NaN, -3, null, '2'])('shows no number for %j, and works on', async (inCart) => {
    const { recorder } = mount({ inCart: inCart as number });
    await userEvent.click(main());
    expect(recorder.commitments).toHaveLength(1);
    expect(document.body.textContent).not.toMatch(/NaN|-3/);
  });
});

describe('the quantity', () => {
  const stepper = (props: object = {}) => mount({ children: <QuantityStepper max={5} {...props} /> });
  const field = () => page.getByRole('spinbutton', { name: 'Quantity' });

  it('is stepped, typed, and multiplies the value', async () => {
    const heard: number[] = [];
    const { recorder } = stepper({ onValueChange: (quantity: number) => heard.push(quantity) });
    await userEvent.click(button('One more'));
    await userEvent.click(button('One more'));
    await userEvent.click(button('One less'));
    await userEvent.click(button('One more'));
    await expect.element(field()).toHaveValue(3);
    await userEvent.click(main());
    expect(heard).toEqual([2, 3, 2, 3]);
    expectEvents(recorder, [add('seen'), add('started'), [add('committed'), { ...one, quantity: 3 }]]);
    expect(recorder.commitments[0]?.value).toEqual({ amount: 149.7, currency: 'EUR' });
  });

  it('stops at its bounds', async () => {
    stepper({ defaultValue: 4 });
    for (const _ of [1, 2, 3]) await userEvent.click(button('One more'));
    await expect.element(field()).toHaveValue(5);
    for (const _ of [1, 2, 3, 4, 5, 6]) await userEvent.click(button('One less'));
    await expect.element(field()).toHaveValue(1);
  });

  it.each(['0', '-1', '6', '1.5', ''])(
    '"%s" is refused by the browser, and nothing is recorded',
    async (typed) => {
      const { recorder } = stepper();
      await userEvent.fill(field(), typed);
      await userEvent.click(main());
      expect(recorder.commitments).toEqual([]);
    },
  );

  it('is undone as it was added, whatever the field says by then', async () => {
    const changes: CartChange[] = [];
    mount({
      onSubmit: (change) => void changes.push(change),
      children: <QuantityStepper defaultValue={2} />,
    });
    await userEvent.click(main());
    await userEvent.fill(field(), '7');
    await userEvent.click(undo());
    expect(changes.map(({ quantity, added }) => [quantity, added])).toEqual([
      [2, true],
      [2, false],
    ]);
  });
});

describe('the price of several pieces', () => {
  const price = () =>
    main()
      .element()
      .querySelector('.sy-add-to-cart-button-price')!
      .textContent!.replace(/[\u00a0\u202f]/g, ' ');

  it('is the sum, beside the price of one, and follows the field', async () => {
    mount({ children: <QuantityStepper defaultValue={4} /> });
    expect(price()).toBe('4 × €49.90 = €199.60');
    await expect.element(button('Add to cart Grinder X1 4 × €49.90 = €199.60')).toBeVisible();
    await userEvent.click(button('One more'));
    await vi.waitFor(() => expect(price()).toBe('5 × €49.90 = €249.50'));
    await userEvent.fill(page.getByRole('spinbutton'), '1');
    await vi.waitFor(() => expect(button('Add to cart Grinder X1 €49.90').elements()).toHaveLength(1));
    await userEvent.fill(page.getByRole('spinbutton'), '');
    await expect.element(button('Add to cart Grinder X1 €49.90')).toBeVisible();
  });

  it.each([328, 416])('moves nothing on the page as it changes, in %s px', async (width) => {
    mount({ style: { inlineSize: width }, children: <QuantityStepper /> });
    const height = () => main().element().getBoundingClientRect().height;
    const words = () => main().element().firstElementChild!.getBoundingClientRect().height;
    const [before, line] = [height(), words()];
    await userEvent.click(button('One more'));
    await vi.waitFor(() => expect(price()).toBe('2 × €49.90 = €99.80'));
    expect(height()).toBeLessThanOrEqual(before + 0.5);
    expect(words()).toBeLessThanOrEqual(line);
  });

  it('leaves long words whole: where there is no room beside the price, they stand above it', () => {
    mount({
      style: { inlineSize: 416 },
      product: { ...grinder, price: { amount: 12_499_990, currency: 'IDR' } },
      labels: { add: 'Put this limited edition into your shopping cart now' },
      children: <QuantityStepper defaultValue={12} />,
    });
    const [words, sum] = [...button(/^Put this/).element().children].map((part) =>
      part.getBoundingClientRect(),
    );
    expect(sum!.top).toBeGreaterThanOrEqual(words!.bottom);
    expect(words!.width).toBeGreaterThan(150);
  });

  it('goes back with the form', async () => {
    const ref = createRef<AddToCartButtonElement>();
    mount({
      ref,
      children: (
        <>
          <QuantityStepper defaultValue={2} />
          <button type="reset">Clear</button>
        </>
      ),
    });
    for (const reset of [() => ref.current!.reset(), () => userEvent.click(button('Clear'))]) {
      await userEvent.fill(page.getByRole('spinbutton'), '7');
      await vi.waitFor(() => expect(price()).toBe('7 × €49.90 = €349.30'));
      await reset();
      await vi.waitFor(() => expect(price()).toBe('2 × €49.90 = €99.80'));
    }
  });

  it('is that of what one press adds, where nothing is stepped, and of no more than one may have', async () => {
    const { rerender, ui } = mount({ product: { ...grinder, quantity: 3 } });
    expect(price()).toBe('3 × €49.90 = €149.70');
    rerender(
      ui({ product: grinder, max: 3, inCart: 1, children: <input name="quantity" defaultValue="9" /> }),
    );
    expect(price()).toBe('2 × €49.90 = €99.80');
    rerender(
      ui({ product: grinder, max: 3, inCart: 3, children: <input name="quantity" defaultValue="9" /> }),
    );
    expect(price()).toBe('1 × €49.90');
  });

  it('is said to be that of one piece where no script can follow the field', async () => {
    const tree = (
      <CommitmentProvider>
        <AddToCartButton id="add" product={grinder} action="/cart">
          <QuantityStepper />
        </AddToCartButton>
      </CommitmentProvider>
    );
    const { unmount } = render(tree);
    const frame = await pageWithoutScript(renderToString(tree));
    try {
      const words = frame.contentDocument!.querySelector<HTMLElement>('.sy-add-to-cart-button-price')!;
      expect(words.innerText).toBe('1 × €49.90');
      expect(main().element().textContent).toContain('€49.90');
      await expect.element(button('Add to cart Grinder X1 €49.90')).toBeVisible();
    } finally {
      frame.remove();
      unmount();
    }
  });
});

describe('prices', () => {
  it.each([
    [1_234.5, 'EUR', 'en', '€1,234.50'],
    [1_234.5, 'EUR', 'de', '1.234,50 €'],
    [1_980, 'JPY', 'en', '¥1,980'],
    [12.5, 'KWD', 'en', 'KWD 12.500'],
    [19.9, 'PLN', 'pl', '19,90 zł'],
    [10, 'XQX', 'en', 'XQX 10.00'],
    [10, '€uro', 'en', '10 €uro'],
    [0, 'EUR', 'en', '€0.00'],
    [Number.NaN, 'EUR', 'en', ''],
    ['49', 'EUR', 'en', '€49.00'],
    [Number.POSITIVE_INFINITY, 'EUR', 'en', ''],
    [49, undefined, 'en', ''],
    [undefined, undefined, 'en', ''],
  ])('%s %s in %s reads %s', async (...[amount, currency, locale, text]) => {
    if (text === '' || currency === '€uro' || amount === '49') expectConsole('warn', 'SY-1541');
    render(
      <CommitmentProvider locale={locale}>
        <AddToCartButton
          id="add"
          product={{ ...grinder, price: { amount, currency } as Money }}
          onSubmit={() => {}}
          labels={{ add: 'Add to cart' }}
        />
      </CommitmentProvider>,
    );
    const words = main()
      .element()
      .textContent!.replace(/[\u00a0\u202f]/g, ' ');
    expect(words).toBe(`Add to cart Grinder X1${text}`);
  });

  it('that cannot be meant leave the value out, and are told', async () => {
    expectConsole('warn', 'SY-1541');
    expectConsole('warn', 'SY-104');
    const price = { amount: Number.NaN, currency: 'EUR' };
    const { recorder } = mount({ product: { ...grinder, price } });
    await userEvent.click(main());
    expect(recorder.commitments[0]).not.toHaveProperty('value');
  });

  it('give way to a worth of your own', async () => {
    const worth = { amount: 9, currency: 'USD' };
    const { recorder } = mount({ worth });
    await userEvent.click(main());
    expect(recorder.commitments[0]?.value).toEqual(worth);
  });

  it('three times a tenth is three tenths', async () => {
    const product = { ...grinder, price: { amount: 0.1, currency: 'EUR' }, quantity: 3 };
    const { recorder } = mount({ product });
    await userEvent.click(main());
    expect(recorder.commitments[0]?.value?.amount).toBe(0.3);
  });
});

it('tells the developer when nothing takes the press', async () => {
  expectConsole('warn', 'SY-1542');
  mount({ onSubmit: undefined });
  await expect.element(main()).toBeVisible();
});

it('tells the developer of an id that no event can carry', async () => {
  expectConsole('warn', 'the id 42, which is no text');
  mount({ product: { ...grinder, id: 42 as never } });
  await expect.element(main()).toBeVisible();
});

it('is a form without script, and hydrates as it is', async () => {
  const ui = (
    <CommitmentProvider>
      <AddToCartButton id="add" product={{ ...grinder, variant: 'black' }} action="/cart" inCart={2}>
        <QuantityStepper />
      </AddToCartButton>
    </CommitmentProvider>
  );
  const container = document.createElement('div');
  container.innerHTML = renderToString(ui);
  const html = container.innerHTML;
  document.body.append(container);
  const form = container.querySelector('form')!;
  expect(form.method).toBe('post');
  const data = new FormData(form, form.querySelector<HTMLButtonElement>('[name=add]'));
  expect([...data]).toEqual([
    ['sy-ask', 'add'],
    ['variant', 'black'],
    ['quantity', '1'],
    ['add', 'grinder-x1'],
  ]);
  const root = hydrateRoot(container, ui);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(container.innerHTML).toBe(html);
  root.unmount();
  container.remove();
});

it.each([
  ['at rest', {}, false],
  ['with a stepper and a count', { inCart: 2, children: <QuantityStepper /> }, false],
  ['added', { inCart: 0 }, true],
  ['sold out', { soldOut: true }, false],
  ['failed', { onSubmit: () => ({ status: 'failed' as const }) }, true],
])('has nothing for axe to find %s', async (_name, props, press) => {
  const { container } = mount(props);
  if (press) await userEvent.click(main());
  expect(await findings(container)).toEqual([]);
});

import { cleanup, render } from '@testing-library/react';
import { createRef, Profiler, StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { Calculator, type CalculatorElement, type CalculatorProps } from 'smallyes/calculator';
import { calculate } from 'smallyes/calculator/calculate';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/calculator.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const did = (phase: string): EventLine => `calculator.result ${phase}` as EventLine;
const field = (name: string) => page.getByRole('textbox', { name });
const press = (name: string | RegExp = 'Use this result') =>
  userEvent.click(page.getByRole('button', { name }));
const result = () => document.querySelector('.sy-calculator-result')!;
const status = () => page.getByRole('status');
const taken = 'That is your result. Change your answers whenever you like.';
const rested = () => new Promise((resolve) => setTimeout(resolve, 1_000));

const inputs = [
  { type: 'number', name: 'orders', label: 'Orders a month', min: 0, max: 1_000_000, defaultValue: 400 },
  {
    type: 'range',
    name: 'returned',
    label: 'Share that comes back',
    min: 0,
    max: 60,
    step: 0.5,
    unit: 'percent',
    defaultValue: 20,
  },
  { type: 'choice', name: 'parcel', label: 'Parcel', options: ['Small', 'Large'], defaultValue: 'Small' },
  { type: 'toggle', name: 'abroad', label: 'Abroad as well' },
] as const;
type Values = { orders: number; returned: number; parcel: 'Small' | 'Large'; abroad: boolean };
const formula = ({ orders, returned, parcel, abroad }: Values) =>
  orders * (returned / 100) * (parcel === 'Large' ? 12 : 6) * (abroad ? 2 : 1);
const base = {
  id: 'returns',
  label: 'What do returns cost you?',
  inputs,
  formula,
  result: { label: 'A month', currency: 'EUR' },
} satisfies CalculatorProps<typeof inputs>;

function mount(props: object = {}, { strict = false, locale = 'en' } = {}) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (more: object = {}) => {
    const tree = (
      <recorder.Provider locale={locale}>
        <Calculator {...base} {...props} {...more} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

describeConformance('Calculator', {
  component: 'calculator',
  render: (props) => <Calculator {...base} {...props} />,
  commit: () => press(),
  events: [did('seen'), did('started'), did('committed')],
  vetoes: ['onClick'],
});

describe('a change', () => {
  it('moves the result at once, is spoken when the visitor rests, and is no yes', async () => {
    const { recorder } = mount();
    await expect.element(page.getByText('€480')).toBeVisible();
    await userEvent.fill(field('Orders a month'), '1,000');
    await expect.element(page.getByText('€1,200')).toBeVisible();
    expect(status().element().textContent).toBe('');
    await expect.element(status()).toHaveTextContent('A month: €1,200');
    expectEvents(recorder, [did('seen'), did('started'), [did('progressed'), { unit: 'EUR' }]]);
  });

  it.each([false, true])('is a yes once the button is pressed (StrictMode %s)', async (strict) => {
    const { recorder } = mount({}, { strict });
    await userEvent.fill(field('Orders a month'), '1000');
    await press();
    await expect.element(status()).toHaveTextContent(taken);
    await rested();
    await press();
    expectEvents(recorder, [did('seen'), did('started'), [did('committed'), { unit: 'EUR' }]]);
  });

  it('is progress once, however many come', async () => {
    const { recorder } = mount();
    for (const orders of ['100', '200']) {
      await userEvent.fill(field('Orders a month'), orders);
      await rested();
    }
    expectEvents(recorder, [did('seen'), did('started'), [did('progressed'), { unit: 'EUR' }]]);
  });

  it('waits with both while the visitor types on', async () => {
    const { recorder } = mount();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      for (const orders of ['1', '12', '123']) {
        await userEvent.fill(field('Orders a month'), orders);
        vi.advanceTimersByTime(500);
      }
      expectEvents(recorder, [did('seen'), did('started')]);
      vi.advanceTimersByTime(300);
      await expect.element(status()).toHaveTextContent('A month: €147.60');
      expectEvents(recorder, [did('seen'), did('started'), [did('progressed'), { unit: 'EUR' }]]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('renders once for a key, and once more to speak', async () => {
    const onRender = vi.fn();
    render(
      <Profiler id="calculator" onRender={onRender}>
        <Calculator {...base} />
      </Profiler>,
      { wrapper: createRecorder().Provider },
    );
    await userEvent.click(field('Orders a month'));
    await userEvent.keyboard('{End}');
    await rested();
    onRender.mockClear();
    await userEvent.keyboard('1');
    await expect.element(page.getByText('€4,801.20')).toBeVisible();
    expect(onRender).toHaveBeenCalledTimes(1);
    await rested();
    expect(onRender).toHaveBeenCalledTimes(2);
    await userEvent.keyboard('{Backspace}');
    await userEvent.keyboard('1');
    expect(onRender).toHaveBeenCalledTimes(4);
  });

  it('speaks once for many keys', async () => {
    const spoken: string[] = [];
    mount();
    const region = status().element();
    new MutationObserver(() => spoken.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await userEvent.clear(field('Orders a month'));
    for (const key of '54321') await userEvent.keyboard(key);
    await rested();
    expect(spoken.filter(Boolean)).toEqual(['A month: €65,185.20']);
  });

  it('of the slider writes the number beside it, and the other way round', async () => {
    mount();
    const slider = page.getByRole('slider', { name: 'Share that comes back' });
    await userEvent.click(slider);
    await userEvent.keyboard('{Home}{ArrowRight}');
    await expect.element(field('Share that comes back')).toHaveValue('0.5');
    await expect.element(page.getByText('€12', { exact: true })).toBeVisible();
    await userEvent.fill(field('Share that comes back'), '33%');
    await expect.element(slider).toHaveValue('33');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '33%');
  });

  it('of a choice and a switch counts, by the keyboard alone', async () => {
    const { recorder } = mount();
    await userEvent.click(field('Share that comes back'));
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('radio', { name: 'Large' })).toBeChecked();
    await expect.element(page.getByText('€960')).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('switch', { name: 'Abroad as well' })).toBeChecked();
    await expect.element(page.getByText('€1,920')).toBeVisible();
    expect(recorder.commitments).toEqual([]);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(recorder.commitments).toHaveLength(1);
  });

  it('by Enter in a field is a yes as well', async () => {
    const { recorder } = mount();
    await userEvent.fill(field('Orders a month'), '500');
    await userEvent.keyboard('{Enter}');
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ unit: 'EUR' }]);
  });

  it('tells the page what can be read, and the result', async () => {
    const heard: unknown[] = [];
    const { container } = mount({ onValuesChange: (change: unknown) => heard.push(change) });
    const root = container.firstElementChild as HTMLElement;
    await userEvent.fill(field('Orders a month'), '7');
    await expect.element(root).toHaveAttribute('data-status', 'ready');
    await userEvent.fill(field('Orders a month'), '');
    await expect.element(root).toHaveAttribute('data-status', 'incomplete');
    const others = { returned: 20, parcel: 'Small', abroad: false };
    expect(heard).toMatchObject([
      { status: 'ready', values: { orders: 7, ...others }, lines: [{ text: '€8.40' }] },
      { status: 'incomplete', values: others },
    ]);
    expect(heard[1]).not.toHaveProperty('result');
  });
});

describe('what is typed', () => {
  it.each([
    ['de', '1.000,5', '12.006\u00A0€', 'any'],
    ['de', '１０００', '12.000\u00A0€', 1],
    ['en', '1 000', '€12,000', 1],
    ['ar-EG', '١٬٠٠٠', '\u200F١٢٬٠٠٠\u00A0€', 1],
  ])('is read in %s: %s', async (locale, text, shown, step) => {
    const [orders, ...others] = inputs;
    mount(
      {
        inputs: [{ ...orders, step }, ...others],
        defaultValues: { parcel: 'Large', returned: 60, abroad: false },
        formula: (values: Values) => values.orders * 12,
      },
      { locale },
    );
    await userEvent.fill(field('Orders a month'), text);
    await vi.waitFor(() => expect(result().textContent).toContain(shown));
    await rested();
    await userEvent.tab();
    await expect.element(field('Orders a month')).toHaveValue(text);
  });

  it.each(['', '-', '12abc', '5 10', '99999999', '-1', '2.5', '1e5', '<b>'])(
    'is never changed, and without a reading there is no result: %j',
    async (text) => {
      const { recorder } = mount();
      await userEvent.fill(field('Orders a month'), text);
      await expect.element(page.getByText('Fill in the fields to see your result.').first()).toBeVisible();
      await press();
      await expect.element(field('Orders a month')).toHaveFocus();
      await expect.element(field('Orders a month')).toBeInvalid();
      await expect.element(field('Orders a month')).toHaveValue(text);
      await expect.element(field('Orders a month')).toHaveAccessibleDescription(/Write /);
      expect(recorder.commitments).toEqual([]);
      expect(recorder.phases()).not.toContain(did('failed'));
      await userEvent.fill(field('Orders a month'), '5');
      await expect.element(field('Orders a month')).not.toBeInvalid();
    },
  );

  it('says what is wrong when the visitor leaves the field, not on the way', async () => {
    mount();
    await userEvent.fill(field('Orders a month'), '2,000,000');
    expect(document.querySelector('[aria-invalid]')).toBeNull();
    await userEvent.tab();
    await expect.element(page.getByText('Write a number from 0 to 1,000,000.')).toBeVisible();
  });

  it('before the page comes alive is kept, and counts', async () => {
    const tree = (
      <CommitmentProvider>
        <Calculator {...base} />
      </CommitmentProvider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    host.querySelector<HTMLInputElement>('[name=orders]')!.value = '1,000';
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    await expect.element(page.getByText('€1,200')).toBeVisible();
    await expect.element(field('Orders a month')).toHaveValue('1,000');
    expect(errors).toEqual([]);
    react.unmount();
    host.remove();
  });

  it('is remembered for the next visit; what the page knows goes before', async () => {
    mount();
    await userEvent.fill(field('Orders a month'), '1,000');
    await userEvent.click(page.getByRole('radio', { name: 'Large' }));
    await rested();
    cleanup();
    const { recorder } = mount({ defaultValues: { parcel: 'Small' } });
    await expect.element(field('Orders a month')).toHaveValue('1,000');
    await expect.element(page.getByText('€1,200')).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Small' })).toBeChecked();
    await recorder.waitFor(did('seen'));
    await rested();
    expectEvents(recorder, [did('seen')]);
  });

  it.each([
    ['without the visitor’s consent to storage', { functional: 'denied' as const }, undefined],
    ['where the page says so', undefined, false],
  ])('is not kept on the device %s', async (_name, consent, remember) => {
    render(
      <CommitmentProvider consent={consent}>
        <Calculator {...base} remember={remember} />
      </CommitmentProvider>,
    );
    await userEvent.fill(field('Orders a month'), '1');
    await press();
    expect(Object.keys(localStorage).filter((key) => key.includes('calculator'))).toEqual([]);
  });

  it.each(['nonsense', 'null', '[]', '{"orders":5,"parcel":"Gone","abroad":"on","__proto__":"x"}'])(
    'of another version of the page does no harm: %s',
    async (note) => {
      localStorage.setItem('smallyes:calculator:returns', note);
      mount();
      await userEvent.hover(page.getByRole('switch'));
      await expect.element(field('Orders a month')).toHaveValue('400');
      await expect.element(page.getByRole('radio', { name: 'Small' })).toBeChecked();
    },
  );
});

describe('no result', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('boom');
      },
    ],
    ['divides by zero', ({ orders }: Values) => 1 / (orders - orders)],
    ['is not a number', () => Number.NaN],
    ['overflows', ({ orders }: Values) => (orders + 10) ** 400],
    ['promises', () => Promise.resolve(1)],
  ])('is said quietly where the formula %s, and the press is no yes', async (_name, formula) => {
    expectConsole('warn', 'SY-1513');
    const { recorder, container } = mount({ formula: formula as never });
    expect(result().textContent).toBe('This cannot be worked out with these values.');
    await press();
    await expect.element(status()).toHaveTextContent('This cannot be worked out with these values.');
    expectEvents(recorder, [did('seen'), did('started'), did('failed')]);
    expect(consoleOutput()).toHaveLength(1);
    expect(await findings(container)).toEqual([]);
  });
});

describe('the yes', () => {
  it('carries the figures only where they may be tracked', async () => {
    const { recorder } = mount({ track: true });
    await press();
    await userEvent.fill(field('Orders a month'), '100');
    await press();
    expectEvents(recorder, [
      did('seen'),
      did('started'),
      [did('committed'), { result: 480, unit: 'EUR' }],
      [did('withdrawn'), { result: 480, unit: 'EUR' }],
      [did('committed'), { result: 120, unit: 'EUR' }],
    ]);
  });

  it('of a range and of several results carries the first', async () => {
    const { recorder } = mount({
      track: true,
      formula: ({ orders }: Values) => ({ cost: { from: orders * 0.95, to: orders * 1.05 }, days: 3 }),
      result: [
        { name: 'cost', label: 'Cost', unit: 'liter' },
        { name: 'days', label: 'Days', unit: 'day', unitDisplay: 'long' },
      ],
    });
    expect(result().textContent).toBe('Cost380 L to 420 LDays3 days');
    await press();
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ result: 380, to: 420, unit: 'liter' }]);
  });

  it('comes after the server has it, once', async () => {
    const open: ((result?: unknown) => void)[] = [];
    const onSubmit = vi.fn(
      (_worked: unknown) => new Promise<undefined>((answer) => void open.push(answer as never)),
    );
    const { recorder } = mount({ onSubmit });
    await userEvent.dblClick(page.getByRole('button', { name: 'Use this result' }));
    expect(onSubmit.mock.calls.map(([worked]) => worked)).toEqual([
      {
        values: { orders: 400, returned: 20, parcel: 'Small', abroad: false },
        result: 480,
        lines: [{ label: 'A month', text: '€480' }],
      },
    ]);
    expect(recorder.commitments).toEqual([]);
    open[0]!();
    await expect.element(status()).toHaveTextContent(taken);
    expect(recorder.commitments).toHaveLength(1);
  });

  it('of the same result is sent once', async () => {
    const onSubmit = vi.fn();
    mount({ onSubmit });
    await press();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await press();
    expect(onSubmit).toHaveBeenCalledTimes(1);
    await userEvent.fill(field('Orders a month'), '5');
    await press();
    expect(onSubmit).toHaveBeenCalledTimes(2);
  });

  it('that fails keeps everything and can be tried again', async () => {
    expectConsole('warn', 'SY-401');
    const onSubmit = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce(undefined);
    const { recorder, container } = mount({ onSubmit });
    await userEvent.fill(field('Orders a month'), '500');
    await press();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('That did not get through. Your answers are still here: please try again.');
    await expect.element(field('Orders a month')).toHaveValue('500');
    expect(await findings(container)).toEqual([]);
    await press();
    await expect.element(status()).toHaveTextContent(taken);
    expect(recorder.phases()).toEqual([did('seen'), did('started'), did('failed'), did('committed')]);
  });

  it('says that it is under way', async () => {
    let answer = () => {};
    mount({ onSubmit: () => new Promise<void>((resolve) => (answer = resolve)) });
    await press();
    await expect.element(status()).toHaveTextContent('One moment …');
    await expect.element(status()).toBeVisible();
    answer();
    await expect.element(status()).toHaveTextContent(taken);
  });

  it('of a double click is sent once, though a server refuses it at once', async () => {
    const onSubmit = vi.fn(() => ({ status: 'failed' }) as const);
    const { recorder } = mount({ onSubmit });
    await userEvent.dblClick(page.getByRole('button', { name: 'Use this result' }));
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(recorder.phases()).toEqual([did('seen'), did('started'), did('failed')]);
  });

  it('leads to the next ask, which stays while the numbers change', async () => {
    mount({
      next: ({ data }: { data: { lines: readonly { text: string }[] } }) => (
        <label>
          Send {data.lines[0]!.text} to <input />
        </label>
      ),
    });
    await press();
    await userEvent.fill(page.getByLabelText(/^Send €480/), 'me@');
    await userEvent.fill(field('Orders a month'), '1000');
    await expect.element(page.getByText('€1,200')).toBeVisible();
    await expect.element(page.getByLabelText(/^Send €480/)).toHaveValue('me@');
  });

  it('shows a result that waits for it', async () => {
    const { recorder } = mount({ preview: false });
    expect(result()).toBeNull();
    await userEvent.fill(field('Orders a month'), '1000');
    await rested();
    expect(status().element().textContent).toBe('');
    expect(recorder.phases()).toEqual([did('seen'), did('started')]);
    await press('Show my result');
    await expect.element(page.getByText('€1,200')).toBeVisible();
    expect(recorder.commitments).toHaveLength(1);
  });

  it('does not wait for what reads numbers, unless it must', async () => {
    const { recorder } = mount();
    const { form } = field('Orders a month').element() as HTMLInputElement;
    form!.requestSubmit();
    expect(recorder.commitments).toHaveLength(1);
  });

  it('explains how it came about', async () => {
    mount({ explanation: ({ values }: { values: Values }) => <p>{values.orders} orders</p> });
    await userEvent.click(page.getByText('How this is worked out'));
    await expect.element(page.getByText('400 orders')).toBeVisible();
  });

  it('begins anew after reset()', async () => {
    const ref = createRef<CalculatorElement>();
    const { recorder } = mount({ ref });
    await userEvent.fill(field('Orders a month'), '1000');
    await userEvent.click(page.getByRole('radio', { name: 'Large' }));
    await press();
    ref.current!.reset();
    await expect.element(field('Orders a month')).toHaveValue('400');
    await expect.element(page.getByText('€480')).toBeVisible();
    expect(status().element().textContent).toBe('');
    await press();
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('cannot be given while it is disabled', async () => {
    const { recorder } = mount({ disabled: true });
    await expect.element(page.getByRole('button')).toBeDisabled();
    await expect.element(field('Orders a month')).toBeDisabled();
    await expect.element(page.getByText('€480')).toBeVisible();
    expectEvents(recorder, []);
  });
});

describe('values that the page keeps', () => {
  it('are shown, and follow it; half a number is left alone', async () => {
    function Page() {
      const [orders, setOrders] = useState(10);
      return (
        <>
          <button type="button" onClick={() => setOrders(1_234)}>
            Ours
          </button>
          <Calculator
            {...base}
            values={{ orders }}
            onValuesChange={({ values }) => values.orders !== undefined && setOrders(values.orders)}
          />
        </>
      );
    }
    render(<Page />, { wrapper: createRecorder().Provider });
    await expect.element(field('Orders a month')).toHaveValue('10');
    await userEvent.fill(field('Orders a month'), '12.');
    await expect.element(page.getByText('€14.40')).toBeVisible();
    await expect.element(field('Orders a month')).toHaveValue('12.');
    await userEvent.clear(field('Orders a month'));
    await rested();
    await expect.element(field('Orders a month')).toHaveValue('');
    await userEvent.click(page.getByRole('button', { name: 'Ours' }));
    await expect.element(field('Orders a month')).toHaveValue('1,234');
    await expect.element(page.getByText('€1,480.80')).toBeVisible();
  });
});

describe('without JavaScript', () => {
  it('is a form of every input with the result of the start, and a button where something takes it', async () => {
    const frame = await pageWithoutScript(renderToString(<Calculator {...base} action="/returns" />));
    const page = frame.contentDocument!;
    expect(isShown(page.querySelector('[type=range]')!)).toBe(false);
    expect(isShown(page.querySelector('[type=submit]')!)).toBe(true);
    expect(page.querySelector('.sy-calculator-result')!.textContent).toBe('A month€480');
    const form = page.querySelector('form')!;
    expect([...new FormData(form)]).toEqual([
      ['sy-ask', 'returns'],
      ['orders', '400'],
      ['returned', '20'],
      ['parcel', 'Small'],
    ]);
    form.querySelector<HTMLInputElement>('[name=orders]')!.value = '1,000';
    expect(calculate(base, new FormData(form))).toMatchObject({
      ask: 'returns',
      status: 'ready',
      result: 1200,
    });
    frame.remove();
  });

  it('offers no button that would do nothing', async () => {
    const frame = await pageWithoutScript(renderToString(<Calculator {...base} />));
    expect(isShown(frame.contentDocument!.querySelector('[type=submit]')!)).toBe(false);
    frame.remove();
  });

  it('a post comes alive on the page that answers: no second yes, and it can be mended', async () => {
    const data = new FormData();
    for (const [name, text] of Object.entries({ orders: '1,000', returned: '20', parcel: 'Large' }))
      data.append(name, text);
    const first = mount({ posted: calculate(base, data), next: <i>Next</i> });
    await expect.element(page.getByText('€2,400')).toBeVisible();
    await expect.element(page.getByText('Next')).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Large' })).toBeChecked();
    await press();
    await rested();
    expectEvents(first.recorder, [did('seen'), did('started')]);
    cleanup();
    data.set('orders', 'many');
    mount({ posted: calculate(base, data) });
    await expect.element(page.getByText('Write a number.')).toBeVisible();
    await userEvent.fill(field('Orders a month'), '1,000');
    await expect.element(page.getByText('€2,400')).toBeVisible();
    await expect.element(page.getByText('Write a number.')).not.toBeInTheDocument();
  });
});

describe('for everybody', () => {
  it('passes axe with problems at the fields', async () => {
    const { container } = mount({ description: 'A rough figure.' });
    await userEvent.fill(field('Orders a month'), 'x');
    await press();
    await expect.element(field('Orders a month')).toBeInvalid();
    expect(await findings(container)).toEqual([]);
  });

  it('fits a page 320 px wide', async () => {
    await page.viewport(320, 640);
    const { container } = mount({ defaultValues: { orders: 999_999 } });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const one of container.querySelectorAll('input:not([type=hidden]), button'))
      expect(one.getBoundingClientRect().right).toBeLessThanOrEqual(320);
    await page.viewport(1280, 720);
  });
});

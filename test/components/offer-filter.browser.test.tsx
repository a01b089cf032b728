import { act, render } from '@testing-library/react';
import { createRef, StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { OfferFilter, type OfferFilterElement, type OfferFilterProps } from 'smallyes/offer-filter';
import { defineFacets, type FilterValues, readFilter } from 'smallyes/offer-filter/define';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/offer-filter.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { cutTexts } from '../support/cut-text.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import { tabTo } from '../support/tab-to.ts';

const filter = (phase: string): EventLine => `offer-filter.filter ${phase}` as EventLine;

const facets = defineFacets([
  { type: 'choices', name: 'level', label: 'Level', options: ['Beginner', 'Advanced'] },
  { type: 'range', name: 'price', label: 'Price', min: 0, max: 100, currency: 'EUR' },
  { type: 'distance', name: 'near', label: 'Where', within: [5, 25] },
  { type: 'days', name: 'days', label: 'Days' },
  { type: 'toggle', name: 'online', label: 'Online' },
]);
type Values = FilterValues<typeof facets>;

const offers = [
  { name: 'Run', level: 'Beginner', price: 20, days: [2, 4] },
  { name: 'Row', level: 'Advanced', price: 60, days: [2] },
  { name: 'Climb', level: 'Advanced', price: 90, days: [6] },
];

const match = ({ level, price, days, online, near }: Values) =>
  offers.filter(
    (one) =>
      (!level || level.some((each) => each === one.level)) &&
      one.price >= (price?.from ?? 0) &&
      one.price <= (price?.to ?? 100) &&
      (!days || days.some((day) => one.days.includes(day))) &&
      !online &&
      !near,
  );

type Props = OfferFilterProps<typeof facets, (typeof offers)[number]>;
const list: Props['children'] = ({ results }) => (
  <ul aria-label="Offers">
    {results.map(({ name }) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
);

const ask = (props: object = {}) => (
  <OfferFilter
    {...({ id: 'offers', facets, results: match, children: list, url: false, ...props } as Props)}
  />
);

function mount(props: object = {}, strict = false) {
  const recorder = createRecorder();
  const tree = <recorder.Provider>{ask(props)}</recorder.Provider>;
  return { recorder, ...render(strict ? <StrictMode>{tree}</StrictMode> : tree) };
}

/** A server that the test answers by hand. */
function createServer() {
  const open: {
    values: Values;
    signal: AbortSignal;
    answer(result: unknown): void;
    fail(error: unknown): void;
  }[] = [];
  const onFilter = vi.fn(
    (values: Values, { signal }: { signal: AbortSignal }) =>
      new Promise((answer, fail) => void open.push({ values, signal, answer, fail })),
  );
  return { open, onFilter };
}

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** The line above the results. */
const status = () => page.getByRole('status').last();
const shown = () => [...document.querySelectorAll('[aria-label=Offers] li')].map((one) => one.textContent);

beforeEach(() => forgetMessages());
const { href } = location;
afterEach(() => history.replaceState(history.state, '', href));

describeConformance('OfferFilter', {
  component: 'offer-filter',
  render: (props) => ask(props),
  commit: () => userEvent.click(box('Beginner').first()),
  events: [filter('seen'), filter('started'), filter('committed')],
  vetoes: ['onClick', 'onChange'],
});

describe('a settled change', () => {
  it.each([false, true])('is one yes, which says what was found (StrictMode %s)', async (strict) => {
    const { recorder } = mount({}, strict);
    await expect.element(status()).toHaveTextContent('3 results');
    await userEvent.click(box('Advanced'));
    await expect.element(status()).toHaveTextContent('2 results');
    await userEvent.click(box('Saturday'));
    await expect.element(status()).toHaveTextContent('1 result');
    expect(shown()).toEqual(['Climb']);
    expectEvents(recorder, [
      filter('seen'),
      filter('started'),
      [filter('committed'), { facet: 'level', results: 2 }],
      [filter('committed'), { facet: 'days', results: 1 }],
    ]);
  });

  it('that takes a filter away is no yes, and the same filter again is no second one', async () => {
    const { recorder } = mount();
    await userEvent.click(box('Advanced'));
    await userEvent.click(box('Advanced'));
    await userEvent.click(box('Advanced'));
    await expect.element(status()).toHaveTextContent('2 results');
    expectEvents(recorder, [
      filter('seen'),
      filter('started'),
      [filter('committed'), { facet: 'level', results: 2 }],
      [filter('progressed'), { facet: 'level', results: 3 }],
    ]);
  });

  it('that finds nothing is an event as well', async () => {
    const { recorder } = mount();
    await userEvent.click(box('Sunday'));
    await expect.element(status()).toHaveTextContent('Nothing fits all of these filters.');
    expect(recorder.events.at(-1)).toMatchObject({ phase: 'committed', data: { facet: 'days', results: 0 } });
  });

  it('of a handle counts once, when it rests', async () => {
    const onValuesChange = vi.fn();
    const { recorder } = mount({ onValuesChange });
    const handle = page.getByRole('slider', { name: 'Price, from' });
    (handle.element() as HTMLElement).focus();
    // Not held down: the driver of WebKit repeats no key.
    await userEvent.keyboard('{ArrowRight}'.repeat(30));
    await expect.element(page.getByRole('spinbutton', { name: 'Price, from' })).toHaveValue(30);
    await expect.element(status()).toHaveTextContent('2 results');
    expect(onValuesChange.mock.calls).toEqual([[{ price: { from: 30 } }, { facet: 'price' }]]);
    expectEvents(recorder, [
      filter('seen'),
      filter('started'),
      [filter('committed'), { facet: 'price', results: 2 }],
    ]);
  });

  it('of a number is heard when the visitor rests, leaves it or presses Enter, and stays as it was typed', async () => {
    const onValuesChange = vi.fn();
    mount({ onValuesChange });
    const to = page.getByRole('spinbutton', { name: 'Price, to' });
    await userEvent.type(to, '70');
    expect(onValuesChange).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onValuesChange).toHaveBeenCalledTimes(1);
    await expect.element(status()).toHaveTextContent('2 results');
    await userEvent.fill(page.getByRole('spinbutton', { name: 'Price, from' }), '80');
    await userEvent.tab();
    expect(onValuesChange.mock.calls.at(-1)?.[0]).toEqual({ price: { from: 70, to: 80 } });
    await expect.element(to).toHaveValue(70);
  });

  it('of a handle never passes the other', async () => {
    mount({ defaultValues: { price: { to: 40 } } });
    const handle = page.getByRole('slider', { name: 'Price, from' });
    (handle.element() as HTMLElement).focus();
    await userEvent.keyboard('{End}');
    await expect.element(handle).toHaveValue('40');
    await expect.element(page.getByRole('spinbutton', { name: 'Price, from' })).toHaveValue(40);
  });

  it('of a written place is heard when the visitor has left the field', async () => {
    const onValuesChange = vi.fn();
    mount({ onValuesChange });
    await userEvent.type(page.getByRole('textbox', { name: 'Town or postcode' }), 'Köln');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(onValuesChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onValuesChange.mock.calls).toEqual([[{ near: { within: 5, place: 'Köln' } }, { facet: 'near' }]]);
  });
});

/** Looking at it throws, as a proxy of another window does. */
const broken = () => {
  throw new Error('gone');
};

describe('results of a server', () => {
  it('are asked for at the start, unless it has given them', async () => {
    const { open, onFilter } = createServer();
    const { recorder, unmount } = mount({ results: undefined, onFilter, defaultValues: { online: true } });
    await expect.element(status()).toHaveTextContent('Updating the results …');
    expect(open[0]!.values).toEqual({ online: true });
    open[0]!.answer(offers);
    await expect.element(status()).toHaveTextContent('3 results');
    expect(recorder.commitments).toEqual([]);
    unmount();
    mount({ results: offers, onFilter });
    await expect.element(status()).toHaveTextContent('3 results');
    expect(onFilter).toHaveBeenCalledTimes(1);
  });

  it('of an older question are not heard, and its request is given up', async () => {
    const { open, onFilter } = createServer();
    const { recorder } = mount({ results: offers, onFilter });
    await userEvent.click(box('Advanced'));
    await userEvent.click(box('Sunday'));
    expect(open.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    open[1]!.answer([offers[1]]);
    await expect.element(status()).toHaveTextContent('1 result');
    open[0]!.answer(offers);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown()).toEqual(['Row']);
    expectEvents(recorder, [
      filter('seen'),
      filter('started'),
      [filter('committed'), { facet: 'days', results: 1 }],
    ]);
  });

  it('that fail are said, told, and can be asked for again', async () => {
    expectConsole('warn', 'SY-1526');
    const { open, onFilter } = createServer();
    const { recorder } = mount({ results: offers, onFilter });
    await userEvent.click(box('Advanced'));
    open[0]!.fail(new Error('offline'));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('The results did not arrive. Your filters are still set.');
    await expect.element(box('Advanced')).toBeChecked();
    expect(shown()).toHaveLength(3);
    expect(await findings(document.body)).toEqual([]);
    (button('Try again').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveFocus();
    open[1]!.answer({ items: [offers[1]], count: 12, counts: { level: { Beginner: 7 } } });
    await expect.element(status()).toHaveTextContent('12 results');
    await expect.element(page.getByRole('checkbox', { name: 'Beginner 7 offers' })).toBeVisible();
    expectEvents(recorder, [
      filter('seen'),
      filter('started'),
      [filter('failed'), { facet: 'level' }],
      [filter('committed'), { facet: 'level', results: 12 }],
    ]);
  });

  it.each([
    ['throws', broken],
    ['gives a text', () => 'five'],
    ['counts more than there can be', () => 1e300],
    ['gives what cannot be read', async () => Object.defineProperty({}, 'items', { get: broken })],
    ['rejects with nothing', () => Promise.reject()],
  ])('are failed when onFilter %s', async (_what, onFilter) => {
    expectConsole('warn', 'SY-1526');
    mount({ results: offers, onFilter });
    await userEvent.click(box('Advanced'));
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  it('are given up when the filter goes', async () => {
    const { open, onFilter } = createServer();
    const { unmount } = mount({ results: offers, onFilter });
    await userEvent.click(box('Advanced'));
    unmount();
    expect(open[0]!.signal.aborted).toBe(true);
  });
});

describe('what is set', () => {
  it('stands in chips that take themselves away, and the focus stays among them', async () => {
    mount({ defaultValues: { level: ['Advanced'], days: [2, 6], price: { from: 10, to: 90 } } });
    const chips = () =>
      [...page.getByRole('list', { name: 'Filters that are set' }).element().querySelectorAll('button')].map(
        (one) => one.textContent,
      );
    expect(chips()).toEqual([
      'Level: Advanced',
      'Price: €10 to €90',
      'Days: Tuesday',
      'Days: Saturday',
      'Clear all',
    ]);
    await userEvent.click(button('Remove the filter Days: Tuesday'));
    await expect.element(box('Tuesday')).not.toBeChecked();
    await expect.element(button('Remove the filter Days: Saturday')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button(/^Remove the filter Price/)).toHaveFocus();
    await expect.element(status()).toHaveTextContent('2 results');
    await userEvent.click(button('Clear all'));
    await expect.element(status()).toHaveTextContent('3 results');
    await expect.element(status()).toHaveFocus();
    await expect.element(page.getByRole('spinbutton', { name: 'Price, to' })).toHaveValue(null);
    await expect.element(page.getByRole('slider', { name: 'Price, to' })).toHaveValue('100');
  });

  it('proposes what could go when nothing is left, with what that brings', async () => {
    const { recorder } = mount({
      defaultValues: { level: ['Beginner'], days: [6] },
      empty: (values: Values) => <p>No {values.level?.join()} here</p>,
    });
    await expect.element(page.getByText('No Beginner here')).toBeVisible();
    expect(await findings(document.body)).toEqual([]);
    await userEvent.click(button('Level: Beginner (1 result)'));
    await expect.element(status()).toHaveTextContent('1 result');
    expect(shown()).toEqual(['Climb']);
    expect(recorder.commitments).toEqual([]);
  });

  it('is the page’s where the page keeps it, and goes back where it refuses', async () => {
    function Page() {
      const [values, setValues] = useState<Values>({ level: ['Advanced'] });
      const props = {
        values,
        onValuesChange: (next: Values) => setValues(next.online ? { ...values } : next),
      };
      return ask(props);
    }
    render(<Page />, { wrapper: createRecorder().Provider });
    await expect.element(status()).toHaveTextContent('2 results');
    await userEvent.click(box('Saturday'));
    await expect.element(status()).toHaveTextContent('1 result');
    await userEvent.click(box('Online'));
    await expect.element(box('Online')).not.toBeChecked();
    await expect.element(box('Saturday')).toBeChecked();
  });

  it('is the page’s also after reset(), where the page keeps it', async () => {
    const places = [{ value: 'Berlin', latitude: 52.52, longitude: 13.405 }];
    const near = { type: 'distance', name: 'near', label: 'Where', within: [5, 10], places };
    const ref = createRef<OfferFilterElement>();
    const ui = (values: object) => ask({ ref, facets: [near], values });
    const { rerender } = render(ui({}), { wrapper: createRecorder().Provider });
    rerender(ui({ near: { place: 'Berlin', within: 10 } }));
    const place = page.getByRole('combobox', { name: 'Where' });
    await expect.element(place).toHaveValue('Berlin');
    act(() => ref.current!.reset());
    await expect.element(place).toHaveValue('Berlin');
  });

  it('from the start can be taken away by its chip, and set again by hand', async () => {
    mount({ defaultValues: { level: ['Advanced'] } });
    await userEvent.click(button('Remove the filter Level: Advanced'));
    await expect.element(status()).toHaveTextContent('3 results');
    await userEvent.click(box('Advanced'));
    await expect.element(status()).toHaveTextContent('2 results');
    await userEvent.click(box('Advanced'));
    await expect.element(status()).toHaveTextContent('3 results');
  });

  it('is nothing after reset(), and a new attempt begins', async () => {
    const ref = createRef<OfferFilterElement>();
    const { recorder } = mount({ ref });
    await userEvent.click(box('Advanced'));
    act(() => ref.current!.reset());
    await expect.element(box('Advanced')).not.toBeChecked();
    await expect.element(status()).toHaveTextContent('3 results');
    await userEvent.click(box('Advanced'));
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });
});

describe('the address of the page', () => {
  const search = () => readFilter(facets, location.search);

  it('holds the filter beside what is there of others', async () => {
    const url = new URL(location.href);
    url.searchParams.set('utm_source', 'mail');
    history.replaceState({ mine: 1 }, '', url);
    mount({ url: undefined });
    await userEvent.click(box('Advanced'));
    await userEvent.click(box('Saturday'));
    expect(search()).toEqual({ level: ['Advanced'], days: [6] });
    expect(new URLSearchParams(location.search).get('utm_source')).toBe('mail');
    expect(history.state).toEqual({ mine: 1 });
    await userEvent.click(button('Clear all'));
    expect(search()).toEqual({});
  });

  it('is read at the start: no yes, and before what the page says', async () => {
    const url = new URL(location.href);
    url.searchParams.append('level', 'Advanced');
    history.replaceState(null, '', url);
    const { recorder } = mount({ url: undefined, defaultValues: { online: true } });
    await expect.element(status()).toHaveTextContent('2 results');
    await expect.element(box('Advanced')).toBeChecked();
    await expect.element(box('Online')).not.toBeChecked();
    expect(recorder.commitments).toEqual([]);
  });

  it('leads back step by step with "push"', async () => {
    mount({ url: 'push' });
    await userEvent.click(box('Advanced'));
    await userEvent.click(box('Saturday'));
    await expect.element(status()).toHaveTextContent('1 result');
    history.back();
    await expect.element(status()).toHaveTextContent('2 results');
    await expect.element(box('Saturday')).not.toBeChecked();
    history.back();
    await expect.element(status()).toHaveTextContent('3 results');
    await expect.element(box('Advanced')).not.toBeChecked();
  });
});

describe('the visitor’s own position', () => {
  const locate = (answer: (ok: PositionCallback, no: PositionErrorCallback) => void) =>
    vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((ok, no) => answer(ok, no!));

  it('is not offered where a facet does without', async () => {
    const near = { type: 'distance', name: 'near', label: 'Where', within: [5] };
    const { rerender } = mount({ facets: [near] });
    await expect.element(button('Use my position')).toBeVisible();
    rerender(ask({ facets: [{ ...near, ownPosition: false }] }));
    await expect.element(page.getByRole('textbox')).toBeVisible();
    expect(button('Use my position').elements()).toEqual([]);
  });

  it('is asked for at the click alone, and rounded', async () => {
    const getPosition = locate((ok) =>
      ok({ coords: { latitude: 52.516_275, longitude: 13.377_704 } } as GeolocationPosition),
    );
    const onValuesChange = vi.fn();
    mount({ onValuesChange });
    await userEvent.click(box('Advanced'));
    expect(getPosition).not.toHaveBeenCalled();
    await userEvent.click(button('Use my position'));
    expect(onValuesChange.mock.calls.at(-1)).toEqual([
      { level: ['Advanced'], near: { within: 5, at: { latitude: 52.52, longitude: 13.38 } } },
      { facet: 'near' },
    ]);
    await expect.element(button('Remove the filter Where: within 5 km of you')).toBeVisible();
    // A place that is named goes before it.
    await userEvent.type(page.getByRole('textbox', { name: 'Town or postcode' }), 'Bonn{Enter}');
    expect(onValuesChange.mock.calls.at(-1)?.[0].near).toEqual({ within: 5, place: 'Bonn' });
    await userEvent.clear(page.getByRole('textbox', { name: 'Town or postcode' }));
    await userEvent.tab();
    expect(onValuesChange.mock.calls.at(-1)?.[0].near).toBeUndefined();
  });

  it.each([
    [1, 'Your browser does not tell us where you are. Please name a place instead.'],
    [2, 'Your device could not find out where it is. Please name a place instead.'],
    [3, 'That took too long. Please try again, or name a place.'],
  ])('is not found with code %i, and the visitor reads why', async (code, words) => {
    locate((_ok, no) => no({ code } as GeolocationPositionError));
    const { recorder } = mount();
    await userEvent.click(button('Use my position'));
    await expect.element(page.getByRole('status').first()).toHaveTextContent(words);
    expect(recorder.commitments).toEqual([]);
    expect(await findings(document.body)).toEqual([]);
  });

  it('is asked for again by who presses again, since a browser may say nothing of a question that was waved away', async () => {
    const asked: (() => void)[] = [];
    locate((ok) => asked.push(() => ok({ coords: { latitude: 1, longitude: 1 } } as GeolocationPosition)));
    const onValuesChange = vi.fn();
    mount({ onValuesChange });
    await userEvent.dblClick(button('Use my position'));
    expect(asked).toHaveLength(1);
    button('Use my position').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(asked).toHaveLength(2);
    asked[0]!();
    expect(onValuesChange).not.toHaveBeenCalled();
    asked[1]!();
    expect(onValuesChange).toHaveBeenCalledOnce();
  });

  it('is said to be on its way, and heard no more when the filter has gone', async () => {
    let late: (() => void) | undefined;
    locate((ok) => {
      late = () => ok({ coords: { latitude: 1, longitude: 1 } } as GeolocationPosition);
    });
    const onValuesChange = vi.fn();
    const { unmount } = mount({ onValuesChange });
    await userEvent.click(button('Use my position'));
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent('Asking your browser where you are …');
    unmount();
    late!();
    expect(onValuesChange).not.toHaveBeenCalled();
  });
});

describe('without JavaScript', () => {
  it('is a form whose fields lead to an address with the filter', async () => {
    const html = renderToString(
      ask({ action: '/offers', defaultValues: { days: [2], level: ['Advanced'] } }),
    );
    const frame = await pageWithoutScript(html);
    const form = frame.contentDocument!.querySelector('form')!;
    expect([form.method, new URL(form.action).pathname]).toEqual(['get', '/offers']);
    const query = (submitter?: HTMLButtonElement | null) =>
      readFilter(facets, new FormData(form, submitter ?? null));
    expect(query()).toEqual({ days: [2], level: ['Advanced'] });
    const chip = [...frame.contentDocument!.querySelectorAll('button')].find((one) =>
      one.getAttribute('aria-label')?.includes('Tuesday'),
    )!;
    expect([chip.type, chip.form, query(chip)]).toEqual(['submit', form, { level: ['Advanced'] }]);
    const seen = (selector: string) => isShown(frame.contentDocument!.querySelector(selector)!);
    expect(seen('.sy-offer-filter-facets')).toBe(true);
    expect(seen('button.sy-offer-filter-show')).toBe(true);
    expect(seen('[type=range]')).toBe(false);
    expect(seen('.sy-offer-filter-own')).toBe(false);
    expect(seen('[type=number]')).toBe(true);
    frame.remove();
  });

  it('leads there with JavaScript as well when nobody else takes it: a yes before the page goes', async () => {
    const { recorder } = mount({ results: undefined, children: undefined, action: '/offers' });
    const posts: string[] = [];
    const onSubmit = (event: SubmitEvent) => {
      posts.push(`prevented ${event.defaultPrevented}`);
      event.preventDefault();
    };
    document.addEventListener('submit', onSubmit);
    await userEvent.click(box('Advanced'));
    expect(recorder.commitments).toEqual([]);
    await userEvent.click(button('Show the results'));
    document.removeEventListener('submit', onSubmit);
    expect(posts).toEqual(['prevented false']);
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ facet: 'level' }]);
  });

  it('takes over what was ticked before it came alive, as no yes', async () => {
    const recorder = createRecorder();
    const tree = <recorder.Provider>{ask()}</recorder.Provider>;
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    host.querySelector<HTMLInputElement>('[value=Advanced]')!.click();
    const root = hydrateRoot(host, <StrictMode>{tree}</StrictMode>);
    await expect.element(status()).toHaveTextContent('2 results');
    await expect.element(box('Advanced')).toBeChecked();
    expect(recorder.commitments).toEqual([]);
    root.unmount();
    host.remove();
  });

  it('lets a box that the server has ticked be taken away, and ticked again by hand', async () => {
    const recorder = createRecorder();
    const tree = <recorder.Provider>{ask({ defaultValues: { level: ['Advanced'] } })}</recorder.Provider>;
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    const root = hydrateRoot(host, tree);
    await userEvent.click(button('Remove the filter Level: Advanced'));
    await expect.element(status()).toHaveTextContent('3 results');
    await userEvent.click(box('Advanced'));
    await expect.element(status()).toHaveTextContent('2 results');
    root.unmount();
    host.remove();
  });

  it('refuses an address that could run code', () => {
    expectConsole('warn', 'SY-110');
    const { container } = mount({ action: 'javascript:alert(1)' });
    expect(container.querySelector('form')!.getAttribute('action')).toBeNull();
  });
});

describe('bad input', () => {
  it('leaves out a facet that cannot work, and tells', async () => {
    expectConsole('warn', 'SY-1525');
    mount({ facets: [...facets, { type: 'range', name: 'bad', label: 'Bad', min: 9, max: 1 }] });
    await expect.element(box('Advanced')).toBeVisible();
    expect(page.getByText('Bad').elements()).toEqual([]);
  });

  it('writes an unknown currency plainly, and tells', async () => {
    expectConsole('warn', 'SY-1527');
    const odd = [{ type: 'range', name: 'price', label: 'Price', min: 0, max: 10, currency: 'EURO' }];
    mount({ facets: odd, defaultValues: { price: { to: 5 } } });
    await expect.element(button('Remove the filter Price: 5 EURO or less')).toBeVisible();
  });

  it('says so when a pure function fails, and the page goes on', async () => {
    expectConsole('warn', 'SY-1526');
    mount({
      results: () => {
        throw new Error('no');
      },
    });
    await expect.element(page.getByRole('alert')).toBeVisible();
    await userEvent.click(box('Advanced'));
    await expect.element(box('Advanced')).toBeChecked();
  });
});

describe('looks', () => {
  it('folds on a phone, says how many are set, and is as large as fingers need', async () => {
    await page.viewport(320, 700);
    mount({ defaultValues: { days: [2, 6] } });
    const fold = button(/^Filters/);
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    await expect.element(fold).toHaveTextContent('Filters2 set');
    expect(box('Advanced').elements()).toEqual([]);
    // Many people double-click whatever they press.
    await userEvent.dblClick(fold);
    await expect.element(box('Advanced')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const day of document.querySelectorAll('.sy-offer-filter-day')) {
      const { width, height } = day.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    expect(await findings(document.body)).toEqual([]);
    (button('Show 3 results').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    // The button is folded away: what it showed has the focus.
    await expect.element(status()).toHaveFocus();
    await page.viewport(800, 900);
  });

  it('reads its name and how many are set whole on a phone, however long the name is', async () => {
    await page.viewport(360, 700);
    const heading = 'Which of our trainers in Berlin and Brandenburg suits you, your week and your purse?';
    mount({ heading, defaultValues: { days: [2, 6] } });
    await expect.element(button(/^Which/)).toBeVisible();
    expect(cutTexts()).toEqual([]);
    await page.viewport(800, 900);
  });

  it('is reached and set by the keyboard alone', async () => {
    const { recorder } = mount();
    await tabTo('[value="4"]');
    await userEvent.keyboard(' ');
    await expect.element(status()).toHaveTextContent('1 result');
    await tabTo('.sy-offer-filter-chip');
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toHaveTextContent('3 results');
    await expect.element(status()).toHaveFocus();
    expect(recorder.phases().at(-1)).toBe(filter('progressed'));
  });

  it('unfolds the rest of many options, and shows it where one of them is set', async () => {
    const many = [{ type: 'choices', name: 'n', label: 'N', options: [...'abcdefghijkl'] }];
    const first = mount({ facets: many, results: () => 1 });
    expect(box('l').elements()).toEqual([]);
    await userEvent.click(page.getByText('Show 5 more'));
    await userEvent.click(box('l'));
    await userEvent.click(box('l'));
    await expect.element(box('l')).toBeVisible();
    first.unmount();
    mount({ facets: many, results: () => 1, defaultValues: { n: ['k'] } });
    await expect.element(box('l')).toBeVisible();
  });
});

it('types results, values and facets without a cast', () => {
  const tree = (
    <>
      <OfferFilter
        id="a"
        facets={[
          { type: 'choice', name: 'size', label: 'Size', options: ['s', 'm'] },
          { type: 'days', name: 'days', label: 'Days' },
        ]}
        results={(values) => [{ size: values.size satisfies 's' | 'm' | undefined }]}
        onCommit={({ data }) => data.facet satisfies 'size' | 'days'}
        onEvent={({ data }) => data.facet satisfies 'size' | 'days' | undefined}
        onValuesChange={(_, { facet }) => facet satisfies 'size' | 'days' | undefined}
        next={({ data }) => data.facet satisfies 'size' | 'days' | undefined}
      >
        {({ results, values }) => (
          <p>
            {results[0]?.size satisfies 's' | 'm' | undefined} {values.days?.length}
          </p>
        )}
      </OfferFilter>
      <OfferFilter
        id="b"
        facets={facets}
        defaultValues={{ level: ['Beginner'] }}
        onFilter={async ({ price }, { facet, signal }) => {
          facet satisfies (typeof facets)[number]['name'] | undefined;
          signal satisfies AbortSignal;
          return { items: [price?.to ?? 0], count: 3 };
        }}
      >
        {({ results }) => results[0] satisfies number | undefined}
      </OfferFilter>
      {/* @ts-expect-error no such answer */}
      <OfferFilter id="c" facets={facets} defaultValues={{ level: ['Expert'] }} />
    </>
  );
  expect(tree).toBeDefined();
});

import { act, render } from '@testing-library/react';
import { Activity, createRef } from 'react';
import { renderToString } from 'react-dom/server';
import {
  CallbackRequest,
  type CallbackRequestElement,
  type CallbackRequestProps,
  type CallbackResult,
  type CallbackValues,
} from 'smallyes/callback-request';
import { readCallback } from 'smallyes/callback-request/read';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/callback-request.css';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { times } from '../../src/components/callback-request/call-times-later.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import { canStay, nativePosts } from '../support/native-posts.ts';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';

const request = (phase: string): EventLine => `callback-request.request ${phase}` as EventLine;
const yes = [request('seen'), request('started'), request('committed')];

// A Monday far ahead, so that no window of the tests is over.
const now = Date.parse('2046-01-15T07:00:00Z');
const basics = {
  id: 'call-me',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  now,
  windows: {
    timeZone: 'Europe/Berlin',
    hours: { 1: [{ from: '10:00', to: '12:00' }], 2: [{ from: '09:00', to: '10:00' }] },
  },
  onSubmit: (): CallbackResult => ({ status: 'ok' }),
} satisfies CallbackRequestProps;

const monday10 = 'Monday, January 15, 10:00 – 11:00 AM';
const monday11 = 'Monday, January 15, 11:00 AM – 12:00 PM';
const phone = () => page.getByRole('textbox', { name: 'Phone number' });
const box = (name: string) => page.getByRole('checkbox', { name });
const button = (name = /^(Call me back|Try again)$/) => page.getByRole('button', { name });
const status = () => page.getByRole('status').first();
const says = (words: string) => expect.element(status()).toHaveTextContent(words);

// As on a server; what a browser makes of it meanwhile stands in `callback-request-later`.
beforeAll(() => times.load());
beforeEach(() => forgetMessages());

function mount(props: Partial<CallbackRequestProps> = {}) {
  const recorder = createRecorder();
  const tree = (
    <recorder.Provider>
      <CallbackRequest {...basics} {...props} />
    </recorder.Provider>
  );
  return { recorder, ...render(tree) };
}

async function fill(number = '030 901820') {
  await userEvent.fill(phone(), number);
  await userEvent.click(box(monday10));
}

describeConformance('CallbackRequest', {
  component: 'callback-request',
  render: (props) => <CallbackRequest {...basics} {...props} />,
  async commit() {
    await fill();
    await userEvent.click(button());
    await expect.element(page.getByText(/^Thank you! We call you/), { timeout: 3_000 }).toBeVisible();
  },
  events: yes,
  vetoes: ['onClick'],
});

it('breaks hours that take two lines after their dash', async () => {
  mount();
  await expect.element(box(monday11)).toBeVisible();
  const hours = box(monday11).element().parentElement!.querySelector('span')!;
  hours.style.cssText = 'inline-size: 6rem; display: block';
  const text = hours.firstChild!;
  const lineOf = (at: number) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().top;
  };
  expect(lineOf(text.textContent!.length - 1)).toBeGreaterThan(lineOf(0));
  expect(lineOf(text.textContent!.indexOf('–'))).toBe(lineOf(0));
});

describe('a request', () => {
  it('hands over a small payload, says when the call comes, and no event holds what was typed', async () => {
    const onSubmit = vi.fn(basics.onSubmit as (values: CallbackValues) => CallbackResult);
    const { recorder, container } = mount({ onSubmit, note: true, next: <p>And then?</p> });
    await fill();
    await userEvent.click(box(monday11));
    await userEvent.fill(page.getByRole('textbox', { name: 'What is it about? (optional)' }), 'My knee');
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday10} or ${monday11}.`);
    await expect.element(status()).toHaveFocus();
    await expect.element(page.getByText('And then?')).toBeVisible();
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({
      phone: '+4930901820',
      country: 'DE',
      windows: [
        { start: '2046-01-15T10:00:00+01:00', end: '2046-01-15T11:00:00+01:00' },
        { start: '2046-01-15T11:00:00+01:00', end: '2046-01-15T12:00:00+01:00' },
      ],
      timeZone: 'Europe/Berlin',
      note: 'My knee',
    });
    expectEvents(recorder, yes);
    expect(JSON.stringify(recorder.events)).not.toMatch(/901820|knee|2046-01-15/);
    expect(await findings(container)).toEqual([]);
  });

  it('names the window in which the call comes, when the server says so', async () => {
    mount({ onSubmit: () => ({ status: 'ok', at: '2046-01-15T10:00:00Z' }) });
    await fill();
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday11}.`);
  });

  it.each([
    ['pending', 'Almost there: please confirm by the message that we have just sent.', 1],
    ['already', 'We have your request already, and we will call.', 0],
  ] as const)('answered with %s reads "%s"', async (answer, words, commitments) => {
    const { recorder } = mount({ onSubmit: () => ({ status: answer }) });
    await fill();
    await userEvent.click(button());
    await says(words);
    expect(recorder.commitments).toHaveLength(commitments);
  });

  it('without times asks for the number alone', async () => {
    const onSubmit = vi.fn(basics.onSubmit as (values: CallbackValues) => CallbackResult);
    mount({ windows: undefined, onSubmit });
    await userEvent.fill(phone(), '+44 20 7946 0958{Enter}'.replace('{Enter}', ''));
    await userEvent.keyboard('{Enter}');
    await says('Thank you! We call you as soon as we can.');
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({
      phone: '+442079460958',
      country: 'GB',
      windows: [],
      timeZone: 'Europe/Berlin',
    });
  });
});

describe('a number', () => {
  it('that is none of the country is refused in words, and the focus goes there', async () => {
    const onSubmit = vi.fn(basics.onSubmit as (values: CallbackValues) => CallbackResult);
    mount({ onSubmit });
    await fill('030 9');
    await userEvent.fill(phone(), '00000000');
    await userEvent.click(button());
    await expect
      .element(
        page.getByText(
          'There is no such number in this country (Germany). With + and a country code it can be any.',
        ),
      )
      .toBeVisible();
    await expect.element(phone()).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(await findings(document.body)).toEqual([]);
  });

  it('is read by the country that is chosen; all of them come when the visitor turns to the form', async () => {
    const onSubmit = vi.fn(basics.onSubmit as (values: CallbackValues) => CallbackResult);
    mount({ onSubmit, windows: undefined });
    const country = page.getByRole('combobox', { name: 'Country of the number' });
    expect((country.element() as HTMLSelectElement).options).toHaveLength(1);
    (phone().element() as HTMLElement).focus();
    await expect.poll(() => (country.element() as HTMLSelectElement).options.length).toBeGreaterThan(200);
    await expect.element(country).toHaveValue('DE');
    await userEvent.selectOptions(country, 'FR');
    await userEvent.fill(phone(), '06 12 34 56 78');
    await userEvent.click(button());
    await says('Thank you! We call you as soon as we can.');
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ phone: '+33612345678', country: 'FR' });
  });

  it('comes back with the telephone of who has looked at the mail', async () => {
    mount();
    await userEvent.fill(phone(), '030 901820');
    await userEvent.click(box(monday10));
    await userEvent.click(button(/rather have a mail/));
    await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'jana@northwind.example');
    await userEvent.click(button(/rather have a call/));
    await expect.element(phone()).toHaveValue('030 901820');
    await expect.element(box(monday10)).toBeChecked();
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday10}.`);
  });

  it('is not needed by who would rather have a mail', async () => {
    const onSubmit = vi.fn(basics.onSubmit as (values: CallbackValues) => CallbackResult);
    mount({ onSubmit });
    // Many people double-click whatever they press.
    await userEvent.dblClick(button(/rather have a mail/));
    expect(phone().elements()).toEqual([]);
    await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'jana@northwind.example');
    expect(await findings(document.body)).toEqual([]);
    await userEvent.click(button(/^Write to me$/));
    await says('Thank you! We write to jana@northwind.example.');
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({
      email: 'jana@northwind.example',
      windows: [],
      timeZone: 'Europe/Berlin',
    });
  });
});

describe('a server that fails', () => {
  const link = () => page.getByRole('link', { name: 'Write to us' });
  const fail = { onSubmit: (): CallbackResult => ({ status: 'failed' }), note: true };

  it('leaves a mail, which takes along what was entered', async () => {
    mount({
      ...fail,
      fallback: { label: 'Write to us', href: 'mailto:team@northwind.example?subject=Call' },
    });
    await fill();
    await userEvent.fill(page.getByRole('textbox', { name: /^What is it about/ }), 'My knee & back');
    expect(link().elements()).toEqual([]);
    await userEvent.click(button());
    await expect.element(page.getByText(/^You can also reach us this way:/)).toBeVisible();
    const { searchParams, pathname } = new URL((link().element() as HTMLAnchorElement).href);
    expect([pathname, searchParams.get('subject')]).toEqual(['team@northwind.example', 'Call']);
    expect(searchParams.get('body')?.split('\r\n\r\n')).toEqual([
      'Phone number: +4930901820',
      `${monday10} (Europe/Berlin)`,
      'My knee & back',
    ]);
    expect(await findings(document.body)).toEqual([]);
    await expect.element(phone()).toHaveValue('030 901820');
  });

  it.each([
    ['another address', 'https://northwind.example/contact?a=1'],
    ['a mail that is written already', 'mailto:team@northwind.example?body=Hello'],
  ])('leaves %s as it is', async (_name, href) => {
    mount({ ...fail, fallback: { label: 'Write to us', href } });
    await fill();
    await userEvent.click(button());
    await expect.element(link()).toHaveAttribute('href', href);
  });

  it('shows nothing that could run code, and nothing once the request has arrived', async () => {
    const answers: CallbackResult[] = [{ status: 'failed' }, { status: 'ok' }];
    mount({
      onSubmit: () => answers.shift(),
      fallback: { label: 'Write to us', href: 'javascript:alert(1)' },
    });
    await fill();
    await userEvent.click(button());
    await expect.element(button(/^Try again$/)).toBeVisible();
    expect(link().elements()).toEqual([]);
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday10}.`);
    expect(page.getByText(/^You can also reach us/).elements()).toEqual([]);
  });
});

describe('a window', () => {
  it('that is taken meanwhile is marked and given back, and nothing else is lost', async () => {
    const answers: CallbackResult[] = [
      { status: 'invalid', taken: ['2046-01-15T09:00:00Z'] },
      { status: 'ok' },
    ];
    const onSubmit = vi.fn((_values: CallbackValues) => answers.shift()!);
    const { recorder } = mount({ onSubmit, note: true });
    await fill();
    await userEvent.fill(page.getByRole('textbox', { name: /^What is it about/ }), 'My knee');
    await userEvent.click(button());
    await expect
      .element(
        page.getByText(
          `Taken meanwhile: ${monday10}. Somebody else was quicker, please choose another time.`,
        ),
      )
      .toBeVisible();
    await expect.element(box(`${monday10}, taken`)).toBeDisabled();
    await expect.element(box(`${monday10}, taken`)).not.toBeChecked();
    await expect.element(phone()).toHaveValue('030 901820');
    expect(await findings(document.body)).toEqual([]);
    await userEvent.click(box(monday11));
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday11}.`);
    expect(onSubmit.mock.calls[1]?.[0]).toMatchObject({
      note: 'My knee',
      windows: [{ start: '2046-01-15T11:00:00+01:00' }],
    });
    expectEvents(recorder, [yes[0]!, yes[1]!, request('failed'), yes[2]!]);
  });

  it('that is taken is told by the server, which is asked for its free times once more', async () => {
    const free = [9, 10, 11].map((hour) => ({
      start: `2046-01-15T${String(hour).padStart(2, '0')}:00:00Z`,
      end: `2046-01-15T${hour + 1}:00:00Z`,
    }));
    // Two are gone by the time of the request: the one that is told of, and another that the visitor chose as well.
    const slots = vi
      .fn<() => Promise<readonly { start: string; end: string }[]>>()
      .mockResolvedValueOnce(free)
      .mockResolvedValue(free.slice(2));
    const onSubmit = vi
      .fn<(values: CallbackValues) => CallbackResult>()
      .mockReturnValueOnce({ status: 'invalid', taken: ['2046-01-15T10:00:00+01:00'] })
      .mockReturnValue({ status: 'ok' });
    mount({ slots, onSubmit, note: true });
    await expect.element(box(monday10)).toBeVisible();
    await fill();
    await userEvent.click(box(monday11));
    await userEvent.fill(page.getByRole('textbox', { name: /^What is it about/ }), 'My knee');
    await userEvent.click(button());
    await expect.element(page.getByText(`Taken meanwhile: ${monday10}.`, { exact: false })).toBeVisible();
    await expect.poll(() => slots.mock.calls.length).toBe(2);
    // What is known to be taken stays to be seen; what the server offers no more is not there.
    await expect.element(box(`${monday10}, taken`)).toBeDisabled();
    await expect.poll(() => box(monday11).elements()).toEqual([]);
    await expect.element(phone()).toHaveValue('030 901820');
    await userEvent.click(box('Monday, January 15, 12:00 – 1:00 PM'));
    await userEvent.click(button());
    await says('Thank you! We call you: Monday, January 15, 12:00 – 1:00 PM.');
    expect(onSubmit.mock.calls[1]?.[0]).toMatchObject({
      note: 'My knee',
      windows: [{ start: '2046-01-15T12:00:00+01:00', end: '2046-01-15T13:00:00+01:00' }],
    });
  });

  it('keeps those that are shown when the server cannot be asked once more', async () => {
    expectConsole('warn', 'SY-1533');
    const slots = vi
      .fn<() => Promise<readonly { start: string; end: string }[]>>()
      .mockResolvedValueOnce([
        { start: '2046-01-15T09:00:00Z', end: '2046-01-15T10:00:00Z' },
        { start: '2046-01-15T10:00:00Z', end: '2046-01-15T11:00:00Z' },
      ])
      .mockRejectedValue(new Error('503'));
    mount({ slots, onSubmit: () => ({ status: 'invalid', taken: ['2046-01-15T09:00:00Z'] }) });
    await expect.element(box(monday10)).toBeVisible();
    await fill();
    await userEvent.click(button());
    await expect.element(box(`${monday10}, taken`)).toBeDisabled();
    await expect.poll(() => slots.mock.calls.length).toBe(2);
    await expect.element(box(monday11)).toBeEnabled();
    expect(page.getByText('The free times did not arrive.').elements()).toEqual([]);
  });

  it('of a lost request can be changed: another key, and the same attempt', async () => {
    expectConsole('warn', 'SY-401');
    const sent: { key: string; attempt: string; windows: readonly unknown[] }[] = [];
    const { recorder } = mount({
      onSubmit: ({ windows }, { idempotencyKey: key, attempt }) => {
        sent.push({ key, attempt, windows });
        if (sent.length < 3) throw new TypeError('Failed to fetch');
      },
    });
    await fill();
    await userEvent.click(button());
    await expect.element(button(/^Try again$/)).toBeVisible();
    await userEvent.click(button());
    await expect.poll(() => sent.length).toBe(2);
    await expect.element(button(/^Try again$/)).toBeVisible();
    await userEvent.click(box(monday10));
    await userEvent.click(box(monday11));
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday11}.`);
    const [first, second, third] = sent;
    expect(second).toEqual(first);
    expect(third?.key).not.toBe(first?.key);
    expect(new Set([...sent.map(({ attempt }) => attempt), recorder.commitments[0]?.attempt]).size).toBe(1);
  });

  it('keeps its key when the same request is sent once more', async () => {
    expectConsole('warn', 'SY-401');
    const keys: string[] = [];
    mount({
      onSubmit: (_values, { idempotencyKey }) => {
        keys.push(idempotencyKey);
        if (keys.length === 1) throw new Error('offline');
      },
    });
    await fill();
    await userEvent.click(button());
    await expect.element(button(/^Try again$/)).toBeVisible();
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday10}.`);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('must be chosen, and no more than there may be', async () => {
    mount({ maxWindows: 1 });
    await userEvent.fill(phone(), '030 901820');
    await userEvent.click(button());
    await expect.element(page.getByText('Please choose at least 1.')).toBeVisible();
    await userEvent.click(box(monday10));
    await userEvent.click(box(monday11));
    await userEvent.click(button());
    await expect.element(page.getByText('Please choose 1 at most.')).toBeVisible();
  });

  it('is shown in the visitor’s own time, and both zones are named', async () => {
    mount({ timeZone: 'America/New_York' });
    await expect.element(box('Monday, January 15, 4:00 – 5:00 AM')).toBeVisible();
    await expect
      .element(page.getByText(/All times are yours \(Eastern Time\)\. We are in Central European Time\./))
      .toBeVisible();
  });

  it.each([
    ['the visitor’s clock', undefined],
    ['the moment of the server', now],
  ])('that is over by %s while the page stands open is offered no more', async (_, moment) => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const onSubmit = vi.fn(basics.onSubmit);
    mount({ now: moment, onSubmit });
    await fill();
    // Tuesday at half past seven in Berlin.
    vi.setSystemTime(now + 23.5 * 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(box('Tuesday, January 16, 9:00 – 10:00 AM')).toBeVisible();
    expect(page.getByRole('checkbox', { name: /^Monday, January 15/ }).elements()).toEqual([]);
    await userEvent.click(button());
    await expect.element(page.getByText('Please choose at least 1.')).toBeVisible();
    await userEvent.click(box('Tuesday, January 16, 9:00 – 10:00 AM'));
    await userEvent.click(button());
    await says('Thank you! We call you: Tuesday, January 16, 9:00 – 10:00 AM.');
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        windows: [{ start: '2046-01-16T09:00:00+01:00', end: '2046-01-16T10:00:00+01:00' }],
      }),
      expect.anything(),
    );
  });

  it('is counted from the moment that the page gave last', async () => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { Provider } = createRecorder();
    const ui = (moment: number) => (
      <Provider>
        <CallbackRequest {...basics} now={moment} />
      </Provider>
    );
    const { rerender } = render(ui(now));
    const stays = async () => {
      document.dispatchEvent(new Event('visibilitychange'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await expect.element(box(monday11)).toBeInTheDocument();
    };
    // In Berlin it is half past nine, an hour and a half after the page came.
    vi.setSystemTime(now + 1.5 * 3_600_000);
    await stays();
    rerender(ui(now + 1.5 * 3_600_000));
    await stays();
  });

  it('is asked for once more when all that the server had are over while the page stands open', async () => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const slots = vi
      .fn<() => Promise<readonly { start: string; end: string }[]>>()
      .mockResolvedValueOnce([{ start: '2046-01-15T09:00:00Z', end: '2046-01-15T10:00:00Z' }])
      .mockResolvedValue([{ start: '2046-01-16T08:00:00Z', end: '2046-01-16T09:00:00Z' }]);
    mount({ slots });
    await expect.element(box(monday10)).toBeVisible();
    vi.setSystemTime(now + 20 * 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(box('Tuesday, January 16, 9:00 – 10:00 AM')).toBeVisible();
    expect(slots).toHaveBeenCalledTimes(2);
  });

  it('is not asked for in a tab that is out of sight, but when the visitor comes back to it', async () => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const slots = vi.fn(async () => [{ start: '2046-01-15T09:00:00Z', end: '2046-01-15T10:00:00Z' }]);
    mount({ slots });
    await expect.element(box(monday10)).toBeVisible();
    vi.setSystemTime(now + 20 * 3_600_000);
    for (const [isHidden, calls] of [
      [true, 1],
      [false, 2],
    ] as const)
      await act(async () => {
        vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
        document.dispatchEvent(new Event('visibilitychange'));
        // The question is out with the next turn.
        await new Promise((resolve) => setTimeout(resolve));
        expect(slots).toHaveBeenCalledTimes(calls);
      });
  });

  it('leaves a way to try again when all are over and the server cannot be asked, as on a laptop that wakes', async () => {
    expectConsole('warn', 'SY-1533');
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    let refuse = (_error: Error) => {};
    const slots = vi
      .fn<() => Promise<readonly { start: string; end: string }[]>>()
      .mockResolvedValueOnce([{ start: '2046-01-15T09:00:00Z', end: '2046-01-15T10:00:00Z' }])
      .mockReturnValueOnce(new Promise((_, reject) => (refuse = reject)))
      .mockResolvedValue([{ start: '2046-01-16T08:00:00Z', end: '2046-01-16T09:00:00Z' }]);
    mount({ slots });
    await expect.element(box(monday10)).toBeVisible();
    vi.setSystemTime(now + 20 * 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => slots.mock.calls.length).toBe(2);
    // A second look does not ask over again what is on its way.
    document.dispatchEvent(new Event('visibilitychange'));
    refuse(new TypeError('Failed to fetch'));
    await expect.element(page.getByText('The free times did not arrive.')).toBeVisible();
    expect(page.getByText(/^There are no free times/).elements()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(box('Tuesday, January 16, 9:00 – 10:00 AM')).toBeVisible();
    expect(slots).toHaveBeenCalledTimes(3);
  });

  it('is asked for at each look at the clock, and no oftener, while the server knows only such that are over', async () => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    // One list for all asks, as a cache gives it.
    let known = [{ start: '2046-01-15T09:00:00Z', end: '2046-01-15T10:00:00Z' }];
    const slots = vi.fn(() => Promise.resolve(known));
    mount({ slots });
    await expect.element(box(monday10)).toBeVisible();
    const lookAt = (hours: number) =>
      act(async () => {
        vi.setSystemTime(now + hours * 3_600_000);
        document.dispatchEvent(new Event('visibilitychange'));
        // The answer is there with the next turn.
        await new Promise((resolve) => setTimeout(resolve));
      });
    for (const [hours, calls] of [
      [20, 2],
      [21, 3],
    ] as const) {
      await lookAt(hours);
      await expect.element(page.getByText(/^There are no free times/)).toBeVisible();
      expect(slots).toHaveBeenCalledTimes(calls);
    }
    known = [{ start: '2046-01-17T08:00:00Z', end: '2046-01-17T09:00:00Z' }];
    await lookAt(22);
    await expect.element(box('Wednesday, January 17, 9:00 – 10:00 AM')).toBeVisible();
    expect(slots).toHaveBeenCalledTimes(4);
  });

  it('that is over stays so when a page that React has put aside comes back', async () => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { Provider } = createRecorder();
    const tree = (mode: 'visible' | 'hidden') => (
      <Provider>
        <Activity mode={mode}>
          <CallbackRequest {...basics} />
        </Activity>
      </Provider>
    );
    const { rerender, container } = render(tree('visible'));
    await expect.element(box(monday10)).toBeVisible();
    const days = () => Array.from(container.querySelectorAll('summary'), (day) => day.textContent);
    vi.setSystemTime(now + 23.5 * 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(days).toEqual(['Tuesday, January 16', 'Monday, January 22']);
    rerender(tree('hidden'));
    rerender(tree('visible'));
    // Half past nine on Tuesday in Berlin.
    vi.setSystemTime(now + 25.5 * 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(days).toEqual(['Monday, January 22']);
  });

  it('follows a visitor who travels with the page open, and what is chosen stays', async () => {
    const onSubmit = vi.fn<(values: CallbackValues) => CallbackResult>(basics.onSubmit);
    mount({ timeZone: undefined, onSubmit });
    await userEvent.fill(phone(), '030 901820');
    await userEvent.click(box('Monday, January 15, 9:00 – 10:00 AM'));
    const options = Intl.DateTimeFormat().resolvedOptions();
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
      ...options,
      timeZone: 'Pacific/Honolulu',
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(box('Sunday, January 14, 11:00 PM – 12:00 AM')).toBeChecked();
    await userEvent.click(button());
    await says('Thank you! We call you: Sunday, January 14, 11:00 PM – 12:00 AM.');
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({
      windows: [{ start: '2046-01-15T10:00:00+01:00' }],
      timeZone: 'Pacific/Honolulu',
    });
  });

  it('comes from the server, which may fail once', async () => {
    expectConsole('warn', 'SY-1533');
    const answers = [
      () => Promise.reject(new Error('503')),
      () => Promise.resolve([{ start: '2046-01-15T09:00:00Z', end: '2046-01-15T10:00:00Z' }]),
    ];
    mount({ slots: () => answers.shift()!() });
    await expect.element(page.getByText('The free times did not arrive.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(box(monday10)).toBeVisible();
  });

  it('is not needed where there is none', async () => {
    mount({ slots: () => Promise.resolve([]) });
    await expect.element(page.getByText(/^There are no free times to choose from/)).toBeVisible();
    await userEvent.fill(phone(), '030 901820');
    await userEvent.click(button());
    await says('Thank you! We call you as soon as we can.');
  });
});

describe('markup', () => {
  it('without script is a form with the times of the place, posted as they are', async () => {
    const html = renderToString(
      <CallbackRequest {...basics} onSubmit={undefined} action="/calls" timeZone={undefined} />,
    );
    const frame = await pageWithoutScript(html);
    const document = frame.contentDocument!;
    const form = document.querySelector('form')!;
    expect([form.method, new URL(form.action).pathname]).toEqual(['post', '/calls']);
    expect(isShown(document.querySelector('summary')!)).toBe(true);
    document.querySelector<HTMLInputElement>('[name=phone]')!.value = '030 901820';
    document.querySelector<HTMLInputElement>('[name=windows]')!.checked = true;
    expect([...new FormData(form)].filter(([, value]) => value !== '')).toEqual([
      ['sy-ask', 'call-me'],
      ['country', 'DE'],
      ['phone', '030 901820'],
      ['windows', '2046-01-15T10:00:00+01:00'],
    ]);
    expect([...document.querySelectorAll('button')].filter(isShown).map((one) => one.textContent)).toEqual([
      'Call me back',
    ]);
    frame.remove();
  });

  it('without script lets who has no telephone ask for a mail', async () => {
    const html = renderToString(
      <CallbackRequest {...basics} onSubmit={undefined} action="/calls" timeZone={undefined} note />,
    );
    const frame = await pageWithoutScript(html);
    const document = frame.contentDocument!;
    const [main, mail] = document.querySelectorAll('form');
    const summary = [...document.querySelectorAll('summary')].at(-1)!;
    expect([summary.textContent, isShown(summary)]).toEqual(['I would rather have a mail', true]);
    const email = mail!.querySelector<HTMLInputElement>('[name=email]')!;
    expect(isShown(email)).toBe(false);
    summary.click();
    expect(isShown(email)).toBe(true);
    expect(isShown(mail!.querySelector('button')!)).toBe(true);
    expect([mail!.method, new URL(mail!.action).pathname]).toEqual(['post', '/calls']);
    // Neither form keeps the other from being sent.
    expect([main!.checkValidity(), mail!.checkValidity()]).toEqual([false, false]);
    email.value = 'jana@northwind.example';
    expect(mail!.checkValidity()).toBe(true);
    mail!.querySelector('textarea')!.value = 'My knee';
    const data = new FormData(mail);
    expect(
      await readCallback({ windows: basics.windows, country: 'DE', note: true }, data, { now }),
    ).toMatchObject({
      ok: true,
      ask: 'call-me',
      values: { email: 'jana@northwind.example', windows: [], note: 'My knee' },
    });
    frame.remove();
  });

  it('without script stands for the times that a server knows', () => {
    const html = renderToString(
      <CallbackRequest
        {...basics}
        now={undefined}
        windows={{ timeZone: 'Europe/Berlin', hours: {} }}
        slots={[{ start: '2046-01-15T09:00:00Z', end: '2046-01-15T10:00:00Z' }]}
      />,
    );
    expect(html).toContain('value="2046-01-15T10:00:00+01:00"');
  });

  it('with script shows neither the second form nor leaves it there', async () => {
    const { container } = mount({ action: '/calls' });
    await expect.element(phone()).toBeVisible();
    expect(container.querySelectorAll('form')).toHaveLength(1);
    expect(new FormData(container.querySelector('form')!).get('timeZone')).toBe('Europe/Berlin');
  });

  it.skipIf(!canStay)(
    'with nothing but an address is carried there by the browser, and thanks for nothing itself',
    async () => {
      const posts = nativePosts();
      const { recorder } = mount({ action: '/calls', onSubmit: undefined });
      await fill();
      await userEvent.click(button());
      await expect.poll(() => posts).toEqual([expect.stringContaining('windows=2046-01-15T10:00:00+01:00')]);
      expect(recorder.commitments).toHaveLength(1);
      await expect.element(phone()).toBeVisible();
    },
  );

  it('begins anew after reset()', async () => {
    const ref = createRef<CallbackRequestElement>();
    const { recorder } = mount({ ref });
    await fill();
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday10}.`);
    act(() => ref.current!.reset());
    await expect.element(phone()).toHaveValue('');
    await fill();
    await userEvent.click(button());
    await says(`Thank you! We call you: ${monday10}.`);
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('fits a phone', async () => {
    await page.viewport(320, 700);
    mount();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const one of document.querySelectorAll('.sy-callback-request-window')) {
      const { width, height } = one.getBoundingClientRect();
      if (width) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    expect(await findings(document.body)).toEqual([]);
    // Where a time just fits on its line, another weight would need a second one.
    const label = box(monday10).element().closest('label')!;
    const width = () => label.querySelector('span')!.getBoundingClientRect().width;
    const before = width();
    await userEvent.click(label);
    await expect.element(box(monday10)).toBeChecked();
    expect(width()).toBe(before);
    await page.viewport(800, 900);
  });

  it.each([
    ['SY-1531', { onSubmit: undefined }],
    ['SY-1532', { windows: { timeZone: 'Europe/Berln', hours: {} } }],
    ['SY-1532', { now: 'tomorrow' }],
    ['SY-1532', { windows: { timeZone: 'UTC', hours: { 1: [{ from: '12:00', to: '9:00' }] } } }],
    ['SY-1532', { windows: { timeZone: 'UTC' } }],
    ['SY-1534', { country: 'Germany' }],
    ['SY-1534', { country: null }],
    ['SY-1534', { countries: ['DE', 'at'] }],
  ] as const)('tells %s of %j', async (code, props) => {
    expectConsole('warn', code);
    mount(props as Partial<CallbackRequestProps>);
    await expect.element(phone()).toBeVisible();
  });
});

import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder, type EventLine, type Recorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { TrainerBeen } from '../../stories/journeys/trainer-been.tsx';
import { TrainerPath, type TrainerPathProps } from '../../stories/journeys/trainer-path.tsx';
import { createTrainerServer, type TrainerServer } from '../../stories/journeys/trainer-server.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { tabTo } from '../support/tab-to.ts';

// A Monday far ahead, so that no window of the tests is over.
const now = Date.parse('2046-01-15T07:00:00Z');
const { href } = location;

let most = 0;
let watching: MutationObserver;

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(900, 900);
  scrollTo(0, 0);
  most = 0;
  watching = new MutationObserver(() => {
    most = Math.max(most, openAsks().length);
  });
  watching.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-ask'] });
});

// Whatever else happened: one ask at a time.
afterEach(() => {
  vi.useRealTimers();
  watching.disconnect();
  history.replaceState(history.state, '', href);
  expect(most).toBeLessThan(2);
});

/** `isBack`: the visitor was here before. */
function mount(props: TrainerPathProps = {}, { isStrict = false, isBack = false } = {}): Recorder {
  const recorder = createRecorder({ keepMemory: isBack });
  const tree = (
    <recorder.Provider>
      <TrainerPath now={now} timeZone="Europe/Zurich" {...props} />
    </recorder.Provider>
  );
  render(isStrict ? <StrictMode>{tree}</StrictMode> : tree);
  return recorder;
}

/** A visitor who has answered some asks on an earlier page. */
function mountAfter(
  asks: Parameters<typeof TrainerBeen>[0]['asks'],
  props: TrainerPathProps = {},
  matched?: Parameters<typeof TrainerBeen>[0]['matched'],
): Recorder {
  render(<TrainerBeen asks={asks} matched={matched} />);
  cleanup();
  return mount(props, { isBack: true });
}

/** A page on which the call is the next ask. */
const mountCall = (props: TrainerPathProps = {}, matched?: Parameters<typeof TrainerBeen>[0]['matched']) =>
  mountAfter(['find', 'match', 'two-weeks'], props, matched);

function openAsks(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.sy-next-ask[data-ask]')].map(
    ({ dataset }) => dataset['ask'] ?? '',
  );
}

const untilOpen = (...asks: string[]) => vi.waitFor(() => expect(openAsks()).toEqual(asks), 4000);

const linesOf = ({ events }: Recorder) =>
  events.map(
    ({ kind, phase, grade, ladder }) =>
      `${kind} ${phase} ${grade} ${ladder ? `${ladder.rung}/${ladder.of}` : 'off'}`,
  );
const yesesOf = ({ commitments }: Recorder) => commitments.map(({ ask, kind }) => `${ask.id} ${kind}`);
const dataOf = ({ events }: Recorder, kind: string) =>
  events.flatMap((event) => (event.kind === kind && event.phase !== 'seen' ? [event.data] : []));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const box = (name: string | RegExp) => page.getByRole('checkbox', { name });
const near = () => page.getByRole('combobox', { name: 'Near' });
const phone = () => page.getByRole('textbox', { name: 'Phone number' });
const found = () => [...document.querySelectorAll('.trainer-card h3')].map((one) => one.textContent);
/** Waits until the line above the results says this. */
const says = (words: string) =>
  vi.waitFor(() => expect(document.querySelector('.sy-offer-filter-count')?.textContent).toBe(words), 4000);

/** Scrolls to what stands there, and stays until it has counted as seen. */
async function see(recorder: Recorder, ask: string, selector: string): Promise<void> {
  const element = await vi.waitFor(() => {
    const one = document.querySelector(selector);
    expect(one).not.toBeNull();
    return one!;
  }, 4000);
  element.scrollIntoView({ block: 'start' });
  await vi.waitFor(
    () => expect(recorder.phases(ask).some((one: EventLine) => one.endsWith(' seen'))).toBe(true),
    5000,
  );
}

const questions = [
  'What should be different by spring?',
  'It is raining, and you are tired. What do you need to hear?',
  'A new movement. How do you learn it?',
  'Who else is there?',
  'Where do you breathe more easily?',
];

/** Answers one question after the other, each with a press that trembles. Without a label it is left out. */
async function answer(...labels: (string | undefined)[]): Promise<void> {
  for (const [at, label] of labels.entries()) {
    await expect.element(heading(questions[at]!)).toBeVisible();
    if (label) await page.getByRole('radio', { name: label }).dblClick({ force: true });
  }
  // Once: the second press of two would take the focus from the result.
  await button('Show me who').click();
}

const meret = [
  'I carry things without thinking',
  '“Come. We do half of it, well.”',
  'I want to know why',
  'Nobody, please',
  'Under a roof',
];
const dayOf = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
/** A day as this engine writes it: by older rules a comma follows its name. */
const told = (text: string) => (dayOf.format(0).includes(',') ? text.replace(' ', ', ') : text);
const tuesday = told('Tuesday 16 January, 12:00–12:30');
const thursday = told('Thursday 18 January, 17:30–18:00');

/** Unfolds the day of a time, and takes it. */
async function take(time: string): Promise<void> {
  const day = time.slice(0, time.lastIndexOf(','));
  const details = page.getByText(day, { exact: true }).element().closest('details')!;
  if (!details.open) await page.getByText(day, { exact: true }).click();
  await box(time).click({ force: true });
}

/** A server whose calls a test can look at. */
function createSpy(options?: Parameters<typeof createTrainerServer>[0]) {
  const real = createTrainerServer(options);
  return { ...real, call: vi.fn<TrainerServer['call']>(real.call) };
}

describe('the path through the trainer finder', { timeout: 30_000 }, () => {
  it('comes from a filter over five questions to a call, by this stream of events', async () => {
    const server = createSpy();
    const recorder = mount({ server }, { isStrict: true });
    await untilOpen('match');
    await see(recorder, 'find', '.sy-offer-filter');
    await userEvent.selectOptions(near(), 'Basel');
    await says('4 results');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Within' }), '6 km');
    await says('9 results');
    await box('Tuesday').click({ force: true });
    await box('Thursday').click({ force: true });
    await says('7 results');
    expect(found()).toEqual([
      'Meret Sutter',
      'Amara Osei',
      'Luc Haberer',
      'Nilüfer Kaya',
      'Inês Carvalho',
      'Tomasz Wilk',
      'Solène Meyer',
    ]);
    await expect.element(page.getByText(/^7 are left/)).toBeVisible();
    expect(document.querySelectorAll('.trainer-map [data-found]')).toHaveLength(7);

    await see(recorder, 'match', '.sy-quiz');
    await answer(...meret);
    await expect.element(heading('Meret Sutter').last()).toHaveFocus();
    await expect.element(page.getByText('Fits 100%')).toBeVisible();
    expect(document.querySelectorAll('.sy-quiz-reason')).toHaveLength(5);

    await untilOpen('two-weeks');
    await see(recorder, 'two-weeks', '.sy-lead-gate');
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('ada@example.com');
    await button('Get it now').dblClick();
    await expect.element(page.getByText(/^Sit down on a chair and get up again/)).toBeVisible();

    await untilOpen('call');
    await see(recorder, 'call', '.sy-callback-request');
    await expect.element(heading('Meret calls you')).toBeVisible();
    await phone().fill('061 312 45 67');
    await take(tuesday);
    await take(thursday);
    await page.getByRole('textbox', { name: /^What should Meret know/ }).fill('My knee');
    expect(await findings(document.body, [])).toEqual([]);
    await button('Call me back').dblClick();
    await expect.element(page.getByText(`Thank you! We call you: ${tuesday}.`)).toBeVisible();
    await expect.element(heading('What happens next')).toBeVisible();
    await untilOpen();

    expect(server.call).toHaveBeenCalledOnce();
    expect(server.call.mock.calls[0]!.slice(0, 2)).toEqual([
      'meret',
      {
        phone: '+41613124567',
        country: 'CH',
        windows: [
          { start: '2046-01-16T12:00:00+01:00', end: '2046-01-16T12:30:00+01:00' },
          { start: '2046-01-18T17:30:00+01:00', end: '2046-01-18T18:00:00+01:00' },
        ],
        timeZone: 'Europe/Zurich',
        note: 'My knee',
      },
    ]);
    expect(linesOf(recorder)).toEqual([
      'offer-filter.filter seen 1 1/4',
      'offer-filter.filter started 1 1/4',
      'offer-filter.filter committed 1 1/4',
      'offer-filter.filter committed 1 1/4',
      'offer-filter.filter committed 1 1/4',
      'offer-filter.filter committed 1 1/4',
      'quiz.complete seen 1 2/4',
      'quiz.complete started 1 2/4',
      'quiz.complete progressed 1 2/4',
      'quiz.complete progressed 1 2/4',
      'quiz.complete progressed 1 2/4',
      'quiz.complete progressed 1 2/4',
      'quiz.complete progressed 1 2/4',
      'quiz.complete committed 1 2/4',
      'lead-gate.unlock seen 2 3/4',
      'lead-gate.unlock started 2 3/4',
      'lead-gate.unlock committed 2 3/4',
      'callback-request.request seen 3 4/4',
      'callback-request.request started 3 4/4',
      'callback-request.request committed 3 4/4',
    ]);
    expect(recorder.commitments.map(({ data }) => data).slice(0, 5)).toEqual([
      { facet: 'near', results: 4 },
      { facet: 'near', results: 9 },
      { facet: 'days', results: 7 },
      { facet: 'days', results: 7 },
      { outcome: 'meret', score: 100 },
    ]);
    for (const event of recorder.events)
      expect(commitmentEventSchema.safeParse(event).error?.issues).toBeUndefined();
    const personal = /ada@|3124567|312 45|knee|2046-01-1|47\.5|push|calm/i;
    expect(JSON.stringify(recorder.events)).not.toMatch(personal);
    expect(localStorage.getItem('smallyes:ladder:trainer')).not.toMatch(personal);
  });

  it('says that nobody fits: an event as well, and a way out with what it brings', async () => {
    const recorder = mount();
    await see(recorder, 'find', '.sy-offer-filter');
    await box('Sunday').click({ force: true });
    await box(/^Evening/).click();
    await says('Nothing fits all of these filters.');
    expect(recorder.commitments.at(-1)?.data).toEqual({ facet: 'times', results: 0 });
    expect(found()).toEqual([]);
    await expect.element(page.getByText(/name who comes closest/)).toBeVisible();
    expect(document.querySelector('.trainer-nudge')).toBeNull();
    await button('Time of day: Evening (4 results)').click();
    await says('4 results');
    expect(found()).toEqual(['Amara Osei', 'Beat Oeri', 'Remo Tschudin', 'David Roth']);
    expect(dataOf(recorder, 'offer-filter.filter').at(-1)).toEqual({ facet: 'times', results: 4 });
    expect(recorder.events.at(-1)?.phase).toBe('progressed');
    expect(document.activeElement).not.toBe(document.body);
  });

  it('goes on by a place where the browser does not tell the visitor’s own', async () => {
    const locate = vi
      .spyOn(navigator.geolocation, 'getCurrentPosition')
      .mockImplementation((_, no) => no!({ code: 1 } as GeolocationPositionError));
    const recorder = mount();
    await see(recorder, 'find', '.sy-offer-filter');
    expect(locate).not.toHaveBeenCalled();
    await button('Use my position').click();
    await expect.element(page.getByText(/^Your browser does not tell us where you are/)).toBeVisible();
    expect(recorder.commitments).toEqual([]);
    expect(found()).toHaveLength(12);
    await userEvent.selectOptions(near(), 'Liestal');
    await says('1 result');
    expect(found()).toEqual(['David Roth']);
    await expect.element(page.getByText(/Liestal · less than 1 km/)).toBeVisible();
    // Who allows it later is where they are, to about a kilometre.
    locate.mockImplementation((ok) =>
      ok({ coords: { latitude: 47.56789, longitude: 7.57123 } } as GeolocationPosition),
    );
    await button('Use my position').click();
    await expect.element(button('Remove the filter Near: within 3 km of you')).toBeVisible();
    expect(found()).toContain('Meret Sutter');
    expect(location.search).toContain('near-at=47.57%2C7.57');
    expect(JSON.stringify(recorder.events)).not.toContain('47.5');
  });

  it('counts a question that was left out for nobody, and lets the result say what comes next', async () => {
    const recorder = mount();
    await untilOpen('match');
    await see(recorder, 'match', '.sy-quiz');
    await answer(
      'I feel at home in water',
      '“Shoes on. Now.”',
      'I look, and do it',
      'I do not mind',
      undefined,
    );
    await expect.element(heading('Beat Oeri').last()).toHaveFocus();
    await expect
      .element(page.getByText('1 question was left out. It counts neither for nor against you.'))
      .toBeVisible();
    await expect.element(page.getByText('Fits 100%')).toBeVisible();
    expect(recorder.commitments.map(({ data }) => data)).toEqual([{ outcome: 'beat', score: 100 }]);
    expect(dataOf(recorder, 'quiz.complete').filter((data) => 'step' in data)).toHaveLength(4);
    // Nobody gets ready for a boat at home: after the water no plan, but the call.
    await untilOpen('call');
    await expect.element(heading('Beat calls you')).toBeVisible();
    // He is there on Wednesdays, Saturdays and Sundays.
    await expect.element(page.getByText(told('Wednesday 17 January'), { exact: true })).toBeVisible();
    expect(page.getByText(told('Tuesday 16 January'), { exact: true }).elements()).toEqual([]);
  });

  it('names another one to who answers again, and the call is theirs', async () => {
    const recorder = mount();
    await untilOpen('match');
    await answer(
      'I feel at home in water',
      '“Shoes on. Now.”',
      'I look, and do it',
      'I do not mind',
      undefined,
    );
    await untilOpen('call');
    await expect.element(heading('Beat calls you')).toBeVisible();
    await button('Ask me again').click();
    await answer('I feel at home in water', ...meret.slice(1));
    await expect.element(heading('Inês Carvalho').last()).toHaveFocus();
    await expect.element(heading('Inês calls you')).toBeVisible();
    expect(linesOf(recorder).filter((line) => /withdrawn|committed/.test(line))).toEqual([
      'quiz.complete committed 1 2/4',
      'quiz.complete withdrawn 1 2/4',
      'quiz.complete committed 1 2/4',
    ]);
  });

  it('loses nothing when a time was taken meanwhile, and takes another one', async () => {
    forgetMessages();
    expectConsole('warn', /SY-401 .*Failed to fetch/);
    const server = createSpy({ taken: ['2046-01-16T11:00:00Z'] });
    const recorder = mountCall({ server });
    await untilOpen('call');
    await phone().fill('061 312 45 67');
    await page.getByRole('textbox', { name: /^What should Meret know/ }).fill('My knee');
    await take(tuesday);
    // At first nobody answers at all.
    server.call.mockImplementationOnce(() => Promise.reject(new TypeError('Failed to fetch')));
    await button('Call me back').click();
    await recorder.waitFor('callback-request.request failed');
    await button('Try again').click();
    await expect.element(page.getByText(/Somebody else was quicker/)).toBeVisible();
    await expect.element(box(`${tuesday}, taken`)).toBeDisabled();
    await expect.element(box(`${tuesday}, taken`)).not.toBeChecked();
    await expect.element(phone()).toHaveValue('061 312 45 67');
    await expect
      .element(page.getByRole('textbox', { name: /^What should Meret know/ }))
      .toHaveValue('My knee');
    await take(thursday);
    await button(/^(Call me back|Try again)$/).click();
    await expect.element(page.getByText(`Thank you! We call you: ${thursday}.`)).toBeVisible();

    const [first, second, third] = server.call.mock.calls.map(([, values, { idempotencyKey }]) => ({
      ...values,
      idempotencyKey,
    }));
    // The same request has the same key; one for another time is another request, of the same attempt.
    expect(second).toEqual(first);
    expect(third).toEqual({
      ...first,
      windows: [{ start: '2046-01-18T17:30:00+01:00', end: '2046-01-18T18:00:00+01:00' }],
      idempotencyKey: expect.not.stringMatching(first!.idempotencyKey),
    });
    expect(linesOf(recorder)).toEqual([
      'callback-request.request seen 3 4/4',
      'callback-request.request started 3 4/4',
      'callback-request.request failed 3 4/4',
      'callback-request.request failed 3 4/4',
      'callback-request.request committed 3 4/4',
    ]);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(1);
  });

  it.each([
    ['Switzerland', 'CH', '061 312 45 67', '+41613124567'],
    ['Germany', 'DE', '07621 / 41 50-0', '+49762141500'],
    ['France', 'FR', '03 89 69 12 34', '+33389691234'],
  ])('takes a number as people of %s write it, or with its +', async (name, country, written, read) => {
    const server = createSpy();
    mountCall({ server });
    await untilOpen('call');
    await phone().fill('12');
    await take(tuesday);
    await button('Call me back').click();
    await expect.element(page.getByText(/^There is no such number .* \(Switzerland\)/)).toBeVisible();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Country of the number' }), country);
    await phone().fill(written);
    await button('Call me back').click();
    await expect.element(page.getByText(/^Thank you!/)).toBeVisible();
    expect(server.call.mock.calls[0]![1]).toMatchObject({ phone: read, country });
    cleanup();

    localStorage.clear();
    mountCall({ server });
    await untilOpen('call');
    await phone().fill(read);
    await take(thursday);
    await button('Call me back').click();
    await expect.element(page.getByText(/^Thank you!/)).toBeVisible();
    expect(server.call.mock.calls[1]![1], name).toMatchObject({ phone: read, country });
  });

  it.each([
    [
      'spring, before New York after Zurich',
      // Zurich goes to summer time on 28 March 2027, New York has done so on the 14th.
      '2027-03-26T08:00:00Z',
      'America/New_York',
      [told('Saturday 27 March, 7:00–7:30'), '2027-03-27T12:00:00+01:00'],
      [told('Tuesday 30 March, 6:00–6:30'), '2027-03-30T12:00:00+02:00'],
    ],
    [
      'autumn, with New York a week late',
      // Zurich goes back on 31 October 2027, New York on 7 November.
      '2027-10-29T08:00:00Z',
      'America/New_York',
      [told('Saturday 30 October, 6:00–6:30'), '2027-10-30T12:00:00+02:00'],
      [told('Tuesday 2 November, 7:00–7:30'), '2027-11-02T12:00:00+01:00'],
    ],
    [
      'spring, where no clock is ever changed and the day is another',
      '2027-03-26T08:00:00Z',
      'Pacific/Auckland',
      [told('Sunday 28 March, 5:30–6:00'), '2027-03-27T17:30:00+01:00'],
      [told('Wednesday 31 March, 4:30–5:00'), '2027-03-30T17:30:00+02:00'],
    ],
  ] as const)(
    'shows the visitor’s own hours over the change of clocks: %s',
    async (_, at, zone, before, after) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at) });
      const server = createSpy();
      const recorder = mountCall({ server, now: undefined, timeZone: zone });
      await untilOpen('call');
      await expect.element(page.getByText(/We are in Central European Time/)).toBeVisible();
      await phone().fill('+1 212 555 0142');
      for (const [label] of [before, after]) await take(pad(label));
      await button('Call me back').click();
      await expect.element(page.getByText(`Thank you! We call you: ${pad(before[0])}.`)).toBeVisible();
      expect(server.call.mock.calls[0]![1]).toMatchObject({
        timeZone: zone,
        windows: [{ start: before[1] }, { start: after[1] }],
      });
      expect(yesesOf(recorder)).toEqual(['call callback-request.request']);
    },
  );

  it('has a page of paper after a no to the plan, and one mail after a no to the call', async () => {
    const recorder = mount();
    await untilOpen('match');
    await answer(...meret);
    await untilOpen('two-weeks');
    await button('No, thanks').dblClick();
    await untilOpen('eight-minutes');
    expect(document.querySelector('.sy-quiz .sy-next .sy-download-link')).not.toBeNull();
    const stay = (event: Event) => event.preventDefault();
    addEventListener('click', stay);
    await page.getByRole('link', { name: 'Download the page' }).click();
    removeEventListener('click', stay);
    await recorder.waitFor('download-link.download committed');
    // For an hour nothing larger comes by itself. Who wants the call has it all the same.
    await untilOpen();
    await button('Talk to Luc').click();
    await expect.element(heading('Luc calls you')).toBeVisible();
    cleanup();

    localStorage.clear();
    const second = mountCall();
    await untilOpen('call');
    await button('No call for now').dblClick();
    await untilOpen('free-hour');
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('ada@example.com');
    await button('Subscribe').dblClick();
    await expect.element(page.getByText(/^One step left/)).toBeVisible();
    await untilOpen();
    expect(linesOf(second).filter((line) => /dismissed|committed/.test(line))).toEqual([
      'callback-request.request dismissed 3 4/4',
      'newsletter-form.subscribe committed 2 4/4',
    ]);
  });

  it('keeps what is typed when the visitor would rather talk to another one', async () => {
    mount();
    await button('Talk to Luc').click();
    await expect.element(heading('Luc calls you')).toBeVisible();
    await phone().fill('061 312 45 67');
    await take(told('Friday 19 January, 12:00–12:30'));
    await button('Talk to Meret').click();
    await expect.element(heading('Meret calls you')).toBeVisible();
    await expect.element(phone()).toHaveValue('061 312 45 67');
    await take(tuesday);
    await button('Call me back').click();
    await expect.element(page.getByText(`Thank you! We call you: ${tuesday}.`)).toBeVisible();
  });

  it('keeps the filter over a reload and over the way back', async () => {
    const recorder = mount();
    await see(recorder, 'find', '.sy-offer-filter');
    await box('Tuesday').click({ force: true });
    await box('Thursday').click({ force: true });
    await says('7 results');
    cleanup();
    const again = mount({}, { isBack: true });
    await says('7 results');
    await expect.element(box('Thursday')).toBeChecked();

    // Another page of the site, and back: what was filtered there is nobody's here.
    history.pushState(null, '', `${location.pathname}?days=6`);
    cleanup();
    mount({}, { isBack: true });
    await says('6 results');
    history.back();
    await says('7 results');
    await expect.element(box('Saturday')).not.toBeChecked();
    expect(again.commitments).toEqual([]);
  });

  it('knows a visitor who comes back: the result with its reasons, and the place on the path', async () => {
    const first = mount();
    await untilOpen('match');
    await answer(...meret);
    await untilOpen('two-weeks');
    expect(yesesOf(first)).toEqual(['match quiz.complete']);
    cleanup();
    const second = mount({}, { isBack: true });
    await untilOpen('two-weeks');
    await expect.element(heading('Meret Sutter').last()).toBeVisible();
    await expect.element(page.getByText('Why it is this one')).toBeVisible();
    // The result was found on the device, and brings nothing along: it stands below.
    expect(document.querySelector('.sy-quiz .sy-lead-gate')).toBeNull();
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('ada@example.com');
    await button('Get it now').click();
    await untilOpen('call');
    await phone().fill('061 312 45 67');
    await take(tuesday);
    await button('Call me back').click();
    await untilOpen();
    expect(yesesOf(second)).toEqual(['two-weeks lead-gate.unlock', 'call callback-request.request']);
    cleanup();
    mount({}, { isBack: true });
    await expect.element(page.getByText(/^Your call is agreed with Meret/)).toBeVisible();
    expect(openAsks()).toEqual([]);
  });

  it('is walked with the keyboard alone', async () => {
    const recorder = mount();
    await untilOpen('match');
    await tabTo('.sy-offer-filter-day [value="2"]');
    await userEvent.keyboard(' ');
    await tabTo('.sy-offer-filter-day [value="4"]');
    await userEvent.keyboard(' ');
    await says('7 results');
    await tabTo('.sy-quiz input[type=radio]', { most: 40 });
    for (let at = 0; at < 5; at++) {
      await expect.element(heading(questions[at]!)).toBeVisible();
      if (at) {
        await expect.element(heading(questions[at]!)).toHaveFocus();
        await tabTo('.sy-quiz input[type=radio]');
      }
      // To look is not to answer.
      await userEvent.keyboard('{ArrowDown}{ArrowUp}');
      await userEvent.keyboard(' ');
    }
    await tabTo('.sy-quiz button[type=submit]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Meret Sutter').last()).toHaveFocus();
    await untilOpen('two-weeks');
    await tabTo('.sy-lead-gate input[type=email]');
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await untilOpen('call');
    await tabTo('.sy-callback-request input[type=tel]');
    await userEvent.keyboard('061 312 45 67');
    await tabTo('.sy-callback-request input[type=checkbox]');
    await userEvent.keyboard(' ');
    await tabTo('.sy-callback-request button[type=submit]');
    await userEvent.keyboard('{Enter}{Enter}');
    await expect
      .element(page.getByRole('status').filter({ hasText: `Thank you! We call you: ${tuesday}.` }))
      .toHaveFocus();
    expect(yesesOf(recorder)).toEqual([
      'find offer-filter.filter',
      'find offer-filter.filter',
      'match quiz.complete',
      'two-weeks lead-gate.unlock',
      'call callback-request.request',
    ]);
  });

  it.each([
    [1280, 'ltr'],
    [360, 'ltr'],
    [320, 'rtl'],
  ] as const)('fits a window of %i px, %s, at each of its asks', async (width, direction) => {
    await page.viewport(width, 800);
    document.documentElement.dir = direction;
    try {
      for (const asks of [[], ['find', 'match'], ['find', 'match', 'two-weeks']] as const) {
        mountAfter(asks);
        await vi.waitFor(() => expect(openAsks()).toHaveLength(1), 4000);
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(`${asks} ${scrollWidth}`).toBe(`${asks} ${clientWidth}`);
        cleanup();
        localStorage.clear();
      }
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });
});

/** Hours as this browser writes them, with a nought in front or without. */
function pad(label: string): string {
  return label.replace(/\b(\d):/g, '0$1:');
}

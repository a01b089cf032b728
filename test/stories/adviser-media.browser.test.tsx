import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder, type EventLine, type Recorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { Been } from '../../stories/journeys/energy-been.tsx';
import { EnergyPath, type EnergyPathProps } from '../../stories/journeys/energy-path.tsx';
import { energyServer } from '../../stories/journeys/energy-server.ts';
import { expectConsole } from '../support/console.ts';
import { tabTo } from '../support/tab-to.ts';

const day = 86_400_000;
const week = 7 * day;

let most = 0;
let watching: MutationObserver;
/** Nothing leaves the page: neither the way to an app, nor a file. */
const stay = (event: Event) => {
  if ((event.target as Element).closest('a[href]:not([href^="#"])')) event.preventDefault();
};

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(900, 900);
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

/** `isBack`: the visitor was here before. */
function mount(props: EnergyPathProps = {}, { isStrict = false, isBack = false } = {}): Recorder {
  const recorder = createRecorder({ keepMemory: isBack });
  const tree = (
    <recorder.Provider>
      <EnergyPath isQuick {...props} />
    </recorder.Provider>
  );
  render(isStrict ? <StrictMode>{tree}</StrictMode> : tree);
  return recorder;
}

/** A visitor who has come as far as an ask on an earlier page. */
function mountAfter(
  upTo: Parameters<typeof Been>[0]['upTo'],
  props: EnergyPathProps = {},
  says?: Parameters<typeof Been>[0]['says'],
): Recorder {
  render(<Been upTo={upTo} says={says} />);
  cleanup();
  return mount(props, { isBack: true });
}

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
const nosOf = ({ events }: Recorder) =>
  events.flatMap(({ phase, ask }) => (phase === 'dismissed' ? [ask.id] : []));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const firstStep = () => page.getByText(/^Wait for frost/).first();
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const spot = (ask: string) => page.elementLocator(document.querySelector(`[data-ask="${ask}"]`)!);
const address = (ask: string) => spot(ask).getByRole('textbox', { name: /^E-mail/ });

/** Scrolls to what stands open, and stays until it has counted as seen. */
async function see(recorder: Recorder, ask: string, selector: string, line = 'seen'): Promise<void> {
  const element = await vi.waitFor(() => {
    const found = document.querySelector(selector);
    expect(found).not.toBeNull();
    return found!;
  }, 4000);
  element.scrollIntoView({ block: 'center' });
  await vi.waitFor(
    () => expect(recorder.phases(ask).some((one: EventLine) => one.endsWith(` ${line}`))).toBe(true),
    5000,
  );
}

/** Reads the article: each part stays on the screen for as long as it takes. */
async function read(recorder: Recorder): Promise<void> {
  const text = document.querySelector('.energy-text')!;
  await vi.waitFor(
    () => {
      if (text.getBoundingClientRect().bottom > innerHeight) scrollBy(0, innerHeight / 2);
      expect(recorder.events.at(-1)?.data).toEqual({ percent: 100 });
    },
    { timeout: 15_000, interval: 500 },
  );
}

const player = (ask: string) =>
  document.querySelector(`[data-ask="${ask}"] :is(audio, video)`) as HTMLMediaElement;

/** Presses play, and gives the element that plays once it does. */
async function play(ask: string): Promise<HTMLMediaElement> {
  const media = player(ask);
  await userEvent.click(media.parentElement!.querySelector('.sy-media-cover')!);
  await expect.poll(() => media.currentTime).toBeGreaterThan(0);
  expect(media.paused).toBe(false);
  return media;
}

/** The rest of it, at eight times the pace. */
async function playOn(media: HTMLMediaElement): Promise<void> {
  media.playbackRate = 8;
  await expect.poll(() => media.ended, { timeout: 12_000 }).toBe(true);
}

describe('the path through the energy adviser’s page', { timeout: 60_000 }, () => {
  it('comes from the article to the hour, and to a word on it, by this stream of events', async () => {
    const recorder = mount({}, { isStrict: true });
    await untilOpen('flow-reaction');
    await read(recorder);
    await see(recorder, 'flow-reaction', '.sy-reactions');
    await button(/I will try it/).dblClick();

    await untilOpen('episode-14');
    await see(recorder, 'episode-14', '.sy-audio-player');
    await playOn(await play('episode-14'));
    await untilOpen('episodes');
    await see(recorder, 'episodes', '[data-ask=episodes]');
    await address('episodes').fill('ada@example.com');
    await button('Send me each episode').dblClick();
    await untilOpen('right-order');
    expect(document.querySelector('.sy-audio-player')).not.toBeNull();

    await see(recorder, 'right-order', '.sy-video-player');
    const film = await play('right-order');
    await see(recorder, 'heats-with', '.sy-media-gate .sy-poll');
    expect(film.paused).toBe(true);
    expect(film.textTracks[0]!.cues).not.toHaveLength(0);
    await page.getByText('Oil', { exact: true }).click();
    await button('Watch on').click();
    await expect.poll(() => film.paused).toBe(false);
    await playOn(film);

    await untilOpen('letter');
    await see(recorder, 'letter', '[data-ask=letter]');
    await address('letter').fill('ada@example.com');
    await button('Subscribe').dblClick();
    await expect.element(page.getByText(/^One step left: confirm by the link/)).toBeVisible();

    await untilOpen('test-plan');
    await see(recorder, 'test-plan', '.sy-lead-gate');
    await address('test-plan').fill('ada@example.com');
    await button('Get it now').dblClick();
    await expect.element(firstStep()).toBeVisible();

    await untilOpen('house-book');
    await see(recorder, 'house-book', '.energy-book');
    await address('house-book').fill('ada@example.com');
    await button('Buy for 9 euros').dblClick();
    await expect
      .element(page.getByRole('status').filter({ hasText: /^Thank you. Order F-2107/ }))
      .toHaveFocus();
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await see(recorder, 'house-book-file', '.sy-download-link');
    await page.getByRole('link', { name: 'Download the house book' }).click();
    // What the grant has brought is a book, and no refusal.
    await vi.waitFor(() => expect(saved).toHaveBeenCalledOnce());
    saved.mockRestore();

    await untilOpen('hour');
    await see(recorder, 'hour', '.sy-step-form');
    await page.getByText('Built before 1980').click();
    await expect.element(page.getByText(/Bring the bills of three winters/)).toBeVisible();
    await button('Continue').click();
    await expect.element(heading('What should be clear after the hour?')).toBeVisible();
    await page.getByText('What to do first').click();
    await page.getByText('A Saturday').click();
    await button('Continue').click();
    await expect.element(heading('Where do we send two dates?')).toBeVisible();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await address('hour').fill('ada@example.com');
    await button('Send').dblClick();
    await expect.element(heading('Until soon, Ada')).toBeVisible();
    await untilOpen();

    // It stands below the download, and its second on the screen may be over before or after that press.
    const seenHour = 'step-form.step seen 1 10/11';
    expect(linesOf(recorder).filter((one) => one === seenHour)).toHaveLength(1);
    expect(linesOf(recorder).filter((one) => one !== seenHour)).toEqual([
      'reading-progress.read seen 1 1/11',
      'reading-progress.read started 1 1/11',
      'reading-progress.read progressed 1 1/11',
      'reading-progress.read progressed 1 1/11',
      'reading-progress.read progressed 1 1/11',
      'reading-progress.read committed 1 1/11',
      'reading-progress.read progressed 1 1/11',
      'reactions.react seen 1 2/11',
      'reactions.react started 1 2/11',
      'reactions.react committed 1 2/11',
      'audio-player.play seen 1 3/11',
      'audio-player.play started 1 3/11',
      'audio-player.play committed 1 3/11',
      'audio-player.complete progressed 1 3/11',
      'audio-player.complete progressed 1 3/11',
      'audio-player.complete progressed 1 3/11',
      'audio-player.complete committed 1 3/11',
      'audio-player.complete progressed 1 3/11',
      'newsletter-form.subscribe seen 1 4/11',
      'newsletter-form.subscribe started 1 4/11',
      'newsletter-form.subscribe committed 1 4/11',
      'video-player.play seen 1 6/11',
      'video-player.play started 1 6/11',
      'video-player.play committed 1 6/11',
      'poll.vote seen 1 5/11',
      'poll.vote started 1 5/11',
      'poll.vote committed 1 5/11',
      'video-player.complete progressed 1 6/11',
      'video-player.complete progressed 1 6/11',
      'video-player.complete progressed 1 6/11',
      'video-player.complete committed 1 6/11',
      'video-player.complete progressed 1 6/11',
      'newsletter-form.subscribe seen 2 7/11',
      'newsletter-form.subscribe started 2 7/11',
      'newsletter-form.subscribe committed 2 7/11',
      'lead-gate.unlock seen 2 8/11',
      'lead-gate.unlock started 2 8/11',
      'lead-gate.unlock committed 2 8/11',
      'checkout.purchase seen 3 9/11',
      'checkout.purchase started 3 9/11',
      'checkout.purchase committed 3 9/11',
      'download-link.download seen 1 off',
      'download-link.download started 1 off',
      'download-link.download committed 1 off',
      'step-form.step started 1 10/11',
      'step-form.step committed 1 10/11',
      'step-form.step committed 1 10/11',
      'step-form.step committed 1 10/11',
      'step-form.submit committed 3 10/11',
    ]);
    for (const event of recorder.events)
      expect(commitmentEventSchema.safeParse(event).error?.issues).toBeUndefined();
    const percents = recorder.events.flatMap(({ kind, phase, data }) =>
      phase === 'progressed' && kind.endsWith('.complete') ? [(data as { percent: number }).percent] : [],
    );
    expect(percents).toEqual([25, 50, 75, 100, 25, 50, 75, 100]);
    const worth = recorder.commitments.flatMap(({ grade, value }) => (grade === 3 ? [value] : []));
    expect(worth).toEqual([
      { amount: 9, currency: 'EUR' },
      { amount: 140, currency: 'EUR' },
    ]);
    expect(JSON.stringify(recorder.events)).not.toMatch(/ada@|"Ada"|Saturday/);
    expect(localStorage.getItem('smallyes:ladder:energy')).not.toMatch(/ada@/i);

    // The link in the mail, an hour later, in the same browser.
    const { attempt } = recorder.commitments.find(({ ask }) => ask.id === 'letter')!;
    cleanup();
    const mail = mount({ confirmed: attempt }, { isBack: true, isStrict: true });
    await expect.element(page.getByText('Confirmed! You are subscribed.')).toBeVisible();
    expect(linesOf(mail)).toEqual(['newsletter-form.subscribe confirmed 2 7/11']);
    expect(mail.events[0]!.attempt).toBe(attempt);

    // The hour has taken place.
    cleanup();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + week });
    const later = mount({ isAdvised: true }, { isBack: true, isStrict: true });
    await untilOpen('hour-review');
    await see(later, 'hour-review', '.sy-review-form');
    await page
      .elementLocator(
        document.querySelector('.sy-review-form [data-star="2"], .sy-review-form label:nth-of-type(2)')!,
      )
      .click();
    await page.getByRole('textbox', { name: 'Your review' }).fill('Honest, but late.');
    await button('Send review').dblClick();
    await expect.element(page.getByText('Thank you! Your review waits for approval.')).toBeVisible();
    await untilOpen();
    expect(linesOf(later)).toEqual([
      'review-form.submit seen 3 11/11',
      'review-form.submit started 3 11/11',
      'review-form.submit committed 3 11/11',
    ]);
    expect(later.events[0]!.session.n).toBe(2);
  });

  it('is walked with the keyboard alone, but for what plays', async () => {
    const start = mount();
    await untilOpen('flow-reaction');
    await tabTo('.sy-reactions button');
    await userEvent.keyboard(' ');
    await untilOpen('episode-14');
    expect(yesesOf(start)).toEqual(['flow-reaction reactions.react']);
    cleanup();

    const recorder = mountAfter('right-order');
    await untilOpen('letter');
    await tabTo('[data-ask=letter] input[type=email]');
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await untilOpen('test-plan');
    await tabTo('.sy-lead-gate input[type=email]');
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await untilOpen('house-book');
    await expect.element(firstStep()).toBeVisible();
    await tabTo('.energy-book input[type=email]');
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await untilOpen('hour');
    await tabTo('.sy-step-form input[type=radio]');
    await userEvent.keyboard(' {ArrowDown}');
    await tabTo('.sy-step-form button[type=submit]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('What should be clear after the hour?')).toHaveFocus();
    await tabTo('.sy-step-form input[type=checkbox]');
    await userEvent.keyboard(' ');
    await tabTo('.sy-step-form input[type=radio]');
    await userEvent.keyboard(' ');
    await tabTo('.sy-step-form button[type=submit]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Where do we send two dates?')).toHaveFocus();
    await tabTo('.sy-step-form input[name=name]');
    await userEvent.keyboard('Ada');
    await tabTo('.sy-step-form input[name=email]');
    await userEvent.keyboard('ada@example.com{Enter}{Enter}');
    await expect.element(heading('Until soon, Ada')).toBeVisible();
    expect(yesesOf(recorder)).toEqual([
      'letter newsletter-form.subscribe',
      'test-plan lead-gate.unlock',
      'house-book checkout.purchase',
      'hour step-form.step',
      'hour step-form.step',
      'hour step-form.step',
      'hour step-form.submit',
    ]);
  });

  it('plays and pauses with the keyboard, and asks for nothing after a jump to the end', async () => {
    const recorder = mountAfter('flow-reaction');
    await untilOpen('episode-14');
    player('episode-14').parentElement!.querySelector<HTMLElement>('.sy-media-cover')!.focus();
    await userEvent.keyboard('{Enter}');
    const media = player('episode-14');
    await expect.poll(() => media.currentTime).toBeGreaterThan(0);
    media.currentTime = 28.5;
    await expect.poll(() => media.ended).toBe(true);
    expect(openAsks()).toEqual(['episode-14']);
    expect(yesesOf(recorder)).toEqual(['episode-14 audio-player.play']);
  });

  it('goes on where a reload has cut it: in a film after its question, in a form after its first step', async () => {
    mountAfter('episodes');
    await untilOpen('right-order');
    const film = await play('right-order');
    film.playbackRate = 4;
    await expect.poll(() => film.paused, { timeout: 8000 }).toBe(true);
    await page.getByText('Gas', { exact: true }).click();
    await expect.element(button('Watch on')).toBeVisible();
    cleanup();
    // The film again, from its start, without the question that was answered.
    mount({}, { isBack: true });
    await untilOpen('right-order');
    await expect.element(page.getByText(/^You know the episode/)).toBeVisible();
    const again = await play('right-order');
    again.playbackRate = 4;
    await expect.poll(() => again.currentTime, { timeout: 8000 }).toBeGreaterThan(4);
    expect(again.paused).toBe(false);
    cleanup();

    mountAfter('house-book');
    await untilOpen('hour');
    await page.getByText('Built in 1980 or later').click();
    await expect.element(page.getByText(/two new radiators/)).toBeVisible();
    await button('Continue').click();
    await page.getByText('Whether an offer is fair').click();
    await vi.waitFor(() => expect(JSON.stringify(localStorage)).toContain('offer'));
    cleanup();
    const recorder = mount({}, { isBack: true });
    await untilOpen('hour');
    await expect.element(heading('What should be clear after the hour?')).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: 'Whether an offer is fair' })).toBeChecked();
    expect(yesesOf(recorder)).toEqual([]);
  });

  it('has a smaller one after a no to the episodes by mail, and the film at once below', async () => {
    const recorder = mountAfter('episode-14');
    await untilOpen('episodes');
    await spot('episodes').getByRole('button', { name: 'No, thanks' }).click();
    await untilOpen('episodes-app');
    await page.getByRole('link', { name: 'Room by room in Apple Podcasts' }).click();
    await untilOpen('right-order');
    expect(document.querySelector('.sy-follow-link .sy-video-player')).not.toBeNull();
    expect(nosOf(recorder)).toEqual(['episodes']);
    expect(yesesOf(recorder)).toEqual(['episodes-app follow-link.follow']);
  });

  it('has a page of paper after a no to the plan, and then lets the visitor be for an hour', async () => {
    const recorder = mountAfter('letter');
    await untilOpen('test-plan');
    await button('No, thanks').dblClick();
    await untilOpen('test-sheet');
    await page.getByRole('link', { name: 'Download the page' }).click();
    await recorder.waitFor('download-link.download committed');
    await untilOpen();
    expect(nosOf(recorder)).toEqual(['test-plan']);
    // Whoever wants the hour has it all the same.
    await expect.element(page.getByRole('link', { name: 'Ask for an hour' })).toBeVisible();
    cleanup();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_540_000 });
    mount({}, { isBack: true });
    await expect.element(page.getByText(/^You know the episode/)).toBeVisible();
    expect(openAsks()).toEqual([]);
    cleanup();
    vi.setSystemTime(Date.now() + 120_000);
    mount({}, { isBack: true });
    await untilOpen('house-book');
    await button('No book, thanks').click();
    await untilOpen();
  });

  it('asks a week later neither for what was answered nor for what was refused, and again after the rest', async () => {
    mountAfter('letter');
    await untilOpen('test-plan');
    await button('No, thanks').click();
    await untilOpen('test-sheet');
    cleanup();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + week });
    const second = mount({}, { isBack: true });
    await untilOpen('test-sheet');
    await page.getByRole('link', { name: 'Download the page' }).click();
    await second.waitFor('download-link.download committed');
    expect(second.events[0]!.session.n).toBe(2);
    cleanup();
    vi.setSystemTime(Date.now() + week + day);
    mount({}, { isBack: true });
    await untilOpen('test-plan');
  });

  it.each([
    ['a question is not sold a book', 'test-plan', { 'reactions.react': { reaction: 'question' } }, 'hour'],
    ['a heat pump is not asked to test for one', 'letter', { 'poll.vote': { choice: 'pump' } }, 'house-book'],
  ] as const)('who has %s', async (_, upTo, says, next) => {
    mountAfter(upTo, {}, says);
    await untilOpen(next);
  });

  it('asks for a review of the hour after it has taken place, of everybody alike, and not before', async () => {
    mountAfter('hour');
    await expect.element(page.getByText(/^Your hour is booked/)).toBeVisible();
    expect(openAsks()).toEqual([]);
    cleanup();
    mount({ isAdvised: true }, { isBack: true });
    await untilOpen('hour-review');
  });

  it('loses no word and no place while the server is down', async () => {
    forgetMessages();
    expectConsole('warn', /SY-401 .*Failed to fetch/);
    const down = () => Promise.reject(new TypeError('Failed to fetch'));
    const server = { ...energyServer, grantPlan: vi.fn(down), order: vi.fn(down) };
    const recorder = mountAfter('letter', { server });
    await untilOpen('test-plan');
    await address('test-plan').fill('ada@example.com');
    await button('Get it now').click();
    await recorder.waitFor('lead-gate.unlock failed');
    await expect.element(spot('test-plan').getByText(/^This was not sent/)).toBeVisible();
    await expect.element(address('test-plan')).toHaveValue('ada@example.com');
    expect(openAsks()).toEqual(['test-plan']);
    server.grantPlan.mockImplementation(energyServer.grantPlan as never);
    await button('Try again').click();
    await untilOpen('house-book');
    await expect.element(firstStep()).toBeVisible();

    await address('house-book').fill('ada@example.com');
    await button('Buy for 9 euros').click();
    await expect.element(page.getByText(/^The order did not go through/)).toBeVisible();
    await expect.element(address('house-book')).toHaveValue('ada@example.com');
    server.order.mockImplementation(energyServer.order as never);
    await button('Buy for 9 euros').click();
    await untilOpen('hour');
    expect(recorder.events.filter(({ phase }) => phase === 'failed').map(({ kind }) => kind)).toEqual([
      'lead-gate.unlock',
      'checkout.purchase',
    ]);
    expect(yesesOf(recorder)).toEqual(['test-plan lead-gate.unlock', 'house-book checkout.purchase']);
  });

  it.each([
    [1280, 'ltr'],
    [360, 'ltr'],
    [320, 'rtl'],
  ] as const)('fits a window of %i px, %s, at each of its asks', async (width, direction) => {
    await page.viewport(width, 800);
    document.documentElement.dir = direction;
    try {
      for (const upTo of [
        'flow-reaction',
        'episode-14',
        'episodes',
        'right-order',
        'letter',
        'house-book',
      ] as const) {
        mountAfter(upTo);
        await vi.waitFor(() => expect(openAsks()).toHaveLength(1), 4000);
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(`${upTo} ${scrollWidth}`).toBe(`${upTo} ${clientWidth}`);
        cleanup();
        localStorage.clear();
      }
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });
});

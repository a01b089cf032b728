import { render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { PodcastSubscribe, WebinarSignup, type WebinarSignupProps } from 'smallyes/newsletter-form';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { field, letter, says, wait } from './newsletter-form.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const webinar = {
  id: 'first-hundred',
  get: 'Your first 100 customers; live, with questions',
  start: '2999-12-03T18:00:00+01:00',
  minutes: 45,
  timeZone: 'Europe/Berlin',
  place: 'Online, the link comes by mail',
  onSubmit: () => ({ status: 'ok' }) as const,
} satisfies WebinarSignupProps;

async function save() {
  await userEvent.fill(field(), 'jana@shop.example');
  await userEvent.click(page.getByRole('button', { name: 'Save my seat' }));
}

describe('WebinarSignup', () => {
  it('says when it is in the time of the host, and in the own time of the visitor', async () => {
    const { Provider } = createRecorder();
    const { container } = render(
      <main>
        <Provider>
          <WebinarSignup {...webinar} />
        </Provider>
      </main>,
    );
    const time = container.querySelector('time');
    expect(time?.dateTime).toBe('2999-12-03T17:00:00.000Z');
    expect(time?.textContent).toMatch(/^Tuesday, December 3, 2999.*6:00 PM/);
    const here = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(
      new Date('2999-12-03T17:00:00Z'),
    );
    const isBerlin = here.startsWith('6:00');
    const note = container.querySelector('.sy-newsletter-form-here')?.textContent;
    if (isBerlin) expect(note).toBe('This is your local time.');
    else expect(note?.replace(/\u202f/g, ' ')).toContain(here.replace(/\u202f/g, ' '));
    expect(await findings(container, [])).toEqual([]);
  });

  it('makes its formats once for a moment, which take longer than all else of a render', () => {
    const { Provider } = createRecorder();
    const three = (get: string) => (
      <Provider>
        {['a', 'b', 'c'].map((id) => (
          <WebinarSignup key={id} {...webinar} id={id} get={get} />
        ))}
      </Provider>
    );
    const { rerender } = render(three('Your first 100 customers'));
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    rerender(three('Your next 100 customers'));
    expect(made).not.toHaveBeenCalled();
  });

  it('keeps its room while the page comes alive', async () => {
    const { Provider } = createRecorder();
    const tree = (
      <Provider>
        <WebinarSignup {...webinar} />
      </Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    const box = () => JSON.stringify(host.firstElementChild?.getBoundingClientRect());
    const served = box();
    expect(host.querySelector('.sy-newsletter-form-here')?.textContent).toBe('');
    const errors: unknown[] = [];
    const react = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    try {
      await vi.waitFor(() =>
        expect(host.querySelector('.sy-newsletter-form-here')?.textContent).not.toBe(''),
      );
      expect(errors).toEqual([]);
      expect(box()).toBe(served);
    } finally {
      react.unmount();
      host.remove();
    }
  });

  it('gives a file for the calendar after the yes', async () => {
    const recorder = createRecorder();
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${files.push(blob as Blob)}`);
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    render(
      <recorder.Provider>
        <WebinarSignup {...webinar} />
      </recorder.Provider>,
    );
    expect(document.body.textContent).not.toContain('Add to my calendar');
    await save();
    await says(/Your seat is saved/);
    await userEvent.click(page.getByRole('button', { name: 'Add to my calendar' }));
    expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe('first-hundred.ics');
    const text = (await files[0]?.text()) ?? '';
    expect(text).toContain('\r\nDTSTART:29991203T170000Z\r\nDTEND:29991203T174500Z\r\n');
    expect(text).toContain('SUMMARY:Your first 100 customers\\; live\\, with questions\r\n');
    expectEvents(recorder, [letter('seen'), letter('started'), [letter('committed'), { fields: ['email'] }]]);
  });

  it('leads to calendars on the web with the entry filled in', async () => {
    expectConsole('warn', 'SY-1414 WebinarSignup "first-hundred" was given a list');
    const { Provider } = createRecorder();
    const { container } = render(
      <main>
        <Provider>
          <WebinarSignup
            {...webinar}
            description="What + why, 100 %"
            calendars={['google', 'outlook', 'microsoft-365', 'fax' as 'google']}
            known="subscribed"
          />
        </Provider>
      </main>,
    );
    const links = page.getByRole('link').elements() as HTMLAnchorElement[];
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Google Calendar',
      'Outlook.com',
      'Microsoft 365',
    ]);
    const [google, outlook, office] = links.map(({ href }) => new URL(href));
    expect(google!.origin + google!.pathname).toBe('https://calendar.google.com/calendar/render');
    expect(Object.fromEntries(google!.searchParams)).toEqual({
      action: 'TEMPLATE',
      text: webinar.get,
      dates: '29991203T170000Z/29991203T174500Z',
      details: 'What + why, 100 %',
      location: webinar.place,
    });
    expect(outlook!.origin + outlook!.pathname).toBe('https://outlook.live.com/calendar/deeplink/compose');
    expect(Object.fromEntries(outlook!.searchParams)).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: '2999-12-03T17:00:00Z',
      enddt: '2999-12-03T17:45:00Z',
      subject: webinar.get,
      body: 'What + why, 100 %',
      location: webinar.place,
    });
    expect(office!.host + office!.search).toBe(`outlook.office.com${outlook!.search}`);
    // Outlook shows a plus as a plus.
    expect(outlook!.search).not.toContain('+');
    for (const { target, rel } of links) expect([target, rel]).toEqual(['_blank', 'noopener noreferrer']);
    expect(await findings(container, [])).toEqual([]);
  });

  it('leaves the file alone where no calendar on the web is wanted', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <WebinarSignup {...webinar} calendars={[]} known="subscribed" />
      </Provider>,
    );
    await expect.element(page.getByRole('button', { name: 'Add to my calendar' })).toBeVisible();
    expect(page.getByRole('link').elements()).toEqual([]);
  });

  it.each([
    [400, 1],
    [300, 2],
  ])('breaks no time in two in %s px, nor leaves a dot at an edge', async (width, lines) => {
    const { Provider } = createRecorder();
    const { container } = render(
      <div style={{ inlineSize: width }}>
        <Provider>
          <WebinarSignup {...webinar} />
        </Provider>
      </div>,
    );
    const when = container.querySelector<HTMLElement>('.sy-newsletter-form-when')!;
    const parts = [...when.querySelectorAll<HTMLElement>('.sy-newsletter-form-part')];
    expect(parts.map(({ textContent }) => textContent)).toEqual(['6:00 PM GMT+1', '45 minutes']);
    const boxes = parts.map((part) => part.getBoundingClientRect());
    for (const { height } of boxes) expect(height).toBeLessThan(30);
    expect(new Set(boxes.map(({ top }) => top)).size).toBe(lines);
    // The dot stands before the second part: on its own line it lies outside what is shown.
    if (lines === 2) expect(boxes[1]!.left).toBe(when.getBoundingClientRect().left);
    else expect(boxes[1]!.left - boxes[0]!.right).toBeGreaterThan(8);
    expect(getComputedStyle(when).overflowX).toBe('clip');
  });

  it('offers no calendar while the seat is not saved', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <WebinarSignup {...webinar} onSubmit={() => ({ status: 'pending' })} />
      </Provider>,
    );
    await save();
    await says(/your seat is saved once you open the link/);
    expect(document.body.textContent).not.toContain('Add to my calendar');
  });

  it('says that it is over when it is, and promises no seat in it', async () => {
    const recorder = createRecorder();
    const { container } = render(
      <recorder.Provider>
        <WebinarSignup {...webinar} start="2020-12-03T18:00:00+01:00" footer={<p>See the recording</p>} />
      </recorder.Provider>,
    );
    await expect.element(page.getByText('This has taken place.')).toBeVisible();
    await expect.element(page.getByText('See the recording')).toBeVisible();
    expect(page.getByRole('textbox').elements()).toHaveLength(0);
    expect(page.getByRole('button').elements()).toHaveLength(0);
    expect(container.firstElementChild?.getAttribute('data-stage')).toBe('closed');
    await wait(1_300);
    expectEvents(recorder, []);
  });

  it('keeps the seat of whoever has one when it is over', async () => {
    const { Provider } = createRecorder();
    render(
      <Provider>
        <WebinarSignup {...webinar} start="2020-12-03T18:00:00+01:00" known="subscribed" />
      </Provider>,
    );
    await says(/Your seat is saved/);
  });

  it.each([
    { start: 'next Tuesday' },
    { start: '2999-12-03T18:00' },
    { minutes: 0 },
    { minutes: Number.NaN },
  ])('leaves out a date that is none, and tells the developer (%j)', async (props) => {
    expectConsole('warn', 'SY-1434');
    const { Provider } = createRecorder();
    const { container } = render(
      <Provider>
        <WebinarSignup {...webinar} {...props} />
      </Provider>,
    );
    await expect.element(field()).toBeVisible();
    expect(container.querySelector('time')).toBeNull();
  });

  it('follows a visitor who travels with the page open, until it is over', async () => {
    vi.useFakeTimers({ now: Date.parse('2046-12-03T12:00:00Z'), toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { Provider } = createRecorder();
    const { container } = render(
      <Provider>
        <WebinarSignup {...webinar} start="2046-12-03T18:00:00+01:00" />
      </Provider>,
    );
    const options = Intl.DateTimeFormat().resolvedOptions();
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(600);
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
      ...options,
      timeZone: 'Pacific/Honolulu',
    });
    document.dispatchEvent(new Event('visibilitychange'));
    const note = () => container.querySelector('.sy-newsletter-form-here')?.textContent;
    await expect.poll(note).toMatch(/7:00.AM/);
    vi.setSystemTime(Date.parse('2046-12-03T18:00:00Z'));
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(note).toBe('This has taken place.');
  });

  it('stands in UTC where there is no such zone', () => {
    expectConsole('warn', 'SY-1434');
    const { Provider } = createRecorder();
    const { container } = render(
      <Provider>
        <WebinarSignup {...webinar} timeZone="Berlin" />
      </Provider>,
    );
    expect(container.querySelector('time')?.textContent).toMatch(/5:00 PM UTC$/);
  });
});

describe('PodcastSubscribe', () => {
  const follow = (phase: string) => `follow-link.follow ${phase}` as EventLine;
  const apps = [
    { target: 'apple-podcasts', label: 'Apple Podcasts', href: '#apple' },
    { target: 'rss', label: 'RSS', href: '#rss' },
  ] as const;

  it('counts each app once, apart from the mail, and nobody who took one has abandoned the form', async () => {
    const recorder = createRecorder();
    const { container } = render(
      <main>
        <recorder.Provider>
          <PodcastSubscribe
            id="podcast"
            get="Small Shops, every Friday"
            apps={apps}
            onSubmit={() => ({ status: 'ok' })}
          />
        </recorder.Provider>
      </main>,
    );
    await recorder.waitFor(letter('seen'));
    await recorder.waitFor(follow('seen'));
    expect(await findings(container, [])).toEqual([]);
    const apple = page.getByRole('link', { name: 'Apple Podcasts' });
    await userEvent.dblClick(apple);
    await userEvent.click(page.getByRole('link', { name: 'RSS' }));
    window.dispatchEvent(new Event('pagehide'));
    expect(recorder.phases('podcast')).toEqual([letter('seen')]);
    expect(recorder.phases('podcast-apps')).toEqual([
      follow('seen'),
      follow('started'),
      follow('committed'),
      follow('committed'),
    ]);
    expect(recorder.commitments.map(({ data, grade }) => [data, grade])).toEqual([
      [{ target: 'apple-podcasts' }, 1],
      [{ target: 'rss' }, 1],
    ]);
    await userEvent.fill(field(), 'jana@shop.example');
    await userEvent.click(page.getByRole('button', { name: 'Send me each episode' }));
    await says(/The next episode comes by mail/);
    await expect.element(apple).toBeVisible();
    history.replaceState(null, '', location.href.split('#')[0]);
  });

  it('leaves out an address that could run code', async () => {
    expectConsole('warn', 'SY-110');
    const { Provider } = createRecorder();
    const { container } = render(
      <Provider>
        <PodcastSubscribe
          id="podcast"
          get="Small Shops"
          apps={[{ target: 'x', label: 'X', href: 'javascript:alert(1)' }]}
          onSubmit={() => ({ status: 'ok' })}
        />
      </Provider>,
    );
    await wait(20);
    expect(container.querySelector('a')).toBeNull();
  });
});

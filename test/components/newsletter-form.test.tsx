import { renderToString } from 'react-dom/server';
import {
  NewsletterForm,
  type NewsletterFormProps,
  PodcastSubscribe,
  WebinarSignup,
} from 'smallyes/newsletter-form';
import { beforeEach, describe, expect, expectTypeOf, it, onTestFinished, vi } from 'vitest';
import { endOf } from '../../src/components/newsletter-form/newsletter-form-coupon.ts';
import { calendarFile, readSpan, readZone } from '../../src/components/newsletter-form/webinar-time.ts';
import { isAttempt, readNote } from '../../src/fields/confirmation.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(forgetMessages);

const served = (props: Partial<NewsletterFormProps> = {}) =>
  renderToString(
    <NewsletterForm
      id="letter"
      get="One idea every Tuesday"
      onSubmit={() => ({ status: 'ok' })}
      {...props}
    />,
  );

describe('on a server', () => {
  it('is a form by POST with an address, whose button works without JavaScript', () => {
    const html = served({ action: '/subscribe' });
    expect(html).toMatch(/<form [^>]*method="post"/);
    expect(html).toMatch(/<form [^>]*action="\/subscribe"/);
    expect(html).toContain('<input type="hidden" name="sy-ask" value="letter"/>');
    expect(html).toMatch(/<input [^>]*type="email"/);
    expect(html).not.toContain('needs JavaScript');
  });

  it('says without an address that it needs JavaScript, and where to turn to', () => {
    expectConsole('warn', 'SY-110');
    const html = served({ fallback: { label: 'Write to us', href: 'mailto:hello@shop.example' } });
    expect(html).toMatch(/<form [^>]*class="[^"]*sy-only-with-script/);
    expect(html).toContain('href="mailto:hello@shop.example"');
    expect(served({ fallback: { label: 'x', href: 'javascript:alert(1)' } })).not.toContain('javascript:');
    expect(served({ action: 'javascript:alert(1)' })).not.toContain('javascript:');
  });

  it('has a real label, and a heading of the level that the page needs', () => {
    expect(served()).toMatch(/<label[^>]*>E-mail address<\/label>/);
    expect(served()).toMatch(/<h2 class="sy-question" id="[^"]+">One idea every Tuesday<\/h2>/);
    expect(served({ headingLevel: 3 })).toMatch(/<h3 class="sy-question"/);
  });

  it('shows what is given and got where the heading says something else', () => {
    expect(served()).not.toContain('sy-exchange');
    expect(served({ heading: 'Before you go' })).toMatch(
      /sy-exchange.*E-mail address.*One idea every Tuesday/s,
    );
    expect(served({ heading: 'Before you go', showExchange: false })).not.toContain('sy-exchange');
  });

  it('is what the server knows in the first paint', () => {
    for (const props of [{ confirmed: true }, { known: 'subscribed' }] as const) {
      const html = served(props);
      expect(html).toContain('You are subscribed.');
      expect(html).not.toContain('<form');
    }
    const pending = served({ known: 'pending' });
    expect(pending).toContain('One step left');
    expect(pending).toContain('Wrong address?');
    expect(pending).not.toMatch(/subscribed\./);
  });

  it('never asks for a code', () => {
    const never = () => {
      throw new Error('called');
    };
    expect(served({ loadCoupon: never, confirmed: true })).toContain('You are subscribed.');
  });

  it.each([undefined, false, ''])('asks for confirmed=%j', (confirmed) => {
    expect(served({ confirmed })).toContain('<form');
  });

  it('leaves out choices of which there are none', () => {
    expect(served({ topics: [], frequencies: [] })).not.toContain('fieldset');
  });

  it('leaves out what is missing in its lists, as a page that is not typed may have it', () => {
    const holes = [null, { type: 'text', name: 'shop', label: 'Shop' }] as never;
    expect(served({ fields: holes })).toContain('name="shop"');
    const webinar = renderToString(
      <WebinarSignup
        id="talk"
        get="Talk"
        start="2026-12-03T18:00:00+01:00"
        known="subscribed"
        calendars={null as never}
      />,
    );
    expect(webinar).toContain('calendar.google.com');
    const apps = [null, { target: 'rss', label: 'RSS', href: '/feed.xml' }] as never;
    expect(
      renderToString(<PodcastSubscribe id="podcast" get="Podcast" action="/podcast" apps={apps} />),
    ).toContain('href="/feed.xml"');
  });

  it('says the date of a webinar in the time of its host, and links to apps, without a script', () => {
    const webinar = renderToString(
      <WebinarSignup
        id="talk"
        get="Talk"
        start="2026-12-03T18:00:00+01:00"
        timeZone="Europe/Berlin"
        action="/talk"
      />,
    );
    expect(webinar).toContain('dateTime="2026-12-03T17:00:00.000Z"');
    expect(webinar).toContain('Thursday, December 3, 2026');
    expect(webinar).toMatch(/6:00 PM/);
    expectConsole('warn', 'SY-110');
    const podcast = renderToString(
      <PodcastSubscribe
        id="podcast"
        get="Podcast"
        action="/podcast"
        apps={[
          { target: 'rss', label: 'RSS', href: '/feed.xml' },
          { target: 'bad', label: 'Bad', href: 'javascript:alert(1)' },
        ]}
      />,
    );
    expect(podcast).toContain('href="/feed.xml"');
    expect(podcast).not.toContain('javascript:');
  });
});

describe('types', () => {
  it('follow from the choices and the fields, without a cast', () => {
    const forms = [
      <NewsletterForm
        key="a"
        id="a"
        get="a"
        topics={['Prices', { value: 'trust', label: 'Trust' }]}
        frequencies={['Weekly', 'Monthly']}
        fields={[{ type: 'number', name: 'size', required: true }]}
        onSubmit={(values, context) => {
          expectTypeOf(values.email).toEqualTypeOf<string>();
          expectTypeOf(values.topics).toEqualTypeOf<readonly ('Prices' | 'trust')[] | undefined>();
          expectTypeOf(values.frequency).toEqualTypeOf<'Weekly' | 'Monthly' | undefined>();
          expectTypeOf(values.marketing).toEqualTypeOf<boolean | undefined>();
          expectTypeOf(values.size).toEqualTypeOf<number>();
          expectTypeOf(context.attempt).toEqualTypeOf<string>();
          return { status: 'ok', coupon: { code: 'A' } };
        }}
      />,
      <WebinarSignup
        key="c"
        id="c"
        get="c"
        start="2026-12-03T18:00:00+01:00"
        fields={[{ type: 'text', name: 'name' }]}
        onSubmit={async (values) => {
          expectTypeOf(values.name).toEqualTypeOf<string>();
        }}
      />,
    ];
    // @ts-expect-error a promise needs words
    const wordless = <NewsletterForm id="a" />;
    expect([forms, wordless]).toHaveLength(2);
  });
});

describe('the note', () => {
  const attempt = '01a2021f-23c7-71ba-bdf0-ac11a56dec4d';

  it('holds the attempt and nothing of the visitor', () => {
    expect(readNote(JSON.stringify({ v: 1, attempt }))).toEqual({ attempt, isConfirmed: false });
    expect(
      readNote(JSON.stringify({ v: 1, attempt, isConfirmed: true, email: 'jana@shop.example' })),
    ).toEqual({
      attempt,
      isConfirmed: true,
    });
  });

  it.each([null, '', '{', '[]', '7', '{"v":2}', '{"v":1}', `{"v":1,"attempt":"${attempt}x"}`])(
    'is none where something else stands: %s',
    (text) => {
      expect(readNote(text)).toBeUndefined();
    },
  );

  it('takes an id of an attempt for one, and nothing else', () => {
    expect(isAttempt(attempt)).toBe(true);
    for (const text of [true, '', 'yes', attempt.toUpperCase(), attempt.replace('-7', '-4'), ` ${attempt}`])
      expect(isAttempt(text)).toBe(false);
  });
});

describe('the end of a code', () => {
  it('is the end of a day, or a moment', () => {
    expect(endOf('2026-12-24')).toEqual({ at: new Date('2026-12-24T23:59:59'), isDay: true });
    expect(endOf('2026-12-24T18:00:00+01:00')).toEqual({
      at: new Date('2026-12-24T17:00:00Z'),
      isDay: false,
    });
    expect(endOf('2026-12-24T18:00Z')?.isDay).toBe(false);
  });

  it.each(['', 'soon', '2026-13-01', '2026-02-30', '2026-12-24T18:00', '24.12.2026', '2026-12-24Tx+01:00'])(
    'is none for %j',
    (text) => {
      expect(endOf(text)).toBeUndefined();
    },
  );
});

describe('the time of a webinar', () => {
  it('is read with its offset', () => {
    expect(readSpan('2026-12-03T18:00:00+01:00', 45)).toEqual({
      start: new Date('2026-12-03T17:00:00Z'),
      end: new Date('2026-12-03T17:45:00Z'),
    });
    expect(readZone('Europe/Berlin')).toBe('Europe/Berlin');
    expect(readZone('Middle-earth/Shire')).toBe('UTC');
  });

  it('keeps no spelling of a zone for ever, of which strangers may know thousands', () => {
    const spellings = Array.from({ length: 1_000 }, (_, at) =>
      [...'europe/berlin']
        .map((letter, place) => ((at >> place) & 1 ? letter.toUpperCase() : letter))
        .join(''),
    );
    for (const spelling of spellings) expect(readZone(spelling)).toBe('Europe/Berlin');
    const asked = vi.spyOn(Intl, 'DateTimeFormat');
    onTestFinished(() => asked.mockRestore());
    for (const spelling of spellings) readZone(spelling);
    expect(asked.mock.calls.length).toBeGreaterThan(500);
  });

  it('makes a file that calendars read: escaped, folded at 75 bytes, no letter cut in two', () => {
    const span = readSpan('2026-12-03T18:00:00+01:00', 45)!;
    const title = `Übergrößen, Umtausch; und „Vertrauen“ ${'😀'.repeat(30)}\nEND:VEVENT`;
    const text = calendarFile(
      { ...span, uid: 'talk@shop.example', title, url: 'https://shop.example/a\r\nX:y' },
      new Date('2026-11-22T08:00:00Z'),
    );
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const plain = calendarFile({ ...span, uid: 'a', title: 'a'.repeat(300) }, new Date(0)).split('\r\n');
    expect(plain.filter((line) => line.includes('aaaa')).map(({ length }) => length)).toEqual([
      75, 75, 75, 75, 12,
    ]);
    const unfolded = text.replace(/\r\n /g, '').split('\r\n');
    expect(unfolded).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//smallyes//WebinarSignup//EN',
      'BEGIN:VEVENT',
      'UID:talk@shop.example',
      'DTSTAMP:20261122T080000Z',
      'DTSTART:20261203T170000Z',
      'DTEND:20261203T174500Z',
      `SUMMARY:Übergrößen\\, Umtausch\\; und „Vertrauen“ ${'😀'.repeat(30)}\\nEND:VEVENT`,
      'URL:https://shop.example/aX:y',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import {
  type CallHours,
  faultOfHours,
  windowsOf,
  windowsOfSlots,
} from '../../src/components/callback-request/call-windows.ts';
import { readPhone } from '../../src/components/callback-request/phone-number.ts';
import { areApart, daysOf, windowText } from '../../src/components/callback-request/window-words.ts';
import { isZone, momentOf, offsetAt, writeMoment } from '../../src/components/callback-request/zone-time.ts';

const at = (text: string) => Date.parse(text);
/** The same hours on each day of the week. */
const daily = (timeZone: string, from: string, to: string, more: Partial<CallHours> = {}): CallHours => ({
  timeZone,
  hours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from, to }]])),
  leadTime: 0,
  days: 1,
  ...more,
});
const starts = (call: CallHours, now: string) => windowsOf(call, at(now)).map(({ value }) => value);

describe('the clock of a place', () => {
  it.each([
    ['Europe/Berlin', '2026-01-15T12:00Z', 60],
    ['Europe/Berlin', '2026-07-15T12:00Z', 120],
    ['America/New_York', '2026-01-15T12:00Z', -300],
    ['Asia/Kolkata', '2026-01-15T12:00Z', 330],
    ['Asia/Kathmandu', '2026-01-15T12:00Z', 345],
    ['America/St_Johns', '2026-01-15T12:00Z', -210],
    ['Pacific/Apia', '2011-12-29T12:00Z', -600],
    ['Pacific/Apia', '2012-01-01T12:00Z', 840],
    ['UTC', '2026-01-15T12:00Z', 0],
  ])('%s at %s is %i minutes ahead', (zone, time, minutes) => {
    expect(offsetAt(at(time), zone)).toBe(minutes * 60_000);
  });

  it('knows what is no zone', () => {
    for (const zone of ['Mars/Olympus', '', undefined, null, 5, 'Europe/Berlin;'])
      expect(isZone(zone), String(zone)).toBe(false);
    expect(isZone('Europe/Berlin')).toBe(true);
  });

  it('makes few clocks of what strangers post: one for all spellings of a zone, and keeps those of some zones', () => {
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    const window = { start: at('2026-11-24T08:00Z'), end: at('2026-11-24T09:00Z') };
    const count = (zone = '') => {
      made.mockClear();
      expect(isZone(zone), zone).toBe(true);
      const forClock = made.mock.calls.length;
      windowText(window, zone, 'en');
      return [forClock, made.mock.calls.length - forClock];
    };
    expect(count('America/Argentina/Ushuaia')).toEqual([1, 2]);
    expect(count('america/argentina/USHUAIA')).toEqual([0, 0]);
    for (const zone of Intl.supportedValuesOf('timeZone')) count(zone);
    expect(count('America/Argentina/Ushuaia')).toEqual([1, 2]);
    made.mockRestore();
  });

  it.each([
    // Every half hour of two years, back and forth.
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Pacific/Apia',
  ])('in %s finds each moment by the time it shows', (zone) => {
    const from = at(zone === 'Pacific/Apia' ? '2011-11-01T00:00Z' : '2026-01-01T00:00Z');
    for (let time = from; time < from + 400 * 86_400_000; time += 5_400_000) {
      const wall = time + offsetAt(time, zone);
      expect([momentOf(wall, zone, 'first'), momentOf(wall, zone, 'last')]).toContain(time);
    }
  });

  it('writes a moment with its offset', () => {
    expect(writeMoment(at('2026-01-15T12:00Z'), 'America/St_Johns')).toBe('2026-01-15T08:30:00-03:30');
    expect(writeMoment(at('2026-01-15T12:00Z'), 'UTC')).toBe('2026-01-15T12:00:00+00:00');
  });
});

describe('windows', () => {
  it('follow the hours of the days, the exceptions and the lead time', () => {
    const call: CallHours = {
      timeZone: 'Europe/Berlin',
      hours: {
        2: [
          { from: '09:00', to: '11:00' },
          { from: '13:00', to: '14:30' },
        ],
        4: [{ from: '9:00', to: '10:00' }],
      },
      exceptions: { '2026-11-26': [], '2026-11-27': [{ from: '23:00', to: '24:00' }] },
      leadTime: 30,
      days: 7,
    };
    // A Tuesday, 9:40 in Berlin.
    expect(starts(call, '2026-11-24T08:40Z')).toEqual([
      '2026-11-24T13:00:00+01:00',
      '2026-11-27T23:00:00+01:00',
    ]);
    expect(starts({ ...call, leadTime: 20 }, '2026-11-24T08:40Z')[0]).toBe('2026-11-24T10:00:00+01:00');
  });

  it('begin with the day of the place, not of the server', () => {
    expect(starts(daily('Pacific/Auckland', '00:00', '01:00'), '2026-06-30T13:00Z')).toEqual([]);
    expect(starts(daily('Pacific/Auckland', '02:00', '03:00'), '2026-06-30T13:00Z')).toEqual([
      '2026-07-01T02:00:00+12:00',
    ]);
  });

  it.each([
    [
      'leave out the hour that Berlin leaves out in spring',
      'Europe/Berlin',
      '2026-03-28T23:00Z',
      ['2026-03-29T01:00:00+01:00', '2026-03-29T03:00:00+02:00', '2026-03-29T04:00:00+02:00'],
    ],
    [
      'have the hour twice that Berlin has twice in autumn',
      'Europe/Berlin',
      '2026-10-24T22:00Z',
      [
        '2026-10-25T01:00:00+02:00',
        '2026-10-25T02:00:00+02:00',
        '2026-10-25T02:00:00+01:00',
        '2026-10-25T03:00:00+01:00',
        '2026-10-25T04:00:00+01:00',
      ],
    ],
    [
      'leave out the hour that New York leaves out in spring',
      'America/New_York',
      '2026-03-08T05:00Z',
      ['2026-03-08T01:00:00-05:00', '2026-03-08T03:00:00-04:00', '2026-03-08T04:00:00-04:00'],
    ],
    [
      'have the hour twice that New York has twice in autumn',
      'America/New_York',
      '2026-11-01T04:00Z',
      [
        '2026-11-01T01:00:00-04:00',
        '2026-11-01T01:00:00-05:00',
        '2026-11-01T02:00:00-05:00',
        '2026-11-01T03:00:00-05:00',
        '2026-11-01T04:00:00-05:00',
      ],
    ],
    [
      'mind half an hour on Lord Howe',
      'Australia/Lord_Howe',
      '2026-10-03T13:30Z',
      ['2026-10-04T01:00:00+10:30', '2026-10-04T02:30:00+11:00', '2026-10-04T03:30:00+11:00'],
    ],
  ])('%s', (_what, zone, now, expected) => {
    const found = windowsOf(daily(zone, '01:00', '05:00'), at(now));
    expect(found.map(({ value }) => value)).toEqual(expected);
    for (const { start, end } of found) expect(end - start).toBe(3_600_000);
  });

  it('last until the clock shows the end for the second time', () => {
    const call = daily('Europe/Berlin', '01:30', '02:30', { length: 30 });
    expect(starts(call, '2026-10-24T22:00Z')).toEqual([
      '2026-10-25T01:30:00+02:00',
      '2026-10-25T02:00:00+02:00',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:00:00+01:00',
    ]);
  });

  it('are none on the day that Samoa left out', () => {
    const found = starts(daily('Pacific/Apia', '09:00', '11:00', { days: 3 }), '2011-12-29T12:00Z');
    expect(found).toEqual([
      '2011-12-29T09:00:00-10:00',
      '2011-12-29T10:00:00-10:00',
      '2011-12-31T09:00:00+14:00',
      '2011-12-31T10:00:00+14:00',
    ]);
  });

  it('of half an hour fit zones of three quarters', () => {
    expect(starts(daily('Asia/Kathmandu', '09:15', '10:15', { length: 30 }), '2026-06-01T00:00Z')).toEqual([
      '2026-06-01T09:15:00+05:45',
      '2026-06-01T09:45:00+05:45',
    ]);
  });

  it('leave out hours that are none, and say so', () => {
    const call = daily('UTC', '17:00', '09:00');
    expect(starts(call, '2026-06-01T00:00Z')).toEqual([]);
    expect(faultOfHours(call)).toContain('no part of a day');
    expect(faultOfHours(daily('UTC', '9', '25:00'))).toContain('no part of a day');
    expect(faultOfHours(daily('UTC', '00:00', '24:00'))).toBeUndefined();
  });

  it.each([
    {},
    { hours: null, exceptions: null },
    { hours: { 4: [null] } },
    { hours: { 4: { from: '09:00', to: '10:00' } } },
    { hours: { 4: 'all day' }, exceptions: { '2026-01-15': null } },
  ])('of hours like %j throw at nobody', (hours) => {
    const call = { ...daily('UTC', '09:00', '10:00'), hours: undefined, ...hours } as never;
    expect(starts(call, '2026-01-15T00:00Z')).toEqual([]);
    expect(faultOfHours(call)).toMatch(/^the(re are no)? hours/);
  });

  it('of a server are put in order, once each, without what is over or no time', () => {
    const slots = [
      { start: '2026-11-24T10:00:00Z', end: '2026-11-24T10:30:00Z' },
      { start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T09:30:00+01:00' },
      { start: '2026-11-24T11:00:00+01:00', end: '2026-11-24T11:30:00+01:00' },
      { start: '2026-11-23T10:00:00Z', end: '2026-11-23T10:30:00Z' },
      { start: '2026-11-24T10:00:00', end: '2026-11-24T11:00:00' },
      { start: '2026-11-24T12:00:00Z', end: '2026-11-24T12:00:00Z' },
      { start: 'tomorrow', end: 'later' },
      null,
    ] as never;
    expect(windowsOfSlots(slots, 'Europe/Berlin', at('2026-11-24T00:00Z')).map(({ value }) => value)).toEqual(
      ['2026-11-24T09:00:00+01:00', '2026-11-24T11:00:00+01:00'],
    );
  });
});

describe('what a visitor reads', () => {
  it('is in the visitor’s own days and hours', () => {
    const windows = windowsOf(daily('Europe/Berlin', '07:00', '09:00'), at('2026-11-24T00:00Z'));
    const days = daysOf(windows, 'America/New_York', 'en');
    expect(days.map(({ label, windows }) => [label, windows.map((one) => one.label)])).toEqual([
      ['Tuesday, November 24', ['1:00 – 2:00 AM', '2:00 – 3:00 AM']],
    ]);
    expect(daysOf(windows, 'Pacific/Honolulu', 'de')[0]?.label).toBe('Montag, 23. November');
    expect(areApart(windows, 'America/New_York', 'Europe/Berlin')).toBe(true);
    expect(areApart(windows, 'Europe/Paris', 'Europe/Berlin')).toBe(false);
    expect(windowText(windows[0]!, 'Europe/Berlin', 'no tag')).toBe('Tuesday, November 24, 7:00 – 8:00 AM');
  });

  it('tells the two hours apart that one day has twice', () => {
    const windows = windowsOf(daily('America/New_York', '01:00', '02:00'), at('2026-11-01T04:00Z'));
    const labels = daysOf(windows, 'America/New_York', 'en-US')[0]?.windows.map(({ label }) => label);
    expect(labels).toHaveLength(2);
    expect(new Set(labels).size).toBe(2);
    expect(labels).toEqual(['1:00 AM EDT – 1:00 AM EST', '1:00 AM EST – 2:00 AM EST']);
  });
});

describe('a telephone number', () => {
  it.each([
    ['030 901820', 'DE', '+4930901820', 'DE'],
    ['+44 20 7946 0958', 'DE', '+442079460958', 'GB'],
    ['(212) 736-5000', 'US', '+12127365000', 'US'],
    ['06 12 34 56 78', 'FR', '+33612345678', 'FR'],
    ['00 44 20 7946 0958', 'DE', '+442079460958', 'GB'],
    ['٠٣٠ ٩٠١٨٢٠', 'DE', '+4930901820', 'DE'],
    ['０３０ ９０１８２０', 'DE', '+4930901820', 'DE'],
    ['02 1234 5678', 'IT', '+390212345678', 'IT'],
  ])('%s of %s is %s', (text, country, phone, of) => {
    expect(readPhone(text, country)).toEqual({ phone, country: of });
  });

  it.each([
    ['12', 'DE'],
    ['+49', 'DE'],
    ['call me', 'DE'],
    ['', 'DE'],
    ['030 901820', 'XX'],
    ['+999 123456789', 'DE'],
    [`+49${'1'.repeat(300)}`, 'DE'],
    ['030 901820; ext=5<script>', 'DE'],
  ])('%s of %s is none', (text, country) => {
    expect(readPhone(text, country)).toBeUndefined();
  });
});

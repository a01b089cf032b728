'use client';
import { type JSX, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { FieldSpec } from '../../form/index.ts';
import { followClock } from '../../internal/follow-clock.ts';
import { show, tell } from '../../internal/messages.ts';
import type { OwnLabels } from '../../provider/labels.ts';
import { type Speaker, useLabels } from '../../provider/use-labels.ts';
import { NewsletterForm } from './newsletter-form.tsx';
import type { AnyNewsletterProps, NewsletterFormProps } from './newsletter-form-props.ts';
import { type WebinarSignupLabels, webinarSignupLabels } from './webinar-signup-labels.ts';
import {
  type CalendarEntry,
  calendarFile,
  calendarLink,
  readSpan,
  readZone,
  type Span,
  timeTexts,
  type WebinarCalendar,
} from './webinar-time.ts';

/** Props of {@link WebinarSignup}: those of `NewsletterForm`, and when it takes place. */
export interface WebinarSignupProps<Fields extends readonly FieldSpec[] = readonly []>
  extends Omit<NewsletterFormProps<never, never, Fields>, 'topics' | 'frequencies' | 'labels'> {
  /** When it begins, with its offset: `'2026-12-03T18:00:00+01:00'`. Once it is over, nobody is asked any more. */
  start: string;
  /** How long it takes, in minutes. Default 60. */
  minutes?: number | undefined;
  /**
   * The host's time zone by its IANA name, in which the first paint says the time. The visitor's own stands below it, once the
   * page is alive. Default `'UTC'`.
   */
  timeZone?: string | undefined;
  /** Where it takes place, for the calendar: an address, or "Online; the link comes by mail". */
  place?: string | undefined;
  /**
   * Calendars on the web that take it by a link, beside the file that every calendar reads: `'google'`, `'outlook'` (Outlook.com),
   * `'microsoft-365'` (Outlook at work or at school). An empty list leaves the file alone. A link tells that calendar what stands
   * here, and nothing of the visitor. Default `['google', 'outlook']`.
   */
  calendars?: readonly WebinarCalendar[] | undefined;
  /** Texts of your own. Those of the form are set with the provider. */
  labels?: OwnLabels<WebinarSignupLabels> | undefined;
}

type Own = 'start' | 'minutes' | 'timeZone' | 'place' | 'calendars' | 'labels';

// Called so in every language.
const names = { outlook: 'Outlook.com', 'microsoft-365': 'Microsoft 365' };
const usual: readonly WebinarCalendar[] = ['google', 'outlook'];

/**
 * A seat in a webinar, a talk or an open day: the date in the host's and in the visitor's time, and after the yes a file for
 * the calendar, with links to those on the web.
 *
 * ```tsx
 * <WebinarSignup id="first-hundred" get="Your first 100 customers" start="2026-12-03T18:00:00+01:00"
 *   minutes={45} timeZone="Europe/Berlin" onSubmit={register} />
 * ```
 */
export function WebinarSignup<const Fields extends readonly FieldSpec[] = readonly []>(
  props: WebinarSignupProps<Fields>,
): JSX.Element {
  const {
    start,
    minutes = 60,
    timeZone = 'UTC',
    place,
    calendars,
    labels,
    children,
    reward,
    ...rest
  } = props as unknown as Omit<AnyNewsletterProps, 'labels'> & Pick<WebinarSignupProps, Own>;
  const speak = useLabels('webinar-signup', webinarSignupLabels, labels);
  const span = readSpan(start, minutes);
  const zone = readZone(timeZone);
  if (process.env.NODE_ENV !== 'production') {
    if (!span) tell(1434, rest.id, `start="${start}", minutes={${minutes}}`);
    else if (zone === 'UTC' && timeZone !== 'UTC') tell(1434, rest.id, `timeZone="${timeZone}"`);
  }
  const { description: about } = rest;
  const description = typeof about === 'string' ? about : undefined;
  const entry = span && { ...span, uid: `${rest.id}-${+span.start}`, title: rest.get, place, description };
  const [isOver, setOver] = useState(false);
  // Looked up once: whoever is typing when it ends loses nothing.
  useEffect(() => {
    const end = readSpan(start, minutes)?.end;
    setOver(!!end && Date.now() > end.getTime());
  }, [start, minutes]);
  const words = useMemo(
    () => ({
      submit: speak('submit'),
      subscribed: speak('subscribed'),
      confirmed: speak('confirmed'),
      pending: speak('pending'),
      already: speak('already'),
    }),
    [speak],
  );
  return (
    <NewsletterForm
      {...rest}
      closed={rest.closed || isOver}
      labels={words}
      reward={
        <>
          {entry && (
            <div className="sy-actions">
              <button
                className="sy-button sy-only-with-script"
                type="button"
                onClick={() => saveFile(`${rest.id}.ics`, entry)}
              >
                {speak('calendar')}
              </button>
              {[calendars ?? usual].flat().map((calendar) => {
                const href = calendarLink(calendar, entry);
                if (process.env.NODE_ENV !== 'production' && !href)
                  tell(1414, `WebinarSignup "${rest.id}"`, 'calendars', show(calendar));
                return (
                  href && (
                    <a
                      key={calendar}
                      className="sy-newsletter-form-calendar sy-button"
                      data-variant="quiet"
                      href={href}
                      target="_blank"
                      rel="noopener noreferrer"
                    >
                      {calendar === 'google' ? speak(calendar) : names[calendar]}
                    </a>
                  )
                );
              })}
            </div>
          )}
          {reward}
        </>
      }
    >
      {span && <WebinarDate {...span} minutes={minutes} zone={zone} speak={speak} />}
      {children}
    </NewsletterForm>
  );
}

/** When it is: in the host's time from the first paint on, and in the visitor's, which only their browser knows. */
function WebinarDate(
  props: Span & {
    readonly minutes: number;
    readonly zone: string;
    readonly speak: Speaker<WebinarSignupLabels>;
  },
): JSX.Element {
  const { start, end, minutes, zone, speak } = props;
  const now = useSyncExternalStore(
    followClock,
    // The offset: a visitor who travels with the page open is in another zone.
    () => (Date.now() > end.getTime() ? 'over' : `${new Date().getTimezoneOffset()}`),
    () => undefined,
  );
  const there = timeTexts(start, speak.locale, zone);
  const here = now === undefined ? undefined : timeTexts(start, speak.locale, undefined);
  const isSame = here?.clock === there.clock;
  return (
    <div className="sy-newsletter-form-date">
      <p className="sy-newsletter-form-leaf" aria-hidden="true">
        {/* A browser writes dates by other rules than its server; the words that are there stay. */}
        <span className="sy-newsletter-form-month" suppressHydrationWarning>
          {there.month}
        </span>
        <span className="sy-newsletter-form-day" suppressHydrationWarning>
          {there.date}
        </span>
      </p>
      <div>
        <p className="sy-newsletter-form-when">
          <time dateTime={start.toISOString()}>
            <span suppressHydrationWarning>{there.day}</span>
            <br />
            <span className="sy-newsletter-form-part" suppressHydrationWarning>
              {there.time}
            </span>
          </time>{' '}
          <span className="sy-newsletter-form-part">{speak('minutes', { count: minutes })}</span>
        </p>
        {/* Its room is there from the start, so that nothing moves when the words come. */}
        <p className="sy-newsletter-form-here sy-note sy-only-with-script">
          {now === 'over'
            ? speak('over')
            : here &&
              (isSame
                ? speak('sameTime')
                : speak('yourTime', {
                    time: here.day === there.day ? here.time : `${here.day}, ${here.time}`,
                  }))}
        </p>
      </div>
    </div>
  );
}

/** Hands the visitor a file for the calendar, made here and now. */
function saveFile(name: string, entry: CalendarEntry) {
  const { host, origin, pathname } = location;
  const text = calendarFile({ ...entry, uid: `${entry.uid}@${host}`, url: origin + pathname }, new Date());
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

'use client';
import { type JSX, useEffect, useMemo } from 'react';
import { FieldGroup, useFrame } from '../../fields/field-frame.tsx';
import { tell } from '../../internal/messages.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import { type CallQuery, offerOf, zonesOf } from './call-offer.ts';
import { faultOfHours, momentOfText, type OfferedWindow } from './call-windows.ts';
import { sayAll } from './call-words.ts';
import { windowsField } from './callback-fields.ts';
import type { CallbackRequestLabels } from './callback-request-labels.ts';
import { renderWaiting } from './waiting-times.tsx';
import { areApart, daysOf, zoneName } from './window-words.ts';
import { isZone } from './zone-time.ts';

/** What the times of a request are shown from. */
export interface CallTimesProps {
  /** Of the ask, for messages. */
  readonly id: string;
  readonly query: CallQuery;
  readonly max: number;
  readonly speak: Speaker<CallbackRequestLabels>;
}

/** The times to choose from, or that there are none. */
export function CallTimes({ id, query, max, speak }: CallTimesProps): JSX.Element {
  const say = useMemo(() => sayAll(speak), [speak]);
  const { windows, slots, now, clock, passed, taken } = query;
  const { theirs, zone } = zonesOf(query);
  const found = useMemo(
    () => JSON.stringify(offerOf({ windows, slots, now, clock, passed, taken, zones: [] })),
    [windows, slots, now, clock, passed, taken],
  );
  // A minute that changes nothing of it draws nothing, and nothing is checked anew.
  const offered = useMemo((): ReturnType<typeof offerOf> => found && JSON.parse(found), [found]);
  if (process.env.NODE_ENV !== 'production') {
    const odd = faultOf(query);
    // biome-ignore lint/correctness/useHookAtTopLevel: a build is for development or it is not
    useEffect(() => {
      if (odd) tell(1532, id, odd);
    }, [id, odd]);
  }
  if (!offered) return renderWaiting(speak);
  if (offered.length === 0) return <p className="sy-note">{say('noWindows')}</p>;
  return <Days offered={offered} zone={zone} theirs={theirs} max={max} say={say} />;
}

/** The times on offer, day by day. The first day is unfolded. */
function Days(props: {
  readonly offered: readonly OfferedWindow[];
  readonly zone: string;
  readonly theirs: string;
  readonly max: number;
  readonly say: Speaker<CallbackRequestLabels>;
}): JSX.Element {
  const { offered, zone, theirs, max, say } = props;
  const { locale } = say;
  const days = useMemo(() => daysOf(offered, zone, locale), [offered, zone, locale]);
  // Of the days: in another zone a box may stand below another one, and takes what it had along.
  const frame = useFrame(
    useMemo(
      () =>
        windowsField(
          days.flatMap(({ windows }) => windows),
          max,
          say,
        ),
      [days, max, say],
    ),
  );
  const zoneWords = useMemo(() => {
    const name = (one: string) => zoneName(one, locale, offered[0]?.start ?? 0);
    return areApart(offered, zone, theirs)
      ? say('zones', { own: name(zone), theirs: name(theirs) })
      : say('zone', { zone: name(zone) });
  }, [offered, zone, theirs, say, locale]);
  return (
    <FieldGroup frame={frame} render={undefined}>
      {/* A browser writes dates by other rules than its server; the words that are there stay. */}
      <p className="sy-note" suppressHydrationWarning>{`${say('upTo', { count: max })} ${zoneWords}`}</p>
      {days.map(({ label, windows }, at) => (
        // Anew in another zone: of two days with one name, an open one that comes later is closed by the browser.
        <details
          key={zone + label}
          className="sy-callback-request-day"
          open={at === 0}
          name={`${frame.id}-day`}
        >
          <summary suppressHydrationWarning>{label}</summary>
          <div className="sy-callback-request-windows">
            {windows.map(({ value, label: hours, isTaken }) => (
              <label key={value} className="sy-callback-request-window">
                <input
                  type="checkbox"
                  name="windows"
                  value={value}
                  disabled={isTaken}
                  aria-describedby={frame.describedBy}
                  aria-invalid={(frame.state.error && !isTaken) || undefined}
                  aria-label={`${label}, ${hours}${isTaken ? `, ${say('taken')}` : ''}`}
                />
                {/* Two lines break after the dash. */}
                <span aria-hidden="true" suppressHydrationWarning>
                  {hours.replace(' –', '\u00a0–')}
                </span>
                {isTaken && (
                  <span className="sy-note" aria-hidden="true">
                    {say('taken')}
                  </span>
                )}
              </label>
            ))}
          </div>
        </details>
      ))}
    </FieldGroup>
  );
}

/** What is wrong with it, in words for the developer. */
function faultOf({ windows, now, zones }: CallQuery): string | undefined {
  const odd = [windows?.timeZone, zones[0]].find((one) => one !== undefined && !isZone(one));
  if (odd !== undefined) return `"${odd}" is no time zone`;
  const fault = windows && faultOfHours(windows);
  const isMoment =
    typeof now === 'string' ? momentOfText(now) !== undefined : now === undefined || Number.isFinite(now);
  return fault ?? (isMoment ? undefined : `the moment ${String(now)} is none`);
}

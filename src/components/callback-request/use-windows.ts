'use client';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { tell } from '../../internal/messages.ts';
import {
  type CallSlot,
  faultOfHours,
  momentOfText,
  type OfferedWindow,
  windowsOf,
  windowsOfSlots,
} from './call-windows.ts';
import type { CallbackRequestProps } from './callback-request-props.ts';
import { areApart, daysOf, zoneName } from './window-words.ts';
import { isZone } from './zone-time.ts';

/** How long a silent server is waited for, in milliseconds. */
const patience = 30_000;

/** The times on offer, and whose they are. */
export function useWindows(props: CallbackRequestProps, locale: string) {
  const { id, windows: call, slots, now: given, timeZone } = props;
  const theirs = isZone(call?.timeZone) ? call.timeZone : 'UTC';
  // Known in a browser alone. Until then the times are those of the place that calls, which the markup says.
  const browser = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  );
  const zone = [timeZone, browser].find(isZone) ?? theirs;

  const from = typeof given === 'string' ? momentOfText(given) : given;
  // No clock is read while rendering: what a server writes must be the same in the browser.
  const [read, setRead] = useState<number>();
  useEffect(() => setRead(Date.now()), []);
  const now = from ?? read;

  const [listed, setListed] = useState<{ list?: readonly CallSlot[]; status?: 'loading' | 'failed' }>({});
  const isAsked = useRef(false);
  const stop = useRef<() => void>(undefined);
  const ask = useCallback(() => {
    if (!slots) return;
    isAsked.current = true;
    stop.current?.();
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const end = (next: typeof listed, error?: unknown) => {
      if (abort.signal.aborted) return;
      clearTimeout(timer);
      abort.abort();
      if (process.env.NODE_ENV !== 'production' && error !== undefined) tell(1533, id, String(error));
      setListed(next);
    };
    stop.current = () => {
      clearTimeout(timer);
      abort.abort();
      isAsked.current = false;
    };
    setListed({ status: 'loading' });
    timer = setTimeout(() => end({ status: 'failed' }, `nothing within ${patience} ms`), patience);
    (async () => slots({ signal: abort.signal }))().then(
      (list) =>
        Array.isArray(list) ? end({ list }) : end({ status: 'failed' }, 'it gave something that is no list'),
      (error: unknown) => end({ status: 'failed' }, error ?? 'nothing said why'),
    );
  }, [slots, id]);
  useEffect(() => () => stop.current?.(), []);

  const offered = useMemo((): readonly OfferedWindow[] | undefined => {
    if (now === undefined) return undefined;
    if (slots) return listed.list && windowsOfSlots(listed.list, theirs, now);
    return call && isZone(call.timeZone) ? windowsOf(call, now) : [];
  }, [now, slots, listed.list, call, theirs]);

  if (process.env.NODE_ENV !== 'production') {
    const zoneFault = [call?.timeZone, timeZone].find((one) => one !== undefined && !isZone(one));
    const nowFault = given !== undefined && !Number.isFinite(from) && `the moment ${String(given)} is none`;
    const fault = zoneFault !== undefined ? `"${zoneFault}" is no time zone` : call && faultOfHours(call);
    const odd = fault || nowFault;
    // biome-ignore lint/correctness/useHookAtTopLevel: a build is for development or it is not
    useEffect(() => {
      if (odd) tell(1532, id, odd);
    }, [id, odd]);
  }

  const days = useMemo(() => offered && daysOf(offered, zone, locale), [offered, zone, locale]);
  const moment = offered?.[0]?.start ?? 0;
  return {
    offered,
    days,
    zone,
    theirs,
    /** Times are asked for at all. */
    isWanted: call !== undefined || slots !== undefined,
    status: listed.status,
    /** Asks the server, once. */
    ask: () => {
      if (!isAsked.current) ask();
    },
    retry: ask,
    /** Names of the zones, the second where it differs. */
    zones: {
      own: zoneName(zone, locale, moment),
      theirs: offered && areApart(offered, zone, theirs) ? zoneName(theirs, locale, moment) : undefined,
    },
  };
}

function never(): () => void {
  return () => {};
}

'use client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { times } from '#callback-request/times';
import { useLatest } from '../../internal/use-latest.ts';
import type { CallQuery } from './call-offer.ts';
import type { CallSlot, OfferedWindow } from './call-windows.ts';
import type { CallbackRequestProps } from './callback-request-props.ts';

const none: readonly OfferedWindow[] = [];
let zoneOfBrowser: string | undefined;

/** The browser's own zone; undefined on a server and in its markup. */
export function useBrowserZone(): string | undefined {
  return useSyncExternalStore(
    never,
    () => (zoneOfBrowser ??= Intl.DateTimeFormat().resolvedOptions().timeZone),
    nothing,
  );
}

/** What the times on offer follow from, and how that comes. */
export function useTimes(props: CallbackRequestProps, browserZone: string | undefined) {
  const { id, windows, slots, now: given, timeZone } = props;
  const isWanted = windows !== undefined || slots !== undefined;
  const load = typeof slots === 'function' ? slots : undefined;
  /** The late part, once it is there, or `null` if it cannot be had. */
  const [part, arrive] = useState<ReturnType<typeof times.get> | null>(() => times.get());
  /** What the clock said when it was looked at last, and how long the page had stood by then with this `now`. */
  const [time, setTime] = useState<Pick<CallQuery, 'clock' | 'passed'> & { readonly given?: typeof given }>(
    {},
  );
  const bring = () =>
    times.again().then(() => {
      arrive(() => times.get() ?? null);
      setTime((before) => ({ ...before, clock: Date.now() }));
    });
  // No clock is read while rendering: what a server writes must be the same in the browser.
  const isComplete = !isWanted || (!!part && typeof given === 'number');
  const [listed, setListed] = useState<{ list?: readonly CallSlot[]; isFailed?: boolean }>({});
  const [taken, setTaken] = useState(none);
  const stop = useRef<() => void>(undefined);
  const ask = (isOver?: boolean) => {
    if (!load) return;
    stop.current?.();
    let isGone = false;
    stop.current = () => {
      isGone = true;
    };
    // Those that are shown are better than none, unless they are over.
    const end = (list?: readonly CallSlot[]) =>
      setListed((before) => (list ? { list } : before.list && !isOver ? before : { isFailed: true }));
    setListed(({ list }) => (list ? { list } : {}));
    void times.again().then(() => {
      const part = times.get();
      if (isGone) return;
      if (part) stop.current = part.askSlots(id, load, end);
      else end();
    });
  };
  useEffect(
    () => () => {
      stop.current?.();
      // A second run of the effects asks anew.
      stop.current = undefined;
    },
    [],
  );

  const query: CallQuery = {
    windows,
    slots: load ? (listed.list ?? null) : (slots as readonly CallSlot[] | undefined),
    now: given,
    clock: time.clock,
    passed: time.given === given ? time.passed : 0,
    taken,
    zones: [timeZone, browserZone],
  };
  const latest = useLatest({ bring, query, ask });
  useEffect(() => {
    if (!isComplete) void latest.current.bring();
  }, [isComplete, latest]);

  /** When the page was given this `now`. Effects that run anew do not set it back. */
  const first = useRef<{ readonly given: typeof given; readonly at: number }>(undefined);
  useEffect(() => {
    if (!first.current || first.current.given !== given) first.current = { given, at: Date.now() };
    return part?.followTime(first.current.at, latest, (next) => {
      zoneOfBrowser = undefined;
      setTime({ ...next, given });
    });
  }, [part, latest, given]);

  return {
    query,
    /** Times are asked for at all. */
    isWanted,
    /** What shows them is there, or cannot be had. */
    isSettled: part !== undefined,
    isFailed: part === null || listed.isFailed,
    setTaken,
    /** Asks the server, once. */
    ask() {
      if (!stop.current) ask();
    },
    /** Asks anew, for what is lost or may have changed. */
    renew() {
      if (part === null) void bring();
      ask();
    },
    forget: () => setTaken(none),
  };
}

function never(): () => void {
  return nothing;
}

function nothing(): undefined {}

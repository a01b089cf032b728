'use client';
import { useContext, useEffect, useLayoutEffect, useState } from 'react';
import { show, tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { parseDuration } from '../../ladder/duration.ts';
import { readConsent } from '../../provider/consent.ts';
import { HubContext, useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useRootRef } from '../../provider/use-root-ref.ts';
import type { ReturnVisitProps, ReturnVisitState } from './return-visit-props.ts';

const kinds = { 'return-visit.return': 2 } as const;
const session = 30 * 60_000;
const day = 86_400_000;

/** Counts who has come back, and tells what to show them; undefined for everybody else. */
export function useReturnVisit(props: ReturnVisitProps) {
  const { id, minGap } = props;
  const hub = useHub();
  const hasProvider = !!useContext(HubContext);
  const [back, setBack] = useState<ReturnVisitState>();
  const ask = useAsk({ component: 'ReturnVisit', kinds, props, settled: true });
  const ref = useRootRef(ask);

  const parsed = minGap === undefined ? session : parseDuration(minGap);
  const isGap = parsed !== undefined && parsed < Infinity;
  const latest = useLatest({ id, gap: isGap ? parsed : session });
  useEffect(() => {
    if (process.env.NODE_ENV === 'production') return;
    if (!hasProvider) tell(1413, String(id));
    if (!isGap) tell(1412, `ReturnVisit "${id}"`, 'minGap', show(minGap));
  }, [id, hasProvider, isGap, minGap]);

  const [look] = useState(() => {
    // The visit in which this page was last looked at.
    let known: number | undefined;
    let isLooking = false;
    const check = (isArrival?: boolean) => {
      const { memory, visit } = hub.site;
      // A page in a background tab is no visit yet.
      if (document.hidden) return;
      if (readConsent(hub.get('consent')).functional !== 'granted') return setBack(undefined);
      const { id, gap } = latest.current;
      const { visits, away } = visit.comeback();
      const days = Math.floor(away / day);
      const key = `return-visit:${id}`;
      const note = String(visits);
      // The session ran out under the eyes of a visitor who has not been away.
      if (!isArrival && known && known < visits) memory.set(key, note);
      known = visits;
      if (visits < 2 || away < gap) return setBack(undefined);
      setBack((before) => (before?.visits === visits && before.days === days ? before : { visits, days }));
      // Another tab may have counted it.
      if (hub.isOff() || [memory.get(key), memory.stored(key)].includes(note)) return;
      memory.set(key, note);
      // Storage that is full would count the same visit on each page.
      if (memory.stored(key) !== note) return memory.set(key, '');
      ask.reset();
      ask.record('committed', { days });
    };
    return (isArrival?: boolean) => {
      // To look may begin a visit, which is told here as well.
      if (isLooking) return;
      isLooking = true;
      check(isArrival);
      isLooking = false;
    };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another id or gap is looked at anew
  useLayoutEffect(() => {
    if (!hasProvider) return;
    const arrive = () => look(true);
    // A provider that mounts in this moment reads the memory after this, and tells then.
    const stop = hub.site.visit.subscribe(look);
    document.addEventListener('visibilitychange', arrive);
    if (hub.site.hubs.size) arrive();
    return () => {
      stop();
      document.removeEventListener('visibilitychange', arrive);
    };
  }, [hub, hasProvider, look, id, parsed]);
  return { ref, back };
}

'use client';
import { useContext, useEffect, useRef, useState } from 'react';
import { HubContext, useHub, useSettings } from '../provider/context.ts';
import { useCommitments } from '../provider/use-commitments.ts';
import type { CommitmentDevtoolsProps } from './commitment-devtools.tsx';
import { createDevtoolsHost, type DevtoolsHost } from './devtools-host.ts';
import { createEventLog } from './event-log.ts';

/** Listens from the first event on, and keeps button and panel outside the page's own tree. */
export function DevtoolsInPage({
  position = 'bottom-end',
  defaultOpen = false,
}: CommitmentDevtoolsProps): null {
  const hub = useHub();
  const { subscribe } = useCommitments();
  const { ladder } = useSettings();
  const isBare = useContext(HubContext) === null;
  const [log] = useState(createEventLog);
  const host = useRef<DevtoolsHost>(undefined);
  const wasOpen = useRef(defaultOpen);

  useEffect(() => {
    log.clear();
    return subscribe(log.add, { replay: true });
  }, [log, subscribe]);

  useEffect(() => {
    const made = createDevtoolsHost(wasOpen.current);
    host.current = made;
    return () => {
      wasOpen.current = made.isOpen();
      made.remove();
    };
  }, []);

  useEffect(() => {
    host.current?.show({ hub, log, isBare, guide: ladder?.guide(hub.site) }, position);
  }, [hub, log, isBare, ladder, position]);

  return null;
}

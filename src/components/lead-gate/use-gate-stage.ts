'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { followMemory } from '../../provider/memory.ts';
import type * as After from './lead-gate-after.tsx';
import { type GateNote, readNote, writeNote } from './lead-gate-note.ts';
import type { AnyGateProps, LeadGateState } from './lead-gate-props.ts';

/** Where a gate stands, and what the visitor reads about it. */
export interface GateView {
  readonly stage: LeadGateState['stage'];
  readonly words?: string | undefined;
  readonly grant?: string | undefined;
  /** What `load` brought. */
  readonly content?: ReactNode;
  /** The visitor's own doing, here and now: there is a reward, and the focus may follow. */
  readonly isOwn?: boolean | undefined;
}

/** What a gate does when its stage changes by what a server says. Read when it happens. */
export interface GateHandlers {
  /** The server no longer takes the grant. Returns what the visitor reads about it. */
  onRefused(): string;
  /** A grant that came by mail has worked: the yes of this attempt is confirmed. */
  onConfirmed(attempt: string): void;
}

/** The part that nobody needs before the visitor turns to the gate. */
export function loadAfter(): Promise<typeof After> {
  return import('./lead-gate-after.tsx');
}

/**
 * The stage of a gate: what came with the page, what this browser remembers, and what has been brought. It reads no memory
 * while rendering: what is remembered shows right after the first paint, and what the server knows shows in it.
 */
export function useGateStage(props: AnyGateProps, handlers: GateHandlers) {
  const { id, grant, load, remember = 30 } = props;
  const { memory, visit } = useHub().site;
  const latest = useLatest({ props, handlers });
  const given = typeof props.unlocked === 'boolean' ? undefined : props.unlocked || undefined;
  const isGiven = given !== undefined;
  const isKnown = !!props.unlocked || !!grant;
  const [view, setView] = useState<GateView>(() => ({
    stage: !isKnown ? 'asking' : load && !isGiven ? 'opening' : 'open',
    grant,
  }));
  const [after, setAfter] = useState<typeof After>();
  const isIn = useRef(false);
  const stop = useRef<() => void>(undefined);
  // Grants that were refused here, so that none of them is tried twice.
  const refused = useRef(new Set<string | undefined>());

  const key = remember && id ? `gate:${id}` : '';
  const keep = (note: Omit<GateNote, 'at'> | undefined) => {
    if (key) memory.set(key, note ? writeNote({ at: Date.now(), ...note }) : '', (_, own) => own);
  };
  const remembered = () => (key ? readNote(memory.get(key) || memory.stored(key)) : undefined);

  /** Brings that part onto the screen. */
  const bring = () =>
    loadAfter().then((part) => {
      setAfter(() => part);
      return part;
    });

  /** Opens it with a grant, or without one where the server knows the visitor. `note`: what is remembered may be over. */
  function enter(next: Omit<GateView, 'stage' | 'content'>, note?: GateNote) {
    leave();
    isIn.current = true;
    const { load, remember, unlocked } = latest.current.props;
    const toLoad = isGiven ? undefined : load;
    setView({ ...next, stage: toLoad ? 'opening' : 'open' });
    if (!toLoad && unlocked) prove(next.grant);
    if (!toLoad && !note) {
      // The link of what was won here asks by that part once its grant has ended.
      if (next.isOwn) bring().catch(() => {});
      return;
    }
    let isGone = false;
    let end: (() => void) | undefined;
    stop.current = () => {
      isGone = true;
      end?.();
    };
    const fail = (error: unknown) => {
      if (isGone) return;
      if (process.env.NODE_ENV !== 'production') tell(803, id, String(error));
      setView({ ...next, stage: 'failed' });
    };
    bring().then((part) => {
      if (isGone) return;
      end = part.openGate({ grant: next.grant, note, days: remember || 30, load: toLoad }, (result) => {
        if (result === 'refused') return refuse(next.grant, next.isOwn);
        if ('error' in result) return fail(result.error);
        if (!toLoad) return undefined;
        if (!next.isOwn && !note) prove(next.grant);
        return setView({ ...next, stage: 'open', content: result.content });
      });
    }, fail);
  }

  function leave() {
    stop.current?.();
    stop.current = undefined;
    isIn.current = false;
  }

  /** Back to the form, with what was typed. */
  function refuse(grant: string | undefined, isOwn?: boolean) {
    leave();
    refused.current.add(grant);
    keep(undefined);
    setView({ stage: 'asking', words: latest.current.handlers.onRefused(), isOwn });
  }

  /** Begins anew: neither what is remembered nor what came with the page opens it by itself. */
  function forget() {
    leave();
    refused.current.add(latest.current.props.grant);
    keep(undefined);
    setView({ stage: 'asking' });
  }

  /** What came from elsewhere works: remember it, and if a mail was on its way, that was it. */
  function prove(grant: string | undefined) {
    const attempt = remembered()?.attempt;
    if (attempt) latest.current.handlers.onConfirmed(attempt);
    if (grant || attempt) keep(grant ? { grant } : undefined);
  }

  /** Looks at what came with the page, and at what this or another tab remembers. */
  const steps = useLatest({
    arrive() {
      if (isIn.current) return;
      const note = remembered();
      if (isKnown && !refused.current.has(grant)) enter({ grant });
      else if (note && !note.attempt && !refused.current.has(note.grant)) enter({ grant: note.grant }, note);
    },
    leave,
  });
  // Not before the paint: only then has the provider told the memory what the visitor allows.
  useEffect(() => {
    const { current } = steps;
    const look = () => steps.current.arrive();
    // Another tab may have unlocked it, and the visitor may have allowed storage: a browser that tells of neither is looked
    // at when the visitor comes back.
    const stop = followMemory(visit, look);
    return () => {
      stop();
      current.leave();
    };
  }, [steps, visit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another grant, or another word of the server, is news
  useEffect(() => steps.current.arrive(), [grant, isKnown]);

  return { view, show: setView, given, after, bring, keep, enter, forget, refuse, prove };
}
